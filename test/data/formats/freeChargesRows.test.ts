import { describe, expect, test } from 'vitest';
import { hptCsvFreeFormat } from '../../../src/data/formats/hptCsvFreeFormat.ts';
import { payerReader } from '../../../src/domain/payerReader.ts';
import { flagBit } from '../../../src/domain/rateTable.ts';
import { problemAt } from '../../support/problemAt.ts';
import { readFormat } from '../../support/readFormat.ts';
import { shippedAliases } from '../../support/releaseData.ts';
import { utf16 } from '../../support/utf16.ts';

const names = payerReader(shippedAliases());
const read = (text: string | Uint8Array, more: Partial<Parameters<typeof readFormat>[1]> = {}) =>
  readFormat(typeof text === 'string' ? new TextEncoder().encode(text) : text, {
    format: hptCsvFreeFormat,
    names,
    ...more,
  });
const header = 'CPT Code,Gross Charge,Cash Price,Aetna\n';
const row = '97110,$100.00,50,$40.00\n';
const rate = {
  at: 2,
  code: '97110',
  codeType: 'CPT',
  modifier: '',
  payerRaw: 'Aetna',
  plan: '',
  setting: '',
  billingClass: '',
  cents: 4000,
  methodology: '',
  flags: 0,
  groups: [0],
};
const nobody = { name: 'A hospital its file does not name', identifier: '', npis: [], place: '' };

test('a row gives a rate for each payer of the headings, and the account says which columns were taken', async () => {
  expect(await read(`${header}${row}`)).toEqual({
    heads: [{ publisher: '', kind: 'hospital', date: '', version: '' }],
    providers: new Map([[0, [nobody]]]),
    rates: [rate],
    account: {
      format: 'hpt-csv-free',
      present: 1,
      read: 1,
      leftOut: {},
      problems: [],
      notes: [],
      charges: {
        header: ['CPT Code', 'Gross Charge', 'Cash Price', 'Aetna'],
        firstRows: [['97110', '$100.00', '50', '$40.00']],
        fields: { code: 'CPT Code', 'gross charge': 'Gross Charge' },
        payers: ['Aetna'],
        payerNames: ['Aetna'],
        source: 'headings',
      },
    },
  });
});

test('every field of a row goes where it belongs, a name stays as printed', async () => {
  const { rates, providers } = await read(
    'Hospital,State,Code,Code Type,Modifier,Setting,Billing Class,Gross Charge,Method,Cash Price, Aetna  PPO \n' +
      'Pecan,tx,97110,CPT,gp,Outpatient,Facility,40,Case Rate,1,40\n' +
      'Pecan,OK,97110,CPT,,,,,,1,41\nPecan,tx,97110,CPT,,,,,,1,42\n',
  );
  const plain = { ...rate, payerRaw: 'Aetna  PPO' };
  expect(rates).toEqual([
    {
      ...plain,
      modifier: 'GP',
      setting: 'outpatient',
      billingClass: 'facility',
      methodology: 'case rate',
      flags: flagBit('equals_gross'),
    },
    { ...plain, at: 3, cents: 4100, groups: [1] },
    { ...plain, at: 4, cents: 4200 },
  ]);
  expect([...providers.values()].map(([paid]) => [paid?.name, paid?.place])).toEqual([
    ['Pecan', 'TX'],
    ['Pecan', 'OK'],
  ]);
});

describe('a row with its payer in it', () => {
  const tall = 'Code,Gross Charge,Cash Price,Payer,Plan,Negotiated Rate,Method\n';

  test('is a rate of that payer and plan, and none where nobody pays', async () => {
    const { rates, account } = await read(
      `${tall}97110,1,1,Aetna,PPO,40,fee schedule\n97110,1,1,Cash Price,,40,\n97110,1,1,,PPO,40,\n0420X9,1,1,Aetna,,40,\n0420X9,1,1,,,40,\n`,
    );
    expect(rates).toEqual([
      { ...rate, plan: 'PPO', methodology: 'fee schedule', flags: flagBit('above_gross') },
    ]);
    expect(account.leftOut).toEqual({ 'no-payer': 2, 'other-code-type': 2 });
    expect(account.notes).toEqual([]);
  });
});

