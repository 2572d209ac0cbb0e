import { type PayerReader, payerReader } from '../../domain/payerReader.ts';
import type { ListedProvider } from '../../domain/placedProviders.ts';
import { rateCensus } from '../../domain/rateCensus.ts';
import {
  type ChargeChoice,
  chargeChoice,
  type FileCharges,
  type RememberedCharges,
} from '../chargeChoice.ts';
import type { CmsLine } from '../formats/cmsTables.ts';
import { type PublishedResult, readPublishedFile } from '../formats/readPublishedFile.ts';
import { ProviderReferences } from '../formats/tic/providerReferences.ts';
import type { OwnReading } from '../ownRates.ts';
import { readFault } from '../readFault.ts';
import { CmsLines } from './cmsLines.ts';
import { copiedFiles } from './copiedFiles.ts';
import type { IntakeFile, IntakeProgress, IntakeReport } from './intakeReport.ts';
import { type IntakeResult, IntakeTables } from './intakeTables.ts';
import { OpenedFiles, refusedFile } from './openedFiles.ts';
import { OwnTables } from './ownTables.ts';
import { isReference, referencesFirst } from './referencesFirst.ts';
import { ToldProgress } from './toldProgress.ts';

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

/**
 * Reads files of any form and size, one after the other, into one set of rate tables. Never holds more of a published
 * file than its reader does. Nothing a file holds makes it throw: one that cannot be read is refused with a reason.
 */
export async function readIntake(
  inputs: readonly IntakeInput[],
  reading: IntakeReading,
  onProgress: (progress: IntakeProgress) => void,
): Promise<ReadIntake> {
  const intake = new Intake(reading);
  const copies = await copiedFiles(inputs);
  const originals = inputs.filter((input) => !copies.has(input));
  const progress = new ToldProgress(originals, onProgress);
  const files: IntakeFile[] = [];
  const { order, archives } = await referencesFirst(originals);
  for (const archive of archives) files.push(...(await intake.readReferences(archive)));
  for (const input of order) {
    const tell = progress.begin(input, () => intake.rates);
    tell(0);
    try {
      files.push(...(await intake.read(input, archives.includes(input), tell)));
    } catch (error) {
      files.push(refusedFile(input.path, `It could not be read: ${readFault(error)}.`));
    }
  }
  const { collected, listed, cmsLines } = await intake.end(files);
  // A file that was downloaded twice would cast each of its votes twice.
  for (const [{ path }, original] of copies)
    files.push(refusedFile(path, `It is ${original} byte for byte, which is read.`));
  const { bytes, seconds } = progress;
  const report = { files, census: rateCensus(collected.tables), bytes, seconds };
  return { ...collected, listed, report, cmsLines };
}

/** What comes together of files that are read one after the other. */
class Intake {
  readonly #names: PayerReader;
  readonly #wants: (code: string) => boolean;
  readonly #charges: ChargeChoice;
  readonly #references = new ProviderReferences();
  readonly #tables: IntakeTables;
  readonly #cms: CmsLines;
  readonly #own: OwnTables;

  constructor({ wanted, catalogue, charges, ...reading }: IntakeReading) {
    this.#names = payerReader(reading.aliases);
    const codes = wanted && new Set(wanted);
    this.#wants = codes ? (code) => codes.has(code) : () => true;
    this.#charges = chargeChoice(charges?.chosen ?? [], charges?.remembered ?? []);
    this.#tables = new IntakeTables(this.#names);
    this.#cms = new CmsLines(catalogue);
    this.#own = new OwnTables(this.#tables, reading, this.#names, (file, content) =>
      this.#readWorkbook(file, content),
    );
  }

  /** Distinct rates held so far. */
  get rates(): number {
    return this.#tables.length;
  }

  /** Goes through an archive for groups of providers. What cannot be read of it is told when the rest is read. */
  async readReferences({ file, path }: IntakeInput): Promise<readonly IntakeFile[]> {
    const found: IntakeFile[] = [];
    const opened = new OpenedFiles(this.#tables, this.#cms);
    const context = { wants: this.#wants, names: this.#names, references: this.#references };
    try {
      const results = readPublishedFile(
        { name: path, bytes: file.stream() },
        { context, reads: isReference, sink: (entry, format) => opened.open(entry, format) },
      );
      for await (const result of results) {
        const settled = result.kind === 'account' ? opened.settle(result.account) : undefined;
        if (settled) found.push(settled);
      }
    } catch {
      return found;
    }
    return found;
  }

  /**
   * Reads a file or what an archive holds.
   *
   * @param hasReferencesRead an archive that was gone through for groups of providers: they are not read again.
   */
  async read(
    { file, path }: IntakeInput,
    hasReferencesRead: boolean,
    onProgress: (fileDone: number) => void,
  ): Promise<readonly IntakeFile[]> {
    const found: IntakeFile[] = [];
    const opened = new OpenedFiles(this.#tables, this.#cms);
    const results = readPublishedFile(
      { name: path, bytes: file.stream() },
      {
        context: {
          wants: this.#wants,
          names: this.#names,
          references: this.#references,
          charges: this.#charges,
        },
        onProgress,
        reads: (format) => !hasReferencesRead || !isReference(format),
        sink: (entry, format) => opened.open(entry, format),
      },
    );
    for await (const result of results) {
      const read = await this.#outcome(result, opened);
      if (read) found.push(read);
    }
    return found;
  }

  /** What became of one contained file; undefined where that is known only once all files are read. */
  async #outcome(result: PublishedResult, opened: OpenedFiles): Promise<IntakeFile | undefined> {
    switch (result.kind) {
      case 'refused':
        return refusedFile(result.file, result.reason);
      case 'own-table':
        return this.#own.take(result.file, result.bytes);
      case 'account':
        return opened.settle(result.account);
    }
  }

  /** A workbook that is a published table; undefined where it is none. */
  async #readWorkbook(file: string, content: Uint8Array): Promise<IntakeFile | undefined> {
    const { readCmsWorkbook } = await import('../formats/readCmsWorkbook.ts');
    const opened = new OpenedFiles(this.#tables, this.#cms);
    const context = { file, wants: this.#wants };
    const account = await readCmsWorkbook(content, (entry, format) => opened.open(entry, format), context);
    return account && opened.settle(account);
  }

  /** After the last file: what waited for the others is read. @param files where what became of it is told, too. */
  async end(files: IntakeFile[]) {
    files.push(...this.#own.end());
    const collected = this.#tables.result();
    const listed = await this.#own.listed(collected.npis.numbers, files);
    return { collected, listed, cmsLines: this.#cms.lines };
  }
}
