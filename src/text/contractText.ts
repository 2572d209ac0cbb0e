import type { ContractLine, ContractTotal } from '../domain/contract.ts';
import type { MarketPool } from '../domain/contractMarket.ts';
import type { Target } from '../domain/contractPosition.ts';
import type { Site } from '../domain/scope.ts';
import { inPlace } from './names.ts';
import { formatCount, formatMoney, formatRatio, minus } from './numbers.ts';

/** Definitions of the negotiator's figures: column help, exports and workings read the same line. */
export const contractMethods = {
  own: 'What your file says one unit is paid: dollars, a share of Medicare in dollars, or the average allowed amount of claim lines.',
  medicare:
    'Medicare physician fee schedule for one unit in your locality (or the mean over your state’s) and the year shown: non-facility, facility where the place of service is one.',
  ofMedicare: 'Your rate ÷ Medicare of the same code, year and locality.',
  rank: 'Percentile rank of your rate among the market’s votes: the p whose type 7 percentile is your rate (Excel PERCENTRANK.INC). 0% at the lowest vote or below, 100% at the highest or above.',
  n: 'Votes of the market row your rate is held against: one per provider and payer.',
  hospitals: 'Votes among them that stand in hospitals’ own files.',
  target: 'What the rate is to reach: the percentile or share of Medicare chosen above.',
  gap: 'The amount minus your rate, for one unit; as a share, of your rate. Above 0 is what is missing.',
  index:
    'Σ units × your rate ÷ Σ units × Medicare (or market median) over the lines that have a volume and both amounts. A ratio of sums, not a mean of ratios.',
  indexUnweighted:
    'Σ your rate ÷ Σ Medicare (or market median) over the lines that have both. Your file states no volume, so each line weighs one unit.',
  now: 'Units × your rate, over the period of your file.',
  atTarget:
    'Units × the target where your rate is below it; units × your rate where it is not: no line goes down.',
  gain: 'Revenue at target minus revenue now.',
  cumulative: 'Gain of this row and all rows ranked above it, as a share of the whole gain.',
  priceVolume:
    'Price, volume and mix variances: volume and mix with the rates before as weights (together a Laspeyres change of quantities), rates with the units after as weights (a Paasche change of prices), so that the parts add up to the change and nothing is left over.',
  volume: '(units after ÷ units before − 1) × revenue before, over codes billed in both years.',
  mix: 'Σ units after × rate before − (units after ÷ units before) × revenue before, over codes billed in both years.',
  rate: 'Σ units after × (rate after − rate before), over codes billed in both years.',
  oneYear: 'Revenue after of codes not billed before, minus revenue before of codes not billed after.',
} as const;

/** `60`, `112.5`: a fraction as percent, without zeros it does not need. */
export function plainPercent(fraction: number): string {
  return String(Number((fraction * 100).toFixed(4)));
}

/** `120.0%`, `112.55%`: what somebody typed, to its last digit. Rounded, it would be another target than the one counted. */
export function typedPercent(fraction: number): string {
  const plain = plainPercent(fraction);
  return /\.\d{2}/.test(plain) ? `${plain}%`.replace('-', minus) : formatRatio(fraction);
}

/** `the market's median`, `the market's 62.5th percentile`, `120.0% of Medicare`. */
export function targetText(target: Target): string {
  if (target.kind === 'medicare') return `${typedPercent(target.share)} of Medicare`;
  if (target.p === 0.5) return 'the market’s median';
  // Nothing stands at a 0th or 100th percentile but these two.
  if (target.p === 0) return 'the market’s lowest vote';
  if (target.p === 1) return 'the market’s highest vote';
  return `the market’s ${ordinal(Number(plainPercent(target.p)))} percentile`;
}

/** `97110`; `97110-CQ`, which is another service. */
export function codeLabel({ line }: { readonly line: Pick<ContractLine, 'code' | 'modifier'> }): string {
  return line.modifier === '' ? line.code : `${line.code}-${line.modifier.replaceAll('|', '-')}`;
}

/** `1st`, `22nd`, `13th`, `75th`, `62.5th`. */
export function ordinal(number: number): string {
  const teen = number % 100 >= 11 && number % 100 <= 13;
  const ending = teen ? 'th' : (['th', 'st', 'nd', 'rd'][number % 10] ?? 'th');
  return `${number}${ending}`;
}

const siteWords: Readonly<Record<Site, string>> = {
  hospital: 'hospital outpatient',
  office: 'office',
  all: 'all sites',
};

const manyTogether =
  'all companies together for Medicare Advantage, Medicaid, workers’ comp and names the table of payers does not know';

/** What the market is, in one sentence. */
export function marketSentence(pool: MarketPool, place: string | null, site: Site): string {
  const whose =
    pool === 'buca'
      ? `BUCA’s published rates for commercial lines, the same payer’s for others (${manyTogether})`
      : `the same payer’s published rates in the same line of business (${manyTogether})`;
  return `Market: ${whose}, ${inPlace(place)}, ${siteWords[site]}, one vote per provider and payer.`;
}

/** Said beside a market of hospitals where the contract is a practice's. */
export function hospitalCaution(hospitals: number, votes: number): string {
  return `${formatCount(hospitals)} of the ${formatCount(votes)} votes of this market are hospitals’ own rates. As a rule hospitals are paid more than practices for the same code, so a gap to them is not what a practice can expect. Other sites, or a share of Medicare as the target, may be nearer.`;
}

/** Why the target is what it is before the user has chosen one; empty for the market's median, which needs no reason. */
export function standardTargetText(target: Target): string {
  return target.kind === 'medicare'
    ? `Until you choose a target it is ${targetText(target)}: most votes of this market are hospitals’. For professional services commercial insurers paid 122% of Medicare in 2017 (Health Care Cost Institute, national).`
    : '';
}

/** What the file's columns add up to, and where it went. */
export function totalSentence({ column, inFile, kept, leftOut }: ContractTotal): string {
  const show = column === 'units' ? formatCount : formatMoney;
  const what = column === 'units' ? 'Units' : 'Allowed';
  const agrees = kept + leftOut === inFile ? '' : ' These do not add up: please tell us.';
  return `${what} in the file ${show(inFile)} = in your contract ${show(kept)} + on lines left out ${show(leftOut)}.${agrees}`;
}
