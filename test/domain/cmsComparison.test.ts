import { describe, expect, test } from 'vitest';
import { type CmsTables, cmsComparison } from '../../src/domain/cmsComparison.ts';
import type { ConversionFactor, GpciRow, LocalityCounties, RvuRow } from '../../src/domain/medicareTables.ts';
import { comparisonSentences } from '../../src/text/comparisonText.ts';

const therapy: RvuRow = {
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
};
const manhattan: GpciRow = {
  year: 2026,
  release: 'RVU26C',
  mac: '13202',
  place: 'NY',
  locality: '01',
  name: 'MANHATTAN',
  workGpci: 1064,
  peGpci: 1162,
  malpracticeGpci: 1586,
};
const nonQp: ConversionFactor = {
  year: 2026,
  from: '2026-01-01',
  to: '2026-12-31',
  factor: 334009,
  appliesTo: 'nonQP',
};
const qp: ConversionFactor = { ...nonQp, factor: 335675, appliesTo: 'QP' };
const county: LocalityCounties = {
  year: 2025,
  mac: '13202',
  locality: '01',
  place: 'NY',
  area: 'MANHATTAN',
  counties: 'NEW YORK, BRONX',
};
const release = { rvus: [therapy], gpcis: [manhattan], factors: [nonQp, qp], localities: [county] };
const none: CmsTables = { rvus: [], gpcis: [], factors: [], localities: [], payments: [] };

describe('a table of one’s own beside the release’s', () => {
  test('the same, different with both values, only in one', () => {
    const rvus = [
      { ...therapy, workRvu: 46, status: 'R' },
      { ...therapy, code: '71046', modifier: 'TC' },
    ];
    const other = { ...therapy, code: '97112' };
    const [comparison] = cmsComparison({ ...none, rvus }, { ...release, rvus: [therapy, other] });
    expect(comparison).toEqual({
      table: 'relative values',
      year: 2026,
      against: 'RVU26C',
      same: 0,
      different: 1,
      differences: [
        { key: '97110', column: 'status', file: 'R', release: 'A' },
        { key: '97110', column: 'work RVU', file: '0.46', release: '0.45' },
      ],
      onlyInFile: ['71046-TC'],
      onlyInRelease: ['97112'],
    });
    expect(comparison ? comparisonSentences(comparison) : []).toEqual([
      '2 lines of relative values of 2026 beside the release (RVU26C): 0 the same, 1 different, 1 only in the file, 1 only in the release.',
      '97110, status: R in the file, A in the release.',
      '97110, work RVU: 0.46 in the file, 0.45 in the release.',
    ]);
  });

  test('the release of the same name counts, else the newest of the year; no other year does', () => {
    const rvus = [{ ...therapy, release: 'RVU26A', workRvu: 50 }, therapy];
    const against = (own: RvuRow) =>
      cmsComparison({ ...none, rvus: [own] }, { ...release, rvus }).map((each) => [each.against, each.same]);
    expect(against({ ...therapy, release: 'RVU26A', workRvu: 50 })).toEqual([['RVU26A', 1]]);
    expect(against({ ...therapy, release: 'RVU26B' })).toEqual([['RVU26C', 1]]);
    expect(against({ ...therapy, year: 2027 })).toEqual([['', 0]]);
    const [of2027] = cmsComparison({ ...none, rvus: [{ ...therapy, year: 2027 }] }, release);
    expect(of2027 ? comparisonSentences(of2027) : []).toEqual([
      'The release has no relative values of 2027 to hold these beside.',
    ]);
  });

  test('indices and factors', () => {
    const read = { ...none, gpcis: [{ ...manhattan, peGpci: 1161 }], factors: [nonQp] };
    expect(cmsComparison(read, release)).toMatchObject([
      { table: 'conversion factors', same: 1, different: 0, onlyInRelease: ['33.5675 QP'] },
      {
        table: 'cost indices',
        differences: [{ key: '13202-01', column: 'PE GPCI', file: '1.161', release: '1.162' }],
      },
    ]);
  });

  test('a list of counties that is cut says the same as far as it goes; another year’s serves', () => {
    const cut = { ...county, year: 2026, counties: 'NEW YORK, BR', countiesAreCut: true };
    expect(cmsComparison({ ...none, localities: [cut] }, release)).toMatchObject([
      { table: 'localities', year: 2026, against: 'the table of 2025', same: 1 },
    ]);
    const whole = { ...cut, countiesAreCut: false };
    expect(cmsComparison({ ...none, localities: [whole] }, release)).toMatchObject([{ different: 1 }]);
    expect(cmsComparison({ ...none, localities: [cut] }, { ...release, localities: [] })).toMatchObject([
      { against: '', onlyInFile: ['13202-01'] },
    ]);
  });

  test('amounts: worked with each factor of the year, which tells whose file it is', () => {
    // (0.45 × 1.064 + 0.41 × 1.162 + 0.01 × 1.586) × 33.5675 = 0.97108 × 33.5675 = 32.5967…; the unit after the first
    // with half of the practice expense: 0.73287 × 33.5675 = 24.6006…
    const payment = {
      year: 2026,
      mac: '13202',
      locality: '01',
      code: '97110',
      modifier: '',
      nonFacility: 3260,
      facility: 3260,
      therapyReduced: 2460,
    };
    const of = (...payments: readonly (typeof payment)[]) => cmsComparison({ ...none, payments }, release)[0];
    expect(of(payment)).toMatchObject({
      against: 'the formula with the conversion factor 33.5675',
      same: 1,
      different: 0,
    });
    expect(of(payment, { ...payment, facility: 3261 }, { ...payment, locality: '02' })).toMatchObject({
      same: 1,
      different: 1,
      differences: [{ key: '97110 in 13202-01', column: 'facility amount', file: '32.61', release: '32.60' }],
      onlyInFile: ['97110 in 13202-02'],
    });
    expect(of({ ...payment, year: 2027 })).toMatchObject({ against: '', onlyInFile: ['97110 in 13202-01'] });
  });
});
