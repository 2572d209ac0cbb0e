import { describe, expect, test } from 'vitest';
import { rateKinds, siteBit } from '../../src/domain/rateKinds.ts';
import {
  type BillingClass,
  billingClasses,
  type Setting,
  type SourceKind,
  settings,
} from '../../src/domain/rateTable.ts';
import { sites } from '../../src/domain/scope.ts';
import { type RateSpec, rateTable } from '../support/builders.ts';

function kindOf(spec: Partial<RateSpec>) {
  const [kind] = rateKinds(rateTable('97110', [{ rate: 30, ...spec }])).kinds;
  if (!kind) throw new Error('a rate has a kind');
  return kind;
}

describe('the sites a rate counts at', () => {
  const sitesOf = (kind: SourceKind, setting: Setting, billingClass: BillingClass) =>
    sites.filter((site) => (kindOf({ kind, setting, billingClass }).sites & siteBit(site)) !== 0);

  test.each<[SourceKind, BillingClass, readonly string[]]>([
    ['hospital', '', ['hospital', 'all']],
    ['hospital', 'facility', ['hospital', 'all']],
    ['hospital', 'institutional', ['hospital', 'all']],
    ['hospital', 'professional', ['office', 'all']],
    ['payer', '', ['all']],
    ['payer', 'facility', ['all']],
    ['payer', 'institutional', ['all']],
    ['payer', 'professional', ['office', 'all']],
    // Only the user knows what a file of their own is of, where it does not say.
    ['own', '', ['hospital', 'office', 'all']],
    ['own', 'facility', ['hospital', 'all']],
    ['own', 'institutional', ['hospital', 'all']],
    ['own', 'professional', ['office', 'all']],
  ])('file of a %s, billing class %j: %j', (kind, billingClass, expected) => {
    for (const setting of ['', 'outpatient', 'both'] as const)
      expect(sitesOf(kind, setting, billingClass)).toEqual(expected);
  });

  test('of care that is inpatient or in an emergency room: neither', () => {
    for (const setting of ['inpatient', 'emergency'] as const)
      for (const billingClass of billingClasses)
        expect(sitesOf('own', setting, billingClass)).toEqual(['all']);
    expect(settings).toHaveLength(5);
  });
});

test('what a rate’s kind says', () => {
  expect(
    kindOf({
      kind: 'payer',
      date: '2024-05',
      line: 'Exchange / individual',
      modifier: 'CQ|GP',
      methodology: 'per diem',
    }),
  ).toMatchObject({
    line: 'Exchange / individual',
    source: 'payer',
    year: 2024,
    methodology: 'per-diem',
    modifiers: ['CQ', 'GP'],
    isApc: false,
    isContradicted: false,
    isAssistant: true,
  });
  expect(kindOf({}).modifiers).toEqual(['none']);
  expect(kindOf({ codeType: 'APC' }).isApc).toBe(true);
  expect(kindOf({ codeType: 'HCPCS' }).isApc).toBe(false);
});

test.each([
  ['above_gross', true],
  ['equals_gross', false],
  ['per_diem', true],
  ['very_low', true],
  ['encounter_level', true],
  ['hospital_estimate', false],
  ['clinic_median', false],
] as const)('a rate marked %s contradicts its file: %s', (flag, isContradicted) => {
  expect(kindOf({ flags: [flag] }).isContradicted).toBe(isContradicted);
});

test.each([
  ['', false],
  ['GP', false],
  ['CQ', true],
  ['CO|GO', true],
] as const)('a rate with modifier %j is an assistant’s: %s', (modifier, isAssistant) => {
  expect(kindOf({ modifier }).isAssistant).toBe(isAssistant);
});

test('rates alike in all of it are of one kind, any others of two', () => {
  const alike: readonly RateSpec[] = [
    { rate: 30 },
    { rate: 31, payer: 'cigna', provider: 'Another', place: 'AK', plan: 'PPO' },
    // Another day of the year, and words of the same group.
    { rate: 32, date: '2026-02-01', methodology: '' },
  ];
  const unlike: readonly Partial<RateSpec>[] = [
    { line: 'Behavioral' },
    { kind: 'payer' },
    { date: '2025' },
    { methodology: 'negotiated' },
    { modifier: 'GP' },
    { modifier: 'CQ' },
    { billingClass: 'professional' },
    { codeType: 'APC' },
    { flags: ['very_low'] },
  ];
  const table = rateTable('97110', [...alike, ...unlike.map((spec) => ({ rate: 33, ...spec })), ...alike]);
  const { kinds, ofRow } = rateKinds(table);
  expect([...ofRow]).toEqual([0, 0, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 0, 0, 0]);
  expect(kinds).toHaveLength(10);
});
