import { describe, expect, test } from 'vitest';
import { csvTable } from '../../../src/data/csvTable.ts';
import { listColumns, readProviderList } from '../../../src/data/intake/providerList.ts';

describe('the columns of a list of providers', () => {
  test.each([
    [['NPI', 'State'], { npi: 0, place: 1, name: -1 }],
    [['Provider Name', 'ST', 'npi_number'], { npi: 2, place: 1, name: 0 }],
    [
      [
        'NPI',
        'Provider Organization Name (Legal Business Name)',
        'Provider Business Mailing Address State Name',
        'Provider Business Practice Location Address State Name',
      ],
      { npi: 0, place: 3, name: 1 },
    ],
    // The best heading counts, wherever it stands.
    [['Group NPI', 'place', 'state', 'provider', 'NPI', 'name'], { npi: 4, place: 2, name: 5 }],
  ])('%j', (header, columns) => {
    expect(listColumns(header)).toEqual(columns);
  });

  test('without NPI or state, or with rates in it, it is none', () => {
    for (const header of [
      ['Name', 'State'],
      ['NPI', 'Name'],
      [],
      ['NPI', 'State', 'Negotiated Rate'],
      ['NPI', 'State', 'Payer'],
    ])
      expect(listColumns(header)).toBeUndefined();
    expect(listColumns(['NPI', 'State', 'Corporate name'])).toBeDefined();
  });
});

describe('what a list says of the NPIs asked for', () => {
  const read = (lines: readonly string[], wanted: readonly number[], header = 'npi,state,name') => {
    const table = csvTable(`${[header, ...lines].join('\n')}\n`, 'list.csv');
    const columns = listColumns(header.split(','));
    if (!columns) throw new Error('a list');
    return readProviderList(table, columns, Float64Array.from(wanted));
  };

  test('state by letters or name, in any case; the first line of an NPI counts', async () => {
    const { found, present, unreadable } = await read(
      [
        '1000000000, tx , Pecan PT ',
        '9999999999,Alaska,Juneau PT',
        '1000000000,AK,Another',
        '1234567893,TX,Not asked for',
      ],
      [1_000_000_000, 9_999_999_999],
    );
    expect([...found]).toEqual([
      [1_000_000_000, { name: 'Pecan PT', place: 'TX' }],
      [9_999_999_999, { name: 'Juneau PT', place: 'AK' }],
    ]);
    expect([present, unreadable]).toEqual([4, 0]);
  });

  test('lines whose NPI or state cannot be read are counted', async () => {
    const { found, present, unreadable } = await read(
      [
        '999999999,TX,a',
        '10000000000,TX,b',
        '1000000000.5,TX,c',
        'x,TX,d',
        ',TX,e',
        '1000000000,ZZ,f',
        '1000000000,,g',
      ],
      [1_000_000_000, 999_999_999, 10_000_000_000],
    );
    expect([found.size, present, unreadable]).toEqual([0, 7, 7]);
  });

  test('a list without names knows places', async () => {
    const { found } = await read(['1000000000,TX'], [1_000_000_000], 'npi,state');
    expect([...found]).toEqual([[1_000_000_000, { name: '', place: 'TX' }]]);
  });
});

describe('the headings of a list', () => {
  const npis = [
    'npi',
    'npi number',
    'provider npi',
    'national provider identifier',
    'type 2 npi',
    'group npi',
  ];
  const states = [
    'state',
    'provider state',
    'practice state',
    'st',
    'place',
    'provider business practice location address state name',
    'provider business mailing address state name',
  ];
  const names = [
    'name',
    'provider name',
    'organization name',
    'organisation name',
    'practice name',
    'facility name',
    'provider organization name legal business name',
    'provider',
  ];

  test('are these, best first', () => {
    for (const npi of npis) expect(listColumns([npi, 'State']), npi).toEqual({ npi: 0, place: 1, name: -1 });
    for (const state of states)
      expect(listColumns([state, 'NPI']), state).toEqual({ npi: 1, place: 0, name: -1 });
    for (const name of names)
      expect(listColumns(['NPI', 'State', name]), name).toEqual({ npi: 0, place: 1, name: 2 });
    const worstFirst = [...npis, ...states, ...names].toReversed();
    expect(listColumns(worstFirst)).toEqual({
      npi: worstFirst.indexOf('npi'),
      place: worstFirst.indexOf('state'),
      name: worstFirst.indexOf('name'),
    });
  });

  test('are words, whatever stands between them', () => {
    expect(listColumns(['__NPI--Number__', '(Provider)  STATE', 'npi2'])).toEqual({
      npi: 0,
      place: 1,
      name: -1,
    });
    for (const other of ['npis', 'xnpi', 'states', 'npinumber'])
      expect(listColumns([other, other])).toBeUndefined();
  });

  test.each(['rate', 'amount', 'charge', 'price', 'payer', 'payor'])(
    'of a table of rates have a word such as %s',
    (word) => {
      expect(listColumns(['NPI', 'State', `The ${word} here`])).toBeUndefined();
      expect(listColumns(['NPI', 'State', `${word}d`])).toEqual({ npi: 0, place: 1, name: -1 });
      expect(listColumns(['NPI', 'State', `x${word}`])).toEqual({ npi: 0, place: 1, name: -1 });
    },
  );
});
