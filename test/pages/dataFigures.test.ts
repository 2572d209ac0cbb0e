import { describe, expect, test } from 'vitest';
import type { CoverageRow } from '../../src/data/readCoverage.ts';
import type { PublishedSource } from '../../src/data/readSources.ts';
import type { Problem } from '../../src/domain/problem.ts';
import { type CoverageDimension, coverageByFigure } from '../../src/pages/coverageFigures.ts';
import { coverageFigure, problemsFigure, sourcesFigure, wholeSources } from '../../src/pages/dataFigures.ts';

const origin = 'release 2026-11-22.1a2b3c4d';

const source: PublishedSource = {
  id: 's1',
  name: 'general.csv',
  publisher: 'General Hospital',
  place: 'TX',
  kind: 'hospital',
  date: '2026-04-01',
  year: 2026,
  publishedUrl: 'https://hospital.example/general.csv',
  sha256: '0123456789abcdef'.repeat(4),
  carriedBy: 'someone/archive',
  path: 'data/general.csv',
  confidence: 'high',
  rows: 31,
  flags: ['above_gross 3'],
};

describe('published files', () => {
  const undated = {
    ...source,
    id: 's2',
    date: '',
    year: 0,
    publishedUrl: '',
    sha256: '',
    flags: [],
    rows: 1,
  };
  const older = { ...source, id: 's3', year: 2021, flags: [], rows: 1000 };

  test('how many, of which years, with how many rates and flags; an undated file has no year', () => {
    expect(sourcesFigure([source, undated, older], origin).summary).toBe(
      '3 published files, 2021–2026, with 1,032 payer rates; rates of 1 file are flagged.',
    );
    expect(sourcesFigure([undated], origin).summary).toBe(
      '1 published file, with 1 payer rate; rates of 0 files are flagged.',
    );
  });

  test('leave the page with the whole digest, the address and where the copy lies', () => {
    const { columns, rows } = wholeSources([source, undated], origin);
    expect(columns.slice(-2).map(({ label }) => label)).toEqual(['Path of the copy', 'Address']);
    expect(rows.map(({ cells }) => [cells['sha256'], cells['path'], cells['url']])).toEqual([
      [source.sha256, source.path, source.publishedUrl].map((value) => ({ kind: 'value', value })),
      ['not known', source.path, 'not stated'].map((value) => ({ kind: 'value', value })),
    ]);
  });
});

test('coverage by code: codes without a rate are no part of the sum of codes with one', () => {
  const { summary, sources } = coverageFigure({
    coverage: [
      { code: '97110', title: '', rates: 1031, providers: 84, places: ['TX', 'AZ'] },
      { code: '97140', title: '', rates: 9, providers: 2, places: ['TX'] },
      { code: '97001', title: '', rates: 0, providers: 0, places: [] },
    ],
    origin,
    notes: [],
  });
  expect(summary).toBe('1,040 payer rates for 2 of 3 codes, in 2 states.');
  expect(sources).toBe(`headlines.csv and the list of files of ${origin}.`);
});

describe('coverage along one dimension', () => {
  const rows: readonly CoverageRow[] = [
    { place: 'TX', payer: 'aetna', line: 'Commercial', year: 2026, rates: 12 },
    { place: 'TX', payer: 'bcbs', line: 'Exchange / individual', year: 2021, rates: 5 },
    { place: 'AZ', payer: 'aetna', line: 'Commercial', year: 2021, rates: 3 },
  ];

  test('says how many rates, how many of them commercial, and where most are', () => {
    expect(coverageByFigure(rows, 'place', origin).summary).toBe(
      '20 payer rates, 15 of them commercial. Most: Texas, 17 (85.0%).',
    );
  });

  test('none of them commercial is a count like any other', () => {
    const medicaid: CoverageRow = {
      place: 'TX',
      payer: 'medicaid',
      line: 'Medicaid / CHIP',
      year: 2021,
      rates: 2,
    };
    const byPayer = coverageByFigure([...rows, medicaid], 'payer', origin);
    expect(byPayer.rows.map(({ label, cells }) => [label, cells['commercial']])).toEqual([
      ['Aetna', { kind: 'value', value: 15 }],
      ['BCBS', { kind: 'value', value: 0 }],
      ['Medicaid', { kind: 'value', value: 0 }],
    ]);
  });

  test('no column says the row’s own name again', () => {
    const idsOf = (dimension: CoverageDimension) =>
      coverageByFigure(rows, dimension, origin).columns.map(({ id }) => id);
    expect(idsOf('place')).toEqual(['rates', 'commercial', 'years']);
    expect(idsOf('line')).toEqual(['rates', 'years']);
    expect(idsOf('year')).toEqual(['rates', 'commercial']);
  });

  test('names all that share the first place', () => {
    const tied = [...rows, { ...(rows[0] as CoverageRow), place: 'AZ' as const, rates: 14 }];
    expect(coverageByFigure(tied, 'place', origin).summary).toContain(
      'Most: Arizona and Texas, 17 each (50.0%).',
    );
  });

  test('without rates names no first', () => {
    expect(coverageByFigure([], 'year', origin).summary).toBe('No payer rates.');
  });
});

test('problems: how many, and how many lines they cost', () => {
  const problem: Problem = {
    file: 'rates/97110/TX.csv',
    line: 12,
    column: 'rate',
    found: '12.3.4',
    message: 'is not one dollar amount',
    leftOut: true,
  };
  const { summary } = problemsFigure([problem, { ...problem, leftOut: false }], origin);
  expect(summary).toBe('2 problems; 1 line is left out.');
});
