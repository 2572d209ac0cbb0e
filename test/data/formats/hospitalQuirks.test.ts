import { describe, expect, it } from 'vitest';
import { flagBit } from '../../../src/domain/rateTable.ts';
import { isAccountedFor, type ReadFile, readFormat } from '../../support/readFormat.ts';

const utf8 = new TextEncoder();
const head =
  'hospital_name,last_updated_on,version,location_name,hospital_address,license_number | IL\n' +
  'Made Up,07/01/2026,2.2.1,Made Up,"1 A St, Chicago, IL 60601",1\n';
const tall =
  'description,code|1,code|1|type,setting,standard_charge|gross,payer_name,plan_name,standard_charge|negotiated_dollar,standard_charge|negotiated_percentage,standard_charge|methodology,additional_generic_notes\n';

async function read(text: string): Promise<ReadFile> {
  const found = await readFormat(utf8.encode(text));
  expect(isAccountedFor(found.account)).toBe(true);
  return found;
}

/** Line, code, payer and cents of each rate. */
function short({ rates }: ReadFile): readonly (readonly [number, string, string, number])[] {
  return rates.map(({ at, code, payerRaw, cents }) => [at, code, payerRaw, cents]);
}

describe('a hospital file as hospitals write it', () => {
  it('has rows with fewer and with more cells than headings, and quotes left open', async () => {
    const found = await read(
      `${head}${tall}a,97110,CPT,outpatient,100,Aetna,PPO,40\n` +
        'knee, left,97110,CPT,outpatient,100,Aetna,PPO,41,,fee schedule,\n' +
        '"6" screw",97110,CPT,outpatient,100,Aetna,PPO,42,,fee schedule,\n' +
        '"6 screw,97110,CPT,outpatient,100,Aetna,PPO,43,,fee schedule,\n' +
        'a,97110,CPT,outpatient,100,Aetna,PPO,44,,fee schedule,"a note, of\ntwo lines"\n' +
        'a,97110,CPT,outpatient,100,Aetna,PPO,45,,fee schedule,\n',
    );
    // Line 6 has a quote that is not doubled, and as many cells as there are headings.
    expect(short(found)).toEqual([
      [4, '97110', 'Aetna', 4000],
      [6, '97110', 'Aetna', 4200],
      [8, '97110', 'Aetna', 4400],
      [10, '97110', 'Aetna', 4500],
    ]);
    expect(found.account.leftOut).toEqual({ unreadable: 2 });
    expect(found.account.problems.map(({ line, message }) => [line, message])).toEqual([
      [5, 'The line has more cells than the 11 headings. Quote cells that hold the separator.'],
      [7, 'A quote opened here is never closed. Close it or remove it.'],
    ]);
    expect(found.account.notes).toEqual(['1 row has fewer cells than headings; the rest is taken as blank.']);
  });

  it('ends in the middle of a line', async () => {
    const found = await read(
      `${head}${tall}a,97110,CPT,outpatient,100,Aetna,PPO,40,,,\na,97110,CPT,outpatient,100,Aetna,PPO,4`,
    );
    expect(short(found)).toEqual([[4, '97110', 'Aetna', 4000]]);
    expect(found.account.problems.map(({ message }) => message)).toEqual([
      'The file ends in the middle of this line.',
    ]);
  });

  it('is pasted together of two, or lost its two rows of heads', async () => {
    const row = 'a,97110,CPT,outpatient,100,Aetna,PPO,40,,,\n';
    const twice = await read(`${head}${tall}${row}${tall}${row}`);
    expect(short(twice).map(([line]) => line)).toEqual([4, 6]);
    expect(twice.account.problems[0]).toMatchObject({ line: 5, message: 'The line repeats the headings.' });
    const headless = await read(`${tall}${row}`);
    expect(short(headless)).toEqual([[2, '97110', 'Aetna', 4000]]);
    expect(headless.account.notes).toEqual([
      'The file does not name its hospital.',
      'The file does not say which state the hospital is in.',
      'The file does not say when it was updated.',
    ]);
  });

  it('prices several codes together, an APC alone, and one code under two types', async () => {
    const found = await read(
      `${head}code|7,code|7|type,code|2,code|2|type,${tall}` +
        'G0283,HCPCS,0420,RC,a,97014,CPT,outpatient,100,Aetna,,40,,,\n' +
        '97014,HCPCS,,,a,97014,CPT,outpatient,100,Aetna,Aetna,41,,,\n' +
        '5823,APC,,,a,510,RC,outpatient,,Aetna,,42,,,\n' +
        '5823,APC,,,a,99213,CPT,outpatient,,Aetna,,43,,,\n',
    );
    expect(short(found)).toEqual([
      [4, '97014', 'Aetna', 4000],
      [4, 'G0283', 'Aetna', 4000],
      [5, '97014', 'Aetna', 4100],
      [6, '5823', 'Aetna', 4200],
      [7, '99213', 'Aetna', 4300],
    ]);
    expect(found.rates.map(({ plan }) => plan)).toEqual(['', '', '', '', '']);
    expect(found.rates[3]?.flags).toBe(flagBit('encounter_level'));
    expect(found.account.notes).toEqual(['1 amount is for several codes; each is a rate of every one.']);
  });

  it('names no payer for an item, says nothing of an amount, and uses words CMS does not know', async () => {
    const found = await read(
      `${head}${tall}a,97110,CPT,outpatient,100,,,,,,\n` +
        'a,97110,CPT,virtual,100,Aetna,PPO,1.00,,Fee Schedule,\n' +
        'a,97110,CPT,outpatient,100,Aetna,PPO,,65,percent of total billed charges,\n' +
        'a,97110,CPT,outpatient,100,Aetna,PPO,N/A,,,\n' +
        'a,97110,CPT,outpatient,100,Aetna,PPO,999999999,,,\n' +
        'a,97110,CPT,outpatient,100,Aetna,PPO,call,,,\n',
    );
    expect(short(found)).toEqual([[5, '97110', 'Aetna', 100]]);
    expect(found.rates[0]).toMatchObject({
      setting: '',
      methodology: 'fee schedule',
      flags: flagBit('very_low'),
    });
    expect(found.account.leftOut).toEqual({
      'no-payer': 1,
      'no-dollars': 1,
      'not-an-amount': 2,
      unreadable: 1,
    });
    expect(found.account.problems.map(({ line, column, found: text }) => [line, column, text])).toEqual([
      [5, 'setting', 'virtual'],
      [9, 'negotiated_dollar', 'call'],
    ]);
  });

  it('is wide with a payer twice, without plans, and with hundreds of payers', async () => {
    const many = Array.from({ length: 400 }, (_, n) => `standard_charge|Payer ${n}|PPO|negotiated_dollar`);
    const found = await read(
      `${head}description,code|1,code|1|type,setting,standard_charge|gross,standard_charge|Aetna|negotiated_dollar,` +
        `standard_charge|Aetna|negotiated_dollar,${many.join(',')}\n` +
        `a,97110,CPT,outpatient,50,40,60,${many.map((_, n) => n + 1).join(',')}\n`,
    );
    expect(found.account).toMatchObject({ format: 'hpt-csv-wide', present: 402, read: 402 });
    expect(short(found).slice(0, 3)).toEqual([
      [4, '97110', 'Aetna', 4000],
      [4, '97110', 'Aetna', 6000],
      [4, '97110', 'Payer 0', 100],
    ]);
    expect(found.rates[1]?.flags).toBe(flagBit('above_gross'));
    expect(found.rates.at(-1)).toMatchObject({ payerRaw: 'Payer 399', plan: 'PPO', cents: 40_000 });
  });

  it('is JSON of two hospitals, in version 1.0 of the schema, with amounts as text', async () => {
    const hospital = (name: string, dollars: number | string) => ({
      standard_charge_information: [
        {
          standard_charges: [
            {
              payers_information: [
                { payer_name: 'Aetna', plan_name: 'PPO', standard_charge_dollar: dollars },
              ],
              setting: 'outpatient',
            },
            { gross_charge: 12, setting: 'inpatient' },
          ],
          billing_code_information: [{ code: '97110', type: 'CPT' }],
        },
      ],
      hospital_name: name,
      license_information: [{ license_number: '1', state: 'TX' }],
    });
    const found = await read(JSON.stringify([hospital('North', 40.5), hospital('South', '$1,041.00')]));
    expect(found.rates.map(({ cents, groups }) => [cents, groups])).toEqual([
      [4050, [0]],
      [104_100, [1]],
    ]);
    expect([...found.providers.values()].map(([paid]) => paid?.name)).toEqual(['North', 'South']);
    expect([...found.providers.values()].map(([paid]) => paid?.place)).toEqual(['TX', 'TX']);
    expect(found.account.leftOut).toEqual({ 'no-payer': 2 });
  });

  it('is JSON of the schema before CMS required one, whose amounts and methods have other names', async () => {
    const payers = [
      { payer_name: 'Aetna', plan_name: 'PPO', standard_charge: 66.25, contracting_method: 'fee schedule' },
      {
        payer_name: 'Cigna',
        plan_name: 'All',
        standard_charge_percent: 50.5,
        contracting_method: 'percent of total billed charges',
      },
    ];
    const found = await read(
      JSON.stringify({
        hospital_name: 'North',
        version: '1.1.0',
        standard_charge_information: [
          {
            billing_code_information: [{ code: '97110', type: 'CPT' }],
            standard_charges: [{ setting: 'outpatient', gross_charge: 200.5, payers_information: payers }],
          },
        ],
      }),
    );
    expect(short(found)).toEqual([[1, '97110', 'Aetna', 6625]]);
    expect(found.rates[0]?.methodology).toBe('fee schedule');
    expect(found.account.leftOut).toEqual({ 'no-dollars': 1 });
  });

  it('is refused with the reason where it has no rows of the template', async () => {
    const { account } = await read(
      'hospital_name,last_updated_on,version\nMade Up,2026-01-01,3.0.0\nnothing,more,here\n',
    );
    expect(account.present).toBe(0);
    expect(account.problems.map(({ message }) => message)).toEqual([
      "No row has the headings of CMS's template, such as code|1 and payer_name: nothing was read.",
    ]);
  });
});
