import { describe, expect, test } from 'vitest';
import { formats } from '../../../src/data/formats/formats.ts';
import { gpciFormat } from '../../../src/data/formats/gpciFormat.ts';
import { loccoFormat } from '../../../src/data/formats/loccoFormat.ts';
import { pfPaymentFormat } from '../../../src/data/formats/pfPaymentFormat.ts';
import { pprrvuFormat } from '../../../src/data/formats/pprrvuFormat.ts';

const start = (text: string, isWhole = true) => ({ bytes: new Uint8Array(), text, isWhole });

test('every form has a name that fits a sentence', () => {
  expect(Object.fromEntries(formats.map(({ id, name }) => [id, name]))).toEqual({
    'hpt-json': 'a hospital file, CMS schema, JSON',
    'hpt-csv-tall': 'a hospital file, CMS template, tall CSV',
    'hpt-csv-wide': 'a hospital file, CMS template, wide CSV',
    pprrvu: 'a CMS relative value file (PPRRVU)',
    gpci: 'CMS geographic practice cost indices (GPCI)',
    locco: 'CMS localities and their counties (LOCCO)',
    'pf-payment': 'a CMS payment amount file (PF)',
    'tic-in-network': 'a payer’s file of in-network rates',
    'tic-allowed-amounts': 'a payer’s file of amounts allowed out of network',
    'tic-table-of-contents': 'a payer’s table of contents',
    'tic-provider-reference': 'a payer’s file of provider groups',
    'hpt-csv-free': 'a hospital file in its own columns, CSV',
  });
});

describe('a payment file is known by its first line', () => {
  const isIn = (text: string, isWhole = true) => pfPaymentFormat.isIn(start(text, isWhole));
  const rest = ',,,0,A,5,,,9,,';
  const plain = `2025,02102,01,99213,,120.52${rest}`;

  test.each([
    plain,
    `2025,2102,1,1,A,7${rest}`,
    `2099,02102,1,A0001,TC,0000120.5${rest}`,
    `2025,02102,01,99213,26,120${rest}`,
    '"2025","02102","01","99213","  ","0000120.52","0000091.01"," ","0","A","0","1.88","1.88","9","0","0"',
    '"2025" , "02102" , "01" , "99213" , " " , "120.52" , " " , " ", , , , , , , ,',
    plain.replaceAll(',', ';'),
    plain.replaceAll(',', '\t'),
    plain.replaceAll(',', '|'),
    `\uFEFF${plain}`,
    `\n \r\n${plain}`,
    `${plain}\rof another form`,
  ])('%j', (text) => {
    expect(isIn(text)).toBe(true);
  });

  test.each([
    '',
    `x${plain}`,
    ` ${plain}`,
    plain.replace('2025', '1925'),
    plain.replace('2025', '202'),
    plain.replace('2025', '20250'),
    plain.replace('2025', '20x5'),
    plain.replace('02102', '210'),
    plain.replace('02102', '021020'),
    plain.replace('02102', 'x2102'),
    plain.replace(',01,', ',,'),
    plain.replace(',01,', ',001,'),
    plain.replace(',01,', ',x,'),
    plain.replace('99213', ''),
    plain.replace('99213', '992130'),
    plain.replace('99213', '99-13'),
    plain.replace(',,120', ',TCX,120'),
    plain.replace(',,120', ',-,120'),
    plain.replace('120.52', ''),
    plain.replace('120.52', '120.'),
    plain.replace('120.52', '.52'),
    plain.replace('120.52', 'x.52'),
    plain.replace('120.52', '120.x'),
    `${plain},`,
    plain.slice(0, -1),
    plain.replace('2025,', '2025;'),
    plain.replace(',5,', ';5,'),
    `${plain};`,
    `a title\n${plain}`,
  ])('and not by %j', (text) => {
    expect(isIn(text)).toBe(false);
  });

  test('which is all there where another follows or the file is whole', () => {
    expect([isIn(plain, false), isIn(`${plain}\n`, false), isIn(`${plain}\n2`, false)]).toEqual([
      false,
      false,
      true,
    ]);
  });
});

