import { describe, expect, it } from 'vitest';
import { benchmark } from '../../src/domain/benchmark.ts';
import { absent, type Cell, present } from '../../src/domain/cell.ts';
import { deviations } from '../../src/domain/deviation.ts';
import { insights, meanOutsideQuartiles } from '../../src/domain/insight.ts';
import { defaultScope, type Scope } from '../../src/domain/scope.ts';
import { insightSentence } from '../../src/text/insightText.ts';
import { countedNoun } from '../../src/text/scopeSentence.ts';
import { type RateSpec, rateTable } from '../support/builders.ts';
import { type FactsSpec, plainFacts } from '../support/plainFacts.ts';
import { shippedRates, shippedSchedule } from '../support/releaseData.ts';

const schedule = shippedSchedule();

function sentences(code: string, place: string | null, table = shippedRates(code), scope = defaultScope) {
  const nation = benchmark(table, scope, null, schedule);
  const here = place === null ? nation : benchmark(table, scope, place, schedule);
  const compared = place === null ? [] : deviations(here, nation);
  return insights(here, compared).map((insight) => insightSentence(insight, place, countedNoun(scope)));
}

describe('insights of the shipped figures', () => {
  it('flags the Texas Cigna mean for 97110 and names its quartile', () => {
    const flag = sentences('97110', 'TX').find(({ id }) => id === 'mean-outside-quartiles-cigna');
    expect(flag).toEqual({
      id: 'mean-outside-quartiles-cigna',
      text: 'Cigna: the mean $245.38 lies above its own P75 $130.09 (median $120.00, n 11): most votes are below it; read the median.',
      rowIds: ['cigna'],
    });
  });
  it('groups the digits of a pool of thousands, as the table beside it does', () => {
    const rates = Array.from(
      { length: 1200 },
      (_, at): RateSpec => ({ rate: 30, payer: 'aetna', provider: `Provider ${at}` }),
    );
    const texts = sentences('97110', null, rateTable('97110', rates)).map(({ text }) => text);
    expect(texts[0]).toMatch(/over 1,200 of 1,200 votes\)\.$/);
  });
  it('of fewer than five votes says first that they tell no level', () => {
    expect(sentences('97110', 'SC')[0]?.text).toMatch(
      /^1 vote only, too few to tell a level\. BUCA: rates are 240\.9% of Medicare in South Carolina/,
    );
    expect(sentences('97110', 'TX')[0]?.text).toMatch(/^BUCA: rates are/);
  });
  it('speaks of rates where each counts by itself', () => {
    const table = rateTable('97110', [{ rate: 30, payer: 'aetna' }]);
    const of = (basis: Scope['basis']) =>
      sentences('97110', null, table, { ...defaultScope, basis })[0]?.text;
    expect(of('providers')).toMatch(/ratio of sums over 1 of 1 vote\)/);
    expect(of('rates')).toMatch(/ratio of sums over 1 of 1 rate\)/);
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
  it('does not say of rates outside the scope that the input has none', () => {
    // All five rates of 5823 are a payment group's, which the default scope leaves out.
    expect(sentences('5823', null)).toEqual([
      {
        id: 'no-rates',
        text: 'Payer rates nationally: 5 in the input, none in this scope.',
        rowIds: [],
      },
    ]);
  });
  it('says of Alaska only that there is nothing', () => {
    expect(sentences('97755', 'AK')).toEqual([
      { id: 'no-rates', text: 'Payer rates in Alaska: Data not available in the input.', rowIds: [] },
    ]);
  });
});

