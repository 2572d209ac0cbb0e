import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { valueOf } from '../../src/domain/cell.ts';
import { contractImpact, type ImpactGrouping } from '../../src/domain/contractImpact.ts';
import type { LinePosition } from '../../src/domain/contractPosition.ts';
import {
  gainAtVolume,
  impactSensitivity,
  sensitivityTargets,
  volumeChanges,
} from '../../src/domain/impactSensitivity.ts';
import { impactSteps } from '../../src/domain/impactSteps.ts';
import { foldSwings, impactSwing, swingWidth } from '../../src/domain/impactSwing.ts';
import { movedTarget, targetAmount } from '../../src/domain/targetAmount.ts';
import { anyLine, medianTarget, positionsOf, positionsOfLines, smallContract } from '../support/contracts.ts';

const small = smallContract();
const impactBy = (positions: readonly LinePosition[], grouping: ImpactGrouping) =>
  contractImpact(positions, grouping, ({ line }) => `${line.code} ${line.payer}`);

describe('targets', () => {
  const [a, , , d] = small as readonly [LinePosition, LinePosition, LinePosition, LinePosition];

  it('are a percentile of the votes or a share of Medicare, absent for the reason those are', () => {
    // Type 7 of 28 30 34 40 44 at 60%: place 2.4, 34 + 0.4 × 6.
    expect(valueOf(targetAmount(a, { kind: 'percentile', p: 0.6 }))).toBe(3640);
    expect(valueOf(targetAmount(a, { kind: 'medicare', share: 1.2 }))).toBe(3360);
    expect(targetAmount(d, medianTarget)).toMatchObject({ kind: 'absent', reason: 'not-in-input' });
    expect(targetAmount(d, { kind: 'medicare', share: 1 })).toMatchObject({ kind: 'absent' });
    expect(targetAmount({ ...a, market: undefined }, medianTarget)).toMatchObject({ kind: 'absent' });
  });

  it('move by points and stay where there is a target', () => {
    expect(movedTarget(medianTarget, 10)).toEqual({ kind: 'percentile', p: 0.6 });
    expect(movedTarget({ kind: 'percentile', p: 0.95 }, 10)).toEqual({ kind: 'percentile', p: 1 });
    expect(movedTarget({ kind: 'percentile', p: 0.05 }, -10)).toEqual({ kind: 'percentile', p: 0 });
    expect(movedTarget({ kind: 'medicare', share: 1.25 }, -10)).toEqual({ kind: 'medicare', share: 1.15 });
    expect(movedTarget({ kind: 'medicare', share: 0.05 }, -10)).toEqual({ kind: 'medicare', share: 0 });
  });
});

describe('steps to a target', () => {
  it('go from revenue now to revenue at the target', () => {
    // a: 100 × (34 − 29) = 500; c: 20 × (34 − 31) = 60; b is above the median. 5,520 now.
    expect(impactSteps(impactBy(small, 'line'), 10)).toEqual([
      { id: 'a', label: '97110 Aetna PPO', count: 1, from: 552_000, to: 602_000 },
      { id: 'c', label: '97110 Aetna HMO', count: 1, from: 602_000, to: 608_000 },
    ]);
  });

  it('fold the rest, but never a single one', () => {
    const many = positionsOf(
      [1, 2, 3, 4].map((gain) => [
        { id: `l${gain}`, code: `9711${gain}`, units: 1, terms: { kind: 'dollars', amount: 3000 } },
        3000 + gain * 100,
      ]),
    );
    const steps = impactSteps(impactBy(many, 'line'), 2);
    // Gains 4, 3, then 2 and 1 together: 12,000 + 700 + 300.
    expect(steps.map(({ id, count, from, to }) => [id, count, to - from])).toEqual([
      ['l4', 1, 400],
      ['l3', 1, 300],
      ['others', 2, 300],
    ]);
    expect(steps.at(-1)?.to).toBe(13_000);
    expect(impactSteps(impactBy(many, 'line'), 3)).toHaveLength(4);
  });
});

