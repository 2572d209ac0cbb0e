import fc from 'fast-check';
import { expect, test } from 'vitest';
import { JsonText } from '../../../src/data/formats/jsonText.ts';
import { groupKey } from '../../../src/data/formats/tic/groupKey.ts';
import { GroupNumbers } from '../../../src/data/formats/tic/groupNumbers.ts';
import { NumberTable } from '../../../src/data/formats/tic/numberTable.ts';
import { Spellings } from '../../../src/data/formats/tic/spellings.ts';

function textOf(text: string): JsonText {
  const bytes = new TextEncoder().encode(`"${text}"`);
  const found = new JsonText();
  found.set(bytes, 1, bytes.length - 1, text.includes('\\'));
  return found;
}

/** Numbers as payers give them: small, huge, with leading zeros, decimals, signs, exponents, words, escaped. */
const spellings = fc.oneof(
  fc.nat(50).map(String),
  fc.integer({ min: 4_194_290, max: 4_194_320 }).map(String),
  fc.maxSafeNat().map(String),
  fc.constantFrom('007', '7', '7.0', '7.50', '07.5', '-7', '7e3', '7E3', '0', '-0', '0.0', '00', ''),
  fc.tuple(fc.nat(20), fc.nat(20)).map(([whole, part]) => `${whole}.${part}`),
  fc.constantFrom('999999999999999', '1000000000000000', '12345678901234567890', '012345678901234567890'),
  fc.constantFrom('A7', ' 7', 'é', '\\u0037', '7\\u002e5'),
);

test('a group is known by its number, however that is written', () => {
  const table = [
    ['7', 0],
    ['007', 0],
    ['7.0', 0],
    ['\\u0037', 0],
    ['7.5', 1],
    ['7.50', 1],
    ['-7', 2],
    ['12345678901234567890', 3],
    ['12345678901234567891', 4],
  ] as const;
  let groups = 0;
  const numbers = new GroupNumbers(() => groups++);
  for (let time = 0; time < 2; time += 1) {
    for (const [text, group] of table) expect([text, numbers.of(textOf(text))]).toEqual([text, group]);
  }
  expect([0, 1, 3, 5].map((group) => numbers.keyOf(group))).toEqual([
    7,
    '7.5',
    '12345678901234567890',
    undefined,
  ]);
});

test('numbers of groups are those that a map by their keys gives, in any order and mixture', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(spellings, fc.boolean()), { maxLength: 300 }), (asked) => {
      let groups = 0;
      const numbers = new GroupNumbers(() => groups++);
      const plain = new Map<number | string, number>();
      for (const [text, isReference] of asked) {
        const key = groupKey(textOf(text));
        expect(numbers.find(key)).toBe(plain.get(key) ?? -1);
        if (!plain.has(key)) plain.set(key, plain.size);
        expect(isReference ? numbers.of(textOf(text)) : numbers.ofKey(key)).toBe(plain.get(key));
      }
      for (const [key, group] of plain)
        expect([numbers.find(key), numbers.keyOf(group)]).toEqual([group, key]);
    }),
    { numRuns: 300 },
  );
});

test('a table of numbers is a map, also of keys that share their lower or upper digits', () => {
  const keys = fc.oneof(
    fc.nat(5000),
    fc.nat(300).map((step) => step * 2 ** 20),
    fc.nat(300).map((step) => step * 2 ** 32),
    fc.nat(300).map((step) => Number.MAX_SAFE_INTEGER - step),
    fc.maxSafeNat(),
  );
  fc.assert(
    fc.property(
      fc.array(fc.tuple(keys, fc.integer({ min: 0, max: 2 ** 32 - 2 })), { maxLength: 2000 }),
      fc.array(keys),
      (entries, others) => {
        const table = new NumberTable();
        const plain = new Map<number, number>();
        for (const [key, value] of entries) {
          table.set(key, value);
          plain.set(key, value);
        }
        const all = [...plain.keys(), ...others];
        expect(all.map((key) => table.get(key))).toEqual(all.map((key) => plain.get(key) ?? -1));
      },
    ),
    { numRuns: 200 },
  );
});

test('a spelling that is known is known rightly, and others are not', () => {
  fc.assert(
    fc.property(fc.array(spellings, { maxLength: 200 }), (texts) => {
      const known = new Spellings();
      const plain = new Map<string, number>();
      for (const text of texts) {
        const found = known.get(textOf(text));
        expect([-1, plain.get(text)]).toContain(found);
        if (!text.includes('\\') && plain.has(text)) expect(found).toBe(plain.get(text));
        if (!plain.has(text)) plain.set(text, plain.size);
        known.set(textOf(text), plain.get(text) as number);
      }
    }),
  );
});
