import { expect, test } from 'vitest';
import { movedVintage } from '../../src/domain/movedVintage.ts';

test.each([
  ['from', 2022, { from: 2022, to: 2024 }],
  ['from', 2024, { from: 2024, to: 2024 }],
  ['from', 2025, { from: 2025, to: 2025 }],
  ['from', null, { from: null, to: 2024 }],
  ['to', 2025, { from: 2021, to: 2025 }],
  ['to', 2021, { from: 2021, to: 2021 }],
  ['to', 2020, { from: 2020, to: 2020 }],
  ['to', null, { from: 2021, to: null }],
] as const)('2021 to 2024 with its %s at %s', (end, year, moved) => {
  expect(movedVintage({ from: 2021, to: 2024 }, end, year)).toEqual(moved);
});

test('an open end takes nothing along', () => {
  expect(movedVintage({ from: null, to: null }, 'from', 2024)).toEqual({ from: 2024, to: null });
  expect(movedVintage({ from: null, to: null }, 'to', 2024)).toEqual({ from: null, to: 2024 });
});
