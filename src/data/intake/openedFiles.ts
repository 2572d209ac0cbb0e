import { countOf } from '../../text/numbers.ts';
import type { CmsLine } from '../formats/cmsTables.ts';
import type { FileAccount, FileHead, Format, FormatSink } from '../formats/formatReader.ts';
import type { CmsLines } from './cmsLines.ts';
import type { IntakeFile } from './intakeReport.ts';
import type { IntakeTables } from './intakeTables.ts';
import { settledAccount } from './settledAccount.ts';

/** A table of contents may list a hundred thousand files: more than a page shows, or takes over at once. */
const mostListed = 2_000;

/** Where the findings of one file go, and what became of it once its account is there. */
interface OpenedFile {
  readonly sink: FormatSink;
  readonly end: (account: FileAccount) => IntakeFile;
}

/** Opens the files of one reading, an archive's one after the other, and settles each before the next is opened. */
export class OpenedFiles {
  readonly #tables: IntakeTables;
  readonly #cms: CmsLines;
  #open: OpenedFile | undefined;

  constructor(tables: IntakeTables, cms: CmsLines) {
    this.#tables = tables;
    this.#cms = cms;
  }

  open(file: string, format: Format): FormatSink {
    this.#open = openedFile(this.#tables, this.#cms, file, format);
    return this.#open.sink;
  }

  /** What became of the file that was opened last; undefined where none was. */
  settle(account: FileAccount): IntakeFile | undefined {
    return this.#open?.end(account);
  }
}

export function refusedFile(file: string, refusal: string): IntakeFile {
  return { file, format: null, formatName: '', refusal, head: null, account: null };
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

function withinPage(account: FileAccount): FileAccount {
  const { listing } = account;
  if (!listing || listing.length <= mostListed) return account;
  const note = `${countOf(listing.length - mostListed, 'further file is', 'further files are')} listed in it, and not shown here.`;
  return { ...account, listing: listing.slice(0, mostListed), notes: [...account.notes, note] };
}
