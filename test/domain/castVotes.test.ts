import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { benchmark } from '../../src/domain/benchmark.ts';
import { castVotes } from '../../src/domain/castVotes.ts';
import { providerKey } from '../../src/domain/providerKey.ts';
import { rateIndex } from '../../src/domain/rateIndex.ts';
import { selectRates } from '../../src/domain/rateSelection.ts';
import { bases, defaultScope } from '../../src/domain/scope.ts';
import { type RateSpec, rateTable } from '../support/builders.ts';
import { anyRates } from '../support/rateSpecs.ts';
import { shippedSchedule } from '../support/releaseData.ts';

const anyBasis = fc.constantFrom(...bases);

/** With classes of providers, and the same with each of them one provider. */
const anyTable = fc
  .tuple(anyRates, fc.boolean())
  .map(([rates, isSingle]) => (isSingle ? rates.map((rate) => ({ ...rate, count: 1 })) : rates));

describe('rates behind votes', () => {
  // Four of a stated dollar methodology; the clinic stands for three.
  const specs: RateSpec[] = [
    { rate: 10, provider: 'A', methodology: 'fee schedule' },
    { rate: 10, provider: 'A', methodology: 'case rate' },
    { rate: 20, provider: 'Clinics', count: 3, methodology: 'fee schedule' },
    { rate: 30, provider: 'B', payer: 'cigna', place: 'OH', methodology: '' },
    { rate: 40, provider: 'B', payer: 'cigna', place: 'OH', setting: 'inpatient' },
  ];
  const table = rateTable('97110', specs);

  it.each([
    ['everywhere', null, { aetna: [5, 4], cigna: [1, 0] }],
    ['in one place', 'TX', { aetna: [5, 4], cigna: [0, 0] }],
    ['in the other', 'OH', { aetna: [0, 0], cigna: [1, 0] }],
  ])('%s: how many, and how many of a stated dollar methodology', (_where, place, expected) => {
    const { test } = selectRates(table, defaultScope, place);
    const [aetna, , cigna] = castVotes(rateIndex(table), test, 'providers').rateCounts;
    const { aetna: ofAetna, cigna: ofCigna } = expected;
    expect([aetna?.rates, aetna?.firmRates]).toEqual(ofAetna);
    expect([cigna?.rates, cigna?.firmRates]).toEqual(ofCigna);
  });

  it('are the same whether any provider may count or each is named', () => {
    fc.assert(
      fc.property(anyTable, anyBasis, (rates, basis) => {
        const any = rateTable('97110', rates);
        const index = rateIndex(any);
        const { fails } = selectRates(any, defaultScope, null).test;
        const named = new Uint8Array(index.providers.length).fill(1);
        expect(castVotes(index, { fails, providers: named }, basis)).toEqual(
          castVotes(index, { fails, providers: null }, basis),
        );
      }),
    );
  });
});

describe('a benchmark of some of a table’s providers', () => {
  const schedule = shippedSchedule();

  /** What a benchmark says of its rows, without the tables it was made from. */
  function told(rates: readonly RateSpec[], scope = defaultScope, place: string | null = null) {
    const { rows, providers, places } = benchmark(rateTable('97110', rates), scope, place, schedule);
    return { rows: rows.map(({ votes: _votes, flaggedOut: _out, ...row }) => row), providers, places };
  }

  it('is that of a table of theirs: of a place', () => {
    fc.assert(
      fc.property(anyTable, anyBasis, (rates, basis) => {
        const here = rates.filter(({ place }) => place === 'TX');
        fc.pre(here.length > 0);
        const scope = { ...defaultScope, basis };
        expect(told(rates, scope, 'TX')).toEqual(told(here, scope, 'TX'));
      }),
    );
  });

  it('is that of a table of theirs: of a provider', () => {
    fc.assert(
      fc.property(anyTable, anyBasis, (rates, basis) => {
        const [first] = rates;
        if (!first) return;
        const own = rates.filter(
          ({ place, provider }) => place === first.place && provider === first.provider,
        );
        const provider = providerKey({
          id: '',
          name: first.provider ?? '',
          place: first.place ?? '',
          identifier: '',
          system: '',
        });
        const scope = { ...defaultScope, basis };
        // What differs is why a row is empty: a payer's rates with others are outside the choice, not missing.
        const alike = (said: ReturnType<typeof told>) => ({
          ...said,
          rows: said.rows.filter(({ n }) => n > 0),
        });
        expect(alike(told(rates, { ...scope, provider }))).toEqual(alike(told(own, scope)));
      }),
    );
  });
});
