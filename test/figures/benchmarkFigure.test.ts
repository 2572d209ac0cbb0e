import { describe, expect, test } from 'vitest';
import { readOwnRates } from '../../src/data/ownRates.ts';
import { benchmark } from '../../src/domain/benchmark.ts';
import { benchmarkFacts } from '../../src/domain/benchmarkFacts.ts';
import { absent, present, valueOf } from '../../src/domain/cell.ts';
import { medicareBenchmark } from '../../src/domain/medicareBenchmark.ts';
import { defaultScope, type Scope, type Site } from '../../src/domain/scope.ts';
import { benchmarkFigure } from '../../src/figures/benchmarkFigure.ts';
import { benchmarkRange } from '../../src/figures/benchmarkRange.ts';
import { formatRatio } from '../../src/text/numbers.ts';
import { type RateSpec, rateTable } from '../support/builders.ts';
import { shippedAliases, shippedRates, shippedSchedule } from '../support/releaseData.ts';

const schedule = shippedSchedule();

function modelsOf(rates: readonly RateSpec[], scope: Partial<Scope> = {}, place: string | null = 'TX') {
  const whole = { ...defaultScope, ...scope };
  const made = benchmark(rateTable('97110', rates), whole, place, schedule);
  const medicare = medicareBenchmark(schedule, '97110', place, 2026, whole.site);
  const figure = benchmarkFigure({ benchmark: made, medicare, origin: 'a test', isOwn: false });
  return { figure, range: benchmarkRange(benchmarkFacts(made), medicare, figure) };
}

function figureOf(...given: Parameters<typeof modelsOf>) {
  return modelsOf(...given).figure;
}

/** Aetna from providers A to E at 10 to 50 dollars, E twice: 50 and 70, and once more for another site. */
const five: readonly RateSpec[] = [
  ...[10, 20, 30, 40, 50].map((rate, index): RateSpec => ({ rate, provider: 'ABCDE'.charAt(index) })),
  { rate: 70, provider: 'E' },
  { rate: 90, provider: 'E', setting: 'inpatient' },
];

describe('the benchmark of five providers of one payer', () => {
  const figure = figureOf(five);
  const aetna = figure.rows.find(({ id }) => id === 'aetna');

  test('counts a vote for each provider: E’s is (50 + 70) ÷ 2 = 60', () => {
    // 10 20 30 40 60: mean 160 ÷ 5 = 32; P25 20, median 30, P75 40 at positions 1, 2 and 3.
    expect(aetna?.cells).toMatchObject({
      providers: present(5),
      rates: present(6),
      mean: present(3200),
      p25: present(2000),
      median: present(3000),
      p75: present(4000),
      spread: present(2000),
    });
  });
  test('flags a mean inside the quartiles that is not more than a tenth from the median by nothing', () => {
    // 32 ÷ 30 = 1.067.
    expect(aetna?.flags).toEqual([]);
  });
  test('ends with Medicare, whose localities stand where providers do', () => {
    expect(figure.rows.at(-1)).toMatchObject({
      id: 'medicare-fee-schedule',
      label: 'Medicare 2026',
      cells: { providers: present('8 localities'), grade: present('official') },
    });
  });
  test('says what the percent of Medicare is of, and which fee schedules it rests on', () => {
    // 97110 in Texas in 2026 is $28.91 over its localities: 160 ÷ (5 × 28.91) = 110.7%.
    expect(figure.summary).toBe(
      'BUCA median $30.00, middle half $20.00 to $40.00, mean $32.00 over 5 votes. Added up, its votes are 110.7% of what Medicare pays in the same years. Medicare 2026: mean $28.91 over 8 localities.',
    );
    expect(figureOf(five.slice(0, 1)).summary).toBe(
      'BUCA: 1 vote, too few for percentiles; its amount is $10.00. It is 34.6% of what Medicare pays in the same years. Medicare 2026: mean $28.91 over 8 localities.',
    );
    expect(figureOf(five, {}, null).summary).toContain(
      ' of what Medicare pays in the same states and years. ',
    );
    expect(figure.sources).toMatch(
      /; CMS physician fee schedule 2026, and for % of Medicare that of each vote’s year; a test\.$/,
    );
    expect(figureOf([]).sources).toMatch(/; CMS physician fee schedule 2026; a test\.$/);
  });
  test('tells rates outside the scope from none at all', () => {
    expect(figureOf([]).summary).toBe(
      'Payer rates: Data not available in the input. Medicare 2026: mean $28.91 over 8 localities.',
    );
    expect(figureOf(five, { line: 'Behavioral' }).summary).toBe(
      'Payer rates: 7 in the input, none in this scope. Medicare 2026: mean $28.91 over 8 localities.',
    );
  });
  test('asks for five votes, which for BUCA may be of fewer providers', () => {
    expect(figure.method).toContain('none for fewer than 5 votes.');
    const two = ['A', 'B'].flatMap((provider) =>
      (['aetna', 'cigna', 'uhg'] as const).map((payer, at): RateSpec => ({ rate: 10 + at, provider, payer })),
    );
    const pooled = figureOf(two);
    expect(pooled.rows.find(({ id }) => id === 'buca')?.cells['median']).toEqual(present(1100));
    expect(pooled.notes).toContainEqual(expect.stringContaining('6 votes from 2 providers'));
  });
  test('says what was not counted, and what BUCA is made of', () => {
    expect(figure.notes).toContain('Not counted here: 1 rate of other sites.');
    expect(figure.notes).toContain(
      'BUCA pools the votes of Aetna: 5 votes from 5 providers. Members without rates here add nothing.',
    );
    // (40 − 20) ÷ 30.
    expect(figure.notes.join(' ')).toMatch(
      /Spread ÷ median: BUCA 66\.7%, Aetna 66\.7% and Medicare \d\.\d%\./,
    );
  });
  test('keeps what counts apart from how it is computed', () => {
    expect(figure.scope).toMatch(/^Commercial plans; .*CQ and CO\.$/);
    expect(figure.method).toMatch(/^Percentiles by linear interpolation/);
  });
});

