import { describe, expect, test } from 'vitest';
import { benchmark } from '../../src/domain/benchmark.ts';
import { benchmarkEffects, documentGroups } from '../../src/domain/effectGroups.ts';
import { outlierEffect } from '../../src/domain/outlierEffect.ts';
import type { PlaceCode } from '../../src/domain/place.ts';
import { publishedChecks } from '../../src/domain/publishedChecks.ts';
import { defaultScope } from '../../src/domain/scope.ts';
import type { Figure } from '../../src/figures/figure.ts';
import { flaggedVotesFigure, outlierEffectFigure } from '../../src/figures/outlierEffectFigure.ts';
import { publishedChecksFigure } from '../../src/figures/publishedChecksFigure.ts';
import { figuresHere, publishedFigure, publishedGroup } from '../../src/figures/publishedFigure.ts';
import { formatCell } from '../../src/text/numbers.ts';
import { shippedPublished } from '../support/publishedFigures.ts';
import { shippedRates, shippedSchedule } from '../support/releaseData.ts';

const schedule = shippedSchedule();
const gap = 'Data not available in the input';

function here(code: string, place: PlaceCode | null, part: 'articles' | 'markets' = 'articles'): Figure {
  const rates = shippedRates(code);
  return publishedFigure({
    code,
    place,
    figures: figuresHere(shippedPublished(code), place)[part],
    benchmarkOf: (where) => benchmark(rates, defaultScope, where, schedule),
    schedule,
    origin: 'the release',
  });
}

/** A row as a reader sees it: the cells of the columns named, printed. */
function printed(
  figure: Figure,
  label: string,
  place: string,
  ...columns: readonly string[]
): readonly string[] {
  const row = figure.rows.find(({ label: name, cells }) => {
    return name === label && cells['place']?.kind === 'value' && cells['place'].value === place;
  });
  return columns.map((id) => {
    const column = figure.columns.find((each) => each.id === id);
    const cell = row?.cells[id];
    return column && cell ? formatCell(cell, column.kind) : 'no such cell';
  });
}

describe('document A on 97755 (field-guide 5.1)', () => {
  const figure = here('97755', null);

  test('prints every national number, and names each gap', () => {
    const national = (payer: string) => printed(figure, payer, 'National', 'mean', 'p25', 'p75', 'spread');
    expect(national('BUCA')).toEqual(['$42.01', gap, gap, '$18.70']);
    expect(national('Medicare')).toEqual(['$39.08', '$37.00', '$40.00', '$3.00']);
    expect(national('Cigna Health')).toEqual([gap, '$30.00', '$59.00', '$29.00']);
    expect(national('BCBS')).toEqual([gap, gap, gap, '$23.84']);
    expect(national('Aetna')).toEqual([gap, gap, gap, gap]);
    expect(figure.summary).toContain('BUCA $42.01 is +$2.93 against its Medicare $39.08 (107.5%).');
  });

  test('prints every Alaska number; “above” is no number', () => {
    const alaska = here('97755', 'AK');
    const row = (payer: string) => printed(alaska, payer, 'Alaska', 'mean', 'p25', 'median', 'p75', 'spread');
    expect(row('BCBS')).toEqual([gap, gap, gap, gap, '$12.80']);
    expect(row('Cigna Health')).toEqual([gap, gap, gap, gap, '$35.88']);
    expect(row('UnitedHealth Group')).toEqual([
      '$95.49',
      'above $99.00',
      'above $99.00',
      'above $99.00',
      gap,
    ]);
    expect(row('Medicare')).toEqual(['$38.19', gap, gap, gap, gap]);
    expect(row('Aetna')).toEqual([gap, gap, gap, gap, gap]);
    expect(printed(alaska, 'UnitedHealth Group', 'Alaska', 'percent')).toEqual(['250.0%']);
  });

  test('stands beside our own figures of the same payer and place, never in them', () => {
    const ours = benchmark(shippedRates('97755'), defaultScope, null, schedule);
    const bcbs = ours.rows.find((row) => row.id === 'bcbs');
    expect(figure.rows.find((row) => row.label === 'BCBS')?.cells['our-mean']).toEqual(bcbs?.mean);
    expect(printed(figure, 'BCBS', 'Alaska', 'our-n', 'our-mean')).toEqual([gap, gap]);
    // Field-guide 5.1: the plain mean over the 109 localities of 2024 is 39.34.
    expect(printed(figure, 'Medicare', 'National', 'our-n', 'our-mean')).toEqual(['109', '$39.34']);
    expect(printed(figure, 'Medicare', 'Alaska', 'our-n', 'our-mean')).toEqual(['1', '$49.70']);
  });

  test('reckons relative spreads, and Alaska’s Medicare against the same document’s nation', () => {
    // 29 ÷ 89 = 0.326; 3 ÷ 77 = 0.039; 38.19 − 39.08 = −0.89, ÷ 39.08 = −2.3%.
    expect(figure.notes).toContain(
      'Relative spread, (P75 − P25) ÷ (P75 + P25), reckoned by us: Cigna Health nationally 0.33 and Medicare nationally 0.04.',
    );
    expect(figure.notes).toContain(
      'Document A: Medicare in Alaska, $38.19, is −$0.89 (−2.3%) against its own national $39.08.',
    );
  });

  test('is grouped by place, and says that no date is stated', () => {
    const { articles } = figuresHere(shippedPublished('97755'), null);
    expect([...new Set(articles.map((row) => publishedGroup(articles, row.id)))]).toEqual([
      "Document A: A vendor's code page on 97755, National, date not stated",
      "Document A: A vendor's code page on 97755, Alaska, date not stated",
    ]);
    expect(figure.sources).toContain("A vendor's code page on 97755 (date not stated)");
  });
});

