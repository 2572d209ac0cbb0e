import { type Axis, roundStep } from './axis.ts';

/**
 * An axis in cents around amounts that lie close together: steps of 1, 2 or 5 times a power of ten, the ends at or
 * past the amounts. It does not start at 0, which a line may do and a bar may not; the drawing says so.
 * Worked: 37.52 to 40.37 dollars → step 1.00 → 37, 38, 39, 40, 41.
 */
export function axisAround(least: number, most: number): Axis {
  const span = Math.max(most - least, 10);
  const step = roundStep(span / 4);
  const first = Math.max(0, Math.floor(least / step));
  const last = Math.max(Math.ceil(most / step), first + 1);
  const ticks = Array.from({ length: last - first + 1 }, (_, index) => Math.round((first + index) * step));
  return { domain: [ticks[0] as number, ticks.at(-1) as number], ticks };
}
