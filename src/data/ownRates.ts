import type { PlanLine } from '../domain/payer.ts';
import type { PayerAlias } from '../domain/payerAlias.ts';
import { type PayerReader, payerReader } from '../domain/payerReader.ts';
import type { Problem } from '../domain/problem.ts';
import type { RateTable } from '../domain/rateTable.ts';
import { excerpt } from './excerpt.ts';
import { decimalMarkOf, readAmount } from './ownRatesAmount.ts';
import { matchColumns, type OwnRatesField, ownRatesColumns } from './ownRatesColumns.ts';
import { ownRatesNotes } from './ownRatesNotes.ts';
import { OwnRatesTables } from './ownRatesTables.ts';
import {
  plainCell,
  type Reading,
  readBillingClass,
  readCode,
  readDate,
  readModifiers,
  readPlace,
  readSetting,
  spreadsheetFault,
} from './ownRatesValues.ts';
import { readCsv } from './readCsv.ts';

/** What was read from a user's own file, and what was not. */
export interface OwnRates {
  readonly fileName: string;
  /** By code. Identical lines are collapsed into one row that counts them (`sourceRows`), as in the release. */
  readonly tables: ReadonlyMap<string, RateTable>;
  readonly problems: readonly Problem[];
  /** Lines with data under the header; `rowsRead + rowsLeftOut === rowsPresent`. */
  readonly rowsPresent: number;
  readonly rowsRead: number;
  readonly rowsLeftOut: number;
  /** Which heading was taken for which field. */
  readonly columns: readonly { readonly field: OwnRatesField; readonly header: string }[];
  /** What was assumed, as sentences for the page. */
  readonly notes: readonly string[];
}

/** Deleted codes and the codes that took their place. */
export type DeletedCodes = ReadonlyMap<string, readonly string[]>;

/**
 * Reads a user's CSV with at least code, payer and rate, by tolerant headings, into one `RateTable` per code.
 * Never throws. A line with a cell that cannot be used is left out with a problem for each such cell; a retired code
 * or an unknown setting is a warning and the line counts.
 *
 * Where the file has no provider column, the whole file is one provider (per state) named "Your file". Where it
 * states no date, the source's date is '' and its year 0.
 *
 * @param aliases the release's alias table: the rules that turn printed names into payers and lines.
 * @param onProgress called with fractions from 0 to 1.
 */
