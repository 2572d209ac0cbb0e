import { describe, expect, test } from 'vitest';
import { isClaimFile } from '../../src/data/claimColumns.ts';
import { columnHelp } from '../../src/data/columnHelp.ts';
import { contractExample, contractExampleName } from '../../src/data/contractExample.ts';
import { matchColumns, type OwnRatesField, ownRatesColumns } from '../../src/data/ownRatesColumns.ts';

/** What exports of practice software, of clearing houses and of payers write over a column, best first. */
const headings: Readonly<Record<OwnRatesField, string>> = {
  code: 'code, billing code, cpt, hcpcs, cpt code, hcpcs code, cpt hcpcs, cpt hcpcs code, hcpcs cpt, hcpcs cpt code, procedure code, proc code, procedure, service code, code 1, cpt4, hcpc',
  payer:
    'payer, payor, payer name, payor name, insurance, insurer, insurance name, insurance company, insurance plan, carrier, carrier name, health plan',
  rate: 'rate, negotiated rate, negotiated dollar, standard charge negotiated dollar, contract rate, contracted rate, allowed amount, allowed amt, allowed, amount, reimbursement, reimbursement rate, fee, payment, payment rate, price, negotiated price',
  state: 'state, provider state, state code, st, place',
  provider:
    'provider, provider name, facility, facility name, hospital, hospital name, clinic, clinic name, practice, practice name, location',
  plan: 'plan, plan name, product, network',
  line: 'line, line of business, lob, plan line, plan type, product line, market, segment',
  modifier: 'modifier, modifiers, mod, mods, modifier 1, mod 1, modifier1, mod1',
  setting: 'setting, patient setting, care setting',
  'billing class': 'billing class, bill class, class, claim type',
  methodology: 'methodology, standard charge methodology, rate methodology, method, negotiated type',
  date: 'date, year, effective date, effective, effective year, contract year, rate year, contract date, file date, last updated on, as of, start date, date of service, service date, dos, service from, dos from, from date',
  'medicare share':
    'percent of medicare, pct of medicare, medicare percent, percent medicare, medicare pct, medicare percentage, percentage of medicare, percent of mcare, medicare share',
  units:
    'volume, annual volume, annual units, units per year, yearly units, utilization, total units, frequency, volumes, units, unit, units billed, billed units, service units, units of service, qty, quantity, svc units, unit count, days or units',
  charge:
    'charge, billed charge, charges, billed charges, charge amount, billed amount, billed, line charge, total charge, your charge, usual charge',
  'place of service': 'place of service, pos, pos code, place of service code, service place',
};
const wordsOf = (field: OwnRatesField) => headings[field].split(', ');

describe('a column of a user’s own file', () => {
  test.each(ownRatesColumns.map(({ field }) => field))('%s is known by these headings', (field) => {
    expect(ownRatesColumns.find((column) => column.field === field)?.headings).toEqual(wordsOf(field));
  });

  test('there is no other', () => {
    expect(ownRatesColumns.map(({ field }) => field)).toEqual(Object.keys(headings));
  });

  test('of a claim’s units beside what was allowed makes claims of it; a year’s volume does not', () => {
    const yearly = wordsOf('units').slice(0, 9);
    for (const allowed of ['allowed amount', 'allowed amt', 'allowed'])
      for (const units of wordsOf('units'))
        expect(isClaimFile(matchColumns([allowed, units])), units).toBe(!yearly.includes(units));
    for (const rate of wordsOf('rate').filter((heading) => !heading.startsWith('allowed')))
      expect(isClaimFile(matchColumns([rate, 'units'])), rate).toBe(false);
  });

  test('has a few words that say what to put in it', () => {
    const help = Object.entries(columnHelp);
    expect(help.map(([field]) => field)).toEqual(Object.keys(headings));
    expect(new Set(help.map(([, text]) => text)).size).toBe(help.length);
    for (const [, text] of help) expect(text.length).toBeGreaterThan(7);
  });
});

test('the example is a line for each of 25 codes and 4 payers, to be reckoned by hand', () => {
  expect(contractExampleName).toBe('example-contract-made-up.csv');
  const lines = contractExample().split('\r\n');
  expect(lines[0]).toBe('code,payer,rate,volume,place_of_service,effective_date');
  expect(lines.slice(1, 5)).toEqual([
    '97110,Aetna PPO,27.00,3200,11,2026-01-01',
    '97110,BCBS PPO,31.00,4100,11,2026-01-01',
    '97110,Cigna PPO,25.00,1500,11,2026-01-01',
    '97110,UnitedHealthcare PPO,29.00,2600,11,2026-01-01',
  ]);
  expect(lines.slice(-2)).toEqual(['97010,UnitedHealthcare PPO,5.50,210,11,2026-01-01', '']);
  expect(lines).toHaveLength(1 + 100 + 1);
  expect(new Set(lines.slice(1, -1).map((line) => line.slice(0, 5))).size).toBe(25);
});
