import { expect, test } from 'vitest';
import { notATable } from '../../../src/data/formats/notATable.ts';

function said(bytes: readonly number[] | string): string | undefined {
  const held = typeof bytes === 'string' ? new TextEncoder().encode(bytes) : Uint8Array.from(bytes);
  return notATable({ bytes: held, text: new TextDecoder('latin1').decode(held), isWhole: true });
}
const tar = [...Array.from({ length: 257 }, () => 0x61), ...new TextEncoder().encode('ustar')];

test.each([
  ['nothing', '', 'The file is empty.'],
  ['blanks', ' \r\n\t', 'The file is empty.'],
  ['an old workbook', [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1], /^This is an older Excel file/],
  ['7z', [0x37, 0x7a, 0xbc, 0xaf], /^This is packed with 7z,/],
  ['RAR', 'Rar!', /^This is packed with RAR,/],
  ['bzip2', 'BZh', /^This is packed with bzip2,/],
  ['xz', [0xfd, 0x37, 0x7a, 0x58, 0x5a], /^This is packed with xz,/],
  ['Zstandard', [0x28, 0xb5, 0x2f, 0xfd], /^This is packed with Zstandard,/],
  ['gzip in gzip', [0x1f, 0x8b, 8], /^This is an archive inside an archive/],
  ['zip in zip', [0x50, 0x4b, 3, 4], /^This is an archive inside an archive/],
  ['tar', tar, /^This is a tar archive/],
  ['a PDF', '%PDF-1.7', /^This is a PDF/],
  ['a web page', '\n <!DOCTYPE html><html>', /^This is a web page/],
  ['a page without its head', '<BODY>', /^This is a web page/],
  ['XML', '<?xml version="1.0"?>', /^This is XML/],
  ['an element', '<rates>', /^This is XML/],
  ['JSON', '{ "a": 1 }', /^This is JSON/],
  ['a list', '[[1]]', /^This is JSON/],
  ['the start of a list', '[', /^This is JSON/],
  ['NUL', 'a\0b', 'This is not plain text: it holds NUL characters.'],
])('%s', (_, bytes, words) => {
  expect(said(bytes)).toEqual(typeof words === 'string' ? words : expect.stringMatching(words));
});

test.each<[string, string]>([
  [
    '\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1',
    'This is an older Excel file (.xls), or a workbook with a password. Save it as an Excel workbook (.xlsx) without a password, or as CSV.',
  ],
  ['Rar!', 'This is packed with RAR, which is not read here. Unpack it first.'],
  ['PK\u0003\u0004', 'This is an archive inside an archive. Unpack the outer one first.'],
  ['\u001f\u008b', 'This is an archive inside an archive. Unpack the outer one first.'],
  [`${'a'.repeat(257)}ustar`, 'This is a tar archive, which is not read here. Unpack it first.'],
  [
    '\u00a0%PDF-1',
    'This is a PDF. Copy its table of rates into a spreadsheet, with a column each for code, payer and rate; published files are JSON or CSV.',
  ],
  [
    '<!DOCTYPE HTML>',
    'This is a web page, not a file of rates: servers answer so where a file has moved or wants a sign-in.',
  ],
  ['<Error>', 'This is XML, not a file of rates.'],
  ['{"a":1}', 'This is JSON, but not of a form that hospitals or payers publish their rates in.'],
])('%j in full', (text, words) => {
  const bytes = Uint8Array.from(text, (sign) => sign.charCodeAt(0));
  expect(notATable({ bytes, text, isWhole: true })).toBe(words);
});

test.each([
  ['<html>', true],
  ['<head>', true],
  ['<body ', true],
  ['<!-- x', true],
  ['\uFEFF <HTML', true],
  ['<rates><html>', false],
  ['<xhtml>', false],
  ['<!DOCTYPE rates>', false],
])('%j is a web page: %s', (text, isPage) => {
  const words = notATable({ bytes: new TextEncoder().encode(text), text, isWhole: true });
  expect(words?.startsWith('This is a web page') ?? false).toBe(isPage);
});

test.each(['{', '[', '{ }', '[]', '[ [', '[{', '{"', '[ "', ' \n{\n'])('%j is JSON', (text) => {
  expect(said(text)).toMatch(/^This is JSON/);
});

test.each([
  '{a',
  '[1',
  '[a]',
  '(',
  '"{"',
  'x{"',
  '<',
  '<1',
  '< a',
  'ustar',
  `${'a'.repeat(256)}ustar`,
  `${'a'.repeat(258)}ustar`,
  '%PDF',
  'x%PDF-',
])('%j may be a table', (text) => {
  expect(said(text)).toBeUndefined();
});

test('a NUL counts among the first thousand signs', () => {
  expect(said(`${'a'.repeat(999)}\0`)).toBe('This is not plain text: it holds NUL characters.');
  expect(said(`${'a'.repeat(1000)}\0`)).toBeUndefined();
});

test.each([
  ['Parquet', 'PAR1'],
  ['a table', 'code,rate\n97110,98.25\n'],
  ['a heading in brackets', '[code],[rate]\n'],
  ['a heading with a sign', '<5 min,rate\n'],
  ['a cell that ends like a packer starts', 'xBZh,1\n'],
])('%s may be a table', (_, text) => {
  expect(said(text)).toBeUndefined();
});