test('document B: 120% and 80% of its own Medicare, with the columns nobody fills named once', () => {
  const figure = here('97750', null);
  expect(printed(figure, 'Medicare', 'Not stated', 'mean', 'percent')).toEqual(['$50.00', '100.0%']);
  expect(printed(figure, 'Medicaid', 'Not stated', 'mean', 'percent')).toEqual(['$40.00', '80.0%']);
  expect(printed(figure, 'Private insurance', 'Not stated', 'mean', 'percent')).toEqual(['$60.00', '120.0%']);
  expect(figure.notes[0]).toBe(`n, P25, Median, P75 and Spread, in every row here: ${gap}.`);
});

test('document D: twelve payers with our class and state, and the ratio to the same state’s Medicare', () => {
  const figure = here('97760', null);
  expect(figure.rows).toHaveLength(12);
  const classes = figure.rows.map((row) =>
    formatCell(row.cells['class'] ?? { kind: 'value', value: '' }, 'text'),
  );
  expect(classes.filter((name) => name === 'Commercial')).toHaveLength(7);
  // Field-guide 5.4: 25.72 ÷ 41.81 = 61.5%, 26.44 ÷ 41.81 = 63.2%.
  expect(printed(figure, 'ANTHEM HEALTH PLANS OF VIRGINIA', 'Virginia', 'mean', 'percent')).toEqual([
    '$25.72',
    '61.5%',
  ]);
  expect(printed(figure, 'VA BCBS', 'Virginia', 'mean', 'percent')).toEqual(['$26.44', '63.2%']);
  expect(printed(figure, 'NC BCBS', 'North Carolina', 'mean', 'percent')).toEqual(['$155.55', '344.0%']);
  expect(printed(figure, 'CIGNA', 'Not stated', 'percent')).toEqual([
    'Not comparable: no Medicare amount of its place',
  ]);
  expect(printed(figure, 'Highmark Senior Health PA', 'Pennsylvania', 'class', 'our-mean')).toEqual([
    'Medicare Advantage',
    'Not comparable: our figures are of commercial payers',
  ]);
});

