import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { medicareAmount, nationalPaymentAmount } from '../../src/domain/medicareAmount.ts';
import type { ConversionFactor, GpciRow, RvuRow } from '../../src/domain/medicareTables.ts';
import { parseDollars, roundHalfAwayFromZero } from '../../src/domain/money.ts';
import { summarize } from '../../src/stats/summary.ts';
import { shippedSchedule } from '../support/releaseData.ts';

const schedule = shippedSchedule();

function amountsOf(code: string, year: number, place: string | null, onDate?: string) {
  const cell = schedule.amounts(code, year, place, onDate === undefined ? {} : { onDate });
  if (cell.kind === 'absent') throw new Error(cell.detail);
  return cell.value;
}

describe('amounts CMS itself published for Alaska 2025 (payment file PFAK25A)', () => {
  const official = readFileSync(
    new URL('../../sources/cms-pfs/official-amounts-check.csv', import.meta.url),
    'utf8',
  )
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.slice(line.lastIndexOf('"') + 2).split(',')); // the source column is quoted and first

  it('covers all 55 rows', () => {
    expect(official).toHaveLength(55);
  });
  it.each(official)(
    '%s locality %s/%s %s: %s matches to the cent',
    (year, _mac, locality, place, code, nonFacility, facility, reduced) => {
      const [row] = amountsOf(code, Number(year), place);
      expect(row?.locality.locality).toBe(locality);
      expect(row?.amount.nonFacility).toBe(parseDollars(nonFacility));
      expect(row?.amount.facility).toBe(parseDollars(facility));
      expect(row?.amount.therapyReduced ?? undefined).toBe(parseDollars(reduced ?? ''));
    },
  );
});

describe('97755 over the localities (figures of the CMS tables, field guide 5.1)', () => {
  const expected = [
    // year, localities, mean, P25, median, P75, Alaska, national payment amount
    [2020, 112, 4037, 3837, 4001, 4156, 5220, 3934],
    [2021, 112, 3980, 3779, 3944, 4109, 5121, 3873],
    [2022, 112, 3987, 3781, 3947, 4113, 5118, 3876],
    [2023, 112, 4015, 3800, 3961, 4133, 5093, 3897],
    [2024, 109, 3934, 3728, 3878, 4022, 4970, 3828],
    [2025, 109, 3856, 3653, 3801, 3943, 4865, 3752],
    [2026, 109, 3885, 3680, 3814, 3967, 4903, 3774],
  ] as const;
  it.each(expected)('%s', (year, localities, mean, p25, median, p75, alaska, national) => {
    const amounts = amountsOf('97755', year, null).map(({ amount }) => amount.nonFacility);
    const summary = summarize(amounts);
    expect(amounts).toHaveLength(localities);
    expect([summary.mean, summary.p25, summary.median, summary.p75].map(roundHalfAwayFromZero)).toEqual([
      mean,
      p25,
      median,
      p75,
    ]);
    expect(amountsOf('97755', year, 'AK').map(({ amount }) => amount.nonFacility)).toEqual([alaska]);
    const rvu = schedule.relativeValues('97755', year);
    const factor = schedule.factor(year);
    if (rvu.kind === 'absent' || !factor) throw new Error('no relative values');
    expect(nationalPaymentAmount(rvu.value, factor).nonFacility).toBe(national);
  });

  it('2024 before March 9 uses the first factor: Alaska 48.89, mean 38.69', () => {
    const amounts = amountsOf('97755', 2024, null, '2024-02-01').map(({ amount }) => amount.nonFacility);
    expect(roundHalfAwayFromZero(summarize(amounts).mean)).toBe(3869);
    expect(amountsOf('97755', 2024, 'AK', '2024-03-08')[0]?.amount.nonFacility).toBe(4889);
    expect(amountsOf('97755', 2024, 'AK', '2024-03-09')[0]?.amount.nonFacility).toBe(4970);
  });
  it('2026 with the QP factor: mean 39.04, P25 36.99, P75 39.87, Alaska 49.28', () => {
    const cell = schedule.amounts('97755', 2026, null, { participation: 'QP' });
    if (cell.kind === 'absent') throw new Error(cell.detail);
    const amounts = cell.value.map(({ amount }) => amount.nonFacility);
    const summary = summarize(amounts);
    expect([summary.mean, summary.p25, summary.p75].map(roundHalfAwayFromZero)).toEqual([3904, 3699, 3987]);
    expect(cell.value.find(({ locality }) => locality.place === 'AK')?.amount.nonFacility).toBe(4928);
  });
});

