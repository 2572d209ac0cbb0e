import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { rateColumns } from '../src/data/readRateFile.ts';
import { readRelease } from '../src/data/readRelease.ts';
import { sourceColumns } from '../src/data/readSources.ts';
import { groupBy } from '../src/domain/groupBy.ts';
import { billingClasses, codeTypes, type RateTable, rateFlags, settings } from '../src/domain/rateTable.ts';
import { dollarText } from '../src/export/dollarText.ts';
import { csvFile } from '../src/release/csvFile.ts';
import type { OutputFile } from '../src/release/outputFile.ts';
import { releaseManifest } from '../src/release/releaseManifest.ts';
import { writeRelease } from '../src/release/writeRelease.ts';
import { generatedRates } from './generate.ts';

/**
 * Puts a generated release into the place of a site's own: the rates of 97110 are made up, so many that the nation has
 * `votes` votes; the rest is what ships.
 *
 * @param folder the site's `data/`
 */
export async function largeRelease(folder: string, votes: number): Promise<void> {
  const shipped = readRelease(
    await readFile(path.join(folder, 'release.json'), 'utf8'),
    'release.json',
  ).release;
  if (!shipped) throw new Error(`there is no release in ${folder}`);
  // A twelfth of the rates is of another line and a part is left out: more rows than votes.
  const table = generatedRates('97110', Math.ceil(votes * 1.31), Math.ceil(votes / 9.1));
  const made = [...dictionaries(table), ...rates(table)];
  const isMade = new Set(made.map((file) => file.path));
  const kept = shipped.files.filter(
    (file) => !isMade.has(file.path) && !file.path.startsWith('rates/97110/'),
  );
  const others = await Promise.all(
    kept.map(async (file) => ({
      path: file.path,
      rows: file.rows,
      text: await readFile(path.join(folder, file.path), 'utf8'),
    })),
  );
  const outputs = [...others, ...made];
  await writeRelease(folder, releaseManifest(shipped.date, shipped.inputs, outputs), outputs);
}

function dictionaries(table: RateTable): readonly OutputFile[] {
  const providers = table.providers.map((each) => [each.id, each.name, each.place, '', each.system]);
  const plans = table.plans.map((each) => [each.id, each.payerRaw, each.plan, each.payer, '', each.line]);
  const sources = table.sources.map((each) => [
    each.id,
    each.name,
    'Made up',
    each.place,
    each.kind,
    each.date,
    String(each.year),
    '',
    '',
    'generated',
    each.name,
    'generated',
    '0',
    '',
  ]);
  return [
    csvFile('providers.csv', ['id', 'name', 'place', 'identifier', 'system'], providers),
    csvFile('plans.csv', ['id', 'payer_raw', 'plan', 'payer', 'parent', 'line'], plans),
    csvFile('sources.csv', sourceColumns, sources),
  ];
}

function rates(table: RateTable): readonly OutputFile[] {
  const lines = Array.from({ length: table.length }, (_, row) => lineOf(table, row));
  const places = groupBy(lines, ([place]) => place ?? '');
  return [
    csvFile('rates/97110/national.csv', rateColumns, lines),
    ...[...places].map(([place, own]) => csvFile(`rates/97110/${place}.csv`, rateColumns, own)),
  ];
}

function lineOf(table: RateTable, row: number): readonly string[] {
  const provider = table.providers[table.provider[row] as number];
  const flags = rateFlags.filter((_, index) => ((table.flags[row] as number) & (1 << index)) !== 0);
  return [
    provider?.place ?? '',
    provider?.id ?? '',
    table.plans[table.plan[row] as number]?.id ?? '',
    codeTypes[table.codeType[row] as number] ?? '',
    table.modifiers[table.modifier[row] as number] ?? '',
    settings[table.setting[row] as number] ?? '',
    billingClasses[table.billingClass[row] as number] ?? '',
    dollarText(table.cents[row] as number),
    table.methodologies[table.methodology[row] as number] ?? '',
    table.sources[table.source[row] as number]?.id ?? '',
    flags.join('|'),
    '1',
  ];
}
