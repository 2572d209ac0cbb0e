import { isJsonNumber } from './isJsonNumber.ts';
import type { JsonText } from './jsonText.ts';

const words = new Map<string, boolean | null | 'number'>([
  ['true', true],
  ['false', false],
  ['null', null],
  // Not JSON, but what Python's own writer makes of a missing number.
  ['NaN', 'number'],
  ['Infinity', 'number'],
  ['-Infinity', 'number'],
]);

/** What a word without quotes is; undefined when JSON has no such word. `text` is the bytes from `from` to `to`. */
export function jsonWord(
  text: JsonText,
  bytes: Uint8Array,
  from: number,
  to: number,
): boolean | null | 'number' | undefined {
  return isJsonNumber(bytes, from, to) ? 'number' : words.get(text.text());
}
