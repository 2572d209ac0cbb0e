import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { numbersFrom } from '../../../bench/generate.ts';
import { openRelease } from '../../../src/cli/openRelease.ts';
import { rateDictionaries } from '../../../src/data/rateDictionaries.ts';
import { countColumn } from '../../../src/data/rateFileColumns.ts';
import { rateColumns, readRateFile } from '../../../src/data/readRateFile.ts';
import { benchmark } from '../../../src/domain/benchmark.ts';
import type { PlaceCode } from '../../../src/domain/place.ts';
import type { Plan, Provider, RateSource, RateTable } from '../../../src/domain/rateTable.ts';
import { defaultScope, type Scope } from '../../../src/domain/scope.ts';
import { csvText } from '../../../src/export/csvText.ts';
import { run } from '../../support/commandLine.ts';

/** One negotiated rate of a made-up payer file: a price for the providers of some groups. */
interface Made {
  readonly code: string;
  readonly groups: readonly number[];
  readonly dollars: string;
  readonly modifier: string;
  readonly negotiated: 'negotiated' | 'fee schedule';
  readonly billingClass: 'professional' | 'institutional';
}

const payerNames = ['Aetna Health Inc', 'Cigna Health and Life'];
const codes = ['97110', '97140', '97530'];
const providerCount = 3000;
const groupCount = 60;
const random = numbersFrom(20261128);
const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(random() * items.length)] as Item;

const npis = Array.from({ length: providerCount }, (_, index) => String(1_000_000_000 + index * 7));
const placeOf = (provider: number): PlaceCode =>
  provider % 5 === 0 ? 'CA' : provider % 5 === 1 ? 'NV' : 'TX';
/** By payer: the providers of each group. Groups overlap, so some providers are paid by several. */
const groups = payerNames.map(() =>
  Array.from({ length: groupCount }, () => {
    const from = Math.floor(random() * providerCount);
    const length = 1 + Math.floor(random() * random() * 400);
    return Array.from({ length }, (_, index) => (from + index) % providerCount);
  }),
);
const rates: readonly (readonly Made[])[] = payerNames.map(() =>
  Array.from({ length: 160 }, () => ({
    code: pick(codes),
    groups: Array.from({ length: 1 + Math.floor(random() * 5) }, () => Math.floor(random() * groupCount)),
    dollars: (20 + Math.floor(random() * 40) * 1.37).toFixed(2),
    modifier: pick(['', '', '', 'GP']),
    negotiated: pick(['negotiated', 'fee schedule']),
    billingClass: pick(['professional', 'professional', 'institutional']),
  })),
);

/** A payer file as it is published. */
function fileOf(payer: number): string {
  const references = (groups[payer] ?? []).map((members, index) => ({
    provider_group_id: index + 1,
    provider_groups: [
      { npi: members.map((each) => Number(npis[each])), tin: { type: 'ein', value: '12-3456789' } },
    ],
  }));
  const items = (rates[payer] ?? []).map((rate) => ({
    negotiation_arrangement: 'ffs',
    name: 'Therapy',
    billing_code_type: 'CPT',
    billing_code_type_version: '2026',
    billing_code: rate.code,
    description: 'Therapy',
    negotiated_rates: [
      {
        provider_references: rate.groups.map((group) => group + 1),
        negotiated_prices: [
          {
            negotiated_type: rate.negotiated,
            negotiated_rate: Number(rate.dollars),
            expiration_date: '9999-12-31',
            service_code: ['11'],
            billing_class: rate.billingClass,
            ...(rate.modifier === '' ? {} : { billing_code_modifier: [rate.modifier] }),
          },
        ],
      },
    ],
  }));
  return JSON.stringify({
    reporting_entity_name: payerNames[payer],
    reporting_entity_type: 'health insurance issuer',
    last_updated_on: payer === 0 ? '2026-05-01' : '2025-04-01',
    version: '1.0.0',
    provider_references: references,
    in_network: items,
  });
}

/**
 * The same rates with each provider written out, made from what the files were made of: a line for each distinct rate
 * of each provider.
 */
