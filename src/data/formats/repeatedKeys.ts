import { countOf } from '../../text/numbers.ts';
import type { FileTally } from './fileTally.ts';

/** Far more than any CMS table that is kept by key: beyond it memory counts more than the check. */
const mostKeys = 50_000;

/** Finds lines that stand in a table twice. The second is left out: the same again, or the same key with other values. */
export class RepeatedKeys {
  readonly #tally: FileTally;
  #repeated = 0;
  readonly #seen = new Map<string, { readonly values: string; readonly at: number }>();

  constructor(tally: FileTally) {
    this.#tally = tally;
  }

  /** Says at the table's end how many lines were left out. */
  end(): void {
    if (this.#repeated === 0) return;
    const lines = countOf(this.#repeated, 'line stands', 'lines stand');
    const are = this.#repeated === 1 ? 'is' : 'are';
    this.#tally.note(`${lines} in the table a second time and ${are} left out.`);
  }

  isRepeated(key: string, values: string, at: number): boolean {
    const known = this.#seen.get(key);
    if (known === undefined) {
      if (this.#seen.size < mostKeys) this.#seen.set(key, { values, at });
      return false;
    }
    this.#tally.leave('repeated');
    this.#repeated += 1;
    if (known.values !== values) {
      const message = `Line ${known.at} has the same key with other values; that line counts.`;
      this.#tally.problem(at, '', key, message, true);
    }
    return true;
  }
}
