import { excerpt } from '../../excerpt.ts';
import { FileTally } from '../fileTally.ts';
import type { FormatContext, FormatReader, FormatSink } from '../formatReader.ts';
import type { JsonText } from '../jsonText.ts';
import { jsonWalk } from '../jsonWalk.ts';
import { endOfJson } from './endOfJson.ts';
import type { TinKey } from './providerPool.ts';
import { TicGroups } from './ticGroups.ts';
import { type HeadKey, headKeys, TicHead } from './ticHead.ts';
import { type ItemKey, TicItem } from './ticItem.ts';
import { type TicAmount, TicLedger } from './ticLedger.ts';
import { type PriceKey, TicPrice } from './ticPrice.ts';

const shape = {
  file: { keys: { ...headKeys, out_of_network: 'items' } },
  items: { items: 'item' },
  item: { keys: { billing_code_type: 'value', billing_code: 'value', allowed_amounts: 'allowed' } },
  allowed: { items: 'place' },
  place: {
    keys: {
      tin: 'tin',
      service_code: 'places',
      billing_class: 'value',
      setting: 'value',
      payments: 'payments',
    },
  },
  tin: { keys: { type: 'value', value: 'value', business_name: 'value' } },
  places: { items: 'value' },
  payments: { items: 'payment' },
  payment: { keys: { allowed_amount: 'value', billing_code_modifier: 'modifiers', providers: 'providers' } },
  modifiers: { items: 'value' },
  providers: { items: 'provider' },
  provider: { keys: { npi: 'npis' } },
  npis: { items: 'value' },
} as const;
type Part = keyof typeof shape;
type Key = { [P in Part]: (typeof shape)[P] extends { keys: infer Keys } ? keyof Keys : never }[Part];

/** What a payment comes to, before the tax id and place around it are known. */
interface Payment {
  readonly cents: number;
  readonly modifier: string;
  readonly npis: readonly number[];
}

const methodology = 'TiC out-of-network allowed amount';

/**
 * Reads a payer's file of amounts allowed out of network, schema 1.0 to 2.x. Each payment is an amount: what was paid
 * for a service without a contract. By default they are counted and left out, because they are no negotiated rates;
 * `context.takesOutOfNetwork` takes them. An item that does not count is one item left out and is not looked into.
 */
export function ticAllowedAmounts(sink: FormatSink, context: FormatContext): FormatReader {
  const tally = new FileTally('tic-allowed-amounts', context.file);
  const head = new TicHead();
  const groups = new TicGroups(sink, tally, context.references);
  const { pool } = groups;
  const ledger = new TicLedger(sink, tally, head, groups.tell);
  const item = new TicItem(context.wants);
  const price = new TicPrice();
  const takes = context.takesOutOfNetwork === true;
  let isInItem = false;
  let tin: [part: TinKey, text: string][] = [];
  let payments: Payment[] = [];
  let npis = new Set<number>();

  const endPayment = () => {
    const { cents } = price;
    if (!price.hasAmount || cents === 'none') ledger.leave(price.hasAmount ? 'not-an-amount' : 'no-dollars');
    else if (cents === 'unreadable') {
      ledger.leave('unreadable');
      const message = 'This is no amount in dollars.';
      tally.problem(scanner.line, 'allowed_amount', excerpt(price.amountText), message, true);
    } else if (takes) payments.push({ cents, modifier: price.modifiers, npis: [...npis] });
    else ledger.leave('out-of-network');
  };
  const endPlace = () => {
    const { setting, billingClass } = price;
    for (const { cents, modifier, npis: paid } of payments) {
      pool.startList();
      pool.startProvider();
      for (const [part, text] of tin) pool.tin(part, text);
      for (const npi of paid) pool.npiNumber(npi);
      pool.endProvider();
      const amount: TicAmount = {
        cents,
        modifier,
        setting,
        billingClass,
        methodology,
        groups: [pool.alikeList()],
        networks: '',
      };
      ledger.amount(amount, item.published);
    }
    payments = [];
  };
  const endItem = () => {
    isInItem = false;
    ledger.endItem(item, scanner.line);
  };

  const scanner = jsonWalk<Part, Key>(shape, 'file', {
    wants: (_, key) => {
      if (key !== 'allowed_amounts') return true;
      if (typeof item.sure === 'string') return false;
      if (item.sure === undefined) ledger.wait();
      return true;
    },
    enter: (part) => {
      if (part === 'item') {
        isInItem = true;
        item.start('none');
        ledger.startItem();
      } else if (part === 'place') {
        price.startPlace();
        tin = [];
        payments = [];
      } else if (part === 'payment') {
        price.startAmount();
        npis = new Set();
      }
      return true;
    },
    leave: (part) => {
      if (part === 'payment') endPayment();
      else if (part === 'place') endPlace();
      else if (part === 'item') endItem();
    },
    text: (part, key, text) => readText(part, key, text),
  });

  function readText(part: Part, key: Key | '', text: JsonText): void {
    if (part === 'npis') npis.add(text.wholeNumber());
    else if (part === 'places') price.place(text);
    else if (part === 'modifiers') price.modifier(text);
    else if (part === 'payment') price.amount(text);
    else if (part === 'place') price.set(key as PriceKey, text);
    else if (part === 'tin') tin.push([key as TinKey, text.text()]);
    else if (part === 'item') item.set(key as ItemKey, text.text());
    else head.set(key as HeadKey, text.text());
  }

  return {
    write: (bytes) => scanner.write(bytes),
    end: () => {
      endOfJson(scanner, tally);
      // What the file was cut in is of no use: its amounts may lack whom they are paid to, the item its code.
      if (isInItem) ledger.cutItem(item, payments.length);
      ledger.end();
      groups.end(head.payer);
      if (!takes) tally.note('Amounts paid out of network are no negotiated rates and are left out.');
      return tally.account();
    },
  };
}
