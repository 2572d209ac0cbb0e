import type { PlaceCode } from '../domain/place.ts';
import { placeCodes } from './placeCodes.ts';
import type { QueryValues } from './query.ts';
import type { UnreadPart } from './unreadPart.ts';

/** The code a text stands for, in capitals; undefined for what cannot be one. */
export function parseCode(text: string): string | undefined {
  const code = text.trim().toUpperCase();
  return /^[0-9A-Z]{4,5}$/.test(code) ? code : undefined;
}

/**
 * The value of a key of a known form that only the data can tell to be right or wrong, in the letters, small or capital,
 * that the form asks for; null when it has another form.
 */
export function matching(
  params: QueryValues,
  key: string,
  pattern: RegExp,
  reason: string,
  unread: UnreadPart[],
): string | null {
  const text = params.get(key);
  if (text === undefined) return null;
  const found = [text, text.toLowerCase(), text.toUpperCase()].find((each) => pattern.test(each));
  if (found !== undefined && text.length <= 120) return found;
  unread.push({ part: `${key}=${text}`, reason });
  return null;
}

/** The place a text stands for, in capitals; undefined for any other text. */
export function findPlaceCode(text: string): PlaceCode | undefined {
  return placeCodes.find((code) => code === text.toUpperCase());
}

/** The place of a key; null = the nation, also for a text that is no place, which is added to `unread`. */
export function parsePlace(params: QueryValues, key: string, unread: UnreadPart[]): PlaceCode | null {
  const text = params.get(key);
  const place = findPlaceCode(text ?? '') ?? null;
  if (text !== undefined && place === null) {
    unread.push({ part: `${key}=${text}`, reason: 'not one of the 53 places; the nation is shown' });
  }
  return place;
}

/** The fee-schedule year of a key; null = the newest, also for a text that is no year, which is added to `unread`. */
export function parseYear(params: QueryValues, key: string, unread: UnreadPart[]): number | null {
  const reason = 'not a year; the newest fee schedule is shown';
  const text = matching(params, key, /^20\d\d$/, reason, unread);
  return text === null ? null : Number(text);
}

/** The release a link was made on: `2026-11-22.1a2b3c4d`. */
export function parsePin(params: QueryValues, unread: UnreadPart[]): string | null {
  const reason = 'not a data release; the release of this site is shown';
  return matching(params, 'pin', /^\d{4}-\d\d-\d\d\.[0-9a-f]{8}$/, reason, unread);
}

/** `key=value`, or nothing where the value is the one that is left out. */
export function part(key: string, value: string | number | null, leftOut: string | null = null): string {
  return value === null || value === leftOut ? '' : `${key}=${value}`;
}
