import { countOf } from '../../text/numbers.ts';
import { barredHeadings } from './barredHeadings.ts';
import { type CsvRecord, CsvRecords } from './csvRecords.ts';
import { FileTally } from './fileTally.ts';
import type { FileAccount, FormatContext, FormatId, FormatReader, FormatSink } from './formatReader.ts';
import { type AmountColumns, type HospitalColumns, hospitalColumns } from './hospitalColumns.ts';
import { hospitalDelimiter } from './hospitalDelimiter.ts';
import { hospitalHead } from './hospitalHead.ts';
import { hospitalHeading } from './hospitalHeading.ts';
import { type HospitalItem, HospitalRates } from './hospitalRates.ts';
import { recordFault } from './recordFault.ts';
import { TextBytes } from './textBytes.ts';

/** Records that may stand above the header of the items: CMS asks for two. */
const mostAbove = 30;
const group = 0;

/**
 * Reads a hospital's file in one of CMS's CSV templates, 2.0 to 3.0, tall or wide by its headings, as it comes in. Two
 * rows tell the hospital, a third has the headings of the items; a file that begins with that third row is read without
 * a hospital. A row is left out where it cannot be told which cell is which: more cells than headings, a quote that is
 * never closed, a last line that is cut. A row with fewer cells is read as if blank ones followed.
 */
export class HospitalCsv implements FormatReader {
  readonly #sink: FormatSink;
  readonly #tally: FileTally;
  readonly #rates: HospitalRates;
  readonly #text: TextBytes;
  readonly #records: CsvRecords;
  /** Separated by bars, as the words of a heading are. */
  #isBarred = false;
  #above = 0;
  #headings: readonly string[] = [];
  #hasValues = false;
  #columns: HospitalColumns | undefined;
  #headerLine = 0;
  /** Cells of the header or the first row, blank ones counted. */
  #usual = 0;
  #items = 0;
  #shortRows = 0;

