import type { JsonText } from '../jsonText.ts';
import { groupKey } from './groupKey.ts';
import { NumberTable } from './numberTable.ts';
import { Spellings } from './spellings.ts';

/**
 * Which group a number in the file means. A file of rates refers to its groups hundreds of millions of times, so neither
 * whole numbers nor others (`320.25975`, a word in quotes) become strings unless they are met for the first time.
 */
export class GroupNumbers {
  readonly #ofWhole = new NumberTable();
  readonly #ofText = new Map<string, number>();
  readonly #spellings = new Spellings();
  readonly #keys: (number | string)[] = [];
  readonly #newGroup: () => number;

  /** @param newGroup gives a group that is met for the first time its number; they count on from 0. */
  constructor(newGroup: () => number) {
    this.#newGroup = newGroup;
  }

  /** @param key as `groupKey` has it. @returns −1 for one that was never met. */
  find(key: number | string): number {
    return typeof key === 'number' ? this.#ofWhole.get(key) : (this.#ofText.get(key) ?? -1);
  }

  ofKey(key: number | string): number {
    const known = this.find(key);
    if (known >= 0) return known;
    const group = this.#newGroup();
    if (typeof key === 'number') this.#ofWhole.set(key, group);
    else this.#ofText.set(key, group);
    this.#keys[group] = key;
    return group;
  }

  /** The same as `ofKey(groupKey(text))`. */
  of(text: JsonText): number {
    const whole = text.wholeNumber();
    const known = whole >= 0 ? this.#ofWhole.get(whole) : this.#spellings.get(text);
    if (known >= 0) return known;
    const group = this.ofKey(groupKey(text));
    if (whole < 0) this.#spellings.set(text, group);
    return group;
  }

  /** What a group was first called by; undefined for one that has no number. */
  keyOf(group: number): number | string | undefined {
    return this.#keys[group];
  }
}
