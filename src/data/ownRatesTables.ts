import { type PlanLine, payerById } from '../domain/payer.ts';
import type { PayerReader } from '../domain/payerReader.ts';
import {
  type BillingClass,
  billingClasses,
  type CodeType,
  codeTypes,
  type Plan,
  type Provider,
  type RateSource,
  type RateTable,
  type Setting,
  settings,
} from '../domain/rateTable.ts';

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

/** The columns of one code while they grow. */
interface GrowingTable {
  readonly rowByKey: Map<string, number>;
  readonly cents: number[];
  readonly provider: number[];
  readonly plan: number[];
  readonly source: number[];
  readonly codeType: number[];
  readonly setting: number[];
  readonly billingClass: number[];
  readonly modifier: number[];
  readonly methodology: number[];
  readonly sourceRows: number[];
  readonly line: number[];
}

/** Collects the lines of one file into a `RateTable` per code; the dictionaries are shared by all of them. */
export class OwnRatesTables {
  readonly #file: string;
  readonly #names: PayerReader;
  readonly #growing = new Map<string, GrowingTable>();
  readonly #providers = new Dictionary<Provider>();
  readonly #plans = new Dictionary<Plan>();
  readonly #sources = new Dictionary<RateSource>();
  readonly #modifiers = new Dictionary<string>();
  readonly #methodologies = new Dictionary<string>();
  /** Lines equal to an earlier one in every column that counts. */
  repeated = 0;
  /** Lines whose names do not say the line of business; they count as commercial. */
  lineNotStated = 0;
  /** Printed names that none of the named payers' patterns know, with their number of lines. */
  readonly otherPayers = new Map<string, number>();

  constructor(file: string, names: PayerReader) {
    this.#file = file;
    this.#names = names;
    this.#modifiers.indexOf('', () => '');
    this.#methodologies.indexOf('', () => '');
  }

  add(rate: OwnRate): void {
    const provider = this.#providers.indexOf(`${rate.place}\n${rate.provider}`, (n) => {
      return { id: `own-n${n}`, name: rate.provider, place: rate.place, identifier: '', system: '' };
    });
    const plan = this.#planIndex(rate);
    const source = this.#sources.indexOf(rate.date, (n) => this.#source(n, rate));
    const codeType = codeTypes.indexOf(rate.codeType);
    const setting = settings.indexOf(rate.setting);
    const billingClass = billingClasses.indexOf(rate.billingClass);
    const modifier = this.#modifiers.indexOf(rate.modifier, () => rate.modifier);
    const methodology = this.#methodologies.indexOf(rate.methodology, () => rate.methodology);

    const table = this.#table(rate.code);
    const key = [provider, plan, source, setting, billingClass, modifier, methodology, rate.cents].join();
    const known = table.rowByKey.get(key);
    if (known !== undefined) {
      table.sourceRows[known] = (table.sourceRows[known] ?? 0) + 1;
      this.repeated += 1;
      return;
    }
    table.rowByKey.set(key, table.cents.length);
    table.cents.push(rate.cents);
    table.provider.push(provider);
    table.plan.push(plan);
    table.source.push(source);
    table.codeType.push(codeType);
    table.setting.push(setting);
    table.billingClass.push(billingClass);
    table.modifier.push(modifier);
    table.methodology.push(methodology);
    table.sourceRows.push(1);
    table.line.push(rate.line);
  }

  /** The tables by code, in the order the codes first appear. */
  tables(): Map<string, RateTable> {
    const dictionaries = {
      providers: this.#providers.entries,
      plans: this.#plans.entries,
      sources: this.#sources.entries,
      modifiers: this.#modifiers.entries,
      methodologies: this.#methodologies.entries,
    };
    const tables = new Map<string, RateTable>();
    for (const [code, growing] of this.#growing) {
      tables.set(code, {
        code,
        length: growing.cents.length,
        cents: Uint32Array.from(growing.cents),
        provider: Uint32Array.from(growing.provider),
        plan: Uint32Array.from(growing.plan),
        source: Uint32Array.from(growing.source),
        codeType: Uint8Array.from(growing.codeType),
        setting: Uint8Array.from(growing.setting),
        billingClass: Uint8Array.from(growing.billingClass),
        flags: new Uint16Array(growing.cents.length),
        modifier: Uint16Array.from(growing.modifier),
        methodology: Uint16Array.from(growing.methodology),
        sourceRows: Uint32Array.from(growing.sourceRows),
        line: Uint32Array.from(growing.line),
        counts: null,
        ...dictionaries,
      });
    }
    return tables;
  }

  #planIndex(rate: OwnRate): number {
    const key = `${rate.payer}\n${rate.plan}\n${rate.planLine ?? ''}`;
    const index = this.#plans.indexOf(key, (n) => {
      const { payer, line, lineStated, parent } = this.#names.read(rate.payer, rate.plan, rate.planLine);
      if (!lineStated) this.#lineUnstated.add(n);
      const saysMore = parent !== 'Other' && parent !== payerById(payer).sourceName;
      return {
        id: `own-p${n}`,
        payerRaw: rate.payer,
        plan: rate.plan,
        payer,
        parent: saysMore ? parent : '',
        line,
      };
    });
    if (this.#lineUnstated.has(index)) this.lineNotStated += 1;
    if (this.#plans.entries[index]?.payer === 'other') {
      this.otherPayers.set(rate.payer, (this.otherPayers.get(rate.payer) ?? 0) + 1);
    }
    return index;
  }

  readonly #lineUnstated = new Set<number>();

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

  #table(code: string): GrowingTable {
    let table = this.#growing.get(code);
    if (table === undefined) {
      table = {
        rowByKey: new Map(),
        cents: [],
        provider: [],
        plan: [],
        source: [],
        codeType: [],
        setting: [],
        billingClass: [],
        modifier: [],
        methodology: [],
        sourceRows: [],
        line: [],
      };
      this.#growing.set(code, table);
    }
    return table;
  }
}

/** Numbers entries in the order they first appear. */
class Dictionary<Entry> {
  readonly entries: Entry[] = [];
  readonly #indexByKey = new Map<string, number>();

  indexOf(key: string, make: (index: number) => Entry): number {
    let index = this.#indexByKey.get(key);
    if (index === undefined) {
      index = this.entries.length;
      this.#indexByKey.set(key, index);
      this.entries.push(make(index));
    }
    return index;
  }
}
