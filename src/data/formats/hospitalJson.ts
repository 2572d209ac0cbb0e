import type { PublishedCode } from '../../domain/publishedCode.ts';
import { FileTally } from './fileTally.ts';
import type { FileAccount, FormatContext, FormatReader, FormatSink } from './formatReader.ts';
import { hospitalHead } from './hospitalHead.ts';
import { type HospitalAmount, HospitalRates, type ItemCodes } from './hospitalRates.ts';
import type { JsonEvents } from './jsonEvents.ts';
import { JsonScanner } from './jsonScanner.ts';
import type { JsonText } from './jsonText.ts';
import { TextBytes } from './textBytes.ts';

const keys = [
  'hospital_name',
  'last_updated_on',
  'version',
  'state',
  'hospital_address',
  'type_2_npi',
  'license_information',
  'standard_charge_information',
  'code_information',
  // Schema 1.x.
  'billing_code_information',
  'code',
  'type',
  'standard_charges',
  'setting',
  'billing_class',
  'gross_charge',
  'modifier_code',
  'modifiers',
  'payers_information',
  'payer_name',
  'plan_name',
  'standard_charge_dollar',
  'standard_charge_percentage',
  'standard_charge_algorithm',
  'methodology',
  'estimated_amount',
  'median_amount',
] as const;
type Key = (typeof keys)[number];

/** What an open container is. */
type Place =
  | 'file'
  | 'hospitals'
  | 'licence'
  | 'items'
  | 'item'
  | 'codes'
  | 'code'
  | 'charges'
  | 'charge'
  | 'payers'
  | 'payer'
  | 'words'
  | 'passed';

/** Where a key's object, or the objects of its array, lead from a place. */
const objects: Readonly<Partial<Record<Place, Readonly<Partial<Record<Key, Place>>>>>> = {
  file: { license_information: 'licence' },
  item: { code_information: 'code', billing_code_information: 'code', standard_charges: 'charge' },
  charge: { payers_information: 'payer' },
};
const arrays: Readonly<Partial<Record<Place, Readonly<Partial<Record<Key, Place>>>>>> = {
  file: { hospital_address: 'words', type_2_npi: 'words', standard_charge_information: 'items' },
  item: { code_information: 'codes', billing_code_information: 'codes', standard_charges: 'charges' },
  charge: { payers_information: 'payers', modifier_code: 'words', modifiers: 'words' },
};
const elements: Readonly<Partial<Record<Place, Place>>> = {
  hospitals: 'file',
  items: 'item',
  codes: 'code',
  charges: 'charge',
  payers: 'payer',
};

/** Words of a list, and characters of a word, that are held; no head or list of modifiers has as many. */
const mostWords = 1000;
/** Amounts of one item that are held until its codes and setting are known. */
const mostAmounts = 200_000;

interface Charge {
  words: Partial<Record<Key, string>>;
  amounts: HospitalAmount[];
  /** Amounts of it, held or not. */
  count: number;
}

/**
 * Reads a hospital's JSON in CMS's schema, 2.0 to 3.0, as it comes in. Keys may come in any order: an item is held until
 * it is whole, the hospital is told when its object ends if the head stands below the items, and nothing else is held.
 * A file that holds several hospitals in an array is read as such.
 */
export class HospitalJson implements FormatReader, JsonEvents {
  readonly #sink: FormatSink;
  readonly #tally: FileTally;
  readonly #rates: HospitalRates;
  readonly #scanner: JsonScanner;
  readonly #text: TextBytes;
  readonly #places: Place[] = [];
  #key: Key | undefined;
  #group = -1;
  #items = 0;
  #allItems = 0;
  #head = new Map<Key, string>();
  /** The head as it was told last. */
  #told = '';
  #codes: (PublishedCode | undefined)[] = [];
  #code = { code: '', type: '' };
  /** Undefined until the item's list of codes has ended. */
  #itemCodes: ItemCodes | undefined;
  #charges: Charge[] = [];
  #charge: Charge = { words: {}, amounts: [], count: 0 };
  #amount: Partial<Record<Key, string>> = {};
  #held = 0;

  constructor(sink: FormatSink, context: FormatContext) {
    this.#sink = sink;
    this.#tally = new FileTally('hpt-json', context.file);
    this.#rates = new HospitalRates(sink, context, this.#tally);
    this.#scanner = new JsonScanner(keys, this);
    this.#text = new TextBytes((bytes) => this.#scanner.write(bytes));
  }

  write(bytes: Uint8Array): void {
    this.#text.write(bytes);
  }

