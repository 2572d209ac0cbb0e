import { describe, expect, test } from 'vitest';
import type { FileAccount, FormatRate, PaidProvider } from '../../../src/data/formats/formatReader.ts';
import { IntakeTables, intakeLimits } from '../../../src/data/intake/intakeTables.ts';
import { settledAccount } from '../../../src/data/intake/settledAccount.ts';
import { payerReader } from '../../../src/domain/payerReader.ts';
import type { RateTable } from '../../../src/domain/rateTable.ts';
import { shippedAliases } from '../../support/releaseData.ts';

const names = payerReader(shippedAliases());

const rate: FormatRate = {
  at: 7,
  code: '97110',
  codeType: 'HCPCS',
  modifier: 'GP',
  payerRaw: 'Aetna',
  plan: 'PPO',
  setting: 'inpatient',
  billingClass: 'professional',
  cents: 3650,
  methodology: 'case rate',
  flags: 5,
  groups: [1],
};
const pecan: PaidProvider = { name: 'Pecan PT', identifier: 'EIN:1', npis: ['1234567893'], place: 'TX' };

/** A table of two rates, whose dictionaries hold more than it needs. */
const table: RateTable = {
  code: '97112',
  length: 2,
  cents: Uint32Array.of(100, 200),
  provider: Uint32Array.of(1, 0),
  plan: Uint32Array.of(1, 0),
  source: Uint32Array.of(1, 0),
  codeType: Uint8Array.of(0, 1),
  setting: Uint8Array.of(1, 2),
  billingClass: Uint8Array.of(2, 3),
  flags: Uint16Array.of(3, 4),
  modifier: Uint16Array.of(1, 0),
  methodology: Uint16Array.of(0, 1),
  sourceRows: Uint32Array.of(5, 6),
  line: Uint32Array.of(8, 9),
  counts: Uint32Array.of(1, 20),
  providers: [
    { id: 'p0', name: 'Juneau PT', place: 'AK', identifier: '', system: 'Sutter' },
    { id: 'p1', name: 'A class', place: 'TX', identifier: 'NPI:1', system: '' },
  ],
  plans: [
    { id: 'n0', payerRaw: 'CIGNA', plan: '', payer: 'cigna', parent: '', line: 'Commercial' },
    { id: 'n1', payerRaw: 'X', plan: 'Y', payer: 'other', parent: 'Z', line: 'Unspecified' },
  ],
  sources: [
    {
      id: 's0',
      name: 'a.csv',
      place: 'TX',
      kind: 'hospital',
      date: '2025-02',
      year: 2025,
      publishedUrl: 'https://x.org/a',
      sha256: 'aa',
      carriedBy: 'c',
      confidence: 'high',
    },
    {
      id: 's1',
      name: 'b.csv',
      place: 'AK',
      kind: 'payer',
      date: '',
      year: 0,
      publishedUrl: '',
      sha256: '',
      carriedBy: '',
      confidence: '',
    },
  ],
  modifiers: ['', 'CQ'],
  methodologies: ['', 'per diem'],
};

test('a published rate comes out with all that was told of it, its source by the file’s head', () => {
  const tables = new IntakeTables(names);
  const { sink, end } = tables.open('mine.json');
  sink.group(1, [pecan]);
  sink.rate(rate);
  sink.head({ publisher: 'Zyxo', kind: 'payer', date: '2026-01', version: '1' });
  expect(end()).toEqual({ unpaid: 0, beyond: 0 });
  expect(tables.length).toBe(1);
  const { tables: read, npis, publishers } = tables.result();
  expect(read.get('97110')).toEqual({
    code: '97110',
    length: 1,
    cents: Uint32Array.of(3650),
    provider: Uint32Array.of(0),
    plan: Uint32Array.of(0),
    source: Uint32Array.of(0),
    codeType: Uint8Array.of(1),
    setting: Uint8Array.of(2),
    billingClass: Uint8Array.of(2),
    flags: Uint16Array.of(5),
    modifier: Uint16Array.of(1),
    methodology: Uint16Array.of(1),
    sourceRows: Uint32Array.of(1),
    line: Uint32Array.of(7),
    counts: null,
    providers: [{ id: 'own-n0', name: 'Pecan PT', place: 'TX', identifier: 'EIN:1', system: '' }],
    plans: [{ id: 'own-p0', payerRaw: 'Aetna', plan: 'PPO', payer: 'aetna', parent: '', line: 'Commercial' }],
    sources: [
      {
        id: 'own-s0',
        name: 'mine.json',
        place: '',
        kind: 'payer',
        date: '2026-01',
        year: 2026,
        publishedUrl: '',
        sha256: '',
        carriedBy: '',
        confidence: '',
      },
    ],
    modifiers: ['', 'GP'],
    methodologies: ['', 'case rate'],
  });
  expect([publishers, npis]).toEqual([
    ['Zyxo'],
    { starts: Uint32Array.of(0, 1), numbers: Float64Array.of(1_234_567_893) },
  ]);
});

test.each([
  ['', 0],
  ['2026', 2026],
  ['1999-12-31', 1999],
  ['2100', 0],
  ['x2026', 0],
  ['26', 0],
])('a file dated %j is of the year %i', (date, year) => {
  const tables = new IntakeTables(names);
  const { sink, end } = tables.open('a.json');
  sink.head({ publisher: '', kind: 'payer', date, version: '' });
  sink.group(1, [pecan]);
  sink.rate(rate);
  end();
  expect(tables.result().tables.get('97110')?.sources).toMatchObject([{ date, year }]);
});

