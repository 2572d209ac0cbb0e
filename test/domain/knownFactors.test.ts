import { expect, test } from 'vitest';
import { knownFactor, knownFactors } from '../../src/domain/knownFactors.ts';
import { sourceRows } from '../support/cmsFiles.ts';

test('the factors known beforehand are those of the sources', () => {
  expect(knownFactors).toEqual(
    sourceRows('conversion-factors.csv').map((row) => ({
      year: Number(row['year']),
      from: row['effective_from'],
      to: row['effective_to'],
      // `32.7442` is 327442: by way of the binary number, as another reader would do it.
      factor: Math.round(Number(row['conversion_factor']) * 10_000),
      appliesTo: row['applies_to']?.split(' ')[0],
    })),
  );
});

test('a factor belongs to one year and group; one that is not listed to none', () => {
  for (const known of knownFactors) expect(knownFactor(known.factor)).toBe(known);
  expect(knownFactor(334_010)).toBeUndefined();
});
