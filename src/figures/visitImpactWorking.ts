import type { Cell } from '../domain/cell.ts';
import type { VisitBoard } from '../domain/visitBoard.ts';
import { medicareRow } from '../domain/visitBoard.ts';
import type { VisitImpact, VisitImpactRow } from '../domain/visitImpact.ts';
import { visitMethods } from '../text/visitText.ts';
import { plainOperand, type VisitWorkingInput } from './visitServiceWorking.ts';
import { visitWorking } from './visitWorking.ts';
import type { Operand, Working } from './working.ts';

export interface VisitImpactWorkingInput extends Omit<VisitWorkingInput, 'board' | 'rates'> {
  readonly impact: VisitImpact;
  readonly own: { readonly board: VisitBoard; readonly rates: string };
  readonly market: { readonly board: VisitBoard; readonly rates: string };
}

type Side = 'own' | 'market' | 'medicare';
const letters: Readonly<Record<Side, string>> = { own: 'Yours', market: 'Market', medicare: 'Medicare' };

interface Recipe {
  readonly cell: Cell;
  readonly sides: readonly Side[];
  readonly column: Working['column'];
  readonly symbols: string;
  readonly words: string;
  readonly definition: string;
  readonly template: string;
}

/** The working of a cell of the impact's table; undefined where the cell is absent or was entered. */
export function visitImpactWorking(
  input: VisitImpactWorkingInput,
  rowId: string,
  columnId: string,
): Working | undefined {
  const { rows, total } = input.impact;
  if (rowId === 'total') return total ? totalWorking(input, total, columnId) : undefined;
  const row = rows.find(({ id }) => id === rowId);
  if (!row) return undefined;
  if (columnId === 'own' || columnId === 'market' || columnId === 'medicare') {
    return sideWorking(input, row, columnId);
  }
  const recipe = recipeOf(row, columnId);
  return recipe && recipe.cell.kind === 'value'
    ? fromRecipe(input, row.name, recipe, recipe.cell.value, [
        ...recipe.sides.map((side) => sideOperand(input, row, side)),
        ...(columnId === 'year' ? [visitsOperand(row)] : []),
      ])
    : undefined;
}

function recipeOf(row: VisitImpactRow, columnId: string): Recipe | undefined {
  const words = 'Hold the average visits against each other.';
  switch (columnId) {
    case 'of-medicare':
      return {
        cell: row.ofMedicare,
        sides: ['own', 'medicare'],
        column: 'ratio',
        symbols: 'yours ÷ Medicare',
        words,
        definition: visitMethods.percentOfMedicare,
        template: '{own}/{medicare}',
      };
    case 'of-market':
      return {
        cell: row.ofMarket,
        sides: ['own', 'market'],
        column: 'ratio',
        symbols: 'yours ÷ market',
        words,
        definition: visitMethods.ofMarket,
        template: '{own}/{market}',
      };
    case 'to-market':
      return {
        cell: row.toMarket,
        sides: ['own', 'market'],
        column: 'signed-money',
        symbols: 'market − yours',
        words,
        definition: visitMethods.toMarket,
        template: '{market}-{own}',
      };
    case 'year':
      return {
        cell: row.year,
        sides: ['own', 'market'],
        column: 'signed-money',
        symbols: '(market − yours) × visits',
        words: 'Multiply the distance of one visit by the visits a year with this payer.',
        definition: visitMethods.impactYear,
        template: '({market}-{own})*{visits}',
      };
    default:
      return undefined;
  }
}

/** A payment per visit, as the board it comes from explains it. */
function sideWorking(input: VisitImpactWorkingInput, row: VisitImpactRow, side: Side): Working | undefined {
  const { schedule, where, origin, address } = input;
  const { board, rates } = side === 'market' ? input.market : input.own;
  const id = side === 'medicare' ? medicareRow : row.id;
  return visitWorking({ board, rates, schedule, where, origin, address }, id, 'average');
}

