import { describe, expect, test } from 'vitest';
import { isClaimFile } from '../../src/data/claimColumns.ts';
import {
  choiceFor,
  headingWords,
  isHeader,
  matchColumns,
  ownRatesColumns,
  ownRatesTemplate,
  type RememberedColumns,
  sameHeadings,
} from '../../src/data/ownRatesColumns.ts';

/** `field: heading (index)` of each column found. */
const found = (header: readonly string[], chosen?: RememberedColumns) =>
  matchColumns(header, chosen).map(({ field, header: heading, index }) => `${field}: ${heading} (${index})`);

test.each([
  ['CPT/HCPCS Code', 'cpt hcpcs code'],
  ['cpt_hcpcs_code', 'cpt hcpcs code'],
  ['PayerName', 'payer name'],
  ['Rate ($)', 'rate'],
  ['Rate (US$)', 'rate'],
  ['Rate (USD)', 'rate'],
  ['Rate (dollars)', 'rate'],
  ['Rate (Dollar)each', 'rate each'],
  ['negotiated_rate_usd', 'negotiated rate'],
  ['usd', ''],
  ['Rate USD net in dollars', 'rate net'],
  ['usda rate', 'usda rate'],
  ['Rate in dollars', 'rate'],
  ['USD rate', 'rate'],
  ['% of Medicare', 'percent of medicare'],
  ['110%', '110 percent'],
  [' -- ', ''],
])('the heading %j is the words %j', (heading, words) => {
  expect(headingWords(heading)).toBe(words);
});

describe('columns by their headings', () => {
  test('every field is known by each of its headings, the first of its list before the others', () => {
    for (const { field, headings } of ownRatesColumns) {
      expect(headings.length).toBeGreaterThan(2);
      expect(headings).not.toContain('');
      // A plan alone is the payer.
      const only = field === 'plan' ? 'payer' : field;
      for (const heading of headings)
        expect(found([heading.toUpperCase()]), heading).toEqual([`${only}: ${heading.toUpperCase()} (0)`]);
      expect(found(['x', ...headings.toReversed()])).toEqual([
        `${only}: ${headings[0]} (${headings.length})`,
      ]);
    }
  });

  test('no heading is of two fields', () => {
    const all = ownRatesColumns.flatMap(({ headings }) => headings);
    expect(new Set(all).size).toBe(all.length);
  });

  test('code, payer and rate are needed, in that order', () => {
    expect(ownRatesColumns.filter(({ required }) => required).map(({ field }) => field)).toEqual([
      'code',
      'payer',
      'rate',
    ]);
  });

  test('a plan beside a payer is a plan', () => {
    expect(found(['Plan', 'CPT', 'Payor'])).toEqual(['code: CPT (1)', 'payer: Payor (2)', 'plan: Plan (0)']);
  });

  test('a choice counts alone, and only where its heading is there', () => {
    const chosen = {
      headings: [],
      lines: 'rates',
      fields: { code: 'Svc', rate: 'Gone', units: 'Payer' },
    } as const;
    expect(found(['Payer', 'Svc', 'CPT'], chosen)).toEqual(['code: Svc (1)', 'units: Payer (0)']);
  });
});

test('a header has a code and something about it', () => {
  expect(
    ['Payer', 'Rate', '% of Medicare', 'Units', 'Plan'].map((other) => isHeader(['CPT', other])),
  ).toEqual([true, true, true, true, true]);
  expect(isHeader(['CPT', 'Modifier'])).toBe(false);
  expect(isHeader(['Payer', 'Rate'])).toBe(false);
  expect(isHeader([])).toBe(false);
});

test('claim lines have an allowed amount beside units; a volume is a year’s', () => {
  const isClaim = (...header: readonly string[]) => isClaimFile(matchColumns(header));
  for (const amount of ['Allowed Amount', 'allowed_amt', 'Allowed'])
    expect(isClaim(amount, 'Units')).toBe(true);
  for (const units of ['Qty', 'Quantity', 'Svc Units', 'Unit Count', 'Days or Units', 'Billed Units'])
    expect(isClaim('Allowed', units)).toBe(true);
  expect(isClaim('Rate', 'Units')).toBe(false);
  expect(isClaim('Allowed', 'Volume')).toBe(false);
  expect(isClaim('Allowed')).toBe(false);
  expect(isClaim('Units')).toBe(false);
});

test('headers are the same word for word, in the same order', () => {
  expect(sameHeadings(['a', 'b'], ['a', 'b'])).toBe(true);
  expect(sameHeadings(['a', 'b'], ['b', 'a'])).toBe(false);
  expect(sameHeadings(['a'], ['a', 'b'])).toBe(false);
  expect(sameHeadings(['a', 'b'], ['a'])).toBe(false);
});

test('what was chosen comes before what is remembered, and that before the headings', () => {
  const entry = { headings: ['a', 'b'], fields: { code: 'a' }, lines: 'claims' } as const;
  const chosen = { fields: { code: 'b' }, lines: 'rates' } as const;
  expect(choiceFor(['a', 'b'], chosen, [entry])).toEqual({ choice: chosen, source: 'chosen' });
  expect(choiceFor(['a', 'b'], undefined, [entry])).toEqual({ choice: entry, source: 'remembered' });
  expect(choiceFor(['b', 'a'], undefined, [entry])).toEqual({ choice: undefined, source: 'headings' });
});

test('the template is a heading for each field, each of which is read back', () => {
  const template = ownRatesTemplate();
  expect(template).toMatch(/^code,payer,rate,.*,place_of_service\r\n$/);
  const header = template.trim().split(',');
  expect(matchColumns(header).map(({ field }) => field)).toEqual(ownRatesColumns.map(({ field }) => field));
});
