import type { PublishedCode } from '../../domain/publishedCode.ts';
import { FileTally } from './fileTally.ts';
import type { FileAccount, FormatContext, FormatReader, FormatSink } from './formatReader.ts';
import { hospitalHead } from './hospitalHead.ts';
import {
  arrayPlace,
  type HospitalKey,
  type HospitalPlace,
  hospitalKeys,
  objectPlace,
} from './hospitalPlaces.ts';
import { type HospitalAmount, HospitalRates, type ItemCodes } from './hospitalRates.ts';
import type { JsonEvents } from './jsonEvents.ts';
import { JsonScanner } from './jsonScanner.ts';
import type { JsonText } from './jsonText.ts';
import { TextBytes } from './textBytes.ts';

/** Words of a list, and characters of a word, that are held; no head or list of modifiers has as many. */
const mostWords = 1000;
/** Amounts of one item that are held until its codes and setting are known. */
const mostAmounts = 200_000;

type Words = Partial<Record<HospitalKey, string>>;

interface Charge {
  words: Words;
  amounts: HospitalAmount[];
  /** Amounts of it, held or not. */
  count: number;
}

/**
 * Reads a hospital's JSON in CMS's schema, 1.0 to 3.0, as it comes in. Keys may come in any order: an item is held until
 * it is whole, the hospital is told when its object ends if the head stands below the items, and nothing else is held.
 * A file that holds several hospitals in an array is read as such.
 */
export class HospitalJson implements FormatReader, JsonEvents {
  readonly #sink: FormatSink;
  readonly #tally: FileTally;
  readonly #rates: HospitalRates;
  readonly #scanner: JsonScanner;
  readonly #text: TextBytes;
  readonly #places: HospitalPlace[] = [];
  #key: HospitalKey | undefined;
  #group = -1;
  #items = 0;
  #hasItems = false;
  #head = new Map<HospitalKey, string>();
  /** The head as it was told last. */
  #told: string | null = null;
  #codes: (PublishedCode | undefined)[] = [];
  #code: Words = {};
  /** Undefined until the item's list of codes has ended. */
  #itemCodes: ItemCodes | undefined;
  #charges: Charge[] = [];
  #charge = emptyCharge();
  #amount: Words = {};
  /** Whether that amount is held, not only counted. */
  #isHeld = false;
  #held = 0;

  constructor(sink: FormatSink, context: FormatContext) {
    this.#sink = sink;
    this.#tally = new FileTally('hpt-json', context.file);
    this.#rates = new HospitalRates(sink, context, this.#tally);
    this.#scanner = new JsonScanner(hospitalKeys, this);
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
    if (!this.#hasItems && fault === null)
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
    this.#key = hospitalKeys[index];
    return index !== -1;
  }

  openObject(): boolean {
    return this.#enter(objectPlace(this.#places.at(-1), this.#key));
  }

  openArray(): boolean {
    return this.#enter(arrayPlace(this.#places.at(-1), this.#key));
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
  literal(): void {}

  #enter(place: HospitalPlace): boolean {
    this.#places.push(place);
    if (place === 'file') {
      this.#group += 1;
      this.#items = 0;
      this.#head = new Map();
      this.#told = null;
    } else if (place === 'items') {
      if (this.#head.has('hospital_name')) this.#tellHead(false);
    } else if (place === 'item') {
      this.#items += 1;
      this.#hasItems = true;
      this.#codes = [];
      this.#itemCodes = undefined;
      this.#charges = [];
      this.#held = 0;
    } else if (place === 'code') this.#code = {};
    else if (place === 'charge') this.#charge = emptyCharge();
    else if (place === 'payer') {
      this.#charge.count += 1;
      this.#amount = {};
      // Only counted: the item's codes are known, and none is asked for.
      this.#isHeld = typeof this.#itemCodes !== 'string' && this.#held < mostAmounts;
      return this.#isHeld;
    }
    return place !== 'passed';
  }

  #leavePlace(): void {
    const place = this.#places.pop();
    if (place === 'payer') this.#endAmount();
    else if (place === 'charge') this.#charges.push(this.#charge);
    else if (place === 'code')
      this.#codes.push(this.#rates.code(this.#code.code ?? '', this.#code.type ?? ''));
    else if (place === 'codes') this.#itemCodes = this.#rates.itemCodes(this.#codes);
    else if (place === 'item') this.#endItem();
    else if (place === 'file') this.#tellHead(true);
  }

  #word(text: JsonText): void {
    const key = this.#key;
    if (key === undefined) return;
    const isList = this.#places.at(-1) === 'words';
    const around = this.#places.at(isList ? -2 : -1);
    if (around === 'file' || around === 'licence') {
      const known = this.#head.get(key);
      if (known === undefined || !isList) this.#head.set(key, text.text());
      else if (known.length < mostWords * 100) this.#head.set(key, `${known}|${text.text()}`);
    } else if (around === 'code') this.#code[key] = text.text();
    else if (around === 'charge') {
      const { words } = this.#charge;
      const known = isList ? words[key] : undefined;
      if (known === undefined) words[key] = text.text();
      else if (known.length < mostWords) words[key] = `${known}|${text.text()}`;
    } else this.#amount[key] = text.text();
  }

  #endAmount(): void {
    if (!this.#isHeld) return;
    this.#held += 1;
    const amount = this.#amount;
    this.#charge.amounts.push({
      payer: amount.payer_name ?? '',
      plan: amount.plan_name ?? '',
      dollars: amount.standard_charge_dollar ?? amount.standard_charge ?? '',
      percentage: amount.standard_charge_percentage ?? amount.standard_charge_percent ?? '',
      algorithm: amount.standard_charge_algorithm ?? '',
      methodology: amount.methodology ?? amount.contracting_method ?? '',
      estimate: amount.estimated_amount ?? amount.median_amount ?? '',
    });
  }

  #endItem(): void {
    const codes = this.#itemCodes ?? this.#rates.itemCodes(this.#codes);
    const charges = this.#charges.length === 0 ? [emptyCharge()] : this.#charges;
    for (const charge of charges) {
      if (typeof codes === 'string') this.#tally.leave(codes, Math.max(1, charge.count));
      else if (charge.count === 0) this.#tally.leave('no-payer', codes.length);
      else this.#addCharge(charge, codes);
    }
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
    for (const amount of amounts) {
      if (`${amount.payer}${amount.plan}`.trim() === '') this.#tally.leave('no-payer', codes.length);
      else this.#rates.add(item, codes, amount);
    }
    const missed = count - amounts.length;
    if (missed === 0) return;
    this.#tally.leave('unreadable', missed * codes.length);
    const message = `The item has more than ${mostAmounts} amounts; the rest is not read.`;
    this.#tally.problem(item.at, 'payers_information', '', message, true);
  }

  /**
   * The head as far as it is known; who is paid only where no more of it can come: a provider of two heads would be two.
   *
   * @param isWhole whether no more of it can come.
   */
  #tellHead(isWhole: boolean): void {
    const said = (key: HospitalKey) => this.#head.get(key) ?? '';
    const { head, provider, notes } = hospitalHead({
      name: said('hospital_name'),
      date: said('last_updated_on'),
      version: said('version'),
      state: said('state'),
      addresses: said('hospital_address'),
      npis: said('type_2_npi'),
    });
    const facts = JSON.stringify(head);
    if (facts !== this.#told) this.#sink.head(head);
    this.#told = facts;
    if (!isWhole) return;
    for (const note of notes) this.#tally.note(note);
    this.#sink.group(this.#group, [provider]);
  }
}

function emptyCharge(): Charge {
  return { words: {}, amounts: [], count: 0 };
}
