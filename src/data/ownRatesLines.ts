import type { Contract } from '../domain/contract.ts';
import type { PayerReader } from '../domain/payerReader.ts';
import { ContractLines } from './contractLines.ts';
import { ContractTotals } from './contractTotals.ts';
import { OwnRatesTables } from './ownRatesTables.ts';
import type { OwnRow, RowReading } from './ownRow.ts';

/** Collects the lines of a user's file, as rate tables by code and as the contract of a practice. */
export class OwnRatesLines {
  readonly tables: OwnRatesTables;
  readonly #isClaims: boolean;
  readonly #contract: ContractLines;
  readonly #totals: ContractTotals;
  /** Lines that were used. */
  read = 0;

  constructor(
    file: string,
    names: PayerReader,
    isClaims: boolean,
    hasUnits: boolean,
    today: string | undefined,
  ) {
    this.tables = new OwnRatesTables(file, names);
    this.#isClaims = isClaims;
    this.#contract = new ContractLines(isClaims ? 'claims' : 'rates', names, today);
    this.#totals = new ContractTotals(isClaims, hasUnits);
  }

  /** One line with data. One that is left out still counts among the file's volumes. */
  add(line: number, { row, units, cents }: RowReading): void {
    if (row) {
      this.read += 1;
      this.#addRow(line, row);
    }
    this.#totals.add(units, cents, row !== undefined);
  }

  /** After the last line: claim lines come into the tables as average rates. */
  end(): Contract | null {
    for (const average of this.#contract.averages()) {
      const codeType = /^[A-Z]/.test(average.code) ? 'HCPCS' : 'CPT';
      const unstated = { setting: '', billingClass: '', methodology: '' } as const;
      this.tables.add({ ...average, ...unstated, codeType, provider: 'Your file' });
    }
    return this.#contract.contract(this.#totals.totals());
  }

  #addRow(line: number, row: OwnRow): void {
    const { payer, cents, share, dated, place } = row;
    const { code, codeType } = row.code;
    const { date, year } = dated;
    const plan = row.plan === payer ? '' : row.plan;
    const planLine = row.planLine === '' ? undefined : row.planLine;
    const modifier = joined(row.code.modifier, row.modifier);
    // Written out, not spread: a million objects made by spreading take seconds.
    this.#contract.add({
      line,
      code,
      modifier,
      payer,
      plan,
      planLine,
      place,
      site: row.site,
      year,
      date,
      terms:
        cents === null ? { kind: 'medicare-share', share: share ?? 0 } : { kind: 'dollars', amount: cents },
      units: row.units,
      charge: row.charge,
    });
    if (cents === null || this.#isClaims) return;
    this.tables.add({
      line,
      code,
      codeType,
      cents,
      payer,
      plan,
      planLine,
      provider: row.provider,
      place,
      date,
      year,
      setting: row.setting,
      billingClass: row.billingClass,
      modifier,
      methodology: row.methodology,
    });
  }
}

/** Modifiers of a code's cell and of their own column, as one. */
function joined(one: string, other: string): string {
  if (one === '' || other === '') return one || other;
  return `${one}|${other}`;
}
