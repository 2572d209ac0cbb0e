import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { FormatRate, PaidProvider } from '../../../src/data/formats/formatReader.ts';
import { readCsv } from '../../../src/data/readCsv.ts';
import { type RateFlag, rateFlags } from '../../../src/domain/rateTable.ts';
import { isAccountedFor, readFormat } from '../../support/readFormat.ts';

/**
 * Real files, cut to some therapy rows, against `sources/commercial/rates.csv`: the same published files read by other
 * hands. Every rate our readers find must be a row of it, in every column a reader fills.
 */
const sample = readCsv(readFileSync('sources/commercial/rates.csv', 'utf8'), 'rates.csv');
const sampleColumn = new Map(sample.header.map((name, index) => [name, index]));

function sampleRows(sourceFile: string): ReadonlySet<string> {
  const cell = (cells: readonly string[], name: string) => cells[sampleColumn.get(name) ?? -1] ?? '';
  const rows = sample.rows.filter(({ cells }) => cell(cells, 'source_file') === sourceFile);
  return new Set(
    rows.map(({ cells }) =>
      [
        ['state', 'provider_name', 'provider_id', 'payer_raw', 'plan', 'code_type', 'code', 'modifier'],
        ['setting', 'billing_class', 'rate', 'methodology', 'file_date', 'source_kind', 'flags'],
      ]
        .flat()
        .map((name) => cell(cells, name))
        .join(' / '),
    ),
  );
}

function asSampleRow(rate: FormatRate, provider: PaidProvider | undefined, date: string): string {
  const flags: readonly RateFlag[] = rateFlags.filter((_, index) => (rate.flags & (1 << index)) !== 0);
  return [
    [provider?.place, provider?.name, provider?.identifier, rate.payerRaw, rate.plan, rate.codeType],
    [rate.code, rate.modifier, rate.setting, rate.billingClass, (rate.cents / 100).toFixed(2)],
    [rate.methodology, date, 'hospital', flags.join('|')],
  ]
    .flat()
    .join(' / ');
}

describe('real hospital files', () => {
  it.each([
    {
      file: 'banner-university-phoenix_v3.0.0_tall_billing-class_therapy-rows.csv',
      sourceFile: '270036499_banner-university-medical-center-phoenix_standardcharges.csv',
      format: 'hpt-csv-tall',
      amounts: 260,
      npis: ['1841224870', '1629122171'],
      leftOutOfSample: {},
    },
    {
      file: 'uw-medical-center_v3.0.0_therapy-items.json',
      sourceFile: '916001537_university-of-washington-medical-center_standardcharges.json',
      format: 'hpt-json',
      amounts: 168,
      // One charge of the file has a gross and a cash price and no payer.
      leftOut: { 'no-payer': 1 },
      npis: ['1326002049'],
      leftOutOfSample: {},
    },
    {
      file: 'massachusetts-general_v3.0.0_tall_therapy-rows.csv',
      sourceFile: '042697983_Massachusetts-General-Hospital_StandardCharges.csv',
      format: 'hpt-csv-tall',
      amounts: 220,
      npis: ['1023049236'],
      // The sample drops contracts for transplants and for patients from abroad ("Dropped lines" of its README): what a
      // payer means is for whoever takes the rates, so a reader hands them over.
      leftOutOfSample: { 'INTERNATIONAL COMMERCIAL [140001]': 38, 'CENTERS OF EXCELLENCE [1026]': 17 },
    },
  ])(
    '$file: every rate is in the sample',
    async ({ file, sourceFile, format, amounts, npis, leftOutOfSample, leftOut = {} }) => {
      const expected = sampleRows(sourceFile);
      const { heads, providers, rates, account } = await readFormat(
        readFileSync(`test/fixtures/formats/hpt-real/${file}`),
      );
      const unequal = new Map<string, number>();
      for (const rate of rates) {
        const row = asSampleRow(rate, providers.get(rate.groups[0] ?? -1)?.[0], heads[0]?.date ?? '');
        if (!expected.has(row)) unequal.set(rate.payerRaw, (unequal.get(rate.payerRaw) ?? 0) + 1);
      }
      expect(Object.fromEntries(unequal)).toEqual(leftOutOfSample);
      for (const payer of unequal.keys())
        expect([...expected].filter((row) => row.includes(` / ${payer} / `))).toEqual([]);
      expect(heads).toHaveLength(1);
      expect(heads[0]?.version).toBe('3.0.0');
      expect(providers.get(0)?.[0]?.npis).toEqual(npis);
      expect(account).toMatchObject({ format, read: amounts, leftOut, problems: [] });
      expect(isAccountedFor(account)).toBe(true);
    },
  );
});