export function readOwnRates(
  text: string,
  file: string,
  deleted: DeletedCodes,
  aliases: readonly PayerAlias[],
  onProgress?: (fraction: number) => void,
): OwnRates {
  const csv = readCsv(text, file, (fraction) => onProgress?.(fraction * 0.5));
  const problems: Problem[] = [...csv.problems];
  const columns = matchColumns(csv.header);
  const positions = new Map(columns.map(({ field, index }) => [field, index]));
  const headings = new Map(columns.map(({ field, header }) => [field, header]));
  const missing = ownRatesColumns.filter(({ field, required }) => required && !positions.has(field));
  const usable = csv.headerLine > 0 && missing.length === 0;

  if (csv.headerLine > 0 && missing.length > 0) {
    const found = csv.header.join(', ');
    const message = `No column for ${listed(missing.map(({ field }) => field))}. The header needs code, payer and rate.`;
    problems.push({ file, line: csv.headerLine, column: '', found: excerpt(found), message, leftOut: true });
  } else if (usable && csv.rowsPresent === 0) {
    const message = 'There are no lines under the header.';
    problems.push({ file, line: csv.headerLine, column: '', found: '', message, leftOut: false });
  }

  const rows = usable ? csv.rows : [];
  const rateIndex = positions.get('rate') ?? -1;
  const mark = decimalMarkOf(rows.map(({ cells }) => plainCell(cells[rateIndex] ?? '')));
  const names = payerReader(aliases);
  const tables = new OwnRatesTables(file, names);
  let rowsRead = 0;

  const readers = {
    code: remembered((content) => warnOfDeleted(readCode(content), deleted)),
    payer: remembered((content) => readPayer(content, names)),
    rate: remembered((content) => readAmount(content, mark)),
    state: remembered(readPlace),
    provider: remembered((content) => ({ value: content === '' ? 'Your file' : content })),
    plan: remembered((content) => ({ value: content })),
    line: remembered((content) => readLine(content, names)),
    modifier: remembered(readModifiers),
    setting: remembered(readSetting),
    billingClass: remembered(readBillingClass),
    methodology: remembered((content) => ({ value: content.toLowerCase() })),
    date: remembered(readDate),
  };

  for (const [i, { line, cells }] of rows.entries()) {
    const found: { field: OwnRatesField; text: string; message: string }[] = [];
    let leftOut = false;
    function read<T>(field: OwnRatesField, reader: (text: string) => Reading<T>): T | undefined {
      const index = positions.get(field);
      const content = index === undefined ? '' : (cells[index] ?? '');
      const reading = reader(content);
      if ('fault' in reading) {
        leftOut = true;
        found.push({ field, text: content.trim(), message: reading.fault });
        return undefined;
      }
      if (reading.warning !== undefined)
        found.push({ field, text: content.trim(), message: reading.warning });
      return reading.value;
    }
    const code = read('code', readers.code);
    const payer = read('payer', readers.payer);
    const cents = read('rate', readers.rate);
    const place = read('state', readers.state);
    const provider = read('provider', readers.provider);
    const plan = read('plan', readers.plan);
    const planLine = read('line', readers.line);
    const modifier = read('modifier', readers.modifier);
    const setting = read('setting', readers.setting);
    const billingClass = read('billing class', readers.billingClass);
    const methodology = read('methodology', readers.methodology);
    const dated = read('date', readers.date);

    if (
      code !== undefined &&
      payer !== undefined &&
      cents !== undefined &&
      place !== undefined &&
      provider !== undefined &&
      plan !== undefined &&
      planLine !== undefined &&
      modifier !== undefined &&
      setting !== undefined &&
      billingClass !== undefined &&
      methodology !== undefined &&
      dated !== undefined
    ) {
      rowsRead += 1;
      tables.add({
        line,
        code: code.code,
        codeType: code.codeType,
        cents,
        payer,
        plan: plan === payer ? '' : plan,
        planLine: planLine === '' ? undefined : planLine,
        provider,
        place,
        ...dated,
        setting,
        billingClass,
        modifier: [code.modifier, modifier].filter((part) => part !== '').join('|'),
        methodology,
      });
    }
    for (const { field, text: content, message } of found) {
      const column = headings.get(field) ?? field;
      problems.push({ file, line, column, found: excerpt(content), message, leftOut });
    }
    if (i % 4096 === 0) onProgress?.(0.5 + 0.5 * (i / rows.length));
  }
  onProgress?.(1);
  problems.sort((a, b) => a.line - b.line);
  return {
    fileName: file,
    tables: tables.tables(),
    problems,
    rowsPresent: csv.rowsPresent,
    rowsRead,
    rowsLeftOut: csv.rowsPresent - rowsRead,
    columns: usable ? columns.map(({ field, header }) => ({ field, header })) : [],
    notes: usable && rowsRead > 0 ? ownRatesNotes(csv.header, columns, mark, tables) : [],
  };
}

/** A reader of raw cells that reads each distinct text once: the columns of a rate file repeat themselves. */
function remembered<T>(reader: (text: string) => Reading<T>): (raw: string) => Reading<T> {
  const known = new Map<string, Reading<T>>();
  return (raw) => {
    let reading = known.get(raw);
    if (reading === undefined) {
      const content = plainCell(raw);
      const fault = spreadsheetFault(content);
      reading = fault === undefined ? reader(content) : { fault };
      known.set(raw, reading);
    }
    return reading;
  };
}

function warnOfDeleted(
  reading: ReturnType<typeof readCode>,
  deleted: DeletedCodes,
): ReturnType<typeof readCode> {
  if ('fault' in reading) return reading;
  const replacements = deleted.get(reading.value.code);
  if (replacements === undefined) return reading;
  const instead = replacements.length === 0 ? '' : ` Its place was taken by ${listed(replacements)}.`;
  return { ...reading, warning: `This code was deleted; the line counts under it all the same.${instead}` };
}

function readPayer(text: string, names: PayerReader): Reading<string> {
  if (text === '') return { fault: 'The payer is blank.' };
  if (names.isNotAPayer(text))
    return { fault: 'This is a price without a payer (gross, cash …), not a payer’s rate.' };
  return { value: text };
}

/** '' when the file does not say. */
function readLine(text: string, names: PayerReader): Reading<PlanLine | ''> {
  if (text === '') return { value: '' };
  const line = names.lineOf(text);
  if (line !== undefined) return { value: line };
  return {
    value: 'Unspecified',
    warning: 'Not a line of business we know; read as unspecified, so not commercial.',
  };
}

/** `a`, `a and b`, `a, b and c`. */
function listed(words: readonly string[]): string {
  if (words.length < 2) return words.join('');
  return `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}
