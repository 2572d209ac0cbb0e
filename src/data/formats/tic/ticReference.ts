import type { FileTally } from '../fileTally.ts';
import type { JsonText } from '../jsonText.ts';
import { groupKey } from './groupKey.ts';
import type { TicGroups } from './ticGroups.ts';

export type ReferenceKey = 'provider_group_id' | 'location';

/** The group of providers that `provider_references` describes now: its keys may come in any order. */
export class TicReference {
  readonly #groups: TicGroups;
  readonly #tally: FileTally;
  #isOpen = false;
  #key: number | string = '';
  #location = '';
  #networks: string[] = [];
  #hasProviders = false;

  constructor(groups: TicGroups, tally: FileTally) {
    this.#groups = groups;
    this.#tally = tally;
  }

  start(): void {
    this.#isOpen = true;
    this.#key = '';
    this.#location = '';
    this.#networks = [];
    this.#hasProviders = false;
  }

  /** Whether providers read now belong to it, and not to a rate. */
  get isOpen(): boolean {
    return this.#isOpen;
  }

  set(key: ReferenceKey, text: JsonText): void {
    if (key === 'location') this.#location = text.text();
    else this.#key = groupKey(text);
  }

  network(name: string): void {
    this.#networks.push(name);
  }

  /** Its providers follow. */
  startProviders(): void {
    this.#hasProviders = true;
  }

  /** Whether its providers are of use once all rates have been seen. */
  mayBePaid(): boolean {
    return this.#key === '' || this.#groups.isAwaited(this.#key);
  }

  /** @param hasSeenRates whether all rates stand before it */
  end(line: number, hasSeenRates: boolean): void {
    this.#isOpen = false;
    if (this.#key === '') {
      if (this.#hasProviders) this.#groups.pool.dropList();
      this.#tally.problem(line, 'provider_group_id', '', 'This group of providers has no number.', false);
    } else if (this.#hasProviders && hasSeenRates && !this.mayBePaid()) this.#groups.pool.dropList();
    else this.#groups.describe(this.#key, this.#networks, this.#location, this.#hasProviders);
  }
}
