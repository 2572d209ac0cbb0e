import { describe, expect, test } from 'vitest';
import type { GpciLine, LocalityLine, PaymentLine, RvuLine } from '../../../src/data/formats/cmsTables.ts';
import { cmsTablesOf } from '../../../src/data/formats/cmsTablesOf.ts';

const rvu: RvuLine = {
  kind: 'rvu',
  at: 1,
  year: 2026,
  release: 'RVU26C',
  code: '97110',
  modifier: '',
  status: 'A',
  workRvu: 45,
  nonFacilityPeRvu: 41,
  facilityPeRvu: 41,
  malpracticeRvu: 1,
  multipleProcedure: '5',
  nonFacilityNa: false,
  facilityNa: false,
  nonFacilityTotal: 87,
  facilityTotal: 87,
  pctc: '0',
  globalDays: 'XXX',
  factor: 334_009,
  appliesTo: 'nonQP',
};
const gpci: GpciLine = {
  kind: 'gpci',
  at: 1,
  year: 2026,
  mac: '02102',
  place: 'AK',
  locality: '01',
  name: 'ALASKA',
  workGpci: 1500,
  peGpci: 1065,
  malpracticeGpci: 551,
  workGpciWithoutFloor: null,
  mark: '*',
};
const county: LocalityLine = {
  kind: 'locality',
  at: 1,
  year: 2025,
  mac: '02102',
  locality: '01',
  place: 'AK',
  area: 'STATEWIDE',
  counties: 'ALL COUNTIES',
  stateName: 'ALASKA',
  servedByTwoCarriers: false,
  countiesAreCut: false,
};
const payment: PaymentLine = {
  kind: 'payment',
  at: 1,
  year: 2026,
  mac: '02102',
  locality: '01',
  code: '97110',
  modifier: '',
  nonFacility: 3706,
  facility: 3706,
  therapyReduced: 2954,
  status: 'A',
  multipleProcedure: '5',
  pctc: '0',
  therapyReducedInstitutional: 2954,
  oppsNonFacility: null,
  oppsFacility: null,
};

describe('one line a key', () => {
  test('lines of four kinds come as four tables; the year and what repeats is counted', () => {
    const tables = cmsTablesOf([rvu, gpci, county, payment, { ...gpci, at: 2 }, { ...county, year: null }]);
    expect(tables.rvus).toEqual([rvu]);
    expect(tables.gpcis).toEqual([{ ...gpci, release: 'RVU26C' }]);
    expect(tables.localities).toEqual([county]);
    expect(tables.payments).toEqual([payment]);
    expect([tables.withoutYear, tables.repeated]).toEqual([1, 1]);
  });

  test('other years, codes, modifiers, releases and localities are other keys', () => {
    const rvus = [
      rvu,
      { ...rvu, year: 2025 },
      { ...rvu, code: '97112' },
      { ...rvu, modifier: 'TC' },
      { ...rvu, release: 'RVU26D' },
    ];
    const gpcis = [gpci, { ...gpci, year: 2025 }, { ...gpci, mac: '1' }, { ...gpci, locality: '2' }];
    const localities = [
      county,
      { ...county, year: 2024 },
      { ...county, mac: '1' },
      { ...county, locality: '2' },
    ];
    const payments = [
      payment,
      { ...payment, code: '97112' },
      { ...payment, locality: '2' },
      { ...payment, modifier: 'TC' },
    ];
    const tables = cmsTablesOf([...rvus, ...gpcis, ...localities, ...payments]);
    expect(tables.rvus).toHaveLength(5);
    expect([tables.gpcis.length, tables.localities.length, tables.payments.length]).toEqual([4, 4, 4]);
    expect(tables.repeated).toBe(0);
  });

  test('of several the first, unless another says more', () => {
    const at = (lines: Parameters<typeof cmsTablesOf>[0]) => {
      const { rvus, gpcis, localities, payments } = cmsTablesOf(lines);
      return [...rvus, ...gpcis, ...localities, ...payments].map((line) => line.at);
    };
    expect(at([rvu, { ...rvu, at: 2 }])).toEqual([1]);
    // Relative values for everyone else come before those for participants, in either order.
    const qp = { ...rvu, at: 2, appliesTo: 'QP', factor: 335_675 } as const;
    expect([at([qp, rvu]), at([rvu, qp]), at([qp, { ...qp, at: 3 }])]).toEqual([[1], [1], [2]]);
    const both = { ...gpci, at: 2, workGpciWithoutFloor: 990 };
    expect([at([gpci, both]), at([both, gpci])]).toEqual([[2], [2]]);
    const cut = { ...county, at: 2, countiesAreCut: true };
    const unnamed = { ...county, at: 3, stateName: '' };
    expect([at([cut, county]), at([unnamed, county]), at([county, cut]), at([cut, unnamed])]).toEqual([
      [1],
      [1],
      [1],
      [2],
    ]);
    expect(at([payment, { ...payment, at: 2 }])).toEqual([1]);
  });
});

