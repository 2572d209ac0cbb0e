import { placeNamed } from './localityState.ts';

/** A line of the table of localities in its parts, as the file writes them. */
export interface LocalityFields {
  readonly mac: string;
  readonly locality: string;
  readonly state: string;
  readonly area: string;
  readonly counties: string;
}

/**
 * Cuts fixed-width lines. Where the columns of state, area and counties begin is learned from the first line that has
 * all three, so that a long area that runs up to the counties is still cut in the right place.
 */
export class FixedLocality {
  #areaAt = 0;
  #countiesAt = 0;

  cut(line: string): LocalityFields {
    const [head = '', mac = '', locality = ''] = /^\s*(\d{1,5})(?:\s+(\d{1,2}))?(?=\s|$)/.exec(line) ?? [];
    const runs = [...line.slice(head.length).matchAll(/\S+(?: \S+)*/g)].map((run) => ({
      text: run[0],
      at: head.length + run.index,
    }));
    const [first, second, third] = runs;
    // With wide blanks within its counties a line has more parts; then its state tells which is which.
    const hasAll = runs.length === 3 || placeNamed(first?.text ?? '') !== undefined;
    if (this.#countiesAt === 0 && hasAll && second && third) {
      this.#areaAt = second.at;
      this.#countiesAt = third.at;
    }
    const part = (from: number, to?: number) => line.slice(from, to).replace(/\s+/g, ' ').trim();
    if (this.#countiesAt === 0) {
      return { mac, locality, state: '', area: first?.text ?? '', counties: second ? part(second.at) : '' };
    }
    return {
      mac,
      locality,
      state: part(head.length, this.#areaAt),
      area: part(this.#areaAt, this.#countiesAt),
      counties: part(this.#countiesAt),
    };
  }
}
