import { expect, test } from 'vitest';
import { citation } from '../../src/export/citation.ts';
import { exactDollars } from '../../src/export/exactDollars.ts';
import type { ExportContext } from '../../src/export/exportContext.ts';
import { exportName } from '../../src/export/exportName.ts';
import { disarmed } from '../../src/export/spreadsheetCsv.ts';

// OWASP, "CSV injection": a cell that begins with one of these may be run.
test.each(['=', '+', '-', '@', '\t', '\r'])('text that begins with %j gets an apostrophe', (sign) => {
  expect(disarmed(`${sign}1`)).toBe(`'${sign}1`);
  expect(disarmed(`1${sign}1`)).toBe(`1${sign}1`);
});

test.each([
  [0, '0.00'],
  [5, '0.05'],
  [-5, '-0.05'],
  [4522.333333333333, '45.22333333333333'],
  [-12_345, '-123.45'],
  // JavaScript writes these with an exponent, which a spreadsheet may take for text.
  [1e-7, '0.000000001000'],
  [-1e-7, '-0.000000001000'],
  [1e21, '10000000000000000000.000000000000'],
])('%d cents are %s dollars', (cents, dollars) => {
  expect(exactDollars(cents)).toBe(dollars);
});

test('a long name ends with the last whole word within 80 characters', () => {
  // 5 + 15 × 5 = 80.
  const whole = `abcde${' abcd'.repeat(15)}`;
  expect(exportName(whole, 'csv')).toBe(`${whole.replaceAll(' ', '-')}.csv`);
  expect(exportName(`${whole} xyz`, 'csv')).toBe(`${whole.replaceAll(' ', '-')}.csv`);
  expect(exportName(`${whole}e`, 'csv')).toBe(`abcde${'-abcd'.repeat(14)}.csv`);
  expect(exportName('a'.repeat(90), 'csv')).toBe(`${'a'.repeat(80)}.csv`);
  expect(exportName('…', 'csv')).toBe('figure.csv');
});

test('a figure with an address was accessed there, one without was made', () => {
  const context: ExportContext = {
    release: { id: '2026-11-30.9e9c15cc', date: '2026-11-30' },
    scope: 'Commercial plans.',
    isOwn: false,
    address: 'https://example.org/code/97110/TX/',
    accessed: '2026-12-01',
  };
  const head = 'Rate Atlas, “Texas”; release 2026-11-30.9e9c15cc (2026-11-30); scope: Commercial plans';
  expect(citation('Texas', context)).toBe(
    `${head}; https://example.org/code/97110/TX/; accessed 2026-12-01.`,
  );
  expect(citation('Texas', { ...context, address: '' })).toBe(`${head}; made 2026-12-01.`);
  // A user's own figure is made, too, and takes no address with it.
  const own = citation('Texas', { ...context, isOwn: true });
  expect(own).toMatch(/^Rate Atlas, “Texas”; Confidential.*; Medicare from release .*; made 2026-12-01\.$/);
  expect(own).not.toContain('example.org');
});
