import { describe, expect, test } from 'vitest';
import { hptCsvTallFormat } from '../../../src/data/formats/hptCsvTallFormat.ts';
import { hptCsvWideFormat } from '../../../src/data/formats/hptCsvWideFormat.ts';
import { readFormat } from '../../support/readFormat.ts';
import { utf16 } from '../../support/utf16.ts';

const utf8 = new TextEncoder();
const head =
  'hospital_name,last_updated_on,version,hospital_address,license_number|TX,type_2_npi\n' +
  'Pecan,2026-03-01,3.0.0,1 Elm,9,1234567893\n';
const tall =
  'code|1,code|1|type,modifiers,setting,billing_class,standard_charge|gross,payer_name,plan_name,standard_charge|negotiated_dollar,standard_charge|negotiated_percentage,standard_charge|negotiated_algorithm,standard_charge|methodology,estimated_amount\n';
const row = '97110,CPT,GP,outpatient,facility,50,Aetna,PPO,40,,,fee schedule,\n';
const rate = {
  at: 4,
  code: '97110',
  codeType: 'CPT',
  modifier: 'GP',
  payerRaw: 'Aetna',
  plan: 'PPO',
  setting: 'outpatient',
  billingClass: 'facility',
  cents: 4000,
  methodology: 'fee schedule',
  flags: 0,
  groups: [0],
};

const read = (text: string | Uint8Array, format = hptCsvTallFormat, wants?: (code: string) => boolean) =>
  readFormat(typeof text === 'string' ? utf8.encode(text) : text, { format, ...(wants && { wants }) });

async function account(text: string, format = hptCsvTallFormat) {
  return (await read(text, format)).account;
}

function problem(line: number, found: string, message: string, leftOut = true) {
  return { file: 'file', line, column: '', found, message, leftOut };
}

const titleMessage = 'This is no row of the template.';
const noHeadings =
  "No row has the headings of CMS's template, such as code|1 and payer_name: nothing was read.";
const unsaid = [
  'The file does not name its hospital.',
  'The file does not say which state the hospital is in.',
  'The file does not say when it was updated.',
];

test('every field of a tall row and of the head goes where it belongs', async () => {
  expect(await read(`${head}${tall}${row}`)).toEqual({
    heads: [{ publisher: 'Pecan', kind: 'hospital', date: '2026-03-01', version: '3.0.0' }],
    providers: new Map([
      [0, [{ name: 'Pecan', identifier: 'NPI:1234567893', npis: ['1234567893'], place: 'TX' }]],
    ]),
    rates: [rate],
    account: { format: 'hpt-csv-tall', present: 1, read: 1, leftOut: {}, problems: [], notes: [] },
  });
});

describe('above the items', () => {
  test('the head may stand in any order, under titles and blank rows, its state in the address', async () => {
    const { heads, providers, rates } = await read(
      'Prices\n , \nversion,hospital_address,hospital_name\n2.0.0,"1 Elm, Tulsa, OK 74101",Pecan\nmore\n' +
        `${tall}${row}`,
    );
    expect(heads).toEqual([{ publisher: 'Pecan', kind: 'hospital', date: '', version: '2.0.0' }]);
    expect(providers.get(0)).toEqual([{ name: 'Pecan', identifier: '', npis: [], place: 'OK' }]);
    expect(rates).toEqual([{ ...rate, at: 7 }]);
  });

  test('thirty titles are passed over, each further one is left out', async () => {
    const titles = Array.from({ length: 30 }, (_, n) => `title ${n + 1}\n`).join('');
    const fine = await read(`${titles}${tall}${row}`);
    expect(fine.rates).toEqual([{ ...rate, at: 32 }]);
    expect(fine.account).toMatchObject({ present: 1, read: 1, leftOut: {}, problems: [] });
    expect(await account(`${titles}one more,x\nand another\n${tall}${row}`)).toEqual({
      format: 'hpt-csv-tall',
      present: 3,
      read: 1,
      leftOut: { unreadable: 2 },
      problems: [problem(31, 'one more,x', titleMessage), problem(32, 'and another', titleMessage)],
      notes: unsaid,
    });
  });

  test('an open quote costs its line, a quote that is not doubled nothing', async () => {
    expect(await account(`"Prices\n${tall}${row}`)).toEqual({
      format: 'hpt-csv-tall',
      present: 2,
      read: 1,
      leftOut: { unreadable: 1 },
      problems: [problem(1, '"Prices', titleMessage)],
      notes: unsaid,
    });
    expect(await account(`"Prices "of" Pecan"\n${tall}${row}`)).toMatchObject({ present: 1, read: 1 });
  });

  test('a head without values says nothing of the hospital', async () => {
    const { heads, providers, rates } = await read(`hospital_name,version\n${tall}${row}`);
    expect(heads).toEqual([{ publisher: '', kind: 'hospital', date: '', version: '' }]);
    expect(providers.get(0)?.[0]?.name).toBe('A hospital its file does not name');
    expect(rates).toEqual([{ ...rate, at: 3 }]);
  });

  test('columns between commas are not put together as those between bars are', async () => {
    const { rates } = await read(
      'code,1,code|1|type,standard_charge,gross,payer_name,standard_charge|negotiated_dollar\n97110,x,CPT,1,2,Aetna,40\n',
    );
    expect(rates.map(({ code, payerRaw, cents }) => [code, payerRaw, cents])).toEqual([
      ['97110', 'Aetna', 4000],
    ]);
  });

  test('a second row that names a hospital is a title', async () => {
    const { heads } = await read(`${head}hospital_name,x\nOther,y\n${tall}${row}`);
    expect(heads.map(({ publisher }) => publisher)).toEqual(['Pecan']);
  });
});