describe('the release of lines that state none', () => {
  const unstated = { ...rvu, release: '' };

  test('is the one other lines of the year state, else the year’s package', () => {
    const release = (lines: Parameters<typeof cmsTablesOf>[0]) =>
      cmsTablesOf(lines).rvus.map((line) => `${line.code} ${line.release}`);
    expect(release([unstated])).toEqual(['97110 RVU26']);
    expect(release([{ ...unstated, code: '97112' }, rvu])).toEqual(['97110 RVU26C', '97112 RVU26C']);
    expect(release([{ ...unstated, year: 2025, code: '97112' }, rvu])).toEqual([
      '97110 RVU26C',
      '97112 RVU25',
    ]);
    expect(cmsTablesOf([gpci]).gpcis[0]?.release).toBe('RVU26');
    expect(cmsTablesOf([gpci, rvu]).gpcis[0]?.release).toBe('RVU26C');
  });

  test('gives way to a line of the same code and year that states one', () => {
    const tables = cmsTablesOf([unstated, { ...rvu, at: 2 }]);
    expect(tables.rvus.map(({ at }) => at)).toEqual([2]);
    expect(tables.repeated).toBe(1);
    expect(cmsTablesOf([{ ...unstated, modifier: 'TC' }, rvu]).rvus).toHaveLength(2);
  });
});

describe('factors', () => {
  test('those the lines carry, once each, in order of their days', () => {
    const lines = [
      rvu,
      { ...rvu, code: '97112' },
      { ...rvu, code: '97113', factor: 335_675, appliesTo: 'QP' },
      { ...rvu, year: 2024, factor: 332_875, appliesTo: 'all' },
      { ...rvu, year: 2024, factor: 327_442, appliesTo: 'all' },
    ] as const;
    expect(cmsTablesOf(lines).factors).toEqual([
      { year: 2024, from: '2024-01-01', to: '2024-03-08', factor: 327_442, appliesTo: 'all' },
      { year: 2024, from: '2024-03-09', to: '2024-12-31', factor: 332_875, appliesTo: 'all' },
      { year: 2026, from: '2026-01-01', to: '2026-12-31', factor: 334_009, appliesTo: 'nonQP' },
      { year: 2026, from: '2026-01-01', to: '2026-12-31', factor: 335_675, appliesTo: 'QP' },
    ]);
  });

  test('one that is not known, or known of another year, is of the whole year', () => {
    expect(cmsTablesOf([{ ...rvu, year: 2027, factor: 340_000 }]).factors).toEqual([
      { year: 2027, from: '2027-01-01', to: '2027-12-31', factor: 340_000, appliesTo: 'nonQP' },
    ]);
    expect(cmsTablesOf([{ ...rvu, year: 2025, factor: 327_442 }]).factors).toMatchObject([
      { from: '2025-01-01', to: '2025-12-31' },
    ]);
  });

  test('one of which nothing says whom it is for is none', () => {
    expect(cmsTablesOf([{ ...rvu, appliesTo: null }]).factors).toEqual([]);
  });
});
