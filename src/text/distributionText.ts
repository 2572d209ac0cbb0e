import { nameWithPlace } from '../domain/providerKey.ts';
import { countAbove, countBelow, type SortedList } from '../stats/countedList.ts';
import type { QuantileDefinition } from '../stats/quantileDefinition.ts';
import type { Summary } from '../stats/summary.ts';
import { linesText } from './linesText.ts';
import { listOf } from './names.ts';
import { countOf, formatCount, formatMoney, formatRatio } from './numbers.ts';
import { quantileNames } from './quantileText.ts';

export interface DistributionWords {
  readonly name: string;
  /** `vote` or `rate`. */
  readonly noun: string;
  readonly definition: QuantileDefinition;
  readonly whiskers: 'p10-p90' | 'fences';
  readonly summary: Summary;
  readonly box: { readonly low: number; readonly high: number } | null;
  readonly amounts: SortedList;
}

/** What the drawing shows, for a reader who does not see it. */
export function distributionSummary(words: DistributionWords, medicareLabel: string): string {
  const { name, noun, summary, box, amounts, whiskers } = words;
  const medicare = medicareLabel === '' ? '' : ` ${medicareLabel}.`;
  const ends =
    summary.minimum === summary.maximum
      ? `${amounts.length === 1 ? '' : 'all '}${formatMoney(summary.minimum)}`
      : `from ${formatMoney(summary.minimum)} to ${formatMoney(summary.maximum)}`;
  const head = `${name}: ${countOf(summary.n, noun)}, ${ends}, mean ${formatMoney(summary.mean)}`;
  if (!box) return `${head}; too few for percentiles.${medicare}`;
  const outside = countBelow(amounts, box.low) + countAbove(amounts, box.high);
  const reach = whiskers === 'p10-p90' ? 'P10 to P90' : 'within the fences';
  return `${head}. Middle half ${formatMoney(summary.p25)} to ${formatMoney(summary.p75)}, median ${formatMoney(summary.median)}; ${reach} ${formatMoney(box.low)} to ${formatMoney(box.high)}, with ${countOf(outside, noun)} outside.${medicare}`;
}

/** What the marks mean. */
export function distributionCaption(words: DistributionWords, kind: 'dots' | 'histogram'): string {
  const votes =
    kind === 'dots'
      ? `Each dot is one ${words.noun}.`
      : `Bars count the ${words.noun}s from their lower edge to under their upper edge; the count stands above each.`;
  if (!words.box) return `${votes} No box: too few for percentiles.`;
  const whiskers =
    words.whiskers === 'p10-p90'
      ? 'whiskers to P10 and P90'
      : `whiskers to the outermost ${words.noun}s within 1.5 spreads of the box (Tukey’s fences)`;
  return `Box from P25 to P75 with the median, ${whiskers}. ${votes} ${quantileNames[words.definition].sentence}`;
}

/**
 * Who is in a bar, votes ascending: ` From 9 providers; the lowest: A (Aetna), B (Cigna) and C (Aetna).`; ` From …: …` when
 * that names all; empty for an empty bar.
 */
export function binProviders(
  votes: readonly { readonly provider: string; readonly payer: string; readonly weight: number }[],
): string {
  if (votes.length === 0) return '';
  const named = [...new Set(votes.map(({ provider, payer }) => `${provider} (${payer})`))];
  const counts = new Map(votes.map(({ provider, weight }) => [provider, weight]));
  const providers = [...counts.values()].reduce((total, count) => total + count, 0);
  const lead = named.length > 3 ? '; the lowest: ' : ': ';
  return ` From ${countOf(providers, 'provider')}${lead}${listOf(named.slice(0, 3))}.`;
}

interface PointWords {
  readonly provider: string;
  readonly place: string;
  readonly payer: string;
  readonly plans: readonly string[];
  readonly methodologies: readonly string[];
  readonly date: string;
  readonly rates: readonly { readonly cents: number; readonly line: number }[];
  readonly amount: number;
  readonly ofMedicare: number | undefined;
  readonly ratesFile: string;
}

/** How a vote comes of its rates: the median of distinct amounts, so that one printed ten times counts once. */
function medianWords(rates: PointWords['rates']): string {
  const distinct = new Set(rates.map(({ cents }) => cents)).size;
  if (rates.length === 1) return '';
  const all = countOf(rates.length, 'rate');
  if (distinct === 1) return `, ${all} alike`;
  return `, the median of ${distinct === rates.length ? all : `${formatCount(distinct)} distinct amounts in ${all}`}`;
}

/** A vote and where it comes from, in a sentence. */
export function pointSentence(point: PointWords): string {
  const { provider, place, payer, amount, ofMedicare, rates, ratesFile } = point;
  const against = ofMedicare === undefined ? '' : `, ${formatRatio(ofMedicare)} of Medicare`;
  return `${nameWithPlace({ name: provider, place })}: ${formatMoney(amount)}${against}${medianWords(rates)}. ${payer}; ${point.plans.join('; ')}. ${point.methodologies.join('; ')}. File of ${point.date}; ${ratesFile}, ${linesText(rates.map((rate) => rate.line))}.`;
}
