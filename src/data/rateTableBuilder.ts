import type { RateTable } from '../domain/rateTable.ts';
import type { RateDictionaries } from './rateDictionaries.ts';

/** The columns of a rate table that hold a number for each line. */
export type RateNumbers = Record<NumberedColumn, number>;

type NumberedColumn = {
  [Column in keyof RateTable]: RateTable[Column] extends Uint8Array | Uint16Array | Uint32Array
    ? Column
    : never;
}[keyof RateTable];

/** A rate table while it grows, in arrays as narrow as the finished ones. */
export class RateTableBuilder {
  #length = 0;
  #columns = columnsFor(64);

  get length(): number {
    return this.#length;
  }

  add(row: RateNumbers): void {
    if (this.#length === this.#columns.cents.length) this.#grow();
    const at = this.#length;
    const columns = this.#columns;
    columns.cents[at] = row.cents;
    columns.provider[at] = row.provider;
    columns.plan[at] = row.plan;
    columns.source[at] = row.source;
    columns.codeType[at] = row.codeType;
    columns.setting[at] = row.setting;
    columns.billingClass[at] = row.billingClass;
    columns.flags[at] = row.flags;
    columns.modifier[at] = row.modifier;
    columns.methodology[at] = row.methodology;
    columns.sourceRows[at] = row.sourceRows;
    columns.line[at] = row.line;
    this.#length += 1;
  }

  table(
    code: string,
    { providers, plans, sources }: RateDictionaries,
    words: Pick<RateTable, 'modifiers' | 'methodologies'>,
    counts: Uint32Array | null,
  ): RateTable {
    const columns = sizedColumns(this.#columns, this.#length);
    return { code, length: this.#length, ...columns, counts, providers, plans, sources, ...words };
  }

  #grow(): void {
    const grown = columnsFor(this.#columns.cents.length * 2);
    for (const column of Object.keys(grown) as NumberedColumn[]) grown[column].set(this.#columns[column]);
    this.#columns = grown;
  }
}

function columnsFor(length: number) {
  return {
    cents: new Uint32Array(length),
    provider: new Uint32Array(length),
    plan: new Uint32Array(length),
    source: new Uint32Array(length),
    codeType: new Uint8Array(length),
    setting: new Uint8Array(length),
    billingClass: new Uint8Array(length),
    flags: new Uint16Array(length),
    modifier: new Uint16Array(length),
    methodology: new Uint16Array(length),
    sourceRows: new Uint32Array(length),
    line: new Uint32Array(length),
  };
}

/** Copies as long as they are filled, so that a finished table holds no room it does not use. */
function sizedColumns(columns: ReturnType<typeof columnsFor>, length: number) {
  const sized = columnsFor(length);
  for (const column of Object.keys(sized) as NumberedColumn[])
    sized[column].set(columns[column].subarray(0, length));
  return sized;
}
