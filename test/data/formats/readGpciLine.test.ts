import { describe, expect, test } from 'vitest';
import { gpciColumnsByPosition } from '../../../src/data/formats/gpciColumns.ts';
import { lineFault } from '../../../src/data/formats/lineFault.ts';
import { fixedGpciCells, readGpciLine } from '../../../src/data/formats/readGpciLine.ts';

const three = gpciColumnsByPosition(3);
const four = gpciColumnsByPosition(4);
if (!three || !four) throw new Error('a table of three or four indices has columns');

const anchorage = ['2102', 'ak', '1', 'ALASKA  (ALL) **', '1.500', '1.081', '0.592'];
const alaska = {
  kind: 'gpci',
  at: 7,
  year: 2026,
  mac: '02102',
  place: 'AK',
  locality: '01',
  name: 'ALASKA (ALL)',
  mark: '**',
  workGpci: 1500,
  workGpciWithoutFloor: null,
  peGpci: 1081,
  malpracticeGpci: 592,
};
const read = (change: Readonly<Record<number, string>> = {}) =>
  readGpciLine(
    anchorage.map((cell, at) => change[at] ?? cell),
    three,
    7,
    2026,
  );

describe('a line of the cost index table', () => {
  test('is read: zeros that a spreadsheet took, blanks and the mark put right, indices in thousandths', () => {
    expect(read()).toEqual(alaska);
    expect(read({ 3: 'ALASKA *' })).toEqual({ ...alaska, name: 'ALASKA', mark: '*' });
    expect(read({ 3: 'ALASKA' })).toEqual({ ...alaska, name: 'ALASKA', mark: '' });
  });

  test('has the higher of two work indices under one heading for the one with the floor', () => {
    const indices = (...works: readonly string[]) =>
      readGpciLine([...anchorage.slice(0, 4), ...works, '1.081', '0.592'], four, 7, 2026);
    const read2 = { ...alaska, workGpci: 1000, workGpciWithoutFloor: 988 };
    expect(indices('0.988', '1.000')).toEqual(read2);
    expect(indices('1.000', '0.988')).toEqual(read2);
  });

  test('has each where its heading says, whichever is higher', () => {
    const named = { ...four, isFloorByValue: false };
    expect(readGpciLine([...anchorage.slice(0, 4), '1.001', '1', '1', '1'], named, 7, null)).toMatchObject({
      year: null,
      workGpci: 1000,
      workGpciWithoutFloor: 1001,
    });
  });
});

describe('what cannot be read of a line', () => {
  const notIndex = 'This is not an index with at most three decimals, between 0.1 and 5.';

  test.each([
    [0, '21O2', 'MAC', '21O2', 'This is not a contractor number of five digits.'],
    [0, '', 'MAC', '', 'This is not a contractor number of five digits.'],
    [1, 'Alaska', 'State', 'ALASKA', 'This is not the postal code of one of the 53 places, such as TX.'],
    [1, 'ZZ', 'State', 'ZZ', 'This is not the postal code of one of the 53 places, such as TX.'],
    [2, '100', 'Locality Number', '100', 'This is not a locality number of two digits.'],
    [3, ' ', 'Locality Name', '', 'The locality has no name.'],
    [3, '**', 'Locality Name', '', 'The locality has no name.'],
    [4, '1.5001', 'work GPCI', '1.5001', notIndex],
    [4, '', 'work GPCI', '', notIndex],
    [5, '0.099', 'PE GPCI', '0.099', notIndex],
    [6, '5.001', 'MP GPCI', '5.001', notIndex],
    [6, 'x', 'MP GPCI', 'x', notIndex],
  ])('cell %i as “%s”', (at, cell, column, found, message) => {
    expect(read({ [at]: cell })).toEqual(lineFault(column, found, message));
  });

  test('is told of the work index before the floor, too', () => {
    const cells = [...anchorage.slice(0, 4), '-', '1.000', '1.081', '0.592'];
    expect(readGpciLine(cells, four, 7, 2026)).toEqual(lineFault('work GPCI without floor', '-', notIndex));
  });

  test('is the first thing of several', () => {
    expect(read({ 6: 'x', 2: 'x', 4: 'x' })).toMatchObject({ column: 'Locality Number' });
  });

  test('is nothing at the ends of what an index may be', () => {
    expect(read({ 4: '0.1', 5: '5' })).toMatchObject({ workGpci: 100, peGpci: 5000 });
  });
});

test('a line of fixed width: the indices are the last numbers, at most four, and the name what stands before', () => {
  expect(fixedGpciCells('  10112  AL  00  ALABAMA           1.000   0.869   0.575 ')).toEqual([
    '10112',
    'AL',
    '00',
    'ALABAMA',
    '1.000',
    '0.869',
    '0.575',
  ]);
  expect(fixedGpciCells('01112 CA 05 SAN FRANCISCO 1 .988 1.0 1.000 .5')).toEqual([
    '01112',
    'CA',
    '05',
    'SAN FRANCISCO 1',
    '.988',
    '1.0',
    '1.000',
    '.5',
  ]);
  expect(fixedGpciCells('10112 AL 00 ALABAMA')).toEqual(['10112', 'AL', '00', 'ALABAMA']);
});
