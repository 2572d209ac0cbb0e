import type { BenchmarkFacts, RowFacts } from './benchmarkFacts.ts';
import { absent, type Cell, present, valueOf } from './cell.ts';

/** What of the nation a place is held against. Any `BenchmarkFacts` has it. */
export interface NationFacts {
  readonly places: BenchmarkFacts['places'];
  readonly rows: readonly Pick<RowFacts, 'id' | 'name' | 'n' | 'mean' | 'median'>[];
}

/** A place beside the nation, for one payer: place − nation in (unrounded) cents and as a fraction of the nation. */
export interface Deviation {
  readonly id: RowFacts['id'];
  readonly name: string;
  readonly here: RowFacts;
  readonly nation: NationFacts['rows'][number];
  readonly mean: Cell;
  readonly meanRatio: Cell;
  readonly median: Cell;
  readonly medianRatio: Cell;
}

/**
 * One deviation for each payer that has a row in both benchmarks, in table order.
 *
 * @param nation a pool that holds the place's votes, too
 */
export function deviations(here: BenchmarkFacts, nation: NationFacts): readonly Deviation[] {
  return nation.rows.flatMap((national) => {
    const row = here.rows.find((each) => each.id === national.id);
    if (!row) return [];
    const about = { id: national.id, name: national.name, here: row, nation: national };
    if (row.n > 0 && areSameVotes(row, national))
      return [{ ...about, mean: alone, meanRatio: alone, median: alone, medianRatio: alone }];
    return [
      {
        ...about,
        mean: difference(row.mean, national.mean),
        meanRatio: relativeDifference(row.mean, national.mean),
        median: difference(row.median, national.median),
        medianRatio: relativeDifference(row.median, national.median),
      },
    ];
  });
}

/** The nation holds the place's votes: as many here as there are the same, and a difference of $0.00 would be a finding. */
export function areSameVotes(here: Pick<RowFacts, 'n'>, nation: Pick<RowFacts, 'n'>): boolean {
  return here.n === nation.n;
}

const alone = absent('not-comparable', 'no votes outside this place');

/** here − nation, in (unrounded) cents; the place's absence first, because it is the one the reader asked about. */
export function difference(here: Cell, nation: Cell): Cell {
  if (here.kind === 'absent') return here;
  if (nation.kind === 'absent') return nation;
  return present(here.value - nation.value);
}

/** That as a fraction of the nation's. */
export function relativeDifference(here: Cell, nation: Cell): Cell {
  const cents = difference(here, nation);
  if (cents.kind === 'absent') return cents;
  const base = valueOf(nation) as number;
  return base === 0 ? absent('not-comparable', 'the national figure is $0.00') : present(cents.value / base);
}

/** Of a nation's benchmark only what places are held against: plain JSON that travels in the page of each place. */
export function nationFacts({ places, rows }: NationFacts): NationFacts {
  return { places, rows: rows.map(({ id, name, n, mean, median }) => ({ id, name, n, mean, median })) };
}
