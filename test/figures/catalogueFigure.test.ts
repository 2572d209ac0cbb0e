import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { readCodes } from '../../src/data/readCodes.ts';
import { readHeadlines } from '../../src/data/readHeadlines.ts';
import { codeHeadline } from '../../src/domain/codeHeadline.ts';
import { catalogueFigure, wholeCatalogue } from '../../src/figures/catalogueFigure.ts';
import { shippedRates, shippedSchedule } from '../support/releaseData.ts';

const text = (name: string) => readFileSync(`public/data/${name}`, 'utf8');
const codes = readCodes(text('codes.csv'), 'codes.csv').rows;
const headlines = new Map(
  readHeadlines(text('headlines.csv'), 'headlines.csv').rows.map((headline) => [headline.code, headline]),
);
const facts = { codes, headlines, placesWithRates: 17, origin: 'release 2026-11-22.9f0cbe38' };

it('the shipped catalogue says what counts, how and from what, and how many of its codes have a median', () => {
  const figure = catalogueFigure(facts);
  const medians = figure.rows.filter(({ cells }) => cells['median']?.kind === 'value');
  expect(medians.length).toBeGreaterThan(40);
  expect(figure.summary).toContain(`for ${medians.length} of ${codes.length} codes.`);
  expect(figure.scope).toMatch(/^Commercial plans; .* hospital outpatient rates .*\.$/);
  expect(figure.method).toMatch(/type 7.* fewer than 5 votes\. .*% of Medicare: Sum of the votes ÷ sum/);
  expect(figure.sources).toContain('headlines.csv of release 2026-11-22.9f0cbe38');
  expect(figure.notes[0]).toBe('“National” is a pool of 17 states’ published files, not a national sample.');
});

it('a row is the headline of the code’s own page', () => {
  const row = catalogueFigure(facts).rows.find(({ id }) => id === '97110');
  const own = codeHeadline(shippedRates('97110'), shippedSchedule());
  expect(row?.cells['votes']).toEqual({ kind: 'value', value: own.bucaVotes });
  expect(row?.cells['median']).toEqual(own.bucaMedian);
});

it('as it leaves the page each row has title, family, unit and status, and the page’s figures unchanged', () => {
  const [shown, whole] = [catalogueFigure(facts), wholeCatalogue(facts)];
  expect(whole.columns.map(({ id }) => id)).toEqual([
    'title',
    'family',
    'unit',
    'status',
    ...shown.columns.map(({ id }) => id),
  ]);
  for (const [at, row] of whole.rows.entries()) {
    expect(row.id).toBe(shown.rows[at]?.id);
    expect(row.cells).toMatchObject(shown.rows[at]?.cells ?? {});
    expect(row.cells['title']?.kind, row.id).toBe('value');
  }
  const cells = (code: string) => whole.rows.find(({ id }) => id === code)?.cells ?? {};
  expect(cells('97001')['status']).toEqual({ kind: 'value', value: 'deleted, now 97161, 97162, 97163' });
  expect(cells('97110')['unit']).toEqual({ kind: 'value', value: '15 min' });
  expect(cells('97150')['unit']).toEqual({ kind: 'value', value: 'untimed' });
});
