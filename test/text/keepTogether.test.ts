import { expect, test } from 'vitest';
import { keepTogether } from '../../src/text/keepTogether.ts';

test('a sign stays with its dollars, n with its number, and nothing else changes', () => {
  expect(keepTogether('BCBS, \u2212$13.50 (\u221217.4%; n 17 here)')).toBe(
    'BCBS, \u2212\u2060$13.50 (\u221217.4%; n\u00a017 here)',
  );
  expect(keepTogether('Cigna, +$17.14')).toBe('Cigna, +\u2060$17.14');
  expect(keepTogether('in 14 states, $3 + $4')).toBe('in 14 states, $3 + $4');
});
