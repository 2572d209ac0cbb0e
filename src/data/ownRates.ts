import type { Contract } from '../domain/contract.ts';
import type { PayerAlias } from '../domain/payerAlias.ts';
import { payerReader } from '../domain/payerReader.ts';
import type { Problem } from '../domain/problem.ts';
import type { RateTable } from '../domain/rateTable.ts';
import { listOf } from '../text/names.ts';
import { ContractLines } from './contractLines.ts';
import { ContractTotals } from './contractTotals.ts';
import { csvTable } from './csvTable.ts';
import { excerpt } from './excerpt.ts';
import { decimalMarks } from './ownRatesAmount.ts';
import {
  type ColumnChoice,
  choiceFor,
  isClaimFile,
  matchColumns,
  type OwnRatesField,
  ownRatesColumns,
  type RememberedColumns,
} from './ownRatesColumns.ts';
import { ownRatesNotes } from './ownRatesNotes.ts';
import { type DeletedCodes, ownRatesReaders } from './ownRatesReaders.ts';
import { OwnRatesTables } from './ownRatesTables.ts';
import { plainCell } from './ownRatesValues.ts';
import { type OwnRow, ownRowReader } from './ownRow.ts';
import {
  firstRowsOf,
  type OwnTable,
  type StreamedTable,
  type TableColumns,
  type TableHead,
} from './ownTable.ts';
import { ProblemShelf } from './problemShelf.ts';
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
  return readSteps(ownRatesSteps(table, file, reading, onProgress), table);
}

/** As `readOwnTable`, of a table that may be larger than the memory. Rejects where the file can no longer be read. */
export function readStreamedRates(
  table: OwnTable | StreamedTable,
  file: string,
  reading: OwnReading,
  onProgress?: (fraction: number) => void,
): Promise<OwnRates> {
  return readStepsStreamed(ownRatesSteps(table, file, reading, onProgress), table);
}

