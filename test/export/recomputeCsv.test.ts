import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { benchmark } from '../../src/domain/benchmark.ts';
import { absent, present } from '../../src/domain/cell.ts';
import { recomputeMeasures } from '../../src/domain/recomputeMeasure.ts';
import { defaultScope } from '../../src/domain/scope.ts';
import { exactDollars } from '../../src/export/exactDollars.ts';
import { recomputeCsv, recomputeExpression } from '../../src/export/recomputeCsv.ts';
import { spreadsheetCsv } from '../../src/export/spreadsheetCsv.ts';
import { recomputed, recomputeModel } from '../../src/figures/recompute.ts';
import { recomputeVotesFigure } from '../../src/figures/recomputeVotesFigure.ts';
import { quantileDefinitions } from '../../src/stats/quantileDefinition.ts';
import { formatMoney, formatRatio } from '../../src/text/numbers.ts';
import { rateTable } from '../support/builders.ts';
import { shippedRates, shippedSchedule } from '../support/releaseData.ts';
import { openSheet } from '../support/spreadsheet.ts';

const schedule = shippedSchedule();
const shared = {
  ratesFile: 'rates/97110/national.csv',
  origin: 'release test',
  address: 'https://example.org/code/97110/',
} as const;

/** The file as a spreadsheet holds it: `D15` is column D, line 15. */
function sheetOf(csv: string) {
  const rows = Papa.parse<string[]>(csv.replace(/^\uFEFF/, ''), { delimiter: ',' }).data;
  const range = (text: string) => {
    const match = /^([A-Z])(\d+):\1(\d+)$/.exec(text);
    if (!match) throw new Error(`${text} is not a range of one column`);
    const column = (match[1] as string).charCodeAt(0) - 65;
    return rows.slice(Number(match[2]) - 1, Number(match[3])).map((row) => row[column] ?? '');
  };
  return { rows, range };
}

/** Dollars back to cents by moving the point, the exact inverse of how they were written. */
function centsOf(dollars: string): number {
  const [whole = '', fraction = ''] = dollars.split('.');
  return Number(`${whole}${fraction.slice(0, 2)}.${fraction.slice(2)}`);
}

function rangesIn(expression: string): readonly string[] {
  return [...new Set(expression.match(/[A-Z]\d+:[A-Z]\d+/g))];
}

describe.each(['97110', '97760', '97140'])('the CSV of %s read back', (code) => {
  const table = shippedRates(code);

  it.each(recomputeMeasures)('gives the same %s, exactly', (measure) => {
    let figures = 0;
    for (const definition of quantileDefinitions) {
      const national = benchmark(table, { ...defaultScope, definition }, null, schedule);
      for (const row of national.rows) {
        const model = recomputeModel({ ...shared, benchmark: national, row, measure, table });
        expect(model.value).toEqual(measure === 'percent-of-medicare' ? row.percentOfMedicare : row[measure]);
        if (model.value.kind === 'absent') continue;
        const { range } = sheetOf(recomputeCsv(model));
        const [votesRange = '', medicareRange] = rangesIn(recomputeExpression(model)).toSorted();
        const medicare = medicareRange === undefined ? [] : range(medicareRange);
        const votes = range(votesRange).map((dollars, index) => ({
          amount: centsOf(dollars),
          weight: 1,
          medicare: /^\d/.test(medicare[index] ?? '')
            ? present(centsOf(medicare[index] as string))
            : absent('not-priced'),
        }));
        expect(votes).toHaveLength(row.n);
        expect(recomputed(measure, definition, votes)).toBe(model.value.value);
        const live = Number(openSheet(recomputeCsv(model)).beside('Computed by this sheet'));
        const dollars = measure === 'percent-of-medicare' ? model.value.value : model.value.value / 100;
        expect(live).toBeCloseTo(dollars, 9);
        figures += 1;
      }
    }
    expect(figures).toBeGreaterThan(5);
  });
});

describe('plain dollars, as a spreadsheet adds them', () => {
  const table = shippedRates('97110');
  const national = benchmark(table, defaultScope, null, schedule);

  it('print the same mean and percent of Medicare', () => {
    const withVotes = national.rows.filter(({ n }) => n > 0);
    expect(withVotes.length).toBeGreaterThan(4);
    for (const row of withVotes) {
      const csvOf = (measure: 'mean' | 'percent-of-medicare') => {
        const model = recomputeModel({
          ...shared,
          benchmark: national,
          row,
          measure,
          table,
        });
        const [votes = '', medicare = ''] = rangesIn(recomputeExpression(model)).toSorted();
        const { range } = sheetOf(recomputeCsv(model));
        return { model, votes: range(votes).map(Number), medicare: medicare && range(medicare).map(Number) };
      };
      const total = (numbers: readonly number[]) => numbers.reduce((sum, number) => sum + number, 0);
      const mean = csvOf('mean');
      expect(formatMoney((total(mean.votes) / mean.votes.length) * 100)).toBe(mean.model.valueText);
      const ratio = csvOf('percent-of-medicare');
      expect(formatRatio(total(ratio.votes) / total(ratio.medicare || []))).toBe(ratio.model.valueText);
    }
  });
});

