import { describe, expect, test } from 'vitest';
import { ProviderReferences } from '../../../../src/data/formats/tic/providerReferences.ts';
import { ticProviderReference } from '../../../../src/data/formats/tic/ticProviderReference.ts';
import { ticTableOfContents } from '../../../../src/data/formats/tic/ticTableOfContents.ts';
import { findings } from '../../../support/formatFindings.ts';

const bytesOf = (text: string) => new TextEncoder().encode(text);

describe('a table of contents', () => {
  const head = {
    reporting_entity_name: 'Quillfern',
    reporting_entity_type: 'insurer',
    last_updated_on: '2026-05-01',
    version: '2.0',
  };
  const readText = (text: string) => findings(ticTableOfContents, bytesOf(text));
  const read = (...structures: readonly object[]) =>
    readText(JSON.stringify({ ...head, reporting_structure: structures }));
  const plan = (name: string) => ({ plan_name: name, plan_id: '1', issuer_name: 'x' });
  const file = (name: string) => ({ description: `of ${name}`, location: `https://a.org/${name}` });

  test('lists each file once, with the plans of every structure that shares it', () => {
    expect(
      read(
        {
          reporting_plans: [plan(' Gold '), plan('Silver')],
          in_network_files: [file('a'), file('b')],
          allowed_amount_file: file('c'),
        },
        { reporting_plans: [plan('Gold')], in_network_files: [{ ...file('a'), description: 'other' }] },
        { in_network_files: [{ location: 'd' }] },
        { reporting_plans: [plan('Alone')] },
      ),
    ).toEqual({
      head: { publisher: 'Quillfern', kind: 'payer', date: '2026-05-01', version: '2.0' },
      rates: [],
      groups: new Map(),
      account: {
        format: 'tic-table-of-contents',
        present: 0,
        read: 0,
        leftOut: {},
        problems: [],
        notes: [],
        listing: [
          {
            kind: 'in-network',
            description: 'of a',
            address: 'https://a.org/a',
            plans: ['Gold', 'Silver'],
            planCount: 3,
          },
          {
            kind: 'in-network',
            description: 'of b',
            address: 'https://a.org/b',
            plans: ['Gold', 'Silver'],
            planCount: 2,
          },
          {
            kind: 'allowed-amounts',
            description: 'of c',
            address: 'https://a.org/c',
            plans: ['Gold', 'Silver'],
            planCount: 2,
          },
          { kind: 'in-network', description: '', address: 'd', plans: [], planCount: 0 },
        ],
      },
    });
  });

  test('says of a file without an address that it has none', () => {
    const { account } = readText(
      '{"reporting_structure":[{"in_network_files":[\n{"location":"a"},\n{"description":"x"}],\n"allowed_amount_file":{}}]}',
    );
    const problem = {
      file: 'test',
      column: 'location',
      found: '',
      message: 'This file has no address.',
      leftOut: false,
    };
    expect(account.problems).toEqual([
      { ...problem, line: 3 },
      { ...problem, line: 4 },
    ]);
    expect(account.listing?.map(({ address }) => address)).toEqual(['a']);
  });

  test('names a hundred plans of a file, and counts the others', () => {
    const plans = Array.from({ length: 101 }, (_, at) => plan(`plan ${at}`));
    const { account } = read(
      { reporting_plans: plans.slice(0, 99), in_network_files: [file('a')] },
      { reporting_plans: plans, in_network_files: [file('a')] },
    );
    const [listed] = account.listing ?? [];
    expect(listed?.planCount).toBe(200);
    expect(listed?.plans).toEqual(plans.slice(0, 100).map(({ plan_name }) => plan_name));
  });

  const files = (count: number) => Array.from({ length: count }, (_, at) => ({ location: `${at}` }));

  test('lists a hundred thousand files, and counts the others', () => {
    const full = read({ in_network_files: files(100_000) }).account;
    expect([full.listing?.length, full.notes]).toEqual([100_000, []]);
    const more = read({ in_network_files: files(101_001) }, { in_network_files: files(1) }).account;
    expect([more.listing?.length, more.notes]).toEqual([
      100_000,
      ['1,001 further files are counted, not listed.'],
    ]);
  });

  test('of one file more says that it is one', () => {
    const { account } = read({ in_network_files: files(100_001) });
    expect(account.notes).toEqual(['1 further file is counted, not listed.']);
  });

  test('that is cut short lists what was whole, and says where it ends', () => {
    const text = JSON.stringify({
      reporting_structure: [{ in_network_files: [file('a')] }, { in_network_files: [file('b')] }],
    });
    const { account } = readText(text.slice(0, -4));
    expect(account.listing?.map(({ address }) => address)).toEqual(['https://a.org/a']);
    expect(account.problems.map(({ line, message }) => [line, message])).toEqual([
      [1, `The file ends before its JSON does. Read up to here, byte ${text.length - 3}, and no further.`],
    ]);
  });
});

