import { expect, test } from 'vitest';
import { type ListedProvider, placedProviders, withProviders } from '../../src/domain/placedProviders.ts';
import type { Provider } from '../../src/domain/rateTable.ts';
import { rateTable } from '../support/builders.ts';

function provider(name: string, place: string, identifier = ''): Provider {
  return { id: name, name, place, identifier, system: '' };
}

const providers = [
  provider('Pecan PT', 'TX'),
  provider('Tax id 123456789', '', 'EIN:123456789'),
  provider('Tax id 987654321', '', 'EIN:987654321'),
  provider('Bayou Group', '', 'EIN:555555555'),
  provider('Nobody', ''),
];
const npis = { starts: Uint32Array.from([0, 1, 3, 5, 6, 6]), numbers: Float64Array.from([1, 2, 3, 4, 5, 6]) };
const listed = new Map<number, ListedProvider>([
  [1, { name: 'Elsewhere', place: 'AK' }],
  [2, { name: 'Lone Star', place: 'TX' }],
  [3, { name: 'Lone Star', place: 'TX' }],
  [4, { name: 'One', place: 'OH' }],
  [5, { name: 'Two', place: 'KY' }],
  [6, { name: 'Bayou PT', place: 'LA' }],
]);

test('what the file says stands, then the list where it agrees with itself, then the state that was chosen', () => {
  const placed = placedProviders(providers, npis, listed, 'OH');
  expect(placed.providers.map(({ name, place }) => [name, place])).toEqual([
    ['Pecan PT', 'TX'],
    // A name made of a number gives way.
    ['Lone Star', 'TX'],
    // Two states: neither is taken, nor one of the names.
    ['Tax id 987654321', 'OH'],
    ['Bayou Group', 'LA'],
    ['Nobody', 'OH'],
  ]);
  const { providers: _, ...counts } = placed;
  expect(counts).toEqual({ joined: 2, severalPlaces: 1, assumed: 2, unplaced: 0 });
});

test('without a chosen state, what the list does not settle stays without one', () => {
  const { providers: placed, ...counts } = placedProviders(providers, npis, listed, '');
  expect(placed.map(({ place }) => place)).toEqual(['TX', 'TX', '', 'LA', '']);
  expect(counts).toEqual({ joined: 2, severalPlaces: 1, assumed: 0, unplaced: 2 });
});

test('without a list and a state all stays as it was', () => {
  const { providers: same, ...counts } = placedProviders(providers, npis, new Map(), '');
  expect(same).toEqual(providers);
  expect(counts).toEqual({ joined: 0, severalPlaces: 0, assumed: 0, unplaced: 4 });
});

test('a state alone places the rest, and a list alone what it knows', () => {
  const chosen = placedProviders(providers, npis, new Map(), 'OH');
  expect(chosen.providers.map(({ place }) => place)).toEqual(['TX', 'OH', 'OH', 'OH', 'OH']);
  expect(chosen).toMatchObject({ joined: 0, assumed: 4, unplaced: 0 });
});

test('a list may know an NPI without a name, without a place, or with one that is none', () => {
  const of = (...entries: readonly ListedProvider[]) =>
    placedProviders(
      [provider('Tax id 123456789', '', 'EIN:123456789')],
      { starts: Uint32Array.of(0, entries.length), numbers: Float64Array.from(entries.keys()) },
      new Map(entries.entries()),
      '',
    );
  const placedAs = (...entries: readonly ListedProvider[]) =>
    of(...entries).providers.map(({ name, place }) => [name, place])[0];
  const texan = { name: 'Lone Star', place: 'TX' };
  // What says nothing contradicts nothing.
  expect(placedAs(texan, { name: '', place: 'TX' })).toEqual(['Lone Star', 'TX']);
  expect(placedAs(texan, { name: 'Lone Star', place: '' })).toEqual(['Lone Star', 'TX']);
  expect(placedAs(texan, { name: 'Lone Star', place: 'ZZ' })).toEqual(['Lone Star', 'TX']);
  expect(placedAs(texan, { name: 'Another', place: 'TX' })).toEqual(['Tax id 123456789', 'TX']);
  expect(placedAs({ name: 'Lone Star', place: 'ZZ' })).toEqual(['Lone Star', '']);
  expect(of({ name: '', place: '' })).toMatchObject({ joined: 0, severalPlaces: 0, unplaced: 1 });
});

test('a name gives way only where it is the number', () => {
  const named = (name: string, identifier: string) =>
    placedProviders(
      [provider(name, '', identifier)],
      { starts: Uint32Array.of(0, 1), numbers: Float64Array.of(1) },
      new Map([[1, { name: 'Lone Star', place: 'TX' }]]),
      '',
    ).providers[0]?.name;
  expect(named('NPI 1234567893', 'NPI:1234567893')).toBe('Lone Star');
  expect(named('Pecan 2', 'NPI:1234567893')).toBe('Pecan 2');
  expect(named('Pecan', '')).toBe('Pecan');
});

test('tables keep their rates and take the providers over', () => {
  const table = rateTable('97110', [{ rate: 30, place: '' }]);
  const found = withProviders(new Map([['97110', table]]), providers);
  expect([...found.keys()]).toEqual(['97110']);
  expect(found.get('97110')).toEqual({ ...table, providers });
});
