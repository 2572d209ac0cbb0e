import { type PayerReader, payerReader } from '../domain/payerReader.ts';
import type { Problem } from '../domain/problem.ts';
import type { VolumeLine } from '../domain/volumeJoin.ts';
import { listOf } from '../text/names.ts';
import { countOf } from '../text/numbers.ts';
import { pricingModifiers } from './contractValues.ts';
import { excerpt } from './excerpt.ts';
import { NestedMap } from './nestedMap.ts';
import { newestFullYear } from './newestFullYear.ts';
import type { OwnReading } from './ownRates.ts';
import { decimalMarks } from './ownRatesAmount.ts';
import { choiceFor, isClaimFile, matchColumns, type OwnRatesField } from './ownRatesColumns.ts';
import { ownRatesReaders } from './ownRatesReaders.ts';
import { plainCell, type Reading } from './ownRatesValues.ts';
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

/** Units a year by code and payer, read from a file of their own or from claim lines. */
export interface OwnVolumes {
  readonly fileName: string;
  readonly lines: readonly VolumeLine[];
  /** `inFile` = units of `lines` + `leftOut` + `otherYears`, over every line whose units can be read. */
  readonly units: { readonly inFile: number; readonly leftOut: number; readonly otherYears: number };
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

interface Growing {
  readonly first: OwnRow;
  readonly line: number;
  readonly modifier: string;
  lines: number;
  units: number;
}

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
  { deleted, aliases, chosen, remembered = [] }: OwnReading,
  onProgress?: (fraction: number) => void,
): TableSteps<OwnVolumes> {
  const { header, headerLine } = table;
  const { choice, source } = choiceFor(header, chosen, remembered);
  const all = matchColumns(header, choice);
  const isClaims = choice ? choice.lines === 'claims' : isClaimFile(all);
  const columns = all.filter(
    ({ field }) => volumeFields.some((each) => each === field) && (isClaims || field !== 'rate'),
  );
  const positions = new Map(columns.map(({ field, index }) => [field, index]));
  const missing = [...needed, ...(isClaims ? (['rate'] as const) : [])].filter(
    (field) => !positions.has(field),
  );
  const problems = new ProblemShelf();
  const names = payerReader(aliases);
  const growing = new NestedMap<Growing>();
  let rowsRead = 0;
  let inFile = 0;
  let leftOut = 0;

  const isUsable = headerLine > 0 && missing.length === 0;
  const marks = decimalMarks();
  if (isUsable && isClaims) {
    const rateIndex = positions.get('rate') ?? -1;
    yield {
      take: ({ cells }) => marks.see(plainCell(cells[rateIndex] ?? '')),
      columns: [rateIndex],
    };
  }
  const readRow = isUsable ? rowReader() : undefined;
  const rest = yield {
    take({ line, cells }) {
      if (!readRow) return true;
      const { row, units, problems: found } = readRow(cells);
      inFile += units ?? 0;
      if (row) {
        rowsRead += 1;
        add(line, row);
      } else leftOut += units ?? 0;
      for (const { index, field, text, message } of found) {
        const column = index === -1 ? field : table.columnName(index);
        problems.add({ file, line, column, found: excerpt(text), message, leftOut: row === undefined });
      }
      return true;
    },
    onProgress,
    columns: [...positions.values()],
  };
  const { rowsPresent } = rest;
  problems.addAll(rest);
  if (headerLine > 0 && missing.length > 0) {
    const message = `No column for ${listOf(missing)}. A file of volumes needs code and units; claim lines need what was allowed, too.`;
    problems.add({
      file,
      line: headerLine,
      column: '',
      found: excerpt(header.join(', ')),
      message,
      leftOut: true,
    });
  }

  const year = newestFullYear(growing.values.map(({ first, units }) => [first.dated.year, units]));
  const ofYear = growing.values.filter(({ first }) => first.dated.year === year);
  const kept = ofYear.filter(({ units }) => units > 0);
  const sum = (some: readonly Growing[]) => some.reduce((total, { units }) => total + units, 0);
  const otherYears = sum(growing.values) - sum(ofYear);
  const firstRows = yield* firstRowsOf();
  const shown = problems.shown();
  onProgress?.(1);
  return {
    fileName: file,
    lines: kept.map((each) => volumeLine(each, names)),
    units: { inFile, leftOut: leftOut + sum(ofYear) - sum(kept), otherYears },
    problems: shown.problems,
    rowsPresent,
    rowsRead,
    rowsLeftOut: rowsPresent - rowsRead,
    table:
      headerLine === 0
        ? null
        : {
            header,
            firstRows,
            matched: columns.map(({ field, header: heading }) => ({ field, header: heading })),
            missing,
            lines: isClaims ? 'claims' : 'rates',
            source,
          },
    notes: [...table.notes, ...shown.notes, ...volumeNotes()],
  };

  function rowReader() {
    const readers = ownRatesReaders(names, deleted, marks.mark(), isClaims);
    return ownRowReader(positions, {
      ...readers,
      payer: (raw) => (plainCell(raw) === '' ? { value: '' } : readers.payer(raw)),
      units: (raw): Reading<number | null> =>
        plainCell(raw) === '' ? { fault: 'The units are blank.' } : readers.units(raw),
      // A file of volumes states no rate.
      rate: isClaims ? readers.rate : () => ({ value: 0 }),
    });
  }

  function add(line: number, row: OwnRow): void {
    const modifier = pricingModifiers([row.code.modifier, row.modifier].join('|'));
    const { payer, plan, planLine, place, site } = row;
    const found = growing.at(
      [row.dated.year, payer, plan, planLine, row.code.code, modifier, site, place],
      () => ({ first: row, line, modifier, lines: 0, units: 0 }),
    );
    found.lines += 1;
    found.units += row.units ?? 0;
  }

  function volumeNotes(): readonly string[] {
    if (rowsRead === 0) return [];
    const notes: string[] = [];
    if (isClaims)
      notes.push(
        `Volumes come from claim lines: ${countOf(rowsRead, 'line')} added up; denied lines count no units.`,
      );
    if (otherYears !== 0)
      notes.push(
        `${countOf(otherYears, 'unit is', 'units are')} of another year than ${year}, and not taken.`,
      );
    return notes;
  }
}

function volumeLine({ first, line, lines, modifier, units }: Growing, names: PayerReader): VolumeLine {
  const { payer, planLine } = first;
  const plan = first.plan === payer ? '' : first.plan;
  const reading = names.read(payer, plan, planLine === '' ? undefined : planLine);
  return {
    line,
    lines,
    code: first.code.code,
    modifier,
    payer: plan === '' ? payer : `${payer}, ${plan}`,
    market: reading.payer,
    planLine: reading.line,
    place: first.place,
    site: first.site,
    units,
  };
}
