import { describe, expect, test } from 'vitest';
import { gpciColumns, gpciColumnsByPosition } from '../../../src/data/formats/gpciColumns.ts';
import {
  fixedCells,
  fixedLayout,
  fixedWidth,
  layoutOfHeading,
  layoutOfWidth,
  pprrvuColumns,
  pprrvuHeadings,
} from '../../../src/data/formats/pprrvuColumns.ts';
import { editionOf, isTitle, noTitle, readTitle } from '../../../src/data/formats/pprrvuRelease.ts';

describe('columns of the relative value file', () => {
  // As of 2025: 31 columns, of which the headings' last line has these words.
  const heading =
    'HCPCS,MOD,DESCRIPTION,STATUS CODE,FOR MEDICARE PAYMENT,WORK RVU,NON-FAC PE RVU,NON-FAC NA INDICATOR,FACILITY PE RVU,FACILITY NA INDICATOR,MP RVU,NON-FACILITY TOTAL,FACILITY TOTAL,PCTC IND,GLOB DAYS,PRE OP,INTRA OP,POST OP,MULT PROC,BILAT SURG,ASST SURG,CO- SURG,TEAM SURG,ENDO BASE,CONV FACTOR,PHYSICIAN SUPERVISION,CALCULATION FLAG,DIAGNOSTIC,NON-FAC PE,FACILITY PE,MP USED'.split(
      ',',
    );
  const positions = [0, 1, 3, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 18, 24];
  const columns = Object.fromEntries(pprrvuColumns.map((column, at) => [column, positions[at]]));

  test('by their headings, in capitals or not, and however wide their blanks', () => {
    expect(layoutOfHeading(heading)).toEqual({ columns, width: 31 });
    expect(
      layoutOfHeading([...heading.map((name) => ` ${name.toLowerCase().replace(' ', '  ')} `), '', ' ']),
    ).toEqual({
      columns,
      width: 31,
    });
  });

  test('a column more moves those behind it; one less is no layout', () => {
    const more = [...heading.slice(0, 23), 'PRIC IND', ...heading.slice(23)];
    expect(layoutOfHeading(more)).toEqual({ columns: { ...columns, factor: 25 }, width: 32 });
    for (const at of positions)
      expect(layoutOfHeading(heading.filter((_, index) => index !== at))).toBeUndefined();
    expect(layoutOfHeading([])).toBeUndefined();
  });

  test('by their number, where no heading tells', () => {
    expect(layoutOfWidth(31)).toEqual({ columns, width: 31 });
    expect(layoutOfWidth(32)).toEqual({ columns: { ...columns, factor: 25 }, width: 32 });
    for (const width of [0, 30, 33]) expect(layoutOfWidth(width)).toBeUndefined();
  });

  test('by their place in a line of fixed width', () => {
    const cells = {
      code: '97110',
      modifier: 'TC',
      status: 'A',
      workRvu: '0.45',
      nonFacilityPeRvu: '0.41',
      nonFacilityNa: 'NA',
      facilityPeRvu: '0.42',
      facilityNa: 'NA',
      malpracticeRvu: '0.01',
      nonFacilityTotal: '0.87',
      facilityTotal: '0.88',
      pctc: '7',
      globalDays: 'XXX',
      multipleProcedure: '5',
      factor: '33.4009',
    };
    // Ends of the fields by CMS's record layout, from 1.
    const ends = [5, 7, 58, 65, 72, 74, 81, 83, 89, 96, 102, 103, 106, 116, 140];
    let line = '';
    for (const [index, text] of Object.values(cells).entries())
      line = line.padEnd((ends[index] ?? 0) - text.length) + text;
    expect(line.length).toBe(fixedWidth);
    expect(fixedCells(line)).toEqual(Object.values(cells));
    expect(fixedLayout).toEqual({
      columns: Object.fromEntries(pprrvuColumns.map((column, at) => [column, at])),
      width: 15,
    });
    expect(Object.keys(pprrvuHeadings)).toEqual([...pprrvuColumns]);
  });
});

