import { planColumns } from '../../data/readPlans.ts';
import { providerColumns } from '../../data/readProviders.ts';
import { sourceColumns } from '../../data/readSources.ts';
import { csvText } from '../../export/csvText.ts';
import { compareText } from '../compareText.ts';
import { csvFile } from '../csvFile.ts';
import type { OutputFile } from '../outputFile.ts';
import { StoredFile } from '../storedFile.ts';
import type { Database } from './database.ts';
import type { InputFile } from './inputFile.ts';
import { flagWords } from './rateOutputs.ts';

/** A published file some rate of the release was read in, as `sources.csv` lists it. */
export interface Source {
  readonly file: InputFile;
  /** Blank for a file whose rates are in several places. */
  readonly place: string;
}

/** The files with rates, in the order of `sources.csv`: by place, name, date, then content. */
export async function usedSources(
  database: Database,
  files: readonly InputFile[],
): Promise<readonly Source[]> {
  const places = new Map(
    (await database.rows('SELECT file, place FROM file_place ORDER BY file')) as [number, string][],
  );
  const keyOf = ({ place, file }: Source) => [place, file.name, file.date, file.sha256].join('\u0001');
  return files
    .flatMap((file): readonly Source[] => {
      const place = places.get(file.number);
      return place === undefined ? [] : [{ file, place }];
    })
    .toSorted((a, b) => compareText(keyOf(a), keyOf(b)));
}

/**
 * The tables the rates point into, and how many rates there are of what.
 *
 * @param stage folder where providers wait: those of a large file are hundreds of thousands.
 */
export async function tableOutputs(
  database: Database,
  sources: readonly Source[],
  stage: string,
): Promise<readonly OutputFile[]> {
  const plans = await database.rows('SELECT payer_raw, plan, payer, parent, line FROM plan ORDER BY number');
  return [
    await providersFile(database, stage),
    csvFile(
      'plans.csv',
      planColumns,
      plans.map((cells, at) => [`n${at + 1}`, ...cells.map(String)]),
    ),
    await sourcesFile(database, sources),
    await coverageFile(database),
  ];
}

async function providersFile(database: Database, stage: string): Promise<OutputFile> {
  const header = csvText(providerColumns, []);
  const file = new StoredFile(stage, 'providers.csv', header);
  const query = 'SELECT number, name, place, identifier, health_system FROM provider ORDER BY number';
  for await (const rows of database.pieces(query)) {
    for (const [number, ...cells] of rows) file.add(csvText([`p${number}`, ...cells.map(String)], []));
  }
  return file.end();
}

async function sourcesFile(database: Database, sources: readonly Source[]): Promise<OutputFile> {
  const counts = await database.rows('SELECT file, flags, rates FROM source_count ORDER BY file, flags');
  const rows = sources.map(({ file, place }, at) => {
    const own = counts.filter(([number]) => number === file.number);
    const flags = new Map<string, number>();
    for (const [, bits, rates] of own) {
      for (const flag of flagWords(Number(bits)).split('|').filter(Boolean))
        flags.set(flag, (flags.get(flag) ?? 0) + Number(rates));
    }
    return [
      `s${at + 1}`,
      file.name,
      file.publisher,
      place,
      file.kind,
      file.date,
      file.date.slice(0, 4),
      '',
      file.sha256,
      '',
      '',
      'read in the published file',
      String(own.reduce((sum, [, , rates]) => sum + Number(rates), 0)),
      [...flags]
        .toSorted(([a], [b]) => compareText(a, b))
        .map(([flag, rates]) => `${flag} ${rates}`)
        .join('|'),
    ];
  });
  return csvFile('sources.csv', sourceColumns, rows);
}

async function coverageFile(database: Database): Promise<OutputFile> {
  const rows = (await database.rows('SELECT place, payer, line, year, rates FROM coverage')).map((cells) =>
    cells.map(String),
  );
  return csvFile(
    'coverage.csv',
    ['place', 'payer', 'line', 'year', 'rates'],
    rows.toSorted((a, b) => compareText(a.slice(0, 4).join('|'), b.slice(0, 4).join('|'))),
  );
}
