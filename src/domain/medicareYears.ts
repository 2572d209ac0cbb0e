import { mean } from '../stats/mean.ts';
import { absent, present } from './cell.ts';
import type { MedicareYear } from './contractTerm.ts';
import type { FeeSchedule } from './feeSchedule.ts';
import { areaAmounts, type MedicareArea } from './medicareArea.ts';

/** Medicare's own history for one unit: mean over the area's localities, non-facility, the factor at the year's end. */
export function medicareHistory(
  schedule: FeeSchedule,
  code: string,
  area: MedicareArea,
): readonly MedicareYear[] {
  return schedule.years.map((year) => {
    const amounts = areaAmounts(schedule, code, year, area);
    return {
      year,
      amount:
        amounts.kind === 'value'
          ? present(mean(amounts.value.map(({ amount }) => amount.nonFacility)))
          : amounts,
      isAssumed: false,
    };
  });
}

/**
 * The even yearly change from the first to the last priced year, to the millionth: (last ÷ first)^(1 ÷ years) − 1.
 * Worked: 40.37 in 2020, 38.85 in 2026 → 0.9622^(1/6) − 1 = −0.64% a year.
 *
 * @returns undefined with fewer than two priced years.
 */
export function yearlyChange(history: readonly MedicareYear[]): number | undefined {
  const priced = history.flatMap(({ year, amount }) =>
    amount.kind === 'value' ? [{ year, amount: amount.value }] : [],
  );
  const [first, ...later] = priced;
  const last = later.at(-1);
  if (!first || !last) return undefined;
  const change = (last.amount / first.amount) ** (1 / (last.year - first.year)) - 1;
  return Math.round(change * 1_000_000) / 1_000_000;
}

/** A contract's years: the newest year of the tables, then years that are assumed to change evenly from it. */
export function medicareAhead(
  history: readonly MedicareYear[],
  years: number,
  growth: number,
): readonly MedicareYear[] {
  const last = history.at(-1);
  if (!last) return [];
  return Array.from({ length: years }, (_, index) => {
    if (index === 0) return last;
    const amount =
      last.amount.kind === 'value'
        ? present(last.amount.value * (1 + growth) ** index)
        : absent('not-comparable', `no Medicare amount for ${last.year} to go on from`);
    return { year: last.year + index, amount, isAssumed: true };
  });
}
