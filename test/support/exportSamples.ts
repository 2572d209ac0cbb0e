import fc from 'fast-check';
import Papa from 'papaparse';
import { expect } from 'vitest';
import { benchmark } from '../../src/domain/benchmark.ts';
import { type Absent, absent, present } from '../../src/domain/cell.ts';
import { medicareBenchmark } from '../../src/domain/medicareBenchmark.ts';
import { defaultScope } from '../../src/domain/scope.ts';
import type { ExportContext } from '../../src/export/exportContext.ts';
import { benchmarkFigure } from '../../src/figures/benchmarkFigure.ts';
import type { Figure } from '../../src/figures/figure.ts';
import { absenceText } from '../../src/text/absence.ts';
import { scopeSentence } from '../../src/text/scopeSentence.ts';
import { shippedRates, shippedSchedule } from './releaseData.ts';

const schedule = shippedSchedule();
const texas = benchmark(shippedRates('97110'), defaultScope, 'TX', schedule);
export const texasFigure = benchmarkFigure({
  benchmark: texas,
  medicare: medicareBenchmark(schedule, '97110', 'TX', 2026, 'hospital'),
  origin: 'release 2026-11-22.9f0cbe38',
  isOwn: false,
});
export const texasContext: ExportContext = {
  release: { id: '2026-11-22.9f0cbe38', date: '2026-11-22' },
  scope: scopeSentence(defaultScope),
  isOwn: false,
  address: 'https://example.org/atlas/code/97110/TX/',
  accessed: '2026-11-23',
};

/** A row of cells under the names of their columns, marks apart. */
export type Line = readonly (string | number | null | undefined)[];

/** Dollars in plain decimals back to the cents they were written from, by moving the point. */
export function centsOf(plain: string): number {
  const [, sign = '', whole = '', fraction = ''] = /^(-?)(\d+)\.(\d+)$/.exec(plain) ?? [];
  return Number(`${sign}${whole}${fraction.slice(0, 2)}.${fraction.slice(2)}`);
}

/** Holds each line of an export to the figure's rows: the same numbers exactly, absences as their words. */
export function expectSameNumbers(lines: readonly Line[], of: Figure, isExact: boolean) {
  expect(lines).toHaveLength(of.rows.length);
  let numbers = 0;
  of.rows.forEach((row, at) => {
    const line = lines[at] ?? [];
    expect(line[0]).toBe(row.label);
    of.columns.forEach(({ id, kind }, column) => {
      const cell = row.cells[id];
      const found = line[column + 1];
      if (cell?.kind !== 'value' || typeof cell.value === 'string') {
        expect(found).toBe(cell?.kind === 'value' ? cell.value : absenceText(cell as Absent));
        return;
      }
      numbers += 1;
      if (kind === 'money' || kind === 'signed-money') {
        if (isExact) expect(centsOf(String(found))).toBe(cell.value);
        else expect(Number(found)).toBeCloseTo(cell.value / 100, 11);
      } else expect(Number(found)).toBe(cell.value);
    });
  });
  return numbers;
}

export function separatedCells(text: string, delimiter: string): string[][] {
  return Papa.parse<string[]>(text.replace(/^\uFEFF/, ''), { delimiter }).data;
}

// BUCA's median of 52 votes is 89.17 dollars: test/domain/benchmark.test.ts works it out.
export const workedBuca = [
  'BUCA',
  '52',
  '116',
  '119.18846153846154',
  '57.4525',
  '89.17',
  '112.5675',
  '55.115',
];

const shell: Omit<Figure, 'rows'> = {
  ...texasFigure,
  title: '=cmd|"/c calc"!A1',
  notes: ['+1', '<b>bold</b>\nsecond line'],
  labelColumn: { id: 'label', label: '@heading,"quoted"', kind: 'text', definition: '' },
  columns: [
    { id: 'words', label: '-words', kind: 'text', definition: 'Any\ttext.' },
    { id: 'money', label: 'Money', kind: 'signed-money', definition: 'Any amount.' },
    { id: 'ratio', label: 'Ratio', kind: 'signed-ratio', definition: 'Any ratio.' },
  ],
};
const hostileText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom('=1+1', '+1', '-1', '@SUM(A1)', '\tx', 'a\r\nb', 'a"b', 'a\tb', "it's", '<td>&amp;', ''),
);
const money = fc.oneof(
  fc.double({ min: 0.01, max: 1e10, noNaN: true }),
  fc.double({ min: -1e10, max: -0.01, noNaN: true }),
  fc.integer({ min: -1_000_000, max: 1_000_000 }),
);
/** Text has one zero; minus zero would come back as it. */
function plainZero(value: number): number {
  return value === 0 ? 0 : value;
}

export const hostileRows = fc.array(
  fc.tuple(
    hostileText,
    hostileText,
    money,
    fc.double({ noNaN: true, noDefaultInfinity: true }).map(plainZero),
  ),
  {
    minLength: 1,
    maxLength: 6,
  },
);
export const hostileFigure = (values: readonly (readonly [string, string, number, number])[]): Figure => ({
  ...shell,
  rows: values.map(([label, words, amount, ratio], index) => ({
    id: String(index),
    label,
    cells: {
      words: index % 3 === 2 ? absent('refused', words) : present(words),
      money: present(amount),
      ratio: present(ratio),
    },
    flags: [],
  })),
});
export const disarmedText = (text: string) => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text);
export const hostileWords = (of: Figure, row: number) => {
  const cell = of.rows[row]?.cells['words'];
  return cell?.kind === 'value' ? String(cell.value) : absenceText(cell as Absent);
};
