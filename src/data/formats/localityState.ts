import { carrierPlace } from '../../domain/carrierPlace.ts';
import { type PlaceCode, places } from '../../domain/place.ts';

const placeByName = new Map([
  ...places.map(({ code, name }) => [name.toUpperCase(), code] as const),
  ['HAWAII/GUAM', 'HI'] as const,
]);

/** The place that a table of localities calls by this name. */
export function placeNamed(name: string): PlaceCode | undefined {
  return placeByName.get(name.toUpperCase());
}

/** The state that lines of the table of localities stand under. */
export interface LocalityState {
  /** As the file writes it; '' where it does not. */
  readonly name: string;
  /** undefined where nothing tells. */
  readonly place: PlaceCode | undefined;
}

export const noState: LocalityState = { name: '', place: undefined };

/**
 * The state of a line that names none: the one its contractor works in. Where the contractor is not known, the state of
 * the line above goes on, until a blank line.
 */
export function unnamedState(
  above: LocalityState,
  mac: string,
  locality: string,
  isAfterBlank: boolean,
): LocalityState {
  const place = carrierPlace(mac, locality);
  if (place === undefined) return isAfterBlank ? noState : above;
  return place === above.place ? above : { name: '', place };
}
