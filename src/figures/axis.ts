/** An axis from 0 in cents: where it ends and where its ticks stand. */
export interface Axis {
  readonly domain: readonly [number, number];
  readonly ticks: readonly number[];
}

/**
 * Steps of 1, 2 or 5 times a power of ten, three to six of them, the last at or past `most`.
 * Worked: 150.70 dollars → step 50.00 → 0, 50, 100, 150, 200.
 */
export function axisFromZero(most: number): Axis {
  if (!(most > 0)) return { domain: [0, 100], ticks: [0, 100] };
  const step = roundStep(most / 5);
  const count = Math.ceil(most / step);
  const ticks = Array.from({ length: count + 1 }, (_, index) => Math.round(index * step));
  return { domain: [0, ticks.at(-1) as number], ticks };
}

/** The least of 1, 2 and 5 times a power of ten that is no smaller. */
export function roundStep(least: number): number {
  const power = 10 ** Math.floor(Math.log10(least));
  return ([1, 2, 5, 10].find((factor) => factor * power >= least) ?? 10) * power;
}
