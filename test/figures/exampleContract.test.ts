import { beforeAll, describe, expect, it } from 'vitest';
import { contractImpact } from '../../src/domain/contractImpact.ts';
import { contractIndex } from '../../src/domain/contractIndex.ts';
import type { LinePosition } from '../../src/domain/contractPosition.ts';
import { impactSensitivity, sensitivityTargets } from '../../src/domain/impactSensitivity.ts';
import { impactSwing } from '../../src/domain/impactSwing.ts';
import { withTarget } from '../../src/domain/targetAmount.ts';
import { contractGapFigure, contractPositionFigure, lineLabel } from '../../src/figures/contractFigures.ts';
import { contractImpactFigure, impactNouns } from '../../src/figures/contractImpactFigure.ts';
import { contractIndexFigure } from '../../src/figures/contractIndexFigure.ts';
import { sensitivityFigure } from '../../src/figures/sensitivityFigure.ts';
import { swingFigure } from '../../src/figures/swingFigure.ts';
import { impactWaterfall } from '../../src/figures/waterfall.ts';
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
import { type PlainLine, percentile, percentRank } from '../support/plainExample.ts';
import * as plain from '../support/plainFigures.ts';

/**
 * Every number the pages show of the shipped made-up contract in Texas (position, gaps, impact, swings, other targets),
 * against sums made a second time from the file's and the release's text (test/support/plain*.ts), and the largest of
 * them against sums worked by hand. Scenarios, matrix and brief: exampleOffers.test.ts.
 */
const byWord = {
  line: ({ label }: PlainLine) => label,
  code: ({ code }: PlainLine) => code,
  payer: ({ payer }: PlainLine) => payer,
};
const groupings = ['line', 'code', 'payer'] as const;
const parts: readonly (readonly [string, readonly PlainLine[]])[] = [
  ['All lines', lines],
  ...plain.plainGroups(lines, ({ payer }) => payer),
  ...plain.plainGroups(lines, ({ family }) => family),
];

let before: readonly LinePosition[] = [];
const at = (target: ExampleTarget) => withTarget(before, target);

beforeAll(async () => {
  before = await examplePositions();
});

