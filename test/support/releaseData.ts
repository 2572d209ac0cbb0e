import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { rateDictionaries } from '../../src/data/rateDictionaries.ts';
import { readAliases } from '../../src/data/readAliases.ts';
import { readConversionFactors } from '../../src/data/readConversionFactors.ts';
import { readDigest } from '../../src/data/readDigest.ts';
import { readGpcis } from '../../src/data/readGpcis.ts';
import { readLocalities } from '../../src/data/readLocalities.ts';
import { readPlans } from '../../src/data/readPlans.ts';
import { readProviders } from '../../src/data/readProviders.ts';
import { readRateFile } from '../../src/data/readRateFile.ts';
import { readRvus } from '../../src/data/readRvus.ts';
import { readSources } from '../../src/data/readSources.ts';
import { buildFeeSchedule, type FeeSchedule } from '../../src/domain/feeSchedule.ts';
import type { RateTable } from '../../src/domain/rateTable.ts';
import type { ReleaseDigest } from '../../src/domain/releaseDigest.ts';

/** The shipped data release, read from disk with the app's own readers: worked values are asserted on what ships. */
function text(path: string): string {
  // Not by `new URL`: in jsdom that is the page's.
  return readFileSync(join(import.meta.dirname, '../../public/data', path), 'utf8');
}

function once<T>(make: () => T): () => T {
  let made: { value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

const dictionaries = once(() =>
  rateDictionaries(
    readProviders(text('providers.csv'), 'providers.csv').rows,
    readPlans(text('plans.csv'), 'plans.csv').rows,
    readSources(text('sources.csv'), 'sources.csv').rows,
  ),
);

/** The alias table that ships, by which own files are read. */
export const shippedAliases = once(() => readAliases(text('payer-aliases.csv'), 'payer-aliases.csv').rows);

export const shippedSchedule: () => FeeSchedule = once(() =>
  buildFeeSchedule({
    rvus: readRvus(text('medicare/rvu.csv'), 'rvu.csv').rows,
    gpcis: readGpcis(text('medicare/gpci.csv'), 'gpci.csv').rows,
    factors: readConversionFactors(text('medicare/conversion-factors.csv'), 'conversion-factors.csv').rows,
  }),
);

export const shippedLocalities = once(
  () => readLocalities(text('medicare/localities.csv'), 'localities.csv').rows,
);

export function shippedRates(code: string): RateTable {
  return readRateFile(text(`rates/${code}/national.csv`), `rates/${code}/national.csv`, code, dictionaries())
    .table;
}

/** The default figures of the shipped release, as pinned links and visits read them. */
export function shippedDigest(): ReleaseDigest {
  const { id } = JSON.parse(text('release.json')) as { id: string };
  const { digest } = readDigest(text(`releases/${id}.json`), 'digest');
  if (!digest) throw new Error('the release keeps no digest of its own');
  return digest;
}
