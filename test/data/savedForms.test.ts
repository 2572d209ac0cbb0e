import { describe, expect, test } from 'vitest';
import { csvTable } from '../../src/data/csvTable.ts';
import { type OwnRates, readOwnTable } from '../../src/data/ownRates.ts';
import { readVolumes } from '../../src/data/ownVolumes.ts';
import { shippedAliases } from '../support/releaseData.ts';

/** Files as spreadsheets and billing systems save them, without anybody's having meant to. */
const given = { deleted: new Map(), aliases: shippedAliases() };
const read = (...lines: readonly string[]) =>
  readOwnTable(csvTable(lines.join('\r\n'), 'f.csv'), 'f.csv', given);
const volumesOf = (...lines: readonly string[]) =>
  readVolumes(csvTable(lines.join('\r\n'), 'v.csv'), 'v.csv', given);
const linesOf = ({ contract }: OwnRates) => contract?.lines ?? [];
const told = ({ problems }: Pick<OwnRates, 'problems'>) =>
  problems.map(({ line, column, found, leftOut }) => [line, column, found, leftOut]);

describe('where decimals stand behind a comma, a point groups thousands of units', () => {
  const lines = [
    'Code;Payer;Rate;Volume;Charge',
    '97110;Aetna;36,50;1.000;80,00',
    '97112;Aetna;1.234,50;2.500;80',
    '97140;Aetna;30,00;1200,00;1.000,00',
    '97530;Aetna;31,00;1,000;90,50',
    '97535;Aetna;32,00;12;90,50',
  ];

  test('in a contract', () => {
    const rates = read(...lines);
    expect(linesOf(rates).map(({ code, units, charge }) => [code, units, charge])).toEqual([
      ['97110', 1000, 8000],
      ['97112', 2500, 8000],
      ['97140', 1200, 100_000],
      ['97535', 12, 9050],
    ]);
    // 1,000 may be one unit with three decimals.
    expect(told(rates)).toEqual([[5, 'Volume', '1,000', true]]);
  });

  test('in a file of volumes, whose rates are not read otherwise', () => {
    const volumes = volumesOf(...lines);
    expect(volumes.units).toEqual({ inFile: 1000 + 2500 + 1200 + 12, leftOut: 0, otherYears: 0 });
  });

  test('where no amount tells: three zeros may be decimals, other thousands of units may not', () => {
    const untold = [
      'Code;Payer;Volume',
      '97110;Aetna;1.000',
      '97112;Aetna;2,000',
      '97140;Aetna;1,250',
      '97530;Aetna;7',
    ];
    const message =
      'This may be thousands or three decimals, and no other amount of the file tells. Write it out, such as 1200.';
    const volumes = volumesOf(...untold);
    expect(volumes.problems.map((each) => [each.line, each.found, each.message])).toEqual([
      [2, '1.000', message],
      [3, '2,000', message],
    ]);
    expect(volumes.units.inFile).toBe(1257);
    // Between commas a comma in quotes is of thousands.
    expect(volumesOf('Code,Payer,Volume', '97110,Aetna,"1,000"').units.inFile).toBe(1000);
  });

  test('where shares of Medicare alone tell', () => {
    const shares = read('Code;Payer;% of Medicare;Volume', '97110;Aetna;110,5%;1.000');
    expect(linesOf(shares).map(({ units }) => units)).toEqual([1000]);
  });
});

describe('a spreadsheet’s accounting format', () => {
  test('takes back what is in brackets behind the sign, and shows a dash for nothing', () => {
    const claims = read(
      'Code,Payer,Allowed Amount,Units,Charge,Date',
      '97110,Aetna, $36.50 ,1, $80.00 ,2026',
      '97110,Aetna, $(36.50),-1, $(80.00),2026',
      '97110,Aetna, $73.00 ,2, $160.00 ,2026',
      '97112,Aetna, $-   ,1, $-   ,2026',
    );
    // 36.50 − 36.50 + 73.00 over 1 − 1 + 2 units.
    expect(linesOf(claims).map(({ code, units, terms }) => [code, units, terms])).toEqual([
      ['97110', 2, { kind: 'dollars', amount: 3650, claims: { allowed: 7300, units: 2 } }],
    ]);
    expect(claims.problems.map(({ line, message }) => [line, message])).toEqual([
      [5, 'Nothing was allowed: a denied line says nothing of the rate.'],
    ]);
  });

  test('a line without a volume or a charge is a line', () => {
    const rates = read(
      'Code,Payer,Rate,Volume,Charge',
      '97110,Aetna, $36.50 , -   , $-   ',
      '97112,Aetna, $(36.50),1,',
      '97140,Aetna, $-   ,1,',
    );
    expect(linesOf(rates).map(({ code, units, charge }) => [code, units, charge])).toEqual([
      ['97110', null, null],
    ]);
    expect(rates.problems.map(({ line, message }) => [line, message])).toEqual([
      [3, 'The rate is negative.'],
      [4, 'This says there is no rate. Give an amount, or leave the line out.'],
    ]);
  });
});

