import { findPlace, type PlaceCode } from '../domain/place.ts';

/** `Texas`, or `National` for null. */
export function placeTitle(place: PlaceCode | null): string {
  return place === null ? 'National' : (findPlace(place)?.name ?? place);
}

/** In a sentence: `in Texas`, `nationally`. DC and the islands take an article. */
export function inPlace(place: PlaceCode | null): string {
  if (place === null) return 'nationally';
  return `in ${withArticle(place)}`;
}

function withArticle(place: PlaceCode): string {
  const name = placeTitle(place);
  return place === 'DC' || place === 'VI' ? `the ${name}` : name;
}

/** `A`, `A and B`, `A, B and C`. */
export function listOf(words: readonly string[]): string {
  if (words.length <= 1) return words[0] ?? '';
  return `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}
