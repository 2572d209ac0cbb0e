import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { FormatRate, PaidProvider } from '../../../src/data/formats/formatReader.ts';
import { IntakeTables } from '../../../src/data/intake/intakeTables.ts';
import { payerReader } from '../../../src/domain/payerReader.ts';
import { rateCensus } from '../../../src/domain/rateCensus.ts';
import type { RateTable } from '../../../src/domain/rateTable.ts';
import { shippedAliases } from '../../support/releaseData.ts';

const names = payerReader(shippedAliases());

function rate(spec: Partial<FormatRate>): FormatRate {
  return {
    at: 1,
    code: '97110',
    codeType: 'CPT',
    modifier: '',
    payerRaw: 'Aetna',
    plan: '',
    setting: 'outpatient',
    billingClass: 'facility',
    cents: 5000,
    methodology: 'fee schedule',
    flags: 0,
    groups: [1],
    ...spec,
  };
}

function provider(name: string, spec: Partial<PaidProvider> = {}): PaidProvider {
  return { name, identifier: '', npis: [], place: 'TX', ...spec };
}

/** Each rate as a line of text: what must be the same however it was put in. */
function linesOf(tables: ReadonlyMap<string, RateTable>): string[] {
  const lines: string[] = [];
  for (const table of tables.values())
    for (let row = 0; row < table.length; row++) {
      const { name, place } = table.providers[table.provider[row] as number] ?? { name: '?', place: '?' };
      const plan = table.plans[table.plan[row] as number];
      lines.push(
        [
          table.code,
          name,
          place,
          plan?.payerRaw,
          plan?.payer,
          table.cents[row],
          table.modifiers[table.modifier[row] as number],
          table.methodologies[table.methodology[row] as number],
          table.flags[row],
          table.sourceRows[row],
        ].join(),
      );
    }
  return lines.sort();
}

