import { expect, test } from 'vitest';
import { type ListedProvider, placedProviders } from '../../src/domain/placedProviders.ts';
import type { Provider } from '../../src/domain/rateTable.ts';

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
