import { describe, expect, test } from 'vitest';
import type { FormatContext } from '../../../../src/data/formats/formatReader.ts';
import { ProviderReferences } from '../../../../src/data/formats/tic/providerReferences.ts';
import { ticInNetwork } from '../../../../src/data/formats/tic/ticInNetwork.ts';
import { findings } from '../../../support/formatFindings.ts';

const group = { npi: [1234567893], tin: { type: 'ein', value: '12-3456789', business_name: 'Elm' } };
const elm = { name: 'Elm', identifier: 'EIN:123456789', npis: ['1234567893'], place: '' };
const price = {
  negotiated_type: 'negotiated',
  negotiated_rate: 41.2,
  expiration_date: '9999-12-31',
  service_code: ['11'],
  billing_class: 'professional',
  billing_code_modifier: ['GP'],
  setting: 'inpatient',
};
const item = (...rates: readonly object[]) => ({
  negotiation_arrangement: 'ffs',
  name: 'x',
  billing_code_type: 'CPT',
  billing_code: '97110',
  negotiated_rates: rates,
});
const head = {
  reporting_entity_name: 'Quillfern',
  reporting_entity_type: 'insurer',
  last_updated_on: '2026-05-01',
  version: '2.0',
};
const rate = {
  at: 1,
  code: '97110',
  codeType: 'CPT',
  modifier: 'GP',
  payerRaw: 'Quillfern',
  plan: '',
  setting: 'inpatient',
  billingClass: 'professional',
  cents: 4120,
  methodology: 'TiC negotiated',
  flags: 0,
  groups: [0],
};
const readText = (text: string, context: Partial<FormatContext> = {}) =>
  findings(ticInNetwork, new TextEncoder().encode(text), context);
const read = (file: object, context?: Partial<FormatContext>) => readText(JSON.stringify(file), context);
const beside = { provider_groups: [group], negotiated_prices: [price] };
const referring = (...ids: readonly unknown[]) => ({ provider_references: ids, negotiated_prices: [price] });

test('every field of a price, an item, a group and the head goes where it belongs', () => {
  expect(read({ ...head, in_network: [item(beside)] })).toEqual({
    head: { publisher: 'Quillfern', kind: 'payer', date: '2026-05-01', version: '2.0' },
    rates: [rate],
    groups: new Map([[0, [elm]]]),
    account: { format: 'tic-in-network', present: 1, read: 1, leftOut: {}, problems: [], notes: [] },
  });
});

test('nothing of a price, a rate and a group goes over to the next', () => {
  const { rates, groups } = read({
    ...head,
    in_network: [
      item(
        { provider_groups: [group], negotiated_prices: [price, { negotiated_rate: 41.5 }] },
        { provider_groups: [{ npi: [] }], negotiated_prices: [{ negotiated_rate: 42.5 }] },
      ),
    ],
  });
  const bare = { ...rate, modifier: '', setting: '', billingClass: '', methodology: 'TiC', cents: 4150 };
  expect(rates).toEqual([rate, bare, { ...bare, cents: 4250, groups: [1] }]);
  expect(groups.get(1)).toEqual([{ name: 'No tax id given', identifier: '', npis: [], place: '' }]);
});

test('words of another place are not its own', () => {
  const { rates, account } = read({
    ...head,
    code: '97112',
    in_network: [
      {
        ...item({
          ...beside,
          billing_class: 'institutional',
          negotiated_prices: [{ ...price, plan_name: 'x', type: 'x', billing_code: '97112' }],
          provider_groups: [{ ...group, location: 'x', tin: { ...group.tin, version: '9' } }],
        }),
        plan_name: 'x',
        type: 'x',
        description: 'x',
      },
    ],
  });
  expect(rates).toEqual([rate]);
  expect(account).toMatchObject({ problems: [], notes: [] });
});

describe('prices that are no rate', () => {
  const prices = (...list: readonly object[]) =>
    read({ ...head, in_network: [item({ provider_groups: [group], negotiated_prices: list })] }).account;

  test('are left out by their reasons', () => {
    expect(
      prices(
        { ...price, negotiated_type: 'percentage' },
        { negotiated_type: 'negotiated' },
        { ...price, negotiated_rate: null },
        { ...price, negotiated_rate: 0 },
        { ...price, negotiated_rate: 'N/A' },
      ),
    ).toMatchObject({ present: 5, leftOut: { 'no-dollars': 3, 'not-an-amount': 2 }, problems: [] });
    const long = `free ${'x'.repeat(100)}`;
    expect(prices(price, { ...price, negotiated_rate: long })).toMatchObject({
      present: 2,
      read: 1,
      leftOut: { unreadable: 1 },
      problems: [
        {
          file: 'test',
          line: 1,
          column: 'negotiated_rate',
          found: `${long.slice(0, 79)}…`,
          message: 'This is no amount in dollars.',
          leftOut: true,
        },
      ],
    });
  });

  test('are those of nobody, and only where they have an amount', () => {
    const { account } = read({
      ...head,
      in_network: [item({ negotiated_prices: [price, price, { ...price, negotiated_rate: 0 }] })],
    });
    expect(account.leftOut).toEqual({ 'no-provider': 2, 'not-an-amount': 1 });
  });
});

