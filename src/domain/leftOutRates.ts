import type { RateSelection } from './rateSelection.ts';

/** How many rates of the place a scope does not count. Apart from what selects them: pages ask it of facts they came with. */
export function leftOutRates({ leftOut }: Pick<RateSelection, 'leftOut'>): number {
  return Object.values(leftOut).reduce((total, count) => total + count, 0);
}
