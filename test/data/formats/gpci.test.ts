import { describe, expect, test } from 'vitest';
import type { GpciLine } from '../../../src/data/formats/cmsTables.ts';
import { cmsText, readCms } from '../../support/cmsFiles.ts';

const csv2025 = cmsText('GPCI2025.csv');
const csv2026 = cmsText('GPCI2026_RVU26C.csv');
const txt2025 = cmsText('GPCI2025.txt');

async function linesOf(file: string): Promise<readonly GpciLine[]> {
  return (await readCms<GpciLine>(file)).lines;
}

/** The table as CMS printed it in January 2026: the work index without the floor first, and eight columns. */
function january2026(): string {
  return csv2026
    .replaceAll(',,,,,,\r\n', ',,,,,,,\r\n')
    .replace(
      '2026 PW GPCI (with 1.0 Floor)***',
      '2026 PW GPCI (without 1.0 Floor),2026 PW GPCI (with 1.0 Floor)',
    )
    .replace(/^(\d{5},[A-Z]{2},\d\d,(?:"[^"]*"|[^,]*),)(1\.000)/gm, '$10.988,$2')
    .replace(
      /^(\d{5},[A-Z]{2},\d\d,(?:"[^"]*"|[^,]*),)(1\.(?!000)\d{3}),(?=\d\.\d{3},\d\.\d{3}\r)/gm,
      '$1$2,$2,',
    )
    .replace('January 1, 2027', 'January 31, 2026');
}

describe('the cost index table as it comes', () => {
  test('a quoted comma, marks behind names, footnotes', async () => {
    const lines = await linesOf(csv2026);
    expect(lines.find(({ place }) => place === 'HI')).toMatchObject({ name: 'HAWAII, GUAM', mac: '01212' });
    expect(lines.filter(({ mark }) => mark === '**').map(({ place }) => place)).toEqual([
      'MT',
      'NV',
      'ND',
      'SD',
      'WY',
    ]);
    expect(lines.find(({ mark }) => mark === '*')).toMatchObject({ name: 'ALASKA', workGpci: 1500 });
  });

  test('January 2026: the column without the floor stands before the one with it', async () => {
    const { lines, account } = await readCms<GpciLine>(january2026());
    expect(account).toMatchObject({ present: 109, read: 109, problems: [] });
    expect(lines.find(({ place }) => place === 'AL')).toMatchObject({
      workGpci: 1000,
      workGpciWithoutFloor: 988,
    });
    expect(lines.find(({ place }) => place === 'CT')).toMatchObject({
      workGpci: 1020,
      workGpciWithoutFloor: 1020,
    });
    expect(lines.map(({ workGpci }) => workGpci)).toEqual(
      (await linesOf(csv2026)).map(({ workGpci }) => workGpci),
    );
  });

  test('the same in fixed width, where the headings are cut and alike: the floored index is the higher', async () => {
    const eight = txt2025
      .replace('2025 PW GPCI2025 PE', '2025 PW GPCI2025 PW GPCI2025 PE')
      .replace(
        /^(\d{5} .*?) (1\.\d{3})(?=\s+\d\.\d{3}\s+\d\.\d{3}\r$)/gm,
        (_, head: string, work: string) => `${head} ${work === '1.000' ? '0.975' : work}       ${work}`,
      );
    const { lines, account } = await readCms<GpciLine>(eight);
    expect(account).toMatchObject({ present: 109, read: 109, problems: [] });
    expect(lines[0]).toMatchObject({ place: 'AL', workGpci: 1000, workGpciWithoutFloor: 975, peGpci: 869 });
    expect(account.notes[0]).toContain('the higher was taken for the one with the floor');
  });

  test('2022-style files without zeros in front, and with zeros or without behind', async () => {
    const bare = csv2025.replace(/^0*(\d{4,5}),([A-Z]{2}),0?(\d{1,2}),/gm, '$1,$2,$3,');
    expect(bare).toContain('\r\n2102,AK,1,ALASKA*,1.5,');
    expect(await linesOf(bare)).toEqual(await linesOf(csv2025));
    expect(await linesOf(csv2025.replaceAll(',1,', ',1.000,'))).toEqual(await linesOf(csv2025));
  });

  test('columns in another order, and headings wrapped by a spreadsheet', async () => {
    const wrapped = csv2026.replace(
      /^Medicare.*\r$/m,
      '"Medicare\nAdministrative\nContractor (MAC)",State,"Locality\nNumber","Locality\nName","2026\nPW GPCI\n(with 1.0 Floor)***","2026\nPE GPCI","2026\nMP GPCI"\r',
    );
    const lines = await linesOf(wrapped);
    expect(lines.map((line) => ({ ...line, at: 0 }))).toEqual(
      (await linesOf(csv2026)).map((line) => ({ ...line, at: 0 })),
    );
    // Six line breaks more in the heading: 3 + 1 + 1 + 2 + … move the first line from 4 to 12.
    expect(lines[0]?.at).toBe(4 + 8);

    const swapped = csv2026
      .split('\r\n')
      .map((line) => line.replace(/,([^,]*),([^,]*)$/, ',$2,$1'))
      .join('\r\n');
    expect(swapped).toContain('2026 MP GPCI,2026 PE GPCI');
    expect(await linesOf(swapped)).toEqual(await linesOf(csv2026));
  });

  test('two years side by side: the title’s is read', async () => {
    const both = csv2026
      .replace('2026 PW GPCI (with 1.0 Floor)***', '2025 PW GPCI,2026 PW GPCI (with 1.0 Floor)***')
      .replace(/^(\d{5},[A-Z]{2},\d\d,(?:"[^"]*"|[^,]*),)/gm, '$11.234,');
    expect((await readCms(both)).account.problems).toEqual([]);
    expect(await linesOf(both)).toEqual(await linesOf(csv2026));
  });

  test('without a floor in force there is one work index, and it is said which', async () => {
    const lapsed = csv2026
      .replace('(with 1.0 Floor)***', '(without 1.0 Floor)')
      .replace('10112,AL,00,ALABAMA,1.000', '10112,AL,00,ALABAMA,0.988');
    const { lines, account } = await readCms<GpciLine>(lapsed);
    expect(lines[0]).toMatchObject({ place: 'AL', workGpci: 988, workGpciWithoutFloor: 988 });
    expect(account.notes[0]).toBe(
      'The work index is printed without the floor only, and stands for the one in force.',
    );
  });

  test('a proposed table says so', async () => {
    const { account } = await readCms(csv2026.replace('FINAL CY', 'PROPOSED CY'));
    expect(account.notes).toContain('The title says that these indices are proposed, not final.');
  });
});

describe('a table that is not the one CMS published is called out', () => {
  const doubt = 'This is not the 2026 cost index table as CMS published it: see the problems listed.';

  test('made up: 98 lines, likely values, real footnotes', async () => {
    let n = 0;
    const madeUp = csv2026
      .split('\r\n')
      .filter((line) => !/^\d/.test(line) || n++ < 98)
      .map((line) => line.replace(/^(13202,NY,01,MANHATTAN),.*/, '$1,1.052,1.198,1.672'))
      .join('\r\n');
    const { account } = await readCms(madeUp);
    expect(account).toMatchObject({ present: 98, read: 98 });
    expect(account.notes).toEqual([doubt]);
    expect(account.problems).toMatchObject([
      { line: 0, found: '98 localities', message: 'The 2026 table of CMS has 109 localities.' },
      {
        line: 78,
        found: '1.052 / 1.198 / 1.672',
        message: 'The 2026 table of CMS has 1.064 / 1.162 / 1.586 (work, PE, MP) for 13202-01.',
      },
      // Houston and Seattle stand below the 98th line.
      { found: 'no line' },
      { found: 'no line' },
    ]);
  });

  test.each([
    [
      'another year’s values under this year’s title',
      csv2025.replaceAll('2025', '2026'),
      '1.065 / 1.166 / 1.656',
    ],
    [
      'one check row',
      csv2026.replace(/(MANHATTAN,1\.064,1\.162,)1\.586/, '$11.587'),
      '1.064 / 1.162 / 1.587',
    ],
    ['Alaska without its floor', csv2026.replace('ALASKA*,1.500', 'ALASKA*,1.000'), '1.000'],
    [
      'a frontier state below its floor',
      csv2026.replace('WYOMING**,1.000,1.000', 'WYOMING**,1.000,0.937'),
      '0.937',
    ],
    ['a floor extended into a past year', csv2026.replace('January 1, 2027', 'January 1, 2021'), '2021'],
    ['assignments from after the table', csv2026.replace('November 22, 2023', 'November 22, 2029'), '2029'],
    [
      'a line too many',
      csv2026.replace('10112,AL,00', '10112,AL,77,EXTRA,1.000,1.000,1.000\r\n10112,AL,00'),
      '110 localities',
    ],
  ])('%s', async (_, file, found) => {
    const { account } = await readCms(file);
    expect(account.notes).toContain(doubt);
    expect(account.problems.map((problem) => problem.found)).toContain(found);
    expect(account.problems.every(({ leftOut }) => !leftOut)).toBe(true);
  });

  test('marks without a footnote', async () => {
    const { account } = await readCms(csv2026.replace(/^\*\*PE GPCI.*$/m, ',,,,,,'));
    expect(account.problems).toMatchObject([{ found: '**', leftOut: false }]);
  });

  test('of a year without check rows nothing is promised', async () => {
    const { account } = await readCms(csv2026.replaceAll('2026', '2029').replace('2027', '2029'));
    expect(account.notes).toEqual([
      'There are no check rows for 2029: whether the table is genuine cannot be told.',
    ]);
  });
});

describe('lines that cannot be used as they stand', () => {
  test('each is told with its line, its column and what was found', async () => {
    const bad = csv2026
      .replace('10112,AL,00,ALABAMA,1.000', '10112,AL,00,ALABAMA,1.0O0')
      .replace('03102,AZ', '03102,ZZ')
      .replace('07102,AR,13', '07102,AR,1x')
      .replace('04112,CO,01,COLORADO,1.012,1.064,0.781', '04112,CO,01,COLORADO,1.012')
      .replace('02202,ID,00,IDAHO,1.000,0.920', '02202,ID,00,IDAHO,1.000,92.0')
      .replace('05102,IA', '05102A,IA');
    const { account } = await readCms(bad);
    expect(account).toMatchObject({ present: 109, read: 103, leftOut: { unreadable: 6 } });
    const told = account.problems.filter(({ leftOut }) => leftOut);
    expect(told.map(({ line, column, found }) => [line, column, found])).toEqual([
      [4, 'work GPCI', '1.0O0'],
      [6, 'State', 'ZZ'],
      [7, 'Locality Number', '1x'],
      [37, '', '04112,CO,01,COLORADO,1.012'],
      [47, 'PE GPCI', '92.0'],
      [53, '', '05102A'],
    ]);
  });

  test('a locality twice', async () => {
    const row = '10112,AL,00,ALABAMA,1.000,0.875,0.566\r\n';
    const { account } = await readCms(csv2026.replace(row, row + row + row.replace('0.875', '0.876')));
    expect(account).toMatchObject({ present: 111, read: 109, leftOut: { repeated: 2 } });
    expect(account.problems).toMatchObject([{ line: 6, found: '10112-00', leftOut: true }]);
  });
});
