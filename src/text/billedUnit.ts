import type { BillingCode } from '../domain/billingCode.ts';

/** The unit a code is billed in, `15 min`, `timed` or `untimed`; undefined where the sources do not say. */
export function billedUnit({
  timing,
  unitMinutes,
}: Pick<BillingCode, 'timing' | 'unitMinutes'>): string | undefined {
  if (timing === 'not-stated') return undefined;
  if (timing === 'untimed') return 'untimed';
  return unitMinutes === null ? 'timed' : `${unitMinutes} min`;
}
