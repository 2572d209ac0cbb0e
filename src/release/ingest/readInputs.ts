import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { ProviderReferences } from '../../data/formats/tic/providerReferences.ts';
import type { IngestedFile, IngestOrder, IngestProgress } from '../../data/ingestOrder.ts';
import { payerReader } from '../../domain/payerReader.ts';
import type { ReleaseInput } from '../../domain/release.ts';
import { compareText } from '../compareText.ts';
import { readArchivedProviders } from './archivedProviders.ts';
import { DigestedBytes } from './digestedBytes.ts';
import type { InputFile } from './inputFile.ts';
import { inputPath } from './inputPath.ts';
import type { InputTables } from './inputTables.ts';
import { isProviderFile } from './isProviderFile.ts';
import type { PublishedRates } from './publishedRates.ts';
import { type FilePart, nothingRead, readParts } from './readParts.ts';
import { sameFiles } from './sameFiles.ts';

/** What reading needs besides the files. */
export interface InputReading {
  readonly order: IngestOrder;
  readonly tables: InputTables;
  readonly pipe: AsyncIterable<Uint8Array>;
  readonly onProgress: (progress: IngestProgress) => void;
}

/** A file's account, with the numbers its rates have in the database. */
export type AccountedFile = IngestedFile & { readonly numbers: readonly number[] };

/** What came of all files. */
export interface ReadInputs {
  /** Those that rates may come from. */
  readonly files: readonly InputFile[];
  readonly accounts: readonly AccountedFile[];
  /** As the manifest lists them, but two of one name from two folders under the same path. */
  readonly listed: readonly ReleaseInput[];
  /** Lines of CMS tables. */
  readonly tableRows: readonly unknown[];
}

/**
 * Reads the files of an order into the database, in order of their names: which is named first changes nothing. A file
 * that is another one byte for byte is read once. A file that states no date takes the order's, and without one it is
 * refused: its rates are still in the database, under numbers that `files` does not have.
 */
export async function readInputs(rates: PublishedRates, reading: InputReading): Promise<ReadInputs> {
  const { order, tables } = reading;
  const files: InputFile[] = [];
  const accounts: AccountedFile[] = [];
  const listed: ReleaseInput[] = [];
  const tableRows: unknown[] = [];
  let numbers = 0;
  const wanted = new Set(tables.codes.map(({ code }) => code));
  const gone = tables.codes.filter(({ status }) => status === 'deleted');
  const references = new ProviderReferences();
  const partReading = {
    rates,
    context: {
      wants: (code: string) => wanted.has(code),
      names: payerReader(tables.aliases),
      references,
    },
    own: {
      deleted: new Map(gone.map(({ code, replacedBy }) => [code, replacedBy])),
      aliases: tables.aliases,
    },
    tableRows: (rows: readonly unknown[]) => {
      for (const row of rows) tableRows.push(row);
    },
    nextNumber: () => ++numbers,
  };
  const paths = await inReadingOrder(order.files);
  for (const path of paths) {
    if ((await sizeOf(path)) !== undefined) await readArchivedProviders(path, references);
  }
  const twins = await sameFiles(paths);
  for (const [index, path] of paths.entries()) {
    const name = path === '-' ? 'stdin' : basename(path);
    const unread = {
      file: name,
      bytes: 0,
      sha256: '',
      form: '',
      publisher: '',
      date: '',
      account: nothingRead,
    };
    const twin = twins.get(path);
    const size = path === '-' ? 0 : await sizeOf(path);
    if (twin !== undefined || size === undefined) {
      const notes = [`It is ${twin} byte for byte, which is read.`];
      accounts.push(
        twin === undefined
          ? { ...unread, refused: await whyNoFile(path), numbers: [] }
          : { ...unread, form: 'a copy', account: { ...nothingRead, notes }, refused: '', numbers: [] },
      );
      continue;
    }
    const digested = new DigestedBytes();
    const pieces = path === '-' ? reading.pipe : createReadStream(path, { highWaterMark: 1 << 20 });
    const bytes = digested.of(pieces, (count) => {
      const where = { number: index + 1, of: paths.length, bytes: count, bytesInAll: size };
      reading.onProgress({ step: 'read', what: name, ...where });
    });
    const parts = await readParts(name, bytes, path === '-' ? null : path, partReading);
    const whole = { bytes: digested.count, sha256: digested.sha256 };
    listed.push({ path: inputPath(name), ...whole, provenance: provenanceOf(name, parts) });
    for (const part of parts) {
      const known = part.sources.map((source) => inputFileOf(part, source, order.date, digested.sha256));
      const dated = known.filter(({ date }) => date !== '');
      const refused =
        part.refused !== '' || dated.length === known.length
          ? part.refused
          : 'It does not say its date: give one with --date.';
      accounts.push({
        ...unread,
        ...whole,
        file: part.file,
        form: part.form,
        publisher: part.head?.publisher ?? '',
        date: part.head?.date || (known[0]?.date ?? ''),
        account: refused === '' || part.refused !== '' ? part.account : nothingRead,
        refused,
        numbers: known.map(({ number }) => number),
      });
      if (refused === '') files.push(...dated);
    }
  }
  return { files, accounts, listed, tableRows };
}

/** By name, each once; files of provider groups before those that refer to them. */
async function inReadingOrder(files: readonly string[]): Promise<readonly string[]> {
  const paths = [...new Set(files)].toSorted(compareText);
  const first: string[] = [];
  for (const path of paths) {
    if ((await sizeOf(path)) !== undefined && (await isProviderFile(path))) first.push(path);
  }
  return [...first, ...paths.filter((path) => !first.includes(path))];
}

async function sizeOf(path: string): Promise<number | undefined> {
  const found = await stat(path).catch(() => undefined);
  return found?.isFile() ? found.size : undefined;
}

async function whyNoFile(path: string): Promise<string> {
  const found = await stat(path).catch(() => undefined);
  if (found === undefined) return 'There is no such file.';
  return found.isDirectory()
    ? 'This is a folder: name the files in it.'
    : 'This is no file. What comes through a pipe is read as -.';
}

function inputFileOf(
  { file }: FilePart,
  { number, head }: FilePart['sources'][number],
  date: string | null,
  sha256: string,
): InputFile {
  const { publisher, kind } = head;
  return { number, name: file, publisher: publisher || file, kind, date: head.date || (date ?? ''), sha256 };
}

/** Who published it, when, and in which form, as a sentence. */
function provenanceOf(name: string, parts: readonly FilePart[]): string {
  const [part] = parts;
  const head = part?.head;
  const who = head?.publisher ? `, published by ${head.publisher}` : '';
  const when = head?.date ? `, dated ${head.date}` : '';
  if (parts.length > 1) return `${name}: an archive of ${parts.length} files${who}${when}.`;
  return `${name}: ${part?.form || 'not read'}${who}${when}.`;
}