describe('what carries most of a gain', () => {
  const rowsForMost = (...gains: readonly number[]) =>
    impactBy(
      positionsOf(
        gains.map((gain, index) => [
          { id: String(index), units: 1, terms: { kind: 'dollars', amount: 1000 } },
          1000 + gain,
        ]),
      ),
      'line',
    ).rowsForMost;

  it('is four fifths of it, reached exactly or passed', () => {
    expect(rowsForMost(80, 20)).toBe(1);
    expect(rowsForMost(79, 21)).toBe(2);
    expect(rowsForMost(40, 40, 20)).toBe(2);
    expect(rowsForMost(0, 0)).toBe(0);
  });

  it('the part that swings most stands first', () => {
    const impact = impactBy(
      positionsOf(
        (
          [
            ['97110', 10],
            ['97140', 500],
            ['97112', 100],
          ] as const
        ).map(([code, units]) => [{ id: code, code, units, terms: { kind: 'dollars', amount: 1000 } }, 2000]),
      ),
      'code',
    );
    const { rows } = impactSwing(impact, { kind: 'medicare', share: 1 }, { volume: 0.1, points: 0 });
    expect(rows.map(({ id }) => id)).toEqual(['97140', '97112', '97110']);
  });
});

it('a part that gains less may swing more', () => {
  // 97110: 10 × (20 − 10) = 100, at 90% and 110% of Medicare 80 and 120. 97112: 100 × (10 − 9.90) = 10, at 90% none, at
  // 110% 110.
  const positions = positionsOf([
    [{ id: 'a', code: '97110', units: 10, terms: { kind: 'dollars', amount: 1000 } }, 2000],
    [{ id: 'b', code: '97112', units: 100, terms: { kind: 'dollars', amount: 990 } }, 1000],
  ]).map((position) => ({ ...position, medicare: position.target }));
  const { rows, gain } = impactSwing(
    impactBy(positions, 'code'),
    { kind: 'medicare', share: 1 },
    { volume: 0.1, points: 10 },
  );
  expect(gain).toBe(11_000);
  expect(rows.map((row) => [row.id, Math.round(row.lowerTarget), Math.round(row.higherTarget)])).toEqual([
    ['97112', 10_000, 21_000],
    ['97110', 9_000, 13_000],
  ]);
});

describe('swings folded', () => {
  const swing = impactSwing(
    impactBy(
      positionsOf(
        ['97110', '97112', '97140', '97530'].map((code, index) => [
          { id: code, code, units: 1, terms: { kind: 'dollars', amount: 2000 } },
          2100 + index * 100,
        ]),
      ),
      'code',
    ),
    { kind: 'medicare', share: 1 },
    { volume: 0.5, points: 10 },
  );

  it('the rows past the first two as one, all of them moved together', () => {
    const folded = foldSwings(swing, 2);
    expect(folded.map(({ id, count }) => [id, count])).toEqual([
      [swing.rows[0]?.id, 1],
      [swing.rows[1]?.id, 1],
      ['+others', 2],
    ]);
    const rest = swing.rows.slice(2);
    for (const end of ['fewerUnits', 'moreUnits', 'lowerTarget', 'higherTarget'] as const)
      expect(folded[2]?.[end]).toBeCloseTo(
        swing.gain + rest.reduce((sum, row) => sum + row[end] - swing.gain, 0),
        9,
      );
    expect(folded[2]?.positions).toEqual(rest.flatMap(({ positions }) => positions));
  });

  it('never a single one', () => {
    expect(foldSwings(swing, 3)).toHaveLength(4);
    expect(foldSwings(swing, 3).map(({ count }) => count)).toEqual([1, 1, 1, 1]);
    expect(foldSwings(swing, 4)).toHaveLength(4);
    expect(foldSwings(swing, 0).map(({ id, count }) => [id, count])).toEqual([['+others', 4]]);
  });
});

const anyPositions = fc.array(anyLine, { minLength: 1, maxLength: 15 }).map(positionsOfLines);

describe('always', () => {
  it('steps add up to the difference, each beginning where the last ended', () => {
    fc.assert(
      fc.property(anyPositions, fc.nat(6), (positions, most) => {
        const impact = impactBy(positions, 'line');
        const steps = impactSteps(impact, most);
        const sum = steps.reduce((total, { from, to }) => total + to - from, 0);
        expect(sum).toBeCloseTo(impact.total.atTarget - impact.total.now, 6);
        for (const [index, { from }] of steps.entries()) {
          expect(from).toBeCloseTo(steps[index - 1]?.to ?? impact.total.now, 6);
        }
      }),
    );
  });

  it('rows that swing, folded or not, move the gain by the same in all', () => {
    fc.assert(
      fc.property(anyPositions, fc.nat(4), (positions, most) => {
        const impact = impactBy(positions, 'code');
        const swing = impactSwing(impact, { kind: 'medicare', share: 1.2 }, { volume: 0.1, points: 10 });
        const moved = (rows: readonly { readonly moreUnits: number }[]) =>
          rows.reduce((total, { moreUnits }) => total + moreUnits - swing.gain, 0);
        expect(moved(foldSwings(swing, most))).toBeCloseTo(moved(swing.rows), 4);
        // All volumes up by a tenth is a tenth more gain.
        expect(moved(swing.rows)).toBeCloseTo(impact.total.gain * 0.1, 4);
        const counted = foldSwings(swing, most).reduce((total, { count }) => total + count, 0);
        expect(counted).toBe(impact.rows.length);
      }),
    );
  });

  it('a higher target of the same kind never brings less', () => {
    fc.assert(
      fc.property(anyPositions, (positions) => {
        const shares = [0.8, 1, 1.2, 1.5].map((share) => ({ kind: 'medicare', share }) as const);
        const gains = impactSensitivity(positions, shares).map(({ gain }) => gain);
        for (const [index, gain] of gains.entries())
          expect(gain).toBeGreaterThanOrEqual(gains[index - 1] ?? 0);
      }),
    );
  });
});

