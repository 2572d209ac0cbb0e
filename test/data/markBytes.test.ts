import fc from 'fast-check';
import { expect, test } from 'vitest';
import { markBytes } from '../../src/data/markBytes.ts';

/** Every byte looked at by itself. */
function plainly(bytes: Uint8Array, from: number, end: number, delimiter: number): number[] {
  const places: number[] = [];
  for (let at = from; at < end; at++) {
    const byte = bytes[at] ?? 0;
    if (byte <= 0x22 || byte === delimiter) places.push(at);
  }
  return places;
}

const byte = fc.oneof(
  fc.constantFrom(0, 9, 10, 0x20, 0x21, 0x22, 0x23, 0x2c, 0x3b, 0x7c, 0x7f, 0x80, 0xff),
  fc.nat(255),
);

test('every separator, quote and lower byte is noted, and nothing else, in any part', () => {
  fc.assert(
    fc.property(
      fc.array(byte, { maxLength: 40 }),
      fc.nat(8),
      fc.nat(8),
      fc.constantFrom(0x2c, 0x3b, 0x09, 0x7c),
      (list, skipped, dropped, delimiter) => {
        const bytes = Uint8Array.from(list);
        const from = Math.min(skipped, bytes.length);
        const end = Math.max(from, bytes.length - dropped);
        const marks = new Int32Array(end - from);
        const count = markBytes(new DataView(bytes.buffer), from, end, delimiter, marks);
        expect(Array.from(marks.subarray(0, count))).toEqual(plainly(bytes, from, end, delimiter));
      },
    ),
  );
});