function sideOperand(input: VisitImpactWorkingInput, row: VisitImpactRow, side: Side): Operand {
  const cell = row[side];
  return {
    id: side,
    label: `${letters[side]} a visit, ${row.name}`,
    number: { cents: cell.kind === 'value' ? cell.value : 0 },
    unit: 'USD',
    source:
      side === 'market'
        ? input.market.rates
        : side === 'own'
          ? input.own.rates
          : 'Medicare’s rules and tables',
    from: () => sideWorking(input, row, side) as Working,
  };
}

function visitsOperand({ visits, name }: VisitImpactRow, id = 'visits'): Operand {
  return plainOperand(id, `Visits a year, ${name}`, visits, 'visits', 'The file’s units, or as typed');
}

/** Σ over the payers that have all three: averages by visits, shares as ratios of sums. */
function totalWorking(
  input: VisitImpactWorkingInput,
  total: VisitImpactRow,
  columnId: string,
): Working | undefined {
  const rows = input.impact.rows.filter(
    ({ visits, year, ofMedicare }) => visits > 0 && year.kind === 'value' && ofMedicare.kind === 'value',
  );
  const sum = (side: Side) => rows.map((_, at) => `{n${at}}*{${side}${at}}`).join('+');
  const visits = rows.map((_, at) => `{n${at}}`).join('+');
  const parts: Readonly<Record<string, Omit<Recipe, 'words' | 'definition'>>> = {
    own: {
      cell: total.own,
      sides: ['own'],
      column: 'money',
      symbols: 'Σ (visits × yours) ÷ Σ visits',
      template: `(${sum('own')})/(${visits})`,
    },
    market: {
      cell: total.market,
      sides: ['market'],
      column: 'money',
      symbols: 'Σ (visits × market) ÷ Σ visits',
      template: `(${sum('market')})/(${visits})`,
    },
    medicare: {
      cell: total.medicare,
      sides: ['medicare'],
      column: 'money',
      symbols: 'Σ (visits × Medicare) ÷ Σ visits',
      template: `(${sum('medicare')})/(${visits})`,
    },
    'of-medicare': {
      cell: total.ofMedicare,
      sides: ['own', 'medicare'],
      column: 'ratio',
      symbols: 'Σ (visits × yours) ÷ Σ (visits × Medicare)',
      template: `(${sum('own')})/(${sum('medicare')})`,
    },
    'of-market': {
      cell: total.ofMarket,
      sides: ['own', 'market'],
      column: 'ratio',
      symbols: 'Σ (visits × yours) ÷ Σ (visits × market)',
      template: `(${sum('own')})/(${sum('market')})`,
    },
    'to-market': {
      cell: total.toMarket,
      sides: ['own', 'market'],
      column: 'signed-money',
      symbols: 'Σ (visits × (market − yours)) ÷ Σ visits',
      template: `((${sum('market')})-(${sum('own')}))/(${visits})`,
    },
    year: {
      cell: total.year,
      sides: ['own', 'market'],
      column: 'signed-money',
      symbols: 'Σ (visits × (market − yours))',
      template: `(${sum('market')})-(${sum('own')})`,
    },
  };
  const part = parts[columnId];
  if (part?.cell.kind !== 'value') return undefined;
  const recipe = {
    ...part,
    words: 'Weigh each payer’s average visit by its visits a year.',
    definition: visitMethods.impact,
  };
  return fromRecipe(input, total.name, recipe, part.cell.value, [
    ...rows.map((row, at) => visitsOperand(row, `n${at}`)),
    ...part.sides.flatMap((side) =>
      rows.map((row, at) => ({ ...sideOperand(input, row, side), id: `${side}${at}` })),
    ),
  ]);
}

function fromRecipe(
  { where, origin, address }: VisitImpactWorkingInput,
  name: string,
  { column, symbols, words, definition, template }: Recipe,
  value: number,
  operands: readonly Operand[],
): Working {
  return {
    kind: 'arithmetic',
    title: `${name}, ${where}: ${symbols}`,
    value,
    column,
    symbols,
    words,
    definition,
    excelFunction: 'Arithmetic',
    template,
    operands,
    steps: [],
    table: null,
    facts: [],
    leftOut: [],
    origin,
    address,
  };
}
