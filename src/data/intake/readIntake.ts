import { payerReader } from '../../domain/payerReader.ts';
import type { ListedProvider } from '../../domain/placedProviders.ts';
import { rateCensus } from '../../domain/rateCensus.ts';
import { chargeChoice, type FileCharges, type RememberedCharges } from '../chargeChoice.ts';
import type { CmsLine } from '../formats/cmsTables.ts';
import type { FileAccount, FileHead, Format, FormatSink } from '../formats/formatReader.ts';
import { readPublishedFile } from '../formats/readPublishedFile.ts';
import { ProviderReferences } from '../formats/tic/providerReferences.ts';
import type { OwnReading } from '../ownRates.ts';
import { isZip } from '../unpack/zipEntries.ts';
import { CmsLines } from './cmsLines.ts';
import type { IntakeFile, IntakeProgress, IntakeReport } from './intakeReport.ts';
import { type IntakeResult, IntakeTables } from './intakeTables.ts';
import { OwnTables } from './ownTables.ts';
import { settledAccount } from './settledAccount.ts';
import { fileStart } from './sortFile.ts';

/** A file as the worker gets it: itself, not its bytes. */
export interface IntakeInput {
  readonly file: Blob;
  readonly path: string;
}

/** What published files are read with. */
export interface IntakeReading extends OwnReading {
  /** Columns of hospitals' own tables: as set for files, and as remembered by headings. */
  readonly charges?: {
    readonly chosen: readonly FileCharges[];
    readonly remembered: readonly RememberedCharges[];
  };
  /** The codes that are read; null = all. Hospitals price tens of thousands. */
  readonly wanted: readonly string[] | null;
  /** The release's codes: lines of CMS tables are held beside its own for these. */
  readonly catalogue: readonly string[];
}

export interface ReadIntake extends IntakeResult {
  readonly report: IntakeReport;
  /** What lists of providers among the files say, by NPI. */
  readonly listed: ReadonlyMap<number, ListedProvider>;
  /** Lines of CMS tables that the release's can be held beside. */
  readonly cmsLines: readonly CmsLine[];
}

/** Progress is told no oftener, in milliseconds. */
const progressEvery = 100;

/**
 * Reads files of any form and size, one after the other, into one set of rate tables. Never holds more of a published
 * file than its reader does. Nothing a file holds makes it throw: one that cannot be read is refused with a reason.
 */
export async function readIntake(
  inputs: readonly IntakeInput[],
  { wanted, catalogue, charges, ...reading }: IntakeReading,
  onProgress: (progress: IntakeProgress) => void,
): Promise<ReadIntake> {
  const names = payerReader(reading.aliases);
  const tables = new IntakeTables(names);
  const cms = new CmsLines(catalogue);
  const own = new OwnTables(tables, reading, names, readWorkbook);
  const choice = chargeChoice(charges?.chosen ?? [], charges?.remembered ?? []);
  const codes = wanted && new Set(wanted);
  const wants = codes ? (code: string) => codes.has(code) : () => true;
  const references = new ProviderReferences();
  const bytes = inputs.reduce((sum, { file }) => sum + file.size, 0);
  const started = performance.now();
  const files: IntakeFile[] = [];
  let before = 0;
  let told = 0;

  const { order, archives } = await referencesFirst(inputs);
  for (const archive of archives) files.push(...(await readReferences(archive)));
  for (const [index, { file, path }] of order.entries()) {
    const tell = (fileDone: number) => {
      const now = performance.now();
      if (now - told < progressEvery && fileDone < file.size) return;
      told = now;
      const done = before + fileDone;
      onProgress({
        file: path,
        number: index + 1,
        files: inputs.length,
        fileDone,
        fileBytes: file.size,
        done,
        bytes,
        bytesPerSecond: now > started ? (done * 1000) / (now - started) : 0,
        rates: tables.length,
      });
    };
    tell(0);
    try {
      const isArchive = archives.some((each) => each.file === file);
      files.push(...(await readOne(file, path, tell, (format) => !isArchive || !isReference(format))));
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      files.push(refusedFile(path, `It could not be read: ${reason}.`));
    }
    before += file.size;
  }
  files.push(...own.end());
  const collected = tables.result();
  const listed = await own.listed(collected.npis.numbers, files);
  const seconds = (performance.now() - started) / 1000;
  const report = { files, census: rateCensus(collected.tables), bytes, seconds };
  return { ...collected, listed, report, cmsLines: cms.lines };

  /** What is refused, or cannot be read, is told when the rest of the archive is read. */
  async function readReferences({ file, path }: IntakeInput): Promise<readonly IntakeFile[]> {
    const found: IntakeFile[] = [];
    let opened: OpenedFile | null = null;
    const sink = (entry: string, format: Format) => {
      opened = openedFile(tables, cms, entry, format);
      return opened.sink;
    };
    const results = readPublishedFile(
      { name: path, bytes: file.stream() },
      { context: { wants, names, references }, reads: isReference, sink },
    );
    try {
      for await (const result of results)
        if (result.kind === 'account' && opened) found.push((opened as OpenedFile).end(result.account));
    } catch {
      return found;
    }
    return found;
  }

  async function readWorkbook(file: string, content: Uint8Array): Promise<IntakeFile | undefined> {
    const { readCmsWorkbook } = await import('../formats/readCmsWorkbook.ts');
    let opened: OpenedFile | null = null;
    const sink = (entry: string, format: Format) => {
      opened = openedFile(tables, cms, entry, format);
      return opened.sink;
    };
    const account = await readCmsWorkbook(content, sink, { file, wants });
    return account && (opened as OpenedFile | null)?.end(account);
  }

  async function readOne(
    file: Blob,
    path: string,
    tell: (done: number) => void,
    reads: (format: Format) => boolean,
  ): Promise<readonly IntakeFile[]> {
    const found: IntakeFile[] = [];
    let opened: OpenedFile | null = null;
    const results = readPublishedFile(
      { name: path, bytes: file.stream() },
      {
        context: { wants, names, references, charges: choice },
        onProgress: tell,
        reads,
        sink: (entry, format) => {
          opened = openedFile(tables, cms, entry, format);
          return opened.sink;
        },
      },
    );
    for await (const result of results) {
      if (result.kind === 'refused') found.push(refusedFile(result.file, result.reason));
      else if (result.kind === 'own-table') {
        const read = await own.take(result.file, result.bytes);
        if (read) found.push(read);
      } else if (opened) found.push((opened as OpenedFile).end(result.account));
    }
    return found;
  }
}

