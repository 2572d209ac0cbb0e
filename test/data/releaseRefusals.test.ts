import { describe, expect, test } from 'vitest';
import { readAliases } from '../../src/data/readAliases.ts';
import { readCharges } from '../../src/data/readCharges.ts';
import { readCodes } from '../../src/data/readCodes.ts';
import { readConversionFactors } from '../../src/data/readConversionFactors.ts';
import { readCoverage } from '../../src/data/readCoverage.ts';
import { headlineColumns, readHeadlines } from '../../src/data/readHeadlines.ts';
import { readPlaceNotes } from '../../src/data/readPlaceNotes.ts';
import { publishedColumns, readPublished } from '../../src/data/readPublished.ts';
import { readSources, sourceColumns } from '../../src/data/readSources.ts';
import type { TableResult } from '../../src/data/readTable.ts';
import { planLines } from '../../src/domain/payer.ts';

type Cells = Readonly<Record<string, string>>;

/** Why a line of these cells is left out, cell by cell: `column: text: message`. */
function refusals(
  read: (text: string, file: string) => TableResult<unknown>,
  columns: readonly string[],
  good: Cells,
  changed: Cells,
): readonly string[] {
  const cells = { ...good, ...changed };
  const line = columns.map((column) => `"${(cells[column] ?? '').replaceAll('"', '""')}"`).join(',');
  const { rows, problems, present, leftOut } = read(`${columns.join(',')}\n${line}\n`, 'a.csv');
  expect([present, rows.length, leftOut]).toEqual(problems.length === 0 ? [1, 1, 0] : [1, 0, 1]);
  expect(problems.every((problem) => problem.file === 'a.csv' && problem.line === 2 && problem.leftOut)).toBe(
    true,
  );
  return problems.map(({ column, found, message }) => `${column}: ${found}: ${message}`);
}

const wordsOf = (words: readonly string[]) => `This is not one of ${words.join(', ')}.`;
const day = 'This is not a date such as 2024-03-09.';

describe('codes', () => {
  const columns = 'code,code_type,title,family,timing,unit_minutes,status,replaced_by,note,keywords'.split(
    ',',
  );
  const good = {
    code: '97110',
    code_type: 'CPT',
    title: 'Exercise',
    family: 'Procedures',
    timing: 'timed',
    unit_minutes: '15',
    status: 'active',
  };
  const blank = 'The cell is blank; a value is needed here.';
  test.each<[Cells, readonly string[]]>([
    [{}, []],
    [{ code: '', title: '', family: '' }, [`code: : ${blank}`, `title: : ${blank}`, `family: : ${blank}`]],
    [{ timing: 'untimed' }, ['unit_minutes: 15: The code is untimed, so no minutes belong here.']],
    [{ timing: 'not-stated' }, ['unit_minutes: 15: The code is not-stated, so no minutes belong here.']],
    [{ timing: 'untimed', unit_minutes: '' }, []],
    [{ unit_minutes: '' }, ['unit_minutes: : This is not a whole number such as 12.']],
    [{ timing: 'often' }, ['timing: often: This is not one of timed, untimed, not-stated.']],
    [{ status: 'gone' }, ['status: gone: This is not one of active, deleted.']],
    [{ code_type: 'ICD' }, ['code_type: ICD: This is not one of CPT, HCPCS, APC.']],
  ])('%o', (changed, told) => {
    expect(refusals(readCodes, columns, good, changed)).toEqual(told);
  });
});

describe('sources', () => {
  const good = {
    id: 's1',
    name: 'f.csv',
    place: 'TX',
    kind: 'hospital',
    date: '2021-08',
    year: '2021',
    rows: '7',
  };
  const notTheYear = 'This is not the year of the date in the same line.';
  test.each<[Cells, readonly string[]]>([
    [{}, []],
    [{ place: '' }, []],
    [{ date: '', year: '0' }, []],
    [{ date: '', year: '2021' }, [`year: 2021: ${notTheYear}`]],
    [{ year: '2022' }, [`year: 2022: ${notTheYear}`]],
    [{ year: 'x' }, ['year: x: This is not a whole number such as 12.']],
    [
      { date: '08/2021' },
      ['date: 08/2021: This is not a year, a year and month or a date such as 2021-08-20.'],
    ],
    [{ kind: 'hearsay' }, ['kind: hearsay: This is not one of hospital, payer, own.']],
    [{ rows: '' }, ['rows: : This is not a whole number such as 12.']],
  ])('%o', (changed, told) => {
    expect(refusals(readSources, sourceColumns, good, changed)).toEqual(told);
  });
});

