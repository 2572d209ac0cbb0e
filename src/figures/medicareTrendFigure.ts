import { type Cell, present } from '../domain/cell.ts';
import type { MedicareTrend, TrendAmount, TrendChange, TrendPeriod } from '../domain/medicareTrend.ts';
import { factorText, medicareMethods, periodText } from '../text/medicareText.ts';
import { methods } from '../text/methods.ts';
import { placeTitle, withArticle } from '../text/names.ts';
import { countOf, formatMoney } from '../text/numbers.ts';
import { trendMethods, trendSummary } from '../text/trendText.ts';
import type { Column, Figure, FigureRow } from './figure.ts';

/** What Medicare allowed, period by period, and what moved it. Amounts are means over the place's localities. */
export function medicareTrendFigure(trend: MedicareTrend): Figure {
  const all = [...trend.periods, ...trend.participants];
  const hasFacility = all.some(
    ({ amount }) => amount.kind === 'value' && amount.value.facility !== amount.value.nonFacility,
  );
  const columns = trendColumns(trend).filter(({ id }) => hasFacility || id !== 'facility');
  return {
    id: 'medicare-trend',
    title: `${placeTitle(trend.place)} Medicare amounts for ${trend.code}, ${yearsOf(trend)}`,
    labelColumn: { id: 'period', label: 'Period', kind: 'text', definition: trendMethods.period },
    columns,
    rows: all.map(rowOf),
    notes: notesOf(trend),
    method: `${methods.medicare} ${trendMethods.decomposition}`,
    sources: `CMS relative value files and geographic indices (${releasesOf(all)}) and the conversion factors published with them.`,
    summary: trendSummary(trend),
  };
}

function trendColumns({ place }: MedicareTrend): readonly Column[] {
  const mean = `Mean over the localities ${place === null ? 'of the nation' : `of ${withArticle(place)}`}.`;
  return [
    // First, so that a period without amounts says why once, in one run of cells.
    {
      id: 'conversion-factor',
      label: 'Conversion factor',
      kind: 'factor',
      definition: 'Dollars for one relative value unit.',
    },
    { id: 'amount', label: 'Amount', kind: 'money', definition: `${medicareMethods.nonFacility} ${mean}` },
    { id: 'facility', label: 'Facility', kind: 'money', definition: `${medicareMethods.facility} ${mean}` },
    { id: 'localities', label: 'Localities', kind: 'count', definition: 'Localities in the mean (n).' },
    { id: 'national', label: 'National payment', kind: 'money', definition: medicareMethods.nationalPayment },
    { id: 'change', label: 'Change, $', kind: 'signed-money', definition: trendMethods.change },
    { id: 'change-ratio', label: 'Change, %', kind: 'signed-ratio', definition: trendMethods.change },
    {
      id: 'relative-values',
      label: 'by relative values',
      kind: 'signed-money',
      definition: trendMethods.relativeValues,
    },
    { id: 'indices', label: 'by indices', kind: 'signed-money', definition: trendMethods.indices },
    { id: 'factor', label: 'by factor', kind: 'signed-money', definition: trendMethods.factor },
  ];
}

function rowOf(period: TrendPeriod): FigureRow {
  const { amount, change } = period;
  const of = (pick: (amount: TrendAmount) => number): Cell =>
    amount.kind === 'absent' ? amount : present(pick(amount.value));
  const step = (pick: (change: TrendChange) => number): Cell =>
    change.kind === 'absent' ? change : present(pick(change.value));
  return {
    id: periodId(period),
    label: periodText(period.factor),
    cells: {
      amount: of((each) => each.nonFacility),
      facility: of((each) => each.facility),
      localities: of((each) => each.localities.length),
      national: of((each) => each.national.nonFacility),
      'conversion-factor': present(period.factor.factor / 10_000),
      change: step((each) => each.amount),
      'change-ratio': step((each) => each.ratio),
      'relative-values': step(({ parts }) => parts.relativeValues),
      indices: step(({ parts }) => parts.indices),
      factor: step(({ parts }) => parts.factor),
    },
    flags: [],
  };
}

/** Unique among a trend's periods: the first day, and whose factor it is. */
export function periodId({ factor }: TrendPeriod): string {
  return factor.appliesTo === 'QP' ? `${factor.from}-qp` : factor.from;
}

function notesOf({ place, periods, participants }: MedicareTrend): readonly string[] {
  const counts = new Set(
    periods.flatMap(({ amount }) => (amount.kind === 'value' ? [amount.value.localities.length] : [])),
  );
  const qp = participants.flatMap(({ factor, amount }) =>
    amount.kind === 'value'
      ? [
          `Qualifying participants in advanced payment models (QP) have a factor of their own from ${factor.year}: ${factorText(factor)}, which makes ${formatMoney(amount.value.nonFacility)}. The line shows everyone else’s amount.`,
        ]
      : [],
  );
  const fewer =
    counts.size > 1
      ? [
          `CMS redrew California’s localities in 2024: ${[...counts].join(' before, ')} after. That is counted under the indices.`,
        ]
      : [];
  const only = [...counts].every((count) => count === 1);
  const mean =
    counts.size === 0 || only
      ? []
      : [
          `Amounts are unweighted means over ${place === null || counts.size > 1 ? 'all localities' : countOf(Math.max(...counts), 'locality', 'localities')}, each rounded to the cent first.`,
        ];
  return [...mean, ...qp, ...fewer];
}

function yearsOf({ periods }: MedicareTrend): string {
  return `${periods[0]?.year ?? ''} to ${periods.at(-1)?.year ?? ''}`;
}

function releasesOf(periods: readonly TrendPeriod[]): string {
  const releases = periods.flatMap(({ amount }) =>
    amount.kind === 'value'
      ? [amount.value.rvu.release, ...amount.value.localities.slice(0, 1).map((each) => each.release)]
      : [],
  );
  return releases.length === 0 ? 'none prices it' : [...new Set(releases)].join(', ');
}
