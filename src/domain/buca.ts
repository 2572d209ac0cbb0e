import { sumOfList } from '../stats/countedList.ts';
import { weightedMean } from '../stats/mean.ts';
import type { QuantileDefinition } from '../stats/quantileDefinition.ts';
import { summarizeSorted } from '../stats/summary.ts';
import { type Absent, absent, type Cell, noneOf, present, valueOf } from './cell.ts';
import { minimumVotes, tooFew } from './minimumVotes.ts';
import { type PayerId, payers } from './payer.ts';
import { amountsOf, votesIn } from './sortedVotes.ts';

/** A member of BUCA by its own figures. */
export interface BucaMember {
  readonly id: PayerId;
  readonly name: string;
  readonly n: number;
  readonly mean: Cell;
  readonly median: Cell;
}

/** One vote of the pool, in (unrounded) cents. */
export interface BucaVote {
  readonly payer: PayerId;
  readonly amount: number;
  /** How many providers cast it. */
  readonly weight: number;
}

/** Market shares as typed in, by payer; any unit, because they are normalised. 0 or more. */
export type BucaShares = Partial<Readonly<Record<PayerId, number>>>;

/** One way to make one figure of several payers. Amounts are unrounded cents. */
export interface BucaVariant {
  readonly id: 'pooled' | 'payer-equal' | 'weighted';
  readonly mean: Cell;
  readonly p25: Cell;
  readonly median: Cell;
  readonly p75: Cell;
  readonly spread: Cell;
  /** Payers behind the mean, with the weight each has in it; the weights add up to 1. */
  readonly weights: readonly { readonly payer: BucaMember; readonly weight: number }[];
  /** Payers behind the median figure: those with a median of their own; all of the weights' in the pool. */
  readonly medianPayers: readonly BucaMember[];
}

export interface BucaOpened {
  readonly variants: readonly BucaVariant[];
  readonly present: readonly BucaMember[];
  /** Names of members without any figure here. */
  readonly absent: readonly string[];
  /** Names of members that have a share but no figure here: the others' shares are scaled up. */
  readonly sharesUnused: readonly string[];
}

/** The payers that make up BUCA, in table order. */
export const bucaPayers = payers.filter((payer) => payer.inBuca);

const noPercentiles = absent('refused', 'percentiles of percentiles are not percentiles');

/**
 * BUCA three ways. They answer different questions and differ in dollars: pooled lets the payer with most votes
 * speak loudest, payer-equal lets each payer speak once, user-weighted by market share (field-guide 3.3, 4.5).
 *
 * Quartiles exist only where there are votes to sort: a mean of P25s is not the P25 of anything.
 *
 * @param members one entry per BUCA payer, present or not
 * @param pool all votes of the pool; undefined when only the members' summaries are at hand
 * @param shares null until the user has typed any
 */
export function openBuca(
  members: readonly BucaMember[],
  pool: readonly BucaVote[] | undefined,
  shares: BucaShares | null,
  definition: QuantileDefinition,
): BucaOpened {
  const here = members.filter((member) => member.mean.kind === 'value');
  const gap = noneOf(members.map(({ mean }) => mean));
  const variants = [pooled(here, pool, definition, gap), payerEqual(here, gap), weighted(here, shares)];
  return {
    variants,
    present: here,
    absent: members.filter((member) => !here.includes(member)).map((member) => member.name),
    sharesUnused: members
      .filter((member) => (shares?.[member.id] ?? 0) > 0 && !here.includes(member))
      .map((member) => member.name),
  };
}

function pooled(
  here: readonly BucaMember[],
  pool: readonly BucaVote[] | undefined,
  definition: QuantileDefinition,
  gap: Absent,
): BucaVariant {
  const base = { id: 'pooled', medianPayers: here } as const;
  if (here.length === 0) return { ...base, ...allAbsent(gap), weights: [] };
  if (pool === undefined) {
    const noPool = absent('refused', 'a pool needs the votes, and only summaries are at hand');
    return { ...base, ...allAbsent(noPercentiles), mean: noPool, weights: [] };
  }
  const amounts = amountsOf(pool);
  if (amounts.length === 0) return { ...base, ...allAbsent(gap), weights: [] };
  const weights = here.map((payer) => ({
    payer,
    weight: votesIn(pool.filter((vote) => vote.payer === payer.id)) / amounts.length,
  }));
  if (amounts.length < minimumVotes) {
    const few = tooFew(amounts.length);
    return { ...base, ...allAbsent(few), mean: present(sumOfList(amounts) / amounts.length), weights };
  }
  const { p25, median, p75, spread, mean: average } = summarizeSorted(amounts, definition);
  return {
    ...base,
    mean: present(average),
    p25: present(p25),
    median: present(median),
    p75: present(p75),
    spread: present(spread),
    weights,
  };
}

function payerEqual(here: readonly BucaMember[], gap: Absent): BucaVariant {
  const alike = here.map((payer) => ({ payer, weight: 1 }));
  return combined('payer-equal', alike, gap);
}

function weighted(here: readonly BucaMember[], shares: BucaShares | null): BucaVariant {
  const given = here.map((payer) => ({ payer, weight: checkedShare(shares?.[payer.id] ?? 0) }));
  const missing =
    shares === null
      ? absent('refused', 'no market shares are typed in')
      : absent('refused', 'no payer with rates here has a share');
  return combined(
    'weighted',
    given.filter(({ weight }) => weight > 0),
    missing,
  );
}

/** @throws RangeError for a share that is negative or not a number. */
function checkedShare(share: number): number {
  if (!(share >= 0 && share < Number.POSITIVE_INFINITY)) {
    throw new RangeError(`a market share must be 0 or more, not ${share}`);
  }
  return share;
}

/** Σ weight·figure ÷ Σ weight, over the payers' means, and over the medians of those that have one. */
function combined(id: 'payer-equal' | 'weighted', from: BucaVariant['weights'], missing: Cell): BucaVariant {
  if (from.length === 0) {
    return { id, ...allAbsent(missing), weights: [], medianPayers: [] };
  }
  const total = from.reduce((sum, { weight }) => sum + weight, 0);
  const withMedian = from.filter(({ payer }) => payer.median.kind === 'value');
  const meanOf = (of: 'mean' | 'median', over: BucaVariant['weights']) =>
    present(
      weightedMean(
        over.map(({ payer }) => valueOf(payer[of]) as number),
        over.map(({ weight }) => weight),
      ),
    );
  return {
    id,
    ...allAbsent(noPercentiles),
    mean: meanOf('mean', from),
    median:
      withMedian.length === 0
        ? absent('too-few', 'no payer has votes enough for a median')
        : meanOf('median', withMedian),
    weights: from.map(({ payer, weight }) => ({ payer, weight: weight / total })),
    medianPayers: withMedian.map(({ payer }) => payer),
  };
}

function allAbsent(gap: Cell): Pick<BucaVariant, 'mean' | 'p25' | 'median' | 'p75' | 'spread'> {
  return { mean: gap, p25: gap, median: gap, p75: gap, spread: gap };
}
