import { describe, expect, test } from 'vitest';
import type { PaymentLine } from '../../../src/data/formats/cmsTables.ts';
import { readCms } from '../../support/cmsFiles.ts';
import { problemAt } from '../../support/problemAt.ts';

const cells = [
  '2025',
  '02102',
  '01',
  '97110',
  'gp',
  '0000037.06',
  '0000036.05',
  '',
  '7',
  'A',
  '5',
  '0000029.54',
  '0000028.53',
  '1',
  '0000011.25',
  '0000012.26',
];
const line = (change: Readonly<Record<number, string>> = {}) =>
  `${cells.map((cell, at) => `"${change[at] ?? cell}"`).join(',')}\n`;
const read = (text: string, wants: (code: string) => boolean = () => true) =>
  readCms<PaymentLine>(text, { as: 'pf-payment', wants });
const payment = {
  kind: 'payment',
  at: 1,
  year: 2025,
  mac: '02102',
  locality: '01',
  code: '97110',
  modifier: 'GP',
  nonFacility: 3706,
  facility: 3605,
  status: 'A',
  multipleProcedure: '5',
  pctc: '7',
  therapyReduced: 2954,
  therapyReducedInstitutional: 2853,
  oppsNonFacility: 1125,
  oppsFacility: 1226,
};
const unended =
  'The file ends here without a line end. If it was cut off, the last value may be only the start of one.';

describe('a line of a payment file', () => {
  test('is every field where its record layout has it', async () => {
    expect(await read(line())).toEqual({
      lines: [payment],
      account: { format: 'pf-payment', present: 1, read: 1, leftOut: {}, problems: [], notes: [] },
    });
  });

  test('may lack the zeros in front that a spreadsheet took, and stand between other signs', async () => {
    const bare = '2025;2102;1;100;;1;2;;7;A;0;x;x;9;x;x\n';
    const expected = {
      ...payment,
      code: '00100',
      modifier: '',
      nonFacility: 100,
      facility: 200,
      multipleProcedure: '0',
      therapyReduced: null,
      therapyReducedInstitutional: null,
      oppsNonFacility: null,
      oppsFacility: null,
    };
    for (const sign of [';', '\t', '|', ','])
      expect((await read(bare.replaceAll(';', sign))).lines).toEqual([expected]);
    expect((await read(`\n \n${bare.replace('100', 'g0283')}`)).lines).toEqual([
      { ...expected, at: 3, code: 'G0283' },
    ]);
  });

  const noAmount = 'This is not a dollar amount such as 0000037.06.';
  test.each<[number, string, string, string, string?]>([
    [0, '20x5', 'year', 'This is not a year.'],
    [0, '1925', 'year', 'This is not a year.'],
    [0, '20255', 'year', 'This is not a year.'],
    [1, '021020', 'carrier', 'This is not a carrier number of five digits.'],
    [1, 'x2102', 'carrier', 'This is not a carrier number of five digits.'],
    [2, '001', 'locality', 'This is not a locality number of two digits.'],
    [2, 'x', 'locality', 'This is not a locality number of two digits.'],
    [3, '9711-', 'code', 'This is not a code of five characters.'],
    [3, 'x97110', 'code', 'This is not a code of five characters.', 'X97110'],
    [3, '', 'code', 'This is not a code of five characters.'],
    [4, 'GPX', 'modifier', 'This is not a modifier of two characters.'],
    [4, '-', 'modifier', 'This is not a modifier of two characters.'],
    [5, '37.065', 'non-facility amount', noAmount],
    [6, '', 'facility amount', noAmount],
    [11, 'x', 'therapy-reduced amount', noAmount],
    [12, '-1', 'therapy-reduced amount, institutional', noAmount],
    [14, '1,5', 'OPPS non-facility amount', noAmount],
    [15, 'x', 'OPPS facility amount', noAmount],
  ])('with field %i %j', async (at, text, column, message, found = text) => {
    const { lines, account } = await read(line() + line({ [at]: text }) + line());
    expect(lines.map((each) => each.at)).toEqual([1, 3]);
    expect(account).toEqual({
      format: 'pf-payment',
      present: 3,
      read: 2,
      leftOut: { unreadable: 1 },
      problems: [problemAt(2, column, found, message)],
      notes: [],
    });
  });

  test('with several wrong fields tells each and is left out once', async () => {
    const { account } = await read(line({ 0: '19', 2: 'x', 5: 'y' }) + line());
    expect(account.leftOut).toEqual({ unreadable: 1 });
    expect(account.problems.map(({ column }) => column)).toEqual(['non-facility amount', 'year', 'locality']);
  });

  test('with a field too many or too few is told with what it holds', async () => {
    const [more, less] = [line().replace('\n', ',"9"\n'), line().replace('"1",', '')];
    const { account } = await read(line() + more + less);
    const bare = (text: string) => `${text.trim().replaceAll('"', '').slice(0, 79)}…`;
    expect(account).toMatchObject({ present: 3, read: 1, leftOut: { unreadable: 2 } });
    expect(account.problems).toEqual([
      problemAt(2, '', bare(more), 'The line has 17 fields, not 16.'),
      problemAt(3, '', bare(less), 'The line has 15 fields, not 16.'),
    ]);
  });
});

