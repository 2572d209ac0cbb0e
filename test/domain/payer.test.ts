import { expect, test } from 'vitest';
import { methodologyGroup } from '../../src/domain/methodology.ts';
import { type PayerId, payerById, payerBySourceName, payers } from '../../src/domain/payer.ts';

test('the payers in table order, with the names of the source data', () => {
  expect(payers.map(({ id, name, sourceName }) => [id, name, sourceName])).toEqual([
    ['aetna', 'Aetna', 'Aetna'],
    ['bcbs', 'BCBS', 'BCBS'],
    ['cigna', 'Cigna', 'Cigna'],
    ['uhg', 'UnitedHealth Group', 'UnitedHealth Group'],
    ['humana', 'Humana', 'Humana'],
    ['kaiser', 'Kaiser Permanente', 'Kaiser Permanente'],
    ['other', 'Other commercial payers', 'Other'],
    ['medicare-advantage', 'Medicare Advantage', 'Medicare Advantage'],
    ['medicaid', 'Medicaid', 'Medicaid'],
    ['medicare', 'Medicare (as hospitals publish it)', 'Medicare'],
    ['workers-comp', "Workers' comp", "Workers' Comp"],
    ['tricare', 'Tricare/VA', 'Tricare/VA'],
  ]);
  // BCBS + UnitedHealth Group + Cigna + Aetna.
  expect(payers.filter(({ inBuca }) => inBuca).map(({ id }) => id)).toEqual([
    'aetna',
    'bcbs',
    'cigna',
    'uhg',
  ]);
});

test('are found by id and by source name', () => {
  for (const payer of payers) {
    expect(payerById(payer.id)).toBe(payer);
    expect(payerBySourceName(payer.sourceName)).toBe(payer);
  }
  expect(payerBySourceName('Quillfern')).toBeUndefined();
  expect(() => payerById('quillfern' as PayerId)).toThrow('no payer with the id quillfern');
});

test.each([
  ['', 'unstated'],
  ['fee schedule', 'fee-schedule'],
  [' Fee Schedule ', 'fee-schedule'],
  ['tic fee schedule', 'fee-schedule'],
  ['TiC negotiated', 'negotiated'],
  ['negotiated', 'negotiated'],
  ['tic per diem', 'per-diem'],
  ['per diem', 'per-diem'],
  ['tic derived', 'estimate'],
  ['derived contracted rate', 'estimate'],
  ['expected payment', 'estimate'],
  ['tic clinic median of distinct rates', 'estimate'],
  ['percent of total billed charges', 'percent-of-charges'],
  ['case rate', 'other'],
  ['constructor', 'other'],
])('the methodology %j is of the group %s', (published, group) => {
  expect(methodologyGroup(published)).toBe(group);
});
