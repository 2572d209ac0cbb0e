import { beforeAll, describe, expect, it } from 'vitest';
import type { LinePosition } from '../../src/domain/contractPosition.ts';
import { compareMeasures } from '../../src/domain/heatClass.ts';
import { byGap } from '../../src/domain/largestGaps.ts';
import { contractMatrix } from '../../src/domain/rateMatrix.ts';
import { firstScenarios, type Scenario } from '../../src/domain/scenario.ts';
import { scenarioResult } from '../../src/domain/scenarioResult.ts';
import { standardTarget } from '../../src/domain/standardTarget.ts';
import { talkingPoints } from '../../src/domain/talkingPoints.ts';
import { withTarget } from '../../src/domain/targetAmount.ts';
import { bringFigure } from '../../src/figures/bringFigure.ts';
import { contractBrief } from '../../src/figures/contractBrief.ts';
import { heatFigure } from '../../src/figures/heatFigure.ts';
import {
  scenarioFigure,
  scenarioIndexFigure,
  scenarioPayerFigure,
} from '../../src/figures/scenarioFigure.ts';
import { talkingFigure } from '../../src/figures/talkingFigure.ts';
import {
  type ExampleTarget,
  exampleFacts,
  exampleFamily,
  examplePositions,
  exampleLines as lines,
  marketMedian,
  medicare120,
  exampleTargets as targets,
} from '../support/exampleDesk.ts';
import { type CellCount, expectCells } from '../support/expectCells.ts';
import { ofMarket, type PlainLine, percentile } from '../support/plainExample.ts';
import * as plain from '../support/plainFigures.ts';
import { plainTalking } from '../support/plainTalking.ts';

/** How many lines are in each colour, by its limits: shares of Medicare to a tenth of a percent, quarters of the market. */
const classCounts = {
  medicare: () =>
    counted(6, ({ medicare, rate }) => {
      if (typeof medicare !== 'number') return undefined;
      const share = Math.round((rate / medicare) * 1000) / 10;
      return [80, 100, 120, 150, 200].filter((limit) => share >= limit).length;
    }),
  dollars: () => counted(4, quarter),
  rank: () => counted(4, quarter),
};

function quarter({ votes, rate }: PlainLine): number | undefined {
  if (votes.length < 5) return undefined;
  if (rate > percentile(votes, 0.75)) return 3;
  return [0.25, 0.5].filter((p) => rate >= percentile(votes, p)).length;
}

function counted(classes: number, classOf: (line: PlainLine) => number | undefined): readonly number[] {
  return Array.from({ length: classes }, (_, at) => lines.filter((line) => classOf(line) === at).length);
}

/**
 * The made-up contract in Texas once more (see exampleContract.test.ts): scenarios, the matrix, the lines to bring, the
 * brief and its talking points, every cell against sums made a second time from text.
 */
let before: readonly LinePosition[] = [];
const at = (target: ExampleTarget) => withTarget(before, target);

beforeAll(async () => {
  before = await examplePositions();
});

