import { describe, expect, test } from 'vitest';
import type { FormatContext } from '../../../../src/data/formats/formatReader.ts';
import { ticAllowedAmounts } from '../../../../src/data/formats/tic/ticAllowedAmounts.ts';
import { findings } from '../../../support/formatFindings.ts';

const payment = {
  allowed_amount: 25,
  billing_code_modifier: ['GP'],
  providers: [{ billed_charge: 50, npi: [1234567893, 1000000000] }],
};
const place = {
  tin: { type: 'ein', value: '12-3456789', business_name: 'Elm Clinic' },
  service_code: ['11'],
  billing_class: 'professional',
  setting: 'outpatient',
  payments: [payment],
};
const item = {
  name: 'x',
  billing_code_type: 'CPT',
  billing_code: '97110',
  description: 'y',
  allowed_amounts: [place],
};
const head = {
  reporting_entity_name: 'Quillfern',
  reporting_entity_type: 'insurer',
  last_updated_on: '2026-05-01',
  version: '2.0',
};
const rate = {
  at: 1,
  code: '97110',
  codeType: 'CPT',
  modifier: 'GP',
  payerRaw: 'Quillfern',
  plan: '',
  setting: 'outpatient',
  billingClass: 'professional',
  cents: 2500,
  methodology: 'TiC out-of-network allowed amount',
  flags: 0,
  groups: [0],
};
const elm = {
  name: 'Elm Clinic',
  identifier: 'EIN:123456789',
  npis: ['1234567893', '1000000000'],
  place: '',
};
const noRates = 'Amounts paid out of network are no negotiated rates and are left out.';

function readText(text: string, context: Partial<FormatContext> = { takesOutOfNetwork: true }) {
  return findings(ticAllowedAmounts, new TextEncoder().encode(text), context);
}
const read = (file: object, context?: Partial<FormatContext>) => readText(JSON.stringify(file), context);
const ofItems = (...items: readonly object[]) => read({ ...head, out_of_network: items });

describe('amounts paid out of network', () => {
  test('are rates where they are asked for, each with its place, payment and providers', () => {
    expect(ofItems(item)).toEqual({
      head: { publisher: 'Quillfern', kind: 'payer', date: '2026-05-01', version: '2.0' },
      rates: [rate],
      groups: new Map([[0, [elm]]]),
      account: { format: 'tic-allowed-amounts', present: 1, read: 1, leftOut: {}, problems: [], notes: [] },
    });
  });

  test('are counted and left out where they are not, which is said', () => {
    for (const context of [{}, { takesOutOfNetwork: false }])
      expect(read({ ...head, out_of_network: [item, item] }, context)).toEqual({
        head: { publisher: 'Quillfern', kind: 'payer', date: '2026-05-01', version: '2.0' },
        rates: [],
        groups: new Map(),
        account: {
          format: 'tic-allowed-amounts',
          present: 2,
          read: 0,
          leftOut: { 'out-of-network': 2 },
          problems: [],
          notes: [noRates],
        },
      });
  });

  test('keep nothing of the payment, place and item before', () => {
    const { billing_code_modifier: _, providers: __, ...bare } = payment;
    const { rates, groups } = ofItems(
      { ...item, allowed_amounts: [{ ...place, payments: [payment, { ...bare, allowed_amount: 26 }] }] },
      { ...item, allowed_amounts: [{ payments: [{ ...bare, allowed_amount: 27 }] }] },
    );
    expect(rates).toEqual([
      rate,
      { ...rate, cents: 2600, modifier: '', groups: [1] },
      { ...rate, at: 2, cents: 2700, modifier: '', setting: '', billingClass: '', groups: [2] },
    ]);
    expect([...groups]).toEqual([
      [0, [elm]],
      [1, [{ ...elm, npis: [] }]],
      [2, [{ name: 'No tax id given', identifier: '', npis: [], place: '' }]],
    ]);
  });

  test('are paid to one group where tax id and NPIs are the same, each NPI once', () => {
    const twice = {
      ...payment,
      providers: [{ npi: [1234567893] }, { npi: [1000000000, 1234567893] }],
    };
    const { rates, groups } = ofItems(item, { ...item, allowed_amounts: [{ ...place, payments: [twice] }] });
    expect(rates.map((each) => each.groups)).toEqual([[0], [0]]);
    expect([...groups]).toEqual([[0, [elm]]]);
  });

  test('take the setting of the places of service where none is stated', () => {
    const { setting: _, ...unstated } = place;
    const { rates } = ofItems({ ...item, allowed_amounts: [{ ...unstated, service_code: ['21'] }] });
    expect(rates[0]?.setting).toBe('inpatient');
  });
});