test('a file that tells nothing of itself is the user’s own', () => {
  const tables = new IntakeTables(names);
  const { sink, end } = tables.open('a.json');
  sink.group(1, [pecan]);
  sink.rate(rate);
  end();
  const { tables: read, publishers } = tables.result();
  expect(read.get('97110')?.sources).toMatchObject([{ name: 'a.json', kind: 'own', date: '', year: 0 }]);
  expect(publishers).toEqual(['']);
});

describe('tables that are taken as they are', () => {
  test('keep their cells; their dictionaries follow those that are there', () => {
    const tables = new IntakeTables(names);
    const { sink, end } = tables.open('mine.json');
    sink.group(1, [pecan]);
    sink.rate(rate);
    end();
    expect(tables.take([table], ['One', 'Two'])).toEqual({ unpaid: 0, beyond: 0 });
    expect(tables.take([], [])).toEqual({ unpaid: 0, beyond: 0 });
    expect(tables.length).toBe(3);
    const { tables: read, publishers } = tables.result();
    expect(publishers).toEqual(['', 'One', 'Two']);
    const taken = read.get('97112');
    expect(taken).toMatchObject({
      code: '97112',
      length: 2,
      cents: Uint32Array.of(100, 200),
      provider: Uint32Array.of(2, 1),
      plan: Uint32Array.of(2, 1),
      source: Uint32Array.of(2, 1),
      codeType: Uint8Array.of(0, 1),
      setting: Uint8Array.of(1, 2),
      billingClass: Uint8Array.of(2, 3),
      flags: Uint16Array.of(3, 4),
      modifier: Uint16Array.of(2, 0),
      methodology: Uint16Array.of(0, 2),
      sourceRows: Uint32Array.of(5, 6),
      line: Uint32Array.of(8, 9),
      // The class stands for twenty; of other codes' tables nothing is said.
      counts: Uint32Array.of(1, 1, 20),
    });
    expect(read.get('97110')?.counts).toBeNull();
    expect(taken?.modifiers).toEqual(['', 'GP', 'CQ']);
    expect(taken?.methodologies).toEqual(['', 'case rate', 'per diem']);
    expect(taken?.providers.slice(1)).toEqual([
      { id: 'own-n1', name: 'Juneau PT', place: 'AK', identifier: '', system: 'Sutter' },
      { id: 'own-n2', name: 'A class', place: 'TX', identifier: 'NPI:1', system: '' },
    ]);
    expect(taken?.plans.slice(1)).toEqual([
      { id: 'own-p1', payerRaw: 'CIGNA', plan: '', payer: 'cigna', parent: '', line: 'Commercial' },
      { id: 'own-p2', payerRaw: 'X', plan: 'Y', payer: 'other', parent: 'Z', line: 'Unspecified' },
    ]);
    expect(taken?.sources.slice(1)).toEqual([
      { ...table.sources[0], id: 'own-s1' },
      { ...table.sources[1], id: 'own-s2' },
    ]);
  });

  test('have no publishers where none are told, and no counts where each is one', () => {
    const tables = new IntakeTables(names);
    tables.take([{ ...table, counts: null }], []);
    const { tables: read, publishers, npis } = tables.result();
    expect([publishers, read.get('97112')?.counts]).toEqual([['', ''], null]);
    expect(npis).toEqual({ starts: Uint32Array.of(0, 0, 0), numbers: new Float64Array() });
    const ones = new IntakeTables(names);
    ones.take([{ ...table, counts: Uint32Array.of(1, 1) }], []);
    expect(ones.result().tables.get('97112')?.counts).toBeNull();
  });

  test('count published rows for which there is no room: of rates, or of providers', () => {
    const ofRates = new IntakeTables(names, { rates: 1, providers: 9 });
    expect(ofRates.take([table], [])).toEqual({ unpaid: 0, beyond: 6 });
    expect([...(ofRates.result().tables.get('97112')?.cents ?? [])]).toEqual([100]);
    const ofProviders = new IntakeTables(names, { rates: 9, providers: 1 });
    // The first provider of the dictionary has room, the other, of the first rate, has none.
    expect(ofProviders.take([table], [])).toEqual({ unpaid: 0, beyond: 5 });
    const { tables: read } = ofProviders.result();
    expect([...(read.get('97112')?.cents ?? [])]).toEqual([200]);
    expect(read.get('97112')?.counts).toBeNull();
  });
});

test('one tab holds five million rates and half a million providers', () => {
  expect(intakeLimits).toEqual({ rates: 5_000_000, providers: 500_000 });
});

test('what is not held is not read: an account says so, reason by reason', () => {
  const account: FileAccount = {
    format: 'tic-in-network',
    present: 10,
    read: 7,
    leftOut: { bundle: 2, 'no-room': 1 },
    problems: [],
    notes: [],
  };
  expect(settledAccount(account, { unpaid: 0, beyond: 0 })).toBe(account);
  expect(settledAccount(account, { unpaid: 2, beyond: 0 })).toEqual({
    ...account,
    read: 5,
    leftOut: { bundle: 2, 'no-room': 1, 'no-provider': 2 },
  });
  expect(settledAccount(account, { unpaid: 0, beyond: 3 })).toEqual({
    ...account,
    read: 4,
    leftOut: { bundle: 2, 'no-room': 4 },
  });
  const once = settledAccount(account, { unpaid: 1, beyond: 2 });
  expect(once).toMatchObject({ read: 4, leftOut: { bundle: 2, 'no-room': 3, 'no-provider': 1 } });
  expect(settledAccount(once, { unpaid: 1, beyond: 0 })).toMatchObject({
    read: 3,
    leftOut: { bundle: 2, 'no-room': 3, 'no-provider': 2 },
  });
  expect(account.leftOut).toEqual({ bundle: 2, 'no-room': 1 });
});
