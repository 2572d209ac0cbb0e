import { describe, expect, test } from 'vitest';
import { JsonText } from '../../../../src/data/formats/jsonText.ts';
import { groupKey } from '../../../../src/data/formats/tic/groupKey.ts';
import { NumberPool } from '../../../../src/data/formats/tic/numberPool.ts';
import { paidProvider, type TaxIdKind } from '../../../../src/data/formats/tic/paidProvider.ts';
import { ProviderPool } from '../../../../src/data/formats/tic/providerPool.ts';
import { Spellings } from '../../../../src/data/formats/tic/spellings.ts';

const textOf = (text: string): JsonText => {
  const found = new JsonText();
  const bytes = new TextEncoder().encode(text);
  found.set(bytes, 0, bytes.length, text.includes('\\'));
  return found;
};

describe('who is paid', () => {
  test.each<[TaxIdKind, string, string, readonly string[], string, string]>([
    ['ein', '12-3456789', 'Elm', [], 'Elm', 'EIN:123456789'],
    ['ein', '12-3456789', '', [], 'Tax id 123456789', 'EIN:123456789'],
    ['', '123456789', '', ['1234567893'], 'Tax id 123456789', 'EIN:123456789'],
    ['ein', '1-23456789', '', [], 'Tax id 1-23456789', 'EIN:1-23456789'],
    ['ein', '123-456789', '', [], 'Tax id 123-456789', 'EIN:123-456789'],
    ['ein', '12-34x', '', [], 'Tax id 12-34x', 'EIN:12-34x'],
    ['npi', '1234567893', '', ['1000000000'], 'NPI 1234567893', 'NPI:1234567893'],
    ['npi', '1234567893', 'Elm', [], 'Elm', 'NPI:1234567893'],
    // Zeros are no tax id: then a NPI that is alone tells.
    ['npi', '0', '', ['1234567893'], 'NPI 1234567893', 'NPI:1234567893'],
    ['ein', '00-0000000', '', ['1234567893'], 'NPI 1234567893', 'NPI:1234567893'],
    ['ein', '', '', ['1234567893', '1000000000'], 'No tax id given', ''],
    ['', '', 'Elm', [], 'Elm', ''],
    ['npi', '', '', [], 'No tax id given', ''],
  ])('%s %j, “%s”, %j', (kind, value, name, npis, words, identifier) => {
    expect(paidProvider({ kind, value }, name, npis)).toEqual({ name: words, identifier, npis, place: '' });
  });
});

describe('lists of providers', () => {
  type Told = readonly [kind: string, value: string, name: string, ...npis: readonly number[]];
  const tell = (pool: ProviderPool, ...providers: readonly Told[]) => {
    pool.startList();
    for (const [kind, value, name, ...npis] of providers) {
      pool.startProvider();
      if (kind !== '') pool.tin('type', kind);
      if (value !== '') pool.tin('value', value);
      if (name !== '') pool.tin('business_name', name);
      for (const npi of npis) pool.npi(textOf(String(npi)));
      pool.endProvider();
    }
  };
  const elm: Told = ['ein', '123456789', 'Elm', 1_234_567_893];
  const oak: Told = ['NPI ', ' 1000000000 ', ' Oak '];
  const paid = (identifier: string, name: string, ...npis: readonly string[]) => ({
    name,
    identifier,
    npis,
    place: '',
  });

  test('have a number before they are told, and are empty until then', () => {
    const pool = new ProviderPool();
    const [first, second] = [pool.newList(), pool.newList()];
    expect([first, second, pool.isEmpty(0), pool.providers(1)]).toEqual([0, 1, true, []]);
    expect(pool.hasBegun).toBe(false);
    tell(pool, elm, oak);
    expect(pool.hasBegun).toBe(true);
    pool.endList(second);
    tell(pool, oak);
    pool.endList(first);
    expect(pool.providers(second)).toEqual([
      paid('EIN:123456789', 'Elm', '1234567893'),
      paid('NPI:1000000000', 'Oak'),
    ]);
    expect(pool.providers(first)).toEqual([paid('NPI:1000000000', 'Oak')]);
    expect([pool.isEmpty(first), pool.isEmpty(second)]).toEqual([false, false]);
    pool.startList();
    expect(pool.hasBegun).toBe(false);
  });

  test('hold every tax id as it is written', () => {
    const pool = new ProviderPool();
    const ids = ['1', '012', '00000000000001', '99999999999999', '123456789012345', '12-3456789', 'A1', '-5'];
    tell(pool, ...ids.map((id): Told => ['ein', id, '']));
    pool.endList(pool.newList());
    expect(pool.providers(0).map(({ identifier }) => identifier)).toEqual([
      'EIN:1',
      'EIN:012',
      'EIN:00000000000001',
      'EIN:99999999999999',
      'EIN:123456789012345',
      'EIN:123456789',
      'EIN:A1',
      'EIN:-5',
    ]);
  });

  test('hold every NPI of ten digits; others are counted, 0 is none', () => {
    const pool = new ProviderPool();
    tell(
      pool,
      [
        '',
        '',
        '',
        0,
        999_999_999,
        1_000_000_000,
        2_999_999_999,
        3_000_000_000,
        9_999_999_999,
        10_000_000_000,
      ],
      ['', '', '', 3_000_000_001],
    );
    pool.endList(pool.newList());
    expect(pool.providers(0).map(({ npis }) => npis)).toEqual([
      ['1000000000', '2999999999', '3000000000', '9999999999'],
      ['3000000001'],
    ]);
    expect(pool.badNpis).toBe(2);
  });

  test('are one where they are alike, another where anything or the order differs', () => {
    const pool = new ProviderPool();
    const lists: readonly (readonly Told[])[] = [
      [elm, oak],
      [oak, elm],
      [elm],
      [['npi', '123456789', 'Elm', 1_234_567_893]],
      [['', '123456789', 'Elm', 1_234_567_893]],
      [['ein', '123456788', 'Elm', 1_234_567_893]],
      [['ein', '0123456789', 'Elm', 1_234_567_893]],
      [['ein', '123456789', 'Oak', 1_234_567_893]],
      [['ein', '123456789', '', 1_234_567_893]],
      [['ein', '123456789', 'Elm', 1_234_567_894]],
      [['ein', '123456789', 'Elm']],
      [['ein', '123456789', 'Elm', 1_000_000_001, 1_000_000_002]],
      [['ein', '123456789', 'Elm', 1_000_000_002, 1_000_000_001]],
      [['ein', '123456789', 'Elm', 5_294_967_297]],
      [['ein', '123456789', 'Elm', 9_589_934_593]],
      [],
    ];
    for (let time = 0; time < 2; time += 1)
      expect(
        lists.map((list) => {
          tell(pool, ...list);
          return pool.alikeList();
        }),
      ).toEqual(lists.map((_, at) => at));
    expect(pool.providers(0)).toEqual([
      paid('EIN:123456789', 'Elm', '1234567893'),
      paid('NPI:1000000000', 'Oak'),
    ]);
    expect(pool.providers(14)).toEqual([paid('EIN:123456789', 'Elm', '9589934593')]);
    expect(pool.isEmpty(15)).toBe(true);
  });

  test('that are dropped leave nothing behind', () => {
    const pool = new ProviderPool();
    tell(pool, elm, oak);
    pool.dropList();
    expect(pool.hasBegun).toBe(false);
    tell(pool, ['ein', '1', 'Ash', 1_000_000_001]);
    pool.endList(pool.newList());
    tell(pool, elm);
    pool.dropList();
    tell(pool, oak);
    pool.endList(pool.newList());
    expect([pool.providers(0), pool.providers(1)]).toEqual([
      [paid('EIN:1', 'Ash', '1000000001')],
      [paid('NPI:1000000000', 'Oak')],
    ]);
  });

  test('are whole however many NPIs they have', () => {
    const pool = new ProviderPool();
    const npis = Array.from({ length: 70_000 }, (_, at) => 1_000_000_000 + at);
    tell(pool, ['', '', 'All', ...npis], elm);
    pool.endList(pool.newList());
    expect(pool.providers(0)).toEqual([
      paid('', 'All', ...npis.map(String)),
      paid('EIN:123456789', 'Elm', '1234567893'),
    ]);
  });
});

