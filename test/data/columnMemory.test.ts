import { describe, expect, test } from 'vitest';
import type { RememberedCharges } from '../../src/data/chargeChoice.ts';
import {
  canRemember,
  columnMemoryText,
  parseChargeMemory,
  parseColumnMemory,
  withColumns,
  withoutColumns,
} from '../../src/data/columnMemory.ts';
import { csvTable } from '../../src/data/csvTable.ts';
import { readOwnTable } from '../../src/data/ownRates.ts';
import type { RememberedColumns } from '../../src/data/ownRatesColumns.ts';
import { shippedAliases } from '../support/releaseData.ts';

const entry: RememberedColumns = {
  headings: ['Svc', 'Who', 'Pays', 'Count'],
  fields: { code: 'Svc', payer: 'Who', rate: 'Pays', units: 'Count' },
  lines: 'rates',
};
const other: RememberedColumns = { ...entry, headings: ['Svc', 'Who', 'Pays'], fields: { code: 'Svc' } };

describe('what is remembered of columns', () => {
  test('is text and back, one entry for a header, none that cannot be read', () => {
    const memory = withColumns(withColumns([], entry), other);
    expect(parseColumnMemory(columnMemoryText(memory))).toEqual([other, entry]);
    expect(withColumns(memory, { ...entry, lines: 'claims' })).toEqual([
      { ...entry, lines: 'claims' },
      other,
    ]);
    expect(columnMemoryText(withoutColumns([entry], entry.headings))).toBe('');
    expect(parseColumnMemory(JSON.stringify([{ ...entry, lines: 'claims' }]))).toHaveLength(1);
    for (const text of [
      '',
      'x',
      '{}',
      'null',
      '"x"',
      '[1]',
      '[null]',
      '[{"headings":[],"fields":{"code":"Svc"},"lines":"rates"}]',
    ]) {
      expect(parseColumnMemory(text)).toEqual([]);
    }
  });

  test.each<[what: string, saved: unknown]>([
    ['nothing', null],
    ['a text', 'Svc'],
    ['headings that are no list', { ...entry, headings: 'Svc' }],
    ['a heading that is no text', { ...entry, headings: ['Svc', 'Who', 'Pays', 'Count', 5] }],
    ['another kind of lines', { ...entry, lines: 'words' }],
    ['fields that are none', { ...entry, fields: null }],
    ['a field nobody knows', { ...entry, fields: { magic: 'Svc' } }],
    ['a field of no heading', { ...entry, fields: { code: 'Gone' } }],
    ['a field that is no text', { ...entry, fields: { code: 0 } }],
  ])('%s is forgotten, and the entry beside it stays', (_what, saved) => {
    expect(parseColumnMemory(JSON.stringify([saved, entry]))).toEqual([entry]);
  });

  test('is of thirty headers at most; the oldest goes first', () => {
    const numbered = (number: number) => ({ ...entry, headings: [`H${number}`] });
    const memory = Array.from({ length: 30 }, (_, at) => numbered(at));
    const more = withColumns(memory, numbered(99));
    expect([more.length, more[0], more[1], more.at(-1)]).toEqual([
      30,
      numbered(99),
      numbered(0),
      numbered(28),
    ]);
    // One that is there already takes its own place at the front.
    const again = withColumns(memory, numbered(29));
    expect([again.length, again[0], again.at(-1)]).toEqual([30, numbered(29), numbered(28)]);
  });

  test('of a hospital’s own table is headings, fields and payers, and nothing it does not know', () => {
    const charges: RememberedCharges = {
      headings: ['Svc', 'Aetna', 'Other'],
      fields: { code: 'Svc' },
      payers: ['Aetna'],
    };
    const text = columnMemoryText(withColumns([], charges));
    expect(parseChargeMemory(text)).toEqual([charges]);
    for (const part of [
      { fields: { rate: 'Gone' } },
      { fields: { cash: 'Svc' } },
      { fields: null },
      { headings: ['Svc', 5] },
      { payers: ['Aetna', 5] },
      { payers: ['Gone'] },
      { payers: 1 },
    ])
      expect(parseChargeMemory(JSON.stringify([{ ...charges, ...part }]))).toEqual([]);
  });

  test('is never a line of rates that stands where headings should', () => {
    expect(canRemember(entry.headings)).toBe(true);
    expect(canRemember(['Code', '2026 rate', 'Payer 1'])).toBe(true);
    expect(canRemember(['97110', 'Quillfern', '71.37'])).toBe(false);
    expect(canRemember(['Quillfern', '$71.37'])).toBe(false);
    expect(canRemember(['Quillfern', '110%'])).toBe(false);
    for (const cell of [
      '97110',
      'G0283',
      '7',
      '-5',
      '(36.50)',
      '$ 36',
      '- $1,234.50',
      '36 %',
      '1 234',
      '36)',
    ])
      expect(canRemember(['Quillfern', cell]), cell).toBe(false);
    for (const heading of ['36x', 'x36', '36%)', '$', '%', '', '2026-27', 'CPT 97110 rate', '36 % off'])
      expect(canRemember(['Quillfern', heading]), heading).toBe(true);
    expect(canRemember([])).toBe(true);
  });

  test('is taken for a file with just these headings, before they are read as words', () => {
    const reading = { deleted: new Map(), aliases: shippedAliases(), remembered: [entry] };
    const text = 'Svc,Who,Pays,Count\n97110,Aetna,30.00,12\n';
    const rates = readOwnTable(csvTable(text, 'mine.csv'), 'mine.csv', reading);
    expect(rates.table?.source).toBe('remembered');
    expect(rates.contract?.lines.map(({ code, payer, units }) => [code, payer, units])).toEqual([
      ['97110', 'Aetna', 12],
    ]);
    const otherOrder = readOwnTable(csvTable('Who,Svc,Pays,Count\n', 'mine.csv'), 'mine.csv', reading);
    expect(otherOrder.table).toMatchObject({ source: 'headings', missing: ['code', 'payer', 'rate'] });
  });

  test('what the user chose now goes first, and a claim is what they say it is', () => {
    const text = 'Svc,Who,Pays,Count\n97110,Aetna,60.00,2\n';
    const rates = readOwnTable(csvTable(text, 'mine.csv'), 'mine.csv', {
      deleted: new Map(),
      aliases: shippedAliases(),
      remembered: [entry],
      chosen: { ...entry, lines: 'claims' },
    });
    expect(rates.table?.source).toBe('chosen');
    // 60.00 for 2 units.
    expect(rates.contract?.lines.map(({ terms }) => terms)).toEqual([
      { kind: 'dollars', amount: 3000, claims: { allowed: 6000, units: 2 } },
    ]);
  });
});
