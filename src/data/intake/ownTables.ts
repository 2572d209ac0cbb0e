import type { PayerReader } from '../../domain/payerReader.ts';
import type { ListedProvider } from '../../domain/placedProviders.ts';
import { countOf } from '../../text/numbers.ts';
import { decodeText } from '../decodeText.ts';
import { offeredCharges } from '../formats/offeredCharges.ts';
import { openTable, startsAs } from '../openTable.ts';
import { type OwnReading, readStreamedRates } from '../ownRates.ts';
import type { OwnTable, StreamedTable } from '../ownTable.ts';
import { collectedBytes } from './collectedBytes.ts';
import type { IntakeFile } from './intakeReport.ts';
import type { IntakeTables } from './intakeTables.ts';
import { largestTable } from './largestTable.ts';
import { type ListColumns, listColumns, readProviderList } from './providerList.ts';
import { readSavedTables, type SavedKind, type SavedPart, savedKind } from './savedTables.ts';

interface OpenList {
  readonly file: string;
  readonly table: OwnTable | StreamedTable;
  readonly columns: ListColumns;
}

/** The tables among a set of files that no authority has given a form: the user's own, lists of providers, and rates saved from here. */
export class OwnTables {
  readonly #tables: IntakeTables;
  readonly #reading: OwnReading;
  readonly #names: PayerReader;
  readonly #readWorkbook: (file: string, bytes: Uint8Array) => Promise<IntakeFile | undefined>;
  readonly #saved = new Map<SavedKind, SavedPart[]>();
  readonly #lists: OpenList[] = [];

  /** @param readWorkbook reads a workbook that is a published table; undefined where it is none. */
  constructor(
    tables: IntakeTables,
    reading: OwnReading,
    names: PayerReader,
    readWorkbook: (file: string, bytes: Uint8Array) => Promise<IntakeFile | undefined>,
  ) {
    this.#tables = tables;
    this.#reading = reading;
    this.#names = names;
    this.#readWorkbook = readWorkbook;
  }

  /** @returns what became of it; undefined where that is known only once all files are read. */
  async take(file: string, pieces: AsyncIterable<Uint8Array>): Promise<IntakeFile | undefined> {
    const bytes = await collectedBytes(pieces);
    if (!bytes) {
      const message = `It has more than ${largestTable / 1_000_000} MB, and no published form. Tables of your own are read whole: split it, or keep only the codes you need.`;
      return { file, format: null, formatName: '', refusal: message, head: null, account: null };
    }
    const start = decodeText(bytes.subarray(0, 4096)).text;
    if (start.startsWith('Rates saved from Rate Atlas')) {
      return {
        file,
        format: 'about',
        formatName: 'a text about the rates beside it',
        refusal: '',
        head: null,
        account: null,
      };
    }
    const kind = savedKind(start);
    if (kind) {
      const known = this.#saved.get(kind) ?? [];
      known.push({ file, text: decodeText(bytes).text });
      this.#saved.set(kind, known);
      return undefined;
    }
    const published = startsAs(bytes) === 'workbook' && (await this.#readWorkbook(file, bytes));
    if (published) return published;
    const table = await openTable(bytes, file);
    const columns = listColumns(table.header);
    if (columns) {
      this.#lists.push({ file, table, columns });
      return undefined;
    }
    return this.#ownRates(file, table, bytes);
  }

  /** Puts saved rates together, now that all their parts are here. */
  end(): readonly IntakeFile[] {
    if (this.#saved.size === 0) return [];
    const { tables, publishers, files } = readSavedTables(this.#saved);
    this.#tables.take(tables, publishers);
    const rateFiles = new Set((this.#saved.get('rates') ?? []).map(({ file }) => file));
    return files.map(({ file, present, read, problems, notes, refusal }) => {
      const isRates = rateFiles.has(file);
      return {
        file,
        format: isRates ? ('rate-csv' as const) : ('rate-dictionary' as const),
        formatName: isRates ? 'rates in our own form' : 'a list that rates in our own form refer to',
        refusal,
        head: null,
        account:
          refusal === '' && isRates && notes.length === 0
            ? { present, read, leftOut: left(present - read), problems, notes }
            : null,
      };
    });
  }

  /** What lists of providers say of these NPIs; what became of each list is added to `files`. */
  async listed(npis: Float64Array, files: IntakeFile[]): Promise<ReadonlyMap<number, ListedProvider>> {
    const all = new Map<number, ListedProvider>();
    for (const { file, table, columns } of this.#lists) {
      const { found, present, unreadable } = await readProviderList(table, columns, npis);
      for (const [npi, provider] of found) if (!all.has(npi)) all.set(npi, provider);
      files.push({
        file,
        format: 'provider-list',
        formatName: 'a list of providers with NPI and state',
        refusal: '',
        head: null,
        account: {
          present,
          read: present - unreadable,
          leftOut: left(unreadable),
          problems: [],
          notes: [
            `${countOf(found.size, 'of its NPIs is', 'of its NPIs are')} behind providers of these rates.`,
          ],
        },
      });
    }
    return all;
  }

  async #ownRates(file: string, table: OwnTable | StreamedTable, bytes: Uint8Array): Promise<IntakeFile> {
    const rates = await readStreamedRates(table, file, this.#reading);
    const { rowsPresent, rowsRead, rowsLeftOut, problems, notes } = rates;
    const isRefused = rates.table === null || rates.table.missing.length > 0;
    const [first] = problems;
    // A workbook's columns cannot be set so: it is not read as one row after the other.
    const offered = isRefused && startsAs(bytes) === 'text' ? offeredCharges(bytes, this.#names) : undefined;
    this.#tables.take([...rates.tables.values()], []);
    return {
      file,
      format: isRefused ? null : 'own-table',
      formatName: isRefused ? '' : 'a table of your own',
      refusal: isRefused ? (first?.message ?? 'It holds no table.') : '',
      head: null,
      ...(offered && { charges: offered }),
      account: isRefused
        ? null
        : { present: rowsPresent, read: rowsRead, leftOut: left(rowsLeftOut), problems, notes },
    };
  }
}

function left(count: number): { readonly unreadable?: number } {
  return count > 0 ? { unreadable: count } : {};
}