function isReference({ id }: Pick<Format, 'id'>): boolean {
  return id === 'tic-provider-reference';
}

/**
 * Files of provider groups before the files of rates that refer to them: those look up who is meant. Archives may hold
 * both in any order, so they are gone through for groups before all else; the rest of them is not unpacked for that.
 */
async function referencesFirst(
  inputs: readonly IntakeInput[],
): Promise<{ readonly order: readonly IntakeInput[]; readonly archives: readonly IntakeInput[] }> {
  const first: IntakeInput[] = [];
  const others: IntakeInput[] = [];
  const archives: IntakeInput[] = [];
  for (const input of inputs) {
    const isArchive = isZip(new Uint8Array(await input.file.slice(0, 4).arrayBuffer()));
    if (isArchive) archives.push(input);
    // One that is alone has nobody to come before.
    const mayBeFirst = !isArchive && inputs.length > 1;
    (mayBeFirst && (await holdsReferences(input)) ? first : others).push(input);
  }
  return { order: [...first, ...others], archives };
}

/** One that cannot be looked at is told of when its turn comes. */
async function holdsReferences(input: IntakeInput): Promise<boolean> {
  const format = await fileStart(input).then(
    (start) => start.format,
    () => null,
  );
  return format !== null && isReference({ id: format });
}

interface OpenedFile {
  readonly sink: FormatSink;
  readonly end: (account: FileAccount) => IntakeFile;
}

function openedFile(tables: IntakeTables, cms: CmsLines, file: string, format: Format): OpenedFile {
  const { sink, end } = tables.open(file);
  let head: FileHead | null = null;
  return {
    sink: {
      ...sink,
      head: (told) => {
        head = told;
        sink.head(told);
      },
      tableRow: (row) => cms.take(row as CmsLine),
    },
    end: (account) => ({
      file,
      format: format.id,
      formatName: format.name,
      refusal: '',
      head,
      account: settledAccount(withinPage(account), end()),
      ...(account.charges && { charges: account.charges }),
    }),
  };
}

/** A table of contents may list a hundred thousand files: more than a page shows, or takes over at once. */
const mostListed = 2_000;

function withinPage(account: FileAccount): FileAccount {
  const { listing } = account;
  if (!listing || listing.length <= mostListed) return account;
  const note = `${(listing.length - mostListed).toLocaleString('en')} further files are listed in it, and not shown here.`;
  return { ...account, listing: listing.slice(0, mostListed), notes: [...account.notes, note] };
}

function refusedFile(file: string, refusal: string): IntakeFile {
  return { file, format: null, formatName: '', refusal, head: null, account: null };
}