function* ownRatesSteps(
  table: TableHead,
  file: string,
  { deleted, aliases, chosen, remembered = [] }: OwnReading,
  onProgress?: (fraction: number) => void,
): TableSteps<OwnRates> {
  const { header, headerLine } = table;
  const { choice, source } = choiceFor(header, chosen, remembered);
  const columns = matchColumns(header, choice);
  const positions = new Map(columns.map(({ field, index }) => [field, index]));
  const matched = columns.map(({ field, header: heading }) => ({ field, header: heading }));
  const missing = ownRatesColumns
    .filter(({ field, required }) => required && !positions.has(field))
    .map(({ field }) => field)
    .filter((field) => !(field === 'rate' && positions.has('medicare share')));
  const usable = headerLine > 0 && missing.length === 0;
  const isClaims = usable && (choice ? choice.lines === 'claims' : isClaimFile(columns));
  const lines = isClaims ? 'claims' : 'rates';

  const problems = new ProblemShelf();
  const names = payerReader(aliases);
  const tables = new OwnRatesTables(file, names);
  const contractLines = new ContractLines(lines, names);
  const totals = new ContractTotals(isClaims, positions.has('units'));
  let rowsRead = 0;
  let rowsPresent: number;

  if (usable) {
    const rateIndex = positions.get('rate') ?? -1;
    let seen = 0;
    const marks = decimalMarks();
    if (rateIndex !== -1) {
      yield {
        take: ({ cells }) => marks.see(plainCell(cells[rateIndex] ?? '')),
        onProgress(fraction) {
          // Only a file of decimal commas is seen to its end.
          seen = fraction * 0.4;
          onProgress?.(seen);
        },
        columns: [rateIndex],
      };
    }
    const mark = marks.mark();
    const readRow = ownRowReader(positions, ownRatesReaders(names, deleted, mark, isClaims));
    const rest = yield {
      take({ line, cells }) {
        const { row, units, cents, problems: found } = readRow(cells);
        if (row) {
          rowsRead += 1;
          addRow(line, row);
        }
        totals.add(units, cents, row !== undefined);
        for (const { index, field, text, message } of found) {
          const column = index === -1 ? field : table.columnName(index);
          problems.add({ file, line, column, found: excerpt(text), message, leftOut: row === undefined });
        }
        return true;
      },
      onProgress: (fraction) => onProgress?.(seen + (1 - seen) * fraction),
      columns: [...positions.values()],
    };
    problems.addAll(rest);
    rowsPresent = rest.rowsPresent;
    if (rowsPresent === 0) problems.add(ofHeader('', 'There are no lines under the header.', false));
    for (const average of contractLines.averages()) {
      const codeType = /^[A-Z]/.test(average.code) ? 'HCPCS' : 'CPT';
      const unstated = { setting: '', billingClass: '', methodology: '' } as const;
      tables.add({ ...average, ...unstated, codeType, provider: 'Your file' });
    }
    const contract = contractLines.contract(totals.totals());
    const notes = rowsRead > 0 ? ownRatesNotes(header, columns, mark, tables, contract) : [];
    return result(yield* firstRowsOf(), contract, matched, notes);
  }

  const rest = yield { take: () => true, onProgress, columns: [] };
  problems.addAll(rest);
  rowsPresent = rest.rowsPresent;
  if (headerLine > 0) {
    const isOfCodes = positions.has('code') && !positions.has('payer');
    const orPayers = isOfCodes ? '; or code and a column for each payer, two of them companies by name' : '';
    const message = `No column for ${listOf(missing)}. The header needs code, payer and rate${orPayers}.`;
    problems.add(ofHeader(header.join(', '), message, true));
  }
  return result(yield* firstRowsOf(), null, [], []);

  function addRow(line: number, row: OwnRow): void {
    const { payer, cents, share, dated, place } = row;
    const { code, codeType } = row.code;
    const { date, year } = dated;
    const plan = row.plan === payer ? '' : row.plan;
    const planLine = row.planLine === '' ? undefined : row.planLine;
    const modifier = joined(row.code.modifier, row.modifier);
    // Written out, not spread: a million objects made by spreading take seconds.
    contractLines.add({
      line,
      code,
      modifier,
      payer,
      plan,
      planLine,
      place,
      site: row.site,
      year,
      date,
      terms:
        cents === null ? { kind: 'medicare-share', share: share ?? 0 } : { kind: 'dollars', amount: cents },
      units: row.units,
      charge: row.charge,
    });
    if (cents === null || isClaims) return;
    tables.add({
      line,
      code,
      codeType,
      cents,
      payer,
      plan,
      planLine,
      provider: row.provider,
      place,
      date,
      year,
      setting: row.setting,
      billingClass: row.billingClass,
      modifier,
      methodology: row.methodology,
    });
  }

  function ofHeader(found: string, message: string, leftOut: boolean): Problem {
    return { file, line: headerLine, column: '', found: excerpt(found), message, leftOut };
  }

  function result(
    firstRows: TableColumns<OwnRatesField>['firstRows'],
    contract: Contract | null,
    read: OwnRates['columns'],
    notes: readonly string[],
  ): OwnRates {
    onProgress?.(1);
    const shown = problems.shown();
    return {
      fileName: file,
      tables: tables.tables(),
      contract,
      problems: shown.problems,
      rowsPresent,
      rowsRead,
      rowsLeftOut: rowsPresent - rowsRead,
      columns: read,
      table:
        headerLine === 0
          ? null
          : {
              header,
              firstRows,
              matched,
              missing,
              lines,
              source,
            },
      notes: [...table.notes, ...shown.notes, ...notes],
    };
  }
}

/** Modifiers of a code's cell and of their own column, as one. */
function joined(one: string, other: string): string {
  if (one === '' || other === '') return one || other;
  return `${one}|${other}`;
}