test.each([
  ['type7', 'linear interpolation (type 7, Excel PERCENTILE.INC)'],
  ['type6', 'linear interpolation (type 6, Excel PERCENTILE.EXC)'],
  ['nearestRank', 'nearest rank (type 1, SQL PERCENTILE_DISC)'],
] as const)('by %s, columns and method both say %s', (definition, words) => {
  const { columns, method } = figureOf(five, { definition });
  const helped = columns.filter(({ id }) => ['p25', 'median', 'p75'].includes(id));
  expect(helped.map((column) => column.definition)).toEqual([
    `25th percentile of the votes, ${words}.`,
    `50th percentile of the votes, ${words}.`,
    `75th percentile of the votes, ${words}.`,
  ]);
  expect(method).toContain(`Percentiles by ${words}`);
});

test('where BUCA has no vote, the sentence names it and goes on with who has some', () => {
  const other: RateSpec = { rate: 12.42, payer: 'other' };
  expect(figureOf([other]).summary).toMatch(
    /^BUCA: Data not available in the input\. Other commercial payers: 1 vote, too few for percentiles; its amount is \$12\.42\. It is /,
  );
  expect(figureOf([]).summary).toMatch(/^Payer rates: Data not available in the input\. Medicare 2026: /);
});

describe('votes that are all flagged and left out by choice', () => {
  // Medicare pays some $28 in Texas: 500 is past 5.5 times that.
  const far: RateSpec = { rate: 500, provider: 'Far', place: 'AK', date: '2021-05-01' };
  const kept = five.map((rate) => ({ ...rate, rate: 30 }));
  const out = { outliers: 'out' } as const;

  test('are not said to be missing in the input', () => {
    const figure = figureOf([far, { ...far, provider: 'Afar' }], out, null);
    expect(figure.rows[0]?.cells['providers']).toEqual(absent('too-few', 'no vote left, 2 flagged'));
    const aetna = figure.rows.find(({ id }) => id === 'aetna');
    expect(aetna?.cells['percent-of-medicare']).toEqual(absent('too-few', 'no provider left, 2 flagged'));
    expect(aetna?.cells['grade']).toEqual(absent('too-few', 'no provider left, 2 flagged'));
    expect(figure.summary).toMatch(/^Payer rates: no vote left, 2 flagged\. Medicare 2026: /);
    expect(figure.notes.join(' ')).not.toContain('it counts');
    expect(figure.sources).toMatch(/^no published file with counted rates; /);
  });

  test('add no provider, place, payer or file to what the notes count', () => {
    const rates = [...kept, far, { ...far, payer: 'cigna' as const }];
    const { notes, sources } = figureOf(rates, out, null);
    expect(notes[0]).toContain('it counts 5 providers in 1 state: TX.');
    expect(notes[1]).toMatch(/^BUCA pools the votes of Aetna: 5 votes from 5 providers\./);
    expect(sources).toMatch(/^1 published file, 2026; /);
    // BUCA's are its members' votes once more; a row without votes has no grade that could be higher.
    expect(notes).toContain('Flagged votes left out by your choice: Aetna 1 and Cigna 1.');
    expect(notes.find((note) => note.startsWith('Why grades'))).toBe(
      'Why grades are not higher: BUCA low (n 5; 0.0% of its rates state a dollar methodology); Aetna low (n 5; 0.0% of its rates state a dollar methodology).',
    );
    const counted = figureOf(rates, {}, null);
    expect(counted.notes[0]).toContain('it counts 6 providers in 2 states: AK, TX.');
    expect(counted.sources).toMatch(/^2 published files, 2021–2026; /);
  });
});

