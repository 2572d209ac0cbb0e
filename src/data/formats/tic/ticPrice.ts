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
export type PriceKey = keyof typeof priceKeys;

/** One price as it is read, field by field in any order. */
export class TicPrice {
  readonly #texts = new TextCache();
  readonly #methodologies = new Map<string, string>();
  readonly #places = new Map<string, number>();
  readonly #modifierSets = new Map<string, string>();
  readonly #labels = new Map<string, string>();
  #type = '';
  #cents: number | 'none' | 'unreadable' = 'none';
  #class = '';
  #setting = '';
  #placeKinds = 0;
  #modifiers: string[] = [];
  /** As found, for a problem. */
  amountText = '';
  hasAmount = false;
  expires = '';

  start(): void {
    this.#type = '';
    this.startPlace();
    this.startAmount();
    this.expires = '';
  }

  startAmount(): void {
    this.#cents = 'none';
    this.amountText = '';
    this.hasAmount = false;
    this.#modifiers = [];
  }

  /** Class, setting and place, which files of allowed amounts give for several payments. */
  startPlace(): void {
    this.#class = '';
    this.#setting = '';
    this.#placeKinds = 0;
  }

  set(key: PriceKey, text: JsonText): void {
    if (key === 'negotiated_rate') this.amount(text);
    else if (key === 'negotiated_type') this.#type = this.#texts.get(text);
    else if (key === 'billing_class') this.#class = this.#texts.get(text);
    else if (key === 'setting') this.#setting = this.#texts.get(text);
    else if (key === 'expiration_date') this.expires = this.#texts.get(text);
  }

  amount(text: JsonText): void {
    this.hasAmount = true;
    const cents = plainCents(text);
    this.amountText = cents < 0 ? text.text() : '';
    this.#cents = cents < 0 ? publishedAmount(this.amountText) : cents;
  }

  place(text: JsonText): void {
    const code = this.#texts.get(text);
    this.#placeKinds |= remembered(this.#places, code, () => placeKind(code));
  }

  modifier(text: JsonText): void {
    this.#modifiers.push(this.#texts.get(text));
  }

  get cents(): number | 'none' | 'unreadable' {
    return this.#cents;
  }

  get isPercentage(): boolean {
    return this.#methodology() === 'percentage';
  }

  /** `TiC negotiated`, `TiC fee schedule` …; `TiC` alone where the file does not say. */
  get methodology(): string {
    const methodology = this.#methodology();
    return remembered(this.#labels, methodology, () => `TiC ${methodology}`.trim());
  }

  get setting(): Setting {
    return settingOfPlaces(this.#placeKinds, publishedSetting(this.#setting) ?? '');
  }

  get billingClass(): BillingClass {
    return publishedBillingClass(this.#class) ?? '';
  }

  get modifiers(): string {
    if (this.#modifiers.length === 0) return '';
    const together = this.#modifiers.join('|');
    return remembered(this.#modifierSets, together, () => publishedModifiers(together));
  }

  #methodology(): string {
    return remembered(this.#methodologies, this.#type, () => publishedMethodology(this.#type));
  }
}

/** Files repeat a few words a million times; past a thousand distinct ones they are no such words. */
function remembered<Value>(known: Map<string, Value>, text: string, make: () => Value): Value {
  const found = known.get(text);
  if (found !== undefined) return found;
  const made = make();
  if (known.size < 1000) known.set(text, made);
  return made;
}
