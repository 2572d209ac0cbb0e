import { describe, expect, test } from 'vitest';
import type { GpciLine, LocalityLine, RvuLine } from '../../../src/data/formats/cmsTables.ts';
import type { FormatId } from '../../../src/data/formats/formatReader.ts';
import { readCms } from '../../support/cmsFiles.ts';
import { rvuCells, rvuLine } from '../../support/therapyLines.ts';

const read = <Line extends GpciLine | LocalityLine | RvuLine>(as: FormatId, ...lines: readonly string[]) =>
  readCms<Line>(`${lines.join('\n')}\n`, { as });

describe('a line of cost indices', () => {
  const title = 'ADDENDUM E. FINAL CY 2019 GEOGRAPHIC PRACTICE COST INDICES (GPCIs)';
  const heading = 'MAC,State,Locality Number,Locality Name,2019 PW GPCI,2019 PE GPCI,2019 MP GPCI';
  const table = (...lines: readonly string[]) => read<GpciLine>('gpci', title, heading, ...lines);
  const why = async (line: string) => {
    const { account } = await table(line);
    return account.problems
      .filter(({ leftOut }) => leftOut)
      .map(({ column, found, message }) => [column, found, message]);
  };
  const noIndex = 'This is not an index with at most three decimals, between 0.1 and 5.';

  test('is read with its zeros, its mark and its indices in thousandths', async () => {
    const { lines, account } = await table('2102,ak,1,ALASKA  SOUTH *,1.5,1.065,0.551');
    expect(lines).toEqual([
      {
        kind: 'gpci',
        at: 3,
        year: 2019,
        mac: '02102',
        place: 'AK',
        locality: '01',
        name: 'ALASKA SOUTH',
        workGpci: 1500,
        workGpciWithoutFloor: null,
        peGpci: 1065,
        malpracticeGpci: 551,
        mark: '*',
      },
    ]);
    expect(account).toMatchObject({ present: 1, read: 1 });
  });

  test.each([
    ['123456,AK,01,A,1,1,1', [['', '', 'No line of this table was found in the file.']]],
    ['123,AL,00,A,1,1,1', []],
    [
      '02102,ZZ,01,A,1,1,1',
      [['State', 'ZZ', 'This is not the postal code of one of the 53 places, such as TX.']],
    ],
    ['02102,AK,123,A,1,1,1', [['Locality Number', '123', 'This is not a locality number of two digits.']]],
    ['02102,AK,x,A,1,1,1', [['Locality Number', 'x', 'This is not a locality number of two digits.']]],
    ['02102,AK,01,,1,1,1', [['Locality Name', '', 'The locality has no name.']]],
    ['02102,AK,01,**,1,1,1', [['Locality Name', '', 'The locality has no name.']]],
    ['02102,AK,01,A,0.099,1,1', [['work GPCI', '0.099', noIndex]]],
    ['02102,AK,01,A,1,5.001,1', [['PE GPCI', '5.001', noIndex]]],
    ['02102,AK,01,A,1,1,', [['MP GPCI', '', noIndex]]],
    ['02102,AK,01,A,1.0001,1,1', [['work GPCI', '1.0001', noIndex]]],
    [
      '02102,AK,01,A,1,1',
      [['', '02102,AK,01,A,1,1', 'The line is cut off or has no columns that are known.']],
    ],
  ])('%s', async (line, told) => {
    // Six digits are no line of the table, three are one without its zeros.
    expect(await why(line)).toEqual(told);
  });

  test('from 0.1 to 5, both included', async () => {
    const { lines } = await table('02102,AK,01,A,0.1,5,5.000');
    expect(lines).toMatchObject([{ workGpci: 100, peGpci: 5000, malpracticeGpci: 5000 }]);
  });

  test('with the floor below what it is without is told and stays', async () => {
    const floors = '2019 PW GPCI (without 1.0 Floor),2019 PW GPCI (with 1.0 Floor)';
    const { lines, account } = await read<GpciLine>(
      'gpci',
      title,
      heading.replace('2019 PW GPCI', floors),
      '10112,AL,00,A,1.100,1.000,1,1',
      '01112,CA,05,B,0.990,1.000,1,1',
    );
    expect(lines.map(({ workGpci, workGpciWithoutFloor }) => [workGpci, workGpciWithoutFloor])).toEqual([
      [1000, 1100],
      [1000, 990],
    ]);
    expect(account.problems).toMatchObject([
      {
        line: 3,
        column: 'work GPCI',
        found: '1.000',
        message: 'The work index without the floor is above the one with it.',
        leftOut: false,
      },
    ]);
  });

  test('below the table a full line that begins otherwise is told, a footnote is not', async () => {
    const { account } = await table(
      '10112,AL,00,A,1,1,1',
      'note 1,2,3,4,5',
      'MAC Assignments as of 2019,,,',
      'a,b,c,d,',
    );
    expect(account).toMatchObject({
      present: 2,
      read: 1,
      leftOut: { unreadable: 1 },
      problems: [{ line: 4, found: 'note 1', message: 'This is not a contractor number.' }],
    });
  });

  test('headings nobody knows leave columns to their position, or every line out', async () => {
    const odd = 'a,b,c,d,e,f,g';
    const byPosition = await read<GpciLine>('gpci', title, odd, '02102,AK,01,A,1.5,1.1,0.9');
    expect(byPosition.lines).toMatchObject([{ workGpci: 1500, peGpci: 1100, malpracticeGpci: 900 }]);
    expect(byPosition.account.notes).toContain(
      'The headings were not understood; columns were taken by their position.',
    );
    const none = await read<GpciLine>('gpci', title, odd, '02102,AK,01,A,1.5,1.1');
    expect(none.lines).toEqual([]);
    expect(none.account.problems[0]).toMatchObject({
      line: 2,
      found: ' a, b, c, d, e, f, g',
      message: 'The headings lack columns of a cost index table, so no line can be read.',
    });
  });

  test('without a year anywhere that is said', async () => {
    const { account } = await read<GpciLine>(
      'gpci',
      heading.replaceAll('2019 ', ''),
      '02102,AK,01,A,1.5,1,1',
    );
    expect(account.notes).toContain('The file does not say of which year its indices are.');
  });
});

