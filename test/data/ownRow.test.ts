import { expect, test } from 'vitest';
import type { OwnRatesField } from '../../src/data/ownRatesColumns.ts';
import { ownRatesReaders } from '../../src/data/ownRatesReaders.ts';
import { ownRowReader } from '../../src/data/ownRow.ts';
import { payerReader } from '../../src/domain/payerReader.ts';
import { shippedAliases } from '../support/releaseData.ts';

const readers = ownRatesReaders(payerReader(shippedAliases()), new Map(), 'point', false);
const reader = (...fields: readonly OwnRatesField[]) =>
  ownRowReader(
    { positions: new Map(fields.map((field, index) => [field, index])), laterModifiers: [] },
    readers,
  );

test('a row keeps its own problems when the next is read', () => {
  const read = reader('code', 'payer', 'rate');
  const good = read(['97110', 'Aetna', '1.00']);
  const bad = read([' x ', 'Aetna', '1.00']);
  const again = read(['97110', 'Aetna', '1.00']);
  expect([good.problems, again.problems]).toEqual([[], []]);
  expect(bad).toEqual({
    row: undefined,
    units: null,
    cents: 100,
    problems: [
      {
        index: 0,
        field: 'code',
        // What is quoted is trimmed.
        text: 'x',
        message: 'This is not a CPT or HCPCS code of 5 characters such as 97110 or G0283.',
      },
    ],
  });
  expect(again.row?.code).toEqual({ code: '97110', codeType: 'CPT', modifier: '' });
});

test('a row shorter than the header has blank cells; a field without a column is blank, too', () => {
  expect(reader('code', 'payer', 'rate')(['97110'])).toMatchObject({
    row: undefined,
    cents: undefined,
    problems: [
      { index: 1, field: 'payer', text: '' },
      { index: 2, field: 'rate', text: '' },
    ],
  });
  expect(reader('code', 'rate')(['97110', '1.00']).problems).toEqual([
    { index: -1, field: 'payer', text: '', message: 'The payer is blank.' },
  ]);
});

test('cells that were read before are read the same way again', () => {
  const read = reader('code', 'payer', 'rate', 'setting');
  const first = read(['97110', 'Aetna', '1.00', ' moon ']);
  expect(read(['97110', 'Aetna', '1.00', ' moon '])).toEqual(first);
  expect(first.problems.map(({ text }) => text)).toEqual(['moon']);
});

// As spreadsheets label the sum under a table (Excel's Subtotal writes "Grand Total"), beside companies called so.
test.each([
  ['Total', true],
  ['TOTALS:', true],
  ['Grand Total', true],
  ['overall total', true],
  ['Report totals', true],
  ['Subtotal', true],
  ['Sub-totals', true],
  ['sub total for Aetna', true],
  ['Total of 2026', true],
  ['Total Health Care', false],
  ['Totally Kids', false],
])('a line without a code that says %j: is it a sum of others? %s', (label, isTotal) => {
  const messages = reader(
    'code',
    'payer',
    'rate',
  )(['', label, '1.00']).problems.map(({ message }) => message);
  expect(messages.includes('A total of other lines: they are counted, it is not.')).toBe(isTotal);
});
