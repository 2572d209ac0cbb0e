import type { PaidProvider } from '../formatReader.ts';
import type { JsonText } from '../jsonText.ts';
import { NumberPool } from './numberPool.ts';
import { paidProvider, type TaxId, type TaxIdKind, taxIdKinds } from './paidProvider.ts';

/** Real NPIs begin with 1 or 2; from here on a number stands for a place in a list of odd ones. */
const firstOdd = 3_000_000_000;

/** The fields of a tax id. */
export type TinKey = 'type' | 'value' | 'business_name';

/** What was told of the provider that is being read. */
interface Reading {
  kind: TaxIdKind;
  value: string;
  name: string;
}

/**
 * Lists of providers as a payer's file has them, kept small: four bytes a NPI and 24 a provider. A list has a number
 * from its first mention on, whether what it holds is told before or after.
 */
export class ProviderPool {
  /** Of each list, its first provider and the one behind its last; both 0 until it is told. */
  readonly #first = new NumberPool('uint32');
  readonly #end = new NumberPool('uint32');
  /** Of each provider, the place behind its last NPI, and its tax id. */
  readonly #npiEnd = new NumberPool('uint32');
  readonly #kind = new NumberPool('uint32');
  readonly #value = new NumberPool('float64');
  readonly #name = new NumberPool('uint32');
  readonly #npis = new NumberPool('uint32');
  readonly #oddNpis: number[] = [];
  readonly #texts: string[] = [''];
  readonly #textPlaces = new Map<string, number>([['', 0]]);
  readonly #alike = new Map<string, number>();
  #listFirst = 0;
  #hash = 0;
  #hash2 = 0;
  #reading: Reading = { kind: '', value: '', name: '' };
  /** NPIs that are not ten digits. */
  badNpis = 0;

  /** A list of which nothing is known yet. */
  newList(): number {
    this.#first.push(0);
    this.#end.push(0);
    return this.#first.length - 1;
  }

  startList(): void {
    this.#listFirst = this.#npiEnd.length;
    this.#hash = 0x811c9dc5;
    this.#hash2 = 0x2545f491;
  }

  /** Whether a provider has been read since `startList`. */
  get hasBegun(): boolean {
    return this.#npiEnd.length > this.#listFirst;
  }

  startProvider(): void {
    this.#reading = { kind: '', value: '', name: '' };
  }

  npi(text: JsonText): void {
    this.npiNumber(text.wholeNumber());
  }

  /** 0 is how a file says that it knows none. */
  npiNumber(npi: number): void {
    if (npi === 0) return;
    if (npi < 1_000_000_000 || npi > 9_999_999_999) {
      this.badNpis += 1;
      return;
    }
    this.#mix(npi);
    this.#npis.push(npi < firstOdd ? npi : firstOdd + this.#oddNpis.push(npi) - 1);
  }

  tin(part: TinKey, text: string): void {
    if (part === 'type')
      this.#reading.kind = taxIdKinds.find((kind) => kind === text.trim().toLowerCase()) ?? '';
    else if (part === 'value') this.#reading.value = text.trim();
    else this.#reading.name = text.trim();
  }

  endProvider(): void {
    const { kind, value, name } = this.#reading;
    this.#npiEnd.push(this.#npis.length);
    this.#kind.push(taxIdKinds.indexOf(kind));
    // Most tax ids are nine or ten digits: a number, with how many digits it has.
    const isShortNumber = /^\d{1,14}$/.test(value);
    this.#value.push(isShortNumber ? 16 * Number(value) + value.length : -1 - this.#place(value));
    this.#name.push(this.#place(name));
    this.#mix(this.#value.get(this.#value.length - 1));
    // Name and kind as one number that no other pair gives.
    this.#mix(this.#name.get(this.#name.length - 1) * taxIdKinds.length + taxIdKinds.indexOf(kind) + 1);
  }

  /** What has been read since `startList` is what the list holds. */
  endList(list: number): void {
    this.#first.set(list, this.#listFirst);
    this.#end.set(list, this.#npiEnd.length);
  }

  /**
   * What has been read since `startList`, as a list; the same number for the same providers, of which one copy is kept:
   * a file repeats a network under every code. The same is what agrees in count and in 64 bits of hash.
   */
  alikeList(): number {
    const key = `${this.#npiEnd.length - this.#listFirst} ${this.#hash >>> 0} ${this.#hash2 >>> 0}`;
    const known = this.#alike.get(key);
    if (known !== undefined) {
      this.dropList();
      return known;
    }
    const list = this.newList();
    this.endList(list);
    this.#alike.set(key, list);
    return list;
  }

  /** Forgets what has been read since `startList`. */
  dropList(): void {
    for (const pool of [this.#npiEnd, this.#kind, this.#value, this.#name]) pool.cutTo(this.#listFirst);
    this.#npis.cutTo(this.#firstNpi(this.#listFirst));
  }

  isEmpty(list: number): boolean {
    return this.#first.get(list) === this.#end.get(list);
  }

  providers(list: number): readonly PaidProvider[] {
    const found: PaidProvider[] = [];
    for (let provider = this.#first.get(list); provider < this.#end.get(list); provider += 1) {
      const npis: string[] = [];
      for (let at = this.#firstNpi(provider); at < this.#npiEnd.get(provider); at += 1) {
        const npi = this.#npis.get(at);
        npis.push(String(npi < firstOdd ? npi : this.#oddNpis[npi - firstOdd]));
      }
      found.push(paidProvider(this.#taxId(provider), this.#texts[this.#name.get(provider)] ?? '', npis));
    }
    return found;
  }

  #taxId(provider: number): TaxId {
    const kind = taxIdKinds[this.#kind.get(provider)] ?? '';
    const value = this.#value.get(provider);
    if (value < 0) return { kind, value: this.#texts[-1 - value] ?? '' };
    return { kind, value: String(Math.floor(value / 16)).padStart(value % 16, '0') };
  }

  #firstNpi(provider: number): number {
    return provider === 0 ? 0 : this.#npiEnd.get(provider - 1);
  }

  #place(text: string): number {
    if (text === '') return 0;
    const known = this.#textPlaces.get(text);
    if (known !== undefined) return known;
    const place = this.#texts.push(text) - 1;
    this.#textPlaces.set(text, place);
    return place;
  }

  #mix(value: number): void {
    const low = (value % 2 ** 32) | 0;
    const high = Math.floor(value / 2 ** 32) | 0;
    this.#hash = Math.imul(Math.imul(this.#hash ^ low, 0x01000193) ^ high, 0x85ebca6b);
    this.#hash ^= this.#hash >>> 13;
    this.#hash2 = Math.imul(Math.imul(this.#hash2 + low, 0xc2b2ae35) + high, 0x27d4eb2f);
    this.#hash2 ^= this.#hash2 >>> 15;
  }
}
