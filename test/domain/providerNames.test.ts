import { expect, test } from 'vitest';
import { providerName } from '../../src/domain/providerKey.ts';
import { providerNames, systemNames } from '../../src/domain/providerNames.ts';
import { rateTable } from '../support/builders.ts';

const table = rateTable('97110', [
  { rate: 1, provider: 'Zion', system: 'Sutter Health' },
  { rate: 1, provider: 'Alamo' },
  { rate: 1, provider: 'Mercy', place: '', system: 'Ascension' },
  { rate: 1, provider: 'Bexar', place: 'AK', system: 'Sutter Health' },
]);

test('systems first, then providers, each by name; a provider with its place where it has one', () => {
  expect([...providerNames(table)]).toEqual([
    ['system-ascension', 'Ascension (health system)'],
    ['system-sutter-health', 'Sutter Health (health system)'],
    ['tx-alamo', 'Alamo, TX'],
    ['ak-bexar', 'Bexar, AK'],
    ['mercy', 'Mercy'],
    ['tx-zion', 'Zion, TX'],
  ]);
});

test('over all places the systems, and the provider a link brought along', () => {
  expect([...systemNames(table, null).keys()]).toEqual(['system-ascension', 'system-sutter-health']);
  expect([...systemNames(table, 'tx-alamo')]).toEqual([
    ['system-ascension', 'Ascension (health system)'],
    ['system-sutter-health', 'Sutter Health (health system)'],
    ['tx-alamo', 'Alamo, TX'],
  ]);
  expect(systemNames(table, 'tx-nobody').size).toBe(2);
});

test('one by its key: a provider with its place, a system by its name, nothing that the table does not have', () => {
  expect(providerName(table, 'tx-zion')).toBe('Zion, TX');
  expect(providerName(table, 'mercy')).toBe('Mercy');
  expect(providerName(table, 'system-sutter-health')).toBe('Sutter Health');
  expect(providerName(table, 'system-nobody')).toBeNull();
});