describe('a line of localities', () => {
  const title = 'COUNTIES INCLUDED IN 2025 LOCALITIES';
  const heading = 'Medicare Administrative Contractor,Locality Number,State,Fee Schedule Area,Counties';
  const table = (...lines: readonly string[]) => read<LocalityLine>('locco', title, heading, ...lines);

  test('is read with its zeros, its blanks closed up, and the mark of two carriers', async () => {
    const { lines } = await table('2102,1,ALASKA,STATEWIDE  AREA *,ALL   COUNTIES');
    expect(lines).toEqual([
      {
        kind: 'locality',
        at: 3,
        year: 2025,
        mac: '02102',
        locality: '01',
        place: 'AK',
        stateName: 'ALASKA',
        area: 'STATEWIDE AREA',
        counties: 'ALL COUNTIES',
        servedByTwoCarriers: true,
        countiesAreCut: false,
      },
    ]);
  });

  test.each([
    ['02102,123,ALASKA,A,B', 'Locality Number', '123', 'This is not a locality number of two digits.'],
    ['02102,x,ALASKA,A,B', 'Locality Number', 'x', 'This is not a locality number of two digits.'],
    ['02102,01,GUAM,A,B', 'State', 'GUAM', 'No place of the fee schedule has this name.'],
    ['02102,01,ALASKA,A,', 'Counties', '', 'The line is cut off: it names no counties.'],
    ['02102,01,ALASKA,A', 'Counties', '', 'The line is cut off: it names no counties.'],
    ['99999,01,,A,B', 'State', '', 'No state is named, and the contractor’s number is not known.'],
  ])('%s', async (line, column, found, message) => {
    const { lines, account } = await table(line);
    expect(lines).toEqual([]);
    expect(account).toMatchObject({
      present: 1,
      leftOut: { unreadable: 1 },
      problems: [{ line: 3, column, found, message, leftOut: true }],
    });
  });

  test('columns in another order are found by their headings', async () => {
    const { lines } = await read<LocalityLine>(
      'locco',
      title,
      'Carrier,State,Locality,Counties,Area',
      '02102,ALASKA,01,ALL COUNTIES,STATEWIDE',
    );
    expect(lines).toMatchObject([
      { locality: '01', place: 'AK', area: 'STATEWIDE', counties: 'ALL COUNTIES' },
    ]);
  });

  test('a title without a year says so in the end', async () => {
    const { account } = await read<LocalityLine>(
      'locco',
      'COUNTIES INCLUDED IN LOCALITIES',
      heading,
      '02102,01,ALASKA,A,B',
    );
    expect(account.notes).toEqual(['The file does not say of which year it is.']);
  });
});

