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

  test('years apart and in order; a year the release has no table of', () => {
    const years = (rows: readonly RvuRow[]) =>
      cmsComparison({ ...none, rvus: rows }, release).map(
        ({ year, against, same, onlyInFile, onlyInRelease }) => [
          year,
          against,
          same,
          onlyInFile,
          onlyInRelease,
        ],
      );
    expect(
      years([
        { ...therapy, year: 2027, release: 'RVU27A' },
        therapy,
        { ...therapy, year: 2025, release: '' },
      ]),
    ).toEqual([
      [2025, '', 0, ['97110'], []],
      [2026, 'RVU26C', 1, [], []],
      [2027, '', 0, ['97110'], []],
    ]);
    expect(cmsComparison(none, release)).toEqual([]);
  });

  test('values of two releases are held apart, each against its own', () => {
    const later = { ...therapy, release: 'RVU26D', workRvu: 46 };
    const found = cmsComparison({ ...none, rvus: [therapy, later] }, { ...release, rvus: [therapy, later] });
    expect(found.map(({ against, same, different }) => [against, same, different])).toEqual([
      ['RVU26C', 1, 0],
      ['RVU26D', 1, 0],
    ]);
  });

  test('cost indices and factors of a year the release lacks are only in the file', () => {
    const found = cmsComparison(
      { ...none, gpcis: [{ ...manhattan, year: 2030 }], factors: [{ ...nonQp, year: 2030 }] },
      release,
    );
    expect(found).toMatchObject([
      {
        table: 'conversion factors',
        year: 2030,
        against: '',
        onlyInFile: ['33.4009 nonQP'],
        onlyInRelease: [],
      },
      { table: 'cost indices', year: 2030, against: '', onlyInFile: ['13202-01'], onlyInRelease: [] },
    ]);
  });

  test('each cell of a line of indices, of values and of localities', () => {
    const columnsOf = (read: Partial<CmsTables>) =>
      cmsComparison({ ...none, ...read }, release)[0]?.differences.map(({ column, file, release: ours }) => [
        column,
        file,
        ours,
      ]);
    expect(
      columnsOf({
        gpcis: [{ ...manhattan, place: 'NJ', name: 'QUEENS', workGpci: 1, peGpci: 20, malpracticeGpci: 300 }],
      }),
    ).toEqual([
      ['state', 'NJ', 'NY'],
      ['name', 'QUEENS', 'MANHATTAN'],
      ['work GPCI', '0.001', '1.064'],
      ['PE GPCI', '0.020', '1.162'],
      ['MP GPCI', '0.300', '1.586'],
    ]);
    expect(
      columnsOf({
        rvus: [
          { ...therapy, nonFacilityPeRvu: 1, facilityPeRvu: 2, malpracticeRvu: 3, multipleProcedure: '0' },
        ],
      }),
    ).toEqual([
      ['non-facility PE RVU', '0.01', '0.41'],
      ['facility PE RVU', '0.02', '0.41'],
      ['MP RVU', '0.03', '0.01'],
      ['multiple procedure indicator', '0', '5'],
    ]);
    expect(
      columnsOf({
        localities: [{ ...county, place: 'NJ', area: 'A', counties: 'B', countiesAreCut: false }],
      }),
    ).toEqual([
      ['state', 'NJ', 'NY'],
      ['area', 'A', 'MANHATTAN'],
      ['counties', 'B', 'NEW YORK, BRONX'],
    ]);
  });

  test('a list that is cut otherwise than the release’s is different, and so is a whole one that is shorter', () => {
    const of = (counties: string, countiesAreCut: boolean) =>
      cmsComparison({ ...none, localities: [{ ...county, counties, countiesAreCut }] }, release)[0];
    expect(of('NEW YORK, BR', true)).toMatchObject({ same: 1, different: 0 });
    expect(of('NEW YORK, QU', true)).toMatchObject({ same: 0, different: 1 });
    expect(of('NEW YORK, BR', false)).toMatchObject({ same: 0, different: 1 });
    expect(
      cmsComparison(
        { ...none, localities: [{ ...county, locality: '77', counties: '', countiesAreCut: true }] },
        release,
      )[0],
    ).toMatchObject({ onlyInFile: ['13202-77'], onlyInRelease: ['13202-01'], against: 'the table of 2025' });
  });

  test('amounts that no factor makes are held against the one that made most of the others', () => {
    // With 33.4009: 0.97108 × 33.4009 = 32.4349…, 0.73287 × 33.4009 = 24.4785….
    const ours = {
      year: 2026,
      mac: '13202',
      locality: '01',
      code: '97110',
      modifier: '',
      nonFacility: 3243,
      facility: 3243,
      therapyReduced: 2448,
    };
    const of = (payments: CmsTables['payments'], tables = release) =>
      cmsComparison({ ...none, payments }, tables)[0];
    expect(of([ours, ours, { ...ours, nonFacility: 1 }])).toMatchObject({
      against: 'the formula with the conversion factor 33.4009',
      same: 2,
      different: 1,
      differences: [{ column: 'non-facility amount', file: '0.01', release: '32.43' }],
    });
    // Without one that fits, the first of the year.
    expect(of([{ ...ours, therapyReduced: null }])).toMatchObject({
      same: 0,
      different: 1,
      differences: [{ column: 'therapy-reduced amount', file: 'none', release: '24.48' }],
    });
    expect(of([ours], { ...release, factors: [] })).toMatchObject({
      against: '',
      onlyInFile: ['97110 in 13202-01'],
      onlyInRelease: [],
      differences: [],
    });
    expect(of([{ ...ours, modifier: 'TC' }])?.onlyInFile).toEqual(['97110-TC in 13202-01']);
    // Two tables of the year: any that fits will do.
    const two = { ...release, rvus: [therapy, { ...therapy, release: 'RVU26D', workRvu: 99 }] };
    expect(of([ours], two)).toMatchObject({ same: 1, different: 0 });
    // Values and indices of other years make nothing.
    const others = {
      ...release,
      rvus: [therapy, { ...therapy, year: 2025, workRvu: 99 }],
      gpcis: [manhattan, { ...manhattan, year: 2025, workGpci: 1 }],
      factors: [nonQp, { ...nonQp, year: 2025, factor: 1 }],
    };
    expect(of([ours], others)).toMatchObject({ same: 1, different: 0 });
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
