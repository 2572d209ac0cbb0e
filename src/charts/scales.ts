/** Maps an amount to a pixel position, and says which end of the axis it lies past, if any. */
export interface LinearScale {
  /** Pixels, held inside the range: an amount past an end sits on that end. */
  readonly at: (amount: number) => number;
  readonly side: (amount: number) => 'inside' | 'below' | 'above';
}

/**
 * A straight-line scale from `domain` (any unit, low to high) to `range` (pixels, left to right).
 * A domain of no width puts everything at the left end rather than dividing by zero.
 */
export function linearScale(
  domain: readonly [number, number],
  range: readonly [number, number],
): LinearScale {
  const [low, high] = domain;
  const [left, right] = range;
  const span = high - low;
  return {
    at: (amount) => {
      if (!(span > 0)) return left;
      const share = Math.min(1, Math.max(0, (amount - low) / span));
      return left + share * (right - left);
    },
    side: (amount) => (amount < low ? 'below' : amount > high ? 'above' : 'inside'),
  };
}

/** Pixels to a tenth: less than can be seen. */
export function tenths(pixels: number): number {
  return Math.round(pixels * 10) / 10;
}