describe('nothing to read', () => {
  test('without headings', async () => {
    expect(await read('Prices\n')).toEqual({
      heads: [],
      providers: new Map(),
      rates: [],
      account: {
        format: 'hpt-csv-tall',
        present: 0,
        read: 0,
        leftOut: {},
        problems: [problem(0, '', noHeadings)],
        notes: [],
      },
    });
  });

  test('without items, which is told at the headings', async () => {
    expect(await account(`${head}${tall}\n,,\n`)).toEqual({
      format: 'hpt-csv-tall',
      present: 0,
      read: 0,
      leftOut: {},
      problems: [problem(3, '', 'There are no items under the headings: an empty template.', false)],
      notes: [],
    });
  });
});

describe('a row that is no item', () => {
  test('is left out with what it holds and why', async () => {
    const open = '"97110,CPT,,,,,Aetna,,40,,,,';
    const wide = '97110,CPT,,,,,Aetna,,40,,,,,more';
    expect(await account(`${head}${tall}${wide}\n${row}${open}\n${row}`)).toEqual({
      format: 'hpt-csv-tall',
      present: 4,
      read: 2,
      leftOut: { unreadable: 2 },
      problems: [
        problem(
          4,
          wide,
          'The line has more cells than the 13 headings. Quote cells that hold the separator.',
        ),
        problem(6, open, 'A quote opened here is never closed. Close it or remove it.'),
      ],
      notes: [],
    });
  });

  test('may have more blank cells than headings where the headings or the first row have them', async () => {
    const wide = row.replace('\n', ',,\n');
    const header = tall.replace('\n', ',,\n');
    // A blank cell more than in the first row and the headings, which could be a comma that moved cells.
    for (const [text, fine] of [
      [`${head}${header}${row}${wide}`, 2],
      [`${head}${tall}${wide}${row}${wide}`, 3],
      [`${head}${tall}${row}${wide}`, 1],
      [`${head}${header}${row}${wide.replace('\n', ',\n')}`, 1],
    ] as const)
      expect((await account(text)).read, text).toBe(fine);
  });

  test('repeats the headings: one line, whatever it holds; other codes that are none count their amounts', async () => {
    expect(await account(`${head}${tall}${row}${tall}`)).toEqual({
      format: 'hpt-csv-tall',
      present: 2,
      read: 1,
      leftOut: { unreadable: 1 },
      problems: [problem(5, tall.trim().slice(0, 79).concat('…'), 'The line repeats the headings.')],
      notes: [],
    });
    expect(await account(`${head}${tall}Code,x\n,,,,,,,,,,,,x\nzip code,x\n${row}`)).toEqual({
      format: 'hpt-csv-tall',
      present: 4,
      read: 1,
      leftOut: { unreadable: 1, 'other-code-type': 2 },
      problems: [problem(4, 'Code,x', 'The line repeats the headings.')],
      notes: ['2 rows have fewer cells than headings; the rest is taken as blank.'],
    });
  });
});

