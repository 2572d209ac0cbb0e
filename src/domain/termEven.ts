import { valueOf } from './cell.ts';
import { betterTerm, type TermComparison, type TermSide, type TermYear } from './termComparison.ts';

/** Fractions at which two terms are worth the same: one alone (`from` = `to`), or all from one to the other. */
export interface EvenRange {
  readonly from: number;
  readonly to: number;
}

/** Where two terms pay the same: the turning points of a comparison that follows an assumed change of Medicare. */
export interface TermEven {
  /** The even yearly changes of Medicare at which both are worth the same over all years, rising. */
  readonly changes: readonly EvenRange[];
  /**
   * Medicare's levels in the last year, as shares of its newest real level, at which both pay the same in that year:
   * (1 + change)^(years − 1). None for a contract of one year, whose Medicare is known.
   */
  readonly levels: readonly EvenRange[];
}

/** @param compare the comparison under an even yearly change of Medicare: of a long list the dear part, so made once each. */
export function termEven(compare: (growth: number) => TermComparison, years: number): TermEven {
  const made = new Map<number, TermComparison>();
  const compared = (growth: number): TermComparison => {
    const comparison = made.get(growth) ?? compare(growth);
    made.set(growth, comparison);
    return comparison;
  };
  const changes = evenChanges((growth) => valueOf(compared(growth).totals.difference));
  if (years < 2) return { changes, levels: [] };
  const levelAt = (growth: number) => (1 + growth) ** (years - 1);
  const inLastYear = evenChanges((growth) => {
    const { difference } = compared(growth).years.at(-1) as TermYear;
    return valueOf(difference);
  });
  return { changes, levels: inLastYear.map(({ from, to }) => ({ from: levelAt(from), to: levelAt(to) })) };
}

/** As far as a yearly change of Medicare is looked for, either way, in steps of half a percent. */
const widestChange = 0.2;
const steps = 80;

/**
 * The even yearly changes of Medicare from −20% to +20% at which a difference is 0, or printed as $0.00 over a whole
 * stretch of them, as it is where the charge caps both terms. Looked for every half percent, and halved from there;
 * two that lie within one such step are not seen.
 *
 * @param difference unrounded cents under a yearly change; undefined where a year has no amount
 * @returns none where no such change makes it 0, or it has no amount
 */
export function evenChanges(difference: (growth: number) => number | undefined): readonly EvenRange[] {
  const runs: Run[] = [];
  for (let step = 0; step <= steps; step += 1) {
    const growth = (widestChange * (2 * step - steps)) / steps;
    const value = difference(growth);
    if (value === undefined) return [];
    const better = betterTerm(value);
    const last = runs.at(-1);
    if (last?.better === better) last.to = growth;
    else runs.push({ better, from: growth, to: growth });
  }
  const signAt = (growth: number) => Math.sign(difference(growth) as number);
  const betterAt = (growth: number) => betterTerm(difference(growth) as number);
  const crossing = (low: Run, high: Run): EvenRange => {
    const at = borderOf(low.to, high.from, signAt);
    return { from: at, to: at };
  };
  return runs.flatMap((run, index): readonly EvenRange[] => {
    const [before, after] = [runs[index - 1], runs[index + 1]];
    if (run.better !== null) return after && after.better !== null ? [crossing(run, after)] : [];
    // One step between two sides: where it crosses 0, not as far as it is printed so.
    if (run.from === run.to && before && after && before.better !== after.better)
      return [crossing(before, after)];
    return [
      {
        from: before ? borderOf(before.to, run.from, betterAt) : run.from,
        to: after ? borderOf(run.to, after.from, betterAt) : run.to,
      },
    ];
  });
}

/** Steps on end with the same better term; null where both are the same. */
interface Run {
  readonly better: TermSide | null;
  readonly from: number;
  to: number;
}

/** Where a function of two values turns from its value at `low` to another, by halving 60 times. */
function borderOf(low: number, high: number, valueAt: (at: number) => unknown): number {
  const atLow = valueAt(low);
  let [from, to] = [low, high];
  for (let turn = 0; turn < 60; turn += 1) {
    const middle = (from + to) / 2;
    if (valueAt(middle) === atLow) from = middle;
    else to = middle;
  }
  return (from + to) / 2;
}