describe('sums by hand', () => {
  it('of units and revenue', () => {
    const sum = (payer: string) => {
      const of = lines.filter((line) => payer === '' || line.payer === payer);
      return [
        of.reduce((all, { units }) => all + units, 0),
        of.reduce((all, { units, rate }) => all + units * rate, 0),
      ];
    };
    // 3200 + 1400 + 2400 + 1500 + 300 + 180 + 220 + 90 + 160 + 140 + 310 + 85 + 120 + 30 + 380 + 210 + 150 + 45 + 130
    // + 40 + 28 + 24 + 60 + 35 + 260; 86,400 + 42,000 + 60,000 + 49,500 + 7,800 + 5,220 + 3,520 + 2,160 + 5,280 +
    // 1,820 + 3,720 + 935 + 1,560 + 540 + 4,180 + 17,220 + 12,300 + 3,690 + 7,280 + 3,400 + 2,380 + 1,392 + 1,740 +
    // 1,470 + 1,300 dollars
    expect(sum('Aetna PPO')).toEqual([11_497, 32_680_700]);
    // 4100 + 1900 + 3000 + 1800 + 420 + 240 + 300 + 120 + 210 + 190 + 420 + 110 + 160 + 42 + 510 + 290 + 200 + 60 +
    // 170 + 55 + 36 + 30 + 80 + 46 + 350; 127,100 + 64,600 + 87,000 + 68,400 + 12,600 + 7,920 + 5,400 + 3,360 + 7,980
    // + 2,850 + 5,880 + 1,375 + 2,400 + 840 + 6,630 + 27,550 + 19,000 + 5,700 + 11,050 + 5,390 + 3,528 + 2,010 + 2,720
    // + 2,208 + 2,100 dollars
    expect(sum('BCBS PPO')).toEqual([14_839, 48_559_100]);
    // 1500 + 700 + 1100 + 650 + 150 + 80 + 100 + 40 + 70 + 60 + 140 + 40 + 55 + 14 + 170 + 95 + 70 + 20 + 60 + 18 + 12
    // + 10 + 25 + 15 + 120; 37,500 + 18,900 + 25,850 + 19,500 + 3,600 + 2,160 + 1,500 + 880 + 2,100 + 720 + 1,540 +
    // 400 + 660 + 224 + 1,785 + 7,410 + 5,460 + 1,560 + 3,180 + 1,440 + 960 + 550 + 675 + 585 + 540 dollars
    expect(sum('Cigna PPO')).toEqual([5314, 13_967_900]);
    // 2600 + 1200 + 1900 + 1300 + 260 + 150 + 180 + 75 + 130 + 110 + 250 + 70 + 95 + 25 + 300 + 180 + 120 + 35 + 105 +
    // 32 + 22 + 18 + 48 + 27 + 210; 75,400 + 38,400 + 51,300 + 46,150 + 7,280 + 4,650 + 3,060 + 1,950 + 4,550 + 1,540
    // + 3,250 + 840 + 1,330 + 475 + 3,600 + 15,840 + 10,560 + 3,080 + 6,300 + 2,880 + 1,980 + 1,116 + 1,488 + 1,215 +
    // 1,155 dollars
    expect(sum('UnitedHealthcare PPO')).toEqual([9442, 28_938_900]);
    // 11,497 + 14,839 + 5,314 + 9,442; 326,807 + 485,591 + 139,679 + 289,389 dollars
    expect(sum('')).toEqual([41_092, 124_146_600]);
  });

  it('of Medicare: eight localities, rounded each, then their mean', () => {
    // 0.45 × work + 0.41 × practice expense + 0.01 × malpractice GPCI, × 33.4009:
    // 0.86771 → 28.98, 0.87099 → 29.09, 0.86901 → 29.03, 0.87449 → 29.21, 0.83239 → 27.80, 0.86702 → 28.96,
    // 0.89354 → 29.85, 0.84812 → 28.33; 231.25 dollars ÷ 8.
    expect(lines[0]?.medicare).toBe(2890.625);
  });

  it('of the market of one code: quartiles and ranks', () => {
    const [aetna, bcbs] = lines;
    expect(aetna?.votes).toEqual([4441, 6366, 6465, 6978, 7560, 8811, 9400, 9400, 9400, 9996, 13_005]);
    // Positions 2.5, 5 and 7.5 of 0 to 10: (64.65 + 69.78) ÷ 2, 88.11, 94.00.
    expect([0.25, 0.5, 0.75].map((p) => percentile(aetna?.votes ?? [], p))).toEqual([6721.5, 8811, 9400]);
    // $31.00 is 42 of the 1,131 cents from 30.58 (position 4) to 41.89: 4.03714 of 16.
    expect(bcbs?.votes.slice(3, 6)).toEqual([2601.5, 3058, 4189]);
    expect(percentRank(bcbs?.votes ?? [], 3100)).toBeCloseTo((4 + 42 / 1131) / 16, 12);
  });

  it('of the gain for one code, and of the whole', () => {
    const impact = plain.plainImpact(lines, medicare120, ({ code }) => code);
    // 120% of 28.90625 is 34.6875: 3200 × 7.6875 + 4100 × 3.6875 + 1500 × 9.6875 + 2600 × 5.6875 =
    // 24,600 + 15,118.75 + 14,531.25 + 14,787.50.
    expect(impact.groups[0]).toMatchObject({ label: '97110', gain: 6_903_750 });
    // All but 97014 and 97010, which Medicare does not price: 14,390 and 5,095 dollars.
    expect(impact.now).toBe(124_146_600 - 1_439_000 - 509_500);
    expect(Math.round(impact.gain)).toBe(29_947_959);
  });
});

