import { absent, type Cell } from './cell.ts';
import type { FeeSchedule } from './feeSchedule.ts';
import { medicareComparison } from './medicareComparison.ts';
import type { Provider, RateTable } from './rateTable.ts';
import type { Site } from './scope.ts';
import type { VoteColumns } from './votes.ts';

/** What votes are compared with. */
export interface MedicareOfVotes {
  /** Unrounded cents by vote; NaN where there is nothing to compare with. */
  readonly amounts: Float64Array;
  /** The amounts by what they depend on; NaN where there is nothing to compare with, 0 where no vote has the key. */
  readonly byKey: Float64Array;
  /** What the amount of one vote depends on, an index into `byKey`. */
  keyOf(vote: number): number;
  /** The amount of one vote, or why there is none. */
  cellOf(vote: number): Cell;
}

/** It depends on a vote's state and newest file alone, so the fee schedule is asked once for each pair. */
export function medicareOfVotes(
  table: RateTable,
  votes: VoteColumns,
  site: Site,
  schedule: FeeSchedule,
): MedicareOfVotes {
  const { placeOf, places } = placesOf(table.providers);
  const { length } = table.sources;
  const cells: (Cell | undefined)[] = Array.from({ length: places.length * length });
  const known = new Float64Array(cells.length);
  const amounts = new Float64Array(votes.length);
  const keyOf = (vote: number) =>
    (placeOf[votes.provider[vote] as number] as number) * length + (votes.source[vote] as number);
  for (let vote = 0; vote < votes.length; vote++) {
    const key = keyOf(vote);
    // 0 stands for "not asked yet": the schedule prices nothing at zero.
    if (known[key] === 0) {
      const { year = 0, date = '' } = table.sources[votes.source[vote] as number] ?? {};
      const place = places[Math.floor(key / length)] ?? '';
      const cell = medicareComparison(table.code, { place, year, date }, site, schedule);
      cells[key] = cell;
      known[key] = cell.kind === 'value' ? cell.value : Number.NaN;
    }
    amounts[vote] = known[key] as number;
  }
  const cellOf = (vote: number) => cells[keyOf(vote)] ?? absent('not-in-input');
  return { amounts, byKey: known, keyOf, cellOf };
}

export interface PlacesOfProviders {
  /** Each provider's place, an index into `places`. */
  readonly placeOf: Uint16Array;
  /** In the order first met. */
  readonly places: readonly string[];
}

const remembered = new WeakMap<readonly Provider[], PlacesOfProviders>();

/** Worked out once per list of providers. */
export function placesOf(providers: readonly Provider[]): PlacesOfProviders {
  const known = remembered.get(providers);
  if (known) return known;
  const indexes = new Map<string, number>();
  const placeOf = Uint16Array.from(providers, ({ place }) => {
    const index = indexes.get(place) ?? indexes.size;
    indexes.set(place, index);
    return index;
  });
  const found = { placeOf, places: [...indexes.keys()] };
  remembered.set(providers, found);
  return found;
}