test('document D: rows carry what the checks found', () => {
  const flags = here('97760', null).rows.map((row) => [row.label, ...row.flags]);
  expect(flags.filter(([, ...marks]) => marks.length > 0)).toEqual([
    ['NC Medicare Part B', 'fee schedule to the cent', 'beside it: fee schedule 2024'],
    ['ANTHEM HEALTH PLANS OF VIRGINIA', 'insurer under several names'],
    ['VA BCBS', 'insurer under several names'],
    ['VA Medicare Part B', 'not the fee schedule’s', 'beside it: fee schedule 2024'],
    ['NC BCBS', 'above the upper fence', 'turns the conclusion'],
    ['Anthem Blue Cross and Blue Shield of VA', 'insurer under several names'],
    ['OH Medicare Part B', 'not the fee schedule’s', 'beside it: fee schedule 2024'],
  ]);
});

test('markets stand apart, with what is behind them', () => {
  const figure = here('97110', 'TX', 'markets');
  expect(figure.rows.map((row) => row.label)).toEqual([
    'Blue Cross Blue Shield of Texas, Blue Essentials',
    'Cigna, Open Access Plus',
    'UnitedHealthcare, Options PPO',
  ]);
  expect(
    printed(figure, 'Cigna, Open Access Plus', 'Austin metro', 'n', 'mean', 'p25', 'median', 'p75'),
  ).toEqual(['642 provider-rate entries', '$33.30', '$30.69', '$32.07', '$33.05']);
  expect(figure.columns.map((column) => column.id)).not.toContain('percent');
});

describe('markets beside the fee schedule: they print no Medicare of their own', () => {
  const ours = ['market-medicare', 'market-percent', 'market-locality'] as const;

  test('a market named after a locality takes it: Austin, 2024', () => {
    const figure = here('97110', 'TX', 'markets');
    const amounts = schedule.amounts('97110', 2024, 'TX');
    if (amounts.kind === 'absent') throw new Error('no fee schedule');
    const austin = amounts.value.find(({ locality }) => locality.name === 'AUSTIN')?.amount.nonFacility ?? 0;
    // 2024: (0.45·1.000 + 0.42·1.046 + 0.01·0.914) × 33.2875 = 29.91; 32.07 ÷ 29.91 = 107.2%.
    expect(austin).toBe(2991);
    expect(printed(figure, 'Cigna, Open Access Plus', 'Austin metro', ...ours)).toEqual([
      '$29.91',
      '107.2%',
      'Austin, 2024',
    ]);
    expect(figure.notes.join(' ')).toContain('there is nothing of theirs to check against the fee schedule');
  });

  test('a state of one locality takes that; a code Medicare does not price says so', () => {
    const figure = here('97110', 'MN', 'markets');
    expect(printed(figure, 'BCBS Minnesota, Aware Network', 'Twin Cities (zip 550-556)', ...ours)[2]).toBe(
      'Minnesota, 2026',
    );
    for (const code of ['97010', '97014']) {
      const [first] = here(code, 'MN', 'markets').rows;
      expect(first?.cells['market-percent']).toMatchObject({ kind: 'absent', reason: 'not-priced' });
    }
  });

  test('articles have no such columns, and no market is without its three cells', () => {
    expect(here('97760', null).columns.map(({ id }) => id)).not.toContain('market-percent');
    for (const code of ['97110', '97140', '97530']) {
      const figure = here(code, null, 'markets');
      for (const row of figure.rows)
        expect(Object.keys(row.cells)).toEqual(expect.arrayContaining([...ours]));
    }
  });
});

