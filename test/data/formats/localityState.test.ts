import { expect, test } from 'vitest';
import { noState, placeNamed, unnamedState } from '../../../src/data/formats/localityState.ts';

const texas = { name: 'TEXAS', place: 'TX' } as const;

test('a state is known by its name, however it is written, and Hawaii by the one it shares with Guam', () => {
  expect(placeNamed('Texas')).toBe('TX');
  expect(placeNamed('HAWAII/GUAM')).toBe('HI');
  expect(placeNamed('')).toBeUndefined();
});

test('a line that names no state is of its contractor’s, or goes on with the one above until a blank line', () => {
  // 01112 and 01182 work in California, 04412 in Texas; nobody knows 99999.
  expect(unnamedState(texas, '01182', '18', false)).toEqual({ name: '', place: 'CA' });
  expect(unnamedState(texas, '04412', '18', false)).toBe(texas);
  expect(unnamedState(texas, '99999', '18', false)).toBe(texas);
  expect(unnamedState(texas, '99999', '18', true)).toBe(noState);
});
