import { decodeText } from '../decodeText.ts';
import type { FormatId, FormatSink } from '../formats/formatReader.ts';
import { readPublishedFile } from '../formats/readPublishedFile.ts';
import { startsAs } from '../openTable.ts';
import { largestTable } from './largestTable.ts';
import { listColumns } from './providerList.ts';
import type { IntakeInput } from './readIntake.ts';
import { savedKind } from './savedTables.ts';

/** What a file is for, as far as its start tells. */
export type FileSort =
  /** One table that no authority has given a form: a contract, claim lines. */
  | 'own'
  /** A list of providers with NPI and state. */
  | 'providers'
  /** Everything else: published files, archives of files, rates saved from here, and what cannot be read. */
  | 'intake';

const nowhere: FormatSink = { head: () => {}, group: () => {}, rate: () => {} };

/** Looks at the start of a file to tell who is to read it. */
export async function sortFile(input: IntakeInput): Promise<FileSort> {
  return (await fileStart(input)).sort;
}

/** @returns the published form, too, of a file that is no archive. */
export async function fileStart({
  file,
  path,
}: IntakeInput): Promise<{ readonly sort: FileSort; readonly format: FormatId | null }> {
  let format: FormatId | null = null;
  const known = new AbortController();
  const results = readPublishedFile(
    { name: path, bytes: file.stream() },
    {
      context: { wants: () => false },
      signal: known.signal,
      // A form is recognised: nothing of it needs to be read here.
      sink: (_, { id }) => {
        format = id;
        known.abort();
        return nowhere;
      },
    },
  );
  try {
    for await (const result of results) {
      if (result.kind !== 'own-table' || result.file !== path) return { sort: 'intake', format };
      const [first] = await firstPieces(result.bytes);
      if (!first || (await isGzip(file)) || (await isCmsWorkbook(file, first)))
        return { sort: 'intake', format };
      const { text } = decodeText(first.subarray(0, 65_536));
      if (savedKind(text)) return { sort: 'intake', format };
      const [header = ''] = text.split(/\r?\n/, 1);
      const isList = listColumns(header.split(/[,;\t|]/).map((cell) => cell.replaceAll('"', '')));
      return { sort: isList ? 'providers' : 'own', format };
    }
  } catch (error) {
    if (!known.signal.aborted) throw error;
  }
  return { sort: 'intake', format };
}

async function firstPieces(pieces: AsyncIterable<Uint8Array>): Promise<readonly Uint8Array[]> {
  for await (const piece of pieces) return [piece.slice()];
  return [];
}

/** CMS gives its tables as workbooks, too, and only what is in their sheets tells them from a contract. */
async function isCmsWorkbook(file: Blob, first: Uint8Array): Promise<boolean> {
  if (startsAs(first) !== 'workbook' || file.size > largestTable) return false;
  const { cmsSheet } = await import('../formats/readCmsWorkbook.ts');
  return (await cmsSheet(new Uint8Array(await file.arrayBuffer()))) !== undefined;
}

/** A packed table is for the reader that unpacks. */
async function isGzip(file: Blob): Promise<boolean> {
  const [one, two] = new Uint8Array(await file.slice(0, 2).arrayBuffer());
  return one === 0x1f && two === 0x8b;
}
