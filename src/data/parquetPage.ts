import type { PageHeader, ParquetType } from 'hyparquet';
import { deltaBinaryUnpack } from 'hyparquet/src/delta.js';
import { checkedDeltas, checkedRuns } from './parquetRuns.ts';

/** What a page of a column may hold. */
export interface PageCheck {
  readonly type: ParquetType;
  /** Rows may have no value. */
  readonly isOptional: boolean;
  /** Bytes of a value of fixed length. */
  readonly typeLength: number | undefined;
  readonly rowsLeft: number;
}

/**
 * Checks an unpacked page of a column of plain values before it is decoded: that its numbers are numbers, its parts lie
 * within it, and its values are as many as it says and no more than its group has rows left.
 *
 * @param page levels and values.
 * @param dictionary how many values the column's dictionary has; undefined before there is one.
 * @throws Error with a few words on what does not fit.
 */
export function checkedPage(
  header: PageHeader,
  page: Uint8Array,
  check: PageCheck,
  dictionary: number | undefined,
): void {
  const { data_page_header: first, data_page_header_v2: second, dictionary_page_header: words } = header;
  if (header.type === 'DICTIONARY_PAGE' && words !== undefined) {
    if (dictionary !== undefined) throw new Error('a column has two dictionaries');
    checkedCount(words.num_values, page.length * 8);
    if (words.encoding !== 'PLAIN' && words.encoding !== 'PLAIN_DICTIONARY')
      throw new Error('a dictionary is written in a way that is not read here');
    checkedPlain(page, words.num_values, check);
  } else if (header.type === 'DATA_PAGE' && first !== undefined) {
    checkedCount(first.num_values, check.rowsLeft);
    const { values, at } = firstLevels(page, first.num_values, check);
    checkedValues(page.subarray(at), first.encoding, values, check, dictionary);
  } else if (header.type === 'DATA_PAGE_V2' && second !== undefined) {
    const { num_values, num_rows, num_nulls, repetition_levels_byte_length: at } = second;
    checkedCount(num_values, check.rowsLeft);
    checkedCount(num_nulls, num_values);
    if (num_rows !== num_values) throw new Error('a page has more values than rows');
    const end = at + second.definition_levels_byte_length;
    if (!(at >= 0 && end >= at && end <= page.length)) throw new Error('a page has levels without a length');
    // The library would take them for values.
    if (!check.isOptional && end > at) throw new Error('a page has levels, its column none');
    const values = check.isOptional ? checkedRuns(page.subarray(0, end), at, 1, num_values) : num_values;
    if (values !== num_values - num_nulls) throw new Error('a page has not the blanks it says');
    checkedValues(page.subarray(end), second.encoding, values, check, dictionary);
  } else throw new Error('it has a kind of page that is not read here');
}

/** Levels say of each row whether it has a value; in the first kind of page their length stands before them. */
function firstLevels(page: Uint8Array, rows: number, { isOptional }: PageCheck) {
  if (!isOptional) return { values: rows, at: 0 };
  const length = page.length < 4 ? 0 : new DataView(page.buffer, page.byteOffset, 4).getUint32(0, true);
  const at = 4 + length;
  if (at > page.length) throw new Error('a page has levels without a length');
  return { values: checkedRuns(page.subarray(0, at), 4, 1, rows), at };
}

function checkedValues(
  bytes: Uint8Array,
  encoding: string,
  count: number,
  check: PageCheck,
  dictionary: number | undefined,
): void {
  if (count === 0) return;
  const bits = check.type === 'INT32' ? 32 : 64;
  switch (encoding) {
    case 'PLAIN':
      return checkedPlain(bytes, count, check);
    case 'PLAIN_DICTIONARY':
    case 'RLE_DICTIONARY':
      if (!dictionary) throw new Error('a column has no dictionary');
      // A width of 0: one word in the dictionary, and no more to say.
      if (bytes[0] !== 0) checkedRuns(bytes, 1, bytes[0] ?? 33, count);
      return;
    case 'RLE':
      if (check.type !== 'BOOLEAN') break;
      checkedRuns(bytes, 4, 1, count);
      return;
    case 'DELTA_BINARY_PACKED':
      if (check.type !== 'INT32' && check.type !== 'INT64') break;
      checkedDeltas(bytes, 0, bits, count);
      return;
    case 'DELTA_LENGTH_BYTE_ARRAY':
      checkedDeltas(bytes, 0, 32, count);
      return;
    case 'DELTA_BYTE_ARRAY':
      return checkedPrefixes(bytes, count);
    case 'BYTE_STREAM_SPLIT':
      return checkedPlain(bytes, count, check);
    case 'ALP':
      // The library checks these itself: each of its loops is as long as `count`, or as 16 bits say.
      return;
  }
  throw new Error('its values are written in a way that is not read here');
}

const widths: Partial<Record<ParquetType, number>> = {
  INT32: 4,
  INT64: 8,
  INT96: 12,
  FLOAT: 4,
  DOUBLE: 8,
  BYTE_ARRAY: 4,
};

/** Values one after the other: there must be bytes enough for each. */
function checkedPlain(bytes: Uint8Array, count: number, { type, typeLength }: PageCheck): void {
  const width = type === 'FIXED_LEN_BYTE_ARRAY' ? (typeLength ?? 0) : (widths[type] ?? 1 / 8);
  if (width <= 0) throw new Error('its values have no length');
  if (count * width > bytes.length) throw new Error('a page has fewer values than it says');
}

/** Texts that begin as the one before: a prefix can be no longer than that one, or small pages make huge texts. */
function checkedPrefixes(bytes: Uint8Array, count: number): void {
  const at = checkedDeltas(bytes, 0, 32, count);
  checkedDeltas(bytes, at, 32, count);
  const reader = { view: new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength), offset: 0 };
  const prefixes = new Int32Array(count);
  const rests = new Int32Array(count);
  deltaBinaryUnpack(reader, count, prefixes);
  deltaBinaryUnpack(reader, count, rests);
  let before = 0;
  let all = 0;
  for (const [value, prefix] of prefixes.entries()) {
    const rest = rests[value] ?? 0;
    if (prefix < 0 || rest < 0 || prefix > before) throw new Error('a text begins as none before it');
    before = prefix + rest;
    all += before;
    if (all > longestTexts) throw new Error('it unpacks to more than fits in memory');
  }
}

/** Bytes of the texts of a page. */
const longestTexts = 1_000_000_000;

function checkedCount(count: number, most: number): void {
  if (!(Number.isInteger(count) && count >= 0 && count <= most))
    throw new Error('a page has more values than fit');
}
