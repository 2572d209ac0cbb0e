import type { FormatRate, PaidProvider } from '../../data/formats/formatReader.ts';
import type { VoteOf } from '../../data/ingestOrder.ts';
import type { PlanLine } from '../../domain/payer.ts';
import { BoundedNumbers } from './boundedNumbers.ts';
import type { Database } from './database.ts';
import { TableWriter } from './tableWriter.ts';

/** Characters of words, of sets of groups, of payees that are known by heart while reading: some 50 MB in all at most. */
const heldCharacters = 4_000_000;

/** The largest amount a rate file holds: 42,949,672.95 dollars. No therapy costs that: it stands for "ask us". */
const mostCents = 2 ** 32 - 1;

/** Key parts are joined with a character that no cell holds. */
const separator = '\u0001';

type Writers = Readonly<Record<'terms' | 'rate' | 'set' | 'groupPayee' | 'payee', TableWriter>>;

/** The tables that readers fill (`sql/00-handed-over.sql`). */
export class PublishedRates {
  readonly #writers: Writers;
  readonly #terms: BoundedNumbers;
  readonly #sets: BoundedNumbers;
  readonly #payees: BoundedNumbers;
  readonly #tooLarge = new Map<number, number>();
  readonly #voteOf: VoteOf;
  /** Prices of one kind and for one list of groups come in rows: the last are known without a look-up. */
  #lastTerms: { words: readonly string[]; flags: number; number: number } = {
    words: [],
    flags: 0,
    number: -1,
  };
  #lastSet: { file: number; groups: readonly number[]; number: number } = { file: 0, groups: [], number: -1 };

  private constructor(writers: Writers, voteOf: VoteOf, held: number) {
    this.#writers = writers;
    this.#voteOf = voteOf;
    this.#terms = new BoundedNumbers(held);
    this.#sets = new BoundedNumbers(held);
    this.#payees = new BoundedNumbers(held);
  }

  /** @param held characters of each kind that are known by heart: nothing that is written hangs on it. */
  static async open(
    { connection }: Database,
    voteOf: VoteOf,
    held: number = heldCharacters,
  ): Promise<PublishedRates> {
    const open = (table: string) => TableWriter.open(connection, table);
    const writers = {
      terms: await open('published_terms'),
      rate: await open('published_rate'),
      set: await open('group_set'),
      groupPayee: await open('group_payee'),
      payee: await open('published_payee'),
    };
    return new PublishedRates(writers, voteOf, held);
  }

  /** Who is meant by a group of a file. @param file its number, as in all below. */
  addGroup(file: number, group: number, providers: readonly PaidProvider[]): void {
    for (const provider of providers) this.#addPayee(file, group, provider);
  }

  /** @param statedLine the line of business where a column of the file states it, else ''. */
  addRate(file: number, rate: FormatRate, statedLine: PlanLine | ''): void {
    if (rate.cents > mostCents) {
      this.#tooLarge.set(file, this.tooLarge(file) + 1);
      return;
    }
    this.#writers.rate.add(file, this.#termsOf(rate, statedLine), rate.cents, this.#setOf(file, rate.groups));
  }

  /** Amounts of a file that no rate file could hold. */
  tooLarge(file: number): number {
    return this.#tooLarge.get(file) ?? 0;
  }

  /** What was handed over can be read from now on. */
  close(): void {
    for (const writer of Object.values(this.#writers)) writer.close();
    for (const numbers of [this.#terms, this.#sets, this.#payees]) numbers.forget();
  }

  #termsOf(rate: FormatRate, statedLine: PlanLine | ''): number {
    const { code, codeType, modifier, payerRaw, plan, setting, billingClass, methodology, flags } = rate;
    const words = [code, codeType, modifier, payerRaw, plan, statedLine, setting, billingClass, methodology];
    const last = this.#lastTerms;
    if (last.flags === flags && words.every((word, at) => word === last.words[at])) return last.number;
    const found = this.#terms.of([...words, flags].join(separator), (number) => {
      this.#writers.terms.add(number, ...words, flags);
    });
    this.#lastTerms = { words, flags, number: found };
    return found;
  }

  #setOf(file: number, groups: readonly number[]): number {
    const last = this.#lastSet;
    const isSame = last.file === file && last.groups.length === groups.length;
    if (isSame && last.groups.every((group, at) => group === groups[at])) return last.number;
    const members = groups.length > 1 ? [...new Set(groups)].sort((a, b) => a - b) : groups;
    const found = this.#sets.of(`${file}:${members.join(',')}`, (number) => {
      for (const group of members) this.#writers.set.add(number, file, group);
    });
    this.#lastSet = { file, groups: [...groups], number: found };
    return found;
  }

  #addPayee(file: number, group: number, provider: PaidProvider): void {
    const { name, identifier, npis, place } = provider;
    if (this.#voteOf === 'npi' && npis.length > 0) {
      for (const npi of npis) {
        const own = { name: `NPI ${npi}`, identifier: `NPI:${npi}`, place };
        this.#writers.groupPayee.add(file, group, this.#payeeOf(own), Number(npi));
      }
      return;
    }
    const payee = this.#payeeOf({ name, identifier, place });
    if (npis.length === 0) this.#writers.groupPayee.add(file, group, payee, 0);
    for (const npi of npis) this.#writers.groupPayee.add(file, group, payee, Number(npi));
  }

  #payeeOf({ name, identifier, place }: Omit<PaidProvider, 'npis'>): number {
    return this.#payees.of([identifier, name, place].join(separator), (number) => {
      this.#writers.payee.add(number, identifier, name, place);
    });
  }
}
