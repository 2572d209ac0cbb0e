import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { formatOf } from '../../../src/data/formats/formats.ts';
import { rateFlags } from '../../../src/domain/rateTable.ts';
import { isAccountedFor, readFormat, startOf } from '../../support/readFormat.ts';

const folder = 'test/fixtures/formats/hpt';

/**
 * CMS's own examples, each with the rates a reader of the file finds by hand: line or item, code, setting, payer, plan,
 * dollars, methodology and flags. Revenue codes, diagnosis groups, drugs by NDC and modifiers are of no type we know.
 */
const examples = [
  {
    file: 'archive_examples_CSV_Tall_Format_Examples_V2.0.0_Tall_CSV_Format_Example.csv',
    format: 'hpt-csv-tall',
    version: '2.0.0',
    date: '2024-07-01',
    npis: [],
    rates: `
      8 92626 CPT outpatient Platform Health Insurance PPO 98.98 fee schedule
      10 H0017 HCPCS inpatient Platform Health Insurance PPO 1500.00 per diem per_diem
      11 H0017 HCPCS inpatient Region Health Insurance HMO 2000.00 per diem per_diem
      12 H0017 HCPCS inpatient Region Health Insurance HMO 1800.00 per diem per_diem
      13 H0017 HCPCS inpatient Region Health Insurance HMO 1200.00 per diem per_diem
      27 J1450 HCPCS both Platform Health Insurance PPO 35.00 fee schedule
      28 J1450 HCPCS both Region Health Insurance HMO 37.00 fee schedule
      33 J3420 HCPCS both Platform Health Insurance PPO 8.00 fee schedule
      34 J3420 HCPCS both Region Health Insurance HMO 15.00 fee schedule`,
    // Line 9 is 115% of another amount. 4 + 3 lines of 470 and 762, 6 of modifiers, 8 of NDC.
    leftOut: { 'no-dollars': 1, 'other-code-type': 21 },
  },
  {
    file: 'archive_examples_CSV_Wide_Format_Examples_V2.0.0_Wide_CSV_Format_Example.csv',
    format: 'hpt-csv-wide',
    version: '2.0.0',
    date: '2024-07-01',
    npis: [],
    rates: `
      7 92626 CPT outpatient Platform_Health_Insurance PPO 98.98 fee schedule
      8 H0017 HCPCS inpatient Platform_Health_Insurance PPO 1500.00 per diem per_diem
      9 H0017 HCPCS inpatient Region_Health_Insurance HMO 2000.00 per diem per_diem
      10 H0017 HCPCS inpatient Region_Health_Insurance HMO 1800.00 per diem per_diem
      11 H0017 HCPCS inpatient Region_Health_Insurance HMO 1200.00 per diem per_diem
      20 J1450 HCPCS both Platform_Health_Insurance PPO 35.00 fee schedule
      20 J1450 HCPCS both Region_Health_Insurance HMO 37.00 fee schedule
      23 J3420 HCPCS both Platform_Health_Insurance PPO 8.00 fee schedule
      23 J3420 HCPCS both Region_Health_Insurance HMO 15.00 fee schedule`,
    // As tall, but 470 stands in three rows of two payers each.
    leftOut: { 'no-dollars': 1, 'other-code-type': 23 },
  },
  {
    file: 'archive_examples_JSON_V2.0.0_JSON_Format_Example.json',
    format: 'hpt-json',
    version: '2.0.0',
    date: '2024-07-01',
    npis: [],
    rates: `
      2 92626 CPT outpatient Platform Health Insurance PPO 98.98 fee schedule
      3 H0017 HCPCS inpatient Platform Health Insurance PPO 1500.00 per diem per_diem
      3 H0017 HCPCS inpatient Region Health Insurance HMO 2000.00 per diem per_diem
      3 H0017 HCPCS inpatient Region Health Insurance HMO 1800.00 per diem per_diem
      3 H0017 HCPCS inpatient Region Health Insurance HMO 1200.00 per diem per_diem
      8 J1450 HCPCS both Platform Health Insurance PPO 35.00 fee schedule
      8 J1450 HCPCS both Region Health Insurance HMO 37.00 fee schedule
      11 J3420 HCPCS both Platform Health Insurance PPO 8.00 fee schedule
      11 J3420 HCPCS both Region Health Insurance HMO 15.00 fee schedule`,
    // 4 amounts of 470, 3 of 762, 8 of drugs; modifiers have a list of their own.
    leftOut: { 'no-dollars': 1, 'other-code-type': 15 },
  },
  {
    file: 'examples_CSV_Tall_Format_Examples_V3.0.0_Tall_CSV_Format_Example.csv',
    format: 'hpt-csv-tall',
    version: '3.0.0',
    date: '2026-04-01',
    npis: ['0000000001', '0000000002', '0000000003'],
    rates: `
      4 70551 CPT outpatient Platform Health Insurance PPO 400.00 fee schedule
      5 70551 CPT outpatient Region Health Insurance HMO 250.00 fee schedule
      6 49505 CPT outpatient Platform Health Insurance PPO 8000.00 case rate
      7 49505 CPT outpatient Region Health Insurance HMO 360.00 fee schedule
      12 80048 CPT outpatient Platform Health Insurance PPO 150.00 fee schedule
      13 80048 CPT outpatient Region Health Insurance HMO 125.00 fee schedule
      24 H0017 HCPCS inpatient Platform Health Insurance PPO 1500.00 per diem per_diem
      25 H0017 HCPCS inpatient Region Health Insurance HMO 2000.00 per diem per_diem
      26 H0017 HCPCS inpatient Region Health Insurance HMO 1800.00 per diem per_diem
      27 H0017 HCPCS inpatient Region Health Insurance HMO 1200.00 per diem per_diem
      41 J1450 HCPCS both Platform Health Insurance PPO 35.00 fee schedule
      42 J1450 HCPCS both Region Health Insurance HMO 37.00 fee schedule
      47 J3420 HCPCS both Platform Health Insurance PPO 8.00 fee schedule
      48 J3420 HCPCS both Region Health Insurance HMO 15.00 fee schedule`,
    // C1785 by formula twice, 99283 by percentage twice, all four with a median amount. 10 amounts of diagnosis groups
    // and revenue codes, 3 of 762, 6 of modifiers, 8 of NDC.
    leftOut: { 'no-dollars': 4, 'other-code-type': 27 },
  },
  {
    file: 'examples_CSV_Wide_Format_Examples_V3.0.0_Wide_CSV_Format_Example.csv',
    format: 'hpt-csv-wide',
    version: '3.0.0',
    date: '2026-04-01',
    npis: ['0000000001', '0000000002', '0000000003'],
    rates: `
      4 70551 CPT outpatient Platform Health Insurance PPO 400.00 fee schedule
      4 70551 CPT outpatient Region Health Insurance HMO 250.00 fee schedule
      5 49505 CPT outpatient Platform Health Insurance PPO 8000.00 case rate
      5 49505 CPT outpatient Region Health Insurance HMO 360.00 fee schedule
      8 80048 CPT outpatient Platform Health Insurance PPO 150.00 fee schedule
      8 80048 CPT outpatient Region Health Insurance HMO 125.00 fee schedule
      14 H0017 HCPCS inpatient Platform Health Insurance PPO 1500.00 per diem per_diem
      15 H0017 HCPCS inpatient Region Health Insurance HMO 2000.00 per diem per_diem
      16 H0017 HCPCS inpatient Region Health Insurance HMO 1800.00 per diem per_diem
      17 H0017 HCPCS inpatient Region Health Insurance HMO 1200.00 per diem per_diem
      26 J1450 HCPCS both Platform Health Insurance PPO 35.00 fee schedule
      26 J1450 HCPCS both Region Health Insurance HMO 37.00 fee schedule
      29 J3420 HCPCS both Platform Health Insurance PPO 8.00 fee schedule
      29 J3420 HCPCS both Region Health Insurance HMO 15.00 fee schedule`,
    leftOut: { 'no-dollars': 4, 'other-code-type': 27 },
  },
  {
    file: 'examples_JSON_v3_json_format_example.json',
    format: 'hpt-json',
    version: '3.0.0',
    date: '2026-04-01',
    npis: ['0000000001', '0000000002', '0000000003'],
    rates: `
      1 70551 CPT outpatient Platform Health Insurance PPO 400.00 fee schedule
      1 70551 CPT outpatient Region Health Insurance HMO 250.00 fee schedule
      2 49505 CPT outpatient Platform Health Insurance PPO 8000.00 case rate
      2 49505 CPT outpatient Region Health Insurance HMO 360.00 fee schedule
      5 80048 CPT outpatient Platform Health Insurance PPO 150.00 fee schedule
      5 80048 CPT outpatient Region Health Insurance HMO 125.00 fee schedule
      11 H0017 HCPCS inpatient Platform Health Insurance PPO 1500.00 per diem per_diem
      12 H0017 HCPCS inpatient Region Health Insurance HMO 2000.00 per diem per_diem
      13 H0017 HCPCS inpatient Region Health Insurance HMO 1800.00 per diem per_diem
      14 H0017 HCPCS inpatient Region Health Insurance HMO 1200.00 per diem per_diem
      19 J1450 HCPCS both Platform Health Insurance PPO 35.00 fee schedule
      19 J1450 HCPCS both Region Health Insurance HMO 37.00 fee schedule
      22 J3420 HCPCS both Platform Health Insurance PPO 8.00 fee schedule
      22 J3420 HCPCS both Region Health Insurance HMO 15.00 fee schedule`,
    // As the CSVs without the 6 rows of modifiers.
    leftOut: { 'no-dollars': 4, 'other-code-type': 21 },
  },
];