describe('therapy reduction, national 2024 (field guide 3.7)', () => {
  it.each([
    ['97755', 3828, 2979],
    ['97750', 3395, 2463],
    ['97760', 4760, 3229],
  ])('%s: first unit and later unit', (code, full, reduced) => {
    const rvu = schedule.relativeValues(code, 2024);
    const factor = schedule.factor(2024);
    if (rvu.kind === 'absent' || !factor) throw new Error('no relative values');
    const amount = nationalPaymentAmount(rvu.value, factor);
    expect([amount.nonFacility, amount.therapyReduced]).toEqual([full, reduced]);
  });
});

it('97760 in North Carolina 2024 is 45.22, the amount a published payer table prints', () => {
  expect(amountsOf('97760', 2024, 'NC').map(({ amount }) => amount.nonFacility)).toEqual([4522]);
});

describe('why Medicare has no amount', () => {
  it.each([
    ['97010', 'bundles'],
    ['97014', 'not valid for Medicare'],
    ['97039', 'contractor'],
    ['N801', 'not in the 2026 Medicare tables'],
  ])('%s', (code, words) => {
    const cell = schedule.amounts(code, 2026, null);
    expect(cell).toMatchObject({
      kind: 'absent',
      reason: 'not-priced',
      detail: expect.stringContaining(words),
    });
  });
  it('a year outside the tables and a date outside the factors', () => {
    expect(schedule.amounts('97110', 2019, null)).toMatchObject({ kind: 'absent' });
    expect(schedule.amounts('97110', 2025, null, { onDate: '2026-01-01' })).toMatchObject({
      kind: 'absent',
      detail: 'no conversion factor for 2026-01-01 in this release',
    });
    expect(schedule.amounts('97110', 2025, 'GU')).toMatchObject({ kind: 'absent' });
  });
});

describe('properties', () => {
  const rvuOf = (work: number, pe: number, facilityPe: number, mp: number): RvuRow => ({
    year: 2026,
    release: 'x',
    code: '00000',
    modifier: '',
    status: 'A',
    workRvu: work,
    nonFacilityPeRvu: pe,
    facilityPeRvu: facilityPe,
    malpracticeRvu: mp,
    multipleProcedure: '5',
  });
  const part = fc.integer({ min: 0, max: 50_000 });
  const index = fc.integer({ min: 300, max: 2500 });
  it('equals the formula in big integers, rounded once half up', () => {
    fc.assert(
      fc.property(
        part,
        part,
        part,
        index,
        index,
        index,
        fc.integer({ min: 200_000, max: 500_000 }),
        (w, p, m, wg, pg, mg, cf) => {
          const gpci: GpciRow = {
            year: 2026,
            release: '',
            mac: '',
            place: 'AK',
            locality: '',
            name: '',
            workGpci: wg,
            peGpci: pg,
            malpracticeGpci: mg,
          };
          const factor: ConversionFactor = { year: 2026, from: '', to: '', factor: cf, appliesTo: 'all' };
          const units =
            (BigInt(w) * BigInt(wg) + BigInt(p) * BigInt(pg) + BigInt(m) * BigInt(mg)) * BigInt(cf);
          const expected = (units + 5_000_000n) / 10_000_000n;
          const amount = medicareAmount(rvuOf(w, p, p, m), gpci, factor);
          expect(BigInt(amount.nonFacility)).toBe(expected);
          expect(amount.facility).toBe(amount.nonFacility);
          expect(amount.therapyReduced as number).toBeLessThanOrEqual(amount.nonFacility);
        },
      ),
    );
  });
});
