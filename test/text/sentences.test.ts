import { describe, expect, test } from 'vitest';
import { chargesFigure } from '../../src/figures/chargesFigure.ts';
import { measureRecipe } from '../../src/text/recomputeText.ts';
import { relaxText } from '../../src/text/relaxText.ts';
import { volumeLineText, volumeSentence } from '../../src/text/volumeText.ts';

test('a quartile is named by the share of votes below it', () => {
  // NumPy: percentile(a, 25) is the value below which a quarter of the data lie.
  const words = (measure: 'p25' | 'median' | 'p75') => measureRecipe(measure, 'type7').words;
  expect(words('p25')).toContain('below which a quarter of them lie');
  expect(words('median')).toContain('below which half of them lie');
  expect(words('p75')).toContain('below which three quarters of them lie');
});

test('of several ways out the three that bring most are named', () => {
  const ways = [
    { reason: 'site', rates: 1200 },
    { reason: 'line', rates: 30 },
    { reason: 'modifier', rates: 1 },
    { reason: 'vintage', rates: 1 },
  ] as const;
  expect(relaxText(ways)).toBe(
    'Relax one of these to count some: site (1,200 rates), plan line (30 rates) and modifier (1 rate).',
  );
  expect(relaxText([])).toMatch(/^No single choice is the cause/);
});

describe('volumes without a line', () => {
  const line = { code: '97110', modifier: 'CQ|GP', payer: 'Aetna PPO', units: 40, lines: 2 };

  test('are named by code, modifiers and payer, with their lines where they stood on several', () => {
    const said = (change: Partial<typeof line>) => {
      return volumeLineText({ ...line, ...change } as Parameters<typeof volumeLineText>[0]);
    };
    expect(said({})).toBe('97110-CQ-GP, Aetna PPO: 40 units on 2 lines');
    expect(said({ lines: 1, modifier: '', units: 1 })).toBe('97110, Aetna PPO: 1 unit');
    expect(said({ payer: '', modifier: '', lines: 1 })).toBe('97110, no payer: 40 units');
  });

  test('add up to what the file holds, or the page says that they do not', () => {
    const unmatched = [{ volume: line }] as unknown as Parameters<typeof volumeSentence>[2]['unmatched'];
    const said = (inFile: number, otherYears: number) =>
      volumeSentence('v.csv', { inFile, leftOut: 10, otherYears }, { matched: 1000, unmatched });
    // 1,000 + 40 + 10 = 1,050; + 5 of other years = 1,055.
    const sum = 'on your contract’s lines 1,000 + without a line 40 + on lines left out 10';
    expect(said(1050, 0)).toBe(`Units in v.csv 1,050 = ${sum}.`);
    expect(said(1055, 5)).toBe(`Units in v.csv 1,055 = ${sum} + of other years 5.`);
    expect(said(1051, 0)).toBe(`Units in v.csv 1,051 = ${sum}. These do not add up: please tell us.`);
  });
});

test('charges are titled by their place, and said to be missing where they are', () => {
  const titled = (place: string | null) => chargesFigure('97110', place, [], 'the release');
  expect([titled(null).title, titled('TX').title]).toEqual([
    'National hospital charges for 97110',
    'Texas hospital charges for 97110',
  ]);
  expect(titled('TX').summary).toBe('Hospital charges in Texas: Data not available in the input.');
});