function writtenOut(code: string): RateTable {
  const providers: readonly Provider[] = npis.map((npi, index) => ({
    id: `p${index}`,
    name: `NPI ${npi}`,
    place: placeOf(index),
    identifier: `NPI:${npi}`,
    system: '',
  }));
  const plans: readonly Plan[] = payerNames.map((payerRaw, index) => ({
    id: `n${index}`,
    payerRaw,
    plan: '',
    payer: index === 0 ? 'aetna' : 'cigna',
    parent: '',
    line: 'Commercial',
  }));
  const sources: readonly RateSource[] = payerNames.map((_, index) => ({
    id: `s${index}`,
    name: `payer-${index}.json`,
    place: '',
    kind: 'payer',
    date: index === 0 ? '2026-05-01' : '2025-04-01',
    year: index === 0 ? 2026 : 2025,
    publishedUrl: '',
    sha256: '',
    carriedBy: '',
    confidence: '',
  }));
  const times = new Map<string, number>();
  for (const [payer, own] of rates.entries()) {
    for (const rate of own.filter((each) => each.code === code)) {
      const members = new Set(rate.groups.flatMap((group) => groups[payer]?.[group] ?? []));
      for (const member of members) {
        const cells = [
          placeOf(member),
          `p${member}`,
          `n${payer}`,
          'CPT',
          rate.modifier,
          '',
          rate.billingClass,
        ];
        const key = [...cells, rate.dollars, `TiC ${rate.negotiated}`, `s${payer}`, ''].join('\t');
        times.set(key, (times.get(key) ?? 0) + 1);
      }
    }
  }
  const lines = [...times].map(([key, count]) => [...key.split('\t'), String(count)]);
  const { table, problems } = readRateFile(
    csvText(rateColumns, lines),
    'written-out.csv',
    code,
    rateDictionaries(providers, plans, sources),
  );
  expect(problems).toEqual([]);
  return table;
}

/** What a benchmark says, without the rows behind it. */
function figuresOf(
  table: RateTable,
  scope: Scope,
  place: PlaceCode | null,
  schedule: Parameters<typeof benchmark>[3],
) {
  const { rows, providers, places, files, selection } = benchmark(table, scope, place, schedule);
  return {
    rows: rows.map(({ id, n, rates: of, mean, p25, median, p75, spread, percentOfMedicare, grade }) => ({
      id,
      n,
      of,
      mean,
      p25,
      median,
      p75,
      spread,
      percentOfMedicare,
      grade,
    })),
    providers,
    places,
    files,
    counted: selection.counted,
    leftOut: selection.leftOut,
  };
}

const folder = mkdtempSync(path.join(tmpdir(), 'rate-atlas-counted-'));
afterAll(() => rmSync(folder, { recursive: true }));
const release = path.join(folder, 'release');

beforeAll(async () => {
  const files = payerNames.map((_, payer) => {
    const file = path.join(folder, `payer-${payer}.json`);
    writeFileSync(file, fileOf(payer));
    return file;
  });
  const providers = path.join(folder, 'providers.csv');
  const listed = npis.map((npi, index) => [npi, `Therapist ${index}`, placeOf(index)]);
  writeFileSync(providers, csvText(['NPI', 'name', 'state'], listed));
  const options = ['--providers', providers, '--votes', 'npis', '--out', release];
  const made = await run(['ingest', ...files, ...options]);
  if (made.code !== 0 || !/payer-0\.json +.* 160 +160 +0$/m.test(made.err)) throw new Error(made.err);
}, 120_000);

describe('a release with classes of providers', () => {
  const office: Scope = { ...defaultScope, site: 'office' };
  const scopes: readonly (readonly [string, Scope])[] = [
    ['office', office],
    ['all sites', { ...defaultScope, site: 'all' }],
    ['hospital', defaultScope],
    ['each rate a vote', { ...defaultScope, site: 'all', basis: 'rates' }],
    ['files of 2026', { ...office, vintage: { from: 2026, to: null } }],
    ['with GP', { ...office, modifier: 'GP' }],
    ['fee schedule', { ...office, methodology: 'fee-schedule' }],
    ['type 6', { ...office, definition: 'type6' }],
    ['nearest rank', { ...office, definition: 'nearestRank' }],
    ['without outliers', { ...office, outliers: 'out' }],
    ['clinics', { ...office, providerType: 'clinic' }],
  ];

  test.each(codes)('%s: every figure is what it is with each provider written out', async (code) => {
    const loader = openRelease(release, '');
    const schedule = await loader.schedule();
    const all = writtenOut(code);
    for (const place of ['TX', 'CA', 'NV', null]) {
      const counted = await loader.rates(code, place);
      for (const [name, scope] of scopes) {
        expect([name, place, figuresOf(counted, scope, place, schedule)]).toEqual([
          name,
          place,
          figuresOf(all, scope, place, schedule),
        ]);
      }
    }
    expect(loader.problems()).toEqual([]);
    // Not vacuous: far fewer lines than rates, and some scope counts hundreds of votes.
    const { length, counts } = await loader.rates(code, 'TX');
    expect(counts).not.toBeNull();
    expect(length).toBeLessThan(all.length / 4);
    expect(benchmark(all, office, 'TX', schedule).rows[0]?.n).toBeGreaterThan(500);
  });

  test('a class is told as one, and its lines say how many it is', () => {
    const providers = readFileSync(path.join(release, 'providers.csv'), 'utf8');
    expect(providers).toMatch(/^p\d+,"?\d+ providers paid alike, first NPI \d{10}"?,TX,,$/m);
    expect(providers).toMatch(/^p\d+,Therapist \d+,TX,NPI:\d{10},$/m);
    expect(readFileSync(path.join(release, 'rates/97110/TX.csv'), 'utf8')).toMatch(
      new RegExp(`^.*,${countColumn}\n`),
    );
  });
});
