import { describe, expect, test } from 'vitest';
import { rateDictionaries } from '../../src/data/rateDictionaries.ts';
import { rateColumns, readRateFile } from '../../src/data/readRateFile.ts';
import type { Plan, Provider, RateSource } from '../../src/domain/rateTable.ts';

const providers: readonly Provider[] = [
  { id: 'p0', name: 'Juneau PT', place: 'AK', identifier: '', system: '' },
  { id: 'p1', name: 'Pecan PT', place: 'TX', identifier: '', system: '' },
  { id: 'p2', name: 'Nowhere PT', place: '', identifier: '', system: '' },
];
const plans: readonly Plan[] = ['n0', 'n1'].map((id) => ({
  id,
  payerRaw: 'Aetna',
  plan: '',
  payer: 'aetna',
  parent: '',
  line: 'Commercial',
}));
const source: RateSource = {
  id: 's0',
  name: 'f.csv',
  place: 'TX',
  kind: 'hospital',
  date: '2026',
  year: 2026,
  publishedUrl: '',
  sha256: '',
  carriedBy: '',
  confidence: '',
};
const ids = rateDictionaries(providers, plans, [source, { ...source, id: 's1' }]);
const good: Readonly<Record<string, string>> = {
  state: 'TX',
  provider: 'p1',
  plan: 'n1',
  code_type: 'HCPCS',
  modifier: 'GP',
  setting: 'inpatient',
  billing_class: 'institutional',
  rate: '38.50',
  methodology: 'per diem',
  source: 's1',
  flags: 'per_diem|very_low',
  source_rows: '3',
  count: '20',
};
const header = [...rateColumns, 'count'];
const lineOf = (change: Readonly<Record<string, string>> = {}) =>
  header.map((column) => ({ ...good, ...change })[column] ?? '').join(',');
const read = (...lines: readonly string[]) =>
  readRateFile([header.join(','), ...lines, ''].join('\n'), 'rates/97110/TX.csv', '97110', ids);

/** What is told of a line, by columns in a block of lines and cell by cell: the same. */
function told(change: Readonly<Record<string, string>>): readonly string[] {
  const plain = read(lineOf(change));
  const byCells = read(lineOf(change).replace(/^([^,]*)/, '"$1" '));
  expect(byCells).toEqual(plain);
  expect(plain.table.length).toBe(plain.problems.length === 0 ? 1 : 0);
  expect(
    plain.problems.every(({ file, line, leftOut }) => file === 'rates/97110/TX.csv' && line === 2 && leftOut),
  ).toBe(true);
  return plain.problems.map(({ column, found, message }) => `${column}: ${found}: ${message}`);
}

test('a line becomes an entry of each column', () => {
  expect(read(lineOf())).toEqual({
    table: {
      code: '97110',
      length: 1,
      cents: Uint32Array.of(3850),
      provider: Uint32Array.of(1),
      plan: Uint32Array.of(1),
      source: Uint32Array.of(1),
      codeType: Uint8Array.of(1),
      setting: Uint8Array.of(2),
      billingClass: Uint8Array.of(3),
      // The third and the fourth flag.
      flags: Uint16Array.of(4 + 8),
      modifier: Uint16Array.of(1),
      methodology: Uint16Array.of(1),
      sourceRows: Uint32Array.of(3),
      line: Uint32Array.of(2),
      counts: Uint32Array.of(1, 20, 1),
      providers,
      plans,
      sources: [source, { ...source, id: 's1' }],
      modifiers: ['', 'GP'],
      methodologies: ['', 'per diem'],
    },
    present: 1,
    leftOut: 0,
    problems: [],
  });
});

const money = 'A rate is more than 0.00 and less than 42,949,672.96 dollars.';
const place = 'This is not the postal code of one of the 53 places, such as TX.';
const noDollars = 'This is not a dollar amount such as 36.50.';
const flags =
  'above_gross, equals_gross, per_diem, very_low, encounter_level, hospital_estimate, clinic_median';
const whole = 'This is not a whole number such as 12.';
const count = 'A line stands for 1 to 100000000 providers.';

