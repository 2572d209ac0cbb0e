import type { Benchmark } from '../domain/benchmark.ts';
import type { FeeSchedule } from '../domain/feeSchedule.ts';
import type { PlaceCode } from '../domain/place.ts';
import { type PublishedFigure, publishedMeasures } from '../domain/published.ts';
import type { RateTable } from '../domain/rateTable.ts';
import { marketMedicareWorking, marketPercentWorking } from './marketMedicareWorking.ts';
import { medicareBenchmarkWorking } from './medicareBenchmarkWorking.ts';
import { officialYear } from './publishedFigure.ts';
import { publishedWorking } from './publishedWorking.ts';
import { recomputeModel } from './recompute.ts';
import type { Explained, WorkingPlace } from './working.ts';

interface PublishedCellInput extends WorkingPlace {
  readonly code: string;
  readonly figures: readonly PublishedFigure[];
  readonly benchmarkOf: (place: PlaceCode | null) => Benchmark;
  readonly schedule: FeeSchedule;
  readonly rates: { readonly table: RateTable; readonly ratesFile: string } | null;
}

/** How a cell of the published figures is explained: as printed, or as our own figure beside it. */
export function publishedCellWorking(
  input: PublishedCellInput,
  rowId: string,
  columnId: string,
): (() => Explained | undefined) | undefined {
  const row = input.figures.find(({ id }) => id === rowId);
  if (!row) return undefined;
  if (columnId === 'our-mean' || columnId === 'our-median') {
    return ourWorking(row, input, columnId === 'our-mean' ? 'mean' : 'median');
  }
  if (columnId === 'market-medicare') return () => marketMedicareWorking(input, row);
  if (columnId === 'market-percent') return () => marketPercentWorking(input, row);
  // Medicare is 100% of itself: nothing is computed there.
  if (columnId === 'percent' && row.payerClass === 'medicare') return undefined;
  if (columnId !== 'percent' && !publishedMeasures.some((measure) => measure === columnId)) return undefined;
  return () => publishedWorking({ ...input, rowId, columnId });
}

function ourWorking(
  row: PublishedFigure,
  { code, schedule, benchmarkOf, rates, origin, address }: PublishedCellInput,
  measure: 'mean' | 'median',
): (() => Explained | undefined) | undefined {
  const place = row.place === 'US' ? null : row.place;
  const at = { origin, address };
  if (row.payerClass === 'medicare') {
    const year = officialYear(row, schedule);
    return () => medicareBenchmarkWorking({ ...at, schedule, code, place, year }, measure);
  }
  if (!rates) return undefined;
  return () => {
    const benchmark = benchmarkOf(place);
    const own = benchmark.rows.find(({ id }) => id === row.payerId);
    return own && recomputeModel({ ...at, ...rates, benchmark, row: own, measure });
  };
}
