import type { FeeSchedule } from '../domain/feeSchedule.ts';
import { areaLocalities, type MedicareArea } from '../domain/medicareArea.ts';
import { type AmountKey, amountInputs, localityAmountWorking } from './medicareWorking.ts';
import { placeAmountWorking } from './placeAmountWorking.ts';
import type { Working, WorkingPlace } from './working.ts';

interface AreaAmount extends WorkingPlace {
  readonly schedule: FeeSchedule;
  readonly code: string;
  readonly area: MedicareArea;
  readonly year: number;
}

/** The working of Medicare's amount in an area: one locality's own, or the mean over several. */
export function areaAmountWorking(input: AreaAmount, key: AmountKey): Working | undefined {
  const { schedule, code, area, year, origin, address } = input;
  const inputs = amountInputs(schedule, code, year);
  const localities = areaLocalities(schedule, year, area);
  const [only] = localities;
  if (!inputs || !only) return undefined;
  if (area.locality !== null)
    return localityAmountWorking({ ...inputs, locality: only, key, origin, address });
  return placeAmountWorking({
    ...inputs,
    place: area.place,
    localities,
    key,
    measure: 'mean',
    origin,
    address,
  });
}
