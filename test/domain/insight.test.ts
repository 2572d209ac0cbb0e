import { describe, expect, it } from 'vitest';
import { benchmark } from '../../src/domain/benchmark.ts';
import { deviations } from '../../src/domain/deviation.ts';
import { insights } from '../../src/domain/insight.ts';
import { defaultScope } from '../../src/domain/scope.ts';
import { insightSentence } from '../../src/text/insightText.ts';
import { type RateSpec, rateTable } from '../support/builders.ts';
import { shippedRates, shippedSchedule } from '../support/releaseData.ts';

const schedule = shippedSchedule();

function sentences(code: string, place: string | null, table = shippedRates(code)) {
  const nation = benchmark(table, defaultScope, null, schedule);
  const here = place === null ? nation : benchmark(table, defaultScope, place, schedule);
  const compared = place === null ? [] : deviations(here, nation);
  return insights(here, compared).map((insight) => insightSentence(insight, place));
}

describe('insights of the shipped figures', () => {
  it('flags the Texas Cigna mean for 97110 and names its quartile', () => {
    const flag = sentences('97110', 'TX').find(({ id }) => id === 'mean-outside-quartiles-cigna');
    expect(flag).toEqual({
      id: 'mean-outside-quartiles-cigna',
      text: 'Cigna: the mean $245.38 lies above its own P75 $130.09 (median $120.00, n 11): a few rates pull it; read the median.',
      rowIds: ['cigna'],
    });
  });
  it('ranks: Medicare first, then warnings, ranks, spreads, deviations', () => {
    expect(sentences('97110', 'TX').map(({ id }) => id)).toEqual([
      'percent-of-medicare',
      'mean-outside-quartiles-buca',
      'mean-outside-quartiles-cigna',
      'mean-outside-quartiles-other',
      'highest-lowest',
      'widest-tightest',
      'largest-deviation',
    ]);
  });
  it('names highest and lowest median with n', () => {
    expect(sentences('97110', 'TX').find(({ id }) => id === 'highest-lowest')).toEqual({
      id: 'highest-lowest',
      text: 'Highest median: Humana $130.64 (n 12). Lowest: BCBS $64.00 (n 17).',
      rowIds: ['humana', 'bcbs'],
    });
  });
  it('says of Alaska only that there is nothing', () => {
    expect(sentences('97755', 'AK')).toEqual([
      { id: 'no-rates', text: 'Payer rates in Alaska: Data not available in the input.', rowIds: [] },
    ]);
  });
});

describe('insight rules', () => {
  /** Five providers each: Aetna and Cigna in Alaska at 100 and 60; in Texas at 50 and 40. */
  const rates: RateSpec[] = [1, 2, 3, 4, 5].flatMap((n) => [
    { rate: 100, payer: 'aetna' as const, provider: `AK ${n}`, place: 'AK' },
    { rate: 60, payer: 'cigna' as const, provider: `AK ${n}`, place: 'AK' },
    { rate: 50, payer: 'aetna' as const, provider: `TX ${n}`, place: 'TX' },
    { rate: 40, payer: 'cigna' as const, provider: `TX ${n}`, place: 'TX' },
  ]);
  const table = rateTable('97755', rates);
  it('says when every payer pays above its national median', () => {
    // National medians: Aetna of 5 × 50 and 5 × 100 is 75; Cigna of 5 × 40 and 5 × 60 is 50.
    const found = sentences('97755', 'AK', table);
    expect(found.find(({ id }) => id === 'all-one-side')?.text).toBe(
      'All 2 payers with enough providers pay above their national median in Alaska.',
    );
    expect(found.find(({ id }) => id === 'largest-deviation')).toEqual({
      id: 'largest-deviation',
      text: 'Furthest above its national median: Aetna, +$25.00 (+33.3%; n 5 here, 10 in the nation).',
      rowIds: ['aetna'],
    });
  });
  it('says when every payer pays below', () => {
    expect(sentences('97755', 'TX', table).find(({ id }) => id === 'all-one-side')?.text).toBe(
      'All 2 payers with enough providers pay below their national median in Texas.',
    );
  });
  it('names ties together and draws no rank from one payer', () => {
    const tied = rateTable('97755', [
      ...rates.filter(({ place }) => place === 'TX'),
      ...[1, 2, 3, 4, 5].map((n) => ({
        rate: 50,
        payer: 'humana' as const,
        provider: `TX ${n}`,
        place: 'TX',
      })),
    ]);
    expect(sentences('97755', null, tied).find(({ id }) => id === 'highest-lowest')?.text).toBe(
      'Highest median: Aetna $50.00 (n 5) and Humana $50.00 (n 5). Lowest: Cigna $40.00 (n 5).',
    );
    const single = rateTable(
      '97755',
      rates.filter(({ payer, place }) => payer === 'aetna' && place === 'TX'),
    );
    expect(sentences('97755', null, single).map(({ id }) => id)).toEqual(['percent-of-medicare']);
  });
});
