import { expect, test } from 'vitest';
import type { ContractLine, LineStanding } from '../../src/domain/contract.ts';
import { fullYears, priceVolume, volumeYears } from '../../src/domain/priceVolume.ts';
import { priceVolumeFigure } from '../../src/figures/priceVolumeFigure.ts';
import { contractLine } from '../support/contracts.ts';

const rate = (date: string, amount: number, standing: LineStanding, part: Partial<ContractLine> = {}) =>
  contractLine({
    code: '97110',
    date,
    year: Number(date.slice(0, 4)),
    units: 100,
    terms: { kind: 'dollars', amount: amount * 100 },
    standing,
    ...part,
  });
const replaced = rate('2024-01-01', 29, 'replaced');
const inForce = rate('2026-01-01', 30, 'in-force');
const share = { kind: 'medicare-share', share: 1.05 } as const;

test('a share of Medicare in force since another year is a rate of several years, too', () => {
  expect(fullYears([replaced, inForce])).toEqual([2024, 2026]);
  const older = rate('2025-01-01', 0, 'in-force', { code: '97112', terms: share });
  expect(fullYears([replaced, inForce, older])).toBeUndefined();
  // Only shares in force: no year of dollars to go to.
  expect(fullYears([replaced, rate('2026-01-01', 0, 'in-force', { terms: share })])).toBeUndefined();
});

test('a rate that has yet to begin has brought no revenue, in its own year or in this one', () => {
  const next = rate('2027-06-01', 33, 'to-come');
  const soon = rate('2026-12-01', 31, 'to-come');
  const lines = [replaced, inForce, soon, next];
  expect(volumeYears(lines)).toEqual([2024, 2026]);
  // 100 × 30, without the 100 × 31 of December.
  expect(priceVolume(lines)?.total.after).toBe(300_000);
  expect(priceVolume(lines, [2024, 2027])).toBeUndefined();
  // The first of its service to begin counts as in force.
  expect(volumeYears([replaced, { ...next, payer: 'Cigna', standing: 'in-force' }])).toEqual([2024, 2027]);
});

test('what no revenue can be told of is named with its reason', () => {
  const noteOf = (...more: readonly ContractLine[]) => {
    const years = priceVolume([replaced, inForce, ...more], [2024, 2026]);
    return years && priceVolumeFigure(years, 'a test').notes[0];
  };
  expect(noteOf()).toBe('A year that is not complete in the file shows as fewer units.');
  const silent = rate('2026-01-01', 40, 'in-force', { code: '97140', units: null });
  expect(noteOf(silent)).toBe('1 line is not counted: no volume.');
  expect(
    noteOf(
      silent,
      rate('2026-01-01', 0, 'in-force', { code: '97112', terms: share }),
      rate('', 20, 'in-force', { code: '97035', year: 0 }),
      { ...silent, code: '97530' },
      // Of a third year: not what was asked.
      rate('2025-01-01', 40, 'replaced', { code: '97140', units: null }),
    ),
  ).toBe('4 lines are not counted: no volume (2), no rate in dollars (1) and no year (1).');
});
