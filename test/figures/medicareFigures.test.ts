import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BillingCode } from '../../src/domain/billingCode.ts';
import { medicareTrend } from '../../src/domain/medicareTrend.ts';
import { places } from '../../src/domain/place.ts';
import { axisAround } from '../../src/figures/axisAround.ts';
import { feeScheduleList } from '../../src/figures/feeScheduleList.ts';
import type { Figure } from '../../src/figures/figure.ts';
import { localityTable } from '../../src/figures/localityTable.ts';
import { medicareFigure } from '../../src/figures/medicareFigure.ts';
import { medicareTrendFigure } from '../../src/figures/medicareTrendFigure.ts';
import { medicareTrendLines } from '../../src/figures/medicareTrendLines.ts';
import { formatCell } from '../../src/text/numbers.ts';
import { shippedSchedule } from '../support/releaseData.ts';

const schedule = shippedSchedule();

/** A row as it is printed, column by column. */
function printed(figure: Figure, label: string): readonly string[] {
  const row = figure.rows.find((each) => each.label === label);
  if (!row) throw new Error(`no row ${label}`);
  return figure.columns.map(({ id, kind }) => {
    const cell = row.cells[id];
    if (!cell) throw new Error(`no cell ${id}`);
    return formatCell(cell, kind);
  });
}

describe('the trend', () => {
  const alaska = medicareTrendFigure(medicareTrend(schedule, '97755', 'AK'));
  it('prints amounts, national payment amounts, changes and their causes', () => {
    expect(alaska.title).toBe('Alaska Medicare amounts for 97755, 2020 to 2026');
    expect(alaska.columns.map(({ label }) => label)).toEqual([
      'Conversion factor',
      'Amount',
      'Localities',
      'National payment',
      'Change, $',
      'Change, %',
      'by relative values',
      'by indices',
      'by factor',
    ]);
    expect(printed(alaska, '2024 (to Mar 8)').join(' ')).toBe(
      '32.7442 $48.89 1 $37.66 −$2.04 −4.0% $0.00 −$0.33 −$1.71',
    );
    expect(printed(alaska, '2024 (from Mar 9)').join(' ')).toBe(
      '33.2875 $49.70 1 $38.28 +$0.81 +1.7% $0.00 $0.00 +$0.81',
    );
    expect(printed(alaska, '2026 (QP)').slice(0, 2)).toEqual(['33.5675', '$49.28']);
    expect(printed(alaska, '2020').slice(4)).toEqual(
      Array.from({ length: 5 }, () => 'Not comparable: the first period of these tables'),
    );
    expect(alaska.notes).toEqual([
      'Qualifying participants in advanced payment models (QP) have a factor of their own from 2026: 33.5675, which makes $49.28. The line shows everyone else’s amount.',
    ]);
  });
  it('shows facility amounts only where they differ', () => {
    const visit = medicareTrendFigure(medicareTrend(schedule, '99213', null));
    expect(visit.summary).toMatch(/^Medicare’s non-facility amount for 99213 nationally went from /);
    expect(alaska.summary).toMatch(/^Medicare’s amount for 97755 in Alaska went from /);
    expect(visit.columns.map(({ id }) => id)).toContain('facility');
    expect(alaska.columns.map(({ id }) => id)).not.toContain('facility');
  });
  it('says that California’s localities were redrawn, where that matters', () => {
    const note = /redrew California’s localities in 2024/;
    expect(medicareTrendFigure(medicareTrend(schedule, '97755', null)).notes.join()).toMatch(note);
    expect(medicareTrendFigure(medicareTrend(schedule, '97755', 'CA')).notes.join()).toMatch(
      /32 before, 29 after/,
    );
    expect(medicareTrendFigure(medicareTrend(schedule, '97755', 'TX')).notes.join()).not.toMatch(note);
    // 32 before and 29 after: neither is the number of all periods.
    expect(medicareTrendFigure(medicareTrend(schedule, '97755', 'CA')).notes[0]).toBe(
      'Amounts are unweighted means over all localities, each rounded to the cent first.',
    );
    expect(medicareTrendFigure(medicareTrend(schedule, '97755', 'TX')).notes[0]).toContain(
      'over 8 localities',
    );
  });
  it('of a bundled service has no lines to draw and says why', () => {
    const trend = medicareTrend(schedule, '97010', 'TX');
    expect(medicareTrendLines(trend)).toBeNull();
    expect(medicareTrendFigure(trend).summary).toBe(
      'Medicare has no fee-schedule amount for 97010: Medicare bundles it into other services and pays nothing apart.',
    );
  });
  it('draws March 9, 2024 after 68 of 366 days, and each period up to the next', () => {
    const lines = medicareTrendLines(medicareTrend(schedule, '97755', null));
    const steps = lines?.steps ?? [];
    expect(steps[5]?.start).toBeCloseTo(2024 + 68 / 366, 10);
    for (const [index, step] of steps.entries()) {
      expect(step.end).toBeCloseTo(steps[index + 1]?.start ?? 2027, 10);
    }
    expect(lines).toMatchObject({
      amountLabel: 'Mean over all localities',
      span: [2020, 2027],
      years: [2020, 2021, 2022, 2023, 2024, 2025, 2026],
    });
    expect(steps.at(-1)?.participant).toBeCloseTo(3904.3, 0);
  });
});