describe('a cell of a payer', () => {
  const wide = 'Code,Gross Charge,Cash Price,Aetna,Method\n';
  test.each([
    ['40', 4000, '', {}],
    ['40 per diem', 4000, 'per diem', {}],
    ['$40.00 Per Day.', 4000, 'per diem', {}],
    ['40/day', 4000, 'per diem', {}],
    [' 40 / Day ', 4000, 'per diem', {}],
    ['65%', undefined, '', { 'no-dollars': 1 }],
    ['65 % of charges', undefined, '', { 'no-dollars': 1 }],
    ['per diem', undefined, '', { unreadable: 1 }],
    ['40 per diem plus', undefined, '', { unreadable: 1 }],
    ['40 per days', undefined, '', { unreadable: 1 }],
    ['N/A', undefined, '', { 'not-an-amount': 1 }],
    ['', undefined, '', { 'no-payer': 1 }],
  ])('%j', async (cell, cents, methodology, leftOut) => {
    const { rates, account } = await read(`${wide}97110,1,1,${cell},\n97110,1,1,1,\n97110,1,1,1,\n`);
    expect(rates.filter(({ at }) => at === 2).map((each) => [each.cents, each.methodology])).toEqual(
      cents === undefined ? [] : [[cents, methodology]],
    );
    expect(account.leftOut).toEqual(leftOut);
  });
});

describe('the setting', () => {
  test.each([
    ['Aetna', ''],
    ['Aetna IP', 'inpatient'],
    ['Inpatient - Aetna', 'inpatient'],
    ['Aetna OP Rate', 'outpatient'],
    ['Aetna Outpatient', 'outpatient'],
    ['Aetna IP/OP', 'both'],
    ['Aetna Inpatient and Outpatient', 'both'],
  ])('of %s is “%s” where the row does not say', async (heading, setting) => {
    const columns = header.replace('Aetna', heading);
    const { rates } = await read(`${columns}${row}`);
    expect(rates.map((each) => [each.payerRaw, each.setting])).toEqual([[heading, setting]]);
    const stated = await read(`Setting,${columns}emergency,${row}`);
    expect(stated.rates.map((each) => each.setting)).toEqual(['emergency']);
  });
});

describe('a code', () => {
  test.each([
    ['97110', '97110', '', 'CPT'],
    ['CPT 97110', '97110', '', 'CPT'],
    [' cpt® 97110-GP', '97110', 'GP', 'CPT'],
    ['HCPCS: G0283', 'G0283', '', 'HCPCS'],
    ['hcpcsG0283', 'G0283', '', 'HCPCS'],
  ])('may have its kind before it: %s', async (text, code, modifier, codeType) => {
    const { rates } = await read(`${header}${row.replace('97110', text)}`);
    expect(rates.map((each) => [each.code, each.modifier, each.codeType])).toEqual([
      [code, modifier, codeType],
    ]);
  });

  test('that does not count leaves out its amounts, at least one', async () => {
    const columns = header.replace('Aetna', 'Aetna,Cigna');
    const { account } = await read(
      `${columns}0420X9,1,1,40,41\n0420X9,1,1,,41\n0420X9,1,1,,\n97112,1,1,40,41\n97110,1,1,40,41\n`,
      { wants: (code) => code === '97110' },
    );
    expect(account).toMatchObject({
      present: 8,
      read: 2,
      leftOut: { 'other-code-type': 4, 'code-not-asked': 2 },
    });
  });
});

describe('above the rows', () => {
  test('sixty titles are passed over, each further line is left out', async () => {
    // The first has a quote that is not doubled.
    const titles = `"a "title", x"\n${'x,y\n'.repeat(59)}`;
    expect((await read(`${titles}${header}${row}`)).account).toMatchObject({ present: 1, problems: [] });
    const { rates, account } = await read(`${titles}one,more\n"a"x",b\n${header}${row}`);
    expect(rates).toEqual([{ ...rate, at: 64 }]);
    const message = 'No headings of codes and charges stand above this line.';
    expect(account).toMatchObject({
      present: 3,
      leftOut: { unreadable: 2 },
      problems: [problemAt(61, '', 'one,more', message), problemAt(62, '', '"a"x",b', message)],
    });
  });

  test('no headings at all are told', async () => {
    const { heads, account } = await read('a,b,c\n1,2,3\n');
    expect(heads).toEqual([]);
    expect(account).toEqual({
      format: 'hpt-csv-free',
      present: 0,
      read: 0,
      leftOut: {},
      problems: [problemAt(0, '', '', 'No row has headings of codes and charges: nothing was read.')],
      notes: [],
    });
  });

  test('headings without a payer are told, and every row has none', async () => {
    const { rates, account } = await read('CPT Code,Gross Charge,Cash Price,Notes\n97110,1,1,x\n');
    expect(rates).toEqual([]);
    expect(account).toMatchObject({
      leftOut: { 'no-payer': 1 },
      notes: ['No heading of the file names a payer.'],
    });
    // Nor do a rate without a payer beside it, and a payer without a rate.
    for (const heading of ['Negotiated Rate', 'Payer']) {
      const half = await read(`CPT Code,Gross Charge,Cash Price,${heading}\n97110,1,1,40\n`);
      expect(half.account).toMatchObject({
        read: 0,
        leftOut: { 'no-payer': 1 },
        notes: ['No heading of the file names a payer.'],
      });
    }
  });
});

