import type { PayerReader } from '../../domain/payerReader.ts';
import type { ReadCharges } from '../chargeChoice.ts';
import { chargeColumns } from '../chargeColumns.ts';
import { headingsOf } from '../csvLines.ts';
import { firstRecords } from './firstRecords.ts';
import { startBytes } from './formatStart.ts';
import { readCharges } from './readCharges.ts';

/** Titles above, and rows to tell columns by. */
const sampledRows = 260;
/** A code, a payer and a price; fewer are no list of charges. */
const fewestColumns = 3;

/**
 * What a regular table with money in it may hold, for a user who knows it to be a hospital's list of charges though its
 * headings do not say so; undefined for one without headings, or in which no column holds amounts.
 *
 * @param bytes of the whole file.
 */
export function offeredCharges(bytes: Uint8Array, names: PayerReader): ReadCharges | undefined {
  const records = firstRecords(bytes.subarray(0, startBytes), sampledRows);
  const rows = bytes.length > startBytes ? records.slice(0, -1) : records;
  const at = rows.findIndex(isHeader);
  if (at === -1) return undefined;
  const header = headingsOf(rows[at] ?? []);
  const below = rows.slice(at + 1);
  const share = (index: number, of: RegExp) => shareOf(below, index, of);
  // Two digits behind a point, or a sign: whole numbers alone may be anything.
  const holdsMoney = header.some(
    (_, index) => share(index, /^\(?-?\$\s*[\d,.]+\)?$|^\d[\d,]{0,12}\.\d{2}$/) >= 0.5,
  );
  if (!holdsMoney) return undefined;
  const guess = chargeColumns(header, below, names);
  const isCode = (index: number) => share(index, /^([A-Z]\d{4}|\d{4}[A-Z\d])(\W?[A-Z\d]{2})?$/i) >= 0.6;
  const code = guess.fields.code ?? header.find((heading, index) => heading !== '' && isCode(index));
  return readCharges(
    header,
    below,
    {
      fields: { ...guess.fields, ...(code !== undefined && { code }) },
      payers: guess.payers.filter((payer) => payer !== code),
    },
    'headings',
    names,
  );
}

/** Words only, and several of them: a title is one, a row has numbers. */
function isHeader(cells: readonly string[]): boolean {
  const said = cells.filter((cell) => cell.trim() !== '');
  return said.length >= fewestColumns && said.every((cell) => !/^\W*\d[\d.,]*\W*$/.test(cell.slice(0, 40)));
}

/** The share of a column's cells, blank ones left out, that look so; 0 where all are blank. */
function shareOf(rows: readonly (readonly string[])[], index: number, pattern: RegExp): number {
  const cells = rows.map((row) => (row[index] ?? '').trim().slice(0, 40)).filter((cell) => cell !== '');
  return cells.length === 0 ? 0 : cells.filter((cell) => pattern.test(cell)).length / cells.length;
}