describe('the checks in words', () => {
  const said = (code: string) =>
    publishedChecksFigure(publishedChecks(code, shippedPublished(code), schedule), code, 'the release');

  test('97760: what passes, what fails, and why', () => {
    const checks = said('97760');
    expect(checks?.figure.summary).toBe('Of 5 checks, 3 fail, 1 is a note and 1 passes.');
    expect(checks?.findings.map(({ severity, text }) => `${severity}: ${text}`)).toEqual([
      'fail: Document D has $41.81 for VA Medicare Part B in Virginia. No fee schedule of this release gives it. Beside it: 2024 $47.06 (printed is 88.8% of it).',
      'fail: Document D has $37.91 for OH Medicare Part B in Ohio. No fee schedule of this release gives it. Beside it: 2024 $44.89 (printed is 84.5% of it).',
      'fail: Document D: the 7 commercial amounts average 114.1% of Medicare with NC BCBS $155.55 and 70.9% without it. Median to median it is 65.7%.',
      'note: Document D has one insurer in Virginia under 3 names: ANTHEM HEALTH PLANS OF VIRGINIA, VA BCBS and Anthem Blue Cross and Blue Shield of VA. VA BCBS and Anthem Blue Cross and Blue Shield of VA have the same amount, $26.44: probably one rate counted twice.',
      'pass: Document D has $45.22 for NC Medicare Part B in North Carolina: the fee schedule of 2024 to the cent.',
    ]);
  });

  test('97755: Alaska fails with the official amounts beside it', () => {
    const texts = said('97755')?.findings.map(({ text }) => text);
    expect(texts?.[0]).toBe(
      'Document A has $38.19 for Medicare in Alaska. No fee schedule of this release gives it. Beside it: 2024 $49.70 (printed is 76.8% of it); 2025 $48.65 (printed is 78.5% of it).',
    );
    expect(texts?.[1]).toContain('the mean $95.49 lies below every percentile it prints (above $99.00)');
    expect(texts?.[2]).toBe(
      `Document A gives the smallest spread in Alaska to BCBS ($12.80) and UnitedHealth Group (${gap}). Both cannot hold.`,
    );
  });

  test('every row of the figure names its evidence or its absence', () => {
    for (const code of ['97750', '97755', '97760']) {
      const figure = said(code)?.figure;
      for (const row of figure?.rows ?? []) {
        expect(Object.keys(row.cells).toSorted()).toEqual(figure?.columns.map(({ id }) => id).toSorted());
      }
    }
  });

  test('nothing to check, nothing said', () => {
    expect(publishedChecksFigure([], '97110', 'the release')).toBeNull();
  });
});

describe('the effect of flagged votes', () => {
  const effects = documentGroups(shippedPublished('97760')).map((group) => outlierEffect(group));
  const input = { effects, subject: '97760', origin: 'the release' };

  test('97760: 114.1% with, 70.9% without, and the conclusion is said to hang on it', () => {
    expect(outlierEffectFigure(input).summary).toBe(
      'Document D, commercial rows: 1 flagged vote of 7; 114.1% of Medicare with, 70.9% without (means); median to median 65.7%. Leaving them out crosses 100% of Medicare for Document D, commercial rows: the conclusion hangs on flagged votes.',
    );
    const votes = flaggedVotesFigure(input)?.figure;
    expect(votes?.rows.map((row) => [row.label, row.flags])).toEqual([
      ['NC BCBS', ['crosses 100% of Medicare']],
    ]);
  });

  test('where Medicare prices nothing, no payer is said to stay on its side of it', () => {
    const table = shippedRates('97010');
    const bundled = benchmarkEffects(benchmark(table, defaultScope, 'IL', schedule), table);
    const { summary } = outlierEffectFigure({ ...input, effects: bundled });
    // CMS status B: bundled, paid nothing apart. Votes of the files: 3.75, 6.72, 14.335, 32.305, 34.645, 36.21, 41.10, 42.39,
    // 50.26 and, above the fence, 89.00: 350.715 ÷ 10 and 261.715 ÷ 9.
    expect(summary).toBe(
      'BUCA: 1 flagged vote of 10; mean $35.07 with, $29.08 without; % of Medicare: Medicare bundles it into other services and pays nothing apart.',
    );
  });

  test('with no flag there is no list of votes', () => {
    const none = effects.map(({ group }) =>
      outlierEffect({ ...group, votes: group.votes.map((vote) => ({ ...vote, flags: [] })) }),
    );
    expect(flaggedVotesFigure({ ...input, effects: none })).toBeNull();
    expect(outlierEffectFigure({ ...input, effects: none }).summary).toBe(
      'No vote is flagged: leaving out changes nothing.',
    );
  });
});
