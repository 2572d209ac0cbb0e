import type { RateTable } from '../domain/rateTable.ts';

/** What makes a rate the same as another: equal in all of these, it is one rate, published twice. */
export type RateCells = {
  readonly [Column in
    | 'cents'
    | 'provider'
    | 'plan'
    | 'source'
    | 'codeType'
    | 'setting'
    | 'billingClass'
    | 'flags'
    | 'modifier'
    | 'methodology']: number;
};

type Dictionaries = Pick<RateTable, 'providers' | 'plans' | 'sources' | 'modifiers' | 'methodologies'>;

const firstCapacity = 64;

/**
 * The rates of one code while they grow, each distinct one once, with how often it was met. Columns and the index over
 * them are typed arrays that double: 33 bytes a rate and 8 to 16 of index, whatever is read, and no object for any.
 */
export class GrowingRates {
  length = 0;
  cents = new Uint32Array(firstCapacity);
  provider = new Uint32Array(firstCapacity);
  plan = new Uint32Array(firstCapacity);
  source = new Uint32Array(firstCapacity);
  codeType = new Uint8Array(firstCapacity);
  setting = new Uint8Array(firstCapacity);
  billingClass = new Uint8Array(firstCapacity);
  flags = new Uint16Array(firstCapacity);
  modifier = new Uint16Array(firstCapacity);
  methodology = new Uint16Array(firstCapacity);
  sourceRows = new Uint32Array(firstCapacity);
  line = new Uint32Array(firstCapacity);
  /** Open addressing: row + 1 where the row's hash leads, or at the next free place; 0 is free. */
  #slots = new Uint32Array(firstCapacity * 2);

  /**
   * @param rows how many published rows the rate stands for
   * @param line where it was met; kept of the first
   * @returns whether it is new
   */
  add(rate: RateCells, rows: number, line: number): boolean {
    let slot = this.#slotOf(rate);
    const known = this.#slots[slot] as number;
    if (known > 0) {
      (this.sourceRows[known - 1] as number) += rows;
      return false;
    }
    const row = this.length;
    if (row === this.cents.length) {
      this.#grow();
      slot = this.#slotOf(rate);
    }
    this.cents[row] = rate.cents;
    this.provider[row] = rate.provider;
    this.plan[row] = rate.plan;
    this.source[row] = rate.source;
    this.codeType[row] = rate.codeType;
    this.setting[row] = rate.setting;
    this.billingClass[row] = rate.billingClass;
    this.flags[row] = rate.flags;
    this.modifier[row] = rate.modifier;
    this.methodology[row] = rate.methodology;
    this.sourceRows[row] = rows;
    this.line[row] = line;
    this.#slots[slot] = row + 1;
    this.length = row + 1;
    return true;
  }

  cellsAt(row: number): RateCells {
    return {
      cents: this.cents[row] as number,
      provider: this.provider[row] as number,
      plan: this.plan[row] as number,
      source: this.source[row] as number,
      codeType: this.codeType[row] as number,
      setting: this.setting[row] as number,
      billingClass: this.billingClass[row] as number,
      flags: this.flags[row] as number,
      modifier: this.modifier[row] as number,
      methodology: this.methodology[row] as number,
    };
  }

  /** The rates in the order they were met; each column with memory of its own, so that it can be handed over. */
  table(code: string, dictionaries: Dictionaries, counts: RateTable['counts'] = null): RateTable {
    const { length } = this;
    return {
      code,
      length,
      cents: this.cents.slice(0, length),
      provider: this.provider.slice(0, length),
      plan: this.plan.slice(0, length),
      source: this.source.slice(0, length),
      codeType: this.codeType.slice(0, length),
      setting: this.setting.slice(0, length),
      billingClass: this.billingClass.slice(0, length),
      flags: this.flags.slice(0, length),
      modifier: this.modifier.slice(0, length),
      methodology: this.methodology.slice(0, length),
      sourceRows: this.sourceRows.slice(0, length),
      line: this.line.slice(0, length),
      counts,
      ...dictionaries,
    };
  }

  /** Where the rate stands in the index, or would. */
  #slotOf(rate: RateCells): number {
    const mask = this.#slots.length - 1;
    let slot = hashOf(rate) & mask;
    for (let known = this.#slots[slot] as number; known > 0; known = this.#slots[slot] as number) {
      if (this.#isAt(known - 1, rate)) return slot;
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  #isAt(row: number, rate: RateCells): boolean {
    return (
      this.cents[row] === rate.cents &&
      this.provider[row] === rate.provider &&
      this.plan[row] === rate.plan &&
      this.source[row] === rate.source &&
      this.codeType[row] === rate.codeType &&
      this.setting[row] === rate.setting &&
      this.billingClass[row] === rate.billingClass &&
      this.flags[row] === rate.flags &&
      this.modifier[row] === rate.modifier &&
      this.methodology[row] === rate.methodology
    );
  }

  #grow(): void {
    const capacity = this.cents.length * 2;
    this.cents = grown(this.cents, new Uint32Array(capacity));
    this.provider = grown(this.provider, new Uint32Array(capacity));
    this.plan = grown(this.plan, new Uint32Array(capacity));
    this.source = grown(this.source, new Uint32Array(capacity));
    this.codeType = grown(this.codeType, new Uint8Array(capacity));
    this.setting = grown(this.setting, new Uint8Array(capacity));
    this.billingClass = grown(this.billingClass, new Uint8Array(capacity));
    this.flags = grown(this.flags, new Uint16Array(capacity));
    this.modifier = grown(this.modifier, new Uint16Array(capacity));
    this.methodology = grown(this.methodology, new Uint16Array(capacity));
    this.sourceRows = grown(this.sourceRows, new Uint32Array(capacity));
    this.line = grown(this.line, new Uint32Array(capacity));
    this.#slots = new Uint32Array(capacity * 2);
    const mask = this.#slots.length - 1;
    for (let row = 0; row < this.length; row++) {
      let slot = hashOf(this.cellsAt(row)) & mask;
      while (this.#slots[slot] !== 0) slot = (slot + 1) & mask;
      this.#slots[slot] = row + 1;
    }
  }
}

function grown<Column extends Uint32Array | Uint16Array | Uint8Array>(from: Column, to: Column): Column {
  to.set(from);
  return to;
}

/** Mixes all cells so that columns which hardly vary do not send their rates to the same place. */
function hashOf(rate: RateCells): number {
  let hash = mixed(0x9e3779b9, rate.cents);
  hash = mixed(hash, rate.provider);
  hash = mixed(hash, rate.plan);
  hash = mixed(hash, (rate.modifier << 16) | rate.methodology);
  hash = mixed(hash, (rate.flags << 16) | (rate.codeType << 8) | (rate.setting << 4) | rate.billingClass);
  hash = mixed(hash, rate.source);
  return (hash ^ (hash >>> 15)) >>> 0;
}

function mixed(hash: number, value: number): number {
  const next = Math.imul(hash ^ value, 0x85ebca6b);
  return Math.imul(next ^ (next >>> 13), 0xc2b2ae35);
}
