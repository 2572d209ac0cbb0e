import type { BenchmarkFacts, RowFacts } from './benchmarkFacts.ts';
import { absent, type Cell, present } from './cell.ts';

/** A place beside the nation, for one payer: place − nation in (unrounded) cents and as a fraction of the nation. */
export interface Deviation {
  readonly id: RowFacts['id'];
  readonly name: string;
  readonly here: RowFacts;
  readonly nation: RowFacts;
  readonly mean: Cell;
  readonly meanRatio: Cell;
  readonly median: Cell;
  readonly medianRatio: Cell;
}

/** One deviation for each payer that has a row in either benchmark, in table order. */
export function deviations(here: BenchmarkFacts, nation: BenchmarkFacts): readonly Deviation[] {
  return nation.rows.flatMap((national) => {
    const row = here.rows.find((each) => each.id === national.id);
    if (!row) return [];
    return [
      {
        id: national.id,
        name: national.name,
        here: row,
        nation: national,
        mean: difference(row.mean, national.mean),
        meanRatio: relativeDifference(row.mean, national.mean),
        median: difference(row.median, national.median),
        medianRatio: relativeDifference(row.median, national.median),
      },
    ];
  });
}

/** here − nation; the place's absence first, because it is the one the reader asked about. */
function difference(here: Cell, nation: Cell): Cell {
  if (here.kind === 'absent') return here;
  if (nation.kind === 'absent') return nation;
  return present(here.value - nation.value);
}

function relativeDifference(here: Cell, nation: Cell): Cell {
  const cents = difference(here, nation);
  if (cents.kind === 'absent' || nation.kind === 'absent') return cents;
  if (nation.value === 0) return absent('not-comparable', 'the national figure is $0.00');
  return present(cents.value / nation.value);
}
