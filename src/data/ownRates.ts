import type { Contract } from '../domain/contract.ts';
import type { PayerAlias } from '../domain/payerAlias.ts';
import { type PayerReader, payerReader } from '../domain/payerReader.ts';
import type { Problem } from '../domain/problem.ts';
import type { RateTable } from '../domain/rateTable.ts';
import { listOf } from '../text/names.ts';
import { isClaimFile, laterModifiers } from './claimColumns.ts';
import { csvTable } from './csvTable.ts';
import { decimalMarkSteps } from './decimalMarkSteps.ts';
import { matchedHeadings, type OwnColumns, positionsOf, readIndexes, shownColumns } from './ownColumns.ts';
import { headerProblem, shelveCells } from './ownProblems.ts';
import {
  type ColumnChoice,
  choiceFor,
  matchColumns,
  type OwnRatesField,
  ownRatesColumns,
  type RememberedColumns,
} from './ownRatesColumns.ts';
import { OwnRatesLines } from './ownRatesLines.ts';
import { ownRatesNotes } from './ownRatesNotes.ts';
import { type DeletedCodes, ownRatesReaders } from './ownRatesReaders.ts';
import { readCode } from './ownRatesValues.ts';
import { ownRowReader } from './ownRow.ts';
import {
  firstRowsOf,
  type OwnTable,
  type StreamedTable,
  type TableColumns,
  type TableHead,
} from './ownTable.ts';
import { ProblemShelf } from './problemShelf.ts';
import { shortLinesNotes } from './shortLines.ts';
import { readSteps, readStepsStreamed, type TableSteps } from './tableSteps.ts';

/** What was read from a user's own file, and what was not. */
export interface OwnRates {
  readonly fileName: string;
  /** By code. Identical lines are collapsed into one row that counts them (`sourceRows`), as in the release. */
  readonly tables: ReadonlyMap<string, RateTable>;
  /** The same lines as a practice's own contract; null where nothing was read, or too much to be one. */
  readonly contract: Contract | null;
  readonly problems: readonly Problem[];
  /** Lines with data under the header; `rowsRead + rowsLeftOut === rowsPresent`. */
  readonly rowsPresent: number;
  readonly rowsRead: number;
  readonly rowsLeftOut: number;
  /** Which heading was taken for which field; none where something that is needed is missing. */
  readonly columns: TableColumns<OwnRatesField>['matched'];
  /** The whole header, so that columns can be corrected; null where there is no table at all. */
  readonly table: TableColumns<OwnRatesField> | null;
  /** What was assumed, as sentences for the page. */
  readonly notes: readonly string[];
}

/** What a file is read with. */
export interface OwnReading {
  readonly deleted: DeletedCodes;
  /** The release's alias table: the rules that turn printed names into payers and lines. */
  readonly aliases: readonly PayerAlias[];
  /** The reader's day, `2026-11-30`; without it every date counts as one that has come. */
  readonly today?: string;
  /** Which column is which, where the user said so. */
  readonly chosen?: ColumnChoice | undefined;
  /** What the user said of files read before, for those with the same headings. */
  readonly remembered?: readonly RememberedColumns[];
}

/** As `readOwnTable`, from the text of a CSV. */
export function readOwnRates(
  text: string,
  file: string,
  deleted: DeletedCodes,
  aliases: readonly PayerAlias[],
): OwnRates {
  return readOwnTable(csvTable(text, file), file, { deleted, aliases });
}

/**
 * Reads a user's table with at least code, payer and rate, by tolerant headings, into one `RateTable` per code.
 * Never throws. A line with a cell that cannot be used is left out with a problem for each such cell; a retired code
 * or an unknown setting is a warning and the line counts.
 *
 * Where the file has no provider column, the whole file is one provider (per state) named "Your file". Where it
 * states no date, the source's date is '' and its year 0.
 *
 * @param onProgress called with fractions from 0 to 1.
 */
export function readOwnTable(
  table: OwnTable,
  file: string,
  reading: OwnReading,
  onProgress?: (fraction: number) => void,
): OwnRates {
  return readSteps(new RatesReading(table, file, reading, onProgress).steps(), table);
}

/** As `readOwnTable`, of a table that may be larger than the memory. Rejects where the file can no longer be read. */
export function readStreamedRates(
  table: OwnTable | StreamedTable,
  file: string,
  reading: OwnReading,
  onProgress?: (fraction: number) => void,
): Promise<OwnRates> {
  return readStepsStreamed(new RatesReading(table, file, reading, onProgress).steps(), table);
}

/** How much of the progress the pass over the rates is, where it goes to the end of the file. */
const markShare = 0.4;

/** One reading of a user's table, pass by pass. */
class RatesReading {
  readonly #table: TableHead;
  readonly #file: string;
  readonly #deleted: DeletedCodes;
  readonly #today: string | undefined;
  readonly #onProgress: ((fraction: number) => void) | undefined;
  readonly #columns: OwnColumns;
  readonly #names: PayerReader;
  readonly #lines: OwnRatesLines;
  readonly #problems = new ProblemShelf();
  #rowsPresent = 0;

