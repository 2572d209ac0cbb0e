import { type Cell, present } from './cell.ts';
import {
  type Charge,
  type ContractTerm,
  type MedicareYear,
  type TermAmount,
  termAmounts,
} from './contractTerm.ts';
import { roundHalfAwayFromZero } from './money.ts';

/** One of the two terms that are compared. */
export type TermSide = 'a' | 'b';

/** The year from which the other term is the better one. */
export interface TermFlip {
  readonly year: number;
  readonly better: TermSide;
}

/** Two terms side by side in one year; unrounded cents. */
export interface TermYear {
  readonly medicare: MedicareYear;
  readonly a: TermAmount;
  readonly b: TermAmount;
  /** A − B, for one unit. */
  readonly difference: Cell;
  /** Σ of the differences up to this year, times the units a year. */
  readonly running: Cell;
}

export interface TermComparison {
  readonly years: readonly TermYear[];
  /** Years in which the better term is another than before. */
  readonly flips: readonly TermFlip[];
  /** The same for the sum up to a year: when what was lost is made good. */
  readonly runningFlips: readonly TermFlip[];
  /** All units of all years. */
  readonly totals: { readonly a: Cell; readonly b: Cell; readonly difference: Cell };
}

export interface TermInput {
  readonly a: ContractTerm;
  readonly b: ContractTerm;
  readonly charge: Charge | null;
  /** Units of the code in a year. */
  readonly units: number;
  /** The code's own fixed amount, for terms that point at the list; unrounded cents. */
  readonly listed?: number | null;
}

/** Both terms over the years of a run, and where one overtakes the other. */
export function compareTerms(
  { a, b, charge, units, listed = null }: TermInput,
  run: readonly MedicareYear[],
  known: readonly MedicareYear[],
): TermComparison {
  const facts = { charge, known, listed };
  return comparisonOf(run, termAmounts(a, run, facts), termAmounts(b, run, facts), units);
}

/** Two runs of amounts side by side: one code's, or the sums of a list. */
export function comparisonOf(
  run: readonly MedicareYear[],
  as: readonly TermAmount[],
  bs: readonly TermAmount[],
  units: number,
): TermComparison {
  let running: Cell = present(0);
  const years = run.map((medicare, index): TermYear => {
    const [one, other] = [as[index] as TermAmount, bs[index] as TermAmount];
    const difference = minus(one.amount, other.amount);
    running = plus(running, difference, units);
    return { medicare, a: one, b: other, difference, running };
  });
  const totals = { a: totalOf(as, units), b: totalOf(bs, units) };
  return {
    years,
    flips: flipsOf(years.map(({ medicare, difference }) => ({ year: medicare.year, cell: difference }))),
    runningFlips: flipsOf(years.map(({ medicare, running: sum }) => ({ year: medicare.year, cell: sum }))),
    totals: { ...totals, difference: minus(totals.a, totals.b) },
  };
}

function minus(a: Cell, b: Cell): Cell {
  if (a.kind === 'absent') return a;
  return b.kind === 'absent' ? b : present(a.value - b.value);
}

function plus(sum: Cell, difference: Cell, units: number): Cell {
  if (sum.kind === 'absent') return sum;
  return difference.kind === 'absent' ? difference : present(sum.value + units * difference.value);
}

function totalOf(amounts: readonly TermAmount[], units: number): Cell {
  let total = 0;
  for (const { amount } of amounts) {
    if (amount.kind === 'absent') return amount;
    total += units * amount.value;
  }
  return present(total);
}

/**
 * Which of two terms is the better one; null where they are the same. They are while their difference is printed as
 * $0.00: a word for what no column shows would contradict the table.
 *
 * @param difference A − B, in unrounded cents: of one unit or of a sum
 */
export function betterTerm(difference: number): TermSide | null {
  const printed = roundHalfAwayFromZero(difference);
  if (printed === 0) return null;
  return printed > 0 ? 'a' : 'b';
}

function flipsOf(cells: readonly { readonly year: number; readonly cell: Cell }[]): readonly TermFlip[] {
  const flips: TermFlip[] = [];
  let before: TermSide | null = null;
  for (const { year, cell } of cells) {
    const better = cell.kind === 'absent' ? null : betterTerm(cell.value);
    if (better === null) continue;
    if (before !== null && better !== before) flips.push({ year, better });
    before = better;
  }
  return flips;
}
