import { type PayerId, payers } from './payer.ts';
import type { PlaceCode } from './place.ts';
import type { FileDate, RateIndex } from './rateIndex.ts';
import type { RateTest } from './rateSelection.ts';
import { payerOfSlot, ratesOfVote, rowsOfVote, type VoteColumns } from './voteColumns.ts';

/** One vote: what one provider has agreed with one payer (or one published rate, when the basis is rates). */
export interface Vote {
  /** The median (type 7) of the provider's distinct rates: whole or half cents. */
  readonly amount: number;
  readonly payer: PayerId;
  /** Index into the table's providers. */
  readonly provider: number;
  readonly place: PlaceCode;
  /** Year of the newest file behind the vote; the Medicare year it is compared with. */
  readonly year: number;
  /** Date of that file, as known. */
  readonly date: string;
  /** Providers who cast this very vote: more than one for a class of providers paid alike. */
  readonly weight: number;
  /** Published rates behind the vote, of each of them. */
  readonly rates: number;
  /** Row numbers of the rate table behind the vote, ascending. Looked up when asked for: few of many votes are. */
  readonly rows: readonly number[];
}

/** One vote as an object, for as long as nobody writes over the columns it is of. */
export function voteAt(index: RateIndex, votes: VoteColumns, test: RateTest, vote: number): Vote {
  const { dates, counts, provider, providers, places, placeOf } = index;
  const slot = votes.at[vote] as number;
  const by = provider[slot] as number;
  const { date, year } = dates[(votes.file[vote] as number) % dates.length] as FileDate;
  return {
    amount: (votes.halves[vote] as number) / 2,
    payer: (payers[payerOfSlot(index, slot)] as (typeof payers)[number]).id,
    provider: providers[by] as number,
    place: places[placeOf[by] as number] as PlaceCode,
    year,
    date,
    weight: counts?.[by] ?? 1,
    rates: ratesOfVote(index, votes, test, vote),
    get rows() {
      return Array.from(rowsOfVote(index, votes, test, vote));
    },
  };
}
