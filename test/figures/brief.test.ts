import { describe, expect, it } from 'vitest';
import type { BillingCode } from '../../src/domain/billingCode.ts';
import { valueOf } from '../../src/domain/cell.ts';
import { codeBenchmarks } from '../../src/domain/codeBenchmarks.ts';
import { defaultScope } from '../../src/domain/scope.ts';
import { brief } from '../../src/figures/brief.ts';
import { codeView } from '../../src/figures/codeView.ts';
import { shippedSchedule } from '../support/releaseData.ts';
import { shippedLoader } from '../support/shippedLoader.ts';

function code(number: string, title: string): BillingCode {
  return {
    code: number,
    codeType: 'CPT',
    title,
    family: 'Therapeutic procedures',
    unitMinutes: 15,
    timing: 'timed',
    status: 'active',
    replacedBy: [],
    note: '',
    keywords: [],
  };
}

const schedule = shippedSchedule();
const loader = shippedLoader();
const setting = { scope: defaultScope, schedule, medicareYear: 2026, origin: 'release test' };

async function rated(number: string, title: string, place: string) {
  const [nationalRates, placeRates] = await Promise.all([
    loader.rates(number, null),
    loader.rates(number, place),
  ]);
  return { code: code(number, title), nationalRates, placeRates };
}

const exercise = await rated('97110', 'Therapeutic exercise', 'TX');
const manual = await rated('97140', 'Manual therapy', 'TX');
const alaska = await rated('97755', 'Assistive technology assessment', 'AK');

describe('a brief of one code', () => {
  const made = brief({ ...setting, codes: [exercise], place: 'TX' });

  it('is what the code’s page shows, and needs no overview', () => {
    const benchmarks = codeBenchmarks({
      ...setting,
      nationalRates: exercise.nationalRates,
      placeRates: exercise.placeRates,
      place: 'TX',
    });
    expect(made.overview).toBeNull();
    expect(made.parts.map((part) => part.view)).toEqual([codeView(benchmarks, 'release test', false)]);
  });

  it('puts the difference from the national median beside each payer', () => {
    const [part] = made.parts;
    const row = part?.table.rows.find(({ id }) => id === 'buca');
    // Texas 89.17 against 90.23 nationally: −1.06, −1.2%.
    expect(valueOf(row?.cells['median'] ?? { kind: 'absent', reason: 'not-in-input', detail: '' })).toBe(
      8917,
    );
    expect(row?.cells['median-difference']).toEqual(
      part?.view.deviation?.rows.find(({ id }) => id === 'buca')?.cells['median-difference'],
    );
    expect(part?.table.columns.map(({ label }) => label)).toEqual([
      'Votes',
      'Mean',
      'P25',
      'Median',
      'P75',
      '% of Medicare',
      'Grade',
      'vs national, $',
      'vs national, %',
    ]);
    const medicare = part?.table.rows.find(({ id }) => id === 'medicare-fee-schedule');
    // The schedule of 2026: a median of $29.005 over the 8 localities of Texas against $29.39 over all 109.
    expect(medicare?.cells['median-difference']).toEqual({ kind: 'value', value: -38.5 });
    expect(medicare?.cells['median-ratio']).toEqual({ kind: 'value', value: -38.5 / 2939 });
  });
});

describe('a brief of several codes', () => {
  const made = brief({
    ...setting,
    codes: [exercise, manual],
    place: 'TX',
  });

  it('lays them beside each other with the cells of their own tables', () => {
    // Medicare's amounts are no votes of providers, which is what the mean of a payer is a mean of.
    const medicare = made.overview?.columns.find(({ id }) => id === 'medicare');
    expect(medicare?.definition).toMatch(/^Medicare physician fee schedule of the year shown/);
    expect(made.overview?.rows.map(({ label }) => label)).toEqual([
      '97110 Therapeutic exercise',
      '97140 Manual therapy',
    ]);
    for (const [index, part] of made.parts.entries()) {
      const { rows } = part.view.here.figure;
      const buca = rows.find(({ id }) => id === 'buca');
      const row = made.overview?.rows[index];
      for (const id of ['providers', 'p25', 'median', 'p75', 'mean', 'percent-of-medicare']) {
        expect(row?.cells[id], id).toEqual(buca?.cells[id]);
      }
      expect(row?.cells['medicare']).toEqual(
        rows.find(({ id }) => id === 'medicare-fee-schedule')?.cells['mean'],
      );
    }
  });
});

describe('a place without rates', () => {
  const [part] = brief({ ...setting, codes: [alaska], place: 'AK' }).parts;

  it('names every payer without a vote, and shows the nation for comparison', () => {
    expect(part?.view.here.isEmpty).toBe(true);
    expect(part?.without).toEqual(['BUCA', 'Aetna', 'BCBS', 'Cigna', 'UnitedHealth Group']);
    expect(part?.nation?.figure.title).toBe('National benchmark for 97755');
  });

  it('keeps Medicare’s row in the short table', () => {
    expect(part?.table.rows.map(({ id }) => id)).toEqual(['medicare-fee-schedule']);
  });
});

it('does not call missing in the input what is left out as flagged', async () => {
  const scope = { ...defaultScope, outliers: 'out' } as const;
  const codes = [await rated('G0283', 'Electrical stimulation', 'CA')];
  const [part] = brief({ ...setting, scope, codes, place: 'CA' }).parts;
  expect(part?.view.here.isEmpty).toBe(true);
  expect(part?.without).toEqual([]);
});

it('counts nothing beside a tile that names an absence', async () => {
  const visit = await rated('99213', 'Office visit, known patient, level 3', 'TX');
  const [part] = brief({ ...setting, codes: [visit], place: 'TX' }).parts;
  const [median, , medicare, percent] = part?.view.tiles ?? [];
  expect(median?.note).toMatch(/^\d+ votes, \d+ providers$/);
  for (const tile of [medicare, percent]) {
    expect(tile?.cell).toMatchObject({ kind: 'absent', reason: 'not-comparable' });
    expect(tile?.note).toBe('');
  }
});
