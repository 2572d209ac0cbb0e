import { valueOf } from './cell.ts';
import { betterTerm, type TermComparison, type TermYear } from './termComparison.ts';

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

/** @param compare the comparison under an even yearly change of Medicare. */
export function termEven(compare: (growth: number) => TermComparison, years: number): TermEven {
  const changes = evenChanges((growth) => valueOf(compare(growth).totals.difference));
  if (years < 2) return { changes, levels: [] };
  const levelAt = (growth: number) => (1 + growth) ** (years - 1);
  const inLastYear = evenChanges((growth) => {
    const { difference } = compare(growth).years.at(-1) as TermYear;
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
  const points: Point[] = [];
  for (let step = 0; step <= steps; step += 1) {
    const growth = (widestChange * (2 * step - steps)) / steps;
    const value = difference(growth);
    if (value === undefined) return [];
    points.push({ growth, better: betterTerm(value) });
  }
  const signAt = (growth: number) => Math.sign(difference(growth) as number);
  const betterAt = (growth: number) => betterTerm(difference(growth) as number);
  return stretchesOf(points).flatMap(({ before, first, last, after }): readonly EvenRange[] => {
    const turns = before && after && before.better !== after.better;
    // At most one point between the two: where it crosses 0, not as far as it is printed so.
    if (turns && first === last) {
      const at = borderOf(before.growth, after.growth, signAt);
      return [{ from: at, to: at }];
    }
    if (!first || !last) return [];
    return [
      {
        from: before ? borderOf(before.growth, first.growth, betterAt) : first.growth,
        to: after ? borderOf(last.growth, after.growth, betterAt) : last.growth,
      },
    ];
  });
}

interface Point {
  readonly growth: number;
  readonly better: ReturnType<typeof betterTerm>;
}

/** Neighbours of a stretch on which both are the same; of two points that change sides, with nothing between. */
interface Stretch {
  readonly before: Point | undefined;
  readonly first: Point | undefined;
  readonly last: Point | undefined;
  readonly after: Point | undefined;
}

function stretchesOf(points: readonly Point[]): readonly Stretch[] {
  const stretches: Stretch[] = [];
  let before: Point | undefined;
  let same: Point[] = [];
  for (const point of [...points, undefined]) {
    if (point?.better === null) {
      same.push(point);
      continue;
    }
    const turns = before && point && before.better !== point.better;
    if (turns || same.length > 0) stretches.push({ before, first: same[0], last: same.at(-1), after: point });
    before = point;
    same = [];
  }
  return stretches;
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
