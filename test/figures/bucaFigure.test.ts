import { expect, it } from 'vitest';
import { benchmark } from '../../src/domain/benchmark.ts';
import type { BucaShares } from '../../src/domain/buca.ts';
import { absent, present } from '../../src/domain/cell.ts';
import type { PayerId } from '../../src/domain/payer.ts';
import { defaultScope } from '../../src/domain/scope.ts';
import { bucaFigure } from '../../src/figures/bucaFigure.ts';
import { formatCell } from '../../src/text/numbers.ts';
import { rateTable } from '../support/builders.ts';
import { shippedRates, shippedSchedule } from '../support/releaseData.ts';

const table = shippedRates('97110');
const shared = { shares: null, reported: [], origin: 'release test' };

it.each(['in', 'out'] as const)(
  'pools to the cent what the benchmark’s BUCA row pools, flagged votes %s',
  (outliers) => {
    const here = benchmark(table, { ...defaultScope, outliers }, null, shippedSchedule());
    const [buca] = here.rows;
    const [pooled] = bucaFigure({ ...shared, benchmark: here }).rows;
    expect(buca?.n).toBeGreaterThan(30);
    expect(pooled?.cells).toMatchObject({
      mean: buca?.mean,
      p25: buca?.p25,
      median: buca?.median,
      p75: buca?.p75,
      spread: buca?.spread,
    });
  },
);

it('counts the pool’s own votes where fences of the pool leave out others than those of its payers', () => {
  const scope = { ...defaultScope, outliers: 'out', vintage: { from: 2025, to: 2026 } } as const;
  const here = benchmark(shippedRates('99213'), scope, null, shippedSchedule());
  const [buca, ...payers] = here.rows;
  const ofPayers = payers.slice(0, 4).reduce((sum, { n }) => sum + n, 0);
  expect([buca?.n, ofPayers]).toEqual([17, 16]);
  const votes = bucaFigure({ ...shared, benchmark: here }).rows.map(({ cells }) => cells['votes']);
  expect(votes.slice(0, 2)).toEqual([present(17), present(16)]);
});

it('names payers, weights, the mean of medians and the refused quartiles', () => {
  const here = benchmark(table, defaultScope, null, shippedSchedule());
  const figure = bucaFigure({ ...shared, benchmark: here, shares: { bcbs: 3, aetna: 1 } });
  const [, equal, weighted] = figure.rows;
  expect(equal?.cells['made']).toEqual(
    present('Aetna 25.0%, BCBS 25.0%, Cigna 25.0%, UnitedHealth Group 25.0%'),
  );
  expect(figure.columns.map(({ id }) => id)).toContain('votes');
  expect(equal?.cells['votes']).toEqual(present(here.rows[0]?.n));
  expect(equal?.flags).toEqual(['mean of 4 payers’ medians']);
  expect(weighted?.cells['made']).toEqual(present('Aetna 25.0%, BCBS 75.0%'));
  const quartile = equal?.cells['p25'];
  if (!quartile) throw new Error('no P25 cell');
  expect(formatCell(quartile, 'money')).toBe('Not available: percentiles of percentiles are not percentiles');
});

it('shows a reported BUCA as printed, gaps and all', () => {
  const here = benchmark(table, defaultScope, 'AK', shippedSchedule());
  const gap = absent('not-in-input');
  const reported = [
    {
      id: 'a',
      source: 'a vendor’s code page, date not stated',
      mean: present(4201),
      p25: gap,
      median: gap,
      p75: gap,
      spread: present(1870),
    },
  ];
  const figure = bucaFigure({ ...shared, benchmark: here, reported });
  const row = figure.rows.at(-1);
  expect(row?.label).toBe('Reported by a vendor’s code page, date not stated');
  expect(row?.cells).toMatchObject({ mean: present(4201), p25: gap, spread: present(1870) });
  expect(row?.flags).toEqual(['reported']);
  // No rate of ours in Alaska: the reported figure fills no gap of ours.
  expect(figure.rows.slice(0, 2).every(({ cells }) => cells['mean']?.kind === 'absent')).toBe(true);
  expect(figure.summary).toBe('BUCA: Data not available in the input.');
});

it('rounds a mean of means half away from zero, whatever binary fractions make of it', () => {
  // 97112 in California: six votes each, Σ 819.25, 821.23, 845.97 and 855.91 dollars by the release's files.
  // (819.25 + 821.23 + 845.97 + 855.91) ÷ 24 = 3,342.36 ÷ 24 = 139.265.
  const here = benchmark(shippedRates('97112'), defaultScope, 'CA', shippedSchedule());
  const equal = bucaFigure({ ...shared, benchmark: here }).rows.find(({ id }) => id === 'payer-equal');
  const mean = equal?.cells['mean'];
  expect(mean && formatCell(mean, 'money')).toBe('$139.27');
});

/** The notes on Texas with so many votes of each payer, all of $40. */
function notesOf(votes: Readonly<Partial<Record<PayerId, number>>>, shares: BucaShares | null = null) {
  const rates = Object.entries(votes).flatMap(([payer, count]) =>
    Array.from({ length: count }, (_, at) => ({ payer: payer as PayerId, rate: 40, provider: `P${at}` })),
  );
  const here = benchmark(rateTable('97110', rates), defaultScope, 'TX', shippedSchedule());
  const { notes, rows } = bucaFigure({ ...shared, benchmark: here, shares });
  return { notes: notes.join(' '), flags: rows[1]?.flags };
}

it('a share of a payer without rates is told, of one or of several', () => {
  const scaled = 'but no rates here: the other shares are scaled up to 100%.';
  expect(notesOf({ aetna: 5 }, { aetna: 1, cigna: 1 }).notes).toContain(`Cigna has a share ${scaled}`);
  expect(notesOf({ aetna: 5 }, { aetna: 1, cigna: 1, uhg: 2 }).notes).toContain(
    `Cigna and UnitedHealth Group have shares ${scaled}`,
  );
  expect(notesOf({ aetna: 5 }, { aetna: 1, cigna: 0 }).notes).not.toContain(scaled);
});

it('payers with too few votes for a median are named, where another has one', () => {
  const silent = 'Too few votes for a median of their own, so only in the means:';
  expect(notesOf({ aetna: 5, bcbs: 4 })).toEqual({
    notes: expect.stringContaining(`${silent} BCBS.`),
    flags: ['mean of 1 payer’s median'],
  });
  expect(notesOf({ aetna: 4, bcbs: 4 }).notes).not.toContain(silent);
  expect(notesOf({ aetna: 5, bcbs: 5 }).notes).not.toContain(silent);
});
