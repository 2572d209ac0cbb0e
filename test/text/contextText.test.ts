import { describe, expect, test } from 'vitest';
import { scheduleYears } from '../../src/domain/scheduleYears.ts';
import { eightMinuteRule, midpointRule } from '../../src/domain/unitRules.ts';
import {
  authorityLine,
  authorityName,
  scheduleAmountText,
  scheduleListingText,
} from '../../src/text/contextText.ts';
import { unitSentence } from '../../src/text/unitText.ts';
import { shippedSchedule } from '../support/releaseData.ts';

describe('the fee schedule’s own answers', () => {
  const years = scheduleYears(shippedSchedule(), '97750');

  test('97750 is $33.95 nationally in 2024, not the $50.00 of an article', () => {
    // (0.45 + 0.56 + 0.01) × 33.2875 = 33.953
    expect(years.find(({ year }) => year === 2024)?.amount).toEqual({ kind: 'value', value: 3395 });
    expect(years.every(({ amount }) => amount.kind === 'value' && amount.value < 5000)).toBe(true);
  });

  test('name the lowest and highest year', () => {
    // 2025: 1.03 × 32.3465 = 33.32; 2020: 0.99 × 36.0896 = 35.73; both computed, see the RVUs in medicare/rvu.csv
    expect(scheduleAmountText(years)).toBe(
      '$33.32 (2025) to $35.73 (2020) for one unreduced unit, nationally (all indices 1), from 2020 to 2026.',
    );
  });

  test('a deleted code is in no year, its replacement in every year', () => {
    const schedule = shippedSchedule();
    expect(scheduleListingText('97762', scheduleYears(schedule, '97762'))).toBe(
      '97762 is priced in no year from 2020 to 2026.',
    );
    expect(scheduleListingText('97763', scheduleYears(schedule, '97763'))).toBe(
      '97763 is priced in every year from 2020 to 2026.',
    );
    expect(scheduleAmountText(scheduleYears(schedule, '97762'))).toBe(
      'Not priced in any year from 2020 to 2026.',
    );
  });

  test('some years only are listed', () => {
    const [first, ...rest] = years;
    const gap = rest.map(({ year }) => ({
      year,
      amount: { kind: 'absent', reason: 'not-priced', detail: '' } as const,
    }));
    expect(scheduleListingText('97750', first ? [first, ...gap] : gap)).toBe('97750 is priced in 2020 only.');
  });
});

test('an authority is named with its date, or that there is none, and where it was read', () => {
  const base = { id: 'a', name: 'CPT Assistant, p. 7', kind: 'coding', standing: 'quoted' } as const;
  expect(authorityLine({ ...base, date: 'August 2013', readIn: 'a coding column' })).toBe(
    'CPT Assistant, p. 7, August 2013, as quoted in a coding column; the original was not read',
  );
  expect(
    authorityName({ ...base, name: 'CPT Professional 2024, p. xx', date: '2024', readIn: 'a column' }),
  ).toBe('CPT Professional 2024, p. xx');
  expect(
    authorityLine({ id: 'b', name: 'An article', kind: 'article', date: '', readIn: '', standing: 'notes' }),
  ).toBe('An article, date not stated, from notes on it; the source itself was not in our input');
  expect(
    authorityLine({
      id: 'c',
      name: 'ICD-10-CM',
      kind: 'code-set',
      date: '',
      readIn: '',
      standing: 'original',
    }),
  ).toBe('ICD-10-CM, edition not stated');
});

describe('the units as a sentence', () => {
  function sentence(...minutes: readonly number[]): string {
    const services = minutes.map((each, index) => ({ code: `9711${index}`, minutes: each }));
    return unitSentence(eightMinuteRule(services), midpointRule(services));
  }

  test.each([
    [[30], '30 timed minutes: 2 units under either rule.'],
    [[1], '1 timed minute: 0 units under either rule.'],
    [[8], '8 timed minutes: 1 unit under either rule.'],
    [[10, 10], 'CPT lets each service round up by itself; Medicare looks at the sum.'],
    [[7, 7, 7], 'Medicare adds up minutes that are too few for a unit by themselves.'],
  ])('%j', (minutes, words) => {
    expect(sentence(...minutes)).toContain(words);
  });

  test('where the totals differ both are told, and only then', () => {
    // 22 + 22 + 1 = 45: three units pooled, two full and 7 left each; by CPT 1 + 1 + 0 = 2
    expect(sentence(22, 22, 1)).toContain(
      '3 units by Medicare’s 8-minute rule, 2 units by CPT’s midpoint rule.',
    );
    // 8 + 7 + 9: 24 are 2 units, for 9 and 8; CPT gives the same two
    expect(sentence(8, 7, 9)).toBe('24 timed minutes: 2 units under either rule.');
  });
});
