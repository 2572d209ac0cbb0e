import type { DistributionMark } from './distributionGeometry.ts';

/** How far from a dot a pointer may be and still mean it: dots are too small to hit. */
const reach = 22;

/** The index of the mark a pointer is on or nearest to, null when none is near. A bin is its whole column. */
export function nearestMark(marks: readonly DistributionMark[], x: number, y: number): number | null {
  let best: number | null = null;
  let least = reach;
  for (const [index, mark] of marks.entries()) {
    if (mark.width > 0) {
      if (x >= mark.x && x <= mark.x + mark.width) return index;
      continue;
    }
    const distance = Math.hypot(mark.x - x, mark.y - y);
    if (distance <= least) {
      best = index;
      least = distance;
    }
  }
  return best;
}
