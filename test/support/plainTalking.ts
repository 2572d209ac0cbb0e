import { type PlainLine, type PlainTarget, percentile, percentRank, targetOf } from './plainExample.ts';
import { plainGroups, plainImpact } from './plainFigures.ts';

/** A talking point with its claim in full, so that every number in it is a second time reckoned. */
export interface PlainPoint {
  readonly claim: string;
  /** Cents. */
  readonly stake: number;
}

const money = (cents: number) =>
  `$${(Math.round(cents + 1e-6) / 100).toLocaleString('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 })}`;
const share = (fraction: number) => `${(Math.round(fraction * 1000 + 1e-9) / 10).toFixed(1)}%`;
const period = 'over the period of the file';

const quantileOf = ({ votes }: PlainLine, p: number) =>
  votes.length < 5 ? Number.NaN : percentile(votes, p);
const medicareOf = ({ medicare }: PlainLine) => (typeof medicare === 'number' ? medicare : Number.NaN);

function sum(lines: readonly PlainLine[], of: (line: PlainLine) => number): number {
  let all = 0;
  for (const line of lines) all += of(line);
  return all;
}

const distance = (lines: readonly PlainLine[], to: (line: PlainLine) => number) =>
  sum(lines, (line) => line.units * Math.abs(to(line) - line.rate));
const are = (count: number) => (count === 1 ? 'is' : 'are');

/** Every point to be made of the contract at a target, most at stake first. */
export function plainTalking(lines: readonly PlainLine[], target: PlainTarget): readonly PlainPoint[] {
  const points: PlainPoint[] = [];
  for (const [payer, of] of plainGroups(lines, (line) => line.payer)) {
    points.push(...medicarePoint(payer, of), ...quartilePoint(payer, of), ...othersPoint(payer, of, lines));
  }
  for (const line of lines) points.push(...medianPoint(line));
  points.push(...mostPoint(lines, target), ...highPoint(lines), ...bareMarketPoint(lines));
  return points.sort((a, b) => b.stake - a.stake);
}

function medicarePoint(payer: string, of: readonly PlainLine[]): readonly PlainPoint[] {
  const priced = of.filter((line) => medicareOf(line) > 0);
  const below = priced.filter((line) => line.rate < medicareOf(line));
  if (below.length === 0) return [];
  const index =
    sum(priced, (line) => line.units * line.rate) / sum(priced, (line) => line.units * medicareOf(line));
  const stake = distance(below, medicareOf);
  const which = below.length === 1 ? 'That line' : 'Those lines';
  return [
    {
      stake,
      claim: `${payer} pays ${share(index)} of Medicare over ${priced.length} lines; ${below.length} of them ${are(below.length)} below Medicare. ${which} at Medicare would bring ${money(stake)} ${period}.`,
    },
  ];
}

function quartilePoint(payer: string, of: readonly PlainLine[]): readonly PlainPoint[] {
  const ranked = of.filter(({ votes }) => votes.length >= 5);
  const below = ranked.filter((line) => line.rate < quantileOf(line, 0.25));
  if (below.length === 0) return [];
  const stake = distance(below, (line) => quantileOf(line, 0.25));
  const which = below.length === 1 ? 'That line' : 'Those lines';
  return [
    {
      stake,
      claim: `${below.length} of ${ranked.length} lines of ${payer} with a market ${are(below.length)} below the market’s P25. ${which} at P25 would bring ${money(stake)} ${period}.`,
    },
  ];
}

function othersPoint(
  payer: string,
  of: readonly PlainLine[],
  all: readonly PlainLine[],
): readonly PlainPoint[] {
  const mean = ({ code }: PlainLine) => {
    const others = all.filter((line) => line.code === code && line.payer !== payer);
    return sum(others, (line) => line.units * line.rate) / sum(others, ({ units }) => units);
  };
  const below = of.filter((line) => line.rate < mean(line));
  if (below.length === 0) return [];
  const index = sum(of, (line) => line.units * line.rate) / sum(of, (line) => line.units * mean(line));
  const stake = distance(below, mean);
  const which = below.length === 1 ? 'That line' : 'Those lines';
  return [
    {
      stake,
      claim: `${payer} pays ${share(index)} of what your other payers pay for the same codes; less for ${below.length} of ${of.length} lines. ${which} at the others’ average would bring ${money(stake)} ${period}.`,
    },
  ];
}

function medianPoint(line: PlainLine): readonly PlainPoint[] {
  const median = quantileOf(line, 0.5);
  if (!(line.rate < median)) return [];
  const rank = percentRank(line.votes, line.rate);
  const medicare = medicareOf(line);
  const stake = line.units * (median - line.rate);
  const where = rank === 0 ? ', at or below every vote' : `, percentile rank ${share(rank)}`;
  const ofMedicare = medicare > 0 ? `, ${share(line.rate / medicare)} of Medicare` : '';
  return [
    {
      stake,
      claim: `${line.label}: ${money(line.rate)} against a market median of ${money(median)}${where}${ofMedicare}. The median would bring ${money(stake)} ${period}.`,
    },
  ];
}

/** Said where fewer than half of the lines that gain carry 80% of the gain. */
function mostPoint(lines: readonly PlainLine[], target: PlainTarget): readonly PlainPoint[] {
  const { groups, most, gain } = plainImpact(lines, target, ({ label }) => label);
  const gaining = groups.filter((group) => group.gain > 0).length;
  if (most === 0 || most * 2 > gaining) return [];
  const first = groups.slice(0, most);
  const reached = first.reduce((all, group) => all + group.gain, 0);
  const to = target.kind === 'medicare' ? `${share(target.share)} of Medicare` : 'the market’s median';
  const stake = distance(
    first.flatMap((group) => group.lines),
    (line) => targetOf(line, target) as number,
  );
  return [
    {
      stake,
      claim: `${most} lines of the ${gaining} with a gain at ${to} carry ${share(reached / gain)} of it. They would bring ${money(stake)} ${period}.`,
    },
  ];
}

function highPoint(lines: readonly PlainLine[]): readonly PlainPoint[] {
  const ranked = lines.filter(({ votes }) => votes.length >= 5);
  const above = ranked.filter((line) => line.rate >= quantileOf(line, 0.75));
  if (above.length === 0) return [];
  const stake = distance(above, (line) => quantileOf(line, 0.5));
  return [
    {
      stake,
      claim: `${above.length} of ${ranked.length} lines with a market ${are(above.length)} at the market’s P75 or above. The payer can point at ${above.length === 1 ? 'it' : 'them'}: ${money(stake)} above the medians ${period}.`,
    },
  ];
}

function bareMarketPoint(lines: readonly PlainLine[]): readonly PlainPoint[] {
  const without = lines.filter(({ votes }) => votes.length < 5);
  if (without.length === 0) return [];
  const revenue = (of: readonly PlainLine[]) => sum(of, (line) => line.units * line.rate);
  return [
    {
      stake: revenue(without),
      claim: `${without.length} of ${lines.length} lines ${without.length === 1 ? 'has' : 'have'} no market to be held against, ${share(revenue(without) / revenue(lines))} of the revenue in the file.`,
    },
  ];
}
