import { absent, type Cell, present } from './cell.ts';
import { contractImpact } from './contractImpact.ts';
import type { LinePosition, Target } from './contractPosition.ts';
import { withTarget } from './targetAmount.ts';

/** Targets a gain is asked for side by side: percentiles of the market, then shares of Medicare. */
export const sensitivityTargets: readonly Target[] = [
  ...[0.25, 0.5, 0.6, 0.75, 0.9].map((p) => ({ kind: 'percentile', p }) as const),
  ...[1, 1.1, 1.2, 1.3, 1.4, 1.5].map((share) => ({ kind: 'medicare', share }) as const),
];

/** Changes of every line's volume, as fractions. */
export const volumeChanges: readonly number[] = [-0.2, -0.1, 0, 0.1, 0.2];

const noLine = absent('not-comparable', 'no line has a volume, a rate and this target');

/** What one target would bring, in unrounded cents over the file's period. */
export interface SensitivityRow {
  readonly target: Target;
  /** Lines that have a volume, a rate and this target, each with it as its target. */
  readonly positions: readonly LinePosition[];
  readonly now: number;
  readonly gain: number;
  /**
   * How much volume, all counted lines alike, may go before revenue at the target falls to that of now: now ÷ at
   * target − 1, a fraction of 0 or below. Costs are not in it.
   */
  readonly volumeToSpare: Cell;
}

/**
 * The gain at several targets.
 *
 * Worked: 100 units at $30 with targets of $40 and $45 gain $1,000 and $1,500; at $40 a quarter of the volume may go,
 * 3,000 ÷ 4,000 − 1.
 */
export function impactSensitivity(
  positions: readonly LinePosition[],
  targets: readonly Target[],
): readonly SensitivityRow[] {
  return targets.map((target) => {
    const { total } = contractImpact(withTarget(positions, target), 'line', () => '');
    const { now, gain, atTarget } = total;
    return {
      target,
      positions: total.positions,
      now,
      gain,
      volumeToSpare: atTarget > 0 ? present(now / atTarget - 1) : noLine,
    };
  });
}

/** The gain when every line's volume changes by a fraction: the rates stay, so it changes by the same fraction. */
export function gainAtVolume({ positions, gain }: SensitivityRow, change: number): Cell {
  return positions.length === 0 ? noLine : present((1 + change) * gain);
}