  constructor(format: FormatId, sink: FormatSink, context: FormatContext) {
    this.#sink = sink;
    this.#tally = new FileTally(format, context.file);
    this.#rates = new HospitalRates(sink, context, this.#tally);
    this.#records = new CsvRecords(
      (firstLine) => {
        const delimiter = hospitalDelimiter(firstLine);
        this.#isBarred = delimiter === '|';
        return delimiter;
      },
      (record) => this.#take(record),
    );
    this.#text = new TextBytes((bytes) => this.#records.write(bytes));
  }

  write(bytes: Uint8Array): void {
    this.#text.write(bytes);
  }

  end(): FileAccount {
    this.#text.end();
    this.#records.end();
    this.#rates.end();
    const tally = this.#tally;
    if (this.#columns === undefined) {
      const message = `No row has the headings of CMS's template, such as code|1 and payer_name: nothing was read.`;
      tally.problem(0, '', '', message, true);
    } else if (this.#items === 0) {
      tally.problem(
        this.#headerLine,
        '',
        '',
        'There are no items under the headings: an empty template.',
        false,
      );
    }
    if (this.#shortRows > 0)
      tally.note(
        `${countOf(this.#shortRows, 'row has', 'rows have')} fewer cells than headings; the rest is taken as blank.`,
      );
    if (this.#text.encoding !== '') tally.note(`The file was read as ${this.#text.encoding}.`);
    if (this.#records.isWindows1252)
      tally.note('Some lines are not UTF-8 and were read as Windows-1252; check names with accents.');
    return tally.account();
  }

  #take(record: CsvRecord): void {
    if (record.fault === '' && isBlankRecord(record)) return;
    if (this.#columns !== undefined) this.#item(record, this.#columns);
    else if (record.fault === '' || record.fault === 'invalid') this.#aboveItems(record);
    else this.#refuse(record);
  }

  /** The head's two rows, and the header of the items; other rows above it are titles. */
  #aboveItems(record: CsvRecord): void {
    const found = Array.from({ length: record.length }, (_, index) => record.text(index));
    const cells = this.#isBarred ? barredHeadings(found) : found;
    const columns = hospitalColumns(cells);
    if (columns !== undefined) {
      this.#columns = columns;
      this.#headerLine = record.line;
      this.#usual = cells.length;
      this.#records.width = columns.width;
      if (!this.#hasValues) this.#head([]);
      return;
    }
    if (this.#headings.length > 0 && !this.#hasValues) this.#head(cells);
    else if (cells.some((cell) => firstWord(cell) === 'hospital_name')) this.#headings = cells;
    else if (this.#above < mostAbove) this.#above += 1;
    else this.#refuse(record);
  }

  #head(values: readonly string[]): void {
    this.#hasValues = true;
    const headings = this.#headings;
    const valueOf = (name: string) =>
      values[headings.findIndex((heading) => firstWord(heading) === name)] ?? '';
    // `license_number|IL`, `license_number | IL`; a template that was not filled in has `[state]` there.
    const licence = headings.find((heading) => firstWord(heading) === 'license_number');
    const { head, provider, notes } = hospitalHead({
      name: valueOf('hospital_name'),
      date: valueOf('last_updated_on'),
      version: valueOf('version'),
      state: hospitalHeading(licence ?? '').parts[1] ?? '',
      addresses: valueOf('hospital_address'),
      npis: valueOf('type_2_npi'),
    });
    for (const note of notes) this.#tally.note(note);
    this.#sink.head(head);
    this.#sink.group(group, [provider]);
  }

  #item(record: CsvRecord, columns: HospitalColumns): void {
    this.#items += 1;
    if (this.#items === 1) this.#usual = Math.max(this.#usual, record.length);
    const reason = recordFault(record, columns.width, this.#usual);
    if (reason !== undefined) {
      this.#refuse(record, reason);
      return;
    }
    if (record.length < columns.width) this.#shortRows += 1;
    const found = columns.codes.map(({ code, type }) =>
      record.isBlank(code) ? undefined : this.#rates.code(record.text(code), record.text(type)),
    );
    const codes = this.#rates.itemCodes(found);
    if (typeof codes === 'string') {
      // Most rows of a file are of codes nobody asks for: their cells are not looked at again.
      if (codes === 'other-code-type' && repeatsHeader(record, columns))
        this.#refuse(record, 'The line repeats the headings.');
      else this.#tally.leave(codes, Math.max(1, amountsOf(record, columns)));
      return;
    }
    const item: HospitalItem = {
      at: record.line,
      modifiers: record.text(columns.modifiers),
      setting: record.text(columns.setting),
      billingClass: record.text(columns.billingClass),
      gross: record.text(columns.gross),
      group,
    };
    let isPaid = false;
    const add = (of: AmountColumns, payer: string, plan: string) => {
      isPaid = true;
      this.#rates.add(item, codes, {
        payer,
        plan,
        dollars: record.text(of.dollars),
        percentage: record.text(of.percentage),
        algorithm: record.text(of.algorithm),
        methodology: record.text(of.methodology),
        estimate: record.text(of.estimate),
      });
    };
    if (hasPayer(record, columns)) add(columns.amount, record.text(columns.payer), record.text(columns.plan));
    for (const payer of columns.payers) if (hasAmount(record, payer)) add(payer, payer.payer, payer.plan);
    if (!isPaid) this.#tally.leave('no-payer', codes.length);
  }

  #refuse(record: CsvRecord, message = 'This is no row of the template.'): void {
    this.#tally.leave('unreadable');
    this.#tally.problem(record.line, '', record.excerpt(), message, true);
  }
}

function firstWord(heading: string): string | undefined {
  return hospitalHeading(heading).words[0];
}

function repeatsHeader(record: CsvRecord, { codes }: HospitalColumns): boolean {
  return codes.some(({ code }) => firstWord(record.text(code)) === 'code');
}

function isBlankRecord(record: CsvRecord): boolean {
  for (let index = 0; index < record.length; index++) if (!record.isBlank(index)) return false;
  return true;
}

function hasPayer(record: CsvRecord, { payer, plan }: HospitalColumns): boolean {
  return !(record.isBlank(payer) && record.isBlank(plan));
}

function hasAmount(record: CsvRecord, of: AmountColumns): boolean {
  return !(
    record.isBlank(of.dollars) &&
    record.isBlank(of.percentage) &&
    record.isBlank(of.algorithm) &&
    record.isBlank(of.estimate) &&
    record.isBlank(of.methodology)
  );
}

/** How many payers' amounts a row has. */
function amountsOf(record: CsvRecord, columns: HospitalColumns): number {
  let amounts = hasPayer(record, columns) ? 1 : 0;
  for (const payer of columns.payers) if (hasAmount(record, payer)) amounts += 1;
  return amounts;
}