describe('every cell', () => {
  const count: CellCount = { values: 0, absences: 0 };
  const expectFigure = (...[figure, rows]: [Parameters<typeof expectCells>[0], plain.PlainRows]) =>
    expectCells(figure, rows, count);

  it('of the position: as one number, and line by line', () => {
    expect(before).toHaveLength(100);
    expectFigure(contractPositionFigure(before, exampleFacts(marketMedian)), plain.plainPositions(lines));
    const indices = parts.map(([label]) => {
      const of = before.filter(({ line }) =>
        ['All lines', line.payer, exampleFamily(line.code)].includes(label),
      );
      return contractIndex(label, label, of, true);
    });
    expectFigure(
      contractIndexFigure(indices, true, { ...exampleFacts(marketMedian), cautions: [] }),
      plain.plainIndex(parts),
    );
  });

  it('of the gaps, the impact and its swings, at 120% of Medicare and at the median', () => {
    for (const target of targets) {
      const positions = at(target);
      expectFigure(contractGapFigure(positions, exampleFacts(target)), plain.plainGaps(lines, target));
      for (const grouping of groupings) {
        const impact = contractImpact(positions, grouping, (each) =>
          grouping === 'line' ? lineLabel(each) : each.line[grouping],
        );
        const wanted = plain.plainImpact(lines, target, byWord[grouping]);
        const figure = contractImpactFigure(impact, grouping, exampleFacts(target));
        expectFigure(figure, wanted.rows);
        expect(impact.rowsForMost).toBe(wanted.most);
        const swing = impactSwing(impact, target, { volume: 0.1, points: 10 });
        expectFigure(
          swingFigure(swing, impactNouns[grouping], exampleFacts(target)).figure,
          plain.plainSwing(wanted, target, impactNouns[grouping][1]),
        );
        // The drawing climbs from revenue now to revenue at the target.
        const bars = impactWaterfall(impact, impactNouns[grouping], figure)?.bars ?? [];
        expect(bars[0]?.to).toBeCloseTo(wanted.now, 5);
        expect(bars.at(-1)?.to).toBeCloseTo(wanted.now + wanted.gain, 5);
        let reached = wanted.now;
        for (const [index, bar] of bars.slice(1, -1).entries()) {
          expect(bar.from).toBeCloseTo(reached, 5);
          if (!bar.isRest) reached += wanted.groups[index]?.gain ?? Number.NaN;
          else reached = wanted.now + wanted.gain;
          expect(bar.to).toBeCloseTo(reached, 5);
        }
      }
    }
  });

  it('of other targets and volumes', () => {
    const names = sensitivityTargets.map((target) =>
      target.kind === 'medicare'
        ? `${Math.round(target.share * 100)}% of Medicare`
        : `P${Math.round(target.p * 100)} of the market`,
    );
    expect(names).toHaveLength(11);
    expectFigure(
      sensitivityFigure(impactSensitivity(before, sensitivityTargets), exampleFacts(medicare120)),
      plain.plainSensitivity(
        lines,
        sensitivityTargets.map((target, index) => [names[index] ?? '', target]),
      ),
    );
  });

  it('in words', () => {
    const impact = contractImpact(at(medicare120), 'code', ({ line }) => line.code);
    const figure = contractImpactFigure(impact, 'code', exampleFacts(medicare120));
    expect(figure.summary).toBe(
      'Raising every line below 120.0% of Medicare to it would bring $299,479.59 (24.5% of $1,221,981.00 now). 7 codes carry 82.1% of the gain.',
    );
    // 97014 and 97010 of four payers.
    expect(figure.notes[0]).toBe('8 lines are not counted: no target.');
    expect(groupings.map((by) => plain.plainImpact(lines, medicare120, byWord[by]).most)).toEqual([26, 7, 3]);
    // 97110: 11,400 units × 10% of 28.90625 = 32,953.125; 10% of its own gain of 69,037.50 = 6,903.75.
    const swing = impactSwing(impact, medicare120, { volume: 0.1, points: 10 });
    expect(swingFigure(swing, impactNouns.code, exampleFacts(medicare120)).figure.summary).toBe(
      'The gain at 120.0% of Medicare is $299,479.59. It hangs most on 97110: $266,526.46 to $332,432.71 when its target is 10 points lower or higher, $292,575.84 to $306,383.34 when its volume is 10% less or more.',
    );
    // A fifth of 299,479.59 is 59,895.92.
    expect(
      sensitivityFigure(impactSensitivity(before, sensitivityTargets), exampleFacts(medicare120)).summary,
    ).toContain(
      'At your target it is $299,479.59; with a fifth less or more volume $239,583.67 to $359,375.50.',
    );
    // 25 codes × 4 payers; 17 lines have fewer than five votes, so 83 are ranked.
    expect(lines.filter(({ votes }) => votes.length < 5)).toHaveLength(17);
    expect(contractPositionFigure(before, exampleFacts(marketMedian)).summary).toBe(
      '83 of 83 ranked lines are below the market’s median. 39 of them are at the lowest vote of their market or below it: 97110, Aetna PPO; 97112, Cigna PPO; 97112, UnitedHealthcare PPO; 36 more.',
    );
    expect(contractGapFigure(at(medicare120), exampleFacts(medicare120)).summary).toBe(
      '92 of 92 lines are below 120.0% of Medicare.',
    );
    const votes = lines.reduce((all, line) => all + line.votes.length, 0);
    const hospitals = lines.reduce((all, line) => all + line.hospitals, 0);
    expect([hospitals, votes]).toEqual([881, 881]);
    expect(contractPositionFigure(before, exampleFacts(marketMedian)).notes[0]).toContain(
      '881 of the 881 votes of this market are hospitals’ own rates.',
    );
  });

  it('is that many numbers, and that many named absences', () => {
    // Position 100 × 11, index 12 × 6, gaps 2 × 100 × 10; impact by line, code and payer with a total, × 5, of the 92
    // lines and 23 codes with Medicare and the 83 lines and 24 codes with a median: 93 + 24 + 5 and 84 + 25 + 5; swings
    // 2 × (11 + 11 + 4) × 5; other targets 11 × 7: 1,100 + 72 + 2,000 + 610 + 570 + 260 + 77 = 4,689.
    expect(count).toEqual({ values: 4309, absences: 380 });
  });
});
