import { numberAt, numberEnd } from './parquetThrift.ts';

/**
 * Checks a sequence of numbers in Parquet's mix of repeated and packed values ("RLE/bit-packing hybrid") before it is
 * unpacked: the library takes the length of a run at its word, whatever the page should hold.
 *
 * @param width bits of a value.
 * @param count values there should be.
 * @returns how many of them are 1, for levels of one bit; nothing of use for wider values.
 * @throws Error when runs come to too few values, or a run to more than are left.
 */
export function checkedRuns(bytes: Uint8Array, from: number, width: number, count: number): number {
  if (width > 32) throw new Error('its values have too many bits');
  const valueBytes = Math.ceil(width / 8);
  let seen = 0;
  let ones = 0;
  let at = from;
  while (seen < count) {
    const head = numberAt(bytes, at);
    at = numberEnd(bytes, at);
    const isPacked = head % 2 === 1;
    const length = isPacked ? Math.floor(head / 2) * 8 : Math.floor(head / 2);
    const left = count - seen;
    // Packed values come in eights: the last ones fill up the bytes, and some writers fill a block of 512.
    if (length === 0 || length > (isPacked ? left + 512 : left))
      throw new Error('a run of values does not fit');
    const values = Math.min(length, left);
    // The bytes that only fill up may be missing.
    if (at + (isPacked ? Math.ceil((values * width) / 8) : valueBytes) > bytes.length)
      throw new Error('it ends too early');
    if (width === 1) ones += isPacked ? onesIn(bytes, at, values) : bytes[at] === 1 ? values : 0;
    at += isPacked ? (length / 8) * width : valueBytes;
    seen += values;
  }
  return ones;
}

function onesIn(bytes: Uint8Array, from: number, values: number): number {
  let ones = 0;
  for (let value = 0; value < values; value++) ones += ((bytes[from + (value >> 3)] ?? 0) >> (value & 7)) & 1;
  return ones;
}

/**
 * Checks a sequence of whole numbers kept as differences ("delta binary packed"), of `count` values of 32 or 64 bits.
 *
 * @returns where it ends.
 * @throws Error when its blocks lead nowhere: the library would go backwards in them, for ever.
 */
export function checkedDeltas(bytes: Uint8Array, from: number, bits: 32 | 64, count: number): number {
  const head: number[] = [];
  let at = from;
  for (let field = 0; field < 3; field++) {
    head.push(numberAt(bytes, at));
    at = numberEnd(bytes, at);
  }
  const [blockSize = 0, parts = 0, total = 0] = head;
  at = numberEnd(bytes, at);
  const partSize = blockSize / parts;
  if (!(parts <= 4096 && Number.isInteger(partSize / 8) && partSize > 0 && partSize <= 1 << 20))
    throw new Error('a block of differences has no size');
  if (total !== count) throw new Error('differences are not as many as values');
  let seen = 1;
  while (seen < count) {
    const widths = numberEnd(bytes, at);
    at = widths + parts;
    if (at > bytes.length) throw new Error('it ends too early');
    for (let part = 0; part < parts && seen < count; part++) {
      const width = bytes[widths + part] ?? 0;
      if (width > bits) throw new Error('its values have too many bits');
      at += (partSize * width) / 8;
      seen += partSize;
    }
  }
  return at;
}