describe('the title of a relative value file', () => {
  const title = (...lines: readonly string[]) => lines.reduce(readTitle, noTitle);

  test('is told by its words', () => {
    expect(isTitle(['', '2026 National Physician Fee Schedule Relative Value File July Release'])).toBe(true);
    expect(isTitle(['Relative Value', 'Fee Schedule'])).toBe(false);
    expect(isTitle([])).toBe(false);
  });

  test.each([
    ['2026 NATIONAL PHYSICIAN FEE SCHEDULE RELATIVE VALUE FILE JULY RELEASE', { year: 2026, letter: 'C' }],
    ['2024 fee schedule relative value file January Corrected Release', { year: 2024, letter: 'A' }],
    ['FEE SCHEDULE RELATIVE VALUE FILE APRIL UPDATED RELEASE 2025', { year: 2025, letter: 'B' }],
    ['FEE SCHEDULE RELATIVE VALUE FILE OCTOBER UPDATE RELEASE', { letter: 'D' }],
    ['FEE SCHEDULE RELATIVE VALUE FILE MARCH RELEASE', {}],
    ['FEE SCHEDULE RELATIVE VALUE FILE JULY', {}],
    ['FEE SCHEDULE RELATIVE VALUE FILE QPP', { participation: 'QP' }],
    ['FEE SCHEDULE RELATIVE VALUE FILE QP', { participation: 'QP' }],
    ['FEE SCHEDULE RELATIVE VALUE FILE NON-QPP', { participation: 'nonQP' }],
    ['FEE SCHEDULE RELATIVE VALUE FILE NONQP', { participation: 'nonQP' }],
    ['FEE SCHEDULE RELATIVE VALUE FILE NON QPP', { participation: 'nonQP' }],
    ['RELEASED 6/30/2026', { released: '2026-06-30' }],
    ['Released: 12/05/2025', { released: '2025-12-05' }],
    ['RELEASED soon', {}],
    ['CPT codes copyright 2025', {}],
  ])('%s', (line, said) => {
    expect(title(line)).toEqual({ ...noTitle, ...said });
  });

  test('a line that says less takes nothing back', () => {
    const first = '2026 FEE SCHEDULE RELATIVE VALUE FILE JULY RELEASE NON-QPP';
    expect(title(first, 'FEE SCHEDULE RELATIVE VALUE', 'RELEASED 6/30/2026')).toEqual({
      year: 2026,
      letter: 'C',
      released: '2026-06-30',
      participation: 'nonQP',
    });
  });
});

describe('the edition of a line', () => {
  test('year, release and group are the title’s', () => {
    const title = { year: 2025, letter: 'D', released: '', participation: null } as const;
    expect(editionOf(title, 323_465)).toEqual({ year: 2025, release: 'RVU25D', appliesTo: 'all' });
    expect(editionOf({ ...title, participation: 'QP' }, 999_999)).toEqual({
      year: 2025,
      release: 'RVU25D',
      appliesTo: 'QP',
    });
  });

  test('without a title the year is that of the factor, and there is no release', () => {
    expect(editionOf(noTitle, 334_009)).toEqual({ year: 2026, release: '', appliesTo: 'nonQP' });
    expect(editionOf(noTitle, 335_675)).toEqual({ year: 2026, release: '', appliesTo: 'QP' });
    expect(editionOf(noTitle, 1)).toEqual({ year: null, release: '', appliesTo: null });
  });

  test('a January file with the later factor of 2024 is the corrected one', () => {
    const january = { year: 2024, letter: 'A', released: '', participation: null } as const;
    expect(editionOf(january, 327_442).release).toBe('RVU24A');
    expect(editionOf(january, 332_875).release).toBe('RVU24AR');
    expect(editionOf({ ...january, letter: 'B' }, 332_875).release).toBe('RVU24B');
    // A factor of another year corrects nothing.
    expect(editionOf({ ...january, year: 2025 }, 332_875).release).toBe('RVU25A');
  });

  test('a factor nobody knows is everyone’s before 2026, and after it nobody’s', () => {
    const of = (year: number) => editionOf({ ...noTitle, year }, 1).appliesTo;
    expect([of(2025), of(2026)]).toEqual(['all', null]);
  });

  test('the release by its day, in the quarter or the month before', () => {
    const release = (released: string) => editionOf({ ...noTitle, year: 2026, released }, 1).release;
    expect(['2025-12-20', '2026-01-05', '2026-02-28'].map(release)).toEqual(['RVU26A', 'RVU26A', 'RVU26A']);
    expect(['2026-03-01', '2026-05-31'].map(release)).toEqual(['RVU26B', 'RVU26B']);
    expect(['2026-06-01', '2026-08-31'].map(release)).toEqual(['RVU26C', 'RVU26C']);
    expect(['2026-09-01', '2026-12-31'].map(release)).toEqual(['RVU26D', 'RVU26D']);
    expect(release('')).toBe('');
    expect(editionOf({ ...noTitle, released: '2026-06-01' }, 1).release).toBe('');
  });
});

