import { type PayerReader, payerReader } from '../domain/payerReader.ts';
import type { Problem } from '../domain/problem.ts';
import { listOf } from '../text/names.ts';
import { countOf } from '../text/numbers.ts';
import { isClaimFile, laterModifiers } from './claimColumns.ts';
import { decimalMarkSteps } from './decimalMarkSteps.ts';
import { type OwnColumns, positionsOf, readIndexes, shownColumns } from './ownColumns.ts';
import { headerProblem, shelveCells } from './ownProblems.ts';
import type { OwnReading } from './ownRates.ts';
import type { DecimalMark } from './ownRatesAmount.ts';
import { choiceFor, matchColumns, type OwnRatesField } from './ownRatesColumns.ts';
import { type DeletedCodes, ownRatesReaders } from './ownRatesReaders.ts';
import { plainCell, type Reading } from './ownRatesValues.ts';
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
import { VolumeLines, type YearsVolumes } from './volumeLines.ts';

/** Units a year by code and payer, read from a file of their own or from claim lines. */
export interface OwnVolumes extends Omit<YearsVolumes, 'year'> {
  readonly fileName: string;
  readonly problems: readonly Problem[];
  /** Lines with data under the header; `rowsRead + rowsLeftOut === rowsPresent`. */
  readonly rowsPresent: number;
  readonly rowsRead: number;
  readonly rowsLeftOut: number;
  readonly table: TableColumns<OwnRatesField> | null;
  readonly notes: readonly string[];
}

/** What a file of volumes is read for; other columns of it are not looked at. */
export const volumeFields = [
  'code',
  'units',
  'payer',
  'plan',
  'line',
  'modifier',
  'place of service',
  'state',
  'date',
  'rate',
] as const satisfies readonly OwnRatesField[];

const needed = ['code', 'units'] as const satisfies readonly OwnRatesField[];

/**
 * Reads a table of volumes: code and units, by payer where it names them, or claim lines, whose denied lines count no
 * units and whose reversals are taken off. Never throws. Where dates are stated, the newest year with at least half the
 * units of the busiest is a year's volumes; others are counted apart.
 */
export function readVolumes(
  table: OwnTable,
  file: string,
  reading: OwnReading,
  onProgress?: (fraction: number) => void,
): OwnVolumes {
  return readSteps(volumeSteps(table, file, reading, onProgress), table);
}

/** As `readVolumes`, of a table that may be larger than the memory. Rejects where the file can no longer be read. */
export function readStreamedVolumes(
  table: OwnTable | StreamedTable,
  file: string,
  reading: OwnReading,
  onProgress?: (fraction: number) => void,
): Promise<OwnVolumes> {
  return readStepsStreamed(volumeSteps(table, file, reading, onProgress), table);
}

function* volumeSteps(
  table: TableHead,
  file: string,
  reading: OwnReading,
  onProgress?: (fraction: number) => void,
): TableSteps<OwnVolumes> {
  const columns = volumeColumns(table, reading);
  const { missing, isClaims, isUsable } = columns;
  const names = payerReader(reading.aliases);
  const problems = new ProblemShelf();
  const volumes = new VolumeLines(names);
  const mark = yield* decimalMarkSteps(isUsable ? columns.marking : new Map(), table.delimiter);
  const readRow = isUsable ? volumeRowReader(columns, names, reading.deleted, mark) : undefined;
  const account = yield {
    take({ line, cells }) {
      if (!readRow) return true;
      const read = readRow(cells);
      volumes.add(line, read);
      shelveCells(problems, file, table, line, read);
      return true;
    },
    onProgress,
    columns: readIndexes(columns),
  };
  problems.addAll(account);
  if (table.headerLine > 0 && missing.length > 0) {
    const message = `No column for ${listOf(missing)}. A file of volumes needs code and units; claim lines need what was allowed, too.`;
    problems.add(headerProblem(file, table, table.header.join(', '), message, true));
  }
  const { year, lines, units } = volumes.ofYear();
  const firstRows = yield* firstRowsOf();
  const shown = problems.shown();
  onProgress?.(1);
  return {
    fileName: file,
    lines,
    units,
    problems: shown.problems,
    rowsPresent: account.rowsPresent,
    rowsRead: volumes.read,
    rowsLeftOut: account.rowsPresent - volumes.read,
    table: shownColumns(table, columns, firstRows),
    notes: [
      ...table.notes,
      ...shown.notes,
      ...shortLinesNotes(shown.problems),
      ...(volumes.read > 0 && isClaims ? [claimsNote(volumes.read)] : []),
      ...(volumes.read > 0 && units.otherYears !== 0 ? [otherYearsNote(units.otherYears, year)] : []),
    ],
  };
}

/** What is read from a file of volumes: of rates only the amounts of claim lines, which tell the denied ones. */
function volumeColumns(
  { header, headerLine }: TableHead,
  { chosen, remembered = [] }: OwnReading,
): OwnColumns & { readonly marking: OwnColumns['positions'] } {
  const { choice, source } = choiceFor(header, chosen, remembered);
  const all = matchColumns(header, choice);
  const isClaims = choice ? choice.lines === 'claims' : isClaimFile(all);
  const matches = all.filter(
    ({ field }) => volumeFields.some((each) => each === field) && (isClaims || field !== 'rate'),
  );
  const positions = positionsOf(matches);
  const missing = [...needed, ...(isClaims ? (['rate'] as const) : [])].filter(
    (field) => !positions.has(field),
  );
  return {
    matches,
    positions,
    // Amounts that are not read tell how the file writes its thousands all the same.
    marking: positionsOf(all),
    laterModifiers: laterModifiers(header, matches),
    missing,
    isClaims,
    isUsable: headerLine > 0 && missing.length === 0,
    source,
  };
}

/** As for a file of rates, but payers may be blank, units may not, and only claim lines state a rate. */
function volumeRowReader(columns: OwnColumns, names: PayerReader, deleted: DeletedCodes, mark: DecimalMark) {
  const { isClaims } = columns;
  const readers = ownRatesReaders(names, deleted, mark, isClaims);
  return ownRowReader(columns, {
    ...readers,
    payer: (raw) => (plainCell(raw) === '' ? { value: '' } : readers.payer(raw)),
    units: (raw): Reading<number | null> =>
      plainCell(raw) === '' ? { fault: 'The units are blank.' } : readers.units(raw),
    rate: isClaims ? readers.rate : () => ({ value: 0 }),
  });
}

function claimsNote(lines: number): string {
  return `Volumes come from claim lines: ${countOf(lines, 'line')} added up; denied lines count no units.`;
}

function otherYearsNote(units: number, year: number): string {
  return `${countOf(units, 'unit is', 'units are')} of another year than ${year}, and not taken.`;
}
