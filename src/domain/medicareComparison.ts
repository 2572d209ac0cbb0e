import { absent, type Cell, present } from './cell.ts';
import type { FeeSchedule } from './feeSchedule.ts';
import { isFullDate } from './isFullDate.ts';
import { isAlwaysTherapy } from './medicareAmount.ts';
import type { RvuRow } from './medicareTables.ts';
import type { PlaceCode } from './place.ts';
import type { Site } from './scope.ts';

/**
 * Whether Medicare pays this service at this site by the physician fee schedule. Hospitals are paid by it only for
 * always-therapy services; for the rest they have a payment system of their own, and a ratio to this schedule would
 * compare two different things.
 */
export function isPricedAtSite(rvu: RvuRow, site: Site): Cell<RvuRow> {
  if (site === 'office' || isAlwaysTherapy(rvu)) return present(rvu);
  return absent(
    'not-comparable',
    site === 'hospital'
      ? 'Medicare pays hospitals for this service by another system (OPPS), not by this fee schedule'
      : 'hospital and office rates are mixed, and Medicare pays hospitals for this service by another system (OPPS)',
  );
}

/**
 * The Medicare amount a rate is compared with: same code, state and year, mean over the state's localities because
 * the provider's locality is not known. Non-facility amount, unreduced; always-therapy services have the same amount
 * in both settings.
 */
export function medicareComparison(
  code: string,
  rate: { readonly place: PlaceCode; readonly year: number; readonly date: string },
  site: Site,
  schedule: FeeSchedule,
): Cell {
  if (rate.year === 0) return absent('not-comparable', 'the rate’s year is not stated');
  if (rate.place === '') return absent('not-comparable', 'the rate’s state is not stated');
  const rvu = schedule.relativeValues(code, rate.year);
  if (rvu.kind === 'absent') return rvu;
  const atSite = isPricedAtSite(rvu.value, site);
  if (atSite.kind === 'absent') return atSite;
  return schedule.placeMean(code, rate.year, rate.place, isFullDate(rate.date) ? { onDate: rate.date } : {});
}
