import { expect, test } from 'vitest';
import { benchmark } from '../../src/domain/benchmark.ts';
import { valueOf } from '../../src/domain/cell.ts';
import { medicareBenchmark } from '../../src/domain/medicareBenchmark.ts';
import { defaultScope, type Site } from '../../src/domain/scope.ts';
import { benchmarkFigure } from '../../src/figures/benchmarkFigure.ts';
import { formatRatio } from '../../src/text/numbers.ts';
import { shippedRates, shippedSchedule } from '../support/releaseData.ts';

const schedule = shippedSchedule();
const table = shippedRates('99203');

function notesAt(site: Site): string {
  const made = benchmark(table, { ...defaultScope, site }, null, schedule);
  const medicare = medicareBenchmark(schedule, '99203', null, 2026, site);
  return benchmarkFigure({ benchmark: made, medicare, origin: 'a test', isOwn: false }).notes.join(' ');
}

test('professional rates of hospitals are said to stand beside the higher of Medicare’s two amounts', () => {
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
});
