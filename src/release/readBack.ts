import { rateDictionaries } from '../data/rateDictionaries.ts';
import { readConversionFactors } from '../data/readConversionFactors.ts';
import { readGpcis } from '../data/readGpcis.ts';
import { readPlans } from '../data/readPlans.ts';
import { readProviders } from '../data/readProviders.ts';
import { readRateFile } from '../data/readRateFile.ts';
import { readRvus } from '../data/readRvus.ts';
import { readSources } from '../data/readSources.ts';
import { buildFeeSchedule, type FeeSchedule } from '../domain/feeSchedule.ts';
import type { PlaceCode } from '../domain/place.ts';
import type { RateTable } from '../domain/rateTable.ts';
import { type OutputFile, piecesOf } from './outputFile.ts';

/** The files of a release, read with the app's own readers. */
export interface ReadBack {
  readonly schedule: FeeSchedule;
  /** Codes and places with a rate file, the nation first, then by place. */
  readonly rateFiles: readonly { readonly code: string; readonly place: PlaceCode | null }[];
  readonly rates: (code: string, place: PlaceCode | null) => RateTable;
}

/** Figures the build writes down are computed from what ships: they cannot differ from the pages they lead to. */
export function readBack(outputs: readonly OutputFile[]): ReadBack {
  // The files, not their texts: those of a national release would not fit.
  const files = new Map(outputs.map((output) => [output.path, output]));
  const read = <Result>(path: string, reader: (text: string, file: string) => Result) =>
    reader(files.get(path)?.text ?? '', path);
  const dictionaries = rateDictionaries(
    read('providers.csv', readProviders).rows,
    read('plans.csv', readPlans).rows,
    read('sources.csv', readSources).rows,
  );
  const schedule = buildFeeSchedule({
    rvus: read('medicare/rvu.csv', readRvus).rows,
    gpcis: read('medicare/gpci.csv', readGpcis).rows,
    factors: read('medicare/conversion-factors.csv', readConversionFactors).rows,
  });
  const rateFiles = [...files.keys()]
    .flatMap((path) => {
      const [, code, where] = /^rates\/([^/]+)\/(\w+)\.csv$/.exec(path) ?? [];
      if (code === undefined || where === undefined) return [];
      return [{ code, place: where === 'national' ? null : where }];
    })
    .toSorted((a, b) => (orderOf(a) < orderOf(b) ? -1 : 1));
  return {
    schedule,
    rateFiles,
    rates: (code, place) => {
      const path = `rates/${code}/${place ?? 'national'}.csv`;
      const file = files.get(path);
      return readRateFile(file ? piecesOf(file) : '', path, code, dictionaries).table;
    },
  };
}

function orderOf({ code, place }: ReadBack['rateFiles'][number]): string {
  return `${code} ${place ?? ''}`;
}