test('amounts that had expired by the day of the file are counted, by thousands', () => {
  const notes = (count: number, expires: string, of: object = head) => {
    const prices = Array.from({ length: count }, () => ({ ...price, expiration_date: expires }));
    return read({ ...of, in_network: [item({ provider_groups: [group], negotiated_prices: prices })] })
      .account.notes;
  };
  expect(notes(1, '2026-04-30')).toEqual(['1 amounts had expired when the file was made; they are read.']);
  expect(notes(1200, '2026-04-30')[0]).toContain('1,200 amounts ');
  expect(notes(1, '2026-05-01')).toEqual([]);
  expect(notes(1, '')).toEqual([]);
  expect(notes(1, '2020-01-01', { ...head, last_updated_on: '' })).toEqual([]);
});

describe('groups that rates refer to', () => {
  const described = (id: number, npi: number, more: object = {}) => ({
    provider_group_id: id,
    provider_groups: [{ npi: [npi], tin: { type: 'npi', value: `${npi}` } }],
    ...more,
  });
  const provider = (npi: number) => [
    { name: `NPI ${npi}`, identifier: `NPI:${npi}`, npis: [`${npi}`], place: '' },
  ];

  test('are told by what describes them, in whatever order, those of no rate never', () => {
    const references = [
      described(7, 1_000_000_007),
      described(8, 1_000_000_008),
      described(9, 1_000_000_009),
    ];
    const items = [item(referring(9, 7))];
    for (const file of [
      { ...head, provider_references: references, in_network: items },
      { ...head, in_network: items, provider_references: references },
      { provider_references: references, in_network: items, ...head },
    ]) {
      const { rates, groups, account } = read(file);
      const [first = -1, second = -1] = rates[0]?.groups ?? [];
      expect([groups.get(first), groups.get(second), groups.size]).toEqual([
        provider(1_000_000_009),
        provider(1_000_000_007),
        2,
      ]);
      expect(account).toMatchObject({ problems: [], notes: [] });
    }
  });

  test('may have their number behind their providers, before the rates and after', () => {
    const { provider_group_id, provider_groups } = described(7, 1_000_000_007);
    const reversed = [{ provider_groups, provider_group_id }];
    for (const file of [
      { ...head, provider_references: reversed, in_network: [item(referring(7))] },
      { ...head, in_network: [item(referring(7))], provider_references: reversed },
    ]) {
      const { rates, groups } = read(file);
      expect(groups.get(rates[0]?.groups[0] ?? -1)).toEqual(provider(1_000_000_007));
    }
  });

  test('without a number are told with their line, and their providers are nobody’s', () => {
    const { groups, account } = readText(
      `{"provider_references":[\n{"provider_groups":[{"npi":[1]}]},\n{"location":"x"},${JSON.stringify(described(7, 1_000_000_007))}],` +
        `"in_network":[${JSON.stringify(item(referring(7)))}]}`,
    );
    const problem = {
      file: 'test',
      column: 'provider_group_id',
      found: '',
      message: 'This group of providers has no number.',
      leftOut: false,
    };
    expect(account.problems).toEqual([
      { ...problem, line: 2 },
      { ...problem, line: 3 },
    ]);
    expect([...groups.values()]).toEqual([provider(1_000_000_007)]);
  });

  test('name the networks of who is paid, more than three only by their number', () => {
    const plan = (file: object, ...ids: readonly number[]) =>
      read({ ...head, ...file, in_network: [item(referring(...ids))] }).rates[0]?.plan;
    const references = ['A', 'B', 'C', 'D'].map((name, at) =>
      described(at, 1_000_000_000 + at, { network_name: [name] }),
    );
    const file = {
      provider_references: [
        ...references,
        described(9, 1_000_000_009),
        described(8, 1_000_000_008, { network_name: ['A', 'X'] }),
      ],
    };
    expect(plan(file, 0)).toBe('A');
    expect(plan(file, 9)).toBe('');
    expect(plan(file, 9, 1, 0, 1)).toBe('B; A');
    expect(plan(file, 0, 1, 2)).toBe('A; B; C');
    expect(plan(file, 0, 1, 2, 3)).toBe('4 networks');
    expect(plan(file, 8)).toBe('A, X');
    expect(plan({ ...file, plan_name: 'Gold' }, 0)).toBe('Gold');
    const alone = { provider_references: [described(0, 1_000_000_000, { network_name: 'A' })] };
    expect(plan(alone, 0)).toBe('A');
  });

  test('that nothing describes are known by their number, and how many is said', () => {
    const known = (numbered: number, addresses: number) =>
      `${numbered} provider groups are known by their number only: who is in them stands in other files (${addresses} addresses given). Read those together with this one.`;
    const references = [
      { provider_group_id: 1, location: 'https://a.org/one.json' },
      { provider_group_id: 2, location: 'https://a.org/two.json' },
      { provider_group_id: 3 },
    ];
    const file = { ...head, provider_references: references, in_network: [item(referring(1, 2, 3, 4.5))] };
    const numbered = (id: string) => [
      { name: `Quillfern provider group ${id}`, identifier: '', npis: [], place: '' },
    ];
    const alone = read(file);
    expect([...alone.groups.values()]).toEqual(['1', '2', '3', '4.5'].map(numbered));
    expect(alone.account.notes).toEqual([known(4, 2)]);
    const book = new ProviderReferences();
    book.add('one.json', '', [elm as never]);
    book.add('two.json', '', []);
    book.add('three.json', '3', [elm as never]);
    const together = read(file, { references: book });
    expect([...together.groups.values()]).toEqual([[elm], numbered('2'), [elm], numbered('4.5')]);
    expect(together.account.notes).toEqual([known(2, 2)]);
    // Nobody’s file: the number alone.
    const { reporting_entity_name: _, ...nameless } = file;
    expect([...read(nameless).groups.values()][0]).toEqual([
      { ...numbered('1')[0], name: 'provider group 1' },
    ]);
  });

  test('more than a thousand are each told once', () => {
    const ids = Array.from({ length: 3000 }, (_, at) => at);
    const references = ids.map((id) => described(id, 1_000_000_000 + id));
    const { rates, groups } = read({
      ...head,
      provider_references: references,
      in_network: [item(referring(...ids), referring(...ids.toReversed()))],
    });
    expect(rates.map((each) => each.groups.length)).toEqual([3000, 3000]);
    expect(groups.size).toBe(3000);
    expect(groups.get(rates[0]?.groups[2999] ?? -1)).toEqual(provider(1_000_002_999));
  });
});

