import type { Benchmark, BenchmarkRow } from '../domain/benchmark.ts';
import type { JudgedVote } from '../domain/benchmarkRow.ts';
import { type Cell, present, valueOf } from '../domain/cell.ts';
import type { MedicareBenchmark } from '../domain/medicareBenchmark.ts';
import { minimumVotes } from '../domain/minimumVotes.ts';
import { orderOf } from '../domain/orderOf.ts';
import { payerById } from '../domain/payer.ts';
import type { RateTable } from '../domain/rateTable.ts';
import { amountsOf, votesIn } from '../domain/sortedVotes.ts';
import { countAbove, countBelow, memberAt, type SortedList } from '../stats/countedList.ts';
import { fencesOfSorted } from '../stats/fences.ts';
import type { QuantileDefinition } from '../stats/quantileDefinition.ts';
import { type Summary, summarizeSorted } from '../stats/summary.ts';
import { absenceText } from '../text/absence.ts';
import {
  binProviders,
  type DistributionWords,
  distributionCaption,
  distributionSummary,
  pointSentence,
} from '../text/distributionText.ts';
import { placeTitle } from '../text/names.ts';
import { countOf, formatMoney } from '../text/numbers.ts';
import { countedNoun } from '../text/scopeSentence.ts';
import { axisFromZero } from './axis.ts';
import { type DistributionBin, distributionBins } from './distributionBins.ts';
import { type VoteSource, voteSource } from './voteSource.ts';

/** What the whiskers of the box stand for. Always said in the caption: a whisker without a name means nothing. */
export const whiskerKinds = ['p10-p90', 'fences'] as const;
export type WhiskerKind = (typeof whiskerKinds)[number];

/** From this many votes on they are drawn as a histogram; fewer, each as a dot (field-guide 4.4: "good" from 30). */
export const histogramFrom = 30;

/** The box of a distribution; unrounded cents. */
export interface DistributionBox {
  readonly low: number;
  readonly p25: number;
  readonly median: number;
  readonly p75: number;
  readonly high: number;
}

/** One vote, as a dot or as a line of the table; in a histogram, a class of providers paid alike is one. */
export interface DistributionPoint {
  readonly id: string;
  readonly amount: number;
  /** How many providers cast it. */
  readonly weight: number;
  /** The vote ÷ the Medicare amount of its own state and year, as a fraction. */
  readonly ofMedicare: Cell;
  /** Whose vote it is, by name. */
  readonly provider: string;
  readonly payer: string;
  /** Where it comes from; made when first asked for, as a histogram has tens of thousands of votes and lists a few. */
  readonly source: VoteSource;
  /** Everything about it as a sentence, for hover and keyboard; made when asked for. */
  readonly detail: string;
}

/** A payer's votes, settled before any pixel. Amounts are (unrounded) cents. */
export interface DistributionModel {
  readonly title: string;
  readonly summary: string;
  /** What box, whiskers and marks mean, with the percentile definition. */
  readonly caption: string;
  /** The payer's colour token. */
  readonly colour: string;
  readonly kind: 'none' | 'dots' | 'histogram';
  /** Words in place of a drawing when there is no vote; empty otherwise. */
  readonly absence: string;
  /** null with too few votes for percentiles. */
  readonly box: DistributionBox | null;
  readonly mean: number | null;
  /** Lowest amount first. */
  readonly points: readonly DistributionPoint[];
  /** Empty unless `kind` is histogram. */
  readonly bins: readonly DistributionBin[];
  readonly medicare: { readonly amount: number; readonly label: string } | null;
  readonly domain: readonly [number, number];
  readonly ticks: readonly number[];
  /** Words for amounts past the end of the axis. */
  readonly beyond: readonly string[];
}

interface DistributionInput {
  readonly benchmark: Benchmark;
  readonly row: BenchmarkRow;
  readonly table: RateTable;
  readonly medicare: MedicareBenchmark;
  readonly whiskers: WhiskerKind;
  /** The CSV whose lines are named. */
  readonly ratesFile: string;
  /** Whether the rates are a user's file. */
  readonly isOwn?: boolean;
}

/** How the votes of one payer lie: box and whiskers, and every vote as a dot or in a bin. */
export function distributionModel(input: DistributionInput): DistributionModel {
  const { benchmark, row, whiskers } = input;
  const { definition } = benchmark.scope;
  const title = `Distribution of ${row.name} for ${benchmark.code}, ${placeTitle(benchmark.place, input.isOwn)}`;
  const medicareMean = valueOf(input.medicare.mean);
  const medicare =
    medicareMean === undefined
      ? null
      : { amount: medicareMean, label: `Medicare ${input.medicare.year}: ${formatMoney(medicareMean)}` };
  const noun = countedNoun(benchmark.scope);
  if (row.n === 0) {
    const absence = row.mean.kind === 'absent' ? absenceText(row.mean) : '';
    return { ...nothing, title, summary: `${row.name}: ${absence}.`, absence, colour: row.id, medicare };
  }
  const kind = row.n < histogramFrom ? 'dots' : 'histogram';
  // A dot is one vote; what a histogram lists may stand for several.
  const points = pointsOf(input, kind === 'dots' ? writtenOut(row.votes) : row.votes);
  const amounts = amountsOf(points);
  const summary = summarizeSorted(amounts, definition);
  const box = row.n < minimumVotes ? null : boxOf(amounts, summary, definition, whiskers);
  const reach = reachOf(summary, box, medicare?.amount ?? 0);
  const bins =
    kind === 'histogram' ? withProviders(distributionBins(amounts, summary.spread, reach, noun), points) : [];
  const axis = axisFromZero(reach);
  const end = bins.at(-1)?.to ?? axis.domain[1];
  const words: DistributionWords = { name: row.name, noun, definition, whiskers, summary, box, amounts };
  return {
    title,
    summary: distributionSummary(words, medicare?.label ?? ''),
    caption: distributionCaption(words, kind),
    colour: row.id,
    kind,
    absence: '',
    box,
    mean: summary.mean,
    points,
    bins,
    medicare,
    domain: [0, end],
    ticks: axis.ticks.filter((tick) => tick <= (bins.at(-1)?.isOpen ? (bins.at(-1)?.from ?? end) : end)),
    beyond: [...(kind === 'dots' ? votesBeyond(points, end, noun) : []), ...meanBeyond(summary.mean, end)],
  };
}

