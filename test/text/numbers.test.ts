import { expect, test } from 'vitest';
import { absent, present } from '../../src/domain/cell.ts';
import {
  countOf,
  formatCell,
  formatMoney,
  formatRatio,
  formatSignedMoney,
  formatSignedRatio,
} from '../../src/text/numbers.ts';

// Excel's ROUND, half away from zero: ROUND(0.00049, 3) and ROUND(-0.00049, 3) are 0, ROUND(0.0005, 3) is 0.001 and
// ROUND(-0.0005, 3) is -0.001.
test.each([
  [0, '0.0%'],
  [0.00049, '0.0%'],
  [-0.00049, '0.0%'],
  [0.0005, '+0.1%'],
  [-0.0005, '−0.1%'],
  [0.075, '+7.5%'],
  [12.3456, '+1,234.6%'],
])('a difference of %d is %s: what rounds to nothing is neither a gain nor a loss', (fraction, text) => {
  expect(formatSignedRatio(fraction)).toBe(text);
});

// ROUND(0.0049, 2) and ROUND(-0.0049, 2) are 0, ROUND(0.005, 2) is 0.01 and ROUND(-0.005, 2) is -0.01.
test.each([
  [0, '$0.00'],
  [0.49, '$0.00'],
  [-0.49, '$0.00'],
  [0.5, '+$0.01'],
  [-0.5, '−$0.01'],
  [293, '+$2.93'],
  [-123_456.5, '−$1,234.57'],
])('%d cents of difference are %s', (cents, text) => {
  expect(formatSignedMoney(cents)).toBe(text);
});

test('an amount or a ratio below half of its last digit loses its sign', () => {
  expect([formatMoney(-0.4), formatMoney(-0.5), formatMoney(11_147.5)]).toEqual([
    '$0.00',
    '−$0.01',
    '$111.48',
  ]);
  expect([formatRatio(-0.0004), formatRatio(-0.0005), formatRatio(1.141)]).toEqual([
    '0.0%',
    '−0.1%',
    '114.1%',
  ]);
});

test('one is singular, none and thousands are plural, minus ones too', () => {
  expect([0, 1, 2, 27_620, -1].map((count) => countOf(count, 'rate'))).toEqual([
    '0 rates',
    '1 rate',
    '2 rates',
    '27,620 rates',
    '−1 rates',
  ]);
  expect([1, 2].map((count) => countOf(count, 'locality', 'localities'))).toEqual([
    '1 locality',
    '2 localities',
  ]);
});

test('a cell is written by its column, an absence by its words', () => {
  expect(formatCell(present(-0.0123), 'signed-ratio')).toBe('−1.2%');
  expect(formatCell(present(-1234), 'signed-money')).toBe('−$12.34');
  expect(formatCell(present(1234), 'money')).toBe('$12.34');
  expect(formatCell(present(1234), 'count')).toBe('1,234');
  expect(formatCell(present(1234), 'text')).toBe('1234');
  expect(formatCell(absent('too-few', 'fewer than 5 votes (3)'), 'money')).toBe('fewer than 5 votes (3)');
});
