import { expect, test } from 'vitest';
import { providerKey, providerKeysOf, systemKey } from '../../src/domain/providerKey.ts';
import { rateTable } from '../support/builders.ts';

const table = rateTable('97110', [
  { rate: 1, provider: 'St. Mary’s  Hospital (Main)', system: 'CHI: St. Luke’s', place: 'TX' },
  { rate: 1, provider: '7th Street PT', place: '' },
]);
const [main, seventh] = table.providers;

test('keys are plain letters and digits with single strokes between them', () => {
  if (!main || !seventh) throw new Error('two providers');
  expect(providerKey(main)).toBe('tx-st-mary-s-hospital-main');
  expect(providerKey(seventh)).toBe('7th-street-pt');
  expect(systemKey(main)).toBe('system-chi-st-luke-s');
  expect(systemKey(seventh)).toBeUndefined();
});

test('a provider is chosen by its own key and by its system’s', () => {
  const keys = providerKeysOf(table);
  expect(keys).toEqual([['tx-st-mary-s-hospital-main', 'system-chi-st-luke-s'], ['7th-street-pt']]);
  // Made once for a release: its tables share their providers.
  expect(providerKeysOf({ ...table, code: '97140' })).toBe(keys);
});
