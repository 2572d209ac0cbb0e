import type { Cell } from '../domain/cell.ts';
import type { TermSide } from '../domain/termComparison.ts';
import type { TermListComparison, TermListRow } from '../domain/termList.ts';
import { countOf } from '../text/numbers.ts';
import { termMethods, termNames } from '../text/termText.ts';
import { medicareYearWorking, type TermWorkingInput, termArithmetic } from './termAmountWorking.ts';
import { termWorking } from './termWorking.ts';
import type { Operand, Working } from './working.ts';

export interface TermListWorkingInput
  extends Omit<TermWorkingInput, 'comparison' | 'charge' | 'units' | 'known' | 'code' | 'listed'> {
  readonly list: TermListComparison;
}

/** The working of a cell of the table of codes; undefined where the cell is absent or was entered. */
export function termListWorking(
  input: TermListWorkingInput,
  rowId: string,
  columnId: string,
): Working | undefined {
  const { rows, medicare, whole } = input.list;
  const row = rows.find(({ line }) => line.code === rowId);
  const cells = row ? { medicare: row.medicare, ...row.comparison.totals } : { medicare, ...whole.totals };
  const name = row ? row.line.code : 'all codes of the list';
  switch (columnId) {
    case 'a':
    case 'b':
    case 'medicare':
      return row ? worthWorking(input, row, columnId) : sumWorking(input, columnId, cells[columnId]);
    case 'difference':
      return pairWorking(input, row, name, 'a', 'b', cells);
    case 'a-share':
      return pairWorking(input, row, name, 'a', 'medicare', cells);
    case 'b-share':
      return pairWorking(input, row, name, 'b', 'medicare', cells);
    default:
      return undefined;
  }
}

type Side = TermSide | 'medicare';
const sideNames: Readonly<Record<Side, string>> = { ...termNames, medicare: 'Medicare' };

/** A row's own working input: the code's comparison with its units, charge and history. */
function inputOf(input: TermListWorkingInput, { line, comparison }: TermListRow): TermWorkingInput {
  const { code, units, charge, listed, history } = line;
  return { ...input, comparison, code, units, charge, listed, known: history };
}

/** All units of a code over all years. */
function worthWorking(input: TermListWorkingInput, row: TermListRow, side: Side): Working | undefined {
  const own = inputOf(input, row);
  if (side !== 'medicare') return termWorking(own, 'total', `${side}-worth`);
  if (row.medicare.kind === 'absent') return undefined;
  const { years } = row.comparison;
  return termArithmetic(own, {
    title: `Medicare for all units of ${row.line.code}, ${countOf(years.length, 'year')}`,
    value: row.medicare.value,
    symbols: 'units × Σ Medicare',
    words: 'Add up Medicare’s amounts of the years and multiply by the units a year.',
    definition: termMethods.codeWorth,
    template: `{units}*(${years.map((_, at) => `{year${at}}`).join('+')})`,
    operands: [
      {
        id: 'units',
        label: 'Units a year',
        number: { plain: String(row.line.units) },
        unit: 'units',
        source: 'As listed',
      },
      ...years.map(
        ({ medicare }, at): Operand => ({
          id: `year${at}`,
          label: `Medicare ${medicare.year}`,
          number: { cents: medicare.amount.kind === 'value' ? medicare.amount.value : 0 },
          unit: 'USD',
          source: medicare.isAssumed ? 'The stated assumption' : 'CMS tables',
          from: () => medicareYearWorking(own, medicare) as Working,
        }),
      ),
    ],
  });
}

/** Σ over the counted codes. */
function sumWorking(input: TermListWorkingInput, side: Side, cell: Cell): Working | undefined {
  if (cell.kind === 'absent') return undefined;
  const counted = input.list.rows.filter(({ isCounted }) => isCounted);
  return shellOf(input, {
    title: `${sideNames[side]} for all codes of the list`,
    value: cell.value,
    column: 'money',
    symbols: 'Σ codes',
    words: 'Add up the codes that both terms can price.',
    definition: termMethods.list,
    template: counted.map((_, at) => `{code${at}}`).join('+'),
    operands: counted.map((row, at): Operand => {
      const worth = side === 'medicare' ? row.medicare : row.comparison.totals[side];
      return {
        id: `code${at}`,
        label: `${sideNames[side]}, ${row.line.code}`,
        number: { cents: worth.kind === 'value' ? worth.value : 0 },
        unit: 'USD',
        source: row.line.units === 1 ? '1 unit a year' : `${row.line.units} units a year`,
        from: () => worthWorking(input, row, side) as Working,
      };
    }),
  });
}

