import { describe, expect, test } from 'vitest';
import { flagBit } from '../../../src/domain/rateTable.ts';
import {
  hospitalFileOf,
  itemOf,
  paid,
  paidRate,
  pecan,
  pecanNotes,
  readHospitalJson,
  therapy,
} from '../../support/hospitalItems.ts';

const drug = { code: '1', type: 'NDC' };

test('every field of the head, an item, a charge and an amount goes where it belongs', async () => {
  const file = {
    hospital_name: 'Pecan',
    last_updated_on: '2026-03-01',
    version: '3.0.0',
    license_information: { license_number: '9', state: 'TX' },
    hospital_address: ['1 Elm, Tulsa, OK 74101'],
    type_2_npi: ['1234567893', '1000000000'],
    standard_charge_information: [
      {
        description: 'x',
        code_information: [therapy, { code: '0420', type: 'RC' }],
        standard_charges: [
          {
            setting: 'outpatient',
            billing_class: 'facility',
            gross_charge: 40,
            modifier_code: ['GP', 'CQ'],
            modifiers: '59',
            minimum: 1,
            payers_information: [
              paid(40),
              { payer_name: 'Cigna', standard_charge_percentage: 60, median_amount: 3 },
            ],
          },
        ],
      },
    ],
  };
  expect(await readHospitalJson(JSON.stringify(file))).toEqual({
    heads: [{ ...pecan, date: '2026-03-01', version: '3.0.0' }],
    providers: new Map([
      [0, [{ name: 'Pecan', identifier: 'NPI:1234567893', npis: ['1234567893', '1000000000'], place: 'TX' }]],
    ]),
    rates: [
      {
        ...paidRate,
        modifier: '59|CQ|GP',
        setting: 'outpatient',
        billingClass: 'facility',
        flags: flagBit('equals_gross'),
      },
    ],
    account: {
      format: 'hpt-json',
      present: 2,
      read: 1,
      leftOut: { 'no-dollars': 1 },
      problems: [],
      notes: [
        '1 amount without dollars has an estimated or median amount; an average of payments is no rate.',
      ],
    },
  });
});

describe('the head', () => {
  test('is told before the items where it is there, and again when it has grown', async () => {
    const { heads, account } = await readHospitalJson(
      '{"hospital_name":"Old","hospital_name":"Pecan","standard_charge_information":[],"version":"3.0.0"}',
    );
    expect(heads).toEqual([pecan, { ...pecan, version: '3.0.0' }]);
    expect(account.notes).toEqual(pecanNotes);
    expect(
      (await readHospitalJson('{"hospital_name":"Pecan","standard_charge_information":[]}')).heads,
    ).toEqual([pecan]);
    expect(
      (await readHospitalJson('{"standard_charge_information":[],"hospital_name":"Pecan"}')).heads,
    ).toEqual([pecan]);
  });

  test('may go on behind the items: the hospital is one provider all the same, and what the head lacks is told once', async () => {
    const { providers, rates, account } = await readHospitalJson(
      `{"hospital_name":"Pecan","standard_charge_information":[${JSON.stringify(itemOf({ payers_information: [paid(40)] }))}],` +
        '"last_updated_on":"2026-01-15","hospital_address":["2 Oak, Tulsa, OK 74101"]}',
    );
    expect(rates).toEqual([paidRate]);
    expect([...providers.values()]).toMatchObject([[{ name: 'Pecan', place: 'OK' }]]);
    expect(account.notes).toEqual([]);
  });

  test.each([
    ['{"license_information":[{"state":"TX"}]}', 'TX'],
    ['{"license_information":{"state":null}}', ''],
    ['{"hospital_address":["1 Elm","2 Oak, Tulsa, OK 74101"]}', 'OK'],
    ['{"hospital_address":"2 Oak, Tulsa, OK 74101"}', 'OK'],
    // Neither is the state of a licence.
    ['{"hospital_address":{"state":"TX"}}', ''],
    ['{"license_information":{"address":{"state":"TX"}}}', ''],
    ['{"other":{"state":"TX"}}', ''],
  ])('of %s is in “%s”', async (text, place) => {
    expect((await readHospitalJson(text)).providers.get(0)?.[0]?.place).toBe(place);
  });

  test('holds no list of addresses longer than 100,000 characters', async () => {
    for (const [length, place] of [
      [99_999, 'OK'],
      [100_000, ''],
    ] as const) {
      const addresses = ['x'.repeat(length), '1 Elm, Tulsa, OK 74101'];
      const { providers } = await readHospitalJson(JSON.stringify({ hospital_address: addresses }));
      expect(providers.get(0)?.[0]?.place).toBe(place);
    }
  });

  test('is each hospital’s own where a file has several, their items counted anew', async () => {
    const { heads, providers, rates } = await readHospitalJson(
      `[${hospitalFileOf(itemOf({ payers_information: [paid(40)] }), itemOf({ payers_information: [paid(41)] }))},` +
        '{"version":"3.0.0","standard_charge_information":' +
        `[${JSON.stringify(itemOf({ payers_information: [paid(42)] }))}]}]`,
    );
    expect(heads).toEqual([pecan, { ...pecan, publisher: '', version: '3.0.0' }]);
    expect([...providers].map(([group, [provider]]) => [group, provider?.name])).toEqual([
      [0, 'Pecan'],
      [1, 'A hospital its file does not name'],
    ]);
    expect(rates.map(({ at, cents, groups }) => [at, cents, groups])).toEqual([
      [1, 4000, [0]],
      [2, 4100, [0]],
      [1, 4200, [1]],
    ]);
  });
});

