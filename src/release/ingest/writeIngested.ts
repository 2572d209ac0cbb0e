import type { IngestOrder, IngestOutcome } from '../../data/ingestOrder.ts';
import type { ReleaseInput } from '../../domain/release.ts';
import { aliasesFile } from '../aliasFiles.ts';
import { codesFile } from '../codesFile.ts';
import { compareText } from '../compareText.ts';
import { digestFile } from '../digestFile.ts';
import { headlinesFile } from '../headlinesFile.ts';
import type { OutputFile } from '../outputFile.ts';
import { payerFile } from '../payerFile.ts';
import { placeFile } from '../placeFile.ts';
import { readBack } from '../readBack.ts';
import { releaseManifest } from '../releaseManifest.ts';
import { writeDigest } from '../writeDigest.ts';
import { writeRelease } from '../writeRelease.ts';
import type { Database } from './database.ts';
import type { InputTables } from './inputTables.ts';
import { medicareOutputs } from './medicareOutputs.ts';
import type { PackageRelease } from './packageRelease.ts';
import { rateOutputs } from './rateOutputs.ts';
import type { ReadInputs } from './readInputs.ts';
import { type Source, tableOutputs } from './tableOutputs.ts';

interface Settled {
  readonly stage: string;
  readonly order: IngestOrder;
  /** Of the release, `2026-11-22`. */
  readonly date: string;
  readonly lent: PackageRelease;
  readonly tables: InputTables;
  /** Tables of providers. */
  readonly providers: readonly ReleaseInput[];
  readonly inputs: ReadInputs;
  readonly sources: readonly Source[];
}

/** Writes what the set work made as a release, and closes the database. Rate files wait on disk until their hashes are known. */
export async function writeIngested(
  database: Database,
  { stage, order, date, lent, tables, providers, inputs, sources }: Settled,
): Promise<Pick<IngestOutcome, 'release' | 'notes'>> {
  const medicare = await medicareOutputs(inputs.tableRows, lent);
  const known = new Set(tables.codes.map(({ code }) => code));
  const context = (await lent.files('context/')).filter(({ path }) => known.has(path.slice(8, -5)));
  const before: readonly OutputFile[] = [
    codesFile(tables.codes),
    payerFile(),
    placeFile(),
    ...(await tableOutputs(database, sources, stage)),
    aliasesFile(tables.aliases),
    ...(await rateOutputs(database, stage)),
    ...medicare.files,
    ...context,
  ];
  const [[lines = 0, rates = 0] = []] = await database.rows(
    'SELECT COUNT(*), COALESCE(SUM(providers), 0) FROM rate_line',
  );
  const [[members = 0] = []] = await database.rows('SELECT COUNT(DISTINCT member) FROM body_member');
  // Nothing more is asked of it, and figures need memory too.
  await database.close();
  const shipped = readBack(before);
  const outputs = [...before, headlinesFile(shipped)];
  const lentInputs = [
    ...lent.inputs('codes.csv'),
    ...(order.aliases === null ? lent.inputs('payer-aliases.csv') : []),
    ...lent.inputs('context/'),
    ...medicare.inputs,
  ];
  const release = releaseManifest(
    date,
    distinctPaths([...inputs.listed, ...tables.inputs, ...providers, ...lentInputs]).toSorted((a, b) =>
      compareText(a.path, b.path),
    ),
    outputs,
  );
  await writeRelease(order.out, release, outputs);
  await writeDigest(order.out, digestFile(release, shipped));

  return {
    release: {
      id: release.id,
      files: release.files.length,
      lines: Number(lines),
      rates: Number(rates),
      providers: Number(members),
    },
    notes: medicare.notes,
  };
}

/** Two files of one name come from two folders: the second gets a number. */
function distinctPaths(inputs: readonly ReleaseInput[]): readonly ReleaseInput[] {
  const times = new Map<string, number>();
  return inputs.map((input) => {
    const time = (times.get(input.path) ?? 0) + 1;
    times.set(input.path, time);
    return time === 1 ? input : { ...input, path: `${input.path}.${time}` };
  });
}
