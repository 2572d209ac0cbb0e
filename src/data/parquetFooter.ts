import {
  type AsyncBuffer,
  type FileMetaData,
  parquetMetadata,
  parquetSchema,
  type RowGroup,
  type SchemaElement,
  type SchemaTree,
} from 'hyparquet';
import { listOf } from '../text/names.ts';
import { countOf, formatCount } from '../text/numbers.ts';
import { decimalScale } from './parquetText.ts';
import { thriftEnd } from './parquetThrift.ts';

/** Length and signature. */
const trailerBytes = 8;
/** A group of rows is unpacked at once: one that takes more than this does not fit in a tab's memory at ease. */
const largestGroup = 1_000_000_000;
const mostRows = 50_000_000;
/** Decimals are of 38 digits, in some files of 76. */
const largestScale = 255;

/** A column of plain values: its number among all that have values, by which groups of rows list them. */
export interface PlainColumn {
  readonly element: SchemaElement;
  readonly number: number;
  readonly schemaPath: SchemaTree[];
}

/** What a Parquet file says of itself at its end. */
export interface ParquetFooter {
  readonly columns: readonly PlainColumn[];
  /** Names of columns with lists or parts. */
  readonly nested: readonly string[];
  readonly groups: readonly RowGroup[];
  readonly rows: number;
}

/**
 * @returns the footer, or why the file cannot be read, as a sentence.
 * @throws whatever the source of the bytes throws.
 */
export async function parquetFooter(source: AsyncBuffer): Promise<ParquetFooter | string> {
  const bytes = await footerBytes(source);
  if (bytes === undefined) return unreadableFor('it has no end');
  try {
    thriftEnd(bytes, 0);
    return checked(parquetMetadata(bytes, { geoparquet: false }), source.byteLength);
  } catch (error) {
    return unreadableFor(parquetReason(error));
  }
}

const unreadableFor = (reason: string) =>
  `The Parquet file could not be read (${reason}). It may be cut short.`;

/** What was thrown in words; what the language says when a damaged file leads astray is not for a reader. */
export function parquetReason(error: unknown): string {
  if (error instanceof TypeError || error instanceof RangeError || !(error instanceof Error))
    return 'it is damaged';
  return error.message === '' ? 'it is damaged' : error.message;
}

/** The footer with its length and signature behind it. */
async function footerBytes(source: AsyncBuffer): Promise<Uint8Array | undefined> {
  const { byteLength } = source;
  if (byteLength < trailerBytes) return undefined;
  const trailer = new DataView(await source.slice(byteLength - trailerBytes, byteLength));
  const length = trailer.getUint32(0, true);
  const isWhole = trailer.getUint32(4, true) === 0x31524150 && length <= byteLength - trailerBytes;
  return isWhole
    ? new Uint8Array(await source.slice(byteLength - trailerBytes - length, byteLength))
    : undefined;
}

function checked(metadata: FileMetaData, fileBytes: number): ParquetFooter | string {
  const tree = parquetSchema(metadata);
  const root = { ...tree, element: { ...tree.element, repetition_type: 'REQUIRED' as const } };
  let number = 0;
  const columns: PlainColumn[] = [];
  const nested: string[] = [];
  for (const child of tree.children) {
    const { element } = child;
    if (typeof element.name !== 'string') throw new Error('a column has no name');
    if (child.children.length === 0 && element.repetition_type !== 'REPEATED')
      columns.push({ element, number, schemaPath: [root, child] });
    else nested.push(element.name);
    number += leavesOf(child);
  }
  if (columns.length === 0) return 'The Parquet file has no column of plain values.';
  const scales = columns.map(({ element }) => decimalScale(element) ?? 0);
  if (!scales.every((scale) => Number.isInteger(scale) && scale >= 0 && scale <= largestScale))
    throw new Error('a decimal has no place for its point');

  let rows = 0;
  for (const group of metadata.row_groups) {
    const problem = groupProblem(group, number, fileBytes);
    if (problem !== undefined) return problem;
    rows += Number(group.num_rows);
  }
  if (rows !== Number(metadata.num_rows)) throw new Error('its groups have not the rows it says');
  return { columns, nested, groups: metadata.row_groups, rows };
}

function leavesOf({ children }: SchemaTree): number {
  return children.length === 0 ? 1 : children.reduce((sum, child) => sum + leavesOf(child), 0);
}

/** @throws Error when a group is damaged; a sentence when it is too large. */
function groupProblem(group: RowGroup, columns: number, fileBytes: number): string | undefined {
  const rows = Number(group.num_rows);
  if (!(rows >= 0)) throw new Error('a group of rows has no number of rows');
  if (rows > mostRows)
    return `A group of rows has ${countOf(rows, 'row')}; up to 50 million can be read at once. Write the file with smaller row groups.`;
  const size = Number(group.total_byte_size);
  if (size > largestGroup)
    return `A group of rows takes ${formatCount(Math.ceil(size / 1e6))} MB unpacked. Write the file with smaller row groups.`;
  if (group.columns.length !== columns) throw new Error('a group of rows has other columns than the file');
  const elsewhere = group.columns.flatMap(({ file_path }) => file_path ?? []);
  if (elsewhere.length > 0)
    return `The rows stand in other files: ${listOf([...new Set(elsewhere)].slice(0, 3))}.`;
  for (const { meta_data: column } of group.columns) {
    if (column === undefined) throw new Error('a column is not described');
    const { start, end } = chunkPlace(column);
    if (!(start >= 0 && end >= start && end <= fileBytes)) throw new Error('a column lies outside of it');
  }
  return undefined;
}

/** Where a column's pages lie in the file: its dictionary, if there is one, stands before them. */
export function chunkPlace(column: NonNullable<RowGroup['columns'][number]['meta_data']>): {
  readonly start: number;
  readonly end: number;
} {
  const start = Number(column.dictionary_page_offset || column.data_page_offset);
  return { start, end: start + Number(column.total_compressed_size) };
}
