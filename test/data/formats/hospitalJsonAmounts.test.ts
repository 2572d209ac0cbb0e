import { describe, expect, test } from 'vitest';
import {
  hospitalFileOf,
  itemOf,
  paid,
  paidRate,
  pecan,
  pecanNotes,
  readHospitalJson,
} from '../../support/hospitalItems.ts';
import { utf16 } from '../../support/utf16.ts';

describe('an amount', () => {
  test.each([
    [{ standard_charge_dollar: 40, standard_charge: 41 }, 4000, {}],
    [{ standard_charge: 41 }, 4100, {}],
    [{ standard_charge_percentage: 50 }, undefined, { 'no-dollars': 1 }],
    [{ standard_charge_percentage: 'N/A', standard_charge_percent: 50 }, undefined, { 'not-an-amount': 1 }],
    [{ standard_charge_percent: 50 }, undefined, { 'no-dollars': 1 }],
    [{ standard_charge_algorithm: 'lesser of' }, undefined, { 'no-dollars': 1 }],
    [{}, undefined, { 'not-an-amount': 1 }],
  ])('%j', async (amount, cents, leftOut) => {
    const { rates, account } = await readHospitalJson(
      hospitalFileOf(itemOf({ payers_information: [{ payer_name: 'Aetna', ...amount }] })),
    );
    expect(rates.map((each) => each.cents)).toEqual(cents === undefined ? [] : [cents]);
    expect(account.leftOut).toEqual(leftOut);
  });

  test('of a plan alone is its plan’s', async () => {
    const { rates } = await readHospitalJson(
      hospitalFileOf(itemOf({ payers_information: [{ plan_name: 'PPO', standard_charge_dollar: 40 }] })),
    );
    expect(rates).toEqual([{ ...paidRate, payerRaw: 'PPO', plan: '', methodology: '' }]);
  });

  test.each([{}, { payer_name: '', plan_name: ' ' }, { payer_name: null }])(
    'of nobody (%j) is no rate of a payer',
    async (nobody) => {
      const { rates, account } = await readHospitalJson(
        hospitalFileOf(itemOf({ payers_information: [{ ...nobody, standard_charge_dollar: 40 }, paid(40)] })),
      );
      expect(rates).toEqual([paidRate]);
      expect(account).toMatchObject({ present: 2, read: 1, leftOut: { 'no-payer': 1 } });
    },
  );

  test('has a method by either name, an estimate by either name', async () => {
    const { rates, account } = await readHospitalJson(
      hospitalFileOf(
        itemOf({
          payers_information: [
            {
              payer_name: 'Aetna',
              standard_charge: 1.5,
              methodology: 'per diem',
              contracting_method: 'case rate',
            },
            { payer_name: 'Aetna', standard_charge: 1.5, contracting_method: 'case rate' },
            { payer_name: 'Aetna', estimated_amount: 3 },
            { payer_name: 'Aetna', median_amount: 3 },
            { payer_name: 'Aetna', estimated_amount: 'N/A', median_amount: 3 },
          ],
        }),
      ),
    );
    expect(rates.map(({ methodology }) => methodology)).toEqual(['per diem', 'case rate']);
    expect(account.notes.at(-1)).toBe(
      '2 amounts without dollars have an estimated or median amount; an average of payments is no rate.',
    );
  });
});

describe('a file that ends too soon', () => {
  const cutAt = async (text: string, end: string) => {
    const at = text.indexOf(end);
    expect(at).toBeGreaterThan(0);
    return readHospitalJson(text.slice(0, at + end.length));
  };
  const text = hospitalFileOf(
    itemOf({ payers_information: [paid(40)] }),
    itemOf({ payers_information: [paid(41), paid(42)] }, { payers_information: [paid(43), paid(44)] }),
  );
  const problem = {
    file: 'file',
    line: 1,
    column: '',
    found: '',
    message: 'The file ends before its JSON does. What stands before is read.',
    leftOut: true,
  };

  test.each([
    ['"standard_charge_dollar":44', 4],
    ['"standard_charge_dollar":43', 3],
    ['"standard_charge_dollar":42,"methodology":"fee schedule"}]}', 2],
    ['"standard_charge_dollar":41', 1],
    ['"fee schedule"}]}]},{"code', 1],
  ])('within an item, behind %s: what is begun is left out', async (end, count) => {
    const { heads, rates, account } = await cutAt(text, end);
    expect(heads).toEqual([pecan]);
    expect(rates).toEqual([paidRate]);
    expect(account).toEqual({
      format: 'hpt-json',
      present: 1 + count,
      read: 1,
      leftOut: { unreadable: count },
      problems: [problem],
      notes: pecanNotes,
    });
  });

  test('between items or before them: nothing is left out, the head is told', async () => {
    const { rates, account } = await cutAt(text, '"fee schedule"}]}]},');
    expect(rates).toEqual([paidRate]);
    expect(account).toMatchObject({ present: 1, leftOut: {}, problems: [problem], notes: pecanNotes });
    const early = await readHospitalJson('{"version":"3.0.0","hospital_name":"Pecan"');
    expect(early.heads).toEqual([{ ...pecan, version: '3.0.0' }]);
    expect(early.account).toMatchObject({ problems: [problem], notes: pecanNotes });
    const whole = await readHospitalJson(`[${text},`);
    expect(whole.heads).toEqual([pecan]);
    expect(whole.account.problems).toEqual([problem]);
  });
});

test('a file without items is an empty template, and UTF-16 is noted', async () => {
  const text = '{"hospital_name":"Pecan"}';
  const wide = utf16(`\uFEFF${text}`);
  const empty = {
    file: 'file',
    line: 0,
    column: '',
    found: '',
    message: 'There are no items in standard_charge_information: an empty template.',
    leftOut: false,
  };
  for (const [bytes, notes] of [
    [text, pecanNotes],
    [wide, [...pecanNotes, 'The file was read as UTF-16.']],
  ] as const) {
    const { heads, account } = await readHospitalJson(bytes);
    expect(heads).toEqual([pecan]);
    expect(account).toEqual({
      format: 'hpt-json',
      present: 0,
      read: 0,
      leftOut: {},
      problems: [empty],
      notes,
    });
  }
});
