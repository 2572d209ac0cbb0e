import type { MedicareTrend, TrendPeriod } from '../domain/medicareTrend.ts';
import { periodText } from '../text/medicareText.ts';
import { placeTitle } from '../text/names.ts';
import { periodSentence, trendSummary } from '../text/trendText.ts';
import { axisAround } from './axisAround.ts';
import { periodId } from './medicareTrendFigure.ts';

/** A period as the chart draws it: from `start` to `end` on the time axis at its amounts, in (unrounded) cents. */
export interface TrendStep {
  readonly id: string;
  readonly label: string;
  /** Years and fractions of a year: March 9, 2024 is 2024.186. */
  readonly start: number;
  readonly end: number;
  /** undefined where there is none. */
  readonly amount?: number;
  readonly national?: number;
  /** The amount under the QP factor of the same days, where there is one. */
  readonly participant?: number;
  /** The period as a sentence, for hover and keyboard. */
  readonly detail: string;
}

/** What a trend chart draws, settled before any pixel. */
export interface TrendLinesModel {
  readonly title: string;
  readonly summary: string;
  /** What the main line is: "Mean over 109 localities". */
  readonly amountLabel: string;
  /** What the thin line is, where it is not the national payment amount. */
  readonly secondLabel?: string;
  readonly steps: readonly TrendStep[];
  readonly years: readonly number[];
  /** The time axis, in years. */
  readonly span: readonly [number, number];
  /** Uprights where something turns, with a letter each; `marksLabel` says what they mean. */
  readonly marks?: readonly { readonly at: number; readonly label: string }[];
  readonly marksLabel?: string;
  /** The amount axis, in cents; it need not start at 0. */
  readonly domain: readonly [number, number];
  readonly ticks: readonly number[];
}

/** @returns null when no period has an amount: there is nothing to draw. */
export function medicareTrendLines(trend: MedicareTrend): TrendLinesModel | null {
  const steps = trend.periods.map((period) => stepOf(period, trend.participants));
  const amounts = steps.flatMap(({ amount, national, participant }) =>
    [amount, national, participant].filter((value) => value !== undefined),
  );
  const [first] = steps;
  const last = steps.at(-1);
  if (amounts.length === 0 || !first || !last) return null;
  const { domain, ticks } = axisAround(Math.min(...amounts), Math.max(...amounts));
  const counts = new Set(
    trend.periods.flatMap(({ amount }) => (amount.kind === 'value' ? [amount.value.localities.length] : [])),
  );
  const where = trend.place === null ? 'Mean over all localities' : placeTitle(trend.place);
  return {
    title: `Medicare amounts for ${trend.code}, ${placeTitle(trend.place)}`,
    summary: trendSummary(trend),
    amountLabel:
      trend.place === null || Math.max(...counts) === 1 ? where : `${where}, mean over its localities`,
    steps,
    years: [...new Set(trend.periods.map(({ year }) => year))],
    span: [first.start, last.end],
    domain,
    ticks,
  };
}

function stepOf(period: TrendPeriod, participants: readonly TrendPeriod[]): TrendStep {
  const { amount, factor } = period;
  const qp = participants.find((each) => each.factor.from === factor.from && each.amount.kind === 'value');
  const base = {
    id: periodId(period),
    label: periodText(factor),
    start: timeOf(factor.from, 0),
    end: timeOf(factor.to, 1),
    detail: qp ? `${periodSentence(period)} ${periodSentence(qp)}` : periodSentence(period),
  };
  if (amount.kind === 'absent') return base;
  return {
    ...base,
    amount: amount.value.nonFacility,
    national: amount.value.national.nonFacility,
    ...(qp?.amount.kind === 'value' ? { participant: qp.amount.value.nonFacility } : {}),
  };
}

const day = 86_400_000;

/** `YYYY-MM-DD` and some days as years: 2024-12-31 and 1 is 2025. */
function timeOf(date: string, days: number): number {
  const year = Number(date.slice(0, 4));
  const start = Date.UTC(year, 0, 1);
  const length = Date.UTC(year + 1, 0, 1) - start;
  return year + (Date.parse(`${date}T00:00:00Z`) + days * day - start) / length;
}