describe('a line that stands for several providers', () => {
  const table = rateTable('97110', [
    ...[50, 30, 41.5, 38, 33].map((rate, index) => ({ rate, provider: `H${index}`, count: 1 + index * 3 })),
    { rate: 60, provider: 'H1', payer: 'bcbs', date: '2019-06' },
    { rate: 47, provider: 'H3', payer: 'bcbs' },
  ]);

  it.each(recomputeMeasures)('counts that often in the sheet: %s', (measure) => {
    for (const definition of quantileDefinitions) {
      const here = benchmark(table, { ...defaultScope, definition }, null, schedule);
      for (const row of here.rows.filter(({ n }) => n > 0)) {
        const model = recomputeModel({ ...shared, benchmark: here, row, measure, table });
        expect(model.value).toEqual(measure === 'percent-of-medicare' ? row.percentOfMedicare : row[measure]);
        if (model.value.kind === 'absent') throw new Error('35 votes have every figure');
        const live = Number(openSheet(recomputeCsv(model)).beside('Computed by this sheet'));
        const value = measure === 'percent-of-medicare' ? model.value.value : model.value.value / 100;
        expect(live).toBeCloseTo(value, 9);
      }
    }
  });

  it('says so in columns that other files do not have', () => {
    const here = benchmark(table, defaultScope, null, schedule);
    const row = here.rows.find(({ id }) => id === 'aetna');
    if (!row) throw new Error('no Aetna row');
    const { rows } = sheetOf(
      recomputeCsv(recomputeModel({ ...shared, benchmark: here, row, measure: 'mean', table })),
    );
    expect(rows[13]?.slice(-2)).toEqual(['Providers paid alike', 'Votes below this line’s']);
    // 30 (4 providers), 33 (13), 38 (10), 41.5 (7), 50 (1): the lines stand by provider.
    expect(rows.slice(14, 19).map((cells) => [cells[3], ...cells.slice(-2)])).toEqual([
      ['50.00', '1', '34'],
      ['30.00', '4', '0'],
      ['41.50', '7', '27'],
      ['38.00', '10', '17'],
      ['33.00', '13', '4'],
    ]);
  });
});

describe('what stands above the votes', () => {
  const table = rateTable('97110', [
    { rate: 50, provider: '=HYPERLINK("http://x")', plan: '+1', methodology: '@case' },
    { rate: 60.01, provider: 'B' },
    { rate: 40, provider: 'B' },
  ]);
  const here = benchmark(table, defaultScope, null, schedule);
  const [, aetna] = here.rows;
  if (aetna?.id !== 'aetna') throw new Error('no Aetna row');
  const model = recomputeModel({
    ...shared,
    benchmark: here,
    row: aetna,
    measure: 'mean',
    table,
  });
  const csv = recomputeCsv(model);
  const { rows, range } = sheetOf(csv);

  it('says what the figure is, how it was made, from what and where', () => {
    const about = new Map(rows.slice(0, 12).map(([key = '', value = '']) => [key, value]));
    expect(about.get('Figure')).toBe('Mean of Aetna for 97110, National');
    expect(about.get('In Excel')).toBe('AVERAGE(D15:D16)');
    expect(about.get('Data')).toBe('release test');
    expect(about.get('Page')).toBe('https://example.org/code/97110/');
    expect(about.get('Rates file')).toBe('rates/97110/national.csv');
    expect(about.get('Not counted')).toBe('nothing');
    expect(about.get('Scope')).toMatch(/^Commercial/);
  });

  it('names what a file does not state: the place of its provider', () => {
    const own = rateTable('97110', [{ rate: 28, provider: 'Your file', place: '' }]);
    const mine = benchmark(own, defaultScope, null, schedule);
    const row = mine.rows.find(({ id }) => id === 'aetna');
    if (!row) throw new Error('no Aetna row');
    const whole = recomputeModel({ ...shared, benchmark: mine, row, measure: 'mean', table: own });
    const line = sheetOf(recomputeCsv(whole)).rows.find(([provider]) => provider === 'Your file');
    expect(line?.slice(0, 3)).toEqual(['Your file', 'Data not available in the input', 'Aetna']);
    expect(recomputeVotesFigure(whole).rows[0]?.cells['state']).toEqual(absent('not-in-input'));
  });

  it('names the cells the votes are in', () => {
    expect(range('D15:D16').toSorted()).toEqual(['50.00', '50.005']);
    expect(rows[13]?.slice(0, 4)).toEqual(['Provider', 'State', 'Payer', 'Vote (USD)']);
  });

  it('disarms text that a spreadsheet would run, and leaves numbers alone', () => {
    const cells = rows.flat();
    expect(cells).toContain(`'=HYPERLINK("http://x")`);
    expect(cells).toContain(`'@case`);
    // The one formula is our own: ranges and a function, nothing from a file.
    expect(cells.filter((cell) => /^[=+@\t\r]/.test(cell))).toEqual(['=AVERAGE(D15:D16)']);
  });
});

describe('cells', () => {
  it('any text comes back as it went in, or with one apostrophe before a formula', () => {
    fc.assert(
      fc.property(fc.array(fc.string(), { minLength: 2 }), (texts) => {
        const [row = []] = sheetOf(spreadsheetCsv([['start', ...texts]])).rows;
        expect(row.slice(1)).toEqual(texts.map((text) => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text)));
      }),
    );
  });

  it('writes cents as dollars without rounding', () => {
    expect(exactDollars(4522.333333333333)).toBe('45.22333333333333');
    expect(exactDollars(5)).toBe('0.05');
    expect(exactDollars(-250.5)).toBe('-2.505');
    fc.assert(
      fc.property(fc.double({ min: 0.001, max: 1e12, noNaN: true }), (cents) => {
        expect(centsOf(exactDollars(cents))).toBe(cents);
      }),
    );
  });
});
