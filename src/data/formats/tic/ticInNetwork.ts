import { countOf } from '../../../text/numbers.ts';
import { FileTally } from '../fileTally.ts';
import type { FileAccount, FormatContext, FormatReader, FormatSink } from '../formatReader.ts';
import type { JsonText } from '../jsonText.ts';
import { jsonWalk } from '../jsonWalk.ts';
import { endOfJson } from './endOfJson.ts';
import type { TinKey } from './providerPool.ts';
import { TicGroups } from './ticGroups.ts';
import { type HeadKey, headKeys, TicHead } from './ticHead.ts';
import { type ItemKey, TicItem } from './ticItem.ts';
import { TicLedger } from './ticLedger.ts';
import { type PriceKey, priceKeys, TicPrice } from './ticPrice.ts';
import { TicRate } from './ticRate.ts';
import { type ReferenceKey, TicReference } from './ticReference.ts';

const shape = {
  file: { keys: { ...headKeys, provider_references: 'references', in_network: 'items' } },
  references: { items: 'reference' },
  reference: {
    keys: {
      provider_group_id: 'value',
      provider_groups: 'groups',
      location: 'value',
      network_name: 'networks',
    },
  },
  networks: { items: 'value' },
  groups: { items: 'group' },
  group: { keys: { npi: 'npis', tin: 'tin' } },
  npis: { items: 'value' },
  tin: { keys: { type: 'value', value: 'value', business_name: 'value' } },
  items: { items: 'item' },
  item: {
    keys: {
      negotiation_arrangement: 'value',
      billing_code_type: 'value',
      billing_code: 'value',
      negotiated_rates: 'rates',
    },
  },
  rates: { items: 'rate' },
  rate: { keys: { provider_references: 'referred', provider_groups: 'groups', negotiated_prices: 'prices' } },
  referred: { items: 'value' },
  prices: { items: 'price' },
  price: { keys: priceKeys },
  places: { items: 'value' },
  modifiers: { items: 'value' },
} as const;

type Part = keyof typeof shape;
type Key = { [P in Part]: (typeof shape)[P] extends { keys: infer Keys } ? keyof Keys : never }[Part];

/**
 * Reads a payer's in-network file, schema 1.0 to 2.x, in any order of its keys. An item that does not count (a bundle,
 * a capitation, another kind of code, a code nobody asked for) is one item left out and is not looked into; of all
 * others each price is an amount.
 *
 * Memory grows with the providers that are described before the rates (some 4 bytes a NPI, 100 a group), with distinct
 * groups beside rates, and not with rates or items.
 */
export function ticInNetwork(sink: FormatSink, context: FormatContext): FormatReader {
  const tally = new FileTally('tic-in-network', context.file);
  const head = new TicHead();
  const groups = new TicGroups(sink, tally, context.references);
  const { pool } = groups;
  const ledger = new TicLedger(sink, tally, head, groups.tell);
  const item = new TicItem(context.wants);
  const rate = new TicRate(groups, ledger, tally, head);
  const price = new TicPrice();
  const reference = new TicReference(groups, tally);
  let isInItem = false;
  let hasSeenRates = false;

  const scanner = jsonWalk<Part, Key>(shape, 'file', {
    wants: (part, key) => {
      if (key === 'negotiated_rates') {
        if (typeof item.sure === 'string') return false;
        if (item.sure === undefined) ledger.wait();
      } else if (part === 'reference' && key === 'provider_groups') {
        // With all rates seen, a group that none of them is paid to is passed over.
        return !hasSeenRates || reference.mayBePaid();
      }
      return true;
    },
    enter: (part) => {
      if (part === 'price') price.start();
      else if (part === 'rate') rate.start();
      else if (part === 'item') {
        isInItem = true;
        item.start();
        ledger.startItem();
      } else if (part === 'group') pool.startProvider();
      else if (part === 'groups') {
        pool.startList();
        reference.startProviders();
      } else if (part === 'reference') reference.start();
      return true;
    },
    leave: (part) => {
      if (part === 'price') rate.add(price, scanner.line);
      else if (part === 'rate') rate.end(item.published);
      else if (part === 'item') {
        isInItem = false;
        ledger.endItem(item, scanner.line);
      } else if (part === 'group') pool.endProvider();
      else if (part === 'groups') {
        if (!reference.isOpen && pool.hasBegun) rate.pay(pool.alikeList());
      } else if (part === 'reference') reference.end(scanner.line, hasSeenRates);
      else if (part === 'items') hasSeenRates = true;
    },
    text: (part, key, text) => readText(part, key, text),
  });

  function readText(part: Part, key: Key | '', text: JsonText): void {
    if (part === 'npis') pool.npi(text);
    else if (part === 'places') price.place(text);
    else if (part === 'modifiers') price.modifier(text);
    else if (part === 'referred') rate.pay(groups.ofReference(text));
    else if (part === 'networks') reference.network(text.text());
    else if (part === 'price') price.set(key as PriceKey, text);
    else if (part === 'tin') pool.tin(key as TinKey, text.text());
    else if (part === 'item') item.set(key as ItemKey, text.text());
    else if (part === 'file') head.set(key as HeadKey, text.text());
    else reference.set(key as ReferenceKey, text);
  }

  return {
    write: (bytes) => scanner.write(bytes),
    end: (): FileAccount => {
      endOfJson(scanner, tally);
      // What the file was cut in is of no use: its amounts may lack whom they are paid to, the item its code.
      if (isInItem) ledger.cutItem(item, rate.pending);
      ledger.end();
      groups.end(head.payer);
      if (head.payer === '') tally.note('The file does not say whose rates these are.');
      if (rate.expired > 0) {
        tally.note(
          countOf(
            rate.expired,
            'amount had expired when the file was made; it is read.',
            'amounts had expired when the file was made; they are read.',
          ),
        );
      }
      return tally.account();
    },
  };
}