/** Bars that also say whose votes they count, when asked: both lists ascend, so each bar is a run of the votes. */
function withProviders(
  bins: readonly DistributionBin[],
  points: readonly DistributionPoint[],
): readonly DistributionBin[] {
  let end = 0;
  return bins.map((bin) => {
    const start = end;
    for (let votes = 0; votes < bin.count; end++) votes += points[end]?.weight ?? 1;
    const inside = [start, end] as const;
    return {
      ...bin,
      get detail() {
        return `${bin.detail}${binProviders(points.slice(...inside))}`;
      },
    };
  });
}

const nothing = {
  caption: '',
  kind: 'none',
  box: null,
  mean: null,
  points: [],
  bins: [],
  domain: [0, 100],
  ticks: [],
  beyond: [],
} as const;

/** Each provider of a class with a vote of its own. */
function writtenOut(votes: readonly JudgedVote[]): readonly JudgedVote[] {
  return votes.flatMap((vote) => Array.from({ length: vote.weight }, () => ({ ...vote, weight: 1 })));
}

/** A pool has tens of thousands of votes and a few on the page: what is told of one is made when it is asked for. */
class VotePoint implements DistributionPoint {
  readonly #input: DistributionInput;
  readonly #vote: JudgedVote;
  readonly #index: number;
  #source: VoteSource | undefined;

  /** @param index the vote's place in its row: that order is fixed, so it names one for good within a benchmark. */
  constructor(input: DistributionInput, vote: JudgedVote, index: number) {
    this.#input = input;
    this.#vote = vote;
    this.#index = index;
  }
  get id() {
    return `${this.#vote.payer}-${this.#vote.provider}-${this.#index}`;
  }
  get amount() {
    return this.#vote.amount;
  }
  get weight() {
    return this.#vote.weight;
  }
  get ofMedicare(): Cell {
    const { amount, medicare } = this.#vote;
    return medicare.kind === 'value' ? present(amount / medicare.value) : medicare;
  }
  get provider() {
    return this.#input.table.providers[this.#vote.provider]?.name ?? '';
  }
  get payer() {
    return payerById(this.#vote.payer).name;
  }
  get source() {
    this.#source ??= voteSource(this.#input.table, this.#vote);
    return this.#source;
  }
  get detail() {
    const { ratesFile } = this.#input;
    const ofMedicare = valueOf(this.ofMedicare);
    return pointSentence({ ...this.source, amount: this.amount, ofMedicare, ratesFile });
  }
}

/** Lowest amount first. */
function pointsOf(input: DistributionInput, votes: readonly JudgedVote[]): readonly DistributionPoint[] {
  const order = orderOf(Float64Array.from(votes, ({ amount }) => amount));
  return Array.from(order, (index) => new VotePoint(input, votes[index] as JudgedVote, index));
}

function boxOf(
  amounts: SortedList,
  summary: Summary,
  definition: QuantileDefinition,
  whiskers: WhiskerKind,
): DistributionBox {
  const { p25, median, p75 } = summary;
  if (whiskers === 'p10-p90') return { low: summary.p10, p25, median, p75, high: summary.p90 };
  // Tukey's whiskers end at the outermost votes within the fences, never at the fences themselves, and never inside the box.
  const { lower, upper } = fencesOfSorted(amounts, definition);
  const [first, last] = [countBelow(amounts, lower), amounts.length - countAbove(amounts, upper) - 1];
  return {
    low: Math.min(p25, memberAt(amounts, first)),
    p25,
    median,
    p75,
    high: Math.max(p75, memberAt(amounts, last)),
  };
}

/**
 * How far the axis goes. To the largest vote, unless that would press the rest flat: then to Tukey's upper fence (or
 * half past P75 where the votes hardly differ), and what lies beyond is said in words or kept in an open bin.
 */
function reachOf(summary: Summary, box: DistributionBox | null, medicare: number): number {
  if (!box) return Math.max(summary.maximum, medicare);
  const body = Math.max(summary.p75 + 1.5 * summary.spread, 1.5 * summary.p75, box.high, medicare);
  return summary.maximum <= 1.5 * body ? Math.max(summary.maximum, medicare) : body;
}

function votesBeyond(points: readonly DistributionPoint[], end: number, noun: string): string[] {
  const past = points.filter((point) => point.amount > end);
  if (past.length === 0) return [];
  const amounts = past.map((point) => `${formatMoney(point.amount)} (${point.provider})`);
  return [`Past the end of the axis: ${countOf(votesIn(past), noun)}, ${amounts.join(', ')}.`];
}

function meanBeyond(mean: number, end: number): string[] {
  return mean > end ? [`The mean, ${formatMoney(mean)}, lies past the end of the axis.`] : [];
}