describe('a payment that is no rate', () => {
  test('is left out by its reason, whether amounts are asked for or not', () => {
    const payments = [
      payment,
      { allowed_amount: 0 },
      { providers: [] },
      { allowed_amount: null },
      { allowed_amount: 'free' },
    ];
    const file = { ...head, out_of_network: [{ ...item, allowed_amounts: [{ ...place, payments }] }] };
    const problem = {
      file: 'test',
      line: 1,
      column: 'allowed_amount',
      found: 'free',
      message: 'This is no amount in dollars.',
      leftOut: true,
    };
    const leftOut = { 'not-an-amount': 1, 'no-dollars': 2, unreadable: 1 };
    const taken = read(file, { takesOutOfNetwork: true }).account;
    expect(taken).toMatchObject({ present: 5, read: 1, leftOut, problems: [problem] });
    expect(read(file, {}).account).toMatchObject({
      present: 5,
      read: 0,
      leftOut: { ...leftOut, 'out-of-network': 1 },
      problems: [problem],
    });
  });
});

describe('an item', () => {
  test('that does not count is one left out, whatever it holds, its code before its amounts or behind', () => {
    const { allowed_amounts: _, ...words } = item;
    const two = [{ ...place, payments: [payment, payment] }];
    for (const of of [
      (change: object) => ({ ...words, ...change, allowed_amounts: two }),
      (change: object) => ({ allowed_amounts: two, ...words, ...change }),
    ]) {
      const { rates, groups, account } = read(
        {
          ...head,
          out_of_network: [of({ billing_code_type: 'NDC' }), of({ billing_code: '97112' }), of({})],
        },
        { takesOutOfNetwork: true, wants: (code) => code === '97110' },
      );
      expect(rates.map(({ at }) => at)).toEqual([3, 3]);
      expect(groups.size).toBe(1);
      expect(account).toMatchObject({
        present: 4,
        read: 2,
        leftOut: { 'other-code-type': 1, 'code-not-asked': 1 },
      });
    }
  });

  test('without a code says so, and one without payments has no dollars', () => {
    const { billing_code: _, ...codeless } = item;
    expect(ofItems(codeless, { ...item, allowed_amounts: [] }).account).toMatchObject({
      present: 2,
      leftOut: { unreadable: 1, 'no-dollars': 1 },
      problems: [
        { line: 1, column: 'billing_code', found: '', message: 'This item has no code or no type of code.' },
      ],
    });
  });

  test('may stand alone where lists should be', () => {
    const alone = {
      ...item,
      allowed_amounts: {
        ...place,
        service_code: '11',
        payments: { ...payment, billing_code_modifier: 'GP', providers: { npi: 1234567893 } },
      },
    };
    const { rates, groups } = read({ ...head, out_of_network: alone });
    expect(rates).toEqual([rate]);
    expect(groups.get(0)).toEqual([{ ...elm, npis: ['1234567893'] }]);
  });
});

describe('a file that is cut short', () => {
  const text = JSON.stringify({ ...head, out_of_network: [item, item] });
  const cutProblem = (bytes: number) => ({
    file: 'test',
    line: 1,
    column: '',
    found: '',
    message: `The file ends before its JSON does. Read up to here, byte ${bytes}, and no further.`,
    leftOut: true,
  });
  const cutAt = (at: number, context?: Partial<FormatContext>) =>
    readText(text.slice(0, at), context).account;

  test('leaves out what it was in the middle of', () => {
    // Behind the second item's amount, its payment, and its place.
    const amount = text.lastIndexOf('"billing_code_modifier"');
    expect(cutAt(amount)).toEqual({
      format: 'tic-allowed-amounts',
      present: 2,
      read: 1,
      leftOut: { unreadable: 1 },
      problems: [cutProblem(amount + 1)],
      notes: [],
    });
    expect(cutAt(text.length - 5)).toMatchObject({ present: 2, read: 1, leftOut: { unreadable: 1 } });
    expect(cutAt(text.length - 3)).toMatchObject({ present: 2, read: 2, leftOut: {} });
    expect(cutAt(text.length - 2)).toMatchObject({ present: 2, read: 2, leftOut: {} });
    expect(cutAt(text.length - 2, {})).toMatchObject({ leftOut: { 'out-of-network': 2 }, notes: [noRates] });
  });
});

test('is named by its head wherever that stands, and by the issuer where another publishes', () => {
  const { rates, head: told } = read({
    out_of_network: [item],
    ...head,
    reporting_entity_type: 'third-party administrator',
    issuer_name: 'Issuer',
    plan_name: 'Gold',
  });
  expect(rates).toEqual([{ ...rate, payerRaw: 'Issuer', plan: 'Gold' }]);
  expect(told?.publisher).toBe('Quillfern');
});
