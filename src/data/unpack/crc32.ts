/** Eight tables, so that eight bytes go by in one turn: a checksum must not be what reading waits for. */
const tables = Array.from({ length: 8 }, () => new Uint32Array(256));
for (let byte = 0; byte < 256; byte += 1) {
  let rest = byte;
  for (let bit = 0; bit < 8; bit += 1) rest = rest & 1 ? (rest >>> 1) ^ 0xedb88320 : rest >>> 1;
  (tables[0] as Uint32Array)[byte] = rest;
}
for (let step = 1; step < 8; step += 1) {
  const before = tables[step - 1] as Uint32Array;
  for (let byte = 0; byte < 256; byte += 1) {
    const rest = before[byte] as number;
    (tables[step] as Uint32Array)[byte] = (rest >>> 8) ^ ((tables[0] as Uint32Array)[rest & 0xff] as number);
  }
}
const [t0, t1, t2, t3, t4, t5, t6, t7] = tables as [
  Uint32Array,
  Uint32Array,
  Uint32Array,
  Uint32Array,
  Uint32Array,
  Uint32Array,
  Uint32Array,
  Uint32Array,
];

/**
 * The checksum of gzip and zip (RFC 1952, section 8), piece by piece: `crc32(piece, before)`.
 *
 * @param before the checksum of what came before; 0 at the start.
 */
export function crc32(bytes: Uint8Array, before = 0): number {
  let crc = ~before;
  let at = 0;
  const whole = bytes.length - 7;
  while (at < whole) {
    const low = crc ^ word(bytes, at);
    const high = word(bytes, at + 4);
    crc =
      (t7[low & 0xff] as number) ^
      (t6[(low >>> 8) & 0xff] as number) ^
      (t5[(low >>> 16) & 0xff] as number) ^
      (t4[low >>> 24] as number) ^
      (t3[high & 0xff] as number) ^
      (t2[(high >>> 8) & 0xff] as number) ^
      (t1[(high >>> 16) & 0xff] as number) ^
      (t0[high >>> 24] as number);
    at += 8;
  }
  for (; at < bytes.length; at += 1) {
    crc = (t0[(crc ^ (bytes[at] as number)) & 0xff] as number) ^ (crc >>> 8);
  }
  return ~crc >>> 0;
}

function word(bytes: Uint8Array, at: number): number {
  return (
    (bytes[at] as number) |
    ((bytes[at + 1] as number) << 8) |
    ((bytes[at + 2] as number) << 16) |
    ((bytes[at + 3] as number) << 24)
  );
}
