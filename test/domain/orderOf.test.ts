import fc from 'fast-check';
import { expect, it } from 'vitest';
import { orderOf } from '../../src/domain/orderOf.ts';

it('names the places of 30, 12.5 and 30 cents, lowest first, equal ones as they stood', () => {
  expect([...orderOf(Float64Array.of(30, 12.5, 30))]).toEqual([1, 0, 2]);
  expect([...orderOf(new Float64Array())]).toEqual([]);
});

it('compares amounts below 0, huge ones and fractions of half a cent', () => {
  expect([...orderOf(Float64Array.of(0.75, 0.25))]).toEqual([1, 0]);
  expect([...orderOf(Float64Array.of(2, -1, 0))]).toEqual([1, 2, 0]);
  expect([...orderOf(Float64Array.of(1e300, 1, 1e300))]).toEqual([1, 0, 2]);
});

it('puts any amounts in the order a stable comparing sort does', () => {
  const halfCents = fc.integer({ min: 0, max: 4_000_000 }).map((halves) => halves / 2);
  const odd = fc.oneof(halfCents, fc.double({ noNaN: true }), fc.constant(2 ** 52), fc.constant(0.3));
  fc.assert(
    fc.property(fc.oneof(fc.array(halfCents), fc.array(odd)), (amounts) => {
      const plain = amounts
        .map((amount, index) => ({ amount, index }))
        .sort((a, b) => (a.amount < b.amount ? -1 : a.amount > b.amount ? 1 : 0))
        .map(({ index }) => index);
      expect([...orderOf(Float64Array.from(amounts))]).toEqual(plain);
    }),
  );
});
