import type { PayerReader } from '../../domain/payerReader.ts';
import { payerReader } from '../../domain/payerReader.ts';
import { listOf } from '../../text/names.ts';
import type { ChargeChoice, ChosenCharges, ReadCharges } from '../chargeChoice.ts';
import { type ChargeColumns, type ChargeField, chargeColumns, isChargeHeader } from '../chargeColumns.ts';
import { guessDelimiter } from '../csvDelimiter.ts';
import { headingsOf } from '../csvLines.ts';
import { headingWords } from '../ownRatesColumns.ts';
import { type CsvRecord, CsvRecords } from './csvRecords.ts';
import { FileTally } from './fileTally.ts';
import type { FileAccount, FormatContext, FormatReader, FormatSink } from './formatReader.ts';
import { hospitalHead } from './hospitalHead.ts';
import { type HospitalAmount, type HospitalItem, HospitalRates } from './hospitalRates.ts';
import { readCharges } from './readCharges.ts';
import { recordFault } from './recordFault.ts';
import { TextBytes } from './textBytes.ts';

/** Titles that may stand above the header. */
const mostAbove = 60;
/** Rows that are looked at before payers are told from other columns. */
const sampledRows = 200;

interface PayerColumn {
  readonly index: number;
  readonly heading: string;
  /** `inpatient`, `outpatient` … where the heading says it; '' where it does not. */
  readonly setting: string;
}

/**
 * Reads a hospital's own table of charges, from before CMS's templates, as it comes in: one row for a charge, with a
 * heading for each payer or a payer in each row. Which column is which is the context's choice (`charges`), else what
 * the headings say by the alias table (`names`). The file does not name its hospital unless a column does.
 */
export class FreeCharges implements FormatReader {
  readonly #sink: FormatSink;
  readonly #tally: FileTally;
  readonly #rates: HospitalRates;
  readonly #names: PayerReader;
  readonly #file: string;
  readonly #choiceFor: ChargeChoice;
  #choice: ChosenCharges | undefined;
  readonly #text: TextBytes;
  readonly #records: CsvRecords;
  readonly #groups = new Map<string, number>();
  #above = 0;
  #header: readonly string[] | undefined;
  /** The same untrimmed: a payer's name stays as published. */
  #printed: readonly string[] = [];
  /** Cells of the header or the first row, blank ones counted. */
  #usual: number | undefined;
  #held: CsvRecord[] = [];
  #fields: ReadonlyMap<ChargeField, number> | undefined;
  #payers: readonly PayerColumn[] = [];
  #charges: ReadCharges | undefined;

