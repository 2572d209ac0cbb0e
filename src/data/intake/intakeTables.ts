import type { PayerReader } from '../../domain/payerReader.ts';
import type { ProviderNpis } from '../../domain/placedProviders.ts';
import {
  billingClasses,
  codeTypes,
  type Provider,
  type RateSource,
  type RateTable,
  settings,
} from '../../domain/rateTable.ts';
import type { FileHead, FormatRate, FormatSink } from '../formats/formatReader.ts';
import { GrowingRates, type RateCells } from '../growingRates.ts';
import { PlanBook } from '../planBook.ts';
import { WordList } from '../wordList.ts';
import { FileRates } from './fileRates.ts';
import { PayeeBook } from './payeeBook.ts';

/** What one tab holds. A rate takes about 60 bytes until all is handed over, a provider 300: a national file needs the command line. */
export const intakeLimits = { rates: 5_000_000, providers: 500_000 } as const;

/** The files of one reading, put together into a `RateTable` per code. */
export interface IntakeResult {
  readonly tables: ReadonlyMap<string, RateTable>;
  readonly npis: ProviderNpis;
  /** Who published each source, by its index; '' where the file does not say. */
  readonly publishers: readonly string[];
}

/** What became of a file's rates after its reader was done with them, in published rates. */
export interface FileOutcome {
  /** No group of the file says who is paid. */
  readonly unpaid: number;
  /** More than one tab holds. */
  readonly beyond: number;
}

interface OpenFile {
  readonly sink: FormatSink;
  /** @param head what the source is called by, where the reader told nothing. */
  readonly end: () => FileOutcome;
}

/** Collects published files, one after the other. */
export class IntakeTables {
  readonly #limits: { readonly rates: number; readonly providers: number };
  readonly #codes = new Map<string, GrowingRates>();
  readonly #payees: PayeeBook;
  readonly #plans: PlanBook;
  readonly #sources: RateSource[] = [];
  readonly #publishers: string[] = [];
  readonly #modifiers = new WordList();
  readonly #methodologies = new WordList();
  /** By code what provider stands for more than one, and for how many. */
  readonly #counts = new Map<string, Map<number, number>>();
  /** Distinct rates held. */
  length = 0;

  constructor(
    names: PayerReader,
    limits: { readonly rates: number; readonly providers: number } = intakeLimits,
  ) {
    this.#limits = limits;
    this.#plans = new PlanBook(names);
    this.#payees = new PayeeBook(limits.providers);
  }