describe('every cell', () => {
  const count: CellCount = { values: 0, absences: 0 };
  const expectFigure = (...[figure, rows]: [Parameters<typeof expectCells>[0], plain.PlainRows]) =>
    expectCells(figure, rows, count);

  it('of scenarios, one with each rule', () => {
    const medicare = ({ medicare: amount }: PlainLine) => (typeof amount === 'number' ? amount : null);
    const quantile = (line: PlainLine, p: number) => {
      const found = ofMarket(line, () => percentile(line.votes, p));
      return typeof found === 'number' ? found : null;
    };
    const ownScenarios: readonly Scenario[] = [
      { name: 'P60', rule: { kind: 'percentile', p: 0.6 }, overrides: [], lowers: false },
      {
        name: 'Two dollars',
        rule: { kind: 'dollars', change: 200 },
        overrides: [
          { payer: 'BCBS PPO', family: 'Therapy evaluations', rule: { kind: 'percent', change: 0.1 } },
        ],
        lowers: false,
      },
      {
        name: 'Cigna to the median',
        rule: { kind: 'keep' },
        overrides: [{ payer: 'Cigna PPO', family: '', rule: marketMedian }],
        lowers: true,
      },
    ];
    const sets: readonly (readonly [readonly Scenario[], readonly (readonly [string, plain.PlainRule])[]])[] =
      [
        [
          firstScenarios,
          [
            ['A: 5% across the board', ({ rate }) => rate * 1.05],
            [
              'B: 120% of Medicare',
              (line) => {
                const amount = medicare(line);
                return amount === null ? null : Math.max(line.rate, amount * 1.2);
              },
            ],
            [
              'C: One schedule at 110% of Medicare',
              (line) => {
                const amount = medicare(line);
                return amount === null ? null : amount * 1.1;
              },
            ],
          ],
        ],
        [
          ownScenarios,
          [
            [
              'A: P60',
              (line) => {
                const amount = quantile(line, 0.6);
                return amount === null ? null : Math.max(line.rate, amount);
              },
            ],
            [
              'B: Two dollars',
              ({ payer, family, rate }) =>
                payer === 'BCBS PPO' && family === 'Therapy evaluations' ? rate * 1.1 : rate + 200,
            ],
            [
              'C: Cigna to the median',
              (line) => (line.payer === 'Cigna PPO' ? quantile(line, 0.5) : line.rate),
            ],
          ],
        ],
      ];
    for (const [scenarios, rules] of sets) {
      const results = scenarios.map((each) => scenarioResult(before, each, exampleFamily));
      const wanted = plain.plainScenarios(lines, rules);
      expectFigure(scenarioFigure(results, exampleFacts(medicare120)), wanted.whole);
      expectFigure(scenarioPayerFigure(results, exampleFacts(medicare120)), wanted.payers);
      expectFigure(scenarioIndexFigure(results, exampleFacts(medicare120)), wanted.indices);
    }
    // 5% of 1,241,466 dollars.
    const [first] = plain.plainScenarios(lines, sets[0]?.[1] ?? []).whole.slice(1);
    expect(first?.[1]['change']).toBeCloseTo(6_207_330, 5);
  });

  it('of the matrix, by each measure', () => {
    const matrix = contractMatrix(before, 'TX', true);
    for (const measure of compareMeasures) {
      const model = heatFigure(matrix, {
        id: measure,
        subject: 'Your rates',
        whose: 'own',
        measure,
        codeLabel: (code) => `${code} title`,
        method: '',
        origin: '',
        notes: [],
      });
      expectFigure(
        model.figure,
        plain.plainMatrix(lines, measure, () => 'title'),
      );
      expect(model.legend.map(({ cells }) => cells)).toEqual(classCounts[measure]());
      count.values += model.legend.length;
    }
  });

  it('of the brief and its talking points', () => {
    expect(standardTarget(before)).toEqual(medicare120);
    for (const target of targets) {
      const positions = at(target);
      expectFigure(
        bringFigure(
          [...byGap(positions), ...positions.filter((each) => !byGap(positions).includes(each))],
          exampleFacts(target),
        ),
        plain.plainBring(lines, target),
      );
      const about = {
        ...exampleFacts(target),
        release: 'release',
        locality: 'Texas',
        marketPlace: 'TX',
        pool: 'payer' as const,
        hasLocality: false,
        isClaims: false,
        isWeighted: true,
      };
      const model = contractBrief(at(target), new Set(), 'TX', about);
      const byRevenue = plain
        .plainGroups(lines, ({ payer }) => payer)
        .sort(
          ([, a], [, b]) =>
            b.reduce((all, { units, rate }) => all + units * rate, 0) -
            a.reduce((all, { units, rate }) => all + units * rate, 0),
        );
      const index = plain.plainIndex([['All lines', lines], ...byRevenue]);
      expectFigure(model.index, index);
      expectFigure(model.lines, plain.plainBring(lines, target).slice(0, 10));
      const impact = plain.plainImpact(lines, target, ({ label }) => label);
      const tiles = [index[0]?.[1]['of-medicare'], index[0]?.[1]['of-median'], impact.now, impact.gain];
      for (const [place, { cell }] of model.tiles.entries()) {
        expect(cell.kind === 'value' ? cell.value : null).toBeCloseTo(tiles[place] as number, 6);
        count.values++;
      }
      const said = talkingFigure(talkingPoints(at(target), 'TX'), about);
      const wanted = plainTalking(lines, target);
      expect(said.rows.map(({ label }) => label)).toEqual(wanted.map(({ claim }) => claim));
      for (const [place, { cells }] of said.rows.entries()) {
        const stake = cells['stake'];
        expect(stake?.kind === 'value' ? stake.value : null).toBeCloseTo(wanted[place]?.stake ?? -1, 5);
        count.values++;
      }
    }
  });

  it('in words', () => {
    // 5% of 1,241,466 = 62,073.30; 1,241,466 + 299,479.59 = 1,540,945.59; of Medicare 96.4% × 1.05, 120% and 110%.
    const results = firstScenarios.map((each) => scenarioResult(before, each, exampleFamily));
    expect(scenarioFigure(results, exampleFacts(medicare120)).summary).toBe(
      'Revenue is $1,241,466.00 now; $1,303,539.30 (+$62,073.30) in A: 5% across the board, $1,540,945.59 (+$299,479.59) in B: 120% of Medicare and $1,414,157.20 (+$172,691.20) in C: One schedule at 110% of Medicare.',
    );
    // 5% of 485,591 = 24,279.55.
    expect(scenarioPayerFigure(results, exampleFacts(medicare120)).summary).toContain(
      'A: 5% across the board brings most from BCBS PPO (+$24,279.55)',
    );
    expect(scenarioIndexFigure(results, exampleFacts(medicare120)).summary).toBe(
      'The contract is at 96.4% of Medicare now: 101.2% in A, 120.0% in B and 110.0% in C.',
    );
    expect(bringFigure(at(medicare120), exampleFacts(medicare120)).summary).toBe(
      // 8 lines of two codes that Medicare does not price have no target.
      '92 of 92 lines are below 120.0% of Medicare, which would bring $299,479.59 over the period of the file.',
    );
  });

  it('is that many numbers, and that many named absences', () => {
    // Scenarios 2 × (4 × 8 + 5 × 7 + 5 × 8), matrix 100 + 200 + 200, lines to bring 2 × 100 × 10; the brief's index, lines
    // and tiles 2 × (5 × 6 + 10 × 10 + 4); dollars of 96 points, twice: their colours 6 + 4 + 4: 214 + 500 + 2,000 + 268 + 192 + 14 = 3,188.
    expect(count).toEqual({ values: 2955, absences: 233 });
  });
});