describe('rows that cannot be told apart', () => {
  test('are left out with their line, whether they come before the columns are settled or after', async () => {
    const bad = ['97110,1,1,40,7\n', '"97110,1,1,40\n', '97110,1,1,\u00004\n', '"97110"x",1,1\n'];
    for (const before of [0, 200]) {
      const rows = Array.from({ length: before }, () => row).join('');
      const { rates, account } = await read(`${header}${rows}${bad.join('')}${row}97110,1`);
      expect(rates.length).toBe(before + 1);
      expect(account.leftOut).toEqual({ unreadable: 5 });
      expect(account.problems).toEqual([
        problemAt(
          before + 2,
          '',
          '97110,1,1,40,7',
          'The line has more cells than the 4 headings. Quote cells that hold the separator.',
        ),
        problemAt(
          before + 3,
          '',
          '"97110,1,1,40',
          'A quote opened here is never closed. Close it or remove it.',
        ),
        problemAt(before + 4, '', '97110,1,1,\u00004', 'The line holds a NUL character; it may be damaged.'),
        problemAt(before + 5, '', '"97110"x",1,1', 'A quoted cell holds a quote that is not doubled.'),
        problemAt(before + 7, '', '97110,1', 'The file ends in the middle of this line.'),
      ]);
    }
  });

  test('are not those with blank cells more, where the headings or the first row have as many', async () => {
    expect((await read(`${header.replace('\n', ',,\n')}${row.replace('\n', ',,\n')}`)).rates).toEqual([rate]);
    expect((await read(`${header}${row.replace('\n', ',,\n')}`)).rates).toEqual([rate]);
    expect((await read(`${header}${row}${row.replace('\n', ',,\n')}`)).rates).toEqual([rate]);
  });

  test('blank rows are none', async () => {
    expect((await read(`${header}\n,,,\n${row}`)).account).toMatchObject({ present: 1, read: 1 });
  });
});

describe('payers', () => {
  test('are told from the first two hundred rows', async () => {
    const rows = (amounts: number, texts: number) =>
      '97110,1,1,40\n'.repeat(amounts) + '97110,1,1,call\n'.repeat(texts);
    const unknown = header.replace('Aetna', 'Zebra Trust');
    for (const [amounts, texts, read200] of [
      [120, 80, 120],
      [120, 81, 120],
      [119, 81, 0],
    ] as const) {
      const { account } = await read(`${unknown}${rows(amounts, texts)}`);
      expect([amounts, texts, account.read]).toEqual([amounts, texts, read200]);
    }
    const { account } = await read(`${unknown}97110,1,1,40\n`);
    expect(account.notes).toEqual(['Taken for payers because amounts stand below: Zebra Trust.']);
  });

  test('are those chosen, also of headings that nothing shows to be a hospital’s', async () => {
    const charges = { fields: { code: 'Svc' }, payers: ['Paid'] };
    const { rates, account } = await read('a title\nSvc,Paid\n97110,40\n', { charges });
    expect(rates).toEqual([{ ...rate, at: 3, payerRaw: 'Paid' }]);
    expect(account.charges).toEqual({
      header: ['Svc', 'Paid'],
      firstRows: [['97110', '40']],
      fields: { code: 'Svc' },
      payers: ['Paid'],
      payerNames: [''],
      source: 'chosen',
    });
    expect(account.notes).toEqual([]);
  });
});

test('UTF-16 and Windows-1252 are noted', async () => {
  const text = `${header}${row}`.replace('Aetna', 'Aetna é');
  const wide = utf16(`\uFEFF${text}`);
  const windows = Uint8Array.from(text, (sign) => sign.charCodeAt(0));
  for (const [bytes, note] of [
    [wide, 'The file was read as UTF-16.'],
    [windows, 'Some lines are not UTF-8 and were read as Windows-1252; check names with accents.'],
  ] as const) {
    const { rates, account } = await read(bytes);
    expect(rates).toEqual([{ ...rate, payerRaw: 'Aetna é' }]);
    expect(account.notes).toEqual([note]);
  }
});
