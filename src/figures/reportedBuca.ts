import { absent, type Cell, present } from '../domain/cell.ts';
import type { PlaceCode } from '../domain/place.ts';
import type { PrintedAmount, PublishedFigure } from '../domain/published.ts';
import type { ReportedBuca } from './bucaFigure.ts';

/** BUCA as other publications report it for a place, for the view that opens BUCA up. Reported figures are never recomputed. */
export function reportedBuca(
  figures: readonly PublishedFigure[],
  place: PlaceCode | null,
): readonly ReportedBuca[] {
  return figures
    .filter((figure) => figure.payerId === 'buca' && figure.place === (place ?? 'US'))
    .map(({ id, title, amounts }) => ({
      id,
      source: title,
      mean: amountOf(amounts.mean),
      p25: amountOf(amounts.p25),
      median: amountOf(amounts.median),
      p75: amountOf(amounts.p75),
      spread: amountOf(amounts.spread),
    }));
}

/** A bound ("above $99") is no amount. */
function amountOf(cell: Cell<PrintedAmount>): Cell {
  if (cell.kind === 'absent') return cell;
  return cell.value.printed === 'above' ? absent('not-in-input') : present(cell.value.cents);
}