describe('sensitivity', () => {
  const rows = impactSensitivity(small, sensitivityTargets);
  const gains = rows.map(({ gain }) => Math.round(gain));

  it('to the target: every gain from the same hand-worked contract', () => {
    // Percentiles, in dollars: P25 30: a 100. Median 34: 500 + 60. P60 36.40: 740 + 108. P75 40: 1,100 + 180.
    // P90 42.40: 1,340 + 228 + b 50 × 2.40.
    expect(gains.slice(0, 5)).toEqual([10_000, 56_000, 84_800, 128_000, 168_800]);
    // Of Medicare 28 and 26: 100% none (28 < 29); 110% 30.80: a 180; 120% 33.60: a 460, c 52; 130% 36.40: a 740, c 108;
    // 140% 39.20: a 1,020, c 164 (b 36.40 < 40); 150% 42: a 1,300, c 220 (b 39 < 40).
    expect(gains.slice(5)).toEqual([0, 18_000, 51_200, 84_800, 118_400, 152_000]);
    expect(rows.map(({ positions }) => positions.length)).toEqual(Array(11).fill(3));
  });

  it('to the volume: a fifth less is a fifth less gain', () => {
    const median = rows[1];
    if (!median) throw new Error('no row');
    expect(volumeChanges.map((change) => Math.round(valueOf(gainAtVolume(median, change)) ?? 0))).toEqual([
      44_800, 50_400, 56_000, 61_600, 67_200,
    ]);
    // 5,520 ÷ 6,080 − 1.
    expect(valueOf(median.volumeToSpare)).toBeCloseTo(5520 / 6080 - 1, 12);
  });

  it('says so where no line has the target', () => {
    const [row] = impactSensitivity(
      small.filter(({ line }) => line.code === '97545'),
      [medianTarget],
    );
    if (!row) throw new Error('no row');
    expect([row.volumeToSpare.kind, gainAtVolume(row, 0).kind]).toEqual(['absent', 'absent']);
  });
});

describe('swing', () => {
  it('by a code’s own volume and target, the others as they are', () => {
    const swing = impactSwing(impactBy(small, 'code'), medianTarget, { volume: 0.1, points: 10 });
    // 97110 gains 560: ±10% is 504 and 616. At P40 32.40: 340 + 28 = 368; at P60 36.40: 740 + 108 = 848.
    // 97140 is above all of them.
    expect(
      swing.rows.map((row) => [
        row.id,
        ...[row.fewerUnits, row.moreUnits, row.lowerTarget, row.higherTarget].map(Math.round),
      ]),
    ).toEqual([
      ['97110', 50_400, 61_600, 36_800, 84_800],
      ['97140', 56_000, 56_000, 56_000, 56_000],
    ]);
    expect(swing.rows.map(swingWidth).map(Math.round)).toEqual([48_000, 0]);
  });

  it('by line, the widest first', () => {
    const swing = impactSwing(impactBy(small, 'line'), medianTarget, { volume: 0.2, points: 10 });
    // a: 560 − 500 + 340 = 400 to 560 − 500 + 740 = 800; c: 528 to 608; ±20% of 500 is 460 to 660.
    expect(swing.rows.map(({ id, lowerTarget, higherTarget }) => [id, lowerTarget, higherTarget])).toEqual([
      ['a', 40_000, 80_000],
      ['c', 52_800, 60_800],
      ['b', 56_000, 56_000],
    ]);
    expect([swing.rows[0]?.fewerUnits, swing.rows[0]?.moreUnits]).toEqual([46_000, 66_000]);
    const folded = foldSwings(swing, 1);
    expect(folded.map(({ id, count, lowerTarget }) => [id, count, lowerTarget])).toEqual([
      ['a', 1, 40_000],
      // c alone moves it by −32, b by nothing.
      ['+others', 2, 52_800],
    ]);
  });
});
