import { describe, expect, test } from 'vitest';
import { benchmark } from '../../src/domain/benchmark.ts';
import type { PublishedFigure } from '../../src/domain/published.ts';
import { defaultScope, type Scope } from '../../src/domain/scope.ts';
import { officialYear, publishedFigure } from '../../src/figures/publishedFigure.ts';
import { publishedNotes } from '../../src/figures/publishedNotes.ts';
import { formatCell } from '../../src/text/numbers.ts';
import { documentName } from '../../src/text/publishedText.ts';
import { type RateSpec, rateTable } from '../support/builders.ts';
import { printedFigure } from '../support/printedFigure.ts';
import { shippedSchedule } from '../support/releaseData.ts';

const schedule = shippedSchedule();

function beside(
  figures: readonly PublishedFigure[],
  rates: readonly RateSpec[] = [],
  scope: Partial<Scope> = {},
) {
  const table = rateTable('97110', rates);
  return publishedFigure({
    code: '97110',
    place: 'TX',
    figures,
    benchmarkOf: (place) => benchmark(table, { ...defaultScope, ...scope }, place, schedule),
    schedule,
    origin: 'the release',
  });
}

/** Our n, mean and median beside the first row. */
function ours(figure: ReturnType<typeof beside>): readonly string[] {
  const cells = figure.rows[0]?.cells ?? {};
  return (['our-n', 'our-mean', 'our-median'] as const).map((id) => {
    const cell = cells[id];
    return cell ? formatCell(cell, id === 'our-n' ? 'count' : 'money') : 'no such cell';
  });
}

const of = (reason: string) => [reason, reason, reason];

describe('why nothing of ours stands beside a printed row', () => {
  const aetna = printedFigure({ mean: 40 });
  // Medicare pays some $28 in Texas: 500 is past 5.5 times that.
  const far = ['One', 'Two'].map((provider): RateSpec => ({ rate: 500, provider }));

  test('votes that are all flagged and left out are not missing in the input', () => {
    expect(ours(beside([aetna], far, { outliers: 'out' }))).toEqual(of('no provider left, 2 flagged'));
    expect(ours(beside([aetna], far))).toEqual(['2', '$500.00', 'fewer than 5 providers (2)']);
  });

  test('rates of another scope are not either', () => {
    expect(ours(beside([aetna], far, { site: 'office' }))).toEqual(of('Rates only outside this scope'));
    expect(ours(beside([aetna], [{ rate: 30, payer: 'cigna' }]))).toEqual(
      of('Data not available in the input'),
    );
  });

  test('a scope of another plan line is no measure of a commercial row', () => {
    const medicaid: RateSpec = { rate: 30, line: 'Medicaid / CHIP' };
    expect(ours(beside([aetna], [medicaid], { line: 'Medicaid / CHIP' }))).toEqual(
      of('Not comparable: the scope is of another line'),
    );
  });

  test('“other” is many payers of ours, and no group is none', () => {
    const others: RateSpec = { rate: 30, payer: 'other' };
    for (const payerId of ['other', null] as const) {
      expect(ours(beside([printedFigure({ payerId, mean: 40 })], [others]))).toEqual(
        of('Not comparable: no payer group of ours holds it alone'),
      );
    }
  });
});

test('what is in no row is named once, and markets without Medicare say who reckoned theirs', () => {
  const market = printedFigure({ market: 'Austin metro', median: 32 });
  const medicare = printedFigure({ id: 'm', market: 'Austin metro', payerClass: 'medicare', mean: 30 });
  const note = /print neither a Medicare amount nor a % of Medicare/;
  expect(beside([market]).notes.join(' ')).toMatch(note);
  expect(beside([market, medicare]).notes.join(' ')).not.toMatch(note);
});

test('a Medicare row is laid beside its own year, else its document’s, else the newest', () => {
  const year = (spec: Parameters<typeof printedFigure>[0]) => officialYear(printedFigure(spec), schedule);
  expect(year({ date: '2023-05', years: [2024] })).toBe(2023);
  expect(year({ years: [2024, 2025] })).toBe(2024);
  expect(year({})).toBe(2026);
});

describe('sums within one document', () => {
  test('relative spread only where no median is printed and the quartiles are not both 0', () => {
    // (59 − 30) ÷ (59 + 30) = 29 ÷ 89 = 0.3258.
    const quartiles = { p25: 30, p75: 59 } as const;
    expect(publishedNotes([printedFigure(quartiles)])).toEqual([
      'Relative spread, (P75 − P25) ÷ (P75 + P25), reckoned by us: Aetna in Texas 0.33.',
    ]);
    expect(publishedNotes([printedFigure({ ...quartiles, median: 40 })])).toEqual([]);
    expect(publishedNotes([printedFigure({ p25: 0, p75: 0 })])).toEqual([]);
  });

  test('a state stands against the same payer’s nation, of the same document', () => {
    const here = printedFigure({ mean: 38 });
    const nation = printedFigure({ id: 'us', place: 'US', mean: 40 });
    // 38 − 40 = −2, −2 ÷ 40 = −5%.
    expect(publishedNotes([here, nation])).toEqual([
      'Document A: Aetna in Texas, $38.00, is −$2.00 (−5.0%) against its own national $40.00.',
    ]);
    for (const other of [
      { ...nation, payerId: 'cigna' as const },
      { ...nation, payerClass: 'medicare-advantage' as const },
      { ...nation, document: 'B' },
    ]) {
      expect(publishedNotes([here, other])).toEqual([]);
    }
  });
});

test('a document of one letter is called one; a summary’s or a file’s own name stands alone', () => {
  expect(['A', 'Aetna 2024', 'B2'].map((document) => documentName({ document }))).toEqual([
    'document A',
    'Aetna 2024',
    'B2',
  ]);
});
