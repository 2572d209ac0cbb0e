import fc from 'fast-check';
import { expect, test } from 'vitest';
import { JsonText } from '../../../src/data/formats/jsonText.ts';
import { plainCents } from '../../../src/data/formats/plainCents.ts';
import { publishedAmount } from '../../../src/domain/publishedAmount.ts';

function centsOf(text: string): number {
  const bytes = new TextEncoder().encode(text);
  const found = new JsonText();
  found.set(bytes, 0, bytes.length, false);
  return plainCents(found);
}

test.each([
  ['36.505', 3651],
  ['1.005', 101],
  ['34.55', 3455],
  ['120', 12_000],
  ['7.', 700],
  ['0.02', 2],
  ['0.014', -1],
  ['0', -1],
  ['-3', -1],
  ['1e2', -1],
  ['999999999', -1],
  ['42949672.95', 0xffffffff],
  ['42949672.96', -1],
  ['', -1],
  ['9', 900],
  ['99', 9900],
  ['999', -1],
  ['99.5', 9950],
  ['998.5', 99_850],
  ['899.5', 89_950],
  ['999.5', -1],
  ['1.2345', 123],
  ['1.235', 124],
  ['1.2349', 123],
  ['0.01', -1],
  ['0.015', 2],
  ['.5', -1],
  ['1,5', -1],
  ['1.5x', -1],
  ['1.:', -1],
  ['1./', -1],
  ['1:', -1],
  ['/', -1],
  [':', -1],
  ['42949672', 4_294_967_200],
  ['42949673', -1],
  ['123456789', -1],
  ['0123456789', -1],
  ['012345678', 1_234_567_800],
  ['012345678.9', 1_234_567_890],
])('%s is %i cents', (text, cents) => {
  expect(centsOf(text)).toBe(cents);
});

test('every amount it gives is the one that all readers give', () => {
  const digit = fc.constantFrom('0', '1', '4', '5', '9', '.', 'e', '-');
  const texts = fc.oneof(
    fc.array(digit, { maxLength: 12 }).map((signs) => signs.join('')),
    fc.tuple(fc.nat(99_999_999), fc.nat(9999)).map(([whole, part]) => `${whole}.${part}`),
  );
  fc.assert(
    fc.property(texts, (text) => {
      const cents = centsOf(text);
      expect(cents < 0 ? publishedAmount(text) : cents).toBe(publishedAmount(text));
    }),
    { numRuns: 3000 },
  );
});
