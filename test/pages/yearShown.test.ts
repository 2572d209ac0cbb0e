import { expect, test } from 'vitest';
import { unreadYear, yearShown } from '../../src/pages/yearShown.ts';

const years = [2020, 2024, 2026];

test.each([
  [null, 2026, []],
  [2024, 2024, []],
  [2026, 2026, []],
  [
    2019,
    2026,
    [
      {
        part: 'medicare=2019',
        reason: 'this release has fee schedules for 2020 to 2026; 2026 is shown',
      },
    ],
  ],
])('of %j asked for, %d is shown', (asked, shown, unread) => {
  expect(yearShown(asked, years)).toBe(shown);
  expect(unreadYear(asked, years)).toEqual(unread);
});
