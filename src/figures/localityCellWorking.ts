import type { FeeSchedule } from '../domain/feeSchedule.ts';
import type { PlaceCode } from '../domain/place.ts';
import { medicareTableWorking } from './medicareBenchmarkWorking.ts';
import { amountInputs, limitingChargeWorking } from './medicareWorking.ts';
import type { Working, WorkingPlace } from './working.ts';

interface LocalityCell extends WorkingPlace {
  readonly schedule: FeeSchedule;
  readonly code: string;
  readonly place: PlaceCode | null;
  readonly year: number;
  readonly participation: 'nonQP' | 'QP';
}

/** The working of a cell of the locality table; undefined for indices, which CMS prints as they are. */
export function localityCellWorking(
  input: LocalityCell,
  rowId: string,
  columnId: string,
): Working | undefined {
  if (columnId !== 'limiting-charge') return medicareTableWorking(input, rowId, columnId);
  const { schedule, code, place, year, participation, origin, address } = input;
  const inputs = amountInputs(schedule, code, year, { participation });
  const locality = schedule.localities(year, place).find((each) => `${each.mac}-${each.locality}` === rowId);
  return inputs && locality && limitingChargeWorking({ ...inputs, locality, origin, address });
}
