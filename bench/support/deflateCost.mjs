import { deflateRawSync } from 'node:zlib';

/** Bits after the symbol and first length of each length symbol from 257 on, then the same for distances: RFC 1951, 3.2.5. */
const lengthBits = [0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0];
const distanceBits = [0, 0, 0, 0, ...Array.from({ length: 26 }, (_, index) => (index >> 1) + 1)];
const lengthFirst = firsts(lengthBits, 3).with(28, 258);
/** The order in which the lengths of the code-length codes are written: RFC 1951, 3.2.7. */
const lengthOrder = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];

/** @param {readonly number[]} bits @param {number} first */
function firsts(bits, first) {
  let next = first;
  return bits.map((count) => {
    const own = next;
    next += 2 ** count;
    return own;
  });
}

/**
 * What each byte of a text costs once it is compressed (deflate, level 9), in bits: its own symbol's, or its share of
 * the reference that stands for a run of bytes seen before. Parts of a page can so be added up exactly, where
 * compressing them one by one counts what they share as often as it occurs.
 *
 * @param {Uint8Array} bytes
 * @returns {{ bits: Float64Array, tables: number }} per byte, and what the code tables of the blocks cost, in bits
 * @throws {Error} when what was read back is not the text
 */
export function deflateCost(bytes) {
  const packed = deflateRawSync(bytes, { level: 9 });
  const bits = new Float64Array(bytes.length);
  let tables = 0;
  let at = 0;
  let out = 0;

  /** @param {number} count */
  function take(count) {
    let value = 0;
    for (let bit = 0; bit < count; bit++, at++) {
      value |= (((packed[at >> 3] ?? 0) >> (at & 7)) & 1) << bit;
    }
    return value;
  }
  /** @param {Map<number, number>} codes by length and code, see `codesOf` */
  function symbol(codes) {
    let code = 1;
    for (let length = 1; length <= 15; length++) {
      code = (code << 1) | take(1);
      const found = codes.get(code);
      if (found !== undefined) return found;
    }
    throw new Error('the compressed text has a code that no table holds');
  }
  function dynamicCodes() {
    const literals = take(5) + 257;
    const distances = take(5) + 1;
    const count = take(4) + 4;
    const own = Array.from({ length: 19 }, () => 0);
    for (let index = 0; index < count; index++) own[lengthOrder[index] ?? 0] = take(3);
    const codes = codesOf(own);
    /** @type {number[]} */
    const lengths = [];
    const repeat = (/** @type {number} */ length, /** @type {number} */ times) => {
      for (let time = 0; time < times; time++) lengths.push(length);
    };
    while (lengths.length < literals + distances) {
      const next = symbol(codes);
      if (next < 16) lengths.push(next);
      else if (next === 16) repeat(lengths.at(-1) ?? 0, take(2) + 3);
      else repeat(0, next === 17 ? take(3) + 3 : take(7) + 11);
    }
    return { literals: codesOf(lengths.slice(0, literals)), distances: codesOf(lengths.slice(literals)) };
  }

  for (let isLast = false; !isLast; ) {
    const startedAt = at;
    isLast = take(1) === 1;
    const kind = take(2);
    if (kind === 0) {
      at = Math.ceil(at / 8) * 8;
      const length = take(16);
      take(16);
      tables += at - startedAt;
      for (let index = 0; index < length; index++) bits[out++] = 8;
      at += length * 8;
      continue;
    }
    const codes = kind === 2 ? dynamicCodes() : fixedCodes();
    tables += at - startedAt;
    for (;;) {
      const before = at;
      const next = symbol(codes.literals);
      if (next === 256) break;
      if (next < 256) {
        if (bytes[out] !== next) throw new Error(`byte ${out} was read back wrong`);
        bits[out++] = at - before;
        continue;
      }
      const length = (lengthFirst[next - 257] ?? 0) + take(lengthBits[next - 257] ?? 0);
      take(distanceBits[symbol(codes.distances)] ?? 0);
      bits.fill((at - before) / length, out, out + length);
      out += length;
    }
  }
  if (out !== bytes.length) throw new Error(`${out} of ${bytes.length} bytes were read back`);
  return { bits, tables };
}

/**
 * The codes of a canonical Huffman code: a 1 and then the code's own bits → the symbol.
 *
 * @param {readonly number[]} lengths of each symbol's code; 0 = the symbol has none
 */
function codesOf(lengths) {
  /** @type {Map<number, number>} */
  const codes = new Map();
  let code = 0;
  for (let length = 1; length <= 15; length++) {
    for (const [symbol, own] of lengths.entries()) {
      if (own === length) codes.set((1 << length) | code++, symbol);
    }
    code <<= 1;
  }
  return codes;
}

function fixedCodes() {
  const lengths = Array.from({ length: 288 }, (_, index) =>
    index < 144 ? 8 : index < 256 ? 9 : index < 280 ? 7 : 8,
  );
  return { literals: codesOf(lengths), distances: codesOf(Array.from({ length: 30 }, () => 5)) };
}
