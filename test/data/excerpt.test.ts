import { expect, test } from 'vitest';
import { excerpt } from '../../src/data/excerpt.ts';

test('eighty characters are quoted whole, of more the first 79', () => {
  const eighty = 'x'.repeat(80);
  expect([excerpt(''), excerpt(eighty), excerpt(`${eighty}y`)]).toEqual(['', eighty, `${'x'.repeat(79)}…`]);
});
