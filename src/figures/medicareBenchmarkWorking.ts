import type { FeeSchedule } from '../domain/feeSchedule.ts';
import type { PlaceCode } from '../domain/place.ts';
import type { QuantileDefinition } from '../stats/quantileDefinition.ts';
import { type AmountKey, amountInputs, localityAmountWorking } from './medicareWorking.ts';
import { localityMeasures, placeAmountWorking } from './placeAmountWorking.ts';
import type { Working, WorkingPlace } from './working.ts';

interface MedicareCell extends WorkingPlace {
  readonly schedule: FeeSchedule;
  readonly code: string;
  /** null = the nation. */
  readonly place: PlaceCode | null;
  readonly year: number;
  readonly participation?: 'nonQP' | 'QP';
  /** Of the benchmark's percentiles; type 7 unless told. */
  readonly definition?: QuantileDefinition;
}

const keys: Readonly<Record<string, AmountKey>> = {
  'non-facility': 'nonFacility',
  facility: 'facility',
  'later-unit': 'therapyReduced',
};

/**
 * The working of Medicare's row in a benchmark, of its tile, and of what stands beside a printed Medicare row: a
 * measure over the localities of the place. Undefined for what the schedule does not price.
 */
export function medicareBenchmarkWorking(input: MedicareCell, columnId: string): Working | undefined {
  const { schedule, place, year, definition } = input;
  const inputs = inputsOf(input);
  const measure = localityMeasures.find((each) => each === columnId);
  if (!inputs || !measure) return undefined;
  const localities = schedule.localities(year, place);
  return placeAmountWorking({
    ...inputs,
    ...at(input),
    place,
    localities,
    key: 'nonFacility',
    measure,
    definition,
  });
}

/** The working of a cell of a code's fee-schedule table: a locality's amount, the national one, or a measure of all. */
export function medicareTableWorking(
  input: MedicareCell,
  rowId: string,
  columnId: string,
): Working | undefined {
  const { schedule, place, year } = input;
  const inputs = inputsOf(input);
  const key = keys[columnId];
  if (!inputs || !key) return undefined;
  if (rowId === 'national') return localityAmountWorking({ ...inputs, ...at(input), locality: null, key });
  const localities = schedule.localities(year, place);
  const measure = localityMeasures.find((each) => each === rowId);
  if (measure) return placeAmountWorking({ ...inputs, ...at(input), place, localities, key, measure });
  const locality = localities.find((each) => `${each.mac}-${each.locality}` === rowId);
  return locality && localityAmountWorking({ ...inputs, ...at(input), locality, key });
}

function inputsOf({ schedule, code, year, participation = 'nonQP' }: MedicareCell) {
  return amountInputs(schedule, code, year, { participation });
}

function at({ origin, address }: MedicareCell): WorkingPlace {
  return { origin, address };
}
