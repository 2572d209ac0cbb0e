import type { PayerReader } from '../domain/payerReader.ts';
import { listOf } from '../text/names.ts';
import { chargeColumns } from './chargeColumns.ts';
import type { CsvAccount } from './csvStream.ts';
import { headingWords, matchColumns } from './ownRatesColumns.ts';
import type { OwnTable, StreamedTable, TableHead, TablePass } from './ownTable.ts';
import { readStepsStreamed, type TableSteps } from './tableSteps.ts';

/** Rows that are looked at to tell amounts from text. */
const sampledRows = 50;
/** One heading may say a company by chance. */
const fewestPayers = 2;

/** The places of columns in a table; −1 for units where there are none. */
interface Matrix {
  readonly payers: readonly number[];
  readonly others: readonly number[];
  readonly units: number;
}

/**
 * A contract is often kept as codes by payers: a line for a code, a column for each payer. Such a table comes back with a
 * row for each amount, of the same line, and the columns Payer and Rate in the place of the payers'; any other table as
 * it is. It is one where the alias table knows a company in at least two headings with amounts below. A heading for what
 * Medicare pays is no payer's; units, which do not say whose they are, are left out.
 *
 * @param table whose headings say codes, and neither payer nor rate.
 */
export async function unfoldedPayers(
  table: OwnTable | StreamedTable,
  names: PayerReader,
): Promise<OwnTable | StreamedTable> {
  const matrix = await readStepsStreamed(matrixSteps(table, names), table);
  return matrix === null ? table : unfolded(table, matrix);
}

function* matrixSteps({ header }: TableHead, names: PayerReader): TableSteps<Matrix | null> {
  const rows: (readonly string[])[] = [];
  yield { take: ({ cells }) => rows.push(cells) < sampledRows };
  const matched = matchColumns(header);
  const taken = new Set(matched.map(({ index }) => index));
  const guess = chargeColumns(header, rows, names);
  const isPayer = (heading: string, index: number) =>
    guess.payers.includes(heading) && !taken.has(index) && !isMedicare(heading, names);
  const payers = header.flatMap((heading, index) => (isPayer(heading, index) ? [index] : []));
  const known = header.filter((heading, index) => isPayer(heading, index) && hasCompany(heading, names));
  if (known.length < fewestPayers) return null;
  const units = matched.find(({ field }) => field === 'units')?.index ?? -1;
  const others = [...header.keys()].filter((index) => !payers.includes(index) && index !== units);
  return { payers, others, units };
}

const hasCompany = (heading: string, names: PayerReader) => names.read(heading, '').brandAlias !== undefined;

/** `Medicare 2026`, beside payers, is what they are compared with; `Aetna Medicare` is one of them. */
const isMedicare = (heading: string, names: PayerReader) =>
  /\b(medicare|mcare)\b(?! advantage)/.test(headingWords(heading)) && !hasCompany(heading, names);

function unfolded(
  table: OwnTable | StreamedTable,
  { payers, others, units }: Matrix,
): OwnTable | StreamedTable {
  const header = [...others.map((index) => table.header[index] ?? ''), 'Payer', 'Rate'];
  const headings = payers.map((index) => table.header[index] ?? '');
  const head: TableHead = {
    header,
    headerLine: table.headerLine,
    delimiter: table.delimiter,
    columnName: (at) => (at < others.length ? table.columnName(others[at] ?? -1) : (header[at] ?? '')),
    notes: [
      ...table.notes,
      `Read as a line for each code and a column for each payer: ${listOf(headings)}.`,
      ...(units === -1 ? [] : [`${table.header[units]} is not read: it does not say whose they are.`]),
    ],
  };
  /** What goes over the table as it is, for what goes over it unfolded; and how many rows more that makes. */
  const through = ({ take, columns, onProgress }: TablePass) => {
    const counted = { more: 0 };
    const real: TablePass = {
      onProgress,
      columns: columns && [...columns.flatMap((at) => others[at] ?? []), ...payers],
      take({ line, cells }) {
        const own = others.map((index) => cells[index] ?? '');
        const paid = payers.filter((index) => (cells[index] ?? '').trim() !== '');
        // A line without an amount is one row without a rate, so that it is told.
        const of = paid.length === 0 ? payers.slice(0, 1) : paid;
        counted.more += of.length - 1;
        return of.every((index) =>
          take({ line, cells: [...own, table.header[index] ?? '', cells[index] ?? ''] }),
        );
      },
    };
    const account = ({ rowsPresent, ...rest }: CsvAccount): CsvAccount => ({
      ...rest,
      rowsPresent: rowsPresent + counted.more,
    });
    return { real, account };
  };
  if ('read' in table) {
    return {
      ...head,
      read(take, onProgress) {
        const { real, account } = through({ take, onProgress });
        return account(table.read(real.take, real.onProgress));
      },
    };
  }
  return {
    ...head,
    async pass(pass) {
      const { real, account } = through(pass);
      return account(await table.pass(real));
    },
  };
}
