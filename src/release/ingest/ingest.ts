import type { IngestedFile, IngestOrder, IngestOutcome, IngestProgress } from '../../data/ingestOrder.ts';
import { payerReader } from '../../domain/payerReader.ts';
import { InputError } from '../inputError.ts';
import { checkPlaces } from './checkPlaces.ts';
import { type Database, openDatabase } from './database.ts';
import { readInputTables } from './inputTables.ts';
import { leaveAfterwards } from './leaveAfterwards.ts';
import { openPackageRelease } from './packageRelease.ts';
import { placelessPayees } from './placelessPayees.ts';
import { PublishedRates } from './publishedRates.ts';
import { readInputs } from './readInputs.ts';
import { readProviderTables } from './readProviderTable.ts';
import { runStep, stepNames } from './runStep.ts';
import { settleRates } from './settleRates.ts';
import { temporaryFolder } from './temporaryFolder.ts';
import { writeIngested } from './writeIngested.ts';

/** What an import touches besides its order. */
export interface IngestEdges {
  /** The folder of this package: its release lends codes, aliases, fee schedules and words on codes. */
  readonly packageFolder: string;
  /** What comes in from a pipe. */
  readonly pipe: AsyncIterable<Uint8Array>;
  readonly onProgress: (progress: IngestProgress) => void;
}

const noRate = 'There is no rate to build a release of.';

/**
 * Makes a data release of published files: reads them into an embedded database, does the set work there by the SQL
 * of `sql/`, and writes a folder like `public/data`. Equal inputs give equal bytes, in whatever order they are named:
 * nothing here reads a clock, a locale or a random number.
 *
 * Never throws on what a file holds. A table that is given to read by (codes, aliases, providers) must be whole, and
 * the places it writes to must be usable: the outcome is refused otherwise.
 */
export async function ingest(order: IngestOrder, edges: IngestEdges): Promise<IngestOutcome> {
  try {
    await checkPlaces(order);
    return await ingestBeside(order, edges);
  } catch (error) {
    if (error instanceof InputError) return refusal(error.message, []);
    throw error;
  }
}

/** With a database and a folder for what waits, both gone afterwards. */
async function ingestBeside(order: IngestOrder, edges: IngestEdges): Promise<IngestOutcome> {
  const database = await openDatabase(order);
  const stage = await temporaryFolder(order.temporary, 'rate-atlas-release-');
  try {
    return await ingestInto(database, stage.path, order, edges);
  } finally {
    await database.close();
    await stage.remove();
  }
}

async function ingestInto(
  database: Database,
  stage: string,
  order: IngestOrder,
  edges: IngestEdges,
): Promise<IngestOutcome> {
  const lent = await openPackageRelease(edges.packageFolder);
  const tables = await readInputTables(order, lent);
  const names = payerReader(tables.aliases);
  await runStep(database, '00-handed-over');
  const providers = await readProviderTables(database, order.providers);
  const rates = await PublishedRates.open(database, order.voteOf);
  const { pipe, onProgress } = edges;
  const inputs = await readInputs(rates, { order, tables, pipe, onProgress });
  rates.close();
  const date = order.date ?? newestDay(inputs.accounts.map((file) => file.date).filter(Boolean));
  if (date === null) {
    const hasRates = inputs.accounts.some(({ numbers }) => numbers.length > 0);
    return refusal(hasRates ? 'No file says its date: give one with --date.' : noRate, inputs.accounts);
  }

  const steps = stepNames.length - 2;
  const sources = await settleRates(database, {
    files: inputs.files,
    names,
    place: order.place,
    onStep: (step) => {
      const number = stepNames.findIndex((each) => each === step);
      edges.onProgress({ step: 'sort', what: step.slice(3), number, of: steps, bytes: 0, bytesInAll: 0 });
    },
  });
  const files = await leaveAfterwards(database, inputs.accounts, (file) => rates.tooLarge(file));
  const placeless = await placelessPayees(database);
  if (sources.length === 0) return { ...refusal(noRate, files), placeless };
  const written = await writeIngested(database, {
    stage,
    order,
    date,
    lent,
    tables,
    providers,
    inputs,
    sources,
  });
  return { ...written, refused: '', files, placeless };
}

function refusal(refused: string, files: readonly IngestedFile[]): IngestOutcome {
  return { release: null, refused, files, placeless: { named: [], count: 0 }, notes: [] };
}

/** The newest of dates as known, as a day: `2025` is 2025-01-01; null of none. */
function newestDay(dates: readonly string[]): string | null {
  const days = dates.map((date) => `${date}${'-01-01'.slice(date.length - 4)}`);
  return days.toSorted().at(-1) ?? null;
}