describe('the axis around amounts', () => {
  it('the worked example: 37.52 to 40.37', () => {
    expect(axisAround(3752, 4037).ticks).toEqual([3700, 3800, 3900, 4000, 4100]);
  });
  it('holds all amounts, rises, and never goes under 0', () => {
    const amount = fc.integer({ min: 0, max: 5_000_000 });
    fc.assert(
      fc.property(amount, amount, (a, b) => {
        const { domain, ticks } = axisAround(Math.min(a, b), Math.max(a, b));
        expect(domain[0]).toBeLessThanOrEqual(Math.min(a, b));
        expect(domain[1]).toBeGreaterThanOrEqual(Math.max(a, b));
        expect(domain[0]).toBeGreaterThanOrEqual(0);
        expect(new Set(ticks).size).toBe(ticks.length);
        expect(ticks.length).toBeLessThanOrEqual(8);
      }),
    );
  });
});

describe('the locality table', () => {
  it('Alaska 2025: the amounts CMS published, the reduced unit, the limiting charge, indices and the floor', () => {
    const figure = localityTable(schedule, '97755', 'AK', 2025);
    // 48.65 and 39.56 are in PFAK25A; 48.65 × 1.0925 = 53.15.
    expect(printed(figure, 'Alaska')).toEqual([
      '$48.65',
      '$48.65',
      '$39.56',
      '$53.15',
      '1.500',
      '1.081',
      '0.592',
      // MAC 02102, locality 01, as in CMS's GPCI file.
      '02102-01',
    ]);
    expect(figure.rows[0]?.flags).toEqual(['work floor 1.5 (Alaska)']);
    expect(figure.summary).toBe('One locality: $48.65 for a unit in Alaska in 2025 (non-facility).');
  });
  it('Texas has eight; the QP factor raises them', () => {
    const nonQP = localityTable(schedule, '97110', 'TX', 2026);
    const qp = localityTable(schedule, '97110', 'TX', 2026, { participation: 'QP' });
    expect(nonQP.rows).toHaveLength(8);
    // (0.45 × 1.002 + 0.41 × 1.058 + 0.01 × 0.886) × 33.4009 = 29.8450; × 33.5675 = 29.9939.
    expect(printed(nonQP, 'Austin')[0]).toBe('$29.85');
    expect(printed(qp, 'Austin')[0]).toBe('$29.99');
    expect(qp.method).toContain('33.5675');
  });
  it('names the state and the frontier floor in the national table', () => {
    const figure = localityTable(schedule, '97110', null, 2026);
    expect(figure.rows).toHaveLength(109);
    expect(figure.rows.find(({ label }) => label === 'MT · Montana')?.flags).toEqual([
      'work at 1.0 (the floor’s level)',
      'practice-expense floor 1.0 (frontier state)',
    ]);
    expect(figure.notes.join()).toContain('Guam');
  });
  it('does not say that a floor holds Minnesota up: CMS prints its work index as 1.000 without one, too', () => {
    // GPCI file of January 2026, "2026 PW GPCI (without 1.0 Floor)": Minnesota 1.000.
    expect(localityTable(schedule, '97110', 'MN', 2026).rows[0]?.flags).toEqual([
      'work at 1.0 (the floor’s level)',
    ]);
  });
  it('says of which days of 2024, and of whom, its amounts are', () => {
    // 97110 in Alaska with the factor from Mar 9 of 2024, 33.2875, not that of January, 32.7442.
    expect(localityTable(schedule, '97110', 'AK', 2024).summary).toBe(
      'One locality: $37.78 for a unit in Alaska in 2024 from Mar 9 (non-facility).',
    );
    const qp = localityTable(schedule, '97110', 'TX', 2026, { participation: 'QP' });
    expect(qp.summary).toContain('(2026 for QPs, non-facility)');
    expect(medicareFigure(schedule, '97110', 'AK', 2024).summary).toBe(
      'Medicare pays $37.78 in Alaska in 2024 from Mar 9 (non-facility).',
    );
  });
  it('says where the suburbs of the District are, in the three places they are looked for', () => {
    const has = (place: string) =>
      localityTable(schedule, '97110', place, 2026).notes.some((note) => note.includes('suburbs'));
    expect(['DC', 'MD', 'VA', 'HI', 'TX'].map(has)).toEqual([true, true, true, false, false]);
  });
  it('has no later unit for an office visit, and only indices for a bundled service', () => {
    const visit = localityTable(schedule, '99213', 'TX', 2026);
    expect(visit.columns.map(({ id }) => id)).not.toContain('later-unit');
    expect(visit.notes.join()).toContain('Not an always-therapy service');
    const bundled = localityTable(schedule, '97010', 'TX', 2026);
    expect(bundled.columns.map(({ id }) => id)).toEqual([
      'work',
      'practice-expense',
      'malpractice',
      'mac-locality',
    ]);
    expect(bundled.summary).toContain('bundles it');
  });
  it('has a cell for every column of every row, for all codes and places', () => {
    for (const code of schedule.codes) {
      for (const place of places.slice(0, 12)) {
        const { columns, rows } = localityTable(schedule, code, place.code, 2024);
        for (const row of rows) for (const { id } of columns) expect(row.cells[id]).toBeDefined();
      }
    }
  });
});