describe('a modifier a column, as on a claim', () => {
  const claims = [
    'DOS,CPT,Mod1,Mod2,Insurance,Units,Allowed',
    '1/5/2026,97110,GP,CQ,Aetna,2,62.05',
    '1/5/2026,97110,GP,,Aetna,2,73.00',
  ];

  test('all of them are read: CQ in the second changes what is paid', () => {
    const rates = read(...claims);
    expect(linesOf(rates).map(({ modifier, units, terms }) => [modifier, units, terms])).toEqual([
      ['CQ', 2, { kind: 'dollars', amount: 3102.5, claims: { allowed: 6205, units: 2 } }],
      ['', 2, { kind: 'dollars', amount: 3650, claims: { allowed: 7300, units: 2 } }],
    ]);
    expect(rates.notes).toContain('Mod2 is read with the modifiers.');
    expect(rates.notes.some((note) => note.startsWith('Columns not used'))).toBe(false);
  });

  test('in a file of volumes, too', () => {
    expect(volumesOf(...claims).lines.map(({ modifier, units }) => [modifier, units])).toEqual([
      ['CQ', 2],
      ['', 2],
    ]);
  });

  test('by their numbers, not their places, and none twice', () => {
    const rates = read('code,payer,rate,mod 3,modifier,mod_2,Modifier 2', '97110,Aetna,1,59,GP,CQ,XX');
    const [table] = rates.tables.values();
    expect(table?.modifiers).toContain('GP|CQ|59');
    expect(rates.notes).toContain('mod_2 and mod 3 are read with the modifiers.');
    expect(rates.notes).toContain('Columns not used: Modifier 2.');
  });

  test('a second one that was chosen as the only one stands alone', () => {
    const table = csvTable('code,payer,rate,Mod 1,Mod 2,Mod 3\n97110,Aetna,1,GP,CQ,59', 'f.csv');
    const fields = { code: 'code', payer: 'payer', rate: 'rate', modifier: 'Mod 2' };
    const rates = readOwnTable(table, 'f.csv', { ...given, chosen: { fields, lines: 'rates' } });
    expect(linesOf(rates).map(({ modifier }) => modifier)).toEqual(['CQ']);
    expect([...rates.tables.values()][0]?.modifiers).toEqual(['', 'CQ']);
  });
});

describe('the total below the lines', () => {
  test('is named, and in no sum', () => {
    const rates = read(
      'CPT,Payer,Rate,Volume',
      '97110,Aetna,36.50,100',
      '97112,,40.00,50',
      'Grand Total:,,76.50,150',
    );
    expect(told(rates)).toEqual([
      [3, 'Payer', '', true],
      [4, 'CPT', 'Grand Total:', true],
    ]);
    expect(rates.problems[1]?.message).toBe('A total of other lines: they are counted, it is not.');
    // 100 kept, 50 on line 3; not the 150 of both.
    expect(rates.contract?.totals).toEqual([{ column: 'units', inFile: 150, kept: 100, leftOut: 50 }]);
    expect([rates.rowsPresent, rates.rowsRead, rates.rowsLeftOut]).toEqual([3, 1, 2]);
  });

  test('wherever its word stands, in claims and in volumes', () => {
    const claims = [
      'DOS,CPT,Insurance,Units,Allowed',
      '1/5/2026,97110,Aetna,2,73.00',
      'Totals,,,2,73.00',
      ',,Subtotal for Aetna,2,73.00',
    ];
    expect(read(...claims).contract?.totals).toEqual([
      { column: 'units', inFile: 2, kept: 2, leftOut: 0 },
      { column: 'amount', inFile: 7300, kept: 7300, leftOut: 0 },
    ]);
    expect(volumesOf(...claims).units).toEqual({ inFile: 2, leftOut: 0, otherYears: 0 });
  });

  test('but not where a line has a code, or the word is a company’s', () => {
    const rates = read(
      'CPT,Payer,Rate,Volume',
      '97110,Total Health Care,36.50,100',
      'x,Total Health Care,1,7',
    );
    expect(rates.contract?.totals).toEqual([{ column: 'units', inFile: 107, kept: 100, leftOut: 7 }]);
  });
});