describe('a long list of numbers', () => {
  test('keeps what it is told, past every piece it grows by, and can be cut and written over', () => {
    for (const kind of ['uint32', 'float64'] as const) {
      const pool = new NumberPool(kind);
      const count = 3 * 65_536 + 5;
      for (let at = 0; at < count; at += 1) pool.push(at + 7);
      expect(pool.length).toBe(count);
      for (const at of [0, 63, 64, 255, 256, 65_535, 65_536, 131_072, count - 1])
        expect(pool.get(at)).toBe(at + 7);
      pool.set(65_536, 1);
      expect([65_535, 65_536, 65_537].map((at) => pool.get(at))).toEqual([65_542, 1, 65_544]);
      pool.cutTo(100);
      expect(pool.length).toBe(100);
      pool.push(3);
      expect([pool.length, pool.get(99), pool.get(100)]).toEqual([101, 106, 3]);
    }
  });

  test('of float64 holds what no uint32 can', () => {
    const pool = new NumberPool('float64');
    pool.push(2 ** 40);
    pool.push(-1.5);
    expect([pool.get(0), pool.get(1)]).toEqual([2 ** 40, -1.5]);
    const whole = new NumberPool('uint32');
    whole.push(2 ** 32 - 1);
    expect(whole.get(0)).toBe(2 ** 32 - 1);
  });
});

test.each<[string, number | string]>([
  ['7', 7],
  ['007', 7],
  ['7.', 7],
  ['7.0', 7],
  ['7.50', '7.5'],
  ['007.05', '7.05'],
  ['0', 0],
  ['0.0', 0],
  ['0.5', '0.5'],
  [' 7 ', 7],
  ['123456789012345', 123_456_789_012_345],
  ['0123456789012345', 123_456_789_012_345],
  ['1234567890123456', '1234567890123456'],
  ['-7', '-7'],
  ['7e3', '7e3'],
  ['7.5.1', '7.5.1'],
  ['A7', 'A7'],
  ['', ''],
])('a group numbered %j is known by %j', (text, key) => {
  expect(groupKey(textOf(text))).toBe(key);
});

test('spellings are known as they are written, those escaped and those with one hash never for another', () => {
  const known = new Spellings();
  const words = Array.from({ length: 500 }, (_, at) => `group ${at} ${'x'.repeat(at % 40)}`);
  for (const [value, word] of words.entries()) known.set(textOf(word), value);
  expect(words.map((word) => known.get(textOf(word)))).toEqual(words.map((_, value) => value));
  expect(known.get(textOf('group'))).toBe(-1);
  known.set(textOf('a\\n'), 7);
  expect(known.get(textOf('a\\n'))).toBe(-1);
  // What is known is not told anew.
  known.set(textOf(words[3] ?? ''), 99);
  expect(known.get(textOf(words[3] ?? ''))).toBe(3);
  // Two texts with one FNV-1a hash: the second is not known, and not taken for the first.
  known.set(textOf('costarring'), 1);
  known.set(textOf('liquid'), 2);
  expect([known.get(textOf('costarring')), known.get(textOf('liquid'))]).toEqual([1, -1]);
  expect(textOf('costarring').hash()).toBe(textOf('liquid').hash());
});
