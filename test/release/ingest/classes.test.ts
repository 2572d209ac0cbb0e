import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { FormatRate } from '../../../src/data/formats/formatReader.ts';
import { payerReader } from '../../../src/domain/payerReader.ts';
import { type Database, openDatabase } from '../../../src/release/ingest/database.ts';
import { PublishedRates } from '../../../src/release/ingest/publishedRates.ts';
import { rateOutputs } from '../../../src/release/ingest/rateOutputs.ts';
import { runStep } from '../../../src/release/ingest/runStep.ts';
import { settleRates } from '../../../src/release/ingest/settleRates.ts';
import { tableOutputs } from '../../../src/release/ingest/tableOutputs.ts';

interface Payee {
  readonly tin: number;
  readonly place: string;
}

interface MadeFile {
  readonly groups: readonly (readonly Payee[])[];
  readonly rates: readonly (Pick<FormatRate, 'code' | 'cents' | 'modifier' | 'payerRaw'> & {
    readonly groups: readonly number[];
  })[];
}

const payee: fc.Arbitrary<Payee> = fc.record({
  tin: fc.integer({ min: 1, max: 12 }),
  place: fc.constantFrom('TX', 'TX', 'TX', 'CA'),
});
const madeFile: fc.Arbitrary<MadeFile> = fc
  .array(fc.array(payee, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 6 })
  .chain((groups) =>
    fc.record({
      groups: fc.constant(groups),
      rates: fc.array(
        fc.record({
          code: fc.constantFrom('97110', '97140'),
          cents: fc.constantFrom(3000, 3100),
          modifier: fc.constantFrom('', '', 'GP'),
          payerRaw: fc.constantFrom('Aetna', 'Cigna'),
          groups: fc.uniqueArray(fc.nat(groups.length - 1), { minLength: 1, maxLength: groups.length }),
        }),
        { maxLength: 14 },
      ),
    }),
  );

/** What each provider of a code and place is paid, written out: one text a provider, in order. */
function writtenOut(files: readonly MadeFile[]): ReadonlyMap<string, readonly string[]> {
  const paid = new Map<string, Map<string, Map<string, number>>>();
  for (const [file, { groups, rates }] of files.entries()) {
    for (const { groups: of, code, ...rate } of rates) {
      const payees = new Set(
        of.flatMap((group) => groups[group] ?? []).map(({ tin, place }) => `${place} ${tin}`),
      );
      for (const each of payees) {
        const market = `${code} ${each.slice(0, 2)}`;
        const providers = paid.get(market) ?? new Map<string, Map<string, number>>();
        const rows = providers.get(each) ?? new Map<string, number>();
        const row = [file + 1, rate.payerRaw, rate.modifier, rate.cents].join();
        rows.set(row, (rows.get(row) ?? 0) + 1);
        providers.set(each, rows);
        paid.set(market, providers);
      }
    }
  }
  return new Map(
    [...paid].map(([market, providers]) => [
      market,
      [...providers.values()].map((rows) => rowsText([...rows])).toSorted(),
    ]),
  );
}

const rowsText = (rows: readonly (readonly [string, number])[]) =>
  rows
    .map(([row, times]) => `${row} × ${times}`)
    .toSorted()
    .join('; ');

/** The same from the lines of the release, each class written out as often as it counts. */
async function linesOf(database: Database): Promise<ReadonlyMap<string, readonly string[]>> {
  const rows = await database.rows(
    `SELECT r.code, r.place, r.provider, r.providers, r.file, p.payer_raw, t.modifier, r.cents, r.source_rows
     FROM rate_line r
     JOIN published_terms t ON t.terms = r.terms
     JOIN terms_plan n ON n.terms = r.terms
     JOIN plan p ON p.number = n.plan`,
  );
  const classes = new Map<string, { market: string; count: number; rows: [string, number][] }>();
  for (const [code, place, provider, count, file, payer, modifier, cents, times] of rows) {
    const key = `${code} ${provider}`;
    const known = classes.get(key) ?? { market: `${code} ${place}`, count: Number(count), rows: [] };
    expect(known.count).toBe(count);
    known.rows.push([[file, payer, modifier, cents].join(), Number(times)]);
    classes.set(key, known);
  }
  const markets = new Map<string, string[]>();
  for (const { market, count, rows: own } of classes.values()) {
    const texts = markets.get(market) ?? [];
    markets.set(market, [...texts, ...Array.from({ length: count }, () => rowsText(own))].toSorted());
  }
  // No two classes of a code and place are paid alike, or they would be one.
  const texts = [...classes.values()].map(({ market, rows: own }) => `${market} ${rowsText(own)}`);
  expect(new Set(texts).size).toBe(texts.length);
  return markets;
}

/** The files read and settled. @param held characters that reading may know by heart; as many as usual, where not given. */
async function settle(database: Database, files: readonly MadeFile[], held?: number): Promise<void> {
  await runStep(database, '00-handed-over');
  const rates = await PublishedRates.open(database, 'payee', held);
  for (const [index, { groups, rates: own }] of files.entries()) {
    for (const rate of own) rates.addRate(index + 1, formatRate(rate), '');
    for (const [group, payees] of groups.entries())
      rates.addGroup(index + 1, group, payees.map(paidProvider));
  }
  rates.close();
  await settleRates(database, {
    files: files.map((_, index) => inputFile(index + 1)),
    names: payerReader([]),
    place: null,
    onStep: () => {},
  });
}

test('classes written out are the providers with all they are paid, none lost, none twice', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(madeFile, { minLength: 1, maxLength: 3 }), async (files) => {
      const database = await openDatabase({ memory: '200MB', temporary: null });
      try {
        await settle(database, files);
        expect(await linesOf(database)).toEqual(writtenOut(files));
      } finally {
        await database.close();
      }
    }),
    { numRuns: 15 },
  );
}, 60_000);

test('what is written is the same to the byte, however little was known by heart while reading', async () => {
  const written = async (files: readonly MadeFile[], held?: number) => {
    const database = await openDatabase({ memory: '200MB', temporary: null });
    const stage = mkdtempSync(join(tmpdir(), 'rate-atlas-test-'));
    try {
      await settle(database, files, held);
      const tables = await tableOutputs(database, [], stage);
      const outputs = [...tables, ...(await rateOutputs(database, stage))];
      return outputs.map(({ path, rows, text }) => ({ path, rows, text }));
    } finally {
      await database.close();
      rmSync(stage, { recursive: true });
    }
  };
  await fc.assert(
    fc.asyncProperty(
      fc.array(madeFile, { minLength: 1, maxLength: 3 }),
      fc.constantFrom(0, 30, 90),
      async (files, held) => {
        const usual = await written(files);
        expect(usual.every(({ rows, text }) => text.split('\n').length === rows + 2)).toBe(true);
        expect(await written(files, held)).toEqual(usual);
      },
    ),
    { numRuns: 6 },
  );
}, 60_000);

function formatRate(rate: MadeFile['rates'][number]): FormatRate {
  const unstated = { plan: '', setting: '', billingClass: '', methodology: '' } as const;
  return { ...rate, ...unstated, at: 1, codeType: 'CPT', flags: 0 };
}

function paidProvider({ tin, place }: Payee) {
  return { name: `Tax id ${tin}`, identifier: `EIN:${String(tin).padStart(9, '0')}`, npis: [], place };
}

function inputFile(number: number) {
  const date = `202${number}-01-01`;
  return {
    number,
    name: `file-${number}.json`,
    publisher: 'Payer',
    kind: 'payer',
    date,
    sha256: '',
  } as const;
}
