const stop = 0;
const [boolTrue, boolFalse, byte, int16, int32, int64, double, binary, list] = [1, 2, 3, 4, 5, 6, 7, 8, 9];
const struct = 12;
/** Real heads nest five deep; a reader of nested structures has a stack. */
const deepest = 32;
/** Seven bits a byte: ten hold any whole number of 64 bits. */
const longestNumber = 10;

/**
 * Goes over a structure in Thrift's compact protocol, in which Parquet keeps its footer and the heads of its pages, and
 * says where it ends. The library reads these without bounds: a number without an end takes it minutes.
 *
 * @throws Error when it runs past the end, nests too deep, or has a list longer than what is left could hold.
 */
export function thriftEnd(bytes: Uint8Array, from: number): number {
  return structEnd(bytes, from, 0);
}

function structEnd(bytes: Uint8Array, from: number, depth: number): number {
  if (depth > deepest) throw new Error('its description nests too deep');
  let at = from;
  for (;;) {
    const head = byteAt(bytes, at);
    at += 1;
    const type = head & 0x0f;
    if (type === stop) return at;
    if (head >> 4 === 0) at = numberEnd(bytes, at);
    at = valueEnd(bytes, at, type, depth);
  }
}

function valueEnd(bytes: Uint8Array, at: number, type: number, depth: number): number {
  switch (type) {
    case boolTrue:
    case boolFalse:
      return at;
    case byte:
      return within(bytes, at + 1);
    case int16:
    case int32:
    case int64:
      return numberEnd(bytes, at);
    case double:
      return within(bytes, at + 8);
    case binary:
      return within(bytes, numberEnd(bytes, at) + numberAt(bytes, at));
    case list:
      return listEnd(bytes, at, depth);
    case struct:
      return structEnd(bytes, at, depth + 1);
    default:
      throw new Error('its description is damaged');
  }
}

function listEnd(bytes: Uint8Array, from: number, depth: number): number {
  const head = byteAt(bytes, from);
  const type = head & 0x0f;
  const isLong = head >> 4 === 15;
  const length = isLong ? numberAt(bytes, from + 1) : head >> 4;
  let at = isLong ? numberEnd(bytes, from + 1) : from + 1;
  // Each element has a byte or more, those that are true or false too.
  within(bytes, at + length);
  if (depth >= deepest) throw new Error('its description nests too deep');
  for (let item = 0; item < length; item++) {
    at =
      type === boolTrue || type === boolFalse ? within(bytes, at + 1) : valueEnd(bytes, at, type, depth + 1);
  }
  return at;
}

/** Where a number of seven bits a byte ends: with the first byte below 128. */
export function numberEnd(bytes: Uint8Array, from: number): number {
  for (let at = from; at < from + longestNumber; at++) if (byteAt(bytes, at) < 0x80) return at + 1;
  throw new Error('a number in it has no end');
}

/** Such a number without a sign, exact up to 2^53; the lowest bits come first. */
export function numberAt(bytes: Uint8Array, from: number): number {
  let value = 0;
  for (let at = from, scale = 1; at < numberEnd(bytes, from); at++, scale *= 128)
    value += (byteAt(bytes, at) & 0x7f) * scale;
  return value;
}

function byteAt(bytes: Uint8Array, at: number): number {
  const value = bytes[at];
  if (value === undefined) throw new Error('it ends too early');
  return value;
}

function within(bytes: Uint8Array, at: number): number {
  if (at > bytes.length) throw new Error('it ends too early');
  return at;
}
