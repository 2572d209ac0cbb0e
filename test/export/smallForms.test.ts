import { expect, test } from 'vitest';
import { absent, present } from '../../src/domain/cell.ts';
import { aboutFigure } from '../../src/export/aboutFigure.ts';
import { citation } from '../../src/export/citation.ts';
import { exactDollars } from '../../src/export/exactDollars.ts';
import type { ExportContext } from '../../src/export/exportContext.ts';
import { exportName } from '../../src/export/exportName.ts';
import { exportTable } from '../../src/export/exportTable.ts';
import { disarmed } from '../../src/export/spreadsheetCsv.ts';
import type { Figure } from '../../src/figures/figure.ts';

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

const context: ExportContext = {
  release: { id: '2026-11-30.9e9c15cc', date: '2026-11-30' },
  scope: 'Commercial plans.',
  isOwn: false,
  address: 'https://example.org/code/97110/TX/',
  accessed: '2026-12-01',
};

const figure: Figure = {
  id: 'benchmark',
  title: 'Texas',
  labelColumn: { id: 'payer', label: 'Payer', kind: 'text', definition: '' },
  columns: [
    { id: 'median', label: 'Median', kind: 'money', definition: '' },
    { id: 'share', label: '% of Medicare', kind: 'ratio', definition: '' },
  ],
  rows: [
    {
      id: 'a',
      label: 'Aetna',
      cells: { median: present(8811), share: present(2.732) },
      flags: ['one', 'two'],
    },
    { id: 'b', label: 'BCBS', cells: { median: absent('too-few', 'fewer than 5 votes (3)') }, flags: [] },
    { id: 'c', label: 'Cigna', cells: { median: present(12), share: present(Number.NaN) }, flags: [] },
  ],
  notes: ['A note.'],
  method: 'One vote per provider.',
  sources: '47 files.',
  summary: 'Aetna median $88.11.',
};

test('every cell of an exported table says something: a number, or why there is none', () => {
  const { headings, rows } = exportTable(figure);
  expect(headings).toEqual(['Payer', 'Median (USD)', '% of Medicare (1 = 100%)', 'Marks']);
  expect(rows.map((row) => row.map((cell) => (cell.kind === 'number' ? cell.plain : cell.text)))).toEqual([
    ['Aetna', '88.11', '2.732', 'one; two'],
    ['BCBS', 'fewer than 5 votes (3)', 'Data not available in the input', 'none'],
    ['Cigna', '0.12', 'NaN', 'none'],
  ]);
  // What is not a number is no number of the spreadsheet's either.
  expect(rows[2]?.[2]?.kind).toBe('text');
  const unmarked = exportTable({ ...figure, rows: figure.rows.map((row) => ({ ...row, flags: [] })) });
  expect(unmarked.headings).not.toContain('Marks');
});

test('what stands above a table: the figure’s own scope before the page’s, a user’s file marked and without an address', () => {
  const named = (of: Figure, isOwn = false) => Object.fromEntries(aboutFigure(of, { ...context, isOwn }));
  expect(named(figure)).toMatchObject({
    Scope: 'Commercial plans.',
    Release: '2026-11-30.9e9c15cc of 2026-11-30',
    Page: context.address,
  });
  expect(named({ ...figure, scope: 'Office.' })['Scope']).toBe('Office.');
  const own = aboutFigure(figure, { ...context, isOwn: true });
  expect(own[0]?.[0]).toBe('Confidential');
  expect(own.map(([name]) => name)).toEqual(expect.arrayContaining(['Medicare from release', 'Note']));
  expect(own.map(([name]) => name)).not.toEqual(expect.arrayContaining(['Release']));
  expect(JSON.stringify(own)).not.toContain('example.org');
});

test('a figure with an address was accessed there, one without was made', () => {
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
