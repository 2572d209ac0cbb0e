import fc from 'fast-check';
import { expect, test } from 'vitest';
import { keepTogether } from '../../src/text/keepTogether.ts';
import { formatMoney, formatSignedMoney } from '../../src/text/numbers.ts';

test('a sign stays with its dollars, n with its number, and nothing else changes', () => {
  expect(keepTogether('BCBS, \u2212$13.50 (\u221217.4%; n 17 here)')).toBe(
    'BCBS, \u2212\u2060$13.50 (\u221217.4%; n\u00a017 here)',
  );
  expect(keepTogether('Cigna, +$17.14')).toBe('Cigna, +\u2060$17.14');
  expect(keepTogether('in 14 states, $3 + $4')).toBe('in 14 states, $3 + $4');
});

test('a release’s id stays in one piece; a date may break', () => {
  expect(keepTogether('of release 2026-11-28.0b9d1302 (2026-11-28).')).toBe(
    'of release 2026-\u206011-\u206028.0b9d1302 (2026-11-28).',
  );
});

test('nothing but the joiner and the fixed space is added: read aloud or searched it is the same sentence', () => {
  fc.assert(
    fc.property(
      fc.string({
        unit: fc.constantFrom('n', ' ', '1', '$', '+', '\u2212', 'a', '.', '2026-11-28.0b9d1302'),
      }),
      (sentence) => {
        const plain = sentence.replaceAll(/[\u2060\u00a0]/g, '');
        expect(keepTogether(plain).replaceAll('\u2060', '').replaceAll('\u00a0', ' ')).toBe(plain);
      },
    ),
  );
});

test('amounts themselves stay plain, so that exports and copies of cells are clean', () => {
  for (const cents of [-1350, 1350, 0, -0.4]) {
    expect(`${formatMoney(cents)}${formatSignedMoney(cents)}`).not.toMatch(/[\u2060\u00a0]/);
  }
});
