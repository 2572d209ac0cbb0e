import type { FeeSchedule } from '../domain/feeSchedule.ts';
import { marketMedicare } from '../domain/marketMedicare.ts';
import { exactAmount, type PublishedFigure } from '../domain/published.ts';
import { amountInputs } from './medicareWorking.ts';
import { placeAmountWorking } from './placeAmountWorking.ts';
import { publishedWorking } from './publishedWorking.ts';
import type { Working, WorkingPlace } from './working.ts';

interface MarketCell extends WorkingPlace {
  readonly code: string;
  readonly figures: readonly PublishedFigure[];
  readonly schedule: FeeSchedule;
}

/** The fee schedule as we lay it beside a market's row: of the locality it is named after, or the state's mean. */
export function marketMedicareWorking(
  { code, schedule, origin, address }: MarketCell,
  row: PublishedFigure,
): Working | undefined {
  const found = marketMedicare(code, row, schedule);
  if (found?.amount.kind !== 'value' || row.place === null || row.place === 'US') return undefined;
  const inputs = amountInputs(schedule, code, found.year);
  if (!inputs) return undefined;
  const localities = schedule
    .localities(found.year, row.place)
    .filter(({ name }) => found.localities.includes(name));
  const { place } = row;
  return placeAmountWorking({
    ...inputs,
    place,
    localities,
    key: 'nonFacility',
    measure: 'mean',
    origin,
    address,
  });
}

/** A market's printed median (mean where none is printed) over that amount. */
export function marketPercentWorking(input: MarketCell, row: PublishedFigure): Working | undefined {
  const { code, schedule, origin, address } = input;
  const found = marketMedicare(code, row, schedule);
  const measure = exactAmount(row, 'median') === undefined ? 'mean' : 'median';
  const printed = exactAmount(row, measure);
  if (found?.amount.kind !== 'value' || found.ofMedicare.kind !== 'value' || printed === undefined) {
    return undefined;
  }
  return {
    kind: 'arithmetic',
    title: `% of our Medicare of ${row.payer} for ${code}, ${row.market}`,
    value: found.ofMedicare.value,
    column: 'ratio',
    symbols: 'A ÷ B',
    words: `Divide the printed ${measure} by the fee-schedule amount we lay beside it. Not a figure of theirs.`,
    definition:
      'Medicare of the locality the market is named after, or the mean over the state’s, non-facility, in the year of the row.',
    excelFunction: 'A ÷ B',
    template: '{a}/{b}',
    operands: [
      {
        id: 'a',
        label: `A: ${measure} of ${row.payer}, as printed`,
        number: { cents: printed },
        unit: 'USD',
        source: row.title,
        from: () => publishedWorking({ ...input, rowId: row.id, columnId: measure }) as Working,
      },
      {
        id: 'b',
        label: 'B: our Medicare',
        number: { cents: found.amount.value },
        unit: 'USD',
        source: `CMS physician fee schedule ${found.year}`,
        from: () => marketMedicareWorking(input, row) as Working,
      },
    ],
    steps: [],
    table: null,
    facts: [],
    leftOut: [],
    origin,
    address,
  };
}
