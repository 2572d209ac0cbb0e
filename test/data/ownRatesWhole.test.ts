import { describe, expect, test } from 'vitest';
import { readMine as read } from '../support/readMine.ts';

const headings = [
  ['code', 'Code'],
  ['payer', 'Payer'],
  ['rate', 'Rate'],
  ['state', 'State'],
  ['provider', 'Clinic'],
  ['plan', 'Plan'],
  ['line', 'Line'],
  ['modifier', 'Modifier'],
  ['setting', 'Setting'],
  ['billing class', 'Billing Class'],
  ['methodology', 'Methodology'],
  ['date', 'Date'],
  ['medicare share', 'Percent of Medicare'],
  ['units', 'Volume'],
  ['charge', 'Charge'],
  ['place of service', 'POS'],
] as const;
const header = headings.map(([, heading]) => heading).join(',');
const matched = headings.map(([field, heading]) => ({ field, header: heading }));

describe('a line with every column', () => {
  const lines = [
    header,
    '97110-GP,Aetna,36.50,TX,Clinic A,Choice,Commercial,CQ,Outpatient,Facility,Fee Schedule,2026-01-31,,120,60.00,11',
  ];

  test('is a rate with all that was said of it', () => {
    const rates = read(lines);
    expect([...rates.tables.keys()]).toEqual(['97110']);
    expect(rates.tables.get('97110')).toEqual({
      code: '97110',
      length: 1,
      cents: Uint32Array.of(3650),
      provider: Uint32Array.of(0),
      plan: Uint32Array.of(0),
      source: Uint32Array.of(0),
      // CPT, outpatient, facility.
      codeType: Uint8Array.of(0),
      setting: Uint8Array.of(1),
      billingClass: Uint8Array.of(1),
      flags: Uint16Array.of(0),
      modifier: Uint16Array.of(1),
      methodology: Uint16Array.of(1),
      sourceRows: Uint32Array.of(1),
      line: Uint32Array.of(2),
      counts: null,
      providers: [{ id: 'own-n0', name: 'Clinic A', place: 'TX', identifier: '', system: '' }],
      plans: [
        { id: 'own-p0', payerRaw: 'Aetna', plan: 'Choice', payer: 'aetna', parent: '', line: 'Commercial' },
      ],
      sources: [
        {
          id: 'own-s0',
          name: 'mine.csv',
          place: '',
          kind: 'own',
          date: '2026-01-31',
          year: 2026,
          publishedUrl: '',
          sha256: '',
          carriedBy: '',
          confidence: '',
        },
      ],
      modifiers: ['', 'GP|CQ'],
      methodologies: ['', 'fee schedule'],
    });
  });

  test('and a line of a contract', () => {
    const { contract, tables: _, ...rest } = read(lines);
    expect(contract).toEqual({
      kind: 'rates',
      lines: [
        {
          id: 'l0',
          line: 2,
          lines: 1,
          code: '97110',
          // GP says who, CQ what is paid.
          modifier: 'CQ',
          payer: 'Aetna, Choice',
          market: 'aetna',
          planLine: 'Commercial',
          place: 'TX',
          site: 'non-facility',
          year: 2026,
          date: '2026-01-31',
          terms: { kind: 'dollars', amount: 3650 },
          units: 120,
          charge: 6000,
          standing: 'in-force',
        },
      ],
      totals: [{ column: 'units', inFile: 120, leftOut: 0, kept: 120 }],
    });
    expect(rest).toEqual({
      fileName: 'mine.csv',
      problems: [],
      rowsPresent: 1,
      rowsRead: 1,
      rowsLeftOut: 0,
      columns: matched,
      table: {
        header: headings.map(([, heading]) => heading),
        firstRows: [(lines[1] ?? '').split(',')],
        matched,
        missing: [],
        lines: 'rates',
        source: 'headings',
      },
      notes: ['A share of Medicare is read as 110% where the file writes 110%, 110 or 1.1.'],
    });
  });

  test('in which nothing can be used has a problem for each cell', () => {
    const { problems, rowsLeftOut } = read([
      header,
      'x1,,n/a,Mars,=A1,#REF!,moon,GPX,moon,moon,"a\nb",1989,,x,x,moon',
    ]);
    expect(rowsLeftOut).toBe(1);
    expect(
      problems.map(({ file, line, column, found, leftOut }) => [file, line, column, found, leftOut]),
    ).toEqual(
      [
        ['Code', 'x1'],
        ['Payer', ''],
        ['Rate', 'n/a'],
        ['State', 'Mars'],
        ['Clinic', '=A1'],
        ['Plan', '#REF!'],
        ['Line', 'moon'],
        ['Modifier', 'GPX'],
        ['Setting', 'moon'],
        ['Billing Class', 'moon'],
        ['Methodology', 'a\nb'],
        ['Date', '1989'],
        ['Volume', 'x'],
        ['Charge', 'x'],
        ['POS', 'moon'],
      ].map(([column, found]) => ['mine.csv', 2, column, found, true]),
    );
    expect(problems.map(({ message }) => message)).toEqual([
      'This is not a CPT or HCPCS code of 5 characters such as 97110 or G0283.',
      'The payer is blank.',
      'This says there is no rate. Give an amount, or leave the line out.',
      'This is not a US state, DC, Puerto Rico or the Virgin Islands. Write it as TX or Texas.',
      'This is a formula. Paste its value instead.',
      'This is a spreadsheet error.',
      'Not a line of business we know; read as unspecified, so not commercial.',
      'A modifier has 2 characters, such as GP; kept as written.',
      'Not outpatient, inpatient, both or emergency; read as not stated.',
      'Not facility, professional or institutional; read as not stated.',
      'This cell runs over several lines. A quote may have been left open.',
      'This is not a year from 1990 to 2100 or a date such as 2026-01-31.',
      'This is not a whole number of units such as 1200.',
      'This charge could not be read and is left out; nothing else of the line hangs on it.',
      'Not a place of service such as 11; read as not stated.',
    ]);
  });

  test('of which a warning is told counts all the same', () => {
    const { problems, rowsRead, tables, contract } = read([
      'code,payer,rate,line,modifier,setting,billing class,charge,pos',
      '97001,Aetna,36.50,moon,GPX,moon,moon,x, moon ',
    ]);
    expect(rowsRead).toBe(1);
    expect(problems.map(({ column, found, leftOut }) => [column, found, leftOut])).toEqual([
      ['code', '97001', false],
      ['line', 'moon', false],
      ['modifier', 'GPX', false],
      ['setting', 'moon', false],
      ['billing class', 'moon', false],
      ['charge', 'x', false],
      ['pos', 'moon', false],
    ]);
    expect(tables.get('97001')?.plans[0]?.line).toBe('Unspecified');
    expect(contract?.lines).toMatchObject([{ code: '97001', modifier: 'GPX', site: '', charge: null }]);
  });
});

