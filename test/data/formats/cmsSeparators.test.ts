import { describe, expect, test } from 'vitest';
import { isBlankRecord } from '../../../src/data/formats/cmsReader.ts';
import { gpciTable } from '../../../src/data/formats/gpciReader.ts';
import { loccoTable } from '../../../src/data/formats/loccoReader.ts';
import { pfPaymentTable } from '../../../src/data/formats/pfPaymentReader.ts';
import { pprrvuTable } from '../../../src/data/formats/pprrvuReader.ts';

const fixed = '';

describe('the first line that tells how cells are separated', () => {
  test.each<[string, string | undefined]>([
    ['HDR COPYRIGHT', fixed],
    ['TRL', fixed],
    ['HDRS', undefined],
    [' HDR', undefined],
    ['97110,,x', ','],
    ['97110;', ';'],
    ['"97110"\t', '\t'],
    [' "g0283" | x', '|'],
    ['0,x', ','],
    ['HCPCS,MOD', ','],
    ['97110', undefined],
    ['971100,x', undefined],
    ['97-10,x', undefined],
    ['"",x', undefined],
    ['a title, x', undefined],
    ['97110 x,', undefined],
  ])('of relative values: %j', (line, separator) => {
    expect(pprrvuTable.separatorOf(line)).toBe(separator);
  });

  test.each<[string, string | undefined]>([
    ['10112 AL 00 ALABAMA', fixed],
    ['  2102  AK\t', fixed],
    ['10112 AL', undefined],
    ['10112 ALA 00', undefined],
    ['10112 al 00', undefined],
    ['10112AL 00', undefined],
    ['112 AL 00', undefined],
    ['x 10112 AL 00', undefined],
    ['10112,AL', ','],
    ['"2102" ;AK', ';'],
    [' 10112\tAL', '\t'],
    ['10112|AL', '|'],
    ['112,AL', undefined],
    ['101120,AL', undefined],
    ['x10112,AL', undefined],
    ['10112 x,AL', undefined],
  ])('of cost indices: %j', (line, separator) => {
    expect(gpciTable.separatorOf(line)).toBe(separator);
  });

  test.each<[string, string | undefined]>([
    ['    10112      00   ALABAMA', fixed],
    ['2102 1 ', fixed],
    ['10112 00', undefined],
    ['10112 001 x', undefined],
    ['10112 x 0', undefined],
    ['1011200 x', undefined],
    ['112 00 x', undefined],
    ['x 10112 00 x', undefined],
    ['10112,0,ALABAMA', ','],
    [' "2102" ;1', ';'],
    ['10112\t0', '\t'],
    ['10112|0', '|'],
    ['112,0', undefined],
    ['101120,0', undefined],
    ['x10112,0', undefined],
  ])('of localities: %j', (line, separator) => {
    expect(loccoTable.separatorOf(line)).toBe(separator);
  });

  test.each<[string, string | undefined]>([
    ['2025,02102', ','],
    [' "2026" ;', ';'],
    ['2025\t', '\t'],
    ['2025|', '|'],
    ['1925,', undefined],
    ['20255,', undefined],
    ['202,', undefined],
    ['x2025,', undefined],
    ['20x5,', undefined],
    ['2025 x,', undefined],
  ])('of payment amounts: %j', (line, separator) => {
    expect(pfPaymentTable.separatorOf(line)).toBe(separator);
  });
});

test.each<[readonly string[], boolean]>([
  [[], true],
  [['', ' '], true],
  [['\u001A'], true],
  [['', '\u001A\u001A '], true],
  [['_x001A_', ''], true],
  [['', '\u001Ax'], false],
  [['x'], false],
  [['', '0'], false],
])('cells %j are blank: %s', (cells, isBlank) => {
  expect(isBlankRecord({ cells, at: 1, isFixedWidth: false, isOpen: false, isEnded: true })).toBe(isBlank);
});