test.each<[Readonly<Record<string, string>>, readonly string[]]>([
  [{}, []],
  [{ provider: 'p9' }, ['provider: p9: No provider of the release has this id.']],
  [{ plan: 'n9' }, ['plan: n9: No plan of the release has this id.']],
  [{ source: '' }, ['source: : No source of the release has this id.']],
  [{ state: 'AK' }, ['state: AK: The provider of this line is filed under TX.']],
  [{ state: '' }, ['state: : The provider of this line is filed under TX.']],
  [{ state: 'TX', provider: 'p2' }, ['state: TX: The provider of this line is filed under no state.']],
  [{ state: '', provider: 'p2' }, []],
  [{ state: 'AK', provider: 'p0' }, []],
  [{ state: 'ZZ' }, [`state: ZZ: ${place}`, 'state: ZZ: The provider of this line is filed under TX.']],
  [{ code_type: '' }, ['code_type: : This is not one of CPT, HCPCS, APC.']],
  [{ setting: '', billing_class: '', flags: '', modifier: '', methodology: '' }, []],
  [{ setting: 'x' }, ['setting: x: This is not one of (blank), outpatient, inpatient, both, emergency.']],
  [
    { billing_class: 'x' },
    ['billing_class: x: This is not one of (blank), facility, professional, institutional.'],
  ],
  [{ rate: '' }, [`rate: : ${noDollars}`]],
  [{ rate: '-1' }, [`rate: -1: ${noDollars}`]],
  [{ rate: '0.00' }, [`rate: 0.00: ${money}`]],
  [{ rate: '0.004' }, [`rate: 0.004: ${money}`]],
  [{ rate: '0.005' }, []],
  [{ rate: '42949672.95' }, []],
  [{ rate: '42949672.96' }, [`rate: 42949672.96: ${money}`]],
  [{ flags: 'odd' }, [`flags: odd: "odd" is not one of ${flags}.`]],
  [
    { flags: 'per_diem|odd|x' },
    [
      `flags: per_diem|odd|x: "odd" is not one of ${flags}.`,
      `flags: per_diem|odd|x: "x" is not one of ${flags}.`,
    ],
  ],
  [{ source_rows: '0' }, ['source_rows: 0: A rate stands for at least 1 published row.']],
  [{ source_rows: '' }, [`source_rows: : ${whole}`]],
  [{ source_rows: '1' }, []],
  [{ count: '' }, []],
  [{ count: '1' }, []],
  [{ count: '100000000' }, []],
  [{ count: '100000001' }, [`count: 100000001: ${count}`]],
  [{ count: '0' }, [`count: 0: ${count}`]],
  [{ count: 'x' }, [`count: x: ${whole}`]],
  [{ count: '1234567890123456' }, [`count: 1234567890123456: ${whole}`]],
])('%o', (change, problems) => {
  expect(told(change)).toEqual(problems);
});

describe('a file of rates', () => {
  test('holds a provider to the count it came with, even where that line is odd', () => {
    const odd = lineOf().replace('TX', '"TX" ');
    for (const first of [lineOf(), odd])
      for (const second of [lineOf({ count: '19' }), lineOf({ count: '19' }).replace('TX', '"TX" ')])
        expect(read(first, second).problems).toEqual([
          {
            file: 'rates/97110/TX.csv',
            line: 3,
            column: 'count',
            found: '19',
            message: 'An earlier line of this provider has 20.',
            leftOut: true,
          },
        ]);
    // A line that is left out says nothing of its provider.
    expect(read(lineOf({ count: '19', plan: 'n9' }), lineOf()).problems.map(({ column }) => column)).toEqual([
      'plan',
    ]);
    expect(read(lineOf({ count: '' }), lineOf({ count: '1' })).table.counts).toBeNull();
  });

  test('keeps many lines in their order, past each doubling of its room', () => {
    for (const many of [64, 65, 128, 129]) {
      const lines = Array.from({ length: many }, (_, at) =>
        lineOf({ rate: `${at + 1}.00`, modifier: `M${at % 3}`, flags: '', count: '' }),
      );
      const { table } = read(...lines);
      expect([...table.cents]).toEqual(lines.map((_, at) => (at + 1) * 100));
      expect([...table.line]).toEqual(lines.map((_, at) => at + 2));
      expect(table.modifiers).toEqual(['', 'M0', 'M1', 'M2']);
    }
  });

  test('without its headings, or that is none, says so once', () => {
    const text = 'state,provider,plan,rate\nTX,p1,n1,38.50\n"TX" ,p1,n1,38.50\n';
    const found = readRateFile(text, 'TX.csv', '97110', ids);
    expect([found.table.length, found.present, found.leftOut]).toEqual([0, 2, 2]);
    expect(found.problems).toEqual([
      {
        file: 'TX.csv',
        line: 1,
        column: '',
        found: 'state,provider,plan,rate',
        message:
          'The heading lacks code_type, modifier, setting, billing_class, methodology, source, flags, source_rows; no line could be read.',
        leftOut: true,
      },
    ]);
    const page = readRateFile('<html>', 'TX.csv', '97110', ids);
    expect(page.problems.map(({ line, message }) => [line, message])).toEqual([
      [0, 'This is a web page, not a CSV.'],
    ]);
    const empty = readRateFile(header.join(','), 'TX.csv', '97110', ids);
    expect([empty.problems, empty.present, empty.table.counts]).toEqual([[], 0, null]);
  });
});