describe('the amounts of a wide row', () => {
  const wide =
    'code|1,code|1|type,code|2,code|2|type,standard_charge|Aetna|PPO|negotiated_dollar,standard_charge|Cigna||negotiated_dollar,standard_charge|Cigna||negotiated_percentage,standard_charge|Cigna||negotiated_algorithm,standard_charge|Cigna||methodology,estimated_amount|Cigna|\n';
  const rest = async (cells: string, wants?: (code: string) => boolean) => {
    const found = await read(`${head}${wide}${cells}\n`, hptCsvWideFormat, wants);
    expect(found.rates).toEqual([]);
    return found.account.leftOut;
  };

  test('are those of the payers of whom it says anything', async () => {
    const { rates } = await read(
      `${head}${wide}97110,CPT,,,40,41,,,,\n97110,CPT,,,,42,,,,\n`,
      hptCsvWideFormat,
    );
    expect(rates.map(({ at, payerRaw, plan, cents }) => [at, payerRaw, plan, cents])).toEqual([
      [4, 'Aetna', 'PPO', 4000],
      [4, 'Cigna', '', 4100],
      [5, 'Cigna', '', 4200],
    ]);
    // Dollars and estimate say nothing that is an amount; percentage and algorithm say another kind; so does a method alone.
    expect(await rest('97110,CPT,,,,N/A,,,,')).toEqual({ 'not-an-amount': 1 });
    expect(await rest('97110,CPT,,,,,50,,,')).toEqual({ 'no-dollars': 1 });
    expect(await rest('97110,CPT,,,,,,lesser of,,')).toEqual({ 'no-dollars': 1 });
    expect(await rest('97110,CPT,,,,,,,other,')).toEqual({ 'not-an-amount': 1 });
    expect(await rest('97110,CPT,,,,,,,,30')).toEqual({ 'not-an-amount': 1 });
  });

  test('are none of a payer where there are none, once for each code', async () => {
    expect(await rest('97110,CPT,97112,CPT,,,,,,')).toEqual({ 'no-payer': 2 });
  });

  test('count where the row’s codes do not, at least one', async () => {
    expect(await rest('0420,RC,,,40,41,,,,')).toEqual({ 'other-code-type': 2 });
    expect(await rest('0420,RC,,,,,50,,,')).toEqual({ 'other-code-type': 1 });
    expect(await rest('0420,RC,,,,,,,,')).toEqual({ 'other-code-type': 1 });
    expect(await rest('97110,CPT,97112,CPT,40,41,,,,', () => false)).toEqual({ 'code-not-asked': 2 });
  });
});

describe('the payer of a tall row', () => {
  test('is named by payer or plan; a row with neither has none', async () => {
    const { rates, account: found } = await read(
      `${head}${tall}97110,CPT,,,,,,PPO,40,,,,\n97110,CPT,,,,,Aetna,,41,,,,\n97110,CPT,,,,,,,42,,,,\n` +
        '0420,RC,,,,,,PPO,40,,,,\n0420,RC,,,,,,,,,,,\n',
    );
    expect(rates.map(({ at, payerRaw, plan, cents }) => [at, payerRaw, plan, cents])).toEqual([
      [4, 'PPO', '', 4000],
      [5, 'Aetna', '', 4100],
    ]);
    expect(found.leftOut).toEqual({ 'no-payer': 1, 'other-code-type': 2 });
  });
});

describe('how a file is written', () => {
  test('fewer cells than headings are blank ones, which is noted', async () => {
    expect((await account(`${head}${tall}97110,CPT,,,,,Aetna,,40\n`)).notes).toEqual([
      '1 row has fewer cells than headings; the rest is taken as blank.',
    ]);
  });

  test('UTF-16 and Windows-1252 are noted', async () => {
    const text = `${head}${tall}${row}`.replace('Pecan', 'Pecán');
    const wide = utf16(`\uFEFF${text}`);
    const windows = Uint8Array.from(text, (sign) => sign.charCodeAt(0));
    for (const [bytes, note] of [
      [wide, 'The file was read as UTF-16.'],
      [windows, 'Some lines are not UTF-8 and were read as Windows-1252; check names with accents.'],
    ] as const) {
      const { heads, rates, account: found } = await read(bytes);
      expect(heads[0]?.publisher).toBe('Pecán');
      expect(rates).toEqual([rate]);
      expect(found.notes).toEqual([note]);
    }
  });
});