  constructor(sink: FormatSink, context: FormatContext) {
    this.#sink = sink;
    this.#file = context.file;
    this.#choiceFor = context.charges ?? (() => undefined);
    this.#names = context.names ?? payerReader([]);
    this.#tally = new FileTally('hpt-csv-free', context.file);
    this.#rates = new HospitalRates(sink, context, this.#tally);
    this.#records = new CsvRecords(
      (line) => guessDelimiter([line]),
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
    if (this.#header !== undefined) this.#settle();
    else this.#tally.problem(0, '', '', 'No row has headings of codes and charges: nothing was read.', true);
    this.#rates.end();
    if (this.#text.encoding !== '') this.#tally.note(`The file was read as ${this.#text.encoding}.`);
    if (this.#records.isWindows1252)
      this.#tally.note('Some lines are not UTF-8 and were read as Windows-1252; check names with accents.');
    return { ...this.#tally.account(), ...(this.#charges && { charges: this.#charges }) };
  }

  #take(record: CsvRecord): void {
    if (record.fault === '' && isBlank(record)) return;
    if (this.#header === undefined) this.#aboveRows(record);
    else if (this.#fields !== undefined) this.#row(record);
    else {
      this.#held.push(copyOf(record));
      if (this.#held.length === sampledRows) this.#settle();
    }
  }

  #aboveRows(record: CsvRecord): void {
    const printed = Array.from({ length: record.length }, (_, index) => record.text(index));
    const cells = [...headingsOf(printed)];
    this.#choice = record.fault === '' ? this.#choiceFor(this.#file, cells) : undefined;
    if (record.fault === '' && (this.#choice !== undefined || isChargeHeader(cells))) {
      this.#header = cells;
      this.#printed = printed;
      this.#records.width = cells.length;
    } else if (this.#above < mostAbove) this.#above += 1;
    else this.#refuse(record, 'No headings of codes and charges stand above this line.');
  }

  /** Settles which column is which, and reads the rows that waited for it. */
  #settle(): void {
    if (this.#fields !== undefined) return;
    const header = this.#header ?? [];
    const rows = this.#held.filter(({ fault }) => fault === '');
    const cells = rows.map((row) => header.map((_, index) => row.text(index)));
    const guess = this.#choice === undefined ? chargeColumns(header, cells, this.#names) : undefined;
    const { fields, payers }: ChargeColumns = guess ?? this.#choice ?? { fields: {}, payers: [] };
    this.#charges = readCharges(
      header,
      cells,
      { fields, payers },
      this.#choice?.source ?? 'headings',
      this.#names,
    );
    this.#fields = new Map(
      Object.entries(fields).map(([field, heading]) => [field as ChargeField, header.indexOf(heading)]),
    );
    this.#payers = header.flatMap((heading, index) =>
      payers.includes(heading)
        ? [{ index, heading: this.#printed[index] ?? '', setting: settingOf(heading) }]
        : [],
    );
    if (guess && guess.unsure.length > 0)
      this.#tally.note(`Taken for payers because amounts stand below: ${listOf(guess.unsure)}.`);
    const isTall = this.#at('payer') !== -1 && this.#at('rate') !== -1;
    if (!isTall && this.#payers.length === 0) this.#tally.note('No heading of the file names a payer.');
    const { head } = hospitalHead({ name: '', date: '', version: '', state: '', addresses: '', npis: '' });
    this.#sink.head(head);
    for (const record of this.#held) this.#row(record);
    this.#held = [];
  }

  #at(field: ChargeField): number {
    return this.#fields?.get(field) ?? -1;
  }

  #row(record: CsvRecord): void {
    this.#usual ??= Math.max(this.#printed.length, record.length);
    const fault = recordFault(record, this.#header?.length ?? 0, this.#usual);
    if (fault !== undefined) {
      this.#refuse(record, fault);
      return;
    }
    const cell = (field: ChargeField) => record.text(this.#at(field));
    const type = this.#at('code type') === -1 ? 'CPT/HCPCS' : cell('code type');
    const codes = this.#rates.itemCodes([
      this.#rates.code(cell('code').replace(/^\s*(cpt|hcpcs)\W*/i, ''), type),
    ]);
    const payers = this.#payers.filter(({ index }) => !record.isBlank(index));
    const isTall = !record.isBlank(this.#at('payer')) && this.#at('rate') !== -1;
    if (typeof codes === 'string') {
      this.#tally.leave(codes, Math.max(1, payers.length + (isTall ? 1 : 0)));
      return;
    }
    const item = {
      at: record.line,
      modifiers: cell('modifier'),
      setting: cell('setting'),
      billingClass: cell('billing class'),
      gross: cell('gross charge'),
      group: this.#group(cell('provider'), cell('state')),
    };
    if (isTall && !this.#names.isNotAPayer(cell('payer')))
      this.#rates.add(item, codes, amountOf(cell('payer'), cell('plan'), cell('rate'), cell('methodology')));
    else if (isTall || payers.length === 0) this.#tally.leave('no-payer', codes.length);
    for (const { index, heading, setting } of payers) {
      const inSetting: HospitalItem = item.setting === '' && setting !== '' ? { ...item, setting } : item;
      this.#rates.add(inSetting, codes, amountOf(heading, '', record.text(index), cell('methodology')));
    }
  }

  #group(name: string, state: string): number {
    const key = `${name}\n${state}`;
    let group = this.#groups.get(key);
    if (group === undefined) {
      group = this.#groups.size;
      this.#groups.set(key, group);
      const facts = { name, state, date: '', version: '', addresses: '', npis: '' };
      this.#sink.group(group, [hospitalHead(facts).provider]);
    }
    return group;
  }

  #refuse(record: CsvRecord, message: string): void {
    this.#tally.leave('unreadable');
    this.#tally.problem(record.line, '', record.excerpt(), message, true);
  }
}

/** A cell as what it may be: dollars, dollars a day, or a share of charges. */
function amountOf(payer: string, plan: string, text: string, methodology: string): HospitalAmount {
  const amount = { payer, plan, dollars: text, percentage: '', algorithm: '', methodology, estimate: '' };
  if (text.includes('%')) return { ...amount, dollars: '', percentage: text };
  const [, dollars] = /^(.*\d)\s*(?:per diem|per day|\/\s*day)\.?$/i.exec(text.trim()) ?? [];
  return dollars === undefined ? amount : { ...amount, dollars, methodology: 'per diem' };
}

/** `Aetna OP Rate`, `Inpatient - Cigna`. */
function settingOf(heading: string): string {
  const words = headingWords(heading).split(' ');
  const isIn = words.includes('inpatient') || words.includes('ip');
  const isOut = words.includes('outpatient') || words.includes('op');
  if (isIn && isOut) return 'both';
  if (isIn) return 'inpatient';
  return isOut ? 'outpatient' : '';
}

function isBlank(record: CsvRecord): boolean {
  for (let index = 0; index < record.length; index++) if (!record.isBlank(index)) return false;
  return true;
}

/** A record that stays when the next one comes. */
function copyOf(record: CsvRecord): CsvRecord {
  const { line, length, fault, isCut } = record;
  const cells = Array.from({ length }, (_, index) => record.text(index));
  const excerpt = record.excerpt();
  const holdsNul = record.holdsNul();
  return {
    line,
    length,
    fault,
    isCut,
    text: (index) => cells[index] ?? '',
    isBlank: (index) => (cells[index] ?? '').trim() === '',
    excerpt: () => excerpt,
    holdsNul: () => holdsNul,
  };
}
