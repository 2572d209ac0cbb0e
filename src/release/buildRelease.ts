import { readAliases } from '../data/readAliases.ts';
import { readCodes } from '../data/readCodes.ts';
import { readPlaceNotes } from '../data/readPlaceNotes.ts';
import { countOf } from '../text/numbers.ts';
import { aliasFiles } from './aliasFiles.ts';
import { chargeFiles, readSourceCharges } from './chargeFiles.ts';
import { codesFile } from './codesFile.ts';
import { contextFiles } from './contextFiles.ts';
import { coverageFile } from './coverageFile.ts';
import { dictionaryFiles } from './dictionaryFiles.ts';
import { digestFile } from './digestFile.ts';
import { headlinesFile } from './headlinesFile.ts';
import { openInputFolder } from './inputFolder.ts';
import { medicareFiles } from './medicareFiles.ts';
import type { OutputFile } from './outputFile.ts';
import { placeNotesFile } from './placeNotesFile.ts';
import { publishedFiles } from './publishedFiles.ts';
import { rateFiles } from './rateFiles.ts';
import { indexRates } from './rateIndex.ts';
import { readBack } from './readBack.ts';
import { readHealthSystems } from './readHealthSystems.ts';
import { readSourceFiles } from './readSourceFiles.ts';
import { readSourceRates } from './readSourceRates.ts';
import { releaseManifest } from './releaseManifest.ts';
import { writeDigest } from './writeDigest.ts';
import { writeRelease } from './writeRelease.ts';

/**
 * Builds the data release: `npm run data`, or with other folders `npm run data -- my-sources my-release`.
 * Equal inputs give equal bytes: nothing here reads a clock, a locale or the order of a folder.
 *
 * @returns what was built, as a sentence.
 * @throws InputError when an input cannot be used whole; nothing is written then.
 */
export async function buildRelease(sources = 'sources', target = 'public/data'): Promise<string> {
  const folder = await openInputFolder(sources);
  const codes = await folder.table('codes.csv', readCodes);
  const known = new Set(codes.map((code) => code.code));
  const rates = await folder.table('commercial/rates.csv', (text, file) =>
    readSourceRates(text, file, known),
  );
  const sourceFiles = await folder.table('commercial/sources.csv', readSourceFiles);
  const charges = await folder.table('commercial/state-gross-cash.csv', (text, file) =>
    readSourceCharges(text, file, known),
  );
  const index = indexRates(rates, sourceFiles);
  const tables: readonly OutputFile[] = [
    codesFile(codes),
    ...dictionaryFiles(index, await folder.table('health-systems.csv', readHealthSystems), rates),
    ...aliasFiles(await folder.table('payer-aliases.csv', readAliases), index.plans),
    ...rateFiles(rates, index),
    coverageFile(rates),
    placeNotesFile(await folder.table('place-notes.csv', readPlaceNotes)),
    ...chargeFiles(charges),
    ...(await medicareFiles(folder)),
    ...(await publishedFiles(folder, known)),
    ...(await contextFiles(folder, known)),
  ];
  const shipped = readBack(tables);
  const outputs = [...tables, headlinesFile(shipped)];
  const release = releaseManifest(folder.date, folder.inputs(), outputs);
  await writeRelease(target, release, outputs);
  await writeDigest(target, digestFile(release, shipped));
  const bytes = release.files.reduce((sum, file) => sum + file.bytes, 0);
  return `Release ${release.id}: ${countOf(rates.length, 'rate')}, ${countOf(release.files.length, 'file')}, ${countOf(bytes, 'byte')}.`;
}