describe('the list of codes', () => {
  const catalogue = [{ code: '97110', title: 'Therapeutic exercise' }] as unknown as readonly BillingCode[];
  const figure = feeScheduleList(schedule, catalogue, 'AK', 2026);
  it('speaks of a mean only where there are several localities', () => {
    expect(figure.notes).toEqual(['Amounts are those of the one locality, in 2026.']);
    expect(feeScheduleList(schedule, catalogue, 'TX', 2024).notes).toEqual([
      'Amounts are means over 8 localities, each rounded to the cent first, in 2024 from Mar 9.',
    ]);
  });
  it('has every code of the tables, with our words where we have them', () => {
    expect(figure.rows.map(({ id }) => id)).toEqual(schedule.codes);
    expect(figure.rows.find(({ id }) => id === '97110')?.label).toBe('97110 Therapeutic exercise');
    expect(figure.rows.find(({ id }) => id === '92507')?.label).toBe('92507');
    expect(printed(figure, '97755')).toEqual(['$49.03', '$49.03', '$40.14']);
  });
  it('says why there is no amount', () => {
    expect(printed(figure, '97014')[0]).toBe('not valid for Medicare, which uses another code');
    expect(printed(figure, '0791T')[0]).toBe('priced by the Medicare contractor, not by the fee schedule');
    expect(figure.summary).toMatch(/^72 codes of 94 in these tables have an amount in 2026/);
  });
});
