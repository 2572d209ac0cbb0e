import type { PlanLine } from '../domain/payer.ts';
import type { PayerReader } from '../domain/payerReader.ts';
import {
  type BillingClass,
  billingClasses,
  type CodeType,
  codeTypes,
  type Provider,
  type RateSource,
  type RateTable,
  type Setting,
  settings,
} from '../domain/rateTable.ts';
import { Dictionary } from './dictionary.ts';
import { GrowingRates } from './growingRates.ts';
import { PlanBook } from './planBook.ts';
import { WordList } from './wordList.ts';

/** One usable line of a user's file. */
export interface OwnRate {
  /** The line of the file, from 1. */
  readonly line: number;
  readonly code: string;
  readonly codeType: CodeType;
  readonly cents: number;
  readonly payer: string;
  readonly plan: string;
  /** As the file states it; undefined when the names must tell. */
  readonly planLine: PlanLine | undefined;
  readonly provider: string;
  readonly place: string;
  readonly date: string;
  readonly year: number;
  readonly setting: Setting;
  readonly billingClass: BillingClass;
  readonly modifier: string;
  readonly methodology: string;
}

/** Collects the lines of one file into a `RateTable` per code; the dictionaries are shared by all of them. */
export class OwnRatesTables {
  readonly #file: string;
  readonly #growing = new Map<string, GrowingRates>();
  readonly #providers = new Dictionary<Provider>();
  readonly #plans: PlanBook;
  readonly #sources = new Dictionary<RateSource>();
  readonly #modifiers = new WordList();
  readonly #methodologies = new WordList();
  /** Lines equal to an earlier one in every column that counts. */
  repeated = 0;
  /** Lines whose names do not say the line of business; they count as commercial. */
  lineNotStated = 0;
  /** Printed names that none of the named payers' patterns know, with their number of lines. */
  readonly otherPayers = new Map<string, number>();

  constructor(file: string, names: PayerReader) {
    this.#file = file;
    this.#plans = new PlanBook(names);
  }

  add(rate: OwnRate): void {
    const provider = this.#providers.indexOf(`${rate.place}\n${rate.provider}`, (n) => {
      return { id: `own-n${n}`, name: rate.provider, place: rate.place, identifier: '', system: '' };
    });
    const plan = this.#planIndex(rate);
    const source = this.#sources.indexOf(rate.date, (n) => this.#source(n, rate));
    let table = this.#growing.get(rate.code);
    if (table === undefined) {
      table = new GrowingRates();
      this.#growing.set(rate.code, table);
    }
    const cells = {
      cents: rate.cents,
      provider,
      plan,
      source,
      codeType: codeTypes.indexOf(rate.codeType),
      setting: settings.indexOf(rate.setting),
      billingClass: billingClasses.indexOf(rate.billingClass),
      flags: 0,
      modifier: this.#modifiers.indexOf(rate.modifier),
      methodology: this.#methodologies.indexOf(rate.methodology),
    };
    if (!table.add(cells, 1, rate.line)) this.repeated += 1;
  }

  /** The tables by code, in the order the codes first appear. */
  tables(): Map<string, RateTable> {
    const dictionaries = {
      providers: this.#providers.entries,
      plans: this.#plans.entries,
      sources: this.#sources.entries,
      modifiers: this.#modifiers.words,
      methodologies: this.#methodologies.words,
    };
    return new Map(
      [...this.#growing].map(([code, growing]) => [code, growing.table(code, dictionaries)] as const),
    );
  }

  #planIndex({ payer, plan, planLine }: OwnRate): number {
    const index = this.#plans.indexOf(payer, plan, planLine);
    if (this.#plans.isLineUnstated(index)) this.lineNotStated += 1;
    if (this.#plans.entries[index]?.payer === 'other') {
      this.otherPayers.set(payer, (this.otherPayers.get(payer) ?? 0) + 1);
    }
    return index;
  }

  #source(n: number, rate: OwnRate): RateSource {
    return {
      id: `own-s${n}`,
      name: this.#file,
      place: '',
      kind: 'own',
      date: rate.date,
      year: rate.year,
      publishedUrl: '',
      sha256: '',
      carriedBy: '',
      confidence: '',
    };
  }
}