describe('conversion factors', () => {
  const columns = 'year,effective_from,effective_to,conversion_factor,applies_to'.split(',');
  const good = {
    year: '2024',
    effective_from: '2024-03-09',
    effective_to: '2024-12-31',
    conversion_factor: '33.2875',
    applies_to: 'all',
  };
  test.each<[Cells, readonly string[]]>([
    [{}, []],
    [{ applies_to: 'QP' }, []],
    [{ applies_to: 'nonQP' }, []],
    [{ effective_from: '2024-3-9' }, [`effective_from: 2024-3-9: ${day}`]],
    [{ effective_from: 'on 2024-03-09' }, [`effective_from: on 2024-03-09: ${day}`]],
    [{ effective_to: '2024-12-31T00' }, [`effective_to: 2024-12-31T00: ${day}`]],
    [{ effective_to: '' }, [`effective_to: : ${day}`]],
    [
      { conversion_factor: '33.28751' },
      ['conversion_factor: 33.28751: This is not a number with at most 4 decimals.'],
    ],
    [{ applies_to: 'most' }, ['applies_to: most: This is not one of all, nonQP, QP.']],
    [{ year: '' }, ['year: : This is not a whole number such as 12.']],
  ])('%o', (changed, told) => {
    expect(refusals(readConversionFactors, columns, good, changed)).toEqual(told);
  });
});

describe('aliases', () => {
  const columns = 'kind,words,match,means,line,note'.split(',');
  const good = { kind: 'brand', words: 'aetna', match: 'anywhere', means: 'Aetna' };
  const lower = 'Write words in lower case with single spaces; a * may end them.';
  const left = 'Leave out of, and, the, Inc and the like: names are compared without them.';
  const nothing = 'Words of this kind mean nothing further.';
  const who = 'Say which parent, or which right spelling.';
  const line = 'Only a brand has a line of its own.';
  const kinds = ['brand', 'line', 'product', 'spelling', 'generic', 'not a payer'];
  test.each<[Cells, readonly string[]]>([
    [{}, []],
    [{ words: 'blue cross*' }, []],
    [{ words: 'bcbs 2' }, []],
    [{ words: '安泰' }, []],
    [{ line: 'Commercial' }, []],
    [{ kind: 'line', means: 'Commercial' }, []],
    [{ kind: 'line', means: '' }, []],
    [{ kind: 'product', means: '' }, []],
    [{ kind: 'generic', means: '' }, []],
    [{ kind: 'not a payer', means: '' }, []],
    [{ kind: 'spelling', words: 'uhc', means: 'united healthcare' }, []],
    [{ kind: 'product', means: 'PPO' }, [`means: PPO: ${nothing}`]],
    [{ kind: 'generic', means: 'Plan' }, [`means: Plan: ${nothing}`]],
    [{ kind: 'not a payer', means: 'Cash' }, [`means: Cash: ${nothing}`]],
    [{ means: '' }, [`means: : ${who}`]],
    [{ kind: 'spelling', means: '' }, [`means: : ${who}`]],
    [{ kind: 'line', means: 'Exchanges' }, [`means: Exchanges: ${wordsOf(planLines)}`]],
    [{ kind: 'spelling', line: 'Commercial' }, [`line: Commercial: ${line}`]],
    [{ kind: 'line', means: 'Commercial', line: 'Commercial' }, [`line: Commercial: ${line}`]],
    [{ line: 'Exchanges' }, [`line: Exchanges: ${wordsOf(['(blank)', ...planLines])}`]],
    [{ words: 'Aetna' }, [`words: Aetna: ${lower}`]],
    [{ words: 'blue  cross' }, [`words: blue  cross: ${lower}`, `words: blue  cross: ${left}`]],
    [{ words: '*aetna' }, [`words: *aetna: ${lower}`]],
    [{ words: 'aetna**' }, [`words: aetna**: ${lower}`]],
    [{ words: 'aetna-ppo' }, [`words: aetna-ppo: ${lower}`]],
    [{ words: 'bank of ohio' }, [`words: bank of ohio: ${left}`]],
    [{ match: 'end' }, ['match: end: This is not one of anywhere, alone, start.']],
    [{ kind: 'brnd' }, [`kind: brnd: ${wordsOf(kinds)}`]],
  ])('%o', (changed, told) => {
    expect(refusals(readAliases, columns, good, changed)).toEqual(told);
  });

  test('the same words of another kind, or counted elsewhere in a name, are others', () => {
    const lines = [
      'brand,united,anywhere,UHC,,',
      'brand,united,start,UHC,,',
      'generic,united,anywhere,,,',
      'brand,united,anywhere,UHC,,again',
    ];
    const { rows, problems } = readAliases([columns.join(','), ...lines].join('\n'), 'a.csv');
    expect(rows).toHaveLength(3);
    expect(problems).toEqual([
      {
        file: 'a.csv',
        line: 5,
        column: 'words',
        found: 'united',
        message: 'These words stand in the table already.',
        leftOut: true,
      },
    ]);
  });
});

