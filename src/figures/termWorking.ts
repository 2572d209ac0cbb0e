import type { Cell } from '../domain/cell.ts';
import type { TermSide, TermYear } from '../domain/termComparison.ts';
import { termMethods, termNames, termText } from '../text/termText.ts';
import {
  amountWorking,
  medicareYearWorking,
  type TermWorkingInput,
  termArithmetic,
} from './termAmountWorking.ts';
import type { Operand, Working } from './working.ts';

/** The working of a cell of either table of terms; undefined where the cell is absent or no sum. */
export function termWorking(input: TermWorkingInput, rowId: string, columnId: string): Working | undefined {
  const { years, totals } = input.comparison;
  if (rowId === 'total') {
    if (columnId === 'a-worth') return sumWorking(input, 'a', years);
    if (columnId === 'b-worth') return sumWorking(input, 'b', years);
    return columnId === 'running' ? runningWorking(input, years, totals.difference) : undefined;
  }
  const index = years.findIndex(({ medicare }) => String(medicare.year) === rowId);
  const year = years[index];
  if (!year) return undefined;
  switch (columnId) {
    case 'medicare':
      return medicareYearWorking(input, year.medicare);
    case 'a':
    case 'b':
      return amountWorking(input, columnId, index);
    case 'difference':
      return differenceWorking(input, year, index);
    case 'a-worth':
      return sumWorking(input, 'a', [year]);
    case 'b-worth':
      return sumWorking(input, 'b', [year]);
    case 'running':
      return runningWorking(input, years.slice(0, index + 1), year.running);
    default:
      return undefined;
  }
}

function differenceWorking(input: TermWorkingInput, year: TermYear, index: number): Working | undefined {
  if (year.difference.kind === 'absent') return undefined;
  return termArithmetic(input, {
    title: `A − B for ${input.code}, ${input.where}, ${year.medicare.year}`,
    value: year.difference.value,
    column: 'signed-money',
    symbols: 'A − B',
    words: 'Take what B pays from what A pays.',
    definition: termMethods.difference,
    template: '{a}-{b}',
    operands: (['a', 'b'] as const).map((side) => sideOperand(input, side, year, index, side)),
  });
}

function sideOperand(
  input: TermWorkingInput,
  side: TermSide,
  year: TermYear,
  index: number,
  id: string,
): Operand {
  const { amount } = year[side];
  return {
    id,
    label: `${termNames[side]}, ${year.medicare.year}`,
    number: { cents: amount.kind === 'value' ? amount.value : 0 },
    unit: 'USD',
    source: termText(input[side]),
    from: () => amountWorking(input, side, index) as Working,
  };
}

const indexOf = (input: TermWorkingInput, year: TermYear) => input.comparison.years.indexOf(year);

/** Units × amount over some years. */
function sumWorking(
  input: TermWorkingInput,
  side: TermSide,
  years: readonly TermYear[],
): Working | undefined {
  let sum = 0;
  for (const { [side]: paid } of years) {
    if (paid.amount.kind === 'absent') return undefined;
    sum += input.units * paid.amount.value;
  }
  const [first, last] = [years[0], years.at(-1)];
  if (!first || !last) return undefined;
  const span =
    first === last ? String(first.medicare.year) : `${first.medicare.year} to ${last.medicare.year}`;
  return termArithmetic(input, {
    title: `${termNames[side]}, all units of ${input.code}, ${span}`,
    value: sum,
    symbols: 'units × Σ amounts',
    words: 'Add up what one unit pays in each of the years, and multiply by the units a year.',
    definition: termMethods.worth,
    template: `{units}*(${years.map((_, at) => `{year${at}}`).join('+')})`,
    operands: [
      unitsOperand(input),
      ...years.map((year, at) => sideOperand(input, side, year, indexOf(input, year), `year${at}`)),
    ],
  });
}

function runningWorking(
  input: TermWorkingInput,
  years: readonly TermYear[],
  cell: Cell,
): Working | undefined {
  const last = years.at(-1);
  if (cell.kind === 'absent' || !last) return undefined;
  return termArithmetic(input, {
    title: `A − B so far, all units of ${input.code}, to ${last.medicare.year}`,
    value: cell.value,
    column: 'signed-money',
    symbols: 'units × Σ (A − B)',
    words:
      'Add up what A pays more than B for one unit in each year so far, and multiply by the units a year.',
    definition: termMethods.running,
    template: `{units}*(${years.map((_, at) => `{year${at}}`).join('+')})`,
    operands: [
      unitsOperand(input),
      ...years.map(
        (year, at): Operand => ({
          id: `year${at}`,
          label: `A − B, ${year.medicare.year}`,
          number: { cents: year.difference.kind === 'value' ? year.difference.value : 0 },
          unit: 'USD',
          source: termMethods.difference,
          from: () => differenceWorking(input, year, indexOf(input, year)) as Working,
        }),
      ),
    ],
  });
}

function unitsOperand({ units }: TermWorkingInput): Operand {
  return {
    id: 'units',
    label: 'Units a year',
    number: { plain: String(units) },
    unit: 'units',
    source: 'As entered',
  };
}