/** A − B in dollars, or a term ÷ Medicare. */
function pairWorking(
  input: TermListWorkingInput,
  row: TermListRow | undefined,
  name: string,
  one: TermSide,
  other: 'b' | 'medicare',
  cells: Readonly<Record<Side, Cell>>,
): Working | undefined {
  const [first, second] = [cells[one], cells[other]];
  if (first.kind === 'absent' || second.kind === 'absent') return undefined;
  const isShare = other === 'medicare';
  if (isShare && second.value === 0) return undefined;
  const operand = (side: Side, value: number): Operand => ({
    id: side,
    label: `${sideNames[side]}, ${name}`,
    number: { cents: value },
    unit: 'USD',
    source: 'All units of all years',
    from: () => (row ? worthWorking(input, row, side) : sumWorking(input, side, cells[side])) as Working,
  });
  return shellOf(input, {
    title: `${isShare ? `${sideNames[one]} as % of Medicare` : 'A − B'} for ${name}`,
    value: isShare ? first.value / second.value : first.value - second.value,
    column: isShare ? 'ratio' : 'signed-money',
    symbols: isShare ? `Σ ${sideNames[one]} ÷ Σ Medicare` : 'A − B',
    words: isShare
      ? 'Divide what the term pays over the contract by what Medicare pays for the same units.'
      : 'Take what B is worth from what A is worth.',
    definition: isShare ? termMethods.codeShare : termMethods.codeDifference,
    template: isShare ? `{${one}}/{${other}}` : `{${one}}-{${other}}`,
    operands: [operand(one, first.value), operand(other, second.value)],
  });
}

type Parts = Pick<
  Working,
  'title' | 'value' | 'column' | 'symbols' | 'words' | 'definition' | 'template' | 'operands'
>;

function shellOf({ origin, address }: TermListWorkingInput, parts: Parts): Working {
  return {
    kind: 'arithmetic',
    excelFunction: 'Arithmetic',
    steps: [],
    table: null,
    facts: [],
    leftOut: ['Reductions for several services a day, and every adjustment by claim'],
    origin,
    address,
    ...parts,
  };
}

/** The working of a cell of the tables of years, for a list: sums over its codes of the code's own amounts. */
export function termYearsWorking(
  input: TermListWorkingInput,
  rowId: string,
  columnId: string,
): Working | undefined {
  const { whole, rows } = input.list;
  if (rowId === 'total') {
    if (columnId === 'running') return termListWorking(input, 'total', 'difference');
    return termListWorking(input, 'total', columnId);
  }
  const index = whole.years.findIndex(({ medicare }) => String(medicare.year) === rowId);
  const year = whole.years[index];
  if (!year) return undefined;
  if (columnId === 'running') return runningWorking(input, index);
  if (columnId === 'difference') {
    if (year.difference.kind === 'absent') return undefined;
    return shellOf(input, {
      title: `A − B for the list, ${rowId}`,
      value: year.difference.value,
      column: 'signed-money',
      symbols: 'A − B',
      words: 'Take what B pays for all units from what A pays.',
      definition: termMethods.differenceList,
      template: '{a}-{b}',
      operands: (['a', 'b'] as const).map((side) => yearOperand(input, side, index, side)),
    });
  }
  if (columnId !== 'a' && columnId !== 'b' && columnId !== 'medicare') return undefined;
  const cell = columnId === 'medicare' ? year.medicare.amount : year[columnId].amount;
  if (cell.kind === 'absent') return undefined;
  const counted = rows.filter(({ isCounted }) => isCounted);
  return shellOf(input, {
    title: `${sideNames[columnId]} for all units of the list, ${rowId}`,
    value: cell.value,
    column: 'money',
    symbols: 'Σ (units × amount)',
    words: 'Multiply each code’s amount of the year by its units, and add up.',
    definition: columnId === 'medicare' ? termMethods.medicareList : termMethods.amountList,
    template: counted.map((_, at) => `{n${at}}*{code${at}}`).join('+'),
    operands: counted.flatMap((row, at): readonly Operand[] => {
      const own = row.comparison.years[index];
      const amount = columnId === 'medicare' ? own?.medicare.amount : own?.[columnId].amount;
      return [
        {
          id: `n${at}`,
          label: `Units of ${row.line.code}`,
          number: { plain: String(row.line.units) },
          unit: 'units',
          source: 'As listed',
        },
        {
          id: `code${at}`,
          label: `${sideNames[columnId]}, ${row.line.code}`,
          number: { cents: amount?.kind === 'value' ? amount.value : 0 },
          unit: 'USD',
          source: 'For one unit',
          from: () => termWorking(inputOf(input, row), rowId, columnId) as Working,
        },
      ];
    }),
  });
}

function yearOperand(input: TermListWorkingInput, side: TermSide, index: number, id: string): Operand {
  const year = input.list.whole.years[index];
  const cell = year?.[side].amount;
  return {
    id,
    label: `${sideNames[side]}, ${year?.medicare.year ?? ''}`,
    number: { cents: cell?.kind === 'value' ? cell.value : 0 },
    unit: 'USD',
    source: 'All units of the list',
    from: () => termYearsWorking(input, String(year?.medicare.year ?? ''), side) as Working,
  };
}

function runningWorking(input: TermListWorkingInput, upTo: number): Working | undefined {
  const years = input.list.whole.years.slice(0, upTo + 1);
  const last = years.at(-1);
  if (last?.running.kind !== 'value') return undefined;
  return shellOf(input, {
    title: `A − B so far for the list, to ${last.medicare.year}`,
    value: last.running.value,
    column: 'signed-money',
    symbols: 'Σ (A − B)',
    words: 'Add up the differences of the years so far.',
    definition: termMethods.running,
    template: years.map((_, at) => `{a${at}}-{b${at}}`).join('+'),
    operands: years.flatMap((_, at) => [
      yearOperand(input, 'a', at, `a${at}`),
      yearOperand(input, 'b', at, `b${at}`),
    ]),
  });
}
