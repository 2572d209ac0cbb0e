import { describe, expect, test } from 'vitest';
import { ticInNetwork } from '../../../../src/data/formats/tic/ticInNetwork.ts';
import { findings } from '../../../support/formatFindings.ts';

const price = {
  negotiated_type: 'negotiated',
  negotiated_rate: 41.2,
  billing_class: 'professional',
  service_code: ['11'],
};
const group = { npi: [1234567893], tin: { type: 'ein', value: '12-3456789' } };
const rate = { provider_groups: [group], negotiated_prices: [price] };
const item = {
  negotiation_arrangement: 'ffs',
  billing_code_type: 'CPT',
  billing_code: '97110',
  negotiated_rates: [rate],
};
const head = {
  reporting_entity_name: 'Quillfern',
  reporting_entity_type: 'insurer',
  last_updated_on: '2026-05-01',
  version: '2.0',
};

/** What is found in a file of these parts, in their order. */
function read(file: object, wants: (code: string) => boolean = () => true) {
  return findings(ticInNetwork, new TextEncoder().encode(JSON.stringify(file)), { wants });
}
const ofItems = (...items: readonly object[]) => read({ ...head, in_network: items });
const told = ({ account }: ReturnType<typeof read>) =>
  account.problems.map(({ column, found, message, leftOut }) => [column, found, message, leftOut]);

describe('a rate', () => {
  test('is of its item, price and groups', () => {
    const { rates, groups, account } = ofItems(item);
    expect(rates).toEqual([
      {
        at: 1,
        code: '97110',
        codeType: 'CPT',
        modifier: '',
        payerRaw: 'Quillfern',
        plan: '',
        setting: 'outpatient',
        billingClass: 'professional',
        cents: 4120,
        methodology: 'TiC negotiated',
        flags: 0,
        groups: [expect.any(Number)],
      },
    ]);
    expect([...groups.values()]).toMatchObject([
      [{ identifier: 'EIN:123456789', npis: ['1234567893'], place: '' }],
    ]);
    expect(account).toMatchObject({ present: 1, read: 1, leftOut: {}, problems: [], notes: [] });
  });

  test('modifiers stand behind its code and beside its price', () => {
    const { rates } = ofItems({
      ...item,
      billing_code: '97110-CQ',
      negotiated_rates: [{ ...rate, negotiated_prices: [{ ...price, billing_code_modifier: ['GP', 'kx'] }] }],
    });
    expect(rates[0]).toMatchObject({ code: '97110', modifier: 'CQ|GP|KX' });
  });

  test('each price is one, of the ordinal of its item', () => {
    const two = { ...rate, negotiated_prices: [price, { ...price, negotiated_rate: 50 }] };
    const { rates, account } = ofItems(item, { ...item, negotiated_rates: [two] });
    expect(rates.map(({ at, cents }) => [at, cents])).toEqual([
      [1, 4120],
      [2, 4120],
      [2, 5000],
    ]);
    expect(account.read).toBe(3);
  });

  test('waits for what stands behind it: its code, or whose it is', () => {
    const { negotiated_rates, ...rest } = item;
    const behind = read({ in_network: [{ negotiated_rates, ...rest }], ...head });
    expect(behind.rates).toMatchObject([{ code: '97110', payerRaw: 'Quillfern', cents: 4120 }]);
    expect(behind.head).toEqual({
      publisher: 'Quillfern',
      kind: 'payer',
      date: '2026-05-01',
      version: '2.0',
    });
    const nobody = read({ in_network: [item] });
    expect(nobody.rates).toMatchObject([{ payerRaw: '' }]);
    expect(nobody.account.notes).toEqual(['The file does not say whose rates these are.']);
  });

  test('the plan is the file’s, else the networks of those who are paid', () => {
    const provider_references = [
      { provider_group_id: 1, network_name: ['North', 'South'], provider_groups: [group] },
      { provider_group_id: 2, provider_groups: [group] },
    ];
    const by = (id: number) => ({
      ...item,
      negotiated_rates: [{ provider_references: [id], negotiated_prices: [price] }],
    });
    const found = read({ ...head, provider_references, in_network: [by(1), by(2)] });
    expect(found.rates.map(({ plan }) => plan)).toEqual([expect.stringMatching(/North.*South/), '']);
    const planned = read({ ...head, plan_name: 'Gold', provider_references, in_network: [by(1)] });
    expect(planned.rates[0]?.plan).toBe('Gold');
  });
});

describe('a price that is no rate', () => {
  const prices = (...list: readonly object[]) =>
    ofItems({ ...item, negotiated_rates: [{ ...rate, negotiated_prices: list }] });

  test('is left out by its reason, beside those that are', () => {
    const { rates, account } = prices(
      price,
      { ...price, negotiated_type: 'percentage' },
      { ...price, negotiated_rate: null },
      { negotiated_type: 'negotiated' },
      { ...price, negotiated_rate: 0 },
      { ...price, negotiated_rate: 'free' },
    );
    expect(rates).toHaveLength(1);
    expect(account).toMatchObject({ present: 6, read: 1 });
    expect(account.leftOut['no-dollars']).toBeGreaterThanOrEqual(2);
    expect(account.leftOut).toMatchObject({ unreadable: 1 });
    expect(account.problems).toMatchObject([
      { column: 'negotiated_rate', found: 'free', message: 'This is no amount in dollars.', leftOut: true },
    ]);
  });

  test('of nobody is left out, each of them', () => {
    const { rates, account } = ofItems({
      ...item,
      negotiated_rates: [
        { negotiated_prices: [price, price] },
        { provider_groups: [], negotiated_prices: [price] },
        { negotiated_prices: [] },
      ],
    });
    expect([rates.length, account.leftOut]).toEqual([0, { 'no-provider': 3 }]);
  });

  test('that had expired when the file was made is read, and counted', () => {
    const { rates, account } = prices(
      { ...price, expiration_date: '2026-04-30' },
      { ...price, expiration_date: '2026-05-01' },
      { ...price, expiration_date: '9999-12-31' },
      { ...price, expiration_date: '2020-01-01' },
    );
    expect(rates).toHaveLength(4);
    expect(account.notes).toEqual(['2 amounts had expired when the file was made; they are read.']);
  });
});

