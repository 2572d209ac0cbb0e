import { type BenchmarkRow, leadingRow } from '../domain/benchmark.ts';
import type { BenchmarkFacts, PlaceFacts } from '../domain/benchmarkFacts.ts';
import type { Cell } from '../domain/cell.ts';
import { deviations, type NationFacts } from '../domain/deviation.ts';
import { insights } from '../domain/insight.ts';
import { leftOutRates } from '../domain/leftOutRates.ts';
import type { RecomputeMeasure } from '../domain/recomputeMeasure.ts';
import { relaxations } from '../domain/relax.ts';
import { type InsightSentence, insightSentence } from '../text/insightText.ts';
import { countOf, formatCount } from '../text/numbers.ts';
import { relaxText } from '../text/relaxText.ts';
import { countedNoun } from '../text/scopeSentence.ts';
import { benchmarkFigure } from './benchmarkFigure.ts';
import { benchmarkRange } from './benchmarkRange.ts';
import { deviationFigure } from './deviationFigure.ts';
import type { Figure } from './figure.ts';
import type { RangeModel } from './rangeModel.ts';

/** A benchmark as it is shown: the table's figure and the chart's model. */
export interface BenchmarkPart {
  readonly figure: Figure;
  readonly range: RangeModel;
  /** No vote of any payer: there is nothing to draw. */
  readonly isEmpty: boolean;
}

/** One headline figure with its n. */
export interface HeadlineTile {
  readonly label: string;
  readonly cell: Cell;
  readonly kind: 'money' | 'ratio';
  readonly note: string;
  /** The figure whose working it opens. */
  readonly work: { readonly row: BenchmarkRow['id']; readonly measure: RecomputeMeasure } | 'medicare';
}

/**
 * What a code's page says first: all of it can be told from the facts, without a single vote. What is drawn a frame after
 * the numbers is made when it is first asked for.
 */
export interface CodeView {
  /** The row the headline figures are of; null when no payer has one. */
  readonly leading: BenchmarkRow['id'] | null;
  readonly tiles: readonly HeadlineTile[];
  readonly insights: readonly InsightSentence[];
  readonly here: BenchmarkPart;
  /** The place against the nation; null for the nation, or where the place has no votes. */
  readonly deviation: Figure | null;
  /** What to relax when rates are there but none fits the scope; empty otherwise. */
  readonly relax: string;
}

/** @param nation what the place is held against; the same value as `here` where the nation itself was asked for. */
export function codeView(
  { here, nation }: { readonly here: PlaceFacts; readonly nation: { readonly benchmark: NationFacts } },
  origin: string,
  isOwn: boolean,
): CodeView {
  const { place, places, selection } = here.benchmark;
  const part = benchmarkPart(here, origin, isOwn);
  const isCompared = here !== nation;
  let said: readonly InsightSentence[] | undefined;
  let difference: Figure | undefined;
  return {
    leading: leadingRow(here.benchmark)?.id ?? null,
    tiles: headlineTiles(here),
    get insights() {
      said ??= sentences();
      return said;
    },
    here: part,
    get deviation() {
      if (!isCompared || part.isEmpty) return null;
      difference ??= deviationFigure(here.benchmark, nation.benchmark, origin, isOwn);
      return difference;
    },
    relax: places.length === 0 && rowsPresent(selection) > 0 ? relaxText(relaxations(selection)) : '',
  };

  function sentences(): readonly InsightSentence[] {
    const compared = isCompared ? deviations(here.benchmark, nation.benchmark) : [];
    return insights(here.benchmark, compared).map((each) =>
      insightSentence(each, place, countedNoun(here.benchmark.scope), isOwn),
    );
  }
}

/** @param isOwn whether the rates are a user's file */
export function benchmarkPart(
  { benchmark, medicare }: PlaceFacts,
  origin: string,
  isOwn: boolean,
): BenchmarkPart {
  const figure = benchmarkFigure({ benchmark, medicare, origin, isOwn });
  let range: RangeModel | undefined;
  return {
    figure,
    get range() {
      range ??= benchmarkRange(benchmark, medicare, figure);
      return range;
    },
    isEmpty: benchmark.rows.every((row) => row.n === 0),
  };
}

/** The four figures a reader came for, each with its n: the same cells as the table. */
function headlineTiles({ benchmark, medicare }: PlaceFacts): readonly HeadlineTile[] {
  const row = leadingRow(benchmark);
  if (!row) return [];
  const noun = countedNoun(benchmark.scope);
  const votes = row.n === 0 ? '' : `${countOf(row.n, noun)}, ${countOf(row.providers, 'provider')}`;
  const tile = (name: string, measure: RecomputeMeasure, cell: Cell, note: string): HeadlineTile => ({
    label: `${row.name} ${name}`,
    cell,
    kind: measure === 'percent-of-medicare' ? 'ratio' : 'money',
    note,
    work: { row: row.id, measure },
  });
  return [
    tile('median', 'median', row.median, votes),
    tile('mean', 'mean', row.mean, votes),
    {
      label: `Medicare ${medicare.year}${medicare.localities > 1 ? ', mean' : ''}`,
      cell: medicare.mean,
      kind: 'money',
      // Beside a named absence a count of none would say it twice.
      note: medicare.localities === 0 ? '' : countOf(medicare.localities, 'locality', 'localities'),
      work: 'medicare',
    },
    tile(
      '% of Medicare',
      'percent-of-medicare',
      row.percentOfMedicare,
      row.comparedVotes === 0 ? '' : `${formatCount(row.comparedVotes)} of ${countOf(row.n, noun)} compared`,
    ),
  ];
}

/** Rates of the code and place in any scope. */
function rowsPresent(selection: BenchmarkFacts['selection']): number {
  return selection.counted + leftOutRates(selection);
}
