import fc from 'fast-check';
import { unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import type { FormatRate } from '../../src/data/formats/formatReader.ts';
import { IntakeTables } from '../../src/data/intake/intakeTables.ts';
import { readIntake } from '../../src/data/intake/readIntake.ts';
import { payerReader } from '../../src/domain/payerReader.ts';
import type { RateTable } from '../../src/domain/rateTable.ts';
import { ratesZip } from '../../src/export/ratesZip.ts';
import { shippedAliases } from '../support/releaseData.ts';

const aliases = shippedAliases();
const reading = { deleted: new Map(), aliases, wanted: null, catalogue: [] };

interface Rates {
  readonly tables: ReadonlyMap<string, RateTable>;
  readonly publishers: readonly string[];
}

function zipped(rates: Rates): Uint8Array<ArrayBuffer> {
  const pieces: Uint8Array[] = [];
  ratesZip(rates, (bytes) => pieces.push(bytes));
  return Uint8Array.from(pieces.flatMap((piece) => [...piece]));
}

async function opened(zip: Uint8Array<ArrayBuffer>) {
  return readIntake([{ file: new Blob([zip]), path: 'my-rates.zip' }], reading, () => {});
}

/** All that is known of each rate, in words: what must survive being saved. */
function linesOf({ tables, publishers }: Rates): string[] {
  return [...tables.values()]
    .flatMap((table) =>
      Array.from({ length: table.length }, (_, row) => {
        const provider = table.provider[row] as number;
        const source = table.source[row] as number;
        const { id: _p, ...who } = table.providers[provider] ?? { id: '' };
        const { id: _n, ...plan } = table.plans[table.plan[row] as number] ?? { id: '' };
        const { id: _s, ...from } = table.sources[source] ?? { id: '' };
        return JSON.stringify([
          table.code,
          table.cents[row],
          who,
          plan,
          from,
          publishers[source],
          table.codeType[row],
          table.setting[row],
          table.billingClass[row],
          table.flags[row],
          table.modifiers[table.modifier[row] as number],
          table.methodologies[table.methodology[row] as number],
          table.sourceRows[row],
          table.counts?.[provider] ?? 1,
        ]);
      }),
    )
    .sort();
}

const anyRate = fc.record({
  at: fc.constant(1),
  code: fc.constantFrom('97110', 'G0283'),
  codeType: fc.constantFrom('CPT' as const, 'HCPCS' as const, 'APC' as const),
  modifier: fc.constantFrom('', 'GP', 'GP|KX'),
  payerRaw: fc.constantFrom('Aetna', 'Quill, "fern" & Co', 'UHC\nChoice', '=1+1'),
  plan: fc.constantFrom('', 'PPO', 'Medicare Advantage HMO'),
  setting: fc.constantFrom('' as const, 'outpatient' as const, 'emergency' as const),
  billingClass: fc.constantFrom('' as const, 'facility' as const, 'professional' as const),
  cents: fc.integer({ min: 1, max: 2 ** 32 - 1 }),
  methodology: fc.constantFrom('', 'fee schedule', 'other, see note'),
  flags: fc.integer({ min: 0, max: 127 }),
  groups: fc.constantFrom([0], [1], [0, 2], [2]),
}) satisfies fc.Arbitrary<FormatRate>;

describe('rates saved as CSVs', () => {
  test('open again just as they were, and saved once more are the same bytes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyRate, { minLength: 1, maxLength: 60 }), async (rates) => {
        const collected = new IntakeTables(payerReader(aliases));
        const { sink, end } = collected.open('Acme, Inc.json');
        sink.head({ publisher: 'Acme "Plan"', kind: 'payer', date: '2026-05-01', version: '2.0' });
        sink.group(0, [{ name: 'Pecan, PT', identifier: 'EIN:123456789', npis: [], place: 'TX' }]);
        sink.group(1, [{ name: 'Tax id 987654321', identifier: 'EIN:987654321', npis: [], place: '' }]);
        sink.group(2, [{ name: 'Alamo', identifier: '', npis: [], place: 'AK' }]);
        for (const each of rates) sink.rate(each);
        expect(end()).toEqual({ unpaid: 0, beyond: 0 });
        const before = collected.result();
        const zip = zipped(before);
        const after = await opened(zip);
        expect(after.report.files.filter(({ refusal }) => refusal !== '')).toEqual([]);
        expect(linesOf(after)).toEqual(linesOf(before));
        expect(zipped(after)).toEqual(zip);
      }),
      { numRuns: 40 },
    );
  });

  test('state files repeat the national one line by line; a rate without a state stands in the national alone', async () => {
    const collected = new IntakeTables(payerReader(aliases));
    const { sink, end } = collected.open('acme.json');
    for (const [id, place] of ['TX', '', 'AK'].entries())
      sink.group(id, [{ name: `P${id}`, identifier: '', npis: [], place }]);
    const base = {
      at: 1,
      code: '97110',
      codeType: 'CPT',
      modifier: '',
      payerRaw: 'Aetna',
      plan: '',
    } as const;
    for (const id of [0, 1, 2, 0])
      sink.rate({
        ...base,
        setting: '',
        billingClass: '',
        cents: 3000,
        methodology: '',
        flags: 0,
        groups: [id],
      });
    end();
    const files = unzipSync(zipped(collected.result()));
    const text = (path: string) => new TextDecoder().decode(files[path]);
    const header =
      'state,provider,plan,code_type,modifier,setting,billing_class,rate,methodology,source,flags,source_rows\n';
    expect(text('rates/97110/national.csv')).toBe(
      `${header},p1,n1,CPT,,,,30.00,,s1,,1\nAK,p2,n1,CPT,,,,30.00,,s1,,1\nTX,p3,n1,CPT,,,,30.00,,s1,,2\n`,
    );
    expect(text('rates/97110/TX.csv')).toBe(`${header}TX,p3,n1,CPT,,,,30.00,,s1,,2\n`);
    expect(Object.keys(files)).toEqual([
      'README.txt',
      'providers.csv',
      'plans.csv',
      'sources.csv',
      'rates/97110/national.csv',
      'rates/97110/AK.csv',
      'rates/97110/TX.csv',
    ]);
    expect(text('providers.csv')).toBe('id,name,place,identifier,system\np1,P1,,,\np2,P2,AK,,\np3,P0,TX,,\n');
  });
});
