import { type Cents, cents } from './money.ts';

/**
 * The most a non-participating provider who does not take assignment may charge: 115% of the non-participating
 * amount, which is 95% of the schedule's, so the amount × 1.0925, rounded once, half up. CMS, 42 CFR 414.48.
 */
export function limitingCharge(amount: Cents): Cents {
  return cents(Math.floor((2 * amount * 10_925 + 10_000) / 20_000));
}
