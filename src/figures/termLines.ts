import type { TermComparison, TermYear } from '../domain/termComparison.ts';
import { formatMoney, formatSignedMoney } from '../text/numbers.ts';
import { flipMarks } from '../text/termText.ts';
import { axisAround } from './axisAround.ts';
import type { TrendLinesModel, TrendStep } from './medicareTrendLines.ts';

/**
 * Both terms as step lines, year by year.
 *
 * @returns null when neither has an amount: there is nothing to draw.
 */
export function termLines(
  { years, flips }: TermComparison,
  words: { readonly title: string; readonly summary: string; readonly a: string; readonly b: string },
): TrendLinesModel | null {
  const steps = years.map(stepOf);
  const amounts = steps.flatMap(({ amount, national }) =>
    [amount, national].filter((value) => value !== undefined),
  );
  const [first] = steps;
  const last = steps.at(-1);
  if (amounts.length === 0 || !first || !last) return null;
  const { domain, ticks } = axisAround(Math.min(...amounts), Math.max(...amounts));
  return {
    title: words.title,
    summary: words.summary,
    amountLabel: `A: ${words.a}`,
    secondLabel: `B: ${words.b}`,
    steps,
    years: years.map(({ medicare }) => medicare.year),
    span: [first.start, last.end],
    marks: flipMarks(flips),
    marksLabel: 'From here the term of that letter pays more',
    domain,
    ticks,
  };
}

function stepOf({ medicare: { year }, a, b, difference }: TermYear): TrendStep {
  const [one, other] = [a.amount, b.amount];
  return {
    id: String(year),
    label: String(year),
    start: year,
    end: year + 1,
    ...(one.kind === 'value' ? { amount: one.value } : {}),
    ...(other.kind === 'value' ? { national: other.value } : {}),
    detail:
      one.kind === 'value' && other.kind === 'value' && difference.kind === 'value'
        ? `${year}: A ${formatMoney(one.value)}, B ${formatMoney(other.value)}, A − B ${formatSignedMoney(difference.value)}.`
        : `${year}: not both have an amount.`,
  };
}
