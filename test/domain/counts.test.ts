import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Benchmark, benchmark } from '../../src/domain/benchmark.ts';
import { board, boardCells } from '../../src/domain/board.ts';
import { codeHeadline } from '../../src/domain/codeHeadline.ts';
import { benchmarkEffects } from '../../src/domain/effectGroups.ts';
import type { RateTable } from '../../src/domain/rateTable.ts';
import { relaxations } from '../../src/domain/relax.ts';
import { defaultScope } from '../../src/domain/scope.ts';
import { amountsOf } from '../../src/domain/sortedVotes.ts';
import { bucaFigure } from '../../src/figures/bucaFigure.ts';
import { memberAt } from '../../src/stats/countedList.ts';
import { anyScope } from '../support/arbitraries.ts';
import { type RateSpec, rateTable } from '../support/builders.ts';
import { anyRates } from '../support/rateSpecs.ts';
import { shippedSchedule } from '../support/releaseData.ts';

const schedule = shippedSchedule();

/** Each class as that many providers with a name of their own and the same rates. */
function expanded(rates: readonly RateSpec[]): RateTable {
  return rateTable(
    '97110',
    rates.flatMap((rate) =>
      Array.from({ length: rate.count ?? 1 }, (_, index) => ({
        ...rate,
        count: 1,
        provider: `${rate.provider} ${index}`,
      })),
    ),
  );
}

function counted(rates: readonly RateSpec[]): RateTable {
  return rateTable('97110', rates);
}

/** All figures of a benchmark; single votes apart, which name their rows. */
function figuresOf({ selection, rows, ...facts }: Benchmark) {
  const { counted: count, leftOut, wouldCount, facets } = selection;
  const { line, site, vintage, methodology, modifier } = facets;
  const types = facets['provider-type'];
  return {
    ...facts,
    selection: {
      count,
      leftOut,
      wouldCount,
      facets: { line, site, vintage, methodology, modifier, types },
      relaxations: relaxations(selection),
    },
    rows: rows.map(({ votes, flaggedOut, flaggedOutAt: _at, ...row }) => ({
      ...row,
      amounts: [votes, flaggedOut].map((list) => {
        const sorted = amountsOf(list);
        return Array.from({ length: sorted.length }, (_, rank) => memberAt(sorted, rank));
      }),
    })),
  };
}

describe('a benchmark of classes is that of their providers written out', () => {
  it('in every figure, place and scope', () => {
    fc.assert(
      fc.property(anyRates, anyScope, fc.constantFrom(null, 'TX', 'AK'), (drawn, chosen, place) => {
        // Named providers differ between the two tables, and one that matches nothing says nothing.
        for (const scope of [
          { ...chosen, provider: null },
          { ...defaultScope, outliers: chosen.outliers },
        ]) {
          const [few, many] = [counted(drawn), expanded(drawn)].map((table) =>
            benchmark(table, scope, place, schedule),
          );
          expect(few && figuresOf(few)).toEqual(many && figuresOf(many));
        }
      }),
    );
  });

  it('in BUCA opened up, in what flagged votes do, in the catalogue and on the board of states', () => {
    fc.assert(
      fc.property(anyRates, (drawn) => {
        const [few, many] = [counted(drawn), expanded(drawn)].map((table) => {
          const here = benchmark(table, defaultScope, null, schedule);
          const { rows } = board(table, defaultScope, schedule);
          return {
            buca: bucaFigure({ benchmark: here, shares: { aetna: 2, uhg: 1 }, reported: [], origin: '' }),
            effects: benchmarkEffects(here, table).map(({ all, withoutAll, flips, flaggedVotes }) => ({
              all,
              withoutAll,
              flips,
              flaggedVotes,
            })),
            headline: codeHeadline(table, schedule),
            board: rows.map((row) => [row.n, boardCells(row, 'median'), boardCells(row, 'mean')]),
          };
        });
        expect(few).toEqual(many);
      }),
      { numRuns: 15 },
    );
  });

  it('in what the figures are without one flagged provider of a class', () => {
    const specs: readonly RateSpec[] = [
      ...[30, 31, 32, 33, 34].map((rate, index) => ({ rate, provider: `H${index}`, place: 'TX', count: 3 })),
      { rate: 400, provider: 'High', place: 'TX', count: 2 },
    ];
    const without = [counted(specs), expanded(specs)].map((table) => {
      const effects = benchmarkEffects(benchmark(table, defaultScope, null, schedule), table);
      const aetna = effects.find(({ group }) => group.id === 'aetna');
      return aetna?.flagged.map((flagged) => ({ ...flagged.without }));
    });
    expect(without[0]).toHaveLength(1);
    expect(without[1]).toEqual([without[0]?.[0], without[0]?.[0]]);
    // (3 × (30 + 31 + 32 + 33 + 34) + 400) ÷ 16
    expect(without[0]?.[0]).toMatchObject({ n: 16, mean: { value: 5500 } });
  });
});

it('a class is many providers: none of them casts more than its own vote', () => {
  const aetna = [10, 20, 30, 40, 50].map((rate, index) => ({ rate, provider: `H${index}` }));
  const [few, many] = [1, 20].map((count) => {
    const table = rateTable(
      '97110',
      aetna.map((rate) => ({ ...rate, count })),
    );
    return benchmark(table, defaultScope, 'TX', schedule).rows.find(({ id }) => id === 'aetna');
  });
  expect([few?.n, few?.grade.level]).toEqual([5, 'low']);
  // 100 votes of 100 providers; no methodology is stated, which takes one step from good.
  expect([many?.n, many?.providers, many?.rates, many?.grade.level]).toEqual([100, 100, 100, 'fair']);
  expect(many?.median).toEqual(few?.median);
});
