import type { Contract, ContractTerms } from '../domain/contract.ts';
import type { PayerAlias } from '../domain/payerAlias.ts';
import { payerReader } from '../domain/payerReader.ts';
import type { Problem } from '../domain/problem.ts';
import type { RateTable } from '../domain/rateTable.ts';
import { listOf } from '../text/names.ts';
import { ContractLines } from './contractLines.ts';
import { ContractTotals } from './contractTotals.ts';
import { excerpt } from './excerpt.ts';
import { decimalMarkOf } from './ownRatesAmount.ts';
import { isClaimFile, matchColumns, type OwnRatesField, ownRatesColumns } from './ownRatesColumns.ts';
import { ownRatesNotes } from './ownRatesNotes.ts';
import { type DeletedCodes, ownRatesReaders } from './ownRatesReaders.ts';
import { OwnRatesTables } from './ownRatesTables.ts';
import { plainCell, type Reading } from './ownRatesValues.ts';
import { readCsv } from './readCsv.ts';

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
  /** Which heading was taken for which field. */
  readonly columns: readonly { readonly field: OwnRatesField; readonly header: string }[];
  /** What was assumed, as sentences for the page. */
  readonly notes: readonly string[];
}

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
  const needed = (field: OwnRatesField) => !(field === 'rate' && positions.has('medicare share'));
  const missing = ownRatesColumns.filter(
    ({ field, required }) => required && needed(field) && !positions.has(field),
  );
  const usable = csv.headerLine > 0 && missing.length === 0;

  if (csv.headerLine > 0 && missing.length > 0) {
    const found = csv.header.join(', ');
    const message = `No column for ${listOf(missing.map(({ field }) => field))}. The header needs code, payer and rate.`;
    problems.push({ file, line: csv.headerLine, column: '', found: excerpt(found), message, leftOut: true });
  } else if (usable && csv.rowsPresent === 0) {
    const message = 'There are no lines under the header.';
    problems.push({ file, line: csv.headerLine, column: '', found: '', message, leftOut: false });
  }

  const rows = usable ? csv.rows : [];
  const rateIndex = positions.get('rate') ?? -1;
  const mark = decimalMarkOf(rows.map(({ cells }) => plainCell(cells[rateIndex] ?? '')));
  const shareIndex = positions.get('medicare share');
  const names = payerReader(aliases);
  const tables = new OwnRatesTables(file, names);
  const isClaims = usable && isClaimFile(columns);
  const contractLines = new ContractLines(isClaims ? 'claims' : 'rates', names);
  const totals = new ContractTotals(isClaims, positions.has('units'));
  let rowsRead = 0;

  const readers = ownRatesReaders(names, deleted, mark, isClaims);

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
    const isShare = shareIndex !== undefined && (cells[rateIndex] ?? '').trim() === '';
    const share = isShare ? read('medicare share', readers.share) : null;
    const isRate = share === null;
    const cents = isRate ? read('rate', readers.rate) : null;
    const place = read('state', readers.state);
    const provider = read('provider', readers.provider);
    const plan = read('plan', readers.plan);
    const planLine = read('line', readers.line);
    const modifier = read('modifier', readers.modifier);
    const setting = read('setting', readers.setting);
    const billingClass = read('billing class', readers.billingClass);
    const methodology = read('methodology', readers.methodology);
    const dated = read('date', readers.date);
    const units = read('units', readers.units);
    const charge = read('charge', readers.charge);
    const site = read('place of service', readers.site);

    if (
      code !== undefined &&
      payer !== undefined &&
      cents !== undefined &&
      share !== undefined &&
      units !== undefined &&
      charge !== undefined &&
      site !== undefined &&
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
      const shared = {
        line,
        code: code.code,
        payer,
        plan: plan === payer ? '' : plan,
        planLine: planLine === '' ? undefined : planLine,
        place,
        ...dated,
        modifier: [code.modifier, modifier].filter((part) => part !== '').join('|'),
      };
      const terms: ContractTerms =
        cents === null ? { kind: 'medicare-share', share: share ?? 0 } : { kind: 'dollars', amount: cents };
      contractLines.add({ ...shared, site, terms, units, charge });
      if (cents !== null && !isClaims) {
        tables.add({
          ...shared,
          codeType: code.codeType,
          cents,
          provider,
          setting,
          billingClass,
          methodology,
        });
      }
    }
    totals.add({ units, amount: cents }, !leftOut);
    for (const { field, text: content, message } of found) {
      const column = headings.get(field) ?? field;
      problems.push({ file, line, column, found: excerpt(content), message, leftOut });
    }
    if (i % 4096 === 0) onProgress?.(0.5 + 0.5 * (i / rows.length));
  }
  for (const average of contractLines.averages()) {
    const codeType = /^[A-Z]/.test(average.code) ? 'HCPCS' : 'CPT';
    const unstated = { setting: '', billingClass: '', methodology: '' } as const;
    tables.add({ ...average, ...unstated, codeType, provider: 'Your file' });
  }
  const contract = contractLines.contract(totals.totals());
  onProgress?.(1);
  problems.sort((a, b) => a.line - b.line);
  return {
    fileName: file,
    tables: tables.tables(),
    contract,
    problems,
    rowsPresent: csv.rowsPresent,
    rowsRead,
    rowsLeftOut: csv.rowsPresent - rowsRead,
    columns: usable ? columns.map(({ field, header }) => ({ field, header })) : [],
    notes: usable && rowsRead > 0 ? ownRatesNotes(csv.header, columns, mark, tables, contract) : [],
  };
}
