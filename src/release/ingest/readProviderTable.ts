import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { guessDelimiter } from '../../data/csvDelimiter.ts';
import { type CsvRecord, CsvRecords } from '../../data/formats/csvRecords.ts';
import { TextBytes } from '../../data/formats/textBytes.ts';
import { isGzip } from '../../data/unpack/gunzipped.ts';
import { isZip } from '../../data/unpack/zipEntries.ts';
import type { ReleaseInput } from '../../domain/release.ts';
import { cannotOpen } from '../cannotOpen.ts';
import { InputError } from '../inputError.ts';
import type { Database } from './database.ts';
import { DigestedBytes } from './digestedBytes.ts';
import { inputPath } from './inputPath.ts';
import { providerColumns } from './providerColumns.ts';
import { TableWriter } from './tableWriter.ts';

interface ProviderTable {
  readonly input: ReleaseInput;
  readonly lines: number;
}

/** Reads tables of providers, the first first: of two lines for one provider the earlier counts. */
export async function readProviderTables(
  { connection }: Database,
  paths: readonly string[],
): Promise<readonly ReleaseInput[]> {
  const directory = await TableWriter.open(connection, 'directory');
  const inputs: ReleaseInput[] = [];
  let first = 0;
  for (const path of paths) {
    const { input, lines } = await readProviderTable(path, directory, first);
    inputs.push(input);
    first += lines;
  }
  directory.close();
  return inputs;
}

/**
 * Reads a table of providers into the database's directory, line by line: CMS's registry of NPIs, eight million lines
 * of 330 columns, is one.
 *
 * @param first the number of its first line among all tables: an earlier line stands before a later.
 * @throws InputError when the file cannot be opened, is packed, or has no column of numbers or of places.
 */
async function readProviderTable(
  path: string,
  directory: TableWriter,
  first: number,
): Promise<ProviderTable> {
  let read: ReturnType<typeof providerColumns> | undefined;
  let width = 0;
  let lines = 0;
  let used = 0;
  let isBegun = false;
  function take(record: CsvRecord): void {
    if (Array.from({ length: record.length }).every((_, index) => record.isBlank(index))) return;
    if (read === undefined) {
      width = record.length;
      read = providerColumns(Array.from({ length: width }, (_, index) => record.text(index)));
      return;
    }
    lines++;
    if (typeof read === 'string' || record.length !== width || record.fault !== '') return;
    const provider = read((index) => record.text(index));
    if (provider === undefined) return;
    used++;
    const { npis, identifiers, name, place, system } = provider;
    for (const npi of npis) directory.add(first + lines, Number(npi), `NPI:${npi}`, name, place, system);
    for (const identifier of identifiers) directory.add(first + lines, 0, identifier, name, place, system);
  }
  const records = new CsvRecords((line) => guessDelimiter([line]), take);
  const text = new TextBytes((bytes) => records.write(bytes));
  const bytes = new DigestedBytes();
  const size = await stat(path).catch((error: unknown) => {
    throw cannotOpen(path, error);
  });
  for await (const piece of bytes.of(createReadStream(path, { highWaterMark: 1 << 20 }))) {
    // CMS hands its registry out in a zip archive, beside other tables.
    if (!isBegun && (isZip(piece) || isGzip(piece)))
      throw refusedTable(path, 'The file is packed. Unpack it and give the CSV of providers in it.');
    isBegun = true;
    text.write(piece);
  }
  text.end();
  records.end();
  if (read === undefined || typeof read === 'string') {
    throw refusedTable(path, `This is no table of providers: it lacks ${read ?? 'a heading'}.`);
  }
  return {
    input: {
      path: inputPath(basename(path)),
      bytes: size.size,
      sha256: bytes.sha256,
      provenance: `Places and names of providers given with --providers: ${used} of ${lines} lines have a number and a place.`,
    },
    lines,
  };
}

function refusedTable(file: string, message: string): InputError {
  return new InputError([{ file, line: 1, column: '', found: '', message, leftOut: true }]);
}