describe('a relative value file is known', () => {
  const isIn = (...lines: readonly string[]) => pprrvuFormat.isIn(start(lines.join('\r\n')));
  const title = '2026 National Physician Fee Schedule Relative Value File July Release';
  const heading = 'HCPCS,MOD,DESCRIPTION,PE RVU,FACTOR';
  const fixed = `97110  ${' '.repeat(50)}A   0.45   0.41`;

  test('by its title, early in a line', () => {
    const before = 400 - title.replace(/ File.*/, ' File').length;
    expect(isIn('x', title)).toBe(true);
    expect(isIn(title.toLowerCase())).toBe(true);
    expect(isIn(`${'x'.repeat(before)}${title.slice(0, -13)}`)).toBe(true);
    expect(isIn(`${'x'.repeat(before + 1)}${title.slice(0, -13)}`)).toBe(false);
    expect(isIn('Physician Fee Schedule Relative Value File')).toBe(false);
  });

  test('by its heading', () => {
    expect(isIn('x', heading)).toBe(true);
    expect(isIn(`"${heading.replaceAll(',', '", "').toLowerCase()}"`)).toBe(true);
    expect(isIn('HCPCS\tMOD\tNON-FAC PE RVU\tCONV FACTOR')).toBe(true);
    for (const other of [
      `A${heading}`,
      `x ${heading}`,
      heading.replace(',', ''),
      heading.replace('MOD', 'MODE'),
      heading.replace('PE RVU', 'MP RVU'),
      heading.replace('PE RVU', 'PE RVUS'),
      heading.replace('PE RVU', 'OPE RVU'),
      heading.replace('FACTOR', 'FACTORS'),
      heading.replace('FACTOR', 'XFACTOR'),
      heading.replace('DESCRIPTION', 'x'.repeat(2000)),
    ])
      expect(isIn(other), other.slice(0, 60)).toBe(false);
  });

  test('by its lines of fixed width under a head', () => {
    expect(isIn('HDR ', fixed)).toBe(true);
    expect(isIn('\n HDR COPYRIGHT', 'x', fixed.replace('97110  ', 'G0105TC'))).toBe(true);
    expect(isIn('HDR ', fixed.replace('  0.45', '123.45').replace('  0.41', ' 12.41'))).toBe(true);
    for (const other of [
      ` ${fixed}`,
      fixed.replace('97110', '9711 '),
      fixed.replace('97110', '9711-'),
      fixed.replace('97110  ', '97110T '),
      fixed.replace('97110  ', '97110T-'),
      fixed.replace(' A ', ' a '),
      fixed.replace(' A ', ' 1 '),
      fixed.replace('  A ', ' A '),
      fixed.replace('A   0', 'A  x0'),
      fixed.replace('A   0', 'Ax  0'),
      fixed.replace('0.45', '0.4x'),
      fixed.replace('0.45', '0.x5'),
      fixed.replace('0.45', '0,45'),
      fixed.replace('   0.41', 'x  0.41'),
      fixed.replace('   0.41', ' x 0.41'),
      fixed.replace('0.41', '0,41'),
      fixed.replace('0.41', '0.4x'),
      fixed.replace('0.41', '0.x1'),
    ])
      expect(isIn('HDR ', other), other).toBe(false);
    expect(isIn(fixed)).toBe(false);
    expect(isIn('HDRS', fixed)).toBe(false);
  });
});

describe('a cost index table is known', () => {
  const isIn = (...lines: readonly string[]) => gpciFormat.isIn(start(lines.join('\n')));

  test.each(
    [
      'FINAL CY 2026 GEOGRAPHIC PRACTICE COST INDICES BY STATE AND MEDICARE LOCALITY',
      'Geographic Practice Cost Index, locality',
      'State,Locality Name,2026 PW GPCI (with 1.0 Floor)',
      'Locality Name W GPCI',
      'locality name;work gpci',
    ].map((line) => [line]),
  )('by %s', (line) => {
    expect(isIn(line)).toBe(true);
    expect(isIn('x', line, 'y')).toBe(true);
  });

  test.each([
    'GEOGRAPHIC PRACTICE COST INDICES',
    'LOCALITY, GEOGRAPHIC PRACTICE COST INDICES',
    'GEOGRAPHIC PRACTICE COST IND, LOCALITY',
    'Locality Name,PE GPCI',
    'PW GPCI,Locality Name',
    'Locality Name,XPW GPCI',
    'Locality Name,PORK GPCI',
  ])('and not by %s', (line) => {
    expect(isIn(line)).toBe(false);
  });

  test('at the top of the file only', () => {
    const line = 'Locality Name,PW GPCI';
    expect(isIn(...Array.from({ length: 29 }, () => ''), line)).toBe(true);
    expect(isIn(...Array.from({ length: 30 }, () => ''), line)).toBe(false);
    expect(isIn('x'.repeat(8192 - line.length - 1), line)).toBe(true);
    expect(isIn('x'.repeat(8192 - line.length), line)).toBe(false);
    expect(gpciFormat.isIn(start(`Locality Name\rPW GPCI`))).toBe(false);
    expect(gpciFormat.isIn(start(`Locality Name\r\nPW GPCI`))).toBe(false);
  });
});

describe('a table of localities is known', () => {
  const isIn = (...lines: readonly string[]) => loccoFormat.isIn(start(lines.join('\n')));

  test.each([
    'COUNTIES INCLUDED IN 2025 LOCALITIES',
    'Counties included in localities alphabetically',
    'Medicare Administrative Contractor,Locality Number,State,Fee Schedule Area,Counties',
    'carrier locality fee schedule area counties',
  ])('by %s', (line) => {
    expect(isIn(line)).toBe(true);
    expect(isIn('', line)).toBe(true);
  });

  test.each([
    'COUNTIES INCLUDED IN 2025',
    'COUNTIES INCLUDED IN 25 LOCALITIES',
    'COUNTIES INCLUDED IN 1925 LOCALITIES',
    'locality,contractor,fee schedule area,counties',
    'contractor,fee schedule area,counties',
    'contractor,locality,area,counties',
    'contractor,locality,fee schedule area',
    'contractor,locality,counties,fee schedule area',
    'state,locality,fee schedule area,counties',
  ])('and not by %s', (line) => {
    expect(isIn(line)).toBe(false);
  });

  test('at the top of the file only', () => {
    const line = 'COUNTIES INCLUDED IN LOCALITIES';
    expect(isIn(...Array.from({ length: 29 }, () => ''), line)).toBe(true);
    expect(isIn(...Array.from({ length: 30 }, () => ''), line)).toBe(false);
    expect(isIn('x'.repeat(8192 - line.length - 1), line)).toBe(true);
    expect(isIn('x'.repeat(8192 - line.length), line)).toBe(false);
    expect(loccoFormat.isIn(start(`carrier,locality\rfee schedule area,counties`))).toBe(false);
    expect(loccoFormat.isIn(start(`${'\r'.repeat(29)}${line}`))).toBe(true);
  });
});