  /** @param file the name its rates are shown to come from. */
  open(file: string): OpenFile {
    const rates = new FileRates(this.#limits.rates);
    const source = this.#sources.length;
    this.#sources.push(sourceOf(source, file, undefined));
    this.#publishers.push('');
    const sink: FormatSink = {
      head: (head) => {
        this.#sources[source] = sourceOf(source, file, head);
        this.#publishers[source] = head.publisher;
      },
      group: (id, providers) => rates.group(id, providers, (provider) => this.#payees.indexOf(provider)),
      rate: (rate) => rates.rate(rate, this.#cellsOf(rate, source)),
    };
    return {
      sink,
      end: () => {
        let beyond = rates.beyond;
        const unpaid = rates.settle(({ code, cells, providers, rows, line }) => {
          let fits = true;
          for (const provider of providers)
            fits = this.#add(code, { ...cells, provider }, rows, line) && fits;
          if (!fits) beyond += rows;
        });
        return { unpaid, beyond };
      },
    };
  }

  /**
   * Takes rates that are tables already: those of a table of the user's own, or of rate CSVs that were saved here.
   *
   * @param tables all with the same dictionaries.
   * @param publishers by index of their sources.
   */
  take(tables: readonly RateTable[], publishers: readonly string[]): FileOutcome {
    let beyond = 0;
    const [first] = tables;
    const sources = first?.sources.map((source, index) => {
      this.#publishers.push(publishers[index] ?? '');
      const { name, place, kind, date, year, publishedUrl, sha256, carriedBy, confidence } = source;
      const id = `own-s${this.#sources.length}`;
      return (
        this.#sources.push({
          id,
          name,
          place,
          kind,
          date,
          year,
          publishedUrl,
          sha256,
          carriedBy,
          confidence,
        }) - 1
      );
    });
    const plans = first?.plans.map((plan) => this.#plans.take(plan));
    const providers = first?.providers.map((provider) =>
      this.#payees.indexOf({ ...provider, npis: [] }, provider.system),
    );
    for (const table of tables) {
      const modifiers = table.modifiers.map((word) => this.#modifiers.indexOf(word));
      const methodologies = table.methodologies.map((word) => this.#methodologies.indexOf(word));
      for (let row = 0; row < table.length; row++) {
        const provider = providers?.[table.provider[row] as number];
        const rows = table.sourceRows[row] as number;
        const cells = {
          cents: table.cents[row] as number,
          plan: plans?.[table.plan[row] as number] ?? 0,
          source: sources?.[table.source[row] as number] ?? 0,
          codeType: table.codeType[row] as number,
          setting: table.setting[row] as number,
          billingClass: table.billingClass[row] as number,
          flags: table.flags[row] as number,
          modifier: modifiers[table.modifier[row] as number] ?? 0,
          methodology: methodologies[table.methodology[row] as number] ?? 0,
        };
        const count = table.counts?.[table.provider[row] as number] ?? 1;
        if (count > 1 && provider !== undefined) this.#countsOf(table.code).set(provider, count);
        if (
          provider === undefined ||
          !this.#add(table.code, { ...cells, provider }, rows, table.line[row] as number)
        )
          beyond += rows;
      }
    }
    return { unpaid: 0, beyond };
  }

  /** All that was collected, with the providers that have a rate. Nothing can be added after it. */
  result(): IntakeResult {
    const { providers, renumbered, npis } = this.#paidProviders();
    const dictionaries = {
      providers,
      plans: this.#plans.entries,
      sources: this.#sources,
      modifiers: this.#modifiers.words,
      methodologies: this.#methodologies.words,
    };
    const tables = new Map<string, RateTable>();
    for (const [code, growing] of this.#codes) {
      for (let row = 0; row < growing.length; row++)
        growing.provider[row] = renumbered[growing.provider[row] as number] as number;
      const counts = this.#counts.get(code);
      const ofProviders = counts && new Uint32Array(providers.length).fill(1);
      for (const [provider, count] of counts ?? [])
        if (ofProviders) ofProviders[renumbered[provider] as number] = count;
      tables.set(code, growing.table(code, dictionaries, ofProviders ?? null));
      this.#codes.delete(code);
    }
    return { tables, npis, publishers: this.#publishers };
  }

  #countsOf(code: string): Map<number, number> {
    const known = this.#counts.get(code) ?? new Map<number, number>();
    this.#counts.set(code, known);
    return known;
  }

  /** @returns false where there is no more room. */
  #add(code: string, cells: RateCells, rows: number, line: number): boolean {
    let growing = this.#codes.get(code);
    if (growing === undefined) {
      growing = new GrowingRates();
      this.#codes.set(code, growing);
    }
    // From there on none is taken, not even one that would only be counted: what is shown stops at one place.
    if (this.length >= this.#limits.rates) return false;
    if (growing.add(cells, rows, line)) this.length += 1;
    return true;
  }

  #cellsOf(rate: FormatRate, source: number): Omit<RateCells, 'provider'> {
    return {
      cents: rate.cents,
      plan: this.#plans.indexOf(rate.payerRaw, rate.plan, undefined),
      source,
      codeType: codeTypes.indexOf(rate.codeType),
      setting: settings.indexOf(rate.setting),
      billingClass: billingClasses.indexOf(rate.billingClass),
      flags: rate.flags,
      modifier: this.#modifiers.indexOf(rate.modifier),
      methodology: this.#methodologies.indexOf(rate.methodology),
    };
  }

  /** A payer's file names every group it has; only those that a rate is paid to are worth handing over. */
  #paidProviders() {
    const { entries } = this.#payees;
    const isPaid = new Uint8Array(entries.length);
    for (const { provider, length } of this.#codes.values())
      for (let row = 0; row < length; row++) isPaid[provider[row] as number] = 1;
    const renumbered = new Uint32Array(entries.length);
    const providers: Provider[] = [];
    const starts = [0];
    const numbers: number[] = [];
    for (const [index, provider] of entries.entries()) {
      if (isPaid[index] === 0) continue;
      renumbered[index] = providers.length;
      providers.push({ ...provider, id: `own-n${providers.length}` });
      numbers.push(...this.#payees.npisOf(index));
      starts.push(numbers.length);
    }
    return {
      providers,
      renumbered,
      npis: { starts: Uint32Array.from(starts), numbers: Float64Array.from(numbers) },
    };
  }
}

/** A published file as a source of rates; what it does not say stays blank. */
function sourceOf(index: number, file: string, head: FileHead | undefined): RateSource {
  const date = head?.date ?? '';
  const year = /^(?:19|20)\d\d/.exec(date)?.[0];
  return {
    id: `own-s${index}`,
    name: file,
    place: '',
    kind: head?.kind ?? 'own',
    date,
    year: year === undefined ? 0 : Number(year),
    publishedUrl: '',
    sha256: '',
    carriedBy: '',
    confidence: '',
  };
}
