import { describe, expect, test } from 'vitest';
import { readMine as read } from '../support/readMine.ts';

describe('a file without headings', () => {
  const lines = ['97110,Aetna,68.50,1200', '97112,Cigna,70.00,10'];
  const fields = { code: '97110', payer: 'Aetna', rate: '68.50', units: '1200' };
  const chosen = { fields, lines: 'rates' } as const;

  test('tells that its first line is taken for them and holds a rate: no line is lost in silence', () => {
    const rates = read(lines, { chosen });
    expect([rates.rowsPresent, rates.rowsRead, rates.rowsLeftOut]).toEqual([2, 1, 1]);
    expect(rates.problems).toEqual([
      {
        file: 'mine.csv',
        line: 1,
        column: '',
        found: '97110, Aetna, 68.50, 1200',
        message:
          'This line was taken for headings but holds a rate, which is not counted. Put a line of headings above it.',
        leftOut: true,
      },
    ]);
  });

  test('a heading that is a year is one all the same', () => {
    const { rowsPresent, problems } = read(['code,payer,rate,2026', '97110,Aetna,68.50,x']);
    expect([rowsPresent, problems]).toEqual([1, []]);
  });
});

describe('a header that is not enough', () => {
  const missing = (head: string, line = '1,2') => {
    const rates = read([head, line]);
    expect([rates.contract, rates.columns, rates.notes, rates.tables.size]).toEqual([null, [], [], 0]);
    return [rates.table?.missing, rates.problems];
  };
  const problem = (found: string, message: string) => ({
    file: 'mine.csv',
    line: 1,
    column: '',
    found,
    message,
    leftOut: true,
  });

  test('is told what it needs, and all its lines are left out', () => {
    expect(missing('a,b')).toEqual([
      ['code', 'payer', 'rate'],
      [problem('a, b', 'No column for code, payer and rate. The header needs code, payer and rate.')],
    ]);
    expect(missing('payer,rate')).toEqual([
      ['code'],
      [problem('payer, rate', 'No column for code. The header needs code, payer and rate.')],
    ]);
    expect(missing('code,payer')).toEqual([
      ['rate'],
      [problem('code, payer', 'No column for rate. The header needs code, payer and rate.')],
    ]);
    const orPayers = 'or code and a column for each payer, two of them companies by name.';
    expect(missing('code,rate')).toEqual([
      ['payer'],
      [problem('code, rate', `No column for payer. The header needs code, payer and rate; ${orPayers}`)],
    ]);
    const { rowsPresent, rowsRead, rowsLeftOut, table } = read(['a,b', '1,2', '3,4']);
    expect([rowsPresent, rowsRead, rowsLeftOut]).toEqual([2, 0, 2]);
    expect(table?.firstRows).toEqual([
      ['1', '2'],
      ['3', '4'],
    ]);
  });

  test('of a share of Medicare needs no rate', () => {
    expect(read(['code,payer,percent of medicare', '97110,Aetna,110']).table?.missing).toEqual([]);
    expect(read(['code,percent of medicare', '97110,110']).table?.missing).toEqual(['payer']);
  });

  test('without a line under it is told', () => {
    const { problems, rowsPresent, columns, notes } = read(['code,payer,rate']);
    expect(problems).toEqual([
      {
        file: 'mine.csv',
        line: 1,
        column: '',
        found: '',
        message: 'There are no lines under the header.',
        leftOut: false,
      },
    ]);
    expect([rowsPresent, columns.length, notes]).toEqual([0, 3, []]);
  });

  test('that is none at all leaves no table', () => {
    const { table, problems, rowsPresent } = read(['']);
    expect([table, rowsPresent]).toEqual([null, 0]);
    expect(problems.map(({ line, message }) => [line, message])).toEqual([[0, 'The file is empty.']]);
  });
});

test('four rows are shown beside the columns', () => {
  const lines = Array.from({ length: 5 }, (_, i) => `97110,Aetna,${i + 1}`);
  expect(read(['code,payer,rate', ...lines]).table?.firstRows.map((row) => row[2])).toEqual([
    '1',
    '2',
    '3',
    '4',
  ]);
});

describe('columns that were set by hand', () => {
  const lines = ['Svc,Who,Pays,How many', '97110,Aetna,73.00,2'];
  const fields = { code: 'Svc', payer: 'Who', rate: 'Pays', units: 'How many' } as const;

  test('say what a line is, too', () => {
    const asRates = read(lines, { chosen: { fields, lines: 'rates' } });
    expect([asRates.table?.lines, asRates.table?.source]).toEqual(['rates', 'chosen']);
    expect([...(asRates.tables.get('97110')?.cents ?? [])]).toEqual([7300]);
    const asClaims = read(lines, { chosen: { fields, lines: 'claims' } });
    expect([asClaims.table?.lines, asClaims.contract?.kind]).toEqual(['claims', 'claims']);
    expect([...(asClaims.tables.get('97110')?.cents ?? [])]).toEqual([3650]);
  });

  test('hold for a file with the same headings', () => {
    const remembered = [{ headings: ['Svc', 'Who', 'Pays', 'How many'], fields, lines: 'rates' }] as const;
    expect(read(lines, { remembered }).table?.source).toBe('remembered');
    expect(read(['Svc,Who,Pays', '97110,Aetna,73.00'], { remembered }).table?.source).toBe('headings');
  });

  test('that are not enough make no claims of it', () => {
    const { table } = read(lines, { chosen: { fields: { code: 'Svc' }, lines: 'claims' } });
    expect([table?.lines, table?.missing]).toEqual(['rates', ['payer', 'rate']]);
  });
});

describe('progress', () => {
  const seen = (lines: readonly string[]) => {
    const fractions: number[] = [];
    read(lines, {}, (fraction) => fractions.push(fraction));
    return fractions;
  };

  test('of a file of decimal commas, which is gone over twice', () => {
    expect(seen(['code;payer;rate', '97110;Aetna;36,50'])).toEqual([0.4, 1, 1]);
  });

  test('of one that need not be', () => {
    expect(seen(['code,payer,rate', '97110,Aetna,36.50'])).toEqual([1, 1]);
    expect(seen(['code,payer,percent of medicare', '97110,Aetna,1.1'])).toEqual([1, 1]);
    expect(seen(['a,b', '1,2'])).toEqual([1, 1]);
  });
});
