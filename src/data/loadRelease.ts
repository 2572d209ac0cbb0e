import type { BillingCode } from '../domain/billingCode.ts';
import type { CodeContext } from '../domain/codeContext.ts';
import type { CodeHeadline } from '../domain/codeHeadline.ts';
import { buildFeeSchedule, type FeeSchedule } from '../domain/feeSchedule.ts';
import type { LocalityCounties, MedicareTables } from '../domain/medicareTables.ts';
import type { PayerAlias } from '../domain/payerAlias.ts';
import type { PlaceCode } from '../domain/place.ts';
import type { PlaceNote } from '../domain/placeNote.ts';
import type { Problem } from '../domain/problem.ts';
import type { PublishedFigure } from '../domain/published.ts';
import type { Plan, Provider, RateTable } from '../domain/rateTable.ts';
import type { ChargeSummary, Release, ReleaseFile } from '../domain/release.ts';
import type { ReleaseDigest } from '../domain/releaseDigest.ts';
import { countOf } from '../text/numbers.ts';
import { type FetchFile, fetchReleaseFile } from './fetchReleaseFile.ts';
import { notInPack } from './notInPack.ts';
import { promiseCache } from './promiseCache.ts';
import { type RateDictionaries, rateDictionaries } from './rateDictionaries.ts';
import { readAliases } from './readAliases.ts';
import { readCharges } from './readCharges.ts';
import { readCodes } from './readCodes.ts';
import { readContext } from './readContext.ts';
import { readConversionFactors } from './readConversionFactors.ts';
import { type CoverageRow, readCoverage } from './readCoverage.ts';
import { readGpcis } from './readGpcis.ts';
import { readHeadlines } from './readHeadlines.ts';
import { readLocalities } from './readLocalities.ts';
import { readPlaceNotes } from './readPlaceNotes.ts';
import { readPlans } from './readPlans.ts';
import { readProviders } from './readProviders.ts';
import { readPublished } from './readPublished.ts';
import { rateColumns, readRateFile } from './readRateFile.ts';
import { readRelease } from './readRelease.ts';
import { readRvus } from './readRvus.ts';
import { type PublishedSource, readSources } from './readSources.ts';
import type { TableResult } from './readTable.ts';
import { ReleaseFileError } from './releaseFileError.ts';

/** What a code without a file stands for: the heading, no line. */
const emptyRateFile = rateColumns.join(',');

export interface Catalogue {
  readonly codes: readonly BillingCode[];
  readonly providers: readonly Provider[];
  readonly plans: readonly Plan[];
  readonly sources: readonly PublishedSource[];
  readonly problems: readonly Problem[];
}

export interface MedicareRelease extends MedicareTables {
  readonly localities: readonly LocalityCounties[];
}

/** Hands out a release's tables. Each file is fetched and read once; a failed one is tried again when asked again. */
export interface ReleaseLoader {
  release(): Promise<Release>;
  catalogue(): Promise<Catalogue>;
  /** The catalogue's headline figures, one line a code with rates. */
  headlines(): Promise<readonly CodeHeadline[]>;
  /** How many rates there are by place, payer, line and file year. */
  coverage(): Promise<readonly CoverageRow[]>;
  medicare(): Promise<MedicareRelease>;
  /** The same tables, indexed: made once, because that takes longer than reading them. */
  schedule(): Promise<FeeSchedule>;
  /** The alias table that turns payers' and plans' printed names into parents and lines. */
  aliases(): Promise<readonly PayerAlias[]>;
  /** What is particular about a place; empty when the release has no notes, or none on it. */
  placeNotes(place: PlaceCode): Promise<readonly PlaceNote[]>;
  /** Empty when the release has no charges for the code. */
  charges(code: string): Promise<readonly ChargeSummary[]>;
  /** Figures other publications print for the code; empty when the release knows none. */
  published(code: string): Promise<readonly PublishedFigure[]>;
  /** What the code is for and how it is billed; null when the release says nothing of it. */
  context(code: string): Promise<CodeContext | null>;
  /** The nation with `null`. Without a file of that code and place the table is empty, and nothing is requested. */
  rates(code: string, place: PlaceCode | null): Promise<RateTable>;
  /** The default figures of a release, this one or one before it; null when the site keeps none of that one. */
  digest(id: string): Promise<ReleaseDigest | null>;
  /** Lines left out of anything loaded so far: none in a release that passed its tests, but not to be hidden if any. */
  problems(): readonly Problem[];
}

/**
 * @param dataUrl address of the release's folder, with or without a slash at its end.
 * @param fetchFile `fetch`, or a stand-in of a test.
 * All promises reject with a `ReleaseFileError` when a file does not arrive as `release.json` lists it.
 */
