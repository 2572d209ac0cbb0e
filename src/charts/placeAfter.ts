import type { PlaceCode } from '../domain/place.ts';
import type { MapMark } from '../figures/stateMap.ts';

const steps: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

/** Where a key leads from a place: round and round by the arrows; undefined for a key that is not the map's. */
export function placeAfter(
  key: string,
  from: PlaceCode,
  marks: readonly Pick<MapMark, 'place'>[],
): PlaceCode | undefined {
  if (key === 'Home') return marks[0]?.place;
  if (key === 'End') return marks.at(-1)?.place;
  const step = steps[key];
  if (step === undefined) return undefined;
  const index = marks.findIndex(({ place }) => place === from);
  return marks[(index + step + marks.length) % marks.length]?.place;
}
