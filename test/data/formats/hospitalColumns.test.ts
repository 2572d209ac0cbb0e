import { describe, expect, test } from 'vitest';
import { hospitalColumns } from '../../../src/data/formats/hospitalColumns.ts';
import { hospitalHeading } from '../../../src/data/formats/hospitalHeading.ts';

const none = {
  payer: '',
  plan: '',
  dollars: -1,
  percentage: -1,
  algorithm: -1,
  methodology: -1,
  estimate: -1,
};

test('a heading is its parts between bars, and the same in the template’s spelling', () => {
  expect(hospitalHeading('\uFEFFStandard Charge | Aetna\r\nCommercial|Gold-PPO |Negotiated-Dollar')).toEqual({
    parts: ['Standard Charge', 'Aetna Commercial', 'Gold-PPO', 'Negotiated-Dollar'],
    words: ['standard_charge', 'aetna_commercial', 'gold_ppo', 'negotiated_dollar'],
  });
});

describe('a tall file', () => {
  test('every column by its heading, in any order and among others', () => {
    expect(
      hospitalColumns([
        'description',
        'estimated_amount',
        'code|1',
        'setting',
        'payer_name',
        'standard_charge|methodology',
        'code|1|type',
        'plan_name',
        'standard_charge|negotiated_percentage',
        'modifiers',
        'standard_charge|negotiated_dollar',
        'billing_class',
        'standard_charge|gross',
        'standard_charge|negotiated_algorithm',
        '',
        ' ',
      ]),
    ).toEqual({
      codes: [{ code: 2, type: 6 }],
      modifiers: 9,
      setting: 3,
      billingClass: 11,
      gross: 12,
      payer: 4,
      plan: 7,
      amount: { ...none, dollars: 10, percentage: 8, algorithm: 13, methodology: 5, estimate: 1 },
      payers: [],
      // Up to the last heading that is not blank.
      width: 14,
    });
  });

  test('other spellings of a heading, the first of several of one', () => {
    const columns = hospitalColumns([
      'CODE',
      'Code Type',
      'Modifier',
      'Gross-Charge',
      'Payer',
      'Plan',
      'median_amount',
      'code',
    ]);
    expect(columns).toMatchObject({
      codes: [{ code: 0, type: 1 }],
      modifiers: 2,
      gross: 3,
      payer: 4,
      plan: 5,
      amount: { estimate: 6 },
    });
    expect(hospitalColumns(['code', 'payer', 'modifier_code', 'payer', 'setting', 'setting'])).toMatchObject({
      modifiers: 2,
      payer: 1,
      setting: 4,
      plan: -1,
      billingClass: -1,
      gross: -1,
    });
    const twice = hospitalColumns([
      'code',
      'payer',
      'standard_charge|negotiated_dollar',
      'standard_charge|negotiated_dollar',
    ]);
    expect(twice?.amount.dollars).toBe(2);
  });

  test('codes by their numbers, those with a type alone left out', () => {
    expect(
      hospitalColumns(['code|10', 'code|2|type', 'code|2', 'code_3_type', 'code|[i]', 'payer_name'])?.codes,
    ).toEqual([
      { code: 2, type: 1 },
      { code: 0, type: -1 },
      { code: 4, type: -1 },
    ]);
    // Neither is a code's column.
    expect(hospitalColumns(['codes', 'my code', 'code|1|kind', 'payer_name'])).toBeUndefined();
  });
});

describe('a wide file', () => {
  test('a payer and plan for each group of headings, in their order', () => {
    const columns = hospitalColumns([
      'code|1',
      'standard_charge|Aetna|PPO|negotiated_dollar',
      'standard_charge|Cigna|Open|Access|negotiated_dollar',
      'standard_charge|Aetna|PPO|methodology',
      'median_amount|Aetna|PPO',
      'standard_charge|Humana|negotiated_percentage',
      'estimated_amount|Cigna|Open|Access',
      'standard_charge|Aetna|PPO|negotiated_algorithm',
    ]);
    expect(columns?.payers).toEqual([
      { ...none, payer: 'Aetna', plan: 'PPO', dollars: 1, methodology: 3, estimate: 4, algorithm: 7 },
      { ...none, payer: 'Cigna', plan: 'Open|Access', dollars: 2, estimate: 6 },
      { ...none, payer: 'Humana', percentage: 5 },
    ]);
    expect(columns?.amount).toEqual(none);
  });

  test('the same payer and plan once more is another contract', () => {
    const heading = 'standard_charge|Aetna|PPO|negotiated_dollar';
    expect(hospitalColumns(['code', heading, heading])?.payers).toEqual([
      { ...none, payer: 'Aetna', plan: 'PPO', dollars: 1 },
      { ...none, payer: 'Aetna', plan: 'PPO', dollars: 2 },
    ]);
  });

  test('a heading without a payer or of another field is none', () => {
    for (const heading of [
      'standard_charge||PPO|negotiated_dollar',
      'standard_charge|Aetna|PPO|price',
      'median|Aetna|PPO',
      'additional_payer_notes|Aetna|PPO',
      'negotiated_dollar',
    ])
      expect(hospitalColumns(['code', heading])).toBeUndefined();
  });
});

test('a header has codes, and charges or a payer', () => {
  expect(hospitalColumns(['code', 'standard_charge|gross'])).toBeDefined();
  expect(hospitalColumns(['code', 'payer_name'])).toBeDefined();
  expect(hospitalColumns(['code', 'standard_charge|negotiated_dollar'])).toBeUndefined();
  expect(hospitalColumns(['payer_name', 'standard_charge|gross'])).toBeUndefined();
  expect(hospitalColumns(['code|1|type', 'payer_name'])).toBeUndefined();
  expect(hospitalColumns([])).toBeUndefined();
});
