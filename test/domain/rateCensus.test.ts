import { describe, expect, test } from 'vitest';
import { rateCensus } from '../../src/domain/rateCensus.ts';
import type { RateTable } from '../../src/domain/rateTable.ts';
import { type RateSpec, rateTable } from '../support/builders.ts';

/** Rates of several codes with the dictionaries in common, as a reader makes them, and how many rows each stands for. */
function tablesOf(rates: readonly (RateSpec & { readonly code: string; readonly rows: number })[]) {
  const all = rateTable('', rates);
  return new Map(
    [...new Set(rates.map(({ code }) => code))].map((code): [string, RateTable] => {
      const mine = (_: unknown, row: number) => rates[row]?.code === code;
      return [
        code,
        {
          ...all,
          code,
          length: rates.filter(mine).length,
          cents: all.cents.filter(mine),
          provider: all.provider.filter(mine),
          plan: all.plan.filter(mine),
          source: all.source.filter(mine),
          codeType: all.codeType.filter(mine),
          setting: all.setting.filter(mine),
          billingClass: all.billingClass.filter(mine),
          flags: all.flags.filter(mine),
          modifier: all.modifier.filter(mine),
          methodology: all.methodology.filter(mine),
          sourceRows: Uint32Array.from(rates.filter(mine), ({ rows }) => rows),
          line: all.line.filter(mine),
        },
      ];
    }),
  );
}

/**
 * Six rates that stand for 1 + 2 + 4 + 8 + 16 + 32 = 63 rows, so that every sum of rows tells which rates are in it.
 *
 * | rows | code | payer, plan | provider | modifier | methodology | flags |
 * |---|---|---|---|---|---|---|
 * | 1 | 97140 | Aetna A | Pecan, TX | | fee schedule | |
 * | 2 | 97110 | Aetna A | Pecan, TX | GP | fee schedule | above_gross |
 * | 4 | 97110 | Aetna B | Alamo, TX | GP | per diem | above_gross, per_diem |
 * | 8 | 97110 | Cigna | Alamo, TX | | TiC fee schedule | |
 * | 16 | 97110 | Cigna, Medicare Advantage | nowhere | CQ\|GP | per diem | per_diem |
 * | 32 | 97110 | Cigna | Juneau, AK | GP | per diem | |
 */
const census = () =>
  rateCensus(
    tablesOf([
      { code: '97140', rows: 1, rate: 0.01, plan: 'A', provider: 'Pecan', methodology: 'fee schedule' },
      {
        code: '97110',
        rows: 2,
        rate: 30,
        plan: 'A',
        provider: 'Pecan',
        modifier: 'GP',
        methodology: 'fee schedule',
        flags: ['above_gross'],
      },
      {
        code: '97110',
        rows: 4,
        rate: 31,
        plan: 'B',
        provider: 'Alamo',
        modifier: 'GP',
        methodology: 'per diem',
        setting: 'inpatient',
        flags: ['above_gross', 'per_diem'],
      },
      {
        code: '97110',
        rows: 8,
        rate: 999.99,
        payer: 'cigna',
        provider: 'Alamo',
        methodology: 'tic fee schedule',
        billingClass: 'professional',
        kind: 'payer',
      },
      {
        code: '97110',
        rows: 16,
        rate: 33,
        payer: 'cigna',
        provider: 'Nowhere',
        place: '',
        line: 'Medicare Advantage',
        modifier: 'CQ|GP',
        methodology: 'per diem',
        flags: ['per_diem'],
      },
      {
        code: '97110',
        rows: 32,
        rate: 34,
        payer: 'cigna',
        provider: 'Juneau',
        place: 'AK',
        modifier: 'GP',
        methodology: 'per diem',
      },
    ]),
  );

