import type { Provider } from '../../domain/rateTable.ts';
import { Dictionary } from '../dictionary.ts';
import type { PaidProvider } from '../formats/formatReader.ts';

/** What joining a list of providers needs: whoever has more is found by these, or not at all. */
const mostNpis = 16;

/** Providers of all files of a reading, each name, place and identifier once, with a few of the NPIs behind it. */
export class PayeeBook {
  readonly #providers = new Dictionary<Provider>();
  readonly #npis: number[][] = [];
  readonly #most: number;
  /** Providers that were not taken for want of room, each time they were met. */
  beyond = 0;

  /** @param most how many are held; the memory they take is about 300 bytes each. */
  constructor(most: number) {
    this.#most = most;
  }

  get entries(): readonly Provider[] {
    return this.#providers.entries;
  }

  /** The NPIs of an entry, as numbers of ten digits. */
  npisOf(index: number): readonly number[] {
    return this.#npis[index] ?? [];
  }

  /** Numbers a provider; undefined where there is no more room. */
  indexOf({ name, place, identifier, npis }: PaidProvider, system = ''): number | undefined {
    const key = `${place}\n${identifier}\n${name}`;
    if (this.#providers.entries.length >= this.#most && !this.#providers.has(key)) {
      this.beyond += 1;
      return undefined;
    }
    const index = this.#providers.indexOf(key, (n) => {
      return { id: `own-n${n}`, name, place, identifier, system };
    });
    if (npis.length > 0) this.#addNpis(index, npis);
    return index;
  }

  #addNpis(index: number, npis: readonly string[]): void {
    const known = this.#npis[index] ?? [];
    for (const npi of npis) {
      if (known.length === mostNpis) break;
      const number = Number(npi);
      if (!known.includes(number)) known.push(number);
    }
    this.#npis[index] = known;
  }
}
