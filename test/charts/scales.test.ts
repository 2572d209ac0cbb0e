import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linearScale } from '../../src/charts/scales.ts';

describe('linearScale', () => {
  const scale = linearScale([0, 18000], [100, 700]);

  it('maps in proportion: 90 of 180 dollars is half of 600 pixels', () => {
    expect(scale.at(0)).toBe(100);
    expect(scale.at(9000)).toBe(400);
    expect(scale.at(18000)).toBe(700);
  });

  it('holds amounts past an end on that end and says which end', () => {
    expect(scale.at(24538)).toBe(700);
    expect(scale.side(24538)).toBe('above');
    expect(scale.at(-1)).toBe(100);
    expect(scale.side(-1)).toBe('below');
    expect(scale.side(18000)).toBe('inside');
  });

  it('puts everything at the left end of a domain of no width', () => {
    expect(linearScale([500, 500], [10, 90]).at(500)).toBe(10);
  });

  it('never leaves the range and never turns back', () => {
    fc.assert(
      fc.property(fc.integer({ max: 1e7, min: -1e7 }), fc.nat(1e7), (amount, more) => {
        const here = scale.at(amount);
        const there = scale.at(amount + more);
        expect(here).toBeGreaterThanOrEqual(100);
        expect(there).toBeLessThanOrEqual(700);
        expect(there).toBeGreaterThanOrEqual(here);
      }),
    );
  });
});
