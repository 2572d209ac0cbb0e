import { absent, type Cell, present } from '../domain/cell.ts';
import type { Charge, ContractTerm } from '../domain/contractTerm.ts';
import type { PlaceCode } from '../domain/place.ts';
import type { TermComparison, TermYear } from '../domain/termComparison.ts';
import { placeTitle } from '../text/names.ts';
import { countOf, formatMoney } from '../text/numbers.ts';
import { chargeText, flipText, percentText, termMethods, termText } from '../text/termText.ts';
import type { Column, Figure, FigureRow } from './figure.ts';

export interface TermFigureInput {
  readonly comparison: TermComparison;
  readonly a: ContractTerm;
  readonly b: ContractTerm;
  readonly charge: Charge | null;
  readonly code: string;
  readonly place: PlaceCode | null;
  readonly origin: string;
  /** Whether the terms are the shipped example. */
  readonly isSample: boolean;
}

const sampleNote = 'The terms are an example, made up to try the page with.';

/** What the same words would have paid for one unit under the fee schedules as they were. */
export function termHistoryFigure(input: TermFigureInput): Figure {
  const { comparison, code, place, origin } = input;
  const [first, last] = [comparison.years[0], comparison.years.at(-1)];
  const span = first && last ? `${first.medicare.year} to ${last.medicare.year}` : '';
  return {
    id: 'term-history',
    title: `What the same words would have paid for ${code}, ${placeTitle(place)}, ${span}`,
    labelColumn: column('year', 'Year', 'text', 'Year of service.'),
    columns: [
      ...unitColumns(),
      column('better', 'Pays more', 'text', 'Which of the two pays more for one unit.'),
    ],
    rows: comparison.years.map((year) => ({
      ...rowOf(year),
      cells: { ...unitCells(year), better: betterCell(year) },
    })),
    notes: notesOf(input),
    method: termMethods.history,
    sources: origin,
    summary: historySummary(input),
  };
}

export interface TermValueInput extends TermFigureInput {
  readonly units: number;
  /** Medicare's assumed yearly change. */
  readonly growth: number;
  /** Where the assumption comes from: "as 2020 to 2026 went". */
  readonly growthSource: string;
  readonly breakEven: Cell;
}

/** What both terms are worth over the contract's years, under a stated assumption about Medicare. */
export function termValueFigure(input: TermValueInput): Figure {
  const { comparison, code, place, units, growth, growthSource, origin } = input;
  const { years, totals } = comparison;
  const noSum = absent('not-comparable', 'an amount for one unit has no sum over years');
  const total: FigureRow = {
    id: 'total',
    label: `All ${countOf(years.length, 'year')}`,
    cells: {
      medicare: noSum,
      a: noSum,
      b: noSum,
      difference: noSum,
      'a-worth': totals.a,
      'b-worth': totals.b,
      running: totals.difference,
    },
    flags: [],
  };
  return {
    id: 'term-value',
    title: `What the terms are worth for ${code}, ${placeTitle(place)}, ${countOf(years.length, 'year')}`,
    labelColumn: column('year', 'Year', 'text', 'Year of service.'),
    columns: [
      ...unitColumns(),
      column('a-worth', 'A, all units', 'money', termMethods.worth),
      column('b-worth', 'B, all units', 'money', termMethods.worth),
      column('running', 'A − B so far', 'signed-money', termMethods.running),
    ],
    rows: [
      ...years.map((year) => ({
        ...rowOf(year),
        cells: {
          ...unitCells(year),
          'a-worth': times(year.a.amount, units),
          'b-worth': times(year.b.amount, units),
          running: year.running,
        },
      })),
      total,
    ],
    notes: [
      `Assumed: Medicare changes by ${percentText(growth)} a year (${growthSource}). ${countOf(units, 'unit')} in every year.`,
      ...notesOf(input),
    ],
    method: termMethods.value,
    sources: origin,
    summary: valueSummary(input),
  };
}