describe('what is no line', () => {
  test('a trailer of a field or some is passed over, a number alone is a line cut off', async () => {
    const { account } = await read(
      `${line()}"TRL- COPYRIGHT"\na,b,c,d\n20255\n2025\n0\n2025,1,2,3\n1,2,3,4,5\n`,
    );
    expect(account.problems).toEqual([
      problemAt(5, '', '2025', 'The line has 1 field, not 16.'),
      problemAt(6, '', '0', 'The line has 1 field, not 16.'),
      problemAt(7, '', '2025,1,2,3', 'The line has 4 fields, not 16.'),
      problemAt(8, '', '1,2,3,4,5', 'The line has 5 fields, not 16.'),
    ]);
    expect(account).toMatchObject({ present: 5, leftOut: { unreadable: 4 } });
  });

  test('a quote that stays open: a line where it begins with a year, else a trailer', async () => {
    const { account } = await read(`${line()}2025,"02102,01\n"TRL- COPYRIGHT\nx,"y\n`);
    expect(account).toMatchObject({ present: 2, read: 1, leftOut: { unreadable: 1 } });
    expect(account.problems).toEqual([
      problemAt(2, '', '2025,"02102,01', 'A quote opened here is never closed.'),
    ]);
  });

  test('codes that nobody asked for are counted', async () => {
    const { lines, account } = await read(line() + line({ 3: '97112' }), (code) => code === '97112');
    expect(lines.map((each) => each.code)).toEqual(['97112']);
    expect(account).toMatchObject({ present: 2, read: 1, leftOut: { 'code-not-asked': 1 }, problems: [] });
  });

  test('a file without any line says so', async () => {
    expect((await read('a title\n')).account).toEqual({
      format: 'pf-payment',
      present: 0,
      read: 0,
      leftOut: {},
      problems: [problemAt(0, '', '', 'No line of this table was found in the file.')],
      notes: [],
    });
  });
});

describe('at the end of the file', () => {
  test('a last line without its end is read, and told', async () => {
    const { lines, account } = await read(line() + line().trim());
    expect(lines).toEqual([payment, { ...payment, at: 2 }]);
    expect(account.problems).toEqual([problemAt(2, '', '', unended, false)]);
  });

  test('several years are named in their order, and two factors from 2026 on', async () => {
    const two =
      'From 2026 there are two conversion factors; a payment file does not say with which of them its amounts were made.';
    const notes = async (...years: readonly string[]) =>
      (await read(years.map((year) => line({ 0: year })).join(''))).account.notes;
    expect(await notes('2025', '2025')).toEqual([]);
    expect(await notes('2025', '2023', '2024')).toEqual(['The file holds amounts of 2023, 2024, 2025.']);
    expect(await notes('2026')).toEqual([two]);
    expect(await notes('2025', '2027')).toEqual(['The file holds amounts of 2025, 2027.', two]);
  });
});
