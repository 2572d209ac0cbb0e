import { expect, test } from 'vitest';
import { changeSummary } from '../../src/text/changeText.ts';

const was = { id: '2026-11-22.1a2b3c4d', counts: { rates: 27_620 } };
const now = { id: '2026-11-30.9e9c15cc', counts: { rates: 27_621 } };
const held = 'It held 27,620 rates in all; this one holds 27,621 rates.';

test.each([
  [0, 0, /^Neither release has a figure to compare for this view\. It held/],
  [1, 0, /^The one figure compared does not differ from .*2026-11-22/],
  [1, 1, /^The one figure compared differs from /],
  [2, 0, /^None of the 2 figures compared differs from /],
  [2, 1, /^1 of the 2 figures compared differs from /],
  [1200, 2, /^2 of the 1,200 figures compared differ from /],
])('of %i figures compared %i differ', (compared, changed, words) => {
  const said = changeSummary(was, now, compared, changed);
  expect(said).toMatch(words);
  expect(said.endsWith(held)).toBe(true);
});

test('as many rates as before are said once', () => {
  expect(changeSummary(was, was, 2, 0)).toMatch(/Both hold 27,620 rates in all\.$/);
});