test('rates counted one by one are called rates, not votes', () => {
  const { figure, range } = modelsOf(five, { basis: 'rates' });
  const { notes } = figure;
  expect(figure.columns[1]).toMatchObject({
    id: 'rates',
    definition: 'Published rates counted, each by itself.',
  });
  expect(range.marks.find(({ id }) => id === 'aetna')?.detail).toContain('; 6 rates; ');
  expect(modelsOf(five).range.marks.find(({ id }) => id === 'aetna')?.detail).toContain(
    '; 5 votes from 6 rates; ',
  );
  expect(notes).toContain(
    'BUCA pools the rates of Aetna: 6 rates from 5 providers. Members without rates here add nothing.',
  );
});

test.each([
  ['providers', 'votes'],
  ['rates', 'rates'],
] as const)('by %s it says how many %s have no Medicare amount of their own year', (basis, noun) => {
  // No fee schedule of the release is of 2019.
  const early: RateSpec = { rate: 25, provider: 'F', date: '2019-06-01' };
  const { notes } = figureOf([...five.slice(0, 5), early], { basis });
  expect(notes).toContain(`Aetna: 5 of 6 ${noun} have a Medicare amount to compare with.`);
  const alone = figureOf([{ rate: 25, provider: 'A' }, early], { basis });
  expect(alone.notes).toContain(`Aetna: 1 of 2 ${noun} has a Medicare amount to compare with.`);
});

test.each([
  // 10 10 10 10 100: mean 28, above P75 10.
  [[10, 10, 10, 10, 100], 'mean outside P25–P75'],
  // 10 20 30 60 80: mean 40 against a median of 30, between 20 and 60.
  [[10, 20, 30, 60, 80], 'mean 33.3% above median'],
  // 2 10 30 32 36: mean 22 against a median of 30, between 10 and 32.
  [[2, 10, 30, 32, 36], 'mean 26.7% below median'],
  // A tenth is no flag on either side of a median of 100; a mean of 110.2 or of 89.8 is one.
  [[80, 90, 100, 130, 150], ''],
  [[50, 70, 100, 110, 120], ''],
  [[80, 90, 100, 130, 151], 'mean 10.2% above median'],
  [[49, 70, 100, 110, 120], 'mean 10.2% below median'],
])('%j is flagged “%s”', (dollars, flag) => {
  const rates = dollars.map((rate, index): RateSpec => ({ rate, provider: `P${index}` }));
  expect(figureOf(rates).rows.find(({ id }) => id === 'aetna')?.flags).toEqual(flag === '' ? [] : [flag]);
});