describe('a code that was deleted', () => {
  const told = (code: string) =>
    read(['code,payer,rate', `${code},Aetna,1`]).problems.map(({ message }) => message);
  test('counts, and the codes that took its place are named', () => {
    expect(told('97001')).toEqual([
      'This code was deleted; rates count under it all the same. Its place was taken by 97161, 97162 and 97163.',
    ]);
    expect(told('97002')).toEqual(['This code was deleted; rates count under it all the same.']);
    expect(told('97110')).toEqual([]);
  });
});

test('a price without a payer is no payer’s rate', () => {
  expect(read(['code,payer,rate', '97110,Gross charge,1']).problems).toEqual([
    {
      file: 'mine.csv',
      line: 2,
      column: 'payer',
      found: 'Gross charge',
      message: 'This is a price without a payer (gross, cash …), not a payer’s rate.',
      leftOut: true,
    },
  ]);
});

describe('dollars or a share of Medicare', () => {
  const head = 'code,payer,rate,percent of medicare';
  const told = (cells: string) => {
    const { contract, problems, tables } = read([head, `97110,Aetna,${cells}`]);
    return [contract?.lines[0]?.terms, problems.map(({ column }) => column), tables.size];
  };

  test('dollars come before a share; a share pays where there are none', () => {
    expect(told('36.50,110%')).toEqual([{ kind: 'dollars', amount: 3650 }, [], 1]);
    expect(told(',110%')).toEqual([{ kind: 'medicare-share', share: 1.1 }, [], 0]);
    expect(told('="",110%')).toEqual([{ kind: 'medicare-share', share: 1.1 }, [], 0]);
    // A blank share is none, and the rate is blank.
    expect(told(',')).toEqual([undefined, ['rate'], 0]);
    expect(told(',4%')).toEqual([undefined, ['percent of medicare'], 0]);
    expect(told('x,110%')).toEqual([undefined, ['rate'], 0]);
  });

  test('where there is no column of rates, a blank share is a blank share', () => {
    const { problems } = read(['code,payer,percent of medicare', '97110,Aetna,']);
    expect(problems.map(({ column, found, message }) => [column, found, message])).toEqual([
      [
        'percent of medicare',
        '',
        'The share of Medicare is blank. Give one, such as 110%, or leave the line out.',
      ],
    ]);
  });
});

test('averages of claim lines are shown as rates of the file, each for one unit', () => {
  const { tables } = read([
    'code,payer,allowed,units,state,modifier,dos,plan',
    '97110,Aetna,60.00,2,TX,GP,2026-01-02,',
    '97110,Aetna,31.00,1,TX,,2026-02-02,',
    'G0283,Aetna,12.00,1,TX,CQ,2026-02-02,HMO',
  ]);
  const [exercise, current] = [tables.get('97110'), tables.get('G0283')];
  // 91 dollars for 3 units: 30.33.
  expect(exercise).toMatchObject({
    cents: Uint32Array.of(3033),
    codeType: Uint8Array.of(0),
    setting: Uint8Array.of(0),
    billingClass: Uint8Array.of(0),
    methodology: Uint16Array.of(0),
    line: Uint32Array.of(2),
    sourceRows: Uint32Array.of(1),
  });
  expect(current).toMatchObject({ cents: Uint32Array.of(1200), codeType: Uint8Array.of(1) });
  expect(exercise?.providers.map(({ name, place }) => [name, place])).toEqual([['Your file', 'TX']]);
  expect(exercise?.plans.map(({ payerRaw, plan }) => [payerRaw, plan])).toEqual([
    ['Aetna', ''],
    ['Aetna', 'HMO'],
  ]);
});
