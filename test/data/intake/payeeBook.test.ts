import { describe, expect, test } from 'vitest';
import type { PaidProvider } from '../../../src/data/formats/formatReader.ts';
import { paidProvider, type TaxIdKind } from '../../../src/data/formats/tic/paidProvider.ts';
import { NumberSets } from '../../../src/data/intake/numberSets.ts';
import { PayeeBook } from '../../../src/data/intake/payeeBook.ts';

describe('who is paid, from numbers', () => {
  const paid = (kind: TaxIdKind, value: string, npis: readonly string[] = [], name = '') => {
    const { name: called, identifier } = paidProvider({ kind, value }, name, npis);
    return [called, identifier];
  };

  test('a tax id, however it is written', () => {
    for (const kind of ['', 'ein'] as const) {
      expect(paid(kind, '12-3456789')).toEqual(['Tax id 123456789', 'EIN:123456789']);
      expect(paid(kind, '123456789', ['1234567893'])).toEqual(['Tax id 123456789', 'EIN:123456789']);
    }
  });

  test('a NPI in place of a person’s number, or the only one there is', () => {
    expect(paid('npi', '1234567893')).toEqual(['NPI 1234567893', 'NPI:1234567893']);
    expect(paid('npi', '1234567893', ['1000000000'])).toEqual(['NPI 1234567893', 'NPI:1234567893']);
    expect(paid('npi', '0', ['1000000000'])).toEqual(['NPI 1000000000', 'NPI:1000000000']);
    expect(paid('', '', ['1000000000'])).toEqual(['NPI 1000000000', 'NPI:1000000000']);
    expect(paid('ein', '00-0000000', ['1000000000'])).toEqual(['NPI 1000000000', 'NPI:1000000000']);
    expect(paid('', '', ['1000000000', '1000000001'])).toEqual(['No tax id given', '']);
    expect(paid('', '')).toEqual(['No tax id given', '']);
  });

  test('a name of its own, beside its number', () => {
    expect(paid('ein', '12-3456789', [], 'Pecan PT')).toEqual(['Pecan PT', 'EIN:123456789']);
    expect(paidProvider({ kind: '', value: '' }, 'Pecan PT', ['1', '2'])).toEqual({
      name: 'Pecan PT',
      identifier: '',
      npis: ['1', '2'],
      place: '',
    });
  });
});

describe('a book of payees', () => {
  const payee = (change: Partial<PaidProvider> = {}): PaidProvider => ({
    name: 'Pecan PT',
    identifier: 'EIN:1',
    npis: [],
    place: 'TX',
    ...change,
  });

  test('has each name, place and identifier once', () => {
    const book = new PayeeBook(9);
    const numbers = [
      payee(),
      payee({ place: '' }),
      payee({ identifier: '' }),
      payee({ name: 'Another' }),
      payee(),
    ];
    expect(numbers.map((each) => book.indexOf(each, 'Sutter'))).toEqual([0, 1, 2, 3, 0]);
    expect(book.entries[1]).toEqual({
      id: 'own-n1',
      name: 'Pecan PT',
      place: '',
      identifier: 'EIN:1',
      system: 'Sutter',
    });
    expect(book.indexOf(payee({ name: 'Third' }))).toBe(4);
    expect(book.entries[4]?.system).toBe('');
  });

  test('takes no more than there is room for, and counts each time it cannot', () => {
    const book = new PayeeBook(1);
    expect(book.indexOf(payee())).toBe(0);
    expect([book.indexOf(payee({ name: 'B' })), book.indexOf(payee({ name: 'B' }))]).toEqual([
      undefined,
      undefined,
    ]);
    expect([book.indexOf(payee()), book.beyond, book.entries.length]).toEqual([0, 2, 1]);
  });

  test('keeps sixteen NPIs of each, whenever they come', () => {
    const book = new PayeeBook(9);
    book.indexOf(payee({ npis: ['1000000001', '1000000002'] }));
    book.indexOf(payee({ npis: ['1000000002', '1000000003'] }));
    expect(book.npisOf(0)).toEqual([1_000_000_001, 1_000_000_002, 1_000_000_003]);
    book.indexOf(payee({ npis: Array.from({ length: 30 }, (_, at) => String(2_000_000_000 + at)) }));
    expect(book.npisOf(0)).toHaveLength(16);
    expect(book.npisOf(0).at(-1)).toBe(2_000_000_012);
    expect([book.npisOf(1), book.indexOf(payee({ name: 'None' })), book.npisOf(1)]).toEqual([[], 1, []]);
  });
});

test('lists of numbers are kept once each, their order and length in them', () => {
  const sets = new NumberSets();
  const lists = [[1, 2], [2, 1], [], [1], [1, 2, 3], [1, 2], []];
  expect(lists.map((list) => sets.indexOf(list))).toEqual([0, 1, 2, 3, 4, 0, 2]);
  expect(sets.length).toBe(5);
  expect(Array.from({ length: 5 }, (_, at) => [...sets.at(at)])).toEqual(lists.slice(0, 5));
  // More than there is room for at first.
  const long = Array.from({ length: 5000 }, (_, at) => at);
  const at = sets.indexOf(long);
  expect([...sets.at(at)]).toEqual(long);
  expect([sets.indexOf(long), [...sets.at(4)]]).toEqual([at, [1, 2, 3]]);
});