  constructor(table: TableHead, file: string, reading: OwnReading, onProgress?: (fraction: number) => void) {
    this.#table = table;
    this.#file = file;
    this.#deleted = reading.deleted;
    this.#today = reading.today;
    this.#onProgress = onProgress;
    this.#columns = ratesColumns(table, reading);
    this.#names = payerReader(reading.aliases);
    const { isClaims, positions } = this.#columns;
    this.#lines = new OwnRatesLines(file, this.#names, isClaims, positions.has('units'), this.#today);
  }

  *steps(): TableSteps<OwnRates> {
    const { isUsable } = this.#columns;
    const { contract, notes } = isUsable ? yield* this.#readLines() : yield* this.#countLines();
    const firstRows = yield* firstRowsOf();
    this.#onProgress?.(1);
    const shown = this.#problems.shown();
    return {
      fileName: this.#file,
      tables: this.#lines.tables.tables(),
      contract,
      problems: shown.problems,
      rowsPresent: this.#rowsPresent,
      rowsRead: this.#lines.read,
      rowsLeftOut: this.#rowsPresent - this.#lines.read,
      columns: isUsable ? matchedHeadings(this.#columns) : [],
      table: shownColumns(this.#table, this.#columns, firstRows),
      notes: [...this.#table.notes, ...shown.notes, ...shortLinesNotes(shown.problems), ...notes],
    };
  }

  *#readLines(): TableSteps<Pick<OwnRates, 'contract' | 'notes'>> {
    const { positions, isClaims } = this.#columns;
    let seen = 0;
    const mark = yield* decimalMarkSteps(positions, this.#table.delimiter, (fraction) => {
      seen = fraction * markShare;
      this.#onProgress?.(seen);
    });
    const readRow = ownRowReader(this.#columns, ownRatesReaders(this.#names, this.#deleted, mark, isClaims));
    const account = yield {
      take: ({ line, cells }) => {
        const read = readRow(cells);
        this.#lines.add(line, read);
        shelveCells(this.#problems, this.#file, this.#table, line, read);
        return true;
      },
      onProgress: (fraction) => this.#onProgress?.(seen + (1 - seen) * fraction),
      columns: readIndexes(this.#columns),
    };
    this.#problems.addAll(account);
    this.#rowsPresent = account.rowsPresent;
    if (this.#rowsPresent === 0) this.#tellHeader('', 'There are no lines under the header.', false);
    this.#countHeader();
    const contract = this.#lines.end();
    const { read, tables } = this.#lines;
    const notes =
      read > 0 ? ownRatesNotes(this.#table.header, this.#columns, mark, tables, contract, this.#today) : [];
    return { contract, notes };
  }

  /** Where columns are missing or there is no header. */
  *#countLines(): TableSteps<Pick<OwnRates, 'contract' | 'notes'>> {
    const account = yield { take: () => true, onProgress: this.#onProgress, columns: [] };
    this.#problems.addAll(account);
    this.#rowsPresent = account.rowsPresent;
    const { header, headerLine } = this.#table;
    if (headerLine > 0) this.#tellHeader(header.join(', '), missingMessage(this.#columns), true);
    return { contract: null, notes: [] };
  }

  /** A file without headings: its first line names the columns, and would be lost in silence. */
  #countHeader(): void {
    const { header } = this.#table;
    const heading = header[this.#columns.positions.get('code') ?? -1];
    if (heading === undefined || !('value' in readCode(heading))) return;
    this.#rowsPresent += 1;
    const message =
      'This line was taken for headings but holds a rate, which is not counted. Put a line of headings above it.';
    this.#tellHeader(header.join(', '), message, true);
  }

  #tellHeader(found: string, message: string, leftOut: boolean): void {
    this.#problems.add(headerProblem(this.#file, this.#table, found, message, leftOut));
  }
}

/** What is read from a file of rates. A share of Medicare stands in for a rate. */
function ratesColumns(
  { header, headerLine }: TableHead,
  { chosen, remembered = [] }: OwnReading,
): OwnColumns {
  const { choice, source } = choiceFor(header, chosen, remembered);
  const matches = matchColumns(header, choice);
  const positions = positionsOf(matches);
  const missing = ownRatesColumns
    .filter(({ field, required }) => required && !positions.has(field))
    .map(({ field }) => field)
    .filter((field) => !(field === 'rate' && positions.has('medicare share')));
  const isUsable = headerLine > 0 && missing.length === 0;
  const isClaims = isUsable && (choice ? choice.lines === 'claims' : isClaimFile(matches));
  return {
    matches,
    positions,
    laterModifiers: laterModifiers(header, matches),
    missing,
    isClaims,
    isUsable,
    source,
  };
}

function missingMessage({ positions, missing }: OwnColumns): string {
  const isOfCodes = positions.has('code') && !positions.has('payer');
  const orPayers = isOfCodes ? '; or code and a column for each payer, two of them companies by name' : '';
  return `No column for ${listOf(missing)}. The header needs code, payer and rate${orPayers}.`;
}