test('dates as a spreadsheet shows them', () => {
  const rates = read('code,payer,rate,date', '97110,Aetna,36.50,1-Jan-26', '97110,Cigna,36.50,Feb-26');
  expect(rates.problems).toEqual([]);
  expect(linesOf(rates).map(({ date, year }) => [date, year])).toEqual([
    ['2026-01-01', 2026],
    ['2026-02', 2026],
  ]);
});

test('rates in force since different years tell nothing of revenue by year, and the page says so', () => {
  const note =
    'Rates in force are of several years: a date is read as the day a rate holds from, and why revenue changed is not told.';
  const head = 'code,payer,rate,volume,effective date';
  expect(read(head, '97110,Aetna,36.50,100,2024-01-01', '97140,Aetna,30,100,2026-01-01').notes).toContain(
    note,
  );
  expect(read(head, '97110,Aetna,36,100,2024', '97110,Aetna,37,100,2026').notes).not.toContain(note);
  expect(
    read('code,payer,rate,effective date', '97110,Aetna,1,2024', '97140,Aetna,2,2026').notes,
  ).not.toContain(note);
});

describe('lines with a day of service', () => {
  const lines = ['97110,Aetna,2,160,60', '97110,Aetna,1,80,30'].map((line) => `1/5/2026,${line}`);

  test('hold an amount for all their units, whatever it is called', () => {
    for (const amount of ['Payment', 'Amount', 'Reimbursement']) {
      const rates = read(`Date of Service,CPT,Payer,Units,Charge,${amount}`, ...lines);
      expect(linesOf(rates).map(({ units, charge, terms }) => [units, charge, terms])).toEqual([
        [3, 8000, { kind: 'dollars', amount: 3000, claims: { allowed: 9000, units: 3 } }],
      ]);
      expect(rates.notes).toContain(
        `${amount} is taken for what was allowed: without what patients owe, rates come out too low.`,
      );
    }
  });

  test('but a rate is one unit’s, and without a day it is not told', () => {
    expect(read('Date of Service,CPT,Payer,Units,Charge,Rate', ...lines).contract?.kind).toBe('rates');
    expect(read('Effective Date,CPT,Payer,Units,Charge,Payment', ...lines).contract?.kind).toBe('rates');
    expect(read('From Date,CPT,Payer,Units,Charge,Payment', ...lines).contract?.kind).toBe('rates');
    const allowed = read('Date of Service,CPT,Payer,Units,Charge,Allowed', ...lines);
    expect(allowed.notes.some((note) => note.includes('too low'))).toBe(false);
  });
});

test('beside a rate no charge is below 0, on a claim line it takes one back', () => {
  const rates = read('CPT,Payer,Rate,Charge', '97110,Aetna,30,-80', '97112,Aetna,30,(80)');
  expect(linesOf(rates).map(({ charge }) => charge)).toEqual([null, null]);
  expect(told(rates)).toEqual([
    [2, 'Charge', '-80', false],
    [3, 'Charge', '(80)', false],
  ]);
});

describe('lines that end before the header does', () => {
  const head = 'CPT,Payer,Rate,Volume,Notes';
  const note =
    'Several lines end before the header does. Excel leaves blank cells at the ends of lines out when it saves a CSV; saved as a workbook (.xlsx), the same sheet is read whole.';

  test('are told one by one, with the way to have them read', () => {
    const lines = [head, '97110,Aetna,30,1,', '97112,Aetna,30', '97140,Aetna,30,4'];
    expect(read(...lines).notes).toContain(note);
    expect([read(...lines).rowsRead, read(...lines).rowsLeftOut]).toEqual([1, 2]);
    expect(volumesOf(...lines).notes).toContain(note);
  });

  test('a single one is a slip, and a longer one another matter', () => {
    const { notes } = read(head, '97112,Aetna,30', '97110,Aetna,30,1,,x');
    expect(notes.some((each) => each.includes('end before the header'))).toBe(false);
  });
});
