import { describe, expect, test } from 'vitest';
import {
  beside,
  elm,
  group,
  head,
  item,
  price,
  rate,
  read,
  readText,
} from '../../../support/inNetworkFile.ts';

test('every field of a price, an item, a group and the head goes where it belongs', () => {
  expect(read({ ...head, in_network: [item(beside)] })).toEqual({
    head: { publisher: 'Quillfern', kind: 'payer', date: '2026-05-01', version: '2.0' },
    rates: [rate],
    groups: new Map([[0, [elm]]]),
    account: { format: 'tic-in-network', present: 1, read: 1, leftOut: {}, problems: [], notes: [] },
  });
});

test('nothing of a price, a rate and a group goes over to the next', () => {
  const { rates, groups } = read({
    ...head,
    in_network: [
      item(
        { provider_groups: [group], negotiated_prices: [price, { negotiated_rate: 41.5 }] },
        { provider_groups: [{ npi: [] }], negotiated_prices: [{ negotiated_rate: 42.5 }] },
      ),
    ],
  });
  const bare = { ...rate, modifier: '', setting: '', billingClass: '', methodology: 'TiC', cents: 4150 };
  expect(rates).toEqual([rate, bare, { ...bare, cents: 4250, groups: [1] }]);
  expect(groups.get(1)).toEqual([{ name: 'No tax id given', identifier: '', npis: [], place: '' }]);
});

test('words of another place are not its own', () => {
  const { rates, account } = read({
    ...head,
    code: '97112',
    in_network: [
      {
        ...item({
          ...beside,
          billing_class: 'institutional',
          negotiated_prices: [{ ...price, plan_name: 'x', type: 'x', billing_code: '97112' }],
          provider_groups: [{ ...group, location: 'x', tin: { ...group.tin, version: '9' } }],
        }),
        plan_name: 'x',
        type: 'x',
        description: 'x',
      },
    ],
  });
  expect(rates).toEqual([rate]);
  expect(account).toMatchObject({ problems: [], notes: [] });
});

describe('prices that are no rate', () => {
  const prices = (...list: readonly object[]) =>
    read({ ...head, in_network: [item({ provider_groups: [group], negotiated_prices: list })] }).account;

  test('are left out by their reasons', () => {
    expect(
      prices(
        { ...price, negotiated_type: 'percentage' },
        { negotiated_type: 'negotiated' },
        { ...price, negotiated_rate: null },
        { ...price, negotiated_rate: 0 },
        { ...price, negotiated_rate: 'N/A' },
      ),
    ).toMatchObject({ present: 5, leftOut: { 'no-dollars': 3, 'not-an-amount': 2 }, problems: [] });
    const long = `free ${'x'.repeat(100)}`;
    expect(prices(price, { ...price, negotiated_rate: long })).toMatchObject({
      present: 2,
      read: 1,
      leftOut: { unreadable: 1 },
      problems: [
        {
          file: 'test',
          line: 1,
          column: 'negotiated_rate',
          found: `${long.slice(0, 79)}…`,
          message: 'This is no amount in dollars.',
          leftOut: true,
        },
      ],
    });
  });

  test('are those of nobody, and only where they have an amount', () => {
    const { account } = read({
      ...head,
      in_network: [item({ negotiated_prices: [price, price, { ...price, negotiated_rate: 0 }] })],
    });
    expect(account.leftOut).toEqual({ 'no-provider': 2, 'not-an-amount': 1 });
  });
});

test('amounts that had expired by the day of the file are counted, by thousands', () => {
  const notes = (count: number, expires: string, of: object = head) => {
    const prices = Array.from({ length: count }, () => ({ ...price, expiration_date: expires }));
    return read({ ...of, in_network: [item({ provider_groups: [group], negotiated_prices: prices })] })
      .account.notes;
  };
  expect(notes(1, '2026-04-30')).toEqual(['1 amount had expired when the file was made; it is read.']);
  expect(notes(1200, '2026-04-30')[0]).toContain('1,200 amounts ');
  expect(notes(1, '2026-05-01')).toEqual([]);
  expect(notes(1, '')).toEqual([]);
  expect(notes(1, '2020-01-01', { ...head, last_updated_on: '' })).toEqual([]);
});

describe('a file that is cut short', () => {
  const text = JSON.stringify({
    ...head,
    in_network: [item(beside), item(beside, { ...beside, negotiated_prices: [price, price] })],
  });
  const account = (end: number) => readText(text.slice(0, end)).account;

  test('gives what was whole, and leaves out what it was in the middle of', () => {
    const last = text.lastIndexOf('"setting"');
    expect(account(last)).toEqual({
      format: 'tic-in-network',
      present: 3,
      read: 2,
      leftOut: { unreadable: 1 },
      problems: [
        {
          file: 'test',
          line: 1,
          column: '',
          found: '',
          message: `The file ends before its JSON does. Read up to here, byte ${(last + 1).toLocaleString('en')}, and no further.`,
          leftOut: true,
        },
      ],
      notes: [],
    });
    // Behind both prices, behind the rate, behind the item, behind all.
    expect(account(text.length - 5)).toMatchObject({ present: 4, read: 2, leftOut: { unreadable: 2 } });
    expect(account(text.length - 4)).toMatchObject({ present: 4, read: 4, leftOut: {} });
    expect(account(text.length - 2)).toMatchObject({ present: 4, read: 4, leftOut: {} });
    expect(account(text.length)).toMatchObject({ present: 4, read: 4, problems: [] });
    // Within the second item, before its rates.
    expect(account(text.lastIndexOf('"negotiated_rates"'))).toMatchObject({
      present: 2,
      read: 1,
      leftOut: { unreadable: 1 },
    });
  });
});