describe('an item', () => {
  test('that does not count is one left out, and is not looked into', () => {
    const { rates, account } = read(
      {
        ...head,
        in_network: [
          { ...item, negotiation_arrangement: 'bundle' },
          { ...item, negotiation_arrangement: 'capitation' },
          { ...item, billing_code_type: 'NDC' },
          { ...item, billing_code: '97112' },
          item,
        ],
      },
      (code) => code === '97110',
    );
    expect(rates.map(({ at }) => at)).toEqual([5]);
    expect(account).toMatchObject({
      present: 5,
      read: 1,
      leftOut: { bundle: 1, capitation: 1, 'other-code-type': 1, 'code-not-asked': 1 },
    });
  });

  test('whose arrangement stands behind its rates is left out all the same', () => {
    const { negotiation_arrangement: _, ...rest } = item;
    const { rates, account } = ofItems({ ...rest, negotiation_arrangement: 'bundle' });
    expect([rates.length, account.leftOut]).toEqual([0, { bundle: 1 }]);
  });

  test('without a code or its type says so, with what it has', () => {
    const { billing_code: _, ...codeless } = item;
    const { billing_code_type: __, ...typeless } = item;
    const found = ofItems(codeless, typeless);
    expect(found.account).toMatchObject({ present: 2, read: 0, leftOut: { unreadable: 2 } });
    const message = 'This item has no code or no type of code.';
    expect(told(found)).toEqual([
      ['billing_code', '', message, true],
      ['billing_code', '97110', message, true],
    ]);
  });

  test('without any price is one without dollars', () => {
    const { account } = ofItems(
      { ...item, negotiated_rates: [] },
      { ...item, negotiated_rates: [{ ...rate, negotiated_prices: [] }] },
    );
    expect(account).toMatchObject({ present: 2, leftOut: { 'no-dollars': 2 } });
  });
});

describe('a group of providers', () => {
  const by = (...ids: readonly (number | string)[]) => ({
    ...item,
    negotiated_rates: [{ provider_references: ids, negotiated_prices: [price] }],
  });

  test('is described before the rates or behind them', () => {
    const provider_references = [
      { provider_group_id: 7, provider_groups: [group] },
      { provider_group_id: 8, provider_groups: [{ ...group, npi: [1111111111] }] },
    ];
    for (const file of [
      { ...head, provider_references, in_network: [by(7)] },
      { ...head, in_network: [by(7)], provider_references },
    ]) {
      const { rates, groups, account } = read(file);
      expect(rates).toHaveLength(1);
      const [paid] = rates[0]?.groups ?? [];
      expect(groups.get(paid ?? -1)).toMatchObject([{ npis: ['1234567893'] }]);
      expect(account.problems).toEqual([]);
    }
  });

  test('without a number is told', () => {
    const found = read({ ...head, provider_references: [{ provider_groups: [group] }], in_network: [item] });
    expect(told(found)).toEqual([['provider_group_id', '', 'This group of providers has no number.', false]]);
    expect(found.rates).toHaveLength(1);
  });

  test('several beside one rate are all paid it', () => {
    const provider_references = [7, 8].map((id) => ({
      provider_group_id: id,
      provider_groups: [{ ...group, npi: [1_000_000_000 + id] }],
    }));
    const { rates, groups } = read({ ...head, provider_references, in_network: [by(7, 8)] });
    expect(rates[0]?.groups.map((each) => groups.get(each)?.[0]?.npis)).toEqual([
      ['1000000007'],
      ['1000000008'],
    ]);
  });
});

describe('a file cut short', () => {
  const whole = JSON.stringify({ ...head, in_network: [item, item] });
  const cut = (text: string) => findings(ticInNetwork, new TextEncoder().encode(text), { wants: () => true });

  test('keeps the items before, and says of the one begun that it cannot be read', () => {
    const at = whole.lastIndexOf('"negotiated_rate"');
    const { rates, account } = cut(whole.slice(0, at));
    expect(rates).toHaveLength(1);
    expect(account.read).toBe(1);
    expect(account.leftOut['unreadable']).toBe(1);
    expect(account.problems.length).toBeGreaterThan(0);
  });

  test('counts the amounts begun, of which it is not known who is paid them', () => {
    const behind = {
      ...item,
      negotiated_rates: [{ negotiated_prices: [price, price], provider_groups: [group] }],
    };
    const text = JSON.stringify({ ...head, in_network: [behind] });
    const { rates, account } = cut(text.slice(0, text.lastIndexOf('"provider_groups"')));
    expect([rates.length, account.read, account.present]).toEqual([0, 0, account.leftOut['unreadable']]);
  });
});
