import type { Impact } from '../domain/contractImpact.ts';
import { impactSteps } from '../domain/impactSteps.ts';
import type { PriceVolume } from '../domain/priceVolume.ts';
import { countOf, formatMoney, formatSignedMoney } from '../text/numbers.ts';
import { axisFromZero } from './axis.ts';
import { axisAround } from './axisAround.ts';

/** A bar of a waterfall: an amount as it stands, or the step from one amount to the next. Unrounded cents. */
export interface WaterfallBar {
  readonly id: string;
  readonly label: string;
  readonly kind: 'total' | 'gain' | 'loss';
  /** Several rows as one: drawn apart. */
  readonly isRest: boolean;
  /** 0 for a total. */
  readonly from: number;
  readonly to: number;
  /** The amount or the step as printed. */
  readonly text: string;
}

/** What a waterfall draws, settled before any pixel. */
export interface WaterfallModel {
  readonly title: string;
  readonly summary: string;
  readonly bars: readonly WaterfallBar[];
  /** The axis in cents; where it does not start at 0 the totals are drawn broken and the chart says so. */
  readonly domain: readonly [number, number];
  readonly ticks: readonly number[];
}

/** A bar from 0. Amounts are unrounded cents. */
export function waterfallTotal(id: string, label: string, amount: number): WaterfallBar {
  return { id, label, kind: 'total', isRest: false, from: 0, to: amount, text: formatMoney(amount) };
}

/** @param isRest whether it stands for several steps */
export function waterfallStep(
  id: string,
  label: string,
  from: number,
  to: number,
  isRest = false,
): WaterfallBar {
  const kind = to < from ? 'loss' : 'gain';
  return { id, label, kind, isRest, from, to, text: formatSignedMoney(to - from) };
}

/** Steps that are short beside what they stand on begin the axis late: from 0 they could not be told apart. */
const lateFrom = 0.75;

/** Bars with an axis that fits them. */
export function waterfall(title: string, summary: string, bars: readonly WaterfallBar[]): WaterfallModel {
  const ends = bars.flatMap(({ kind, from, to }) => (kind === 'total' ? [to] : [from, to]));
  const [least, most] = [Math.min(...ends), Math.max(...ends)];
  const isLate = least < most && least > lateFrom * most;
  const axis = isLate ? axisAround(least - (most - least) / 2, most) : axisFromZero(most);
  return { title, summary, bars, ...axis };
}

/** Steps of a waterfall of gains before the rest become one. */
const mostSteps = 10;

/** Revenue now, the gains one upon the other, revenue at the target; null where nothing is gained. */
export function impactWaterfall(
  impact: Impact,
  nouns: readonly [string, string],
  words: { readonly title: string; readonly summary: string },
): WaterfallModel | null {
  const { total } = impact;
  if (total.gain === 0) return null;
  const steps = impactSteps(impact, mostSteps).map(({ id, label, count, from, to }) =>
    count === 1
      ? waterfallStep(`step ${id}`, label, from, to)
      : waterfallStep('rest', countOf(count, `other ${nouns[0]}`, `other ${nouns[1]}`), from, to, true),
  );
  return waterfall(words.title, words.summary, [
    waterfallTotal('now', 'Revenue now', total.now),
    ...steps,
    waterfallTotal('at-target', 'At target', total.atTarget),
  ]);
}

/** Revenue before, what volume, mix, rates and codes of one year did to it, revenue after. */
export function priceVolumeWaterfall(
  part: PriceVolume,
  years: { readonly from: number; readonly to: number },
  words: { readonly title: string; readonly summary: string },
): WaterfallModel {
  let reached = part.before;
  const effects = [
    ['volume', 'Volume', part.volume],
    ['mix', 'Mix', part.mix],
    ['rate', 'Rates', part.rate],
    ['one-year', 'Codes of one year', part.oneYear],
  ] as const;
  const steps = effects.map(([id, label, amount]) => {
    const from = reached;
    reached += amount;
    return waterfallStep(id, label, from, reached);
  });
  return waterfall(words.title, words.summary, [
    waterfallTotal('before', `Revenue ${years.from}`, part.before),
    ...steps,
    waterfallTotal('after', `Revenue ${years.to}`, part.after),
  ]);
}
