import {
  countBelow,
  countedList,
  memberAt,
  type RankedList,
  type SortedList,
  sumOfList,
} from '../stats/countedList.ts';
import { mean } from '../stats/mean.ts';
import { quantileSorted } from '../stats/quantile.ts';
import type { QuantileDefinition } from '../stats/quantileDefinition.ts';
import { ratioOfSumsSorted } from '../stats/ratio.ts';
import { sortedCopy } from '../stats/sortedCopy.ts';
import { absent, type Cell, present, valueOf } from './cell.ts';
import { minimumVotes, tooFew } from './minimumVotes.ts';
import type { PlausibilityFlag } from './plausibility.ts';
import { amountsOf, votesIn } from './sortedVotes.ts';

export interface EffectVote {
  readonly id: string;
  /** Cents, whole or half. */
  readonly amount: number;
  /** How many providers cast it. A class is told once; "without it" is without one of them. */
  readonly weight: number;
  /** The Medicare amount the vote is compared with. */
  readonly medicare: Cell;
  /** Why the vote is worth a second look; empty for most. */
  readonly flags: readonly PlausibilityFlag[];
  /** Who the vote is of: a provider, or a payer as printed. */
  readonly label: string;
  /** Date of the file behind it; empty when not stated. */
  readonly date: string;
}

/** Votes that make one figure: a payer's, BUCA's, or the commercial rows of a document. */
export interface EffectGroup {
  readonly id: string;
  readonly name: string;
  readonly votes: readonly EffectVote[];
  /**
   * Medicare amounts printed beside the votes, in cents. With them % of Medicare is mean ÷ mean, the way a reader of
   * that table would reckon; without them it is Σ votes ÷ Σ Medicare amounts over the votes that have one.
   */
  readonly medicareRows?: readonly number[];
  /** How medians are defined; type 7 when left out. */
  readonly definition?: QuantileDefinition;
}

export interface EffectMeasures {
  readonly n: number;
  readonly mean: Cell;
  readonly median: Cell;
  readonly percentOfMedicare: Cell;
  /** Median vote ÷ median Medicare amount. */
  readonly medianOfMedicare: Cell;
}

export interface FlaggedVote {
  readonly vote: EffectVote;
  /** Worked out when first asked for: thousands may be flagged where a hundred are shown. */
  readonly without: EffectMeasures;
  /** Whether leaving out this vote alone moves % of Medicare across 100%. */
  readonly flips: boolean;
}

/** What a group's figures are with every vote, without each flagged one, and without all of them. */
export interface OutlierEffect {
  readonly group: EffectGroup;
  readonly all: EffectMeasures;
  /** In order of amount, highest first. */
  readonly flagged: readonly FlaggedVote[];
  /** How many votes they are: a class of providers is one entry and as many votes. */
  readonly flaggedVotes: number;
  readonly withoutAll: EffectMeasures;
  /** Whether leaving out all flagged votes moves % of Medicare across 100%. */
  readonly flips: boolean;
}

/**
 * Nothing is removed from any figure here: the numbers are laid side by side so that a reader sees what a vote does.
 *
 * Worked (commercial rows of the 97760 table; Medicare rows 45.22, 41.81, 37.91): mean 47.54 = 114.1% of Medicare with
 * 155.55, 29.54 = 70.9% without; medians 27.45 ÷ 41.81 = 65.7%.
 */
export function outlierEffect(group: EffectGroup): OutlierEffect {
  const { votes } = group;
  const all = measures(votes, group);
  const without = leaveOneOut(group);
  const flagged = votes
    .filter((vote) => vote.flags.length > 0)
    .map((vote): FlaggedVote => {
      let made: EffectMeasures | undefined;
      return {
        vote,
        get without() {
          made ??= without.measures(vote);
          return made;
        },
        flips: crosses(valueOf(all.percentOfMedicare), without.percentOfMedicare(vote)),
      };
    });
  const withoutAll = measures(
    votes.filter((vote) => vote.flags.length === 0),
    group,
  );
  return {
    group,
    all,
    flaggedVotes: votesIn(flagged.map(({ vote }) => vote)),
    flagged: flagged.toSorted((a, b) => b.vote.amount - a.vote.amount),
    withoutAll,
    flips: crosses(valueOf(all.percentOfMedicare), valueOf(withoutAll.percentOfMedicare)),
  };
}

/** Above Medicare with, not above without, or the other way round. */
function crosses(before: number | undefined, after: number | undefined): boolean {
  return before !== undefined && after !== undefined && before > 1 !== after > 1;
}

/**
 * A group's figures without one of its votes. The lists are put in order once, not once for each vote: a pool of
 * 40,000 votes has thousands of flagged ones.
 */