describe('rates of published files', () => {
  test('equal rates are one that counts them; who is paid may be told before or after', () => {
    const tables = new IntakeTables(names);
    const file = tables.open('mine.json');
    file.sink.head({ publisher: 'Quillfern', kind: 'payer', date: '2026-05-01', version: '2.0' });
    file.sink.rate(rate({ at: 3, groups: [7, 8] }));
    file.sink.rate(rate({ at: 4, groups: [7, 8] }));
    file.sink.rate(rate({ at: 5, groups: [9] }));
    file.sink.rate(rate({ at: 6, cents: 6000, groups: [8] }));
    file.sink.group(7, [provider('Pecan PT'), provider('Alamo PT', { place: '' })]);
    // Alamo stands in both groups, and is paid once.
    file.sink.group(8, [provider('Alamo PT', { place: '' })]);
    expect(file.end()).toEqual({ unpaid: 1, beyond: 0 });
    const { tables: read } = tables.result();
    expect(linesOf(read)).toEqual([
      '97110,Alamo PT,,Aetna,aetna,5000,,fee schedule,0,2',
      '97110,Alamo PT,,Aetna,aetna,6000,,fee schedule,0,1',
      '97110,Pecan PT,TX,Aetna,aetna,5000,,fee schedule,0,2',
    ]);
    const [table] = read.values();
    expect(table?.sources).toMatchObject([
      { name: 'mine.json', kind: 'payer', date: '2026-05-01', year: 2026 },
    ]);
    expect([...(table?.line ?? [])]).toEqual([3, 3, 6]);
  });

  test('groups of one file mean nothing in the next; providers without a rate are not handed over', () => {
    const tables = new IntakeTables(names);
    const one = tables.open('one.json');
    one.sink.group(1, [provider('Pecan PT', { npis: ['1234567893', '1999999984', '1234567893'] })]);
    one.sink.group(2, [provider('Nobody')]);
    one.sink.rate(rate({}));
    one.end();
    const two = tables.open('two.json');
    two.sink.rate(rate({}));
    expect(two.end()).toEqual({ unpaid: 1, beyond: 0 });
    const { tables: read, npis } = tables.result();
    expect(read.get('97110')?.providers.map(({ name }) => name)).toEqual(['Pecan PT']);
    expect([...npis.starts]).toEqual([0, 2]);
    expect([...npis.numbers]).toEqual([1_234_567_893, 1_999_999_984]);
  });

  test('what one tab cannot hold is counted, not dropped', () => {
    const tables = new IntakeTables(names, { rates: 2, providers: 2 });
    const file = tables.open('mine.json');
    file.sink.group(1, [provider('A'), provider('B'), provider('C')]);
    for (const cents of [100, 200, 300]) file.sink.rate(rate({ cents }));
    file.sink.rate(rate({ cents: 2 ** 32 }));
    // Of four published rates one was held for both providers; the second found no room, two came too late.
    expect(file.end()).toEqual({ unpaid: 0, beyond: 3 });
    expect(linesOf(tables.result().tables)).toHaveLength(2);
  });

  test('any rates, told in any order of groups: each distinct rate and provider once, no published rate lost', () => {
    const anyRate = fc.record({
      code: fc.constantFrom('97110', '97112'),
      cents: fc.integer({ min: 1, max: 4 }),
      payerRaw: fc.constantFrom('Aetna', 'Quillfern'),
      modifier: fc.constantFrom('', 'GP'),
      flags: fc.integer({ min: 0, max: 127 }),
      groups: fc.uniqueArray(fc.integer({ min: 0, max: 5 }), { minLength: 1, maxLength: 4 }),
    });
    const anyGroups = fc.array(fc.array(fc.integer({ min: 0, max: 6 }), { maxLength: 4 }), { maxLength: 6 });
    fc.assert(
      fc.property(
        fc.array(anyRate, { maxLength: 120 }),
        anyGroups,
        fc.boolean(),
        (rates, groups, groupsFirst) => {
          const tables = new IntakeTables(names);
          const { sink, end } = tables.open('mine');
          const tell = () => {
            for (const [id, members] of groups.entries())
              sink.group(
                id,
                members.map((n) => provider(`P${n}`)),
              );
          };
          if (groupsFirst) tell();
          for (const each of rates) sink.rate(rate(each));
          if (!groupsFirst) tell();
          const { unpaid } = end();
          // The same, by a map of texts.
          const expected = new Map<string, number>();
          let expectedUnpaid = 0;
          for (const each of rates) {
            const paid = new Set(each.groups.flatMap((id) => groups[id] ?? []));
            if (paid.size === 0) expectedUnpaid += 1;
            for (const n of paid) {
              const payer = each.payerRaw === 'Aetna' ? 'aetna' : 'other';
              const key = `${each.code},P${n},TX,${each.payerRaw},${payer},${each.cents},${each.modifier},fee schedule,${each.flags}`;
              expected.set(key, (expected.get(key) ?? 0) + 1);
            }
          }
          const { tables: read } = tables.result();
          expect(unpaid).toBe(expectedUnpaid);
          expect(linesOf(read)).toEqual([...expected].map(([key, rows]) => `${key},${rows}`).sort());
          const census = rateCensus(read);
          expect(census.rates).toBe(expected.size);
          expect(census.rows).toBe([...expected.values()].reduce((sum, rows) => sum + rows, 0));
          for (const list of [
            census.codes,
            census.payers,
            census.lines,
            census.methodologies,
            census.places,
          ]) {
            expect(list.reduce((sum, { rows }) => sum + rows, 0)).toBe(census.rows);
          }
        },
      ),
    );
  });

  test('tables taken as they are come out as they went in', () => {
    const first = new IntakeTables(names);
    const { sink, end } = first.open('mine.json');
    sink.group(1, [provider('Pecan PT'), provider('Alamo PT', { place: 'AK' })]);
    for (let cents = 1; cents <= 300; cents++) {
      sink.rate(rate({ cents, modifier: `M${cents % 7}`, methodology: `m${cents % 5}`, flags: cents % 128 }));
    }
    end();
    const read = first.result().tables;
    const second = new IntakeTables(names);
    expect(second.take([...read.values()], [])).toEqual({ unpaid: 0, beyond: 0 });
    const again = second.result().tables;
    expect(linesOf(again)).toEqual(linesOf(read));
    expect(again.get('97110')?.length).toBe(600);
  });
});