describe('a file of one group of providers', () => {
  const elm = { name: 'Elm', identifier: 'EIN:123456789', npis: ['1234567893'], place: '' };
  const groups = [
    { npi: [1234567893], tin: { type: 'ein', value: '12-3456789', business_name: 'Elm' } },
    { npi: [1000000000, 1], tin: { type: 'npi', value: '1000000000' } },
  ];
  const oak = { name: 'NPI 1000000000', identifier: 'NPI:1000000000', npis: ['1000000000'], place: '' };

  function read(document: object | string) {
    const references = new ProviderReferences();
    const text = typeof document === 'string' ? document : JSON.stringify(document);
    const found = findings(ticProviderReference, bytesOf(text), { file: 'in/g.json', references });
    return { ...found, references };
  }

  test('is kept by its name and by its number', () => {
    const { references, head, rates, account } = read({
      version: '1.0',
      provider_group_id: 7.5,
      provider_groups: groups,
    });
    for (const [location, id] of [
      ['https://a.org/G.json.gz', ''],
      ['', '7.5'],
    ] as const)
      expect(references.find(location, id)).toEqual([elm, oak]);
    expect(references.find('other.json', '7')).toBeUndefined();
    expect([head, rates]).toEqual([undefined, []]);
    expect(account).toEqual({
      format: 'tic-provider-reference',
      present: 0,
      read: 0,
      leftOut: {},
      problems: [],
      notes: ['This file has no rates but 2 providers of a group, for the file of rates that refers to it.'],
    });
  });

  test('without a number is kept by its name alone, and alone where a list should be', () => {
    const { references, account } = read({ provider_groups: groups[0] as object });
    expect(references.find('g.json', '')).toEqual([elm]);
    expect(account.notes).toEqual([
      'This file has no rates but 1 provider of a group, for the file of rates that refers to it.',
    ]);
    expect(references.find('', '')).toBeUndefined();
  });

  test('of many providers says so with a comma, and one that is cut short keeps those that were whole', () => {
    const many = Array.from({ length: 1200 }, () => groups[0]);
    expect(read({ provider_groups: many }).account.notes[0]).toContain(' 1,200 providers ');
    const text = JSON.stringify({ provider_groups: groups });
    const { references, account } = read(text.slice(0, -1));
    expect(references.find('g.json', '')).toEqual([elm, oak]);
    expect(account.problems.map(({ message }) => message)).toEqual([
      `The file ends before its JSON does. Read up to here, byte ${text.length}, and no further.`,
    ]);
  });

  test('can be read without a book to keep it in', () => {
    const { account } = findings(ticProviderReference, bytesOf('{"provider_groups":[]}'));
    expect(account.notes).toEqual([
      'This file has no rates but 0 providers of a group, for the file of rates that refers to it.',
    ]);
  });
});

describe('a provider’s file is known', () => {
  const book = new ProviderReferences();
  const [elm, oak] = ['Elm', 'Oak'].map((name) => ({ name, identifier: '', npis: [], place: '' as const }));
  book.add('mine.zip/Group 5.JSON', '5', [elm as NonNullable<typeof elm>]);
  book.add('C:\\files\\six%ZZ.json.gz', '', [oak as NonNullable<typeof oak>]);

  test.each([
    ['https://a.org/x/group%205.json?sig=a/b.json', ''],
    ['https://a.org/GROUP 5.json.GZ#part', ''],
    ['group 5.json.zip', '6'],
    ['elsewhere.json', '5'],
    ['', '5'],
  ])('by the last part of %s, else by its number “%s”', (location, id) => {
    expect(book.find(location, id)).toEqual([elm]);
  });

  test('though its name be no address', () => {
    expect(book.find('https://a.org/six%ZZ.json', '5')).toEqual([oak]);
  });

  test('and no other is', () => {
    for (const location of [
      'group 5.json.txt',
      'my group 5.json',
      'group 5',
      'group 5.gz.json',
      'group 5.jsongz',
    ])
      expect(book.find(location, ''), location).toBeUndefined();
  });
});
