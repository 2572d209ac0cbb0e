import type { Charge, ContractTerm } from '../domain/contractTerm.ts';
import { roundHalfAwayFromZero } from '../domain/money.ts';
import type { TermFlip, TermSide } from '../domain/termComparison.ts';
import type { EvenRange } from '../domain/termEven.ts';
import { typedPercent } from './contractText.ts';
import { listOf } from './names.ts';
import { formatMoney, minus } from './numbers.ts';

/** Definitions of the terms' figures. */
export const termMethods = {
  medicare:
    'Medicare for one unit: mean over the area’s localities, non-facility, by the factor in force at the year’s end. Years after the tables are assumed.',
  medicareList: 'Medicare for all units of the list in the year: Σ units × Medicare’s amount of the code.',
  amount: 'What the words of the term pay for one unit in the year.',
  amountList:
    'What the words of the term pay for all units of the list in the year: Σ units × amount of the code.',
  differenceList: 'What A pays minus what B pays, for all units of the list.',
  codeWorth: 'All units of the code in all years of the contract.',
  codeDifference: 'A minus B over all years of the contract.',
  codeShare:
    'What the term pays for the code over the contract ÷ what Medicare pays for the same units (Σ ÷ Σ).',
  list: 'Every code by the same two terms over the same years, with its own units; the last row adds up the codes that both terms can price. Shares of Medicare are ratios of sums, never means of ratios.',
  difference: 'What A pays minus what B pays, for one unit.',
  worth: 'Units a year × what the term pays for one unit.',
  running: 'The sum of A − B up to this year, times the units a year.',
  history:
    'Each term is read as if signed in the first year shown: its fixed dollars start there, its rises begin in the second year, and “the year of signing” is that year. Medicare’s amounts are those of the real fee schedules. In 2024 the factor changed on March 9; the later one is used.',
  value:
    'The contract’s first year is the newest of Medicare’s tables; later years follow the stated assumption. Nothing is discounted to present value.',
} as const;

/** `120.0% of Medicare of the year of service, +2.0% a year, no more than the charge`. */
export function termText({ base, escalator, lesserOfCharges }: ContractTerm): string {
  return [baseText(base), riseText(escalator), lesserOfCharges ? 'no more than the charge' : '']
    .filter((part) => part !== '')
    .join(', ');
}

function baseText(base: ContractTerm['base']): string {
  switch (base.kind) {
    case 'dollars':
      return formatMoney(base.amount);
    case 'listed':
      return 'each code’s own rate in the list';
    case 'charges':
      return `${typedPercent(base.share)} of the charge`;
    case 'medicare':
      return `${typedPercent(base.share)} of Medicare ${medicareYearText(base.year)}`;
  }
}

export function medicareYearText(year: 'service' | 'signing' | number): string {
  if (year === 'service') return 'of the year of service';
  return year === 'signing' ? 'of the year of signing' : `of ${year}`;
}

function riseText(escalator: ContractTerm['escalator']): string {
  if (escalator.kind === 'fixed') {
    return escalator.rate === 0 ? '' : `${typedChange(escalator.rate)} a year`;
  }
  return escalator.rates.length === 0 ? '' : `${escalator.rates.map(typedChange).join(', ')} year by year`;
}

export function chargeText({ amount, year, growth }: Charge): string {
  const moved = growth === 0 ? 'the same in every year' : `${typedChange(growth)} a year from there`;
  return `Charge: ${formatMoney(amount)} in ${year}, ${moved}.`;
}

/** `+2.0%`, `−1.25%`: what was typed, to its last digit, as it is counted. */
function typedChange(fraction: number): string {
  return `${fraction > 0 ? '+' : ''}${typedPercent(fraction)}`;
}

/** A term as tables and sentences call it. */
export const termNames: Readonly<Record<TermSide, string>> = { a: 'A', b: 'B' };

/** The one of two terms that the other is held against. */
export const otherTerm: Readonly<Record<TermSide, TermSide>> = { a: 'b', b: 'a' };

/**
 * When the better term becomes the other one; where none does, says so.
 *
 * @param first the better term of the first year that has one; null where both always pay the same
 */
export function flipText(flips: readonly TermFlip[], first: TermSide | null): string {
  const [only] = flips;
  if (!only) {
    return first === null
      ? 'Both pay the same.'
      : `${termNames[first]} pays more in every year that differs.`;
  }
  const turns = flips.map(({ year, better }) => `${termNames[better]} overtakes in ${year}`);
  return `${termNames[otherTerm[only.better]]} pays more at first; ${listOf(turns)}.`;
}

/** The same as marks of a chart: `A` at 2025 says that A pays more from there. */
export function flipMarks(
  flips: readonly TermFlip[],
): readonly { readonly at: number; readonly label: string }[] {
  return flips.map(({ year, better }) => ({ at: year, label: termNames[better] }));
}

/** Two decimals of a percent, because Medicare's yearly changes are small: `−0.64%`. */
export function percentText(fraction: number): string {
  const hundredths = roundHalfAwayFromZero(fraction * 10_000);
  if (hundredths === 0) return '0.00%';
  return `${hundredths < 0 ? minus : '+'}${(Math.abs(hundredths) / 100).toFixed(2)}%`;
}

/** Each as one, or `anything from −2.00% to +3.00%`; a range whose ends are printed alike is one. */
export function rangesText(
  ranges: readonly EvenRange[],
  textOf: (fraction: number) => string,
): readonly string[] {
  return ranges.map(({ from, to }) => {
    const [first, last] = [textOf(from), textOf(to)];
    return first === last ? first : `anything from ${first} to ${last}`;
  });
}