describe('six rates that stand for 63 rows', () => {
  test('in all, and those that stand for no amount: a cent and 999.99', () => {
    expect(census()).toMatchObject({ rates: 6, rows: 63, providers: 4, providersWithoutPlace: 1 });
    expect(census().placeholders).toEqual({ rates: 2, rows: 1 + 8 });
  });

  test('code by code, the one with most rates first', () => {
    expect(census().codes).toEqual([
      // Pecan, Alamo, Nowhere and Juneau, of Texas and Alaska; one rate is of a provider without a place.
      { code: '97110', rates: 5, rows: 62, providers: 4, payers: 2, places: 2, withoutPlace: 1 },
      { code: '97140', rates: 1, rows: 1, providers: 1, payers: 1, places: 1, withoutPlace: 0 },
    ]);
  });

  test('payer by payer as printed, with how many plans', () => {
    expect(census().payers).toEqual([
      { printed: 'Aetna', rates: 3, rows: 1 + 2 + 4, payers: ['aetna'], plans: 2 },
      { printed: 'Cigna', rates: 3, rows: 8 + 16 + 32, payers: ['cigna'], plans: 2 },
    ]);
  });

  test('line by line', () => {
    expect(census().lines).toEqual([
      { key: 'Commercial', rates: 5, rows: 63 - 16 },
      { key: 'Medicare Advantage', rates: 1, rows: 16 },
    ]);
  });

  test('by methodology as printed and in groups, each only once over the codes', () => {
    expect(census().methodologies).toEqual([
      { key: 'per diem', group: 'per-diem', rates: 3, rows: 4 + 16 + 32 },
      { key: 'fee schedule', group: 'fee-schedule', rates: 2, rows: 1 + 2 },
      { key: 'tic fee schedule', group: 'fee-schedule', rates: 1, rows: 8 },
    ]);
    expect(census().methodologyGroups).toEqual([
      { key: 'fee-schedule', rates: 3, rows: 1 + 2 + 8 },
      { key: 'per-diem', rates: 3, rows: 4 + 16 + 32 },
    ]);
  });

  test('by setting, billing class and modifiers', () => {
    expect(census().settings).toEqual([
      { key: 'outpatient', rates: 5, rows: 63 - 4 },
      { key: 'inpatient', rates: 1, rows: 4 },
    ]);
    expect(census().billingClasses).toEqual([
      { key: 'facility', rates: 5, rows: 63 - 8 },
      { key: 'professional', rates: 1, rows: 8 },
    ]);
    expect(census().modifiers).toEqual([
      { key: 'GP', rates: 3, rows: 2 + 4 + 32 },
      { key: '', rates: 2, rows: 1 + 8 },
      { key: 'CQ|GP', rates: 1, rows: 16 },
    ]);
  });

  test('by mark: a rate with two counts under both, and a mark nobody set is there with 0', () => {
    expect(census().flags).toEqual([
      { key: 'above_gross', rates: 2, rows: 2 + 4 },
      { key: 'equals_gross', rates: 0, rows: 0 },
      { key: 'per_diem', rates: 2, rows: 4 + 16 },
      { key: 'very_low', rates: 0, rows: 0 },
      { key: 'encounter_level', rates: 0, rows: 0 },
      { key: 'hospital_estimate', rates: 0, rows: 0 },
      { key: 'clinic_median', rates: 0, rows: 0 },
    ]);
  });

  test('by place and by file', () => {
    expect(census().places).toEqual([
      { key: 'TX', rates: 4, rows: 1 + 2 + 4 + 8 },
      { key: '', rates: 1, rows: 16 },
      { key: 'AK', rates: 1, rows: 32 },
    ]);
    expect(census().sources).toEqual([
      { key: 0, rates: 5, rows: 63 - 8 },
      { key: 1, rates: 1, rows: 8 },
    ]);
  });
});

test('entries of the dictionaries that no rate has do not count', () => {
  const tables = tablesOf([
    { code: '97110', rows: 1, rate: 30, provider: 'Pecan', place: '' },
    { code: '97140', rows: 1, rate: 30, payer: 'cigna', provider: 'Alamo', kind: 'own', modifier: 'GP' },
  ]);
  tables.delete('97110');
  const found = rateCensus(tables);
  expect(found).toMatchObject({ rates: 1, rows: 1, providers: 1, providersWithoutPlace: 0 });
  expect(found.payers.map(({ printed }) => printed)).toEqual(['Cigna']);
  expect(found.codes).toMatchObject([{ providers: 1, payers: 1, places: 1 }]);
  expect(found.modifiers).toEqual([{ key: 'GP', rates: 1, rows: 1 }]);
  expect(found.sources).toEqual([{ key: 1, rates: 1, rows: 1 }]);
  expect(found.places).toEqual([{ key: 'TX', rates: 1, rows: 1 }]);
});

test('a plan that no rate has is none of its payer’s', () => {
  const table = rateTable('97110', [
    { rate: 30, plan: 'PPO' },
    { rate: 31, plan: 'HMO' },
  ]);
  const one = { ...table, length: 1 };
  expect(rateCensus(new Map([['97110', one]])).payers).toEqual([
    { printed: 'Aetna', rates: 1, rows: 1, payers: ['aetna'], plans: 1 },
  ]);
});

test('one name may stand for several payers', () => {
  const table = rateTable('97110', [{ rate: 30 }, { rate: 31, payer: 'cigna' }]);
  const plans = table.plans.map((plan) => ({ ...plan, payerRaw: 'Aetna or Cigna' }));
  expect(rateCensus(new Map([['97110', { ...table, plans }]])).payers).toEqual([
    { printed: 'Aetna or Cigna', rates: 2, rows: 2, payers: ['aetna', 'cigna'], plans: 2 },
  ]);
});

test('nothing is nothing', () => {
  expect(rateCensus(new Map())).toMatchObject({
    rates: 0,
    rows: 0,
    codes: [],
    payers: [],
    lines: [],
    methodologies: [],
    methodologyGroups: [],
    places: [],
    providers: 0,
    providersWithoutPlace: 0,
    placeholders: { rates: 0, rows: 0 },
  });
});