  end(): FileAccount {
    this.#text.end();
    const fault = this.#scanner.end();
    const tally = this.#tally;
    if (fault !== null) {
      // What was open when the file broke off is incomplete; what stood before it counts.
      if (this.#places.includes('item')) {
        const open = this.#charges.reduce((sum, { count }) => sum + count, 0);
        tally.leave(
          'unreadable',
          Math.max(1, open + (this.#places.includes('charge') ? this.#charge.count : 0)),
        );
      }
      if (this.#places.includes('file')) this.#tellHead(true);
      tally.problem(fault.line, '', '', `${fault.message} What stands before is read.`, true);
    }
    this.#rates.end();
    if (this.#allItems === 0 && fault === null)
      tally.problem(
        0,
        '',
        '',
        'There are no items in standard_charge_information: an empty template.',
        false,
      );
    if (this.#text.encoding !== '') tally.note(`The file was read as ${this.#text.encoding}.`);
    return tally.account();
  }

  key(index: number): boolean {
    this.#key = keys[index];
    return index !== -1;
  }

  openObject(): boolean {
    const around = this.#places.at(-1);
    const key = this.#key;
    const place =
      around === undefined
        ? 'file'
        : (elements[around] ?? (key === undefined ? undefined : objects[around]?.[key]) ?? 'passed');
    return this.#enter(place);
  }

  openArray(): boolean {
    const around = this.#places.at(-1);
    const key = this.#key;
    const place =
      around === undefined
        ? 'hospitals'
        : ((key === undefined ? undefined : arrays[around]?.[key]) ?? 'passed');
    return this.#enter(place);
  }

  closeObject(): void {
    this.#leavePlace();
  }

  closeArray(): void {
    this.#leavePlace();
  }

  string(text: JsonText): void {
    this.#word(text);
  }

  number(text: JsonText): void {
    this.#word(text);
  }

  /** true, false and null say nothing in a place where words are read. */
  literal(): void {
    return undefined;
  }

  #enter(place: Place): boolean {
    this.#places.push(place);
    if (place === 'file') {
      this.#group += 1;
      this.#items = 0;
      this.#head = new Map();
      this.#told = '';
    } else if (place === 'items') {
      if (this.#head.has('hospital_name')) this.#tellHead(false);
    } else if (place === 'item') {
      this.#items += 1;
      this.#allItems += 1;
      this.#codes = [];
      this.#itemCodes = undefined;
      this.#charges = [];
      this.#held = 0;
    } else if (place === 'code') this.#code = { code: '', type: '' };
    else if (place === 'charge') this.#charge = { words: {}, amounts: [], count: 0 };
    else if (place === 'payer') {
      this.#charge.count += 1;
      this.#amount = {};
      // Only counted: the item's codes are known, and none is asked for.
      return typeof this.#itemCodes !== 'string' && this.#held < mostAmounts;
    }
    return place !== 'passed';
  }

  #leavePlace(): void {
    const place = this.#places.pop();
    if (place === 'payer') this.#endAmount();
    else if (place === 'charge') this.#charges.push(this.#charge);
    else if (place === 'code') {
      this.#codes.push(this.#rates.code(this.#code.code, this.#code.type));
      if (this.#places.at(-1) === 'item') this.#itemCodes = this.#rates.itemCodes(this.#codes);
    } else if (place === 'codes') this.#itemCodes = this.#rates.itemCodes(this.#codes);
    else if (place === 'item') this.#endItem();
    else if (place === 'file') this.#tellHead(true);
  }

  #word(text: JsonText): void {
    const place = this.#places.at(-1);
    const key = this.#key;
    if (key === undefined || place === undefined) return;
    const isList = place === 'words';
    const around = isList ? this.#places.at(-2) : place;
    if (around === 'file' || around === 'licence') {
      const known = this.#head.get(key);
      if (known === undefined || !isList) this.#head.set(key, text.text());
      else if (known.length < mostWords * 100) this.#head.set(key, `${known}|${text.text()}`);
    } else if (around === 'code') {
      if (key === 'code' || key === 'type') this.#code[key] = text.text();
    } else if (around === 'charge') {
      const { words } = this.#charge;
      const known = isList ? words[key] : undefined;
      if (known === undefined) words[key] = text.text();
      else if (known.length < mostWords) words[key] = `${known}|${text.text()}`;
    } else if (around === 'payer') this.#amount[key] = text.text();
  }

  #endAmount(): void {
    if (typeof this.#itemCodes === 'string' || this.#held >= mostAmounts) return;
    this.#held += 1;
    const amount = this.#amount;
    this.#charge.amounts.push({
      payer: amount.payer_name ?? '',
      plan: amount.plan_name ?? '',
      dollars: amount.standard_charge_dollar ?? '',
      percentage: amount.standard_charge_percentage ?? '',
      algorithm: amount.standard_charge_algorithm ?? '',
      methodology: amount.methodology ?? '',
      estimate: amount.estimated_amount ?? amount.median_amount ?? '',
    });
  }

  #endItem(): void {
    const codes = this.#itemCodes ?? this.#rates.itemCodes(this.#codes);
    const charges = this.#charges.length === 0 ? [{ words: {}, amounts: [], count: 0 }] : this.#charges;
    for (const charge of charges) {
      if (typeof codes === 'string') this.#tally.leave(codes, Math.max(1, charge.count));
      else if (charge.count === 0) this.#tally.leave('no-payer', codes.length);
      else this.#addCharge(charge, codes);
    }
    this.#charges = [];
  }

  #addCharge({ words, amounts, count }: Charge, codes: readonly PublishedCode[]): void {
    const item = {
      at: this.#items,
      modifiers: [words.modifier_code, words.modifiers].filter((text) => text !== undefined).join('|'),
      setting: words.setting ?? '',
      billingClass: words.billing_class ?? '',
      gross: words.gross_charge ?? '',
      group: this.#group,
    };
    for (const amount of amounts) this.#rates.add(item, codes, amount);
    const missed = count - amounts.length;
    if (missed === 0) return;
    this.#tally.leave('unreadable', missed * codes.length);
    const message = `The item has more than ${mostAmounts} amounts; the rest is not read.`;
    this.#tally.problem(item.at, 'payers_information', '', message, true);
  }

  /** @param isWhole whether no more of it can come. */
  #tellHead(isWhole: boolean): void {
    const facts = JSON.stringify([...this.#head]);
    if (facts === this.#told) return;
    this.#told = facts;
    const said = (key: Key) => this.#head.get(key) ?? '';
    const { head, provider, notes } = hospitalHead({
      name: said('hospital_name'),
      date: said('last_updated_on'),
      version: said('version'),
      state: said('state'),
      addresses: said('hospital_address'),
      npis: said('type_2_npi'),
    });
    if (isWhole) for (const note of notes) this.#tally.note(note);
    this.#sink.head(head);
    this.#sink.group(this.#group, [provider]);
  }
}
