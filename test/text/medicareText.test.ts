import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readLocalities } from '../../src/data/readLocalities.ts';
import { localityOfCounty } from '../../src/domain/localityLookup.ts';
import { medicareTrend } from '../../src/domain/medicareTrend.ts';
import { countySentence } from '../../src/text/countyText.ts';
import { localityText, periodText, pricedStatusText } from '../../src/text/medicareText.ts';
import { periodSentence, trendSummary } from '../../src/text/trendText.ts';
import { shippedSchedule } from '../support/releaseData.ts';

const schedule = shippedSchedule();
const { rows: localities } = readLocalities(
  readFileSync(new URL('../../public/data/medicare/localities.csv', import.meta.url), 'utf8'),
  'localities.csv',
);

describe('why an amount changed, in a sentence', () => {
  const sentence = (code: string, place: string | null, step: number) => {
    const period = medicareTrend(schedule, code, place).periods[step];
    return period && periodSentence(period);
  };
  it.each([
    ['97755', 'AK', 0, '2020: $52.20.'],
    [
      '97755',
      'AK',
      7,
      '2026: $49.03, +$0.38 (+0.8%) against 2025. Cause: the conversion factor +$1.56 (32.3465 → 33.4009); relative values −$0.89 (practice expense 0.52 → 0.50, malpractice 0.02 → 0.01); geographic indices −$0.29 (practice expense 1.081 → 1.065, malpractice 0.592 → 0.551).',
    ],
    [
      '97755',
      null,
      5,
      '2024 (from Mar 9): $39.34, +$0.65 (+1.7%) against 2024 (to Mar 8). Cause: the conversion factor +$0.65 (32.7442 → 33.2875). Unchanged: relative values and geographic indices.',
    ],
    [
      '97755',
      null,
      4,
      '2024 (to Mar 8): $38.69, −$1.46 (−3.6%) against 2023. Cause: the conversion factor −$1.35 (33.8872 → 32.7442); geographic indices −$0.11 (112 localities → 109). Unchanged: relative values.',
    ],
    ['97550', 'TX', 0, '2020: 97550 is not in the 2020 Medicare tables of this release.'],
  ])('%s %s %i', (code, place, step, expected) => {
    expect(sentence(code, place, step)).toBe(expected);
  });
  it('and the whole trend', () => {
    expect(trendSummary(medicareTrend(schedule, '97550', 'CA'))).toMatch(
      /^Medicare’s non-facility amount for 97550 in California went from \$56\.02 in 2024 \(to Mar 8\) to \$57\.30 in 2026 \(\+2\.3%\)\. 2026: /,
    );
  });
});

describe('where a county is priced', () => {
  it.each([
    ['harris county', 'TX', 'Harris, Texas: locality 18, Houston. CMS’s words: “HARRIS”.'],
    [
      'Lubbock',
      'TX',
      'CMS does not name Lubbock in Texas. If it is a county there, it is priced in locality 99, Rest of Texas: “ALL OTHER COUNTIES”. This table lists no other counties to check the name by.',
    ],
    [
      'Denver',
      'CO',
      'Locality 01, Colorado, covers every county in Colorado, so Denver too. This table lists no counties to check the name by.',
    ],
    ['Guam', null, 'Guam: locality 01, Hawaii, which CMS calls “HAWAII, GUAM”.'],
    [
      'Dallam',
      'TX',
      'This cannot be told: CMS does not name Dallam in Texas. Did you mean Dallas, Texas (locality 11, Dallas)? Any other county there is priced in locality 99, Rest of Texas.',
    ],
    [
      'Lubbock',
      null,
      'Say the state as well, like “Lubbock, TX”: CMS names no Lubbock, so it depends on the state.',
    ],
    [
      'Los Angeles',
      null,
      'Say the state as well, like “Los Angeles, CA”: CMS names Los Angeles, California, and other states may have one it does not name.',
    ],
    ['Springfield', 'DC', 'Springfield: CMS’s table of localities does not say.'],
    ['', 'TX', ''],
  ])('%s, %s', (text, place, expected) => {
    expect(countySentence(localityOfCounty(localities, text, place))).toBe(expected);
  });
  it('says when another state’s locality prices it', () => {
    expect(countySentence(localityOfCounty(localities, "prince george's", 'MD'))).toMatch(
      /^Prince George’s, Maryland: locality 01, DC \+ MD\/VA Suburbs, filed under the District of Columbia\./,
    );
  });
});

describe('words', () => {
  it.each([
    ['REST OF TEXAS', 'Rest of Texas'],
    ['SEATTLE (KING CNTY)', 'Seattle (King County)'],
    ['HAWAII, GUAM', 'Hawaii, Guam'],
    ['DC + MD/VA SUBURBS', 'DC + MD/VA Suburbs'],
    ['EAST ST. LOUIS', 'East St. Louis'],
  ])('%s: %s', (name, expected) => {
    expect(localityText(name)).toBe(expected);
  });
  it('periods', () => {
    expect(schedule.factors(2024).map(periodText)).toEqual(['2024 (to Mar 8)', '2024 (from Mar 9)']);
    expect(schedule.factors(2026, 'QP').map(periodText)).toEqual(['2026 (QP)']);
  });
  it('statuses', () => {
    expect(['A', 'R', 'T', 'X'].map((status) => pricedStatusText(status).slice(0, 8))).toEqual([
      'Active: ',
      'Restrict',
      'Paid onl',
      'Status X',
    ]);
  });
});