test('a file that ends before any hospital begins tells of none', async () => {
  const { heads, account } = await readHospitalJson('[');
  expect(heads).toEqual([]);
  expect(account).toMatchObject({ present: 0, leftOut: {}, notes: [] });
});

describe('an item', () => {
  const leftOut = async (wants: ((code: string) => boolean) | undefined, ...items: readonly unknown[]) => {
    const { rates, account } = await readHospitalJson(hospitalFileOf(...items), wants);
    return [rates.length, account.leftOut, account.problems];
  };

  test('keeps nothing of the item and the charge before it', async () => {
    const { rates, account } = await readHospitalJson(
      hospitalFileOf(
        itemOf({ setting: 'inpatient', modifier_code: ['GP'], payers_information: [paid(40)] }, {}),
        { standard_charges: [{ payers_information: [{ payer_name: 'Cigna', standard_charge_dollar: 41 }] }] },
        itemOf({ payers_information: [paid(42), { payer_name: 'Cigna', standard_charge_dollar: 43 }] }),
      ),
    );
    expect(rates).toEqual([
      { ...paidRate, setting: 'inpatient', modifier: 'GP' },
      { ...paidRate, at: 3, cents: 4200 },
      { ...paidRate, at: 3, cents: 4300, payerRaw: 'Cigna', plan: '', methodology: '' },
    ]);
    expect(account).toMatchObject({ present: 5, leftOut: { 'no-payer': 1, 'other-code-type': 1 } });
  });

  test('has no code where type or code is missing, whatever the one before had', async () => {
    for (const half of [{ type: 'CPT' }, { code: 'G0283' }, {}]) {
      const { rates, account } = await readHospitalJson(
        hospitalFileOf(itemOf({ payers_information: [paid(40)] }), {
          code_information: [half],
          standard_charges: [{ payers_information: [paid(41)] }],
        }),
      );
      expect(rates).toEqual([paidRate]);
      expect(account.leftOut).toEqual({ 'other-code-type': 1 });
    }
  });

  test('counts its amounts where its codes do not count, at least one for each charge', async () => {
    const two = { payers_information: [paid(40), paid(41)] };
    for (const items of [
      { code_information: [drug], standard_charges: [two, {}] },
      { standard_charges: [two, {}], code_information: [drug] },
    ])
      expect(await leftOut(undefined, items)).toEqual([0, { 'other-code-type': 3 }, []]);
    expect(await leftOut(() => false, itemOf(two))).toEqual([0, { 'code-not-asked': 2 }, []]);
    expect(await leftOut(undefined, { code_information: [drug] })).toEqual([0, { 'other-code-type': 1 }, []]);
    expect(await leftOut(undefined, {})).toEqual([0, { 'other-code-type': 1 }, []]);
  });

  test('without a payer is one left out for each code and charge', async () => {
    const codes = [therapy, { code: '97112', type: 'CPT' }];
    expect(await leftOut(undefined, { code_information: codes })).toEqual([0, { 'no-payer': 2 }, []]);
    expect(
      await leftOut(undefined, {
        code_information: codes,
        standard_charges: [{}, { payers_information: [] }],
      }),
    ).toEqual([0, { 'no-payer': 4 }, []]);
  });

  test('may have one object where the schema has a list', async () => {
    const { rates } = await readHospitalJson(
      hospitalFileOf({ code_information: therapy, standard_charges: { payers_information: paid(40) } }),
    );
    expect(rates).toEqual([paidRate]);
  });

  test('may have its codes below its charges, and other words among them', async () => {
    const { rates, account } = await readHospitalJson(
      hospitalFileOf({
        standard_charges: [
          {
            payers_information: [{ ...paid(40), additional_payer_notes: ['x'], setting: 'inpatient' }],
            setting: { setting: 'inpatient' },
          },
        ],
        code_information: [{ ...therapy, setting: 'inpatient', description: 'x' }],
        setting: 'inpatient',
      }),
    );
    expect(rates).toEqual([paidRate]);
    expect(account).toMatchObject({ present: 1, read: 1 });
  });

  test('holds no list of modifiers longer than 1,000 characters', async () => {
    for (const [length, modifier] of [
      [999, 'GP'],
      [1000, ''],
    ] as const) {
      const { rates } = await readHospitalJson(
        hospitalFileOf(itemOf({ modifier_code: [' '.repeat(length), 'GP'], payers_information: [paid(40)] })),
      );
      expect(rates).toEqual([{ ...paidRate, modifier }]);
    }
  });

  test('holds 200,000 amounts and says of how many more it does not', async () => {
    const many = (count: number) =>
      `{"standard_charge_information":[{"code_information":[${JSON.stringify(therapy)},{"code":"97112","type":"CPT"}],` +
      `"standard_charges":[{"payers_information":[${'{},'.repeat(count - 1)}{}]}]}]}`;
    expect((await readHospitalJson(many(200_000))).account).toMatchObject({
      leftOut: { 'no-payer': 400_000 },
      problems: [],
    });
    expect((await readHospitalJson(many(200_001))).account).toMatchObject({
      leftOut: { 'no-payer': 400_000, unreadable: 2 },
      problems: [
        {
          file: 'file',
          line: 1,
          column: 'payers_information',
          found: '',
          message: 'The item has more than 200000 amounts; the rest is not read.',
          leftOut: true,
        },
      ],
    });
  });
});
