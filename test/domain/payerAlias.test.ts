import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readCsv } from '../../src/data/readCsv.ts';
import { payerBySourceName } from '../../src/domain/payer.ts';
import { isNotAPayer, payerByName, planLineByName } from '../../src/domain/payerAlias.ts';

describe('payer and line by printed names', () => {
  test.each([
    ['Aetna', '', 'aetna', 'Commercial', false],
    ['AETNA HMO/PPO', '', 'aetna', 'Commercial', true],
    ['Meritain Health', '', 'aetna', 'Commercial', false],
    ['BCBS_TEXAS', '', 'bcbs', 'Commercial', false],
    ['Anthem Blue Cross', 'PPO', 'bcbs', 'Commercial', true],
    ['Highmark', '', 'bcbs', 'Commercial', false],
    ['Premera Preferred', '', 'bcbs', 'Commercial', false],
    ['Regence', '', 'bcbs', 'Commercial', false],
    ['CIGNA [1006]', '', 'cigna', 'Commercial', false],
    ['UMR', '', 'uhg', 'Commercial', false],
    ['UHC', 'Choice Plus', 'uhg', 'Commercial', false],
    ['Optum', 'Commercial', 'uhg', 'Commercial', true],
    ['United', '', 'uhg', 'Commercial', false],
    ['United of Omaha', '', 'other', 'Commercial', false],
    ['Humana', '', 'humana', 'Commercial', false],
    ['Kaiser Permanente', '', 'kaiser', 'Commercial', false],
    ['Moda Health', '', 'other', 'Commercial', false],
    ['Aetna', 'Medicare', 'medicare-advantage', 'Medicare Advantage', true],
    ['HUMANA MCR ADV', '', 'medicare-advantage', 'Medicare Advantage', true],
    ['Medicare', '', 'medicare', 'Medicare (traditional)', true],
    ['Medicare', 'Part B', 'medicare', 'Medicare (traditional)', true],
    ['Medicare Advantage', '', 'medicare-advantage', 'Medicare Advantage', true],
    ['AETNA BETTER HEALTH OF OHIO', '', 'medicaid', 'Medicaid / CHIP', true],
    ['State of Alaska', 'Workers Comp', 'workers-comp', "Workers' comp / auto", true],
    ["Workers' Compensation", '', 'workers-comp', "Workers' comp / auto", true],
    ['Humana: Tricare', '', 'tricare', 'Tricare/VA', true],
    ['Optum', 'VACCN', 'tricare', 'Tricare/VA', true],
    ['Aetna', 'Qualified Health Plan', 'aetna', 'Exchange / individual', true],
    ['MEDICAL MUTUAL OF OHIO', 'PPO', 'other', 'Commercial', true],
  ])('%s, %s', (payerText, planText, payer, line, lineStated) => {
    expect(payerByName(payerText, planText)).toMatchObject({ payer, line, lineStated });
  });

  test('a stated line wins over what the names suggest, and keeps the brand as parent', () => {
    expect(payerByName('Aetna', 'PPO', 'Medicaid / CHIP')).toEqual({
      payer: 'medicaid',
      line: 'Medicaid / CHIP',
      lineStated: true,
      parent: 'Aetna',
    });
  });

  test('lines by name', () => {
    expect(planLineByName('Commercial')).toBe('Commercial');
    expect(planLineByName('Medicare FFS')).toBe('Medicare (traditional)');
    expect(planLineByName('MA-PD')).toBeUndefined();
    expect(planLineByName('blue sky')).toBeUndefined();
  });

  test('prices nobody but the patient pays are no payers', () => {
    for (const name of ['Gross Charge', 'Discounted Cash Charge', 'Cash', 'Self-Pay', 'Uninsured', 'Min']) {
      expect(isNotAPayer(name), name).toBe(true);
    }
    expect(isNotAPayer('Cashmere Health')).toBe(false);
    expect(isNotAPayer('Minnesota Blue')).toBe(false);
  });
});

test('of the 610 published payer and plan pairs sorted by hand, at least 94% land on the same payer', () => {
  const text = readFileSync('sources/commercial/payer-plan-variants.csv', 'utf8');
  const { rows, header } = readCsv(text, 'payer-plan-variants.csv');
  expect(header).toEqual(['raw', 'plan', 'parent', 'line', 'payer']);
  const pairs = rows.filter(({ cells }) => cells[4] !== '(drop)');
  const same = pairs.filter(({ cells: [raw = '', plan = '', , , payer = ''] }) => {
    return payerByName(raw, plan).payer === payerBySourceName(payer)?.id;
  });
  expect(pairs).toHaveLength(608);
  expect(same.length / pairs.length).toBeGreaterThanOrEqual(0.94);
  for (const { cells } of rows.filter(({ cells: [, , , , payer] }) => payer === '(drop)')) {
    expect(isNotAPayer(cells[0] ?? ''), cells[0]).toBe(true);
  }
});
