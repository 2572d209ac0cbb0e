import { publishedAmount } from '../../domain/publishedAmount.ts';
import { publishedBillingClass } from '../../domain/publishedBillingClass.ts';
import { type PublishedCode, publishedCode } from '../../domain/publishedCode.ts';
import { publishedFlags } from '../../domain/publishedFlags.ts';
import { publishedMethodology } from '../../domain/publishedMethodology.ts';
import { publishedModifiers } from '../../domain/publishedModifiers.ts';
import { publishedSetting } from '../../domain/publishedSetting.ts';
import type { BillingClass, Setting } from '../../domain/rateTable.ts';
import { countOf } from '../../text/numbers.ts';
import type { FileTally } from './fileTally.ts';
import type { FormatContext, FormatSink, LeaveReason } from './formatReader.ts';

/** An item's charge in one setting, as published: what its payers' amounts have in common. */
export interface HospitalItem {
  readonly at: number;
  readonly modifiers: string;
  readonly setting: string;
  readonly billingClass: string;
  readonly gross: string;
  /** The group paid. */
  readonly group: number;
}

/** What one payer and plan agreed to for an item, as published; '' where the file says nothing. */
export interface HospitalAmount {
  readonly payer: string;
  readonly plan: string;
  readonly dollars: string;
  readonly percentage: string;
  readonly algorithm: string;
  readonly methodology: string;
  /** The estimated amount of templates 2.x, the median allowed amount of 3.0. */
  readonly estimate: string;
}

/** The codes of an item that count, or why none does. */
export type ItemCodes = readonly PublishedCode[] | LeaveReason;

const mostRemembered = 20_000;

interface SettledItem {
  readonly item: HospitalItem;
  readonly grossCents: number | undefined;
  readonly setting: Setting;
  readonly billingClass: BillingClass;
}

/**
 * Makes rates of hospital charges, the same for every form hospital files come in.
 *
 * An item counts by its CPT and HCPCS codes, which are one kind, each once; by its APC only where it has neither. Each
 * amount is a rate for each of the item's codes that is asked for. Only an amount in dollars is one: a percentage or a
 * formula is not, and an estimated or median amount is an average of what was paid, so neither stands in for it.
 */
export class HospitalRates {
  readonly #sink: FormatSink;
  readonly #context: FormatContext;
  readonly #tally: FileTally;
  readonly #codes = new Map<string, PublishedCode | undefined>();
  readonly #methodologies = new Map<string, string>();
  readonly #names = new Map<string, string>();
  #item: SettledItem | undefined;
  #estimates = 0;
  #manyCodes = 0;

  constructor(sink: FormatSink, context: FormatContext, tally: FileTally) {
    this.#sink = sink;
    this.#context = context;
    this.#tally = tally;
  }

  /** One code of an item with its type, as published. */
  code(text: string, type: string): PublishedCode | undefined {
    return remembered(this.#codes, `${text}\n${type}`, () => publishedCode(text, type));
  }

  /** @param found what `code` made of the item's codes, in their order. */
  itemCodes(found: readonly (PublishedCode | undefined)[]): ItemCodes {
    const known = found.filter((code) => code !== undefined);
    if (known.length === 0) return 'other-code-type';
    const services = known.filter(({ codeType }) => codeType !== 'APC');
    const kind = services.length > 0 ? services : known;
    const once = kind.filter(({ code }, index) => kind.findIndex((other) => other.code === code) === index);
    const wanted = once.filter(({ code }) => this.#context.wants(code));
    return wanted.length > 0 ? wanted : 'code-not-asked';
  }

  /** An amount of an item; counted once for each of the item's codes. */
  add(item: HospitalItem, codes: readonly PublishedCode[], amount: HospitalAmount): void {
    const cents = publishedAmount(amount.dollars);
    if (typeof cents !== 'number') {
      this.#leave(item, amount, cents, codes.length);
      return;
    }
    if (codes.length > 1) this.#manyCodes += 1;
    const { grossCents, setting, billingClass } = this.#settled(item);
    const methodology = this.#methodology(amount.methodology);
    const payer = this.#name(amount.payer);
    const plan = this.#name(amount.plan);
    for (const { code, codeType, modifier } of codes) {
      this.#tally.read += 1;
      this.#sink.rate({
        at: item.at,
        code,
        codeType,
        modifier: publishedModifiers(item.modifiers, modifier),
        payerRaw: payer === '' ? plan : payer,
        plan: payer === '' || plan === payer ? '' : plan,
        setting,
        billingClass,
        cents,
        methodology,
        flags: publishedFlags({ code, codeType, cents, grossCents, methodology }),
        groups: [item.group],
      });
    }
  }

  /** What follows from an item alone, made once for all its amounts. */
  #settled(item: HospitalItem): SettledItem {
    if (this.#item?.item === item) return this.#item;
    const gross = publishedAmount(item.gross);
    const { setting, billingClass } = item;
    this.#item = {
      item,
      grossCents: typeof gross === 'number' ? gross : undefined,
      setting: this.#word(item, 'setting', setting, publishedSetting(setting)),
      billingClass: this.#word(item, 'billing_class', billingClass, publishedBillingClass(billingClass)),
    };
    return this.#item;
  }

  /** Says what was met on the way, for the account. */
  end(): void {
    if (this.#estimates > 0)
      this.#tally.note(
        `${countOf(this.#estimates, 'amount without dollars has', 'amounts without dollars have')} an estimated or median amount; an average of payments is no rate.`,
      );
    if (this.#manyCodes > 0)
      this.#tally.note(
        `${countOf(this.#manyCodes, 'amount is', 'amounts are')} for several codes; each is a rate of every one.`,
      );
  }

  #leave(item: HospitalItem, amount: HospitalAmount, found: 'none' | 'unreadable', count: number): void {
    if (found === 'unreadable') {
      this.#tally.leave('unreadable', count);
      const message = 'This is not a dollar amount such as 36.50.';
      this.#tally.problem(item.at, 'negotiated_dollar', amount.dollars, message, true);
      return;
    }
    const isOtherwise = saysSomething(amount.percentage) || saysSomething(amount.algorithm);
    this.#tally.leave(isOtherwise ? 'no-dollars' : 'not-an-amount', count);
    if (typeof publishedAmount(amount.estimate) === 'number') this.#estimates += count;
  }

  #methodology(text: string): string {
    return remembered(this.#methodologies, text, publishedMethodology);
  }

  #name(text: string): string {
    return remembered(this.#names, text, oneLine);
  }

  #word<Word extends string>(
    item: HospitalItem,
    column: string,
    text: string,
    word: Word | undefined,
  ): Word | '' {
    if (word !== undefined) return word;
    this.#tally.problem(item.at, column, text, 'This word is not one CMS knows; read as not stated.', false);
    return '';
  }
}

/** The columns of a file repeat themselves, so each text is worked out once. */
function remembered<Value>(known: Map<string, Value>, text: string, make: (text: string) => Value): Value {
  const value = known.get(text);
  if (value !== undefined || known.has(text)) return value as Value;
  if (known.size >= mostRemembered) known.clear();
  const made = make(text);
  known.set(text, made);
  return made;
}

/** A name may be broken over lines in a cell, and never is in a heading. */
function oneLine(text: string): string {
  return text.replace(/[\r\n\t]+/g, ' ').trim();
}

function saysSomething(text: string): boolean {
  return publishedAmount(text) !== 'none';
}
