import { describe, expect, test } from 'vitest';
import { placeAfter } from '../../src/charts/placeAfter.ts';

const marks = [{ place: 'AK' }, { place: 'AL' }, { place: 'AR' }];

describe('where a key leads from a place of the map', () => {
  test.each([
    ['ArrowRight', 'AK', 'AL'],
    ['ArrowDown', 'AL', 'AR'],
    ['ArrowLeft', 'AR', 'AL'],
    ['ArrowUp', 'AL', 'AK'],
    ['Home', 'AR', 'AK'],
    ['End', 'AK', 'AR'],
  ])('%s from %s: %s', (key, from, to) => {
    expect(placeAfter(key, from, marks)).toBe(to);
  });

  test('round and round: past the last comes the first, before the first the last', () => {
    expect(placeAfter('ArrowRight', 'AR', marks)).toBe('AK');
    expect(placeAfter('ArrowUp', 'AK', marks)).toBe('AR');
  });

  test('nowhere by a key that is not the map’s, nor where there is no place', () => {
    for (const key of ['Enter', 'Tab', 'a', 'PageDown', 'toString'])
      expect(placeAfter(key, 'AK', marks), key).toBeUndefined();
    for (const key of ['Home', 'End', 'ArrowRight']) expect(placeAfter(key, 'AK', []), key).toBeUndefined();
  });
});
