import { type Absent, absent } from './cell.ts';
import { payers } from './payer.ts';
import type { PlaceCode } from './place.ts';
import type { RateIndex } from './rateIndex.ts';

const remembered = new WeakMap<RateIndex, Uint8Array>();

/**
 * Why a row (BUCA's or a payer's, by its id) has no votes in a place (null = anywhere): the table has no rate of it
 * there, or it has some, none of which the scope counts.
 */
export function noVotesOf(id: string, index: RateIndex, place: PlaceCode | null): Absent {
  const isRated = remembered.get(index) ?? ratedPlaces(index);
  remembered.set(index, isRated);
  const width = index.places.length;
  const column = place === null ? undefined : index.places.indexOf(place);
  const hasRates = payers.some((payer, row) => {
    if (id === 'buca' ? !payer.inBuca : payer.id !== id) return false;
    const ofPayer = isRated.subarray(row * width, (row + 1) * width);
    return column === undefined ? ofPayer.includes(1) : ofPayer[column] === 1;
  });
  return absent(hasRates ? 'out-of-scope' : 'not-in-input');
}

/** By payer, then place: 1 where there is a rate. */
function ratedPlaces({ payerStarts, provider, placeOf, places }: RateIndex): Uint8Array {
  const isRated = new Uint8Array(payers.length * places.length);
  payers.forEach((_, payer) => {
    for (let slot = payerStarts[payer] as number; slot < (payerStarts[payer + 1] as number); slot++) {
      isRated[payer * places.length + (placeOf[provider[slot] as number] as number)] = 1;
    }
  });
  return isRated;
}