describe('headlines', () => {
  const good = {
    code: '97110',
    rates: '9',
    providers: '3',
    places: '2',
    buca_votes: '5',
    buca_mean: '36.50',
    buca_median: '35.00',
    percent_of_medicare: '110.1234',
  };
  const beside = 'An amount stands beside this absence, or its reason is unknown.';
  test.each<[Cells, readonly string[]]>([
    [{}, []],
    [{ buca_mean: '', buca_mean_absence: 'too-few:3: of 5' }, []],
    [{ buca_mean_absence: 'too-few' }, [`buca_mean_absence: too-few: ${beside}`]],
    [{ buca_median: '', buca_median_absence: 'why' }, [`buca_median_absence: why: ${beside}`]],
    [
      { percent_of_medicare: '', percent_of_medicare_absence: 'x:y' },
      [`percent_of_medicare_absence: x:y: ${beside}`],
    ],
    [{ buca_mean: '' }, ['buca_mean: : This is not a dollar amount such as 36.50.']],
    [{ buca_median: 'x' }, ['buca_median: x: This is not a dollar amount such as 36.50.']],
    [{ percent_of_medicare: '' }, ['percent_of_medicare: : This is not a number with at most 4 decimals.']],
    [{ buca_votes: 'x' }, ['buca_votes: x: This is not a whole number such as 12.']],
  ])('%o', (changed, told) => {
    expect(refusals(readHeadlines, headlineColumns, good, changed)).toEqual(told);
  });
});

describe('published figures', () => {
  const good = { document: 'A', title: 'A page', payer: 'Cigna', payer_id: 'cigna', class: 'commercial' };
  const amount = 'This is not an amount such as 36.50, 37, ~23.84 or >99.00.';
  const blank = 'The cell is blank; a value is needed here.';
  test.each<[Cells, readonly string[]]>([
    [{}, []],
    [{ mean: '>99.00', p25: '~23.84', median: '37', p75: '36.50' }, []],
    [{ mean: '>>9' }, [`mean: >>9: ${amount}`]],
    [{ mean: '$9' }, [`mean: $9: ${amount}`]],
    [{ mean: '.5' }, [`mean: .5: ${amount}`]],
    [{ mean: '-9' }, [`mean: -9: ${amount}`]],
    [{ mean: '9x' }, [`mean: 9x: ${amount}`]],
    [{ mean: '~' }, [`mean: ~: ${amount}`]],
    [{ years: '2024|24' }, ['years: 2024|24: This is not a list of years such as 2024|2025.']],
    [{ years: '1999' }, ['years: 1999: This is not a list of years such as 2024|2025.']],
    [{ years: '20245' }, ['years: 20245: This is not a list of years such as 2024|2025.']],
    [{ years: 'x2024' }, ['years: x2024: This is not a list of years such as 2024|2025.']],
    [
      { claims: 'highest-mean|best' },
      [
        'claims: highest-mean|best: This is not a list of highest-mean, lowest-mean, widest-spread, smallest-spread.',
      ],
    ],
    [
      { document: '', title: '', payer: '' },
      [`document: : ${blank}`, `title: : ${blank}`, `payer: : ${blank}`],
    ],
    [{ n: '12' }, [`n_unit: : ${blank}`]],
    [{ n: 'x', n_unit: 'clinics' }, ['n: x: This is not a whole number such as 12.']],
    [{ date: 'soon' }, ['date: soon: This is not a year, a year and month or a date such as 2021-08-20.']],
    [{ place: 'USA' }, ['place: USA: This is not the postal code of one of the 53 places, such as TX.']],
    [{ payer_id: 'buca' }, []],
    [{ payer_id: '' }, []],
  ])('%o', (changed, told) => {
    expect(refusals(readPublished, publishedColumns, good, changed)).toEqual(told);
  });
});

test('charges, coverage and notes on places', () => {
  const charges = 'place,kind,hospitals,mean,p25,median,p75'.split(',');
  const charge = { place: 'US', kind: 'cash', hospitals: '3', mean: '1', p25: '1', median: '1', p75: '1' };
  expect(refusals(readCharges, charges, charge, {})).toEqual([]);
  expect(refusals(readCharges, charges, charge, { place: 'ZZ', kind: 'net', median: '' })).toEqual([
    'place: ZZ: This is not the postal code of one of the 53 places, such as TX.',
    'kind: net: This is not one of gross, cash.',
    'median: : This is not a dollar amount such as 36.50.',
  ]);
  const coverage = 'place,payer,line,year,rates'.split(',');
  const covered = { place: 'TX', payer: 'aetna', line: 'Commercial', year: '2026', rates: '5' };
  expect(refusals(readCoverage, coverage, covered, {})).toEqual([]);
  expect(refusals(readCoverage, coverage, covered, { year: '26', rates: '-1', line: 'x' })).toEqual([
    `line: x: ${wordsOf(planLines)}`,
    'year: 26: This is not a year, a year and month or a date such as 2021-08-20.',
    'rates: -1: This is not a whole number such as 12.',
  ]);
  const notes = 'place,topic,note,source,standing,date'.split(',');
  const note = { place: 'AK', topic: 'a', note: 'b', source: 'c', standing: 'original', date: '2026' };
  const blank = 'The cell is blank; a value is needed here.';
  expect(refusals(readPlaceNotes, notes, note, {})).toEqual([]);
  expect(refusals(readPlaceNotes, notes, note, { topic: '', note: '', standing: 'maybe' })).toEqual([
    `topic: : ${blank}`,
    `note: : ${blank}`,
    'standing: maybe: This is not one of original, notes.',
  ]);
});
