import { expect, test } from 'vitest';
import { withZeros } from '../../../src/data/formats/cmsReader.ts';
import { fixedPoint } from '../../../src/data/formats/fixedPoint.ts';

test.each<[string, number, number | undefined]>([
  ['1.064', 3, 1064],
  ['1.0640', 3, 1064],
  ['1.5', 3, 1500],
  ['1.', 3, 1000],
  ['1', 3, 1000],
  ['.5', 3, 500],
  ['0', 2, 0],
  ['0000037.06', 2, 3706],
  ['33.4009', 4, 334_009],
  ['7', 0, 7],
  ['7.000', 0, 7],
  ['7.5', 0, undefined],
  ['1.0641', 3, undefined],
  ['1.06410', 3, undefined],
  ['123456789.12', 2, 12_345_678_912],
  ['1234567890.12', 2, undefined],
  [`1.${'0'.repeat(20)}`, 2, 100],
  [`1.${'0'.repeat(21)}`, 2, undefined],
  ['', 2, undefined],
  ['.', 2, undefined],
  ['-1', 2, undefined],
  ['+1', 2, undefined],
  ['$1', 2, undefined],
  ['1 ', 2, undefined],
  ['1,5', 2, undefined],
  ['1.5x', 2, undefined],
  ['1.x', 2, undefined],
  ['x.5', 2, undefined],
  ['1.5.5', 2, undefined],
])('%j with %i digits is %j', (text, digits, value) => {
  expect(fixedPoint(text, digits)).toBe(value);
});

test('zeros in front that a spreadsheet took are put back, and before numbers only', () => {
  expect(['100', '00100', '100100', '', 'G1', '1.5', '-1', ' 1'].map((text) => withZeros(text, 5))).toEqual([
    '00100',
    '00100',
    '100100',
    '',
    'G1',
    '1.5',
    '-1',
    ' 1',
  ]);
});