test('NPIs that are not ten digits are left out of their groups and counted; 0 is none', () => {
  const { groups, account } = read({
    ...head,
    in_network: [
      item({
        provider_groups: [{ npi: [0, 999_999_999, 1_000_000_000, '9999999999', 10_000_000_000, 'x'] }],
        negotiated_prices: [price],
      }),
    ],
  });
  expect(groups.get(0)?.[0]?.npis).toEqual(['1000000000', '9999999999']);
  expect(account.notes).toEqual(['3 NPIs are not ten digits and are left out of their groups.']);
});

describe('a file that is cut short', () => {
  const text = JSON.stringify({
    ...head,
    in_network: [item(beside), item(beside, { ...beside, negotiated_prices: [price, price] })],
  });
  const account = (end: number) => readText(text.slice(0, end)).account;

  test('gives what was whole, and leaves out what it was in the middle of', () => {
    const last = text.lastIndexOf('"setting"');
    expect(account(last)).toEqual({
      format: 'tic-in-network',
      present: 3,
      read: 2,
      leftOut: { unreadable: 1 },
      problems: [
        {
          file: 'test',
          line: 1,
          column: '',
          found: '',
          message: `The file ends before its JSON does. Read up to here, byte ${(last + 1).toLocaleString('en')}, and no further.`,
          leftOut: true,
        },
      ],
      notes: [],
    });
    // Behind both prices, behind the rate, behind the item, behind all.
    expect(account(text.length - 5)).toMatchObject({ present: 4, read: 2, leftOut: { unreadable: 2 } });
    expect(account(text.length - 4)).toMatchObject({ present: 4, read: 4, leftOut: {} });
    expect(account(text.length - 2)).toMatchObject({ present: 4, read: 4, leftOut: {} });
    expect(account(text.length)).toMatchObject({ present: 4, read: 4, problems: [] });
    // Within the second item, before its rates.
    expect(account(text.lastIndexOf('"negotiated_rates"'))).toMatchObject({
      present: 2,
      read: 1,
      leftOut: { unreadable: 1 },
    });
  });
});