describe('official examples of hospital files', () => {
  it.each(examples)('$file', async ({ file, format, version, date, npis, rates: expected, leftOut }) => {
    const { heads, providers, rates, account } = await readFormat(readFileSync(`${folder}/${file}`));
    const lines = rates.map((rate) =>
      [
        [rate.at, rate.code, rate.codeType, rate.modifier, rate.setting, rate.billingClass, rate.payerRaw],
        [rate.plan, (rate.cents / 100).toFixed(2), rate.methodology],
        rateFlags.filter((_, index) => (rate.flags & (1 << index)) !== 0),
      ]
        .flat()
        .filter((part) => part !== '')
        .join(' '),
    );
    expect(lines).toEqual(expected.trim().split(/\n\s*/));
    expect(heads.at(-1)).toEqual({ publisher: 'West Mercy Hospital', kind: 'hospital', date, version });
    expect(providers.get(0)).toEqual([
      {
        name: 'West Mercy Hospital',
        identifier: npis[0] === undefined ? '' : `NPI:${npis[0]}`,
        npis,
        place: 'CA',
      },
    ]);
    expect(account).toMatchObject({ format, read: lines.length, leftOut, problems: [] });
    expect(isAccountedFor(account)).toBe(true);
  });

  it.each([
    'archive_documentation_CSV_templates_V2.0.0_Tall_CSV_Format_Template.csv',
    'archive_documentation_CSV_templates_V2.0.0_Wide_CSV_Format_Template.csv',
    'documentation_CSV_templates_V3.0.0_Tall_CSV_Format_Template.csv',
    'documentation_CSV_templates_V3.0.0_Wide_CSV_Format_Template.csv',
  ])('%s: an empty template is told as one', async (file) => {
    const { heads, rates, account } = await readFormat(readFileSync(`${folder}/${file}`));
    const version = /V([\d.]+\d)/.exec(file)?.[1];
    expect(heads).toEqual([{ publisher: '', kind: 'hospital', date: '', version }]);
    expect(rates).toEqual([]);
    expect(account).toMatchObject({ present: 0, read: 0, leftOut: {} });
    expect(account.format).toBe(file.includes('Tall') ? 'hpt-csv-tall' : 'hpt-csv-wide');
    expect(account.problems.map(({ line, message }) => [line, message])).toEqual([
      [3, 'There are no items under the headings: an empty template.'],
    ]);
  });

  it.each(readdirSync(folder).filter((file) => file.includes('schema')))(
    '%s is a schema, no file',
    (file) => {
      expect(formatOf(startOf(readFileSync(`${folder}/${file}`)))).toBeUndefined();
    },
  );
});
