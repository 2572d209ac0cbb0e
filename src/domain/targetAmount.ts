import { quantileSorted } from '../stats/quantile.ts';
import { absent, type Cell, present } from './cell.ts';
import type { LinePosition, Target } from './contractPosition.ts';
import { isNegotiated } from './negotiated.ts';

/**
 * What a target is for one unit of a line, in unrounded cents; absent for the reason its market or Medicare is, and for a
 * line that nobody negotiates.
 */
export function targetAmount(
  { line, market, median, medicare }: Pick<LinePosition, 'line' | 'market' | 'median' | 'medicare'>,
  target: Target,
): Cell {
  if (!isNegotiated(line)) return notNegotiated;
  if (target.kind === 'medicare') {
    return medicare.kind === 'value' ? present(medicare.value * target.share) : medicare;
  }
  if (median.kind === 'absent') return median;
  return market ? present(quantileSorted(market.votes, target.p)) : absent('not-in-input');
}

const notNegotiated = absent('refused', 'the program sets this rate');

/** A target moved by percentage points, held where there still is one: 0 to 100% of the votes, 0 of Medicare and up. */
export function movedTarget(target: Target, points: number): Target {
  if (target.kind === 'medicare')
    return { kind: 'medicare', share: Math.max(0, target.share + points / 100) };
  return { kind: 'percentile', p: Math.min(1, Math.max(0, target.p + points / 100)) };
}

/** Lines with another target. */
export function withTarget(positions: readonly LinePosition[], target: Target): readonly LinePosition[] {
  return positions.map((position) => ({ ...position, target: targetAmount(position, target) }));
}
