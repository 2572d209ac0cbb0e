import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readCsv } from '../../src/data/readCsv.ts';
import { quirks } from '../../src/pages/quirks.ts';

/** What the data page says of the files, counted in the file the release is built from, with nothing but readCsv. */
const path = 'sources/commercial/rates.csv';
const { header, rows } = readCsv(readFileSync(path, 'utf8'), path);
const rates = rows.map(({ cells }) =>
  Object.fromEntries(header.map((name, at): [string, string] => [name, cells[at] ?? ''])),
);
const told = (title: string) => quirks.find((quirk) => quirk.title === title)?.text ?? '';

test('percentages in dollars, and rates above the gross charge', () => {
  const percent = rates.filter(({ methodology }) => methodology === 'percent of total billed charges');
  expect(Math.round(percent.length / 1000)).toBe(7);
  expect(told('Percentages turned into dollars')).toContain('Some 7,000 rows');
  expect(rates.filter(({ flags }) => flags?.includes('above_gross'))).toHaveLength(1216);
  expect(told('Rates above the gross charge')).toContain('In 1,216 rows');
});

test('a dollar for the nurse’s visit counts, for therapy it does not', () => {
  const dollar = rates.filter(({ rate }) => rate === '1.00');
  const flagged = (code: string) =>
    dollar.filter((each) => each['code'] === code).map(({ flags }) => flags?.includes('very_low') ?? false);
  expect(new Set(flagged('99211'))).toEqual(new Set([false]));
  expect(new Set(flagged('97110'))).toEqual(new Set([true]));
  expect(told('Placeholders')).toContain('(99211)');
});

test('plans named inpatient beside the setting both, at one hospital', () => {
  const inpatient = rates.filter(({ plan }) => /inpatient/i.test(plan ?? ''));
  expect(new Set(inpatient.map(({ provider_name: name, setting }) => `${name}: ${setting}`))).toEqual(
    new Set(['University of Texas MD Anderson Cancer Center: both']),
  );
  expect(told('Settings and sites')).toContain('one Texas hospital');
});

test('UMR under other payers, as the source states', () => {
  const umr = rates.filter(
    ({ payer_raw: name, payer }) => name?.startsWith('UMRCommercial') && payer === 'Other',
  );
  expect([umr.length, new Set(umr.map(({ state }) => state))]).toEqual([51, new Set(['IL'])]);
  expect(told('Payer names')).toContain('in Illinois 51 rates of UMR');
});
