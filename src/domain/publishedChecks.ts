import { mean, sum } from '../stats/mean.ts';
import { documentGroups } from './effectGroups.ts';
import type { FeeSchedule } from './feeSchedule.ts';
import { groupBy } from './groupBy.ts';
import { type MedicareRowCheck, medicareRowCheck } from './medicareRowCheck.ts';
import { type EffectMeasures, type EffectVote, outlierEffect } from './outlierEffect.ts';
import {
  exactAmount,
  type PublishedClaim,
  type PublishedFigure,
  publishedMeasures,
  spreadOf,
} from './published.ts';

/** `pass`: holds. `note`: worth knowing before the figure is used. `fail`: contradicts the official amount or itself. */
export type CheckSeverity = 'pass' | 'note' | 'fail';

/** What a rule found in figures that others print, with the rows it speaks of; `text/checkText.ts` puts it into words. */
export type PublishedCheck =
  | MedicareRowCheck
  /** The mean lies outside the row's own quartiles; `beyondAll` when it lies beyond every percentile printed. */
  | {
      readonly rule: 'mean-outside-quartiles';
      readonly severity: CheckSeverity;
      readonly row: PublishedFigure;
      readonly side: 'above' | 'below';
      readonly beyondAll: boolean;
    }
  /** One insurer under several printed names in one place; `same` lists rows that also print the same amount. */
  | {
      readonly rule: 'several-names';
      readonly severity: CheckSeverity;
      readonly rows: readonly PublishedFigure[];
      readonly same: readonly (readonly PublishedFigure[])[];
    }
  /** Leaving out one row moves commercial ÷ Medicare across 100%. */
  | {
      readonly rule: 'one-row-flips';
      readonly severity: CheckSeverity;
      readonly row: PublishedFigure;
      readonly all: EffectMeasures;
      readonly without: EffectMeasures;
    }
  /** What the document says of a row in words, held against its own numbers. */
  | {
      readonly rule: 'claim';
      readonly severity: CheckSeverity;
      readonly claim: PublishedClaim;
      /** Rows the claim is made of; more than one is a contradiction in itself. */
      readonly rows: readonly PublishedFigure[];
      /** Rows whose printed number contradicts it. */
      readonly against: readonly PublishedFigure[];
      /** How many rows print the number the claim is about. */
      readonly printed: number;
    };

const order: Readonly<Record<CheckSeverity, number>> = { fail: 0, note: 1, pass: 2 };

/**
 * Every check on the figures of one code, failures first. Figures are held against each other only within one
 * document, and against the fee schedule by place and year. Pure: the same figures and tables give the same findings.
 */
export function publishedChecks(
  code: string,
  figures: readonly PublishedFigure[],
  schedule: FeeSchedule,
): readonly PublishedCheck[] {
  const found: PublishedCheck[] = [
    ...figures.flatMap((row) => medicareRowCheck(code, row, schedule) ?? []),
    ...figures.flatMap((row) => meanCheck(row) ?? []),
    ...duplicateChecks(figures),
    ...flipChecks(figures),
    ...claimChecks(figures),
  ];
  return found.toSorted((a, b) => order[a.severity] - order[b.severity]);
}

/** A bound serves here: a mean of 95.49 lies below a P25 printed as "above 99.00". */
function meanCheck(row: PublishedFigure): PublishedCheck | undefined {
  const average = exactAmount(row, 'mean');
  const { p25 } = row.amounts;
  if (average === undefined) return undefined;
  const isBelow = p25.kind === 'value' && average < p25.value.cents;
  const isAbove = average > (exactAmount(row, 'p75') ?? Number.POSITIVE_INFINITY);
  if (!isBelow && !isAbove) return undefined;
  const percentiles = publishedMeasures
    .filter((measure) => measure !== 'mean' && measure !== 'spread')
    .flatMap((measure) => {
      const cell = row.amounts[measure];
      return cell.kind === 'value' ? [cell.value.cents] : [];
    });
  const beyondAll = percentiles.every((each) => (isBelow ? average < each : average > each));
  return {
    rule: 'mean-outside-quartiles',
    severity: beyondAll ? 'fail' : 'note',
    row,
    side: isBelow ? 'below' : 'above',
    beyondAll,
  };
}

