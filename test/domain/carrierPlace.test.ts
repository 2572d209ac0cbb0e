import { expect, test } from 'vitest';
import { carrierPlace } from '../../src/domain/carrierPlace.ts';
import { sourceRows } from '../support/cmsFiles.ts';

test('the places of contractors are those of the cost index tables of 2020 to 2026', () => {
  const rows = sourceRows('gpci-2020-2026.csv');
  expect(new Set(rows.map((row) => row['state'])).size).toBe(53); // 50 states, DC, PR and VI
  for (const { mac = '', locality = '', state } of rows) expect(carrierPlace(mac, locality)).toBe(state);
});

test('contractor 09202 pays in Puerto Rico and the Virgin Islands, told apart by locality', () => {
  expect(carrierPlace('09202', '20')).toBe('PR');
  expect(carrierPlace('09202', '50')).toBe('VI');
  expect(carrierPlace('09202', '99')).toBeUndefined();
});

test('a number that is not known has no place, whatever the locality', () => {
  expect(carrierPlace('99999', '20')).toBeUndefined();
  expect(carrierPlace('', '')).toBeUndefined();
});