describe('a line of relative values', () => {
  const title = '2026 National Physician Fee Schedule Relative Value File July Release nonQPP';
  const heading =
    'HCPCS,MOD,STATUS CODE,WORK RVU,NON-FAC PE RVU,NON-FAC NA INDICATOR,FACILITY PE RVU,FACILITY NA INDICATOR,MP RVU,NON-FACILITY TOTAL,FACILITY TOTAL,PCTC IND,GLOB DAYS,MULT PROC,CONV FACTOR';
  const cells = rvuCells.with(7, '');
  const line = (change: Readonly<Record<number, string>> = {}) =>
    cells.map((cell, index) => change[index] ?? cell).join(',');
  const table = (...lines: readonly string[]) => read<RvuLine>('pprrvu', title, heading, ...lines);

  test('is read in hundredths, with its release and whom its factor is for', async () => {
    const { lines, account } = await table(line());
    expect(lines).toEqual([{ ...rvuLine, facilityNa: false }]);
    expect(account.notes).toEqual([
      '1 line of RVU26C with the conversion factor 33.4009, nonQP, for everyone who is not a qualifying participant of an advanced payment model.',
    ]);
  });

  test('zeros in front that a spreadsheet took, small letters, NA and totals that are not there', async () => {
    const { lines } = await table(
      line({ 0: '100', 1: 'tc', 5: 'na', 9: '', 10: '', 12: '90' }),
      line({ 0: '0042t' }),
    );
    expect(lines).toMatchObject([
      {
        code: '00100',
        modifier: 'TC',
        nonFacilityNa: true,
        nonFacilityTotal: null,
        facilityTotal: null,
        globalDays: '090',
      },
      { code: '0042T' },
    ]);
  });

  const hundredths = 'This is not a number with at most 2 decimals.';
  test.each<[number, string, string, string]>([
    [1, 'TCX', 'MOD', 'This is not a modifier of two characters.'],
    [2, 'a', 'STATUS CODE', 'This is not a status of one letter.'],
    [2, '', 'STATUS CODE', 'This is not a status of one letter.'],
    [3, '0.455', 'WORK RVU', hundredths],
    [4, '', 'NON-FAC PE RVU', hundredths],
    [5, 'X', 'NON-FAC NA INDICATOR', 'This is neither NA nor blank.'],
    [6, 'x', 'FACILITY PE RVU', hundredths],
    [7, 'N', 'FACILITY NA INDICATOR', 'This is neither NA nor blank.'],
    [8, '-1', 'MP RVU', hundredths],
    [9, 'x', 'NON-FACILITY TOTAL', hundredths],
    [10, 'x', 'FACILITY TOTAL', hundredths],
    [14, '33.40091', 'CONV FACTOR', 'This is not a number with at most 4 decimals.'],
  ])('with cell %i %j is left out', async (at, found, column, message) => {
    const { lines, account } = await table(line({ [at]: found }));
    expect(lines).toEqual([]);
    expect(account).toMatchObject({ present: 1, leftOut: { unreadable: 1 } });
    expect(account.problems).toMatchObject([{ line: 3, column, found, message, leftOut: true }]);
  });

  test('of another code than five characters is none, and one cut off says so', async () => {
    const { account } = await table(line({ 0: '9711#' }), line().slice(0, -8));
    expect(account.problems.map(({ line: at, column, message }) => [at, column, message])).toEqual([
      [3, 'HCPCS', 'This is not a code of five characters.'],
      [4, '', 'The line is cut off.'],
    ]);
  });

  test('a second factor is told where it begins, and one of another year', async () => {
    const { account } = await table(
      line(),
      line({ 0: '97112', 14: '32.3465' }),
      line({ 0: '97113', 14: '32.3465' }),
    );
    expect(
      account.problems.map(({ line: at, column, found, message }) => [at, column, found, message]),
    ).toEqual([
      [
        4,
        'CONV FACTOR',
        '32.3465',
        'A second conversion factor in one file: lines keep the factor they stand with, and whom it is for.',
      ],
      [4, 'CONV FACTOR', '32.3465', 'The title says 2026, but this is the conversion factor of 2025.'],
    ]);
    expect(account.notes[1]).toMatch(/^2 lines of RVU26C with the conversion factor 32\.3465, /);
  });

  test('totals that are not the sums are told, each with its column', async () => {
    const { account } = await table(line({ 9: '0.88', 10: '0.85' }));
    expect(account.problems.map(({ column, found, leftOut }) => [column, found, leftOut])).toEqual([
      ['NON-FACILITY TOTAL', '0.88', false],
      ['FACILITY TOTAL', '0.85', false],
    ]);
  });

  test('the day it was released is said', async () => {
    const { account } = await read<RvuLine>('pprrvu', title, 'Released 6/30/2026', heading, line());
    expect(account.notes).toContain('Released 2026-06-30.');
  });
});
