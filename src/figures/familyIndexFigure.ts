import type { BasketIndex } from '../domain/basketIndex.ts';
import { present, valueOf } from '../domain/cell.ts';
import { type FamilyIndex, ownColumn } from '../domain/familyIndex.ts';
import { findPlace } from '../domain/place.ts';
import { compareMethods } from '../text/compareText.ts';
import { listOf, placeTitle } from '../text/names.ts';
import { countOf, formatRatio } from '../text/numbers.ts';
import type { Column, Figure } from './figure.ts';
import type { Working } from './working.ts';

export interface FamilyIndexFacts {
  readonly family: string;
  readonly codes: readonly string[];
  readonly hasUnits: boolean;
  /** The scope of the published rates in words. */
  readonly scope: string;
  readonly origin: string;
}

const columnName = (column: string): string =>
  column === ownColumn ? 'Your rates' : placeTitle(findPlace(column)?.code ?? null);

/** A family of codes as one number: payers down, states and the user's own rates across. */
export function familyIndexFigure(index: FamilyIndex, facts: FamilyIndexFacts): Figure {
  const { family, codes, hasUnits } = facts;
  const weights = hasUnits ? compareMethods.ownWeights : compareMethods.equalWeights;
  return {
    id: 'compare-family',
    title: `${family} as one index, % of Medicare`,
    labelColumn: {
      id: 'payer',
      label: 'Payer',
      kind: 'text',
      definition: 'Payer group; BUCA pools the four.',
    },
    columns: [
      ...index.columns.map(
        (column): Column => ({
          id: column,
          label: columnName(column),
          kind: 'ratio',
          definition: column === ownColumn ? compareMethods.basketOwn : compareMethods.basket,
        }),
      ),
      ...index.columns.map(
        (column): Column => ({
          id: `codes-${column}`,
          label: `Codes, ${columnName(column)}`,
          kind: 'count',
          definition: compareMethods.held,
        }),
      ),
    ],
    rows: index.payers.map(({ id, name }) => ({
      id,
      label: name,
      cells: Object.fromEntries(
        index.columns.flatMap((column) => {
          const cell = index.cell(id, column);
          return [
            [column, cell.value],
            [`codes-${column}`, cell.held.length === 0 ? cell.value : present(cell.held.length)],
          ];
        }),
      ),
      flags: [],
    })),
    notes: [
      index.only === null
        ? compareMethods.ownCodes
        : `${compareMethods.sameCodes} ${index.only.size === 0 ? 'There is none.' : `${countOf(index.only.size, 'code')}: ${listOf([...index.only])}.`}`,
      weights,
      `The basket: ${listOf(codes)}.`,
    ],
    scope: facts.scope,
    method: `${compareMethods.basket} ${weights}`,
    sources: facts.origin,
    summary: sentence(index, family),
  };
}

function sentence(index: FamilyIndex, family: string): string {
  const known = index.payers.flatMap(({ id, name }) =>
    index.columns.flatMap((column) => {
      const { value, held } = index.cell(id, column);
      return value.kind === 'value' && column !== ownColumn && id !== 'buca'
        ? [{ name, column, value: value.value, codes: held.length }]
        : [];
    }),
  );
  const ordered = [...known].sort((a, b) => b.value - a.value);
  const [highest] = ordered;
  const lowest = ordered.at(-1);
  if (!highest || !lowest) return `${family}: no payer has enough of these codes here.`;
  const words = (each: typeof highest) =>
    `${each.name} in ${columnName(each.column)}, ${formatRatio(each.value)} of Medicare over ${countOf(each.codes, 'code')}`;
  const own = valueOf(index.cell('buca', ownColumn).value);
  const mine =
    own === undefined ? '' : ` Your own BUCA rates for the same basket: ${formatRatio(own)} of Medicare.`;
  if (highest === lowest) return `${family}: ${words(highest)}.${mine}`;
  return `${family}, highest: ${words(highest)}. Lowest: ${words(lowest)}.${mine}`;
}

/** Both sums of an index, code by code. */
export function familyIndexWorking(
  label: string,
  column: string,
  basket: BasketIndex,
  origin: string,
): Working | undefined {
  const value = valueOf(basket.value);
  if (value === undefined) return undefined;
  const name = columnName(column);
  return {
    kind: 'arithmetic',
    title: `${label}, ${name}: index over ${countOf(basket.held.length, 'code')}`,
    value,
    column: 'ratio',
    symbols: 'Σ weight × amount ÷ Σ weight × Medicare',
    words: 'Multiply each code’s weight by the amount and by Medicare’s, add each up, and divide the sums.',
    definition: column === ownColumn ? compareMethods.basketOwn : compareMethods.basket,
    excelFunction: 'SUM ÷ SUM',
    template: 'SUM({paid})/SUM({base})',
    operands: [],
    steps: [],
    table: {
      title: 'The codes in it',
      labelHeading: 'Code',
      columns: [
        { id: 'weight', label: 'Weight (units)' },
        { id: 'amount', label: column === ownColumn ? 'Your rate (USD)' : 'Median (USD)' },
        { id: 'medicare', label: 'Medicare (USD)' },
        { id: 'paid', label: 'Weight × amount', template: '{weight}*{amount}' },
        { id: 'base', label: 'Weight × Medicare', template: '{weight}*{medicare}' },
      ],
      rows: basket.held.map(({ code, weight, amount, medicare }) => ({
        label: code,
        cells: {
          weight: { plain: String(weight) },
          amount: { cents: valueOf(amount) ?? 0 },
          medicare: { cents: valueOf(medicare) ?? 0 },
          paid: { cents: weight * (valueOf(amount) ?? 0) },
          base: { cents: weight * (valueOf(medicare) ?? 0) },
        },
      })),
    },
    facts: [],
    leftOut: [],
    origin,
    address: '',
  };
}
