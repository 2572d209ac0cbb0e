import type { MedicareTrend, TrendAmount, TrendChange, TrendPeriod } from '../domain/medicareTrend.ts';
import { periodText } from '../text/medicareText.ts';
import { placeTitle, withArticle } from '../text/names.ts';
import { trendMethods } from '../text/trendText.ts';
import { causeWorking } from './causeWorking.ts';
import { periodId } from './medicareTrendFigure.ts';
import { localityAmountWorking } from './medicareWorking.ts';
import { placeAmountWorking } from './placeAmountWorking.ts';
import type { Operand, Working, WorkingPlace } from './working.ts';

const causes = { 'relative-values': 'relativeValues', indices: 'indices', factor: 'factor' } as const;

/** Whether a column of the trend table is a figure with a working: counts and the factor itself are not. */
export function isTrendFigure(columnId: string): boolean {
  return ['amount', 'facility', 'national', 'change', 'change-ratio', ...Object.keys(causes)].includes(
    columnId,
  );
}

/** The working of a cell of the trend table; undefined where the cell is absent. */
export function trendWorking(
  trend: MedicareTrend,
  rowId: string,
  columnId: string,
  at: WorkingPlace,
): Working | undefined {
  const period = [...trend.periods, ...trend.participants].find((each) => periodId(each) === rowId);
  if (!period || period.amount.kind === 'absent') return undefined;
  const { rvu } = period.amount.value;
  const inputs = { rvu, factor: period.factor, ...at };
  switch (columnId) {
    case 'amount':
      return meanOf(trend, period, period.amount.value, at);
    case 'facility':
      return meanOf(trend, period, period.amount.value, at, 'facility');
    case 'national':
      return localityAmountWorking({ ...inputs, locality: null, key: 'nonFacility' });
    default:
      break;
  }
  if (period.change.kind === 'absent') return undefined;
  const { from } = period.change.value;
  if (from.amount.kind === 'absent') return undefined;
  const pair = { from, before: from.amount.value, to: period, now: period.amount.value };
  if (columnId === 'change' || columnId === 'change-ratio') {
    return changeWorking(trend, pair, period.change.value, columnId, at);
  }
  if (columnId in causes) {
    const cause = causes[columnId as keyof typeof causes];
    return causeWorking({ ...pair, place: trend.place, parts: period.change.value, cause, ...at });
  }
  return undefined;
}

/** Two neighbouring periods with their amounts. */
export interface PeriodPair {
  readonly from: TrendPeriod;
  readonly before: TrendAmount;
  readonly to: TrendPeriod;
  readonly now: TrendAmount;
}

function meanOf(
  { place }: MedicareTrend,
  { factor }: TrendPeriod,
  { rvu, localities }: TrendAmount,
  at: WorkingPlace,
  key: 'nonFacility' | 'facility' = 'nonFacility',
): Working | undefined {
  return placeAmountWorking({ rvu, factor, place, localities, key, measure: 'mean', ...at });
}

function changeWorking(
  trend: MedicareTrend,
  { from, before, to, now }: PeriodPair,
  change: TrendChange,
  columnId: 'change' | 'change-ratio',
  at: WorkingPlace,
): Working {
  const isRatio = columnId === 'change-ratio';
  const difference = 'ROUND({now},2)-ROUND({before},2)';
  const operand = (id: string, letter: string, period: TrendPeriod, amount: TrendAmount): Operand => ({
    id,
    label: `${letter}: amount of ${periodText(period.factor)}`,
    number: { cents: amount.nonFacility },
    unit: 'USD',
    source: `Mean over the localities ${trend.place === null ? 'of the nation' : `of ${withArticle(trend.place)}`}, non-facility`,
    from: () => meanOf(trend, period, amount, at) as Working,
  });
  return {
    kind: 'arithmetic',
    title: `${isRatio ? '% change' : 'Change'} of ${trend.code}, ${placeTitle(trend.place)}, ${periodText(from.factor)} to ${periodText(to.factor)}`,
    value: isRatio ? change.ratio : change.amount,
    column: isRatio ? 'signed-ratio' : 'signed-money',
    symbols: isRatio ? '(round(B, 2) − round(A, 2)) ÷ round(A, 2)' : 'round(B, 2) − round(A, 2)',
    words: `Take the printed amount before from the printed amount now${isRatio ? ', and divide by the one before' : ''}.`,
    definition: trendMethods.change,
    excelFunction: 'ROUND',
    template: isRatio ? `(${difference})/ROUND({before},2)` : difference,
    operands: [operand('before', 'A', from, before), operand('now', 'B', to, now)],
    steps: [],
    table: null,
    facts: [],
    leftOut: [],
    ...at,
  };
}
