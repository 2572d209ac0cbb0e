import { describe, expect, test } from 'vitest';
import { areEnough, chargeChoice } from '../../../src/data/chargeChoice.ts';
import { offeredCharges } from '../../../src/data/formats/offeredCharges.ts';
import { payerReader } from '../../../src/domain/payerReader.ts';
import { shippedAliases } from '../../support/releaseData.ts';

const names = payerReader(shippedAliases());

const offered = (text: string) => offeredCharges(new TextEncoder().encode(text), names);

describe('a table nothing shows to be a hospital’s', () => {
  test('is offered with what headings and cells say, titles above it or none, where a column holds money', () => {
    const table = 'Svc,What,Aetna,Quillfern Trust\n97110,exercise,$41.50,39.00\n97140-GP,manual,$38.00,\n';
    const expected = {
      header: ['Svc', 'What', 'Aetna', 'Quillfern Trust'],
      firstRows: [
        ['97110', 'exercise', '$41.50', '39.00'],
        ['97140-GP', 'manual', '$38.00', ''],
      ],
      fields: { code: 'Svc' },
      payers: ['Aetna', 'Quillfern Trust'],
      payerNames: ['Aetna', ''],
      source: 'headings',
    };
    expect(offered(table)).toEqual(expected);
    expect(offered(`Prices of Zyxo Falls\nas of,2021\n\n${table}`)).toEqual(expected);
    expect(offered(table.replaceAll(',', ';'))).toEqual(expected);
  });

  test.each([
    ['without money', 'a,b,c\n1,2,3\n'],
    ['of two columns', 'code,rate\n97110,$3.00\n'],
    ['of texts with an amount here and there', 'a,b,c\nx,y,1.50\nx,y,z\nx,y,w\n'],
    ['without headings', '97110,Aetna,41.50\n97140,Aetna,38.00\n'],
    ['of nothing', ''],
  ])('is not offered %s', (_, text) => {
    expect(offered(text)).toBeUndefined();
  });
});

test('columns set for a file come before those remembered, and each only for the headings it was set for', () => {
  const headings = ['Svc', 'Aetna'];
  const columns = { headings, fields: { code: 'Svc' }, payers: ['Aetna'] };
  const choice = chargeChoice([{ ...columns, file: 'a.csv', payers: [] }], [columns]);
  expect(choice('a.csv', headings)).toEqual({ fields: { code: 'Svc' }, payers: [], source: 'chosen' });
  expect(choice('b.csv', headings)).toEqual({
    fields: { code: 'Svc' },
    payers: ['Aetna'],
    source: 'remembered',
  });
  expect(choice('a.csv', ['Svc', 'Cigna'])).toBeUndefined();
});

test('a code, and payers in headings or a payer and a rate in each row, are enough', () => {
  expect(areEnough({ fields: { code: 'a' }, payers: ['b'] })).toBe(true);
  expect(areEnough({ fields: { code: 'a', payer: 'b', rate: 'c' }, payers: [] })).toBe(true);
  expect(areEnough({ fields: { code: 'a', payer: 'b' }, payers: [] })).toBe(false);
  expect(areEnough({ fields: {}, payers: ['b'] })).toBe(false);
});
