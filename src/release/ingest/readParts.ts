import type { FileBytes } from '../../data/fileBytes.ts';
import type {
  FileAccount,
  FileHead,
  Format,
  FormatContext,
  FormatSink,
} from '../../data/formats/formatReader.ts';
import { readCmsWorkbook } from '../../data/formats/readCmsWorkbook.ts';
import { readPublishedFile } from '../../data/formats/readPublishedFile.ts';
import { collectedOrFault } from '../../data/intake/collectedBytes.ts';
import type { OwnReading } from '../../data/ownRates.ts';
import { isGzip } from '../../data/unpack/gunzipped.ts';
import { isZip } from '../../data/unpack/zipEntries.ts';
import { DiskBytes } from './diskBytes.ts';
import { ownTableRates } from './ownTableRates.ts';
import type { PublishedRates } from './publishedRates.ts';

/** Rates of one date in a file, and the number they have in the database. */
export interface PartSource {
  readonly number: number;
  readonly head: FileHead;
}

/** One contained file: all of a plain one, or an entry of an archive. */
export interface FilePart {
  /** As the user knows it, in an archive `archive.zip/entry.csv`. */
  readonly file: string;
  /** What it was taken for, in words; '' where it was not read. */
  readonly form: string;
  /** What it says of itself; undefined where it says nothing. */
  readonly head: FileHead | undefined;
  /** Those with rates: a published form is of one date, a table of one's own may be of several. */
  readonly sources: readonly PartSource[];
  readonly account: Omit<FileAccount, 'format'>;
  /** Why it was not read, as a sentence; '' where it was. */
  readonly refused: string;
}

/** Where what is found goes, and what is looked for. */
export interface PartReading {
  readonly rates: PublishedRates;
  readonly context: Omit<FormatContext, 'file'>;
  readonly own: OwnReading;
  /** Takes the lines of a CMS table. */
  readonly tableRows: (rows: readonly unknown[]) => void;
  /** A number that no other file has. */
  readonly nextNumber: () => number;
}

const doubtful = 'This is not CMS’s own table, as its problems show. No release must be built on it.';

/** A table of one's own that does not lie on disk as it is, is opened whole; past this many bytes it is refused. */
const largestOwnTable = 512 * 2 ** 20;

export const nothingRead: FilePart['account'] = { present: 0, read: 0, leftOut: {}, problems: [], notes: [] };
const unknownHead: FileHead = { publisher: '', kind: 'own', date: '', version: '' };

/**
 * Reads a file of any form into the database: what was recognised by its reader, anything else as a table of one's own.
 *
 * @param path where the same bytes are on disk; null for a pipe. A table that is not packed is read from there, a few
 *   megabytes or a group of rows at a time.
 */
export async function readParts(
  name: string,
  bytes: AsyncIterable<Uint8Array>,
  path: string | null,
  reading: PartReading,
): Promise<readonly FilePart[]> {
  const parts: FilePart[] = [];
  const published = new PublishedParts(reading);
  const { context } = reading;
  for await (const result of readPublishedFile({ name, bytes }, { context, sink: published.sink })) {
    const { file } = result;
    if (result.kind === 'refused') parts.push(refusedPart(file, result.reason));
    else if (result.kind === 'account') parts.push(published.part(file, result.account));
    else {
      const onDisk = path === null ? undefined : await tableOnDisk(path);
      try {
        parts.push(
          onDisk === undefined
            ? await tablePart(file, result.bytes, reading, published)
            : await ownPart(file, onDisk, reading),
        );
      } finally {
        await onDisk?.close();
      }
    }
  }
  return parts;
}

/** The parts of a file that have a published form, while they are read. */
class PublishedParts {
  readonly #reading: PartReading;
  readonly #open = new Map<string, () => Pick<FilePart, 'form' | 'head' | 'sources'>>();
  #tableRows: unknown[] = [];

  constructor(reading: PartReading) {
    this.#reading = reading;
  }

  readonly sink = (file: string, format: Format): FormatSink => {
    const { rates, nextNumber } = this.#reading;
    const number = nextNumber();
    const tableRows: unknown[] = [];
    this.#tableRows = tableRows;
    let head: FileHead | undefined;
    let count = 0;
    this.#open.set(file, () => ({
      form: format.name,
      head,
      sources: count > 0 ? [{ number, head: head ?? unknownHead }] : [],
    }));
    return {
      head: (found) => {
        head = found;
      },
      group: (id, providers) => rates.addGroup(number, id, providers),
      rate: (rate) => {
        count++;
        rates.addRate(number, rate, '');
      },
      tableRow: (row) => tableRows.push(row),
    };
  };

  part(file: string, found: FileAccount): FilePart {
    const { format: _, ...account } = found;
    if (account.isDoubtful) {
      const { problems } = account;
      return { ...refusedPart(file, doubtful), account: { ...nothingRead, problems } };
    }
    this.#reading.tableRows(this.#tableRows);
    const told = this.#open.get(file)?.() ?? { form: '', head: undefined, sources: [] };
    return { file, ...told, account, refused: '' };
  }
}

/** A file that is a table as it lies there: not packed, and no workbook, which is an archive and opened whole. */
async function tableOnDisk(path: string): Promise<DiskBytes | undefined> {
  const bytes = await DiskBytes.open(path);
  if (bytes === undefined) return undefined;
  const start = new Uint8Array(await bytes.slice(0, 4).arrayBuffer());
  if (!isZip(start) && !isGzip(start)) return bytes;
  await bytes.close();
  return undefined;
}

/** What has no published form as it comes: a workbook of CMS's, else a table of one's own. */
async function tablePart(
  file: string,
  bytes: AsyncIterable<Uint8Array>,
  reading: PartReading,
  published: PublishedParts,
): Promise<FilePart> {
  const whole = await collectedOrFault(bytes, largestOwnTable);
  if (whole === undefined) {
    return refusedPart(file, 'It has none of the published forms and is too large to be opened as a table.');
  }
  if (typeof whole === 'string') return refusedPart(file, whole);
  if (isZip(whole)) {
    const account = await readCmsWorkbook(whole, published.sink, { ...reading.context, file });
    if (account !== undefined) return published.part(file, account);
  }
  return ownPart(file, whole, reading);
}

async function ownPart(
  file: string,
  bytes: Uint8Array | FileBytes,
  { rates, context: { wants }, own, nextNumber }: PartReading,
): Promise<FilePart> {
  const sources = new Map<string, PartSource>();
  const groups = new Map<string, number>();
  const account = await ownTableRates(bytes, file, own, wants, ({ date, provider, line, rate, times }) => {
    const source = sources.get(date) ?? { number: nextNumber(), head: { ...unknownHead, date } };
    sources.set(date, source);
    const { name, place } = provider;
    const key = `${source.number} ${place} ${name}`;
    const group = groups.get(key) ?? groups.size;
    if (!groups.has(key)) rates.addGroup(source.number, group, [{ name, place, identifier: '', npis: [] }]);
    groups.set(key, group);
    for (let time = 0; time < times; time++) rates.addRate(source.number, { ...rate, groups: [group] }, line);
  });
  const [fault] = account.problems;
  if (account.present === 0) {
    return { ...refusedPart(file, fault?.message ?? 'There is no table of rates in it.'), account };
  }
  const form = 'a table of one’s own';
  return { file, form, head: undefined, sources: [...sources.values()], account, refused: '' };
}

function refusedPart(file: string, refused: string): FilePart {
  return { file, form: '', head: undefined, sources: [], account: nothingRead, refused };
}
