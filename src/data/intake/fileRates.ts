import type { FormatRate, PaidProvider } from '../formats/formatReader.ts';
import { GrowingRates, type RateCells } from '../growingRates.ts';
import { NumberSets } from './numberSets.ts';

/** The largest amount the cents column holds. */
const mostCents = 2 ** 32 - 1;

/** Everything of a rate but who is paid. */
type PricedCells = Omit<RateCells, 'provider'>;

/** A distinct rate of a file with who is paid for it. */
export interface PaidRate {
  readonly code: string;
  readonly cells: PricedCells;
  readonly providers: readonly number[];
  readonly rows: number;
  readonly line: number;
}

/**
 * The rates of one file until its end: who is paid is known only then, because a group may be told after the rates
 * that name it. Equal rates paid to the same groups collapse, so memory grows with distinct rates, distinct lists of
 * groups and the groups themselves.
 */
export class FileRates {
  readonly #codes = new Map<string, GrowingRates>();
  readonly #sets = new NumberSets();
  /** Readers number groups as their file does; here they are numbered from 0. */
  readonly #groupById = new Map<number, number>();
  readonly #providersOf: number[][] = [];
  readonly #most: number;
  /** Distinct rates held. */
  length = 0;
  /** Published rates that were not taken for want of room, or because no column could hold their amount. */
  beyond = 0;

  /** @param most how many distinct rates are held. */
  constructor(most: number) {
    this.#most = most;
  }

  group(
    id: number,
    providers: readonly PaidProvider[],
    indexOf: (provider: PaidProvider) => number | undefined,
  ): void {
    const group = this.#groupOf(id);
    const known = this.#providersOf[group] ?? [];
    for (const provider of providers) {
      const index = indexOf(provider);
      if (index !== undefined) known.push(index);
    }
    this.#providersOf[group] = known;
  }

  rate({ code, groups, at }: FormatRate, cells: PricedCells): void {
    if (this.length >= this.#most || cells.cents > mostCents) {
      this.beyond += 1;
      return;
    }
    let growing = this.#codes.get(code);
    if (growing === undefined) {
      growing = new GrowingRates();
      this.#codes.set(code, growing);
    }
    const provider = this.#sets.indexOf(groups.map((id) => this.#groupOf(id)));
    if (growing.add({ ...cells, provider }, 1, at)) this.length += 1;
  }

  /**
   * Hands over each distinct rate with its providers, each once.
   *
   * @returns published rates whose groups were never told.
   */
  settle(take: (rate: PaidRate) => void): number {
    const paid = Array.from({ length: this.#sets.length }, (_, index) => this.#paidBy(index));
    let unpaid = 0;
    for (const [code, growing] of this.#codes) {
      for (let row = 0; row < growing.length; row++) {
        const { provider: set, ...cells } = growing.cellsAt(row);
        const providers = paid[set] ?? [];
        const rows = growing.sourceRows[row] as number;
        if (providers.length === 0) unpaid += rows;
        else take({ code, cells, providers, rows, line: growing.line[row] as number });
      }
      this.#codes.delete(code);
    }
    return unpaid;
  }

  #groupOf(id: number): number {
    let group = this.#groupById.get(id);
    if (group === undefined) {
      group = this.#groupById.size;
      this.#groupById.set(id, group);
    }
    return group;
  }

  #paidBy(set: number): readonly number[] {
    const groups = this.#sets.at(set);
    const [first = 0] = groups;
    if (groups.length === 1) return [...new Set(this.#providersOf[first])];
    const providers = new Set<number>();
    for (const group of groups)
      for (const provider of this.#providersOf[group] ?? []) providers.add(provider);
    return [...providers];
  }
}