describe('columns of the cost index table', () => {
  const names = [
    'Medicare Administrative Contractor (MAC)',
    'State',
    'Locality Number',
    'Locality Name',
    '2026 PW GPCI (with 1.0 Floor)',
    '2026 PE GPCI',
    '2026 MP GPCI',
  ];
  const plain = {
    mac: 0,
    state: 1,
    locality: 2,
    name: 3,
    work: 4,
    workWithoutFloor: null,
    isFloorByValue: false,
    pe: 5,
    malpractice: 6,
    width: 7,
  };

  test('by their headings', () => {
    expect(gpciColumns(names, 2026)).toEqual(plain);
    expect(gpciColumns(names, null)).toEqual(plain);
    expect(
      gpciColumns(
        ['Carrier', 'state', 'locality', ' Locality   Name', 'Work GPCI', 'Practice Expense', 'Malpractice'],
        2026,
      ),
    ).toEqual(plain);
    expect(
      gpciColumns(
        ['MAC', 'State', 'Locality Code', 'Locality Name', 'W (a) GPCI', 'PE (b) GPCI', 'PLI (c) GPCI'],
        null,
      ),
    ).toEqual(plain);
  });

  test('the index without the floor beside the one with it, in either order', () => {
    const without = '2026 PW GPCI (without 1.0 Floor)';
    const [mac, state, locality, name, floored, pe, mp] = names as [string, ...string[]];
    expect(gpciColumns([mac, state, locality, name, without, floored, pe, mp] as string[], 2026)).toEqual({
      ...plain,
      work: 5,
      workWithoutFloor: 4,
      pe: 6,
      malpractice: 7,
      width: 8,
    });
    // Alone it is the index there is.
    expect(gpciColumns([mac, state, locality, name, without, pe, mp] as string[], 2026)).toEqual({
      ...plain,
      workWithoutFloor: 4,
    });
  });

  test('two that no heading tells apart are told by their value', () => {
    const two = [...names.slice(0, 4), 'PW GPCI', 'PW GPCI', 'PE GPCI', 'MP GPCI'];
    expect(gpciColumns(two, 2026)).toEqual({
      ...plain,
      work: 4,
      workWithoutFloor: 5,
      isFloorByValue: true,
      pe: 6,
      malpractice: 7,
      width: 8,
    });
  });

  test('those of another year are not asked', () => {
    const both = [...names.slice(0, 4), '2025 PW GPCI', '2025 PE GPCI', '2025 MP GPCI', ...names.slice(4)];
    expect(gpciColumns(both, 2026)).toEqual({ ...plain, work: 7, pe: 8, malpractice: 9, width: 10 });
    expect(gpciColumns(both, 2025)).toEqual({ ...plain, work: 4, pe: 5, malpractice: 6 });
  });

  test('none without any one of them', () => {
    for (let missing = 0; missing < names.length; missing++)
      expect(
        gpciColumns(
          names.filter((_, index) => index !== missing),
          2026,
        ),
      ).toBeUndefined();
  });

  test('by position: three indices, or four of which the first two are the work index', () => {
    expect(gpciColumnsByPosition(3)).toEqual(plain);
    expect(gpciColumnsByPosition(4)).toEqual({
      ...plain,
      work: 5,
      workWithoutFloor: 4,
      isFloorByValue: true,
      pe: 6,
      malpractice: 7,
      width: 8,
    });
    expect([2, 5].map(gpciColumnsByPosition)).toEqual([undefined, undefined]);
  });
});
