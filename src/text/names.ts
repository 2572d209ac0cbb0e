import { findPlace, type PlaceCode } from '../domain/place.ts';

/** `Texas`, or `National` for null; of a user's file, which is not the nation whatever states it holds, `your file`. */
export function placeTitle(place: PlaceCode | null, isOwn = false): string {
  if (place === null) return isOwn ? 'your file' : 'National';
  return findPlace(place)?.name ?? place;
}

/** In a sentence: `in Texas`, `nationally`, `in your file`. DC and the islands take an article. */
export function inPlace(place: PlaceCode | null, isOwn = false): string {
  if (place === null) return isOwn ? 'in your file' : 'nationally';
  return `in ${withArticle(place)}`;
}

/** `Texas`, `the District of Columbia`: the place as the end of a phrase. */
export function withArticle(place: PlaceCode): string {
  const name = placeTitle(place);
  return place === 'DC' || place === 'VI' ? `the ${name}` : name;
}

/** `A`, `A and B`, `A, B and C`. */
export function listOf(words: readonly string[]): string {
  return joined(words, 'and');
}

/** `A`, `A or B`, `A, B or C`. */
export function alternatives(words: readonly string[]): string {
  return joined(words, 'or');
}

function joined(words: readonly string[], last: 'and' | 'or'): string {
  if (words.length <= 1) return words[0] ?? '';
  return `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1)}`;
}
