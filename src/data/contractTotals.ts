import type { ContractTotal } from '../domain/contract.ts';

/** Adds a file's volumes (and a claim file's allowed amounts) up, apart from what is made of them. */
export class ContractTotals {
  readonly #columns: readonly ContractTotal['column'][];
  readonly #sums = { units: { inFile: 0, leftOut: 0 }, amount: { inFile: 0, leftOut: 0 } };

  constructor(isClaims: boolean, hasUnits: boolean) {
    this.#columns = isClaims ? ['units', 'amount'] : hasUnits ? ['units'] : [];
  }

  add(units: number | null | undefined, amount: number | null | undefined, isKept: boolean): void {
    for (const column of this.#columns) {
      const value = (column === 'units' ? units : amount) ?? 0;
      const sum = this.#sums[column];
      sum.inFile += value;
      if (!isKept) sum.leftOut += value;
    }
  }

  totals(): readonly Omit<ContractTotal, 'kept'>[] {
    return this.#columns.map((column) => ({ column, ...this.#sums[column] }));
  }
}