function column(id: string, label: string, kind: Column['kind'], definition: string): Column {
  return { id, label, kind, definition };
}

function unitColumns(): readonly Column[] {
  return [
    column('medicare', 'Medicare', 'money', termMethods.medicare),
    column('a', 'A', 'money', termMethods.amount),
    column('b', 'B', 'money', termMethods.amount),
    column('difference', 'A − B', 'signed-money', termMethods.difference),
  ];
}

function rowOf({ medicare, a, b }: TermYear): Pick<FigureRow, 'id' | 'label' | 'flags'> {
  return {
    id: String(medicare.year),
    label: String(medicare.year),
    flags: [
      ...(medicare.isAssumed ? ['Medicare assumed'] : []),
      ...(a.isCharge ? ['A: the charge is lower'] : []),
      ...(b.isCharge ? ['B: the charge is lower'] : []),
    ],
  };
}

function unitCells({ medicare, a, b, difference }: TermYear): Record<string, Cell> {
  return { medicare: medicare.amount, a: a.amount, b: b.amount, difference };
}

function betterCell({ difference }: TermYear): Cell<string> {
  if (difference.kind === 'absent') return difference;
  if (Math.abs(difference.value) < 0.005) return present('the same');
  return present(difference.value > 0 ? 'A' : 'B');
}

function times(amount: Cell, units: number): Cell {
  return amount.kind === 'value' ? present(units * amount.value) : amount;
}

function notesOf({ a, b, charge, isSample }: TermFigureInput): readonly string[] {
  const needsCharge = [a, b].some((term) => term.lesserOfCharges || term.base.kind === 'charges');
  return [
    `A: ${termText(a)}. B: ${termText(b)}.`,
    ...(needsCharge ? [charge ? chargeText(charge) : 'No charge is given, so no amount can be told.'] : []),
    ...(isSample ? [sampleNote] : []),
  ];
}

function historySummary({ comparison }: TermFigureInput): string {
  const { years, flips } = comparison;
  const known = years.flatMap(({ difference }) => (difference.kind === 'value' ? [difference.value] : []));
  if (known.length === 0) return 'No year has an amount for both.';
  const told = flipText(flips, known.find((value) => Math.abs(value) >= 0.005) ?? 0);
  const sum = known.reduce((total, value) => total + value, 0);
  const [more, less] = sum > 0 ? ['A', 'B'] : ['B', 'A'];
  const paid =
    Math.abs(sum) < 0.005
      ? ''
      : ` For one unit in each of ${countOf(known.length, 'year')} ${more} would have paid ${formatMoney(Math.abs(sum))} more than ${less} in all.`;
  return `${told}${paid}`;
}

function valueSummary({ comparison, breakEven, units }: TermValueInput): string {
  const { totals, runningFlips, years } = comparison;
  if (totals.a.kind === 'absent' || totals.b.kind === 'absent' || totals.difference.kind === 'absent') {
    return 'One of the two has no amount in a year, so their worth cannot be compared.';
  }
  const better = totals.difference.value > 0 ? 'A' : 'B';
  const worth = `Over ${countOf(years.length, 'year')} and ${countOf(units, 'unit')} a year A is worth ${formatMoney(totals.a.value)}, B ${formatMoney(totals.b.value)}`;
  const ahead =
    totals.difference.value === 0
      ? `${worth}: the same.`
      : `${worth}: ${better} is ahead by ${formatMoney(Math.abs(totals.difference.value))}.`;
  const [turn] = runningFlips.slice(-1);
  const madeGood = turn ? ` ${turn.better === 'a' ? 'A' : 'B'} is ahead in all from ${turn.year} on.` : '';
  const even =
    breakEven.kind === 'value'
      ? ` They are worth the same if Medicare changes by ${percentText(breakEven.value)} a year.`
      : ' No yearly change of Medicare between −20% and +20% makes them equal.';
  return `${ahead}${madeGood}${even}`;
}