test('Medicare’s amount of one locality is no mean', () => {
  // CMS has one locality in Minnesota and eight in Texas.
  expect(figureOf([], {}, 'MN').summary).toMatch(/ Medicare 2026: \$\d+\.\d\d over 1 locality\.$/);
  expect(figureOf([], {}, 'TX').summary).toMatch(/ Medicare 2026: mean \$\d+\.\d\d over 8 localities\.$/);
});

test('a health system of the scope is called by its name, one the table does not have by its key', () => {
  const rates = five.map((spec) => ({ ...spec, system: 'Sutter Health' }));
  expect(figureOf(rates, { provider: 'system-sutter-health' }).scope).toContain(
    '; only the health system “Sutter Health”;',
  );
  expect(figureOf(rates, { provider: 'tx-a' }).scope).toContain('; only the provider “A, TX”;');
  expect(figureOf(rates, { provider: 'system-st-luke' }).scope).toContain(
    '; only the health system “st luke”;',
  );
});

function notesAt(site: Site): string {
  const table = shippedRates('99203');
  const made = benchmark(table, { ...defaultScope, site }, null, schedule);
  const medicare = medicareBenchmark(schedule, '99203', null, 2026, site);
  return benchmarkFigure({ benchmark: made, medicare, origin: 'a test', isOwn: false }).notes.join(' ');
}

test('professional rates of hospitals are said to stand beside the higher of Medicare’s two amounts', () => {
  const table = shippedRates('99203');
  const [buca] = benchmark(table, { ...defaultScope, site: 'office' }, null, schedule).rows;
  const votes = buca?.votes ?? [];
  let facility = 0;
  for (const { provider, year } of votes) {
    const amounts = valueOf(schedule.amounts('99203', year, table.providers[provider]?.place ?? '')) ?? [];
    facility += amounts.reduce((sum, { amount }) => sum + amount.facility, 0) / amounts.length;
  }
  const sum = votes.reduce((total, { amount }) => total + amount, 0);
  // Reckoned apart from the product, from CMS's tables and the published rows: 227.3% and 384.4% over 8 votes.
  expect([
    votes.length,
    formatRatio(valueOf(buca?.percentOfMedicare ?? { kind: 'value', value: 0 }) ?? 0),
  ]).toEqual([8, '227.3%']);
  expect(formatRatio(sum / facility)).toBe('384.4%');
  expect(notesAt('office')).toContain('are compared with the non-facility amount, too');
  expect(notesAt('hospital')).not.toContain('non-facility amount, too');
  // Of all sites together only always-therapy services are priced, whose two amounts are one.
  expect(figureOf(five, { site: 'all' }).notes.join(' ')).not.toContain('non-facility amount, too');
});

describe('the sources of rates from a file of the user’s', () => {
  const sourcesOf = (...lines: readonly string[]) => {
    const text = ['code,payer,rate,state,date', ...lines].join('\n');
    const table = readOwnRates(text, 'mine.csv', new Map(), shippedAliases()).tables.get('97110');
    if (!table) throw new Error('no table');
    const made = benchmark(table, { ...defaultScope, site: 'all' }, null, schedule);
    const medicare = medicareBenchmark(schedule, '97110', null, 2026, 'all');
    return benchmarkFigure({ benchmark: made, medicare, origin: 'your file mine.csv', isOwn: true }).sources;
  };

  test('are one file, whatever dates it states, and the years are those stated', () => {
    expect(
      sourcesOf('97110,Aetna,30,TX,2025', '97110,Cigna,30,TX,2026-01-31', '97110,Humana,30,TX,'),
    ).toMatch(/^1 file of yours, 2025–2026; CMS physician fee schedule 2026, .*; your file mine\.csv\.$/);
    expect(sourcesOf('97110,Aetna,30,TX,', '97110,Cigna,30,TX,2026')).toMatch(/^1 file of yours, 2026; /);
  });

  test('have no year where none is stated', () => {
    expect(sourcesOf('97110,Aetna,30,TX,')).toMatch(/^1 file of yours; CMS/);
  });
});
