import { expect, test } from 'vitest';
import { cents } from '../../src/domain/money.ts';
import type { ChargeSummary } from '../../src/domain/release.ts';
import { chargesFigure } from '../../src/figures/chargesFigure.ts';

/** Rhode Island, 97162, gross, of the published aggregate: nine-strings cannot pull a mean below its P25. */
const below: ChargeSummary = {
  place: 'RI',
  kind: 'gross',
  hospitals: 7,
  meanCents: cents(54_777),
  p25Cents: cents(55_800),
  medianCents: cents(55_800),
  p75Cents: cents(60_262),
};

test('a mean outside its quartiles is marked, and its cause is not made up', () => {
  const figure = chargesFigure('97162', 'RI', [below], 'the release');
  expect(figure.rows[0]?.flags).toEqual(['mean outside P25–P75']);
  expect(figure.notes.slice(1)).toEqual([
    'Most hospitals’ prices are above a mean that lies below its own P25: the aggregate does not say why. Read the median.',
  ]);
  const above = chargesFigure('97162', 'RI', [{ ...below, meanCents: cents(60_263) }], 'the release');
  expect(above.notes.slice(1)).toEqual([
    'Most hospitals’ prices are below a mean that lies above its own P75. Those above it may be placeholders (strings of nines): the aggregate does not say. Read the median.',
  ]);
});

test('a mean inside is neither', () => {
  const figure = chargesFigure('97162', 'RI', [{ ...below, meanCents: cents(56_000) }], 'the release');
  expect([figure.rows[0]?.flags, figure.notes.length]).toEqual([[], 1]);
});
