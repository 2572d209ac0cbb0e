import { expect, test } from 'vitest';
import { present } from '../../src/domain/cell.ts';
import { rateCensus } from '../../src/domain/rateCensus.ts';
import { contradictingFlags, flagBit } from '../../src/domain/rateTable.ts';
import { censusFigures } from '../../src/figures/censusFigures.ts';
import { formatCell } from '../../src/text/numbers.ts';
import { rateTable } from '../support/builders.ts';

/** Four rates of a code: one of a payer nobody knows, one per day, one with modifiers, one without a state. */
const table = rateTable('97110', [
  { rate: 40, provider: 'A' },
  { rate: 50, provider: 'B', payer: 'other', methodology: 'percent of total billed charges' },
  { rate: 60, provider: 'C', place: '', modifier: 'GP|CQ' },
  { rate: 900, provider: 'A', flags: ['per_diem'] },
]);
const census = rateCensus(new Map([['97110', table]]));
const figures = censusFigures(census, 'your files', () => 'Therapeutic exercise');
const figureOf = (id: string) => figures.find((figure) => figure.id === `census-${id}`);

/** A row's cells in the order of the columns, as printed. */
function printed(id: string, label: string): readonly string[] {
  const figure = figureOf(id);
  const row = figure?.rows.find((each) => each.label === label);
  return (figure?.columns ?? []).map((column) => {
    const cell = row?.cells[column.id];
    return cell ? formatCell(cell, column.kind) : 'no cell';
  });
}

test('counts the rates from each side that has any', () => {
  expect(figures.map(({ id }) => id.replace('census-', ''))).toEqual([
    'codes',
    'payers',
    'lines',
    'methodologies',
    'settings',
    'flags',
    'places',
    'modifiers',
  ]);
  // All 4 rates; providers A, B and C, of whom Texas has two and nothing says where C is.
  expect(printed('codes', '97110')).toEqual(['Therapeutic exercise', '4', '100.0%', '4', '3', '2', '1', '1']);
  expect(printed('modifiers', 'GP, CQ')).toEqual(['1', '25.0%', '1']);
  expect(printed('places', 'Not stated')).toEqual(['1', '25.0%', '1']);
});

test('a code that our list does not have says so', () => {
  const [codes] = censusFigures(census, 'your files', () => '');
  expect(codes?.rows[0]?.cells['title']).toEqual(present('not in our list of codes'));
});

test('says of payers nobody knows what share of the rates is theirs', () => {
  expect(figureOf('payers')?.summary).toMatch(
    /^1 name is recognised, 1 not: 1 rate \(25\.0%\) count under other payers\.$/,
  );
});

test('a mark is left out where the standard scope leaves its rates out', () => {
  expect(printed('flags', 'A daily amount on a code')).toEqual(['1', '25.0%', '1', 'left out']);
  expect(printed('flags', 'Equal to the item’s own gross charge').at(-1)).toBe('counted');
});

test('the flags that contradict a file have a bit each', () => {
  expect(new Set(contradictingFlags.map(flagBit)).size).toBe(contradictingFlags.length);
});
