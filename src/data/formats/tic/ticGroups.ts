import { countOf, formatCount } from '../../../text/numbers.ts';
import type { FileTally } from '../fileTally.ts';
import type { FormatSink, PaidProvider } from '../formatReader.ts';
import type { JsonText } from '../jsonText.ts';
import { GroupNumbers } from './groupNumbers.ts';
import { ProviderPool } from './providerPool.ts';
import type { ProviderReferences } from './providerReferences.ts';

/** Providers of which only the address of another file is given. */
interface Remote {
  readonly key: string;
  readonly location: string;
}

/**
 * Who is paid in a file of rates: groups that stand beside each rate, and groups that rates refer to by number, which
 * may be described before them, after them, in another file or nowhere. The sink is told of each group that a rate is
 * paid to, once.
 */
export class TicGroups {
  readonly pool = new ProviderPool();
  readonly #sink: FormatSink;
  readonly #tally: FileTally;
  readonly #others: ProviderReferences | undefined;
  readonly #numbers = new GroupNumbers(() => this.pool.newList());
  readonly #networkOf = new Map<number, string>();
  readonly #remote = new Map<number, Remote>();
  /** Paid by a rate, but not described so far. */
  readonly #awaited = new Set<number>();
  #told = new Uint8Array(1024);
  #lastTold: readonly number[] = [];

  constructor(sink: FormatSink, tally: FileTally, others: ProviderReferences | undefined) {
    this.#sink = sink;
    this.#tally = tally;
    this.#others = others;
  }

  /** The group that a rate refers to. */
  ofReference(number: JsonText): number {
    return this.#numbers.of(number);
  }

  /** Whether a group's description is of use when all rates have been seen. */
  isAwaited(key: number | string): boolean {
    return this.#awaited.has(this.#numbers.find(key));
  }

  /** Ends the description of a group, whose providers have been read into the pool or stand elsewhere. */
  describe(key: number | string, networks: readonly string[], location: string, hasProviders: boolean): void {
    const group = this.#numbers.ofKey(key);
    if (hasProviders) this.pool.endList(group);
    else if (location !== '') this.#remote.set(group, { key: String(key), location });
    if (networks.length > 0) this.#networkOf.set(group, networks.join(', '));
    if (this.#awaited.has(group) && !this.pool.isEmpty(group)) {
      this.#awaited.delete(group);
      this.#sink.group(group, this.pool.providers(group));
    }
  }

  /** Tells the sink who is meant, where that is known. */
  readonly tell = (groups: readonly number[]): void => {
    // The prices of a rate come in a row and share one list.
    if (groups === this.#lastTold) return;
    this.#lastTold = groups;
    for (const group of groups) {
      if (this.#told[group] === 1) continue;
      this.#markTold(group);
      if (this.pool.isEmpty(group)) this.#awaited.add(group);
      else this.#sink.group(group, this.pool.providers(group));
    }
  };

  /** The networks of groups, as far as they are known; more than three are only counted. */
  networks(groups: readonly number[]): string {
    if (this.#networkOf.size === 0) return '';
    const names = new Set<string>();
    for (const group of groups) {
      const name = this.#networkOf.get(group);
      if (name !== undefined) names.add(name);
    }
    return names.size > 3 ? `${names.size} networks` : [...names].join('; ');
  }

  /** Names the groups that this file does not describe: from the files beside it, else by their number. */
  end(payer: string): void {
    let numbered = 0;
    for (const group of this.#awaited) {
      const key = String(this.#numbers.keyOf(group) ?? group);
      const remote = this.#remote.get(group);
      const found = this.#others?.find(remote?.location ?? '', key);
      if (found === undefined || found.length === 0) numbered += 1;
      this.#sink.group(
        group,
        found !== undefined && found.length > 0 ? found : [numberedProvider(payer, key)],
      );
    }
    if (numbered > 0) {
      const addresses = countOf(this.#remote.size, 'address', 'addresses');
      this.#tally.note(
        numbered === 1
          ? `1 provider group is known by its number only: who is in it stands in other files (${addresses} given). Read those together with this one.`
          : `${formatCount(numbered)} provider groups are known by their number only: who is in them stands in other files (${addresses} given). Read those together with this one.`,
      );
    }
    if (this.pool.badNpis > 0) {
      this.#tally.note(
        this.pool.badNpis === 1
          ? '1 NPI is not ten digits and is left out of its group.'
          : `${formatCount(this.pool.badNpis)} NPIs are not ten digits and are left out of their groups.`,
      );
    }
  }

  #markTold(group: number): void {
    if (group >= this.#told.length) {
      const longer = new Uint8Array(Math.max(group + 1, 2 * this.#told.length));
      longer.set(this.#told);
      this.#told = longer;
    }
    this.#told[group] = 1;
  }
}

function numberedProvider(payer: string, key: string): PaidProvider {
  return { name: `${payer} provider group ${key}`.trim(), identifier: '', npis: [], place: '' };
}
