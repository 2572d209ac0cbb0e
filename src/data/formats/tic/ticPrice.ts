import { placeKind, settingOfPlaces } from '../../../domain/placeOfService.ts';
import { publishedAmount } from '../../../domain/publishedAmount.ts';
import { publishedBillingClass } from '../../../domain/publishedBillingClass.ts';
import { publishedMethodology } from '../../../domain/publishedMethodology.ts';
import { publishedModifiers } from '../../../domain/publishedModifiers.ts';
import { publishedSetting } from '../../../domain/publishedSetting.ts';
import type { BillingClass, Setting } from '../../../domain/rateTable.ts';
import type { JsonText } from '../jsonText.ts';
import { plainCents } from '../plainCents.ts';
import { TextCache } from '../textCache.ts';

/** The fields of a price that matter, in both kinds of files. */
export const priceKeys = {
  negotiated_type: 'value',
  negotiated_rate: 'value',
  expiration_date: 'value',
  service_code: 'places',
  billing_class: 'value',
  billing_code_modifier: 'modifiers',
  setting: 'value',
} as const;
/** Those of a text alone; the others are lists. */
export type PriceKey = Exclude<keyof typeof priceKeys, 'service_code' | 'billing_code_modifier'>;

/** Of a price that does not say how it was agreed. */
const unstated = { isPercentage: false, label: 'TiC' };

/** One price as it is read, field by field in any order. Files repeat a few words a million times. */
export class TicPrice {
  readonly #types = new TextCache((text) => {
    const methodology = publishedMethodology(text);
    return { isPercentage: methodology === 'percentage', label: `TiC ${methodology}`.trim() };
  });
  readonly #classes = new TextCache((text): BillingClass => publishedBillingClass(text) ?? '');
  readonly #settings = new TextCache((text): Setting => publishedSetting(text) ?? '');
  readonly #dates = new TextCache((text) => text.slice(0, 10));
  readonly #places = new TextCache(placeKind);
  readonly #modifierTexts = new TextCache((text) => text);
  readonly #modifierSets = new Map<string, string>();
  #type = unstated;
  #cents: number | 'none' | 'unreadable' = 'none';
  #placeKinds = 0;
  #statedSetting: Setting = '';
  #modifiers: string[] = [];
  billingClass: BillingClass = '';
  /** As found, for a problem. */
  amountText = '';
  hasAmount = false;
  /** A day as published, '' where there is none. */
  expires = '';

  start(): void {
    this.#type = unstated;
    this.startPlace();
    this.startAmount();
    this.expires = '';
  }

  startAmount(): void {
    this.#cents = 'none';
    this.amountText = '';
    this.hasAmount = false;
    if (this.#modifiers.length > 0) this.#modifiers = [];
  }

  /** Class, setting and place, which files of allowed amounts give for several payments. */
  startPlace(): void {
    this.billingClass = '';
    this.#statedSetting = '';
    this.#placeKinds = 0;
  }

  set(key: PriceKey, text: JsonText): void {
    if (key === 'negotiated_rate') this.amount(text);
    else if (key === 'negotiated_type') this.#type = this.#types.get(text);
    else if (key === 'billing_class') this.billingClass = this.#classes.get(text);
    else if (key === 'setting') this.#statedSetting = this.#settings.get(text);
    else this.expires = this.#dates.get(text);
  }

  amount(text: JsonText): void {
    this.hasAmount = true;
    const cents = plainCents(text);
    this.amountText = cents < 0 ? text.text() : '';
    this.#cents = cents < 0 ? publishedAmount(this.amountText) : cents;
  }

  place(text: JsonText): void {
    this.#placeKinds |= this.#places.get(text);
  }

  modifier(text: JsonText): void {
    this.#modifiers.push(this.#modifierTexts.get(text));
  }

  get cents(): number | 'none' | 'unreadable' {
    return this.#cents;
  }

  get isPercentage(): boolean {
    return this.#type.isPercentage;
  }

  /** `TiC negotiated`, `TiC fee schedule` …; `TiC` alone where the file does not say. */
  get methodology(): string {
    return this.#type.label;
  }

  get setting(): Setting {
    return settingOfPlaces(this.#placeKinds, this.#statedSetting);
  }

  get modifiers(): string {
    if (this.#modifiers.length === 0) return '';
    const together = this.#modifiers.join('|');
    const known = this.#modifierSets.get(together);
    if (known !== undefined) return known;
    const made = publishedModifiers(together);
    // Past a thousand they are no such words.
    if (this.#modifierSets.size < 1000) this.#modifierSets.set(together, made);
    return made;
  }
}