/**
 * Rows of one document, place, market and plan that we file under one insurer though they print different names.
 * "Other" is many insurers, and Medicare is none, so neither is grouped.
 */
function duplicateChecks(figures: readonly PublishedFigure[]): readonly PublishedCheck[] {
  const grouped = groupBy(
    figures.filter(
      (row) =>
        row.payerId !== null &&
        row.payerId !== 'other' &&
        row.payerId !== 'buca' &&
        row.payerClass !== 'medicare' &&
        row.place !== null,
    ),
    (row) =>
      [row.document, row.date, row.place, row.market, row.payerId, row.payerClass, row.plan].join('\t'),
  );
  return [...grouped.values()].flatMap((rows): PublishedCheck[] => {
    if (new Set(rows.map((row) => row.payer)).size < 2) return [];
    const byAmount = groupBy(rows, (row) => exactAmount(row, 'mean'));
    const same = [...byAmount].flatMap(([amount, alike]) =>
      amount !== undefined && new Set(alike.map((row) => row.payer)).size > 1 ? [alike] : [],
    );
    return [{ rule: 'several-names', severity: 'note', rows, same }];
  });
}

/**
 * Commercial ÷ Medicare without each commercial row in turn, flagged or not: the conclusion may hang on one that looks
 * ordinary. Of several that flip it, the one that moves the mean most.
 */
function flipChecks(figures: readonly PublishedFigure[]): readonly PublishedCheck[] {
  return documentGroups(figures).flatMap((group): PublishedCheck[] => {
    const amounts = group.votes.map((vote) => vote.amount);
    const [total, n] = [sum(amounts), amounts.length];
    const medicare = mean(group.medicareRows ?? []);
    const isAbove = total / n > medicare;
    const [flipping] = group.votes
      .filter(({ amount }) => (total - amount) / (n - 1) > medicare !== isAbove)
      .toSorted((a, b) => Math.abs(b.amount - total / n) - Math.abs(a.amount - total / n));
    if (!flipping) return [];
    const row = figures.find(({ id }) => id === flipping.id) as PublishedFigure;
    const votes = group.votes.map((vote): EffectVote => {
      return { ...vote, flags: vote === flipping ? ['above-fence'] : [] };
    });
    const { all, withoutAll } = outlierEffect({ ...group, votes });
    const severity = 'fail';
    return [{ rule: 'one-row-flips', severity, row, all, without: withoutAll }];
  });
}

function claimChecks(figures: readonly PublishedFigure[]): readonly PublishedCheck[] {
  const claimed = figures.flatMap((row) => row.claims.map((claim) => ({ row, claim })));
  const grouped = groupBy(claimed, ({ row, claim }) =>
    [row.document, row.place, row.market, claim].join('\t'),
  );
  return [...grouped.values()].flatMap((group): PublishedCheck[] => {
    const { row: first, claim } = group[0] as (typeof claimed)[number];
    const rows = group.map(({ row }) => row);
    const amounts = rows.flatMap((row) => claimAmount(row, claim) ?? []);
    const beside = figures
      .filter(
        (row) => row.document === first.document && row.place === first.place && row.market === first.market,
      )
      .flatMap((row) => {
        const amount = claimAmount(row, claim);
        return amount === undefined ? [] : [{ row, amount }];
      });
    const sign = claim === 'highest-mean' || claim === 'widest-spread' ? 1 : -1;
    const against = beside
      .filter(({ amount }) => amounts.some((own) => sign * (amount - own) > 0))
      .map(({ row }) => row);
    const isRefuted = rows.length > 1 || against.length > 0;
    // A claim about a number that is not printed cannot be held against anything.
    const isPrinted = claimAmount(first, claim) !== undefined;
    return [
      {
        rule: 'claim',
        severity: isRefuted ? 'fail' : isPrinted ? 'pass' : 'note',
        claim,
        rows,
        against,
        printed: beside.length,
      },
    ];
  });
}

/** The number a claim is about; undefined where the document does not print it. */
export function claimAmount(row: PublishedFigure, claim: PublishedClaim): number | undefined {
  if (claim === 'highest-mean' || claim === 'lowest-mean') return exactAmount(row, 'mean');
  const spread = spreadOf(row);
  return spread.kind === 'value' && spread.value.printed !== 'above' ? spread.value.cents : undefined;
}