it('votes that the reader leaves out as flagged are not said to be missing in the input', () => {
  const out = { ...defaultScope, outliers: 'out' } as const;
  expect(sentences('G0283', 'CA', shippedRates('G0283'), out).map(({ text }) => text)).toEqual([
    'Payer rates in California: no vote left, 8 flagged.',
  ]);
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
  it('says when every payer’s median lies above its national one, with n', () => {
    // National medians: Aetna of 5 × 50 and 5 × 100 is 75; Cigna of 5 × 40 and 5 × 60 is 50.
    const found = sentences('97755', 'AK', table);
    expect(found.find(({ id }) => id === 'all-one-side')?.text).toBe(
      'Both payers that can be compared lie above their national median in Alaska (n 5 here).',
    );
    const byRate = sentences('97755', 'AK', table, { ...defaultScope, basis: 'rates' });
    expect(byRate.find(({ id }) => id === 'all-one-side')?.text).toBe(
      'Both payers that can be compared lie above their national median in Alaska (n 5 here).',
    );
    expect(found.find(({ id }) => id === 'largest-deviation')).toEqual({
      id: 'largest-deviation',
      text: 'Furthest above its national median: Aetna, +$25.00 (+33.3%; n 5 here, 10 in the national pool).',
      rowIds: ['aetna'],
    });
  });
  it('groups the digits of both places', () => {
    const many = rates.flatMap((rate) =>
      Array.from({ length: 300 }, (_, n): RateSpec => ({ ...rate, provider: `${rate.provider} ${n}` })),
    );
    const found = sentences('97755', 'AK', rateTable('97755', many));
    expect(found.find(({ id }) => id === 'largest-deviation')?.text).toContain(
      'n 1,500 here, 3,000 in the national pool',
    );
  });
  it('says when every payer lies below', () => {
    expect(sentences('97755', 'TX', table).find(({ id }) => id === 'all-one-side')?.text).toBe(
      'Both payers that can be compared lie below their national median in Texas (n 5 here).',
    );
    // Texas: Aetna 50, Cigna 40; the pool's medians are 75 and 50.
    expect(sentences('97755', 'TX', table).find(({ id }) => id === 'largest-deviation')?.text).toBe(
      'Furthest below its national median: Aetna, −$25.00 (−33.3%; n 5 here, 10 in the national pool).',
    );
  });
  it('speaks of rates, not of payments, and of one payer or several alike', () => {
    const scope: Scope = { ...defaultScope, line: 'Medicare supplement' };
    expect(sentences('97012', 'AZ', shippedRates('97012'), scope).map(({ text }) => text)).toEqual([
      '1 vote only, too few to tell a level. Other commercial payers: rates are 201.1% of Medicare in Arizona for the same state and year (ratio of sums over 1 of 1 vote).',
    ]);
  });
  it('says on which side of an odd mean most votes are, not how many are on the other', () => {
    // 10 20 30 40 and 500: P75 is 40, the mean 120; one vote pulls it, not a few.
    const odd = rateTable(
      '97010',
      [10, 20, 30, 40, 500].map((rate, at): RateSpec => ({ rate, payer: 'cigna', provider: `AK ${at}` })),
    );
    const of = (basis: Scope['basis']) =>
      sentences('97010', null, odd, { ...defaultScope, basis }).find(({ id }) => id.endsWith('cigna'))?.text;
    expect(of('providers')).toMatch(/\(median \$30\.00, n 5\): most votes are below it; read the median\.$/);
    expect(of('rates')).toMatch(/: most rates are below it; read the median\.$/);
  });
  it('counts the payers it speaks of, from the fewest votes to the most', () => {
    // Seven of $30 here and eight of $90 elsewhere: the median of all 15 is $90.
    const third = [1, 2, 3, 4, 5, 6, 7, 8].flatMap((n): RateSpec[] => [
      { rate: 90, payer: 'humana', provider: `AK ${n}`, place: 'AK' },
      ...(n < 8 ? [{ rate: 30, payer: 'humana' as const, provider: `TX ${n}`, place: 'TX' }] : []),
    ]);
    const found = sentences('97755', 'TX', rateTable('97755', [...rates, ...third]));
    expect(found.find(({ id }) => id === 'all-one-side')?.text).toBe(
      'All 3 payers that can be compared lie below their national median in Texas (n 5 to 7 here).',
    );
  });
  it('speaks of a pool, not of the nation, where only some states publish', () => {
    expect(sentences('97110', null)[0]?.text).toMatch(
      /^BUCA: rates are [\d.]+% of Medicare in the national pool for/,
    );
  });
  it('holds a place of a user’s file against the file', () => {
    const nation = benchmark(table, defaultScope, null, schedule);
    const texas = benchmark(table, defaultScope, 'TX', schedule);
    const said = insights(texas, deviations(texas, nation)).map(
      (insight) => insightSentence(insight, 'TX', 'vote', true).text,
    );
    expect(said.slice(-2)).toEqual([
      'Both payers that can be compared lie below their median of all of your file in Texas (n 5 here).',
      'Furthest below its median of all of your file: Aetna, −$25.00 (−33.3%; n 5 here, 10 in all of it).',
    ]);
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

const few = absent('too-few', 'fewer than 5 providers (3)');

describe('on which side of its quartiles a mean lies', () => {
  const side = (mean: number, p25: Cell = present(30), p75: Cell = present(40)) =>
    meanOutsideQuartiles({ mean: present(mean), p25, p75 });

  it('both quartiles are inside', () => {
    expect([29.9, 30, 40, 40.1].map((mean) => side(mean))).toEqual(['below', undefined, undefined, 'above']);
  });

  it('none without a mean and both quartiles', () => {
    expect(side(99, few)).toBeUndefined();
    expect(side(1, present(30), few)).toBeUndefined();
    expect(meanOutsideQuartiles({ mean: few, p25: present(30), p75: present(40) })).toBeUndefined();
  });
});

describe('what stands out', () => {
  const rules = (...rows: readonly FactsSpec[]) => insights(plainFacts(...rows), []);

  it('nothing where no row has a vote', () => {
    expect(rules({ id: 'buca', n: 0 }, { id: 'aetna', n: 0 })).toMatchObject([
      { rule: 'no-rates', here: { rows: [{ id: 'buca' }, { id: 'aetna' }] } },
    ]);
    expect(rules({ id: 'buca', n: 0 }, { id: 'aetna', n: 1 })).toEqual([]);
  });

  it('the share of Medicare is the leading row’s, and no other’s', () => {
    const [first] = rules({ id: 'buca', percentOfMedicare: present(1.5) }, { id: 'aetna' });
    expect(first).toMatchObject({ rule: 'percent-of-medicare', row: { id: 'buca' }, ratio: 1.5 });
    expect(rules({ id: 'buca' }, { id: 'aetna', percentOfMedicare: present(1.5) })).toEqual([]);
  });

  it('a mean outside its quartiles, of each row that has one there', () => {
    const found = rules(
      { id: 'buca', mean: present(50), p25: present(30), p75: present(40) },
      { id: 'aetna', mean: present(35), p25: present(30), p75: present(40) },
      { id: 'cigna', mean: present(20), p25: present(30), p75: present(40) },
    );
    expect(found).toMatchObject([
      { rule: 'mean-outside-quartiles', row: { id: 'buca' }, side: 'above' },
      { rule: 'mean-outside-quartiles', row: { id: 'cigna' }, side: 'below' },
    ]);
  });

  it('highest and lowest median and widest and tightest spread, ties included; BUCA is not among them', () => {
    const found = rules(
      { id: 'buca', median: present(99), spread: present(99) },
      { id: 'aetna', median: present(50), spread: present(7) },
      { id: 'cigna', median: present(30), spread: present(7) },
      { id: 'uhg', median: present(50), spread: present(9) },
      { id: 'humana', median: few, spread: present(1) },
    );
    expect(found).toMatchObject([
      { rule: 'highest-lowest', highest: [{ id: 'aetna' }, { id: 'uhg' }], lowest: [{ id: 'cigna' }] },
      { rule: 'widest-tightest', widest: [{ id: 'uhg' }], tightest: [{ id: 'aetna' }, { id: 'cigna' }] },
    ]);
  });

  it('two payers are enough, one is not; where all are alike there is neither high nor low', () => {
    const one = { id: 'aetna', median: present(50), spread: present(7) } as const;
    expect(rules({ id: 'buca', median: present(1) }, one)).toEqual([]);
    expect(rules(one, { id: 'cigna', median: present(50), spread: present(8) })).toMatchObject([
      { rule: 'widest-tightest' },
    ]);
    expect(rules(one, { id: 'cigna', median: present(51), spread: present(7) })).toMatchObject([
      { rule: 'highest-lowest' },
    ]);
  });
});

describe('against the nation', () => {
  /** Medians of payers here, held against a nation of 100 for each. */
  const against = (...medians: readonly (number | null)[]) => {
    const ids = ['buca', 'aetna', 'cigna', 'uhg'] as const;
    const rows = medians.map(
      (median, index): FactsSpec => ({
        id: ids[index] ?? 'humana',
        median: median === null ? few : present(median),
      }),
    );
    const nation = plainFacts(...rows.map((row) => ({ ...row, n: 9, median: present(100) })));
    return insights(
      plainFacts(...rows.map((row) => ({ ...row, n: 0 })), { id: 'other', n: 1 }),
      deviations(plainFacts(...rows), nation),
    )
      .filter(({ rule }) => rule === 'all-one-side' || rule === 'largest-deviation')
      .map((insight) =>
        insight.rule === 'all-one-side'
          ? [insight.side, insight.deviations.map(({ id }) => id)]
          : insight.rule === 'largest-deviation'
            ? [insight.above?.id, insight.below?.id]
            : [],
      );
  };

  it('all above or all below, furthest up first; BUCA is not asked', () => {
    expect(against(1, 110, 130, 120)).toEqual([
      ['above', ['cigna', 'uhg', 'aetna']],
      ['cigna', undefined],
    ]);
    expect(against(999, 90, 70, 80)).toEqual([
      ['below', ['aetna', 'uhg', 'cigna']],
      [undefined, 'cigna'],
    ]);
  });

  it('else the furthest on either side; one that pays the same is on neither', () => {
    expect(against(1, 110, 70, 120)).toEqual([['uhg', 'cigna']]);
    expect(against(1, 100, 120)).toEqual([['cigna', undefined]]);
    expect(against(1, 100, 80)).toEqual([[undefined, 'cigna']]);
    expect(against(1, 100, 100)).toEqual([]);
  });

  it('needs two payers that have both medians', () => {
    expect(against(1, 110)).toEqual([]);
    expect(against(1, 110, null)).toEqual([]);
  });
});
