import { expect, test } from 'vitest';
import { readCodePage } from '../../src/data/carriedCodePage.ts';
import { type KnownObject, packJson, unpackJson } from '../../src/data/packedJson.ts';

const known: readonly KnownObject[] = [
  { kind: 'value', value: null },
  { level: 'low', reasons: null },
  { a: null },
];
const packed = (value: unknown) => packJson(value, known);

test('a known object is its number and what is not known of it, a new one the next number and its keys once', () => {
  expect(packed({ kind: 'value', value: 'x' })).toEqual({ value: [1, 'x'], keys: [] });
  expect(packed({ level: 'low', reasons: [1] })).toEqual({ value: [2, [0, 1]], keys: [] });
  // The same keys in another order are another kind, and so is another text where one is known.
  expect(packed({ value: 'x', kind: 'value' })).toEqual({
    value: [4, 'x', 'value'],
    keys: [['value', 'kind']],
  });
  expect(packed({ level: 'high', reasons: [] })).toEqual({
    value: [4, 'high', [0]],
    keys: [['level', 'reasons']],
  });
  expect(packed([{ b: 1 }, { c: 2 }, { b: 3 }])).toEqual({
    value: [0, [4, 1], [5, 2], [4, 3]],
    keys: [['b'], ['c']],
  });
  expect(packed({})).toEqual({ value: [4], keys: [[]] });
});

test('what is undefined is not there; null, texts and truths stand as they are', () => {
  expect(packed({ a: undefined })).toEqual({ value: [4], keys: [[]] });
  expect(packed({ b: undefined, a: null })).toEqual({ value: [3, null], keys: [] });
  expect([null, 'x', true, 0].map((each) => packed(each).value)).toEqual([null, 'x', true, 0]);
});

test('a number is a quotient only where that is exact and shorter', () => {
  expect(packed(11_918.846153846154).value).toEqual([-1, 154_945, 13]);
  expect(packed(-11_918.846153846154).value).toEqual([-1, -154_945, 13]);
  // 1 ÷ 3 has 18 digits; [-1,1,3] eight characters with its brackets.
  expect(packed(1 / 3).value).toEqual([-1, 1, 3]);
  expect(packed(1 / 1999).value).toEqual([-1, 1, 1999]);
  // No denominator past 2,000 is tried.
  expect(packed(1 / 2003).value).toBe(1 / 2003);
  // 14 characters, as a quotient of 79,012,289 and 64 they would be 17.
  expect(packed(1_234_567.015_625).value).toBe(1_234_567.015_625);
  for (const whole of [123_456_789_012, 1e21, 0, -7]) expect(packed(whole).value).toBe(whole);
  for (const none of [Number.NaN, Number.POSITIVE_INFINITY]) expect(packed(none).value).toBe(none);
});

test('comes back as it went in', () => {
  const value = {
    kind: 'value',
    value: [
      { level: 'low', reasons: [] },
      { a: { b: [null, 1 / 7, 'x', false] } },
      { level: 'x', reasons: 1 },
    ],
  };
  expect(unpackJson(JSON.parse(JSON.stringify(packed(value))), known)).toEqual(value);
  // A kind that nobody knows has no keys.
  expect(unpackJson({ value: [9, 1], keys: [] }, known)).toEqual({});
  expect(readCodePage({ value: [1, 5], keys: [] })).toEqual({ kind: 'value', value: 5 });
});
