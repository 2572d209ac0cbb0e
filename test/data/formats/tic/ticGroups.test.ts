import { describe, expect, test } from 'vitest';
import { ProviderReferences } from '../../../../src/data/formats/tic/providerReferences.ts';
import { elm, head, item, price, read, readText, referring } from '../../../support/inNetworkFile.ts';

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
    book.add('one.json', '', [elm]);
    book.add('two.json', '', []);
    book.add('three.json', '3', [elm]);
    const together = read(file, { references: book });
    expect([...together.groups.values()]).toEqual([[elm], numbered('2'), [elm], numbered('4.5')]);
    expect(together.account.notes).toEqual([known(2, 2)]);
    const one = read({ ...file, provider_references: [references[0]], in_network: [item(referring(1))] });
    expect(one.account.notes).toEqual([
      '1 provider group is known by its number only: who is in it stands in other files (1 address given). Read those together with this one.',
    ]);
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
  const paid = (...npi: readonly (number | string)[]) =>
    read({ ...head, in_network: [item({ provider_groups: [{ npi }], negotiated_prices: [price] })] });
  const { groups, account } = paid(0, 999_999_999, 1_000_000_000, '9999999999', 10_000_000_000, 'x');
  expect(groups.get(0)?.[0]?.npis).toEqual(['1000000000', '9999999999']);
  expect(account.notes).toEqual(['3 NPIs are not ten digits and are left out of their groups.']);
  expect(paid(1_000_000_000, 'x').account.notes).toEqual([
    '1 NPI is not ten digits and is left out of its group.',
  ]);
});
