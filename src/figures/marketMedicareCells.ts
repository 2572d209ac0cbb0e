import { absent, type Cell, present } from '../domain/cell.ts';
import type { FeeSchedule } from '../domain/feeSchedule.ts';
import { marketMedicare } from '../domain/marketMedicare.ts';
import type { PublishedFigure } from '../domain/published.ts';
import { localityText } from '../text/medicareText.ts';
import { countOf } from '../text/numbers.ts';
import type { Column } from './figure.ts';

/** What stands beside a market's row: Medicare as we lay it beside, and what that makes the row. */
export const marketMedicareColumns: readonly Column[] = [
  {
    id: 'market-medicare',
    label: 'Our Medicare',
    kind: 'money',
    definition:
      'Non-facility, of the year of the row: the locality the market is named after, or the mean over the state’s.',
  },
  {
    id: 'market-percent',
    label: 'Our % of it',
    kind: 'ratio',
    definition:
      'Median as printed (mean where none is) ÷ the fee schedule beside it. Not a figure of theirs.',
  },
  {
    id: 'market-locality',
    label: 'Of locality, year',
    kind: 'text',
    definition: 'What the fee-schedule amount is of.',
  },
];

/** Why there is no check of theirs, and what ours is worth. */
export const marketMedicareNote =
  'These summaries print neither a Medicare amount nor a % of Medicare, so there is nothing of theirs to check against the fee schedule. Our Medicare and our % of it are computed here. A metropolitan area may reach past the locality it is named after.';

/** Our Medicare beside a metropolitan row, by column id; empty for a row of no market. */
export function marketMedicareCells(
  code: string,
  row: PublishedFigure,
  schedule: FeeSchedule,
): Readonly<Record<string, Cell<number | string>>> {
  const found = marketMedicare(code, row, schedule);
  if (!found) {
    if (row.market === '') return {};
    const gap = absent('not-comparable', 'a Medicare row itself');
    return { 'market-medicare': gap, 'market-percent': gap, 'market-locality': gap };
  }
  const { amount, ofMedicare, localities, year } = found;
  const [first] = localities;
  const where =
    first !== undefined && localities.length === 1
      ? localityText(first)
      : `mean of ${countOf(localities.length, 'locality', 'localities')}`;
  return {
    'market-medicare': amount,
    'market-percent': ofMedicare,
    'market-locality': amount.kind === 'absent' ? amount : present(`${where}, ${year}`),
  };
}
