import { describe, expect, test } from 'vitest';
import { readCoverage } from '../../src/data/readCoverage.ts';
import { headlineColumns, readHeadlines } from '../../src/data/readHeadlines.ts';
import { absent, present } from '../../src/domain/cell.ts';

const heading = headlineColumns.join(',');
const line = (amounts: string) => readHeadlines(`${heading}\n97110,8,7,2,6,${amounts}\n`, 'headlines.csv');

describe('the catalogue’s figures', () => {
  test('dollars to the cent and percent with four decimals', () => {
    expect(line('46.83,,50.00,,187.3333,')).toMatchObject({
      rows: [
        {
          code: '97110',
          rates: 8,
          providers: 7,
          places: 2,
          bucaVotes: 6,
          bucaMean: present(4683),
          bucaMedian: present(5000),
          percentOfMedicare: present(1.873333),
        },
      ],
      problems: [],
    });
  });

  test('a named absence in place of an amount, its detail with colons and all', () => {
    expect(line('46.83,,,too-few:fewer than 5 votes (4): so,,not-comparable')).toMatchObject({
      rows: [
        {
          bucaMedian: absent('too-few', 'fewer than 5 votes (4): so'),
          percentOfMedicare: absent('not-comparable', ''),
        },
      ],
      problems: [],
    });
  });

  test.each([
    ['46.83,too-few:,50.00,,187.3333,', 'buca_mean_absence'],
    ['46.83,,,lost:,187.3333,', 'buca_median_absence'],
    ['46.83,,50.00,,187.3333,too-few:', 'percent_of_medicare_absence'],
    ['46.83,,50.00,,,:', 'percent_of_medicare_absence'],
  ])('%s: an amount beside an absence, or no reason, leaves the line out', (amounts, column) => {
    expect(line(amounts)).toMatchObject({
      rows: [],
      problems: [
        {
          column,
          line: 2,
          message: 'An amount stands beside this absence, or its reason is unknown.',
          leftOut: true,
        },
      ],
    });
  });

  test('neither an amount nor an absence is a problem, too', () => {
    expect(line(',,50.00,,187.3333,')).toMatchObject({ rows: [], problems: [{ column: 'buca_mean' }] });
    expect(line('46.83,,50.00,,187.33333,')).toMatchObject({
      rows: [],
      problems: [{ column: 'percent_of_medicare' }],
    });
  });
});

describe('how far the release reaches', () => {
  const read = (row: string) => readCoverage(`place,payer,line,year,rates\n${row}\n`, 'coverage.csv');

  test('rates by place, payer, line and year', () => {
    expect(read('TX,aetna,Commercial,2026,12')).toMatchObject({
      rows: [{ place: 'TX', payer: 'aetna', line: 'Commercial', year: 2026, rates: 12 }],
      problems: [],
    });
  });

  test.each([
    ['ZZ,aetna,Commercial,2026,12', 'place'],
    ['TX,nobody,Commercial,2026,12', 'payer'],
    ['TX,aetna,Home,2026,12', 'line'],
    ['TX,aetna,Commercial,soon,12', 'year'],
    ['TX,aetna,Commercial,2026,-1', 'rates'],
  ])('%s: the %s is told', (row, column) => {
    expect(read(row)).toMatchObject({ rows: [], problems: [{ column, leftOut: true }] });
  });
});