function leaveOneOut(group: EffectGroup) {
  const { votes, medicareRows, definition = 'type7' } = group;
  const compared = votes.filter(({ medicare }) => medicare.kind === 'value');
  const referenceOf = (vote: EffectVote) => valueOf(vote.medicare) ?? 0;
  const n = votesIn(votes) - 1;
  const sumOf = (of: readonly EffectVote[], valueOfVote: (vote: EffectVote) => number) =>
    of.reduce((total, vote) => total + vote.weight * valueOfVote(vote), 0);
  const amountOf = ({ amount }: EffectVote) => amount;
  const total = sumOf(votes, amountOf);
  const numerators = sumOf(compared, amountOf);
  const denominators = sumOf(compared, referenceOf);
  const comparedVotes = votesIn(compared);
  const rows = medicareRows === undefined || medicareRows.length === 0 ? undefined : mean(medicareRows);
  let sorted: { amounts: SortedList; compared: SortedList; references: SortedList } | undefined;

  return {
    /** As a number only; undefined where there is none. */
    percentOfMedicare(vote: EffectVote): number | undefined {
      if (medicareRows !== undefined) {
        return rows && n > 0 ? (total - vote.amount) / n / rows : undefined;
      }
      const isCompared = vote.medicare.kind === 'value';
      if (comparedVotes - (isCompared ? 1 : 0) === 0) return undefined;
      return isCompared
        ? (numerators - vote.amount) / (denominators - referenceOf(vote))
        : numerators / denominators;
    },
    measures(vote: EffectVote): EffectMeasures {
      // Few votes: the plain way. It also tells the reasons where figures are missing.
      if (n < minimumVotes || medicareRows !== undefined || comparedVotes <= minimumVotes) {
        return measures(othersOf(votes, vote), group);
      }
      sorted ??= {
        amounts: amountsOf(votes),
        compared: amountsOf(compared),
        references: amountsOf(compared.map((each) => ({ amount: referenceOf(each), weight: each.weight }))),
      };
      const isCompared = vote.medicare.kind === 'value';
      const median = (list: SortedList, value: number | undefined) =>
        quantileSorted(value === undefined ? list : withoutOne(list, value), 0.5, definition);
      const ofOthers = (valueOfVote: (each: EffectVote) => number) => {
        let added = 0;
        for (const each of compared) added += (each.weight - (each === vote ? 1 : 0)) * valueOfVote(each);
        return added;
      };
      return {
        n,
        mean: present((total - vote.amount) / n),
        median: present(median(sorted.amounts, vote.amount)),
        percentOfMedicare: present(ofOthers(amountOf) / ofOthers(referenceOf)),
        medianOfMedicare: present(
          median(sorted.compared, isCompared ? vote.amount : undefined) /
            median(sorted.references, isCompared ? referenceOf(vote) : undefined),
        ),
      };
    },
  };
}

/** The votes without one provider's: of a class, the others stay. */
export function othersOf(votes: readonly EffectVote[], vote: EffectVote): readonly EffectVote[] {
  return votes.flatMap((each) =>
    each !== vote ? [each] : vote.weight > 1 ? [{ ...vote, weight: vote.weight - 1 }] : [],
  );
}

/** A sorted list without one occurrence of a value that is in it; nothing is copied. */
function withoutOne(sorted: SortedList, value: number): RankedList {
  const at = countBelow(sorted, value);
  return {
    length: sorted.length - 1,
    member: (rank) => memberAt(sorted, rank < at ? rank : rank + 1),
  };
}

function measures(votes: readonly EffectVote[], group: EffectGroup): EffectMeasures {
  const { medicareRows, definition = 'type7' } = group;
  const n = votesIn(votes);
  if (n === 0) {
    const gap = absent('too-few', 'no vote is left');
    return { n, mean: gap, median: gap, percentOfMedicare: gap, medianOfMedicare: gap };
  }
  const amounts = amountsOf(votes);
  const average = sumOfList(amounts) / n;
  const median = medianOf(amounts, definition);
  if (medicareRows !== undefined) {
    const reference = medicareRows.length === 0 ? undefined : mean(medicareRows);
    return {
      n,
      mean: present(average),
      median,
      percentOfMedicare: reference ? present(average / reference) : noMedicare,
      // The median of a document's few Medicare rows is their middle: nothing is interpolated between many.
      medianOfMedicare: reference
        ? over(median, quantileSorted(sortedCopy(medicareRows), 0.5, definition))
        : noMedicare,
    };
  }
  const compared = comparedOf(votes);
  if (compared.amounts.length === 0) {
    const reason = votes.find(({ medicare }) => medicare.kind === 'absent')?.medicare ?? noMedicare;
    return {
      n,
      mean: present(average),
      median,
      percentOfMedicare: reason,
      medianOfMedicare: reason,
    };
  }
  const { weights } = compared;
  // Where every vote is compared, its amounts are in order already. Of 40,000 references some hundred differ.
  const numerators =
    compared.amounts.length === votes.length ? amounts : countedList(compared.amounts, weights);
  const references = countedList(compared.references, weights);
  return {
    n,
    mean: present(average),
    median,
    percentOfMedicare: present(ratioOfSumsSorted(numerators, references)),
    medianOfMedicare: over(medianOf(numerators, definition), quantileSorted(references, 0.5, definition)),
  };
}

/** The votes that have a Medicare amount beside them, as columns: a pool has tens of thousands. */
function comparedOf(votes: readonly EffectVote[]) {
  const amounts = new Float64Array(votes.length);
  const references = new Float64Array(votes.length);
  const weights = new Uint32Array(votes.length);
  let length = 0;
  for (const { amount, weight, medicare } of votes) {
    if (medicare.kind === 'absent') continue;
    amounts[length] = amount;
    references[length] = medicare.value;
    weights[length] = weight;
    length += 1;
  }
  return {
    amounts: amounts.subarray(0, length),
    references: references.subarray(0, length),
    weights: weights.subarray(0, length),
  };
}

const noMedicare = absent('not-comparable', 'no Medicare amount to compare with');

function medianOf(amounts: SortedList, definition: QuantileDefinition): Cell {
  return amounts.length < minimumVotes
    ? tooFew(amounts.length)
    : present(quantileSorted(amounts, 0.5, definition));
}

function over(numerator: Cell, denominator: number): Cell {
  return numerator.kind === 'value' ? present(numerator.value / denominator) : numerator;
}