export function createReleaseLoader(dataUrl: string, fetchFile: FetchFile): ReleaseLoader {
  const folder = dataUrl.endsWith('/') ? dataUrl : `${dataUrl}/`;
  // By path, so that a file read again after a neighbour failed is not told twice.
  const problems = new Map<string, readonly Problem[]>();

  const release = promiseCache(async (path): Promise<Release> => {
    const bytes = await fetchReleaseFile(path, `${folder}${path}`, undefined, fetchFile);
    const result = readRelease(textOf(bytes), path);
    if (result.release) return result.release;
    throw new ReleaseFileError(path, result.problems.map((problem) => problem.message).join(' '));
  });

  async function entryOf(path: string): Promise<ReleaseFile | undefined> {
    const listed = await release('release.json');
    const why = notInPack(path, listed);
    if (why !== undefined) throw new ReleaseFileError(path, why);
    return listed.files.find((file) => file.path === path);
  }

  /** Fetches a listed file, reads it and checks that the reader met as many lines as are listed. */
  async function load<Result extends Pick<TableResult<unknown>, 'present' | 'problems'>>(
    path: string,
    read: (bytes: Uint8Array, file: string) => Result,
  ): Promise<Result> {
    const entry = await entryOf(path);
    if (!entry) throw new ReleaseFileError(path, 'release.json does not list this file.');
    const result = read(await fetchReleaseFile(path, `${folder}${path}`, entry, fetchFile), path);
    if (result.present !== entry.rows) {
      const message = `the file holds ${countOf(result.present, 'line')}, ${entry.rows} were expected.`;
      throw new ReleaseFileError(path, message);
    }
    problems.set(path, result.problems);
    return result;
  }

  function loadText<Result extends Pick<TableResult<unknown>, 'present' | 'problems'>>(
    path: string,
    read: (text: string, file: string) => Result,
  ): Promise<Result> {
    return load(path, (bytes, file) => read(textOf(bytes), file));
  }

  const catalogue = promiseCache(async (): Promise<Catalogue> => {
    const [codes, providers, plans, sources] = await Promise.all([
      loadText('codes.csv', readCodes),
      loadText('providers.csv', readProviders),
      loadText('plans.csv', readPlans),
      loadText('sources.csv', readSources),
    ]);
    return {
      codes: codes.rows,
      providers: providers.rows,
      plans: plans.rows,
      sources: sources.rows,
      problems: [codes, providers, plans, sources].flatMap((result) => result.problems),
    };
  });

  const dictionaries = promiseCache(async (): Promise<RateDictionaries> => {
    const { providers, plans, sources } = await catalogue('');
    return rateDictionaries(providers, plans, sources);
  });

  const headlines = promiseCache(async () => (await loadText('headlines.csv', readHeadlines)).rows);

  const coverage = promiseCache(async () => (await loadText('coverage.csv', readCoverage)).rows);

  const medicare = promiseCache(async (): Promise<MedicareRelease> => {
    const [rvus, gpcis, factors, localities] = await Promise.all([
      loadText('medicare/rvu.csv', readRvus),
      loadText('medicare/gpci.csv', readGpcis),
      loadText('medicare/conversion-factors.csv', readConversionFactors),
      loadText('medicare/localities.csv', readLocalities),
    ]);
    return { rvus: rvus.rows, gpcis: gpcis.rows, factors: factors.rows, localities: localities.rows };
  });

  const aliases = promiseCache(async () => (await loadText('payer-aliases.csv', readAliases)).rows);

  const schedule = promiseCache(async () => buildFeeSchedule(await medicare('')));

  const placeNotes = promiseCache(async (path): Promise<readonly PlaceNote[]> => {
    return (await entryOf(path)) ? (await loadText(path, readPlaceNotes)).rows : [];
  });

  const charges = promiseCache(async (path): Promise<readonly ChargeSummary[]> => {
    return (await entryOf(path)) ? (await loadText(path, readCharges)).rows : [];
  });

  const published = promiseCache(async (path): Promise<readonly PublishedFigure[]> => {
    return (await entryOf(path)) ? (await loadText(path, readPublished)).rows : [];
  });

  const context = promiseCache(async (path): Promise<CodeContext | null> => {
    return (await entryOf(path)) ? ((await loadText(path, readContext)).context ?? null) : null;
  });

  const rates = promiseCache(async (path): Promise<RateTable> => {
    const code = path.split('/')[1] ?? '';
    const ids = await dictionaries('');
    if (!(await entryOf(path))) return readRateFile(emptyRateFile, path, code, ids).table;
    return (await load(path, (bytes, file) => readRateFile(bytes, file, code, ids))).table;
  });

  // Only a pinned link that meets another release asks for one.
  const digest = promiseCache(async (id): Promise<ReleaseDigest | null> => {
    const { loadDigest } = await import('./loadDigest.ts');
    return loadDigest(folder, id, fetchFile);
  });

  return {
    release: () => release('release.json'),
    catalogue: () => catalogue(''),
    headlines: () => headlines(''),
    coverage: () => coverage(''),
    medicare: () => medicare(''),
    schedule: () => schedule(''),
    aliases: () => aliases(''),
    placeNotes: async (place) => (await placeNotes('place-notes.csv')).filter((note) => note.place === place),
    charges: (code) => charges(`charges/${code}.csv`),
    published: (code) => published(`published/${code}.csv`),
    context: (code) => context(`context/${code}.json`),
    rates: (code, place) => rates(`rates/${code}/${place ?? 'national'}.csv`),
    digest,
    problems: () => [...problems.values()].flat(),
  };
}

function textOf(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}
