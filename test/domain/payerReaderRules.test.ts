import { expect, test } from 'vitest';
import { type PlanLine, planLines } from '../../src/domain/payer.ts';
import type { AliasKind, PayerAlias } from '../../src/domain/payerAlias.ts';
import { payerReader } from '../../src/domain/payerReader.ts';

const row = (kind: AliasKind, words: string, means = '', more: Partial<PayerAlias> = {}): PayerAlias => ({
  kind,
  words,
  means,
  match: 'anywhere',
  line: '',
  note: '',
  ...more,
});

const alone = { match: 'alone' } as const;
const reader = payerReader([
  row('brand', 'aetna', 'Aetna'),
  row('brand', 'cigna', 'Cigna'),
  row('brand', 'quillfern', 'Other', { line: 'Behavioral' }),
  row('brand', 'blue sky', 'Sky', alone),
  row('brand', 'texas health', 'Texas Plan'),
  row('brand', 'silverscript', 'Silver', { line: 'Medicare Advantage' }),
  row('brand', 'goldscript', 'Gold', { line: 'Medicare supplement' }),
  row('line', 'commercial', 'Commercial'),
  row('line', 'commercial drive'),
  row('line', 'medicaid', 'Medicaid / CHIP'),
  row('line', 'medicare', 'Medicare (traditional)', alone),
  row('line', 'original medicare', 'Medicare (traditional)'),
  row('line', 'medicare fee for service', 'Medicare (traditional)'),
  row('line', 'troops', 'Tricare/VA', alone),
  row('line', 'marketplace', 'Exchange / individual'),
  row('product', 'ppo'),
  row('generic', 'health'),
  row('generic', 'community'),
  row('product', 'openaccess'),
  row('not a payer', 'minimum', '', alone),
  row('not a payer', 'grosscharge'),
  row('spelling', 'mcaid', 'medicaid'),
  row('spelling', 'mcare ffs', 'medicare fee for service'),
]);
const lineOf = (payer: string, plan: string) => reader.read(payer, plan).line;
const parentOf = (payer: string, plan = '') => reader.read(payer, plan).parent;

test('a line that a column states decides the row, whatever the names; without a row of its own the parent does', () => {
  const rowOf: Readonly<Record<PlanLine, string>> = {
    Commercial: 'aetna',
    'Exchange / individual': 'aetna',
    'Medicare Advantage': 'medicare-advantage',
    'Medicaid / CHIP': 'medicaid',
    'Medicare (traditional)': 'medicare',
    'Medicare supplement': 'other',
    'Tricare/VA': 'tricare',
    "Workers' comp / auto": 'workers-comp',
    Behavioral: 'other',
    Unspecified: 'other',
  };
  for (const line of planLines) {
    expect(reader.read('Aetna', 'Medicaid', line)).toEqual({
      payer: rowOf[line],
      parent: 'Aetna',
      line,
      lineStated: true,
      brandAlias: row('brand', 'aetna', 'Aetna'),
      lineAlias: undefined,
    });
  }
});

test('without any name of the table a text is another commercial payer’s, and says no line', () => {
  expect(reader.read('Nobody', '')).toEqual({
    payer: 'other',
    parent: 'Other',
    line: 'Commercial',
    lineStated: false,
    brandAlias: undefined,
    lineAlias: undefined,
  });
  expect(reader.read('', '')).toMatchObject({ payer: 'other', parent: 'Other', lineStated: false });
});

test('a brand that counts alone is found beside states, lines, products, numbers and single letters only', () => {
  for (const name of ['Blue Sky', 'Blue Sky Health', 'PPO Blue Sky', 'TX Blue Sky 12', 'B Blue Sky Medicaid'])
    expect(parentOf(name), name).toBe('Sky');
  for (const name of ['Blue Sky Nobody', 'Nobody Blue Sky', 'Blue', 'Blue Sky of Br'])
    expect(parentOf(name), name).toBe('Other');
});

test('Medicare as a plan is the payer’s own Medicare only where the payer’s line is that and the plan names nobody', () => {
  expect(lineOf('Original Medicare', 'Medicare')).toBe('Medicare (traditional)');
  // A payer with a name sells no Medicare itself, unless its name says that this is it.
  expect(lineOf('Nobody Original Medicare', 'Medicare')).toBe('Medicare (traditional)');
  expect(lineOf('Nobody Original Medicare', 'Texas Health Medicare')).toBe('Medicare Advantage');
  expect(lineOf('Nobody', 'Medicare')).toBe('Medicare Advantage');
  expect(lineOf('Medicaid', 'Medicare')).toBe('Medicare (traditional)');
  expect(lineOf('Nobody Medicaid', 'Medicare')).toBe('Medicare Advantage');
  // Words of another line that count alone are not Medicare.
  expect(lineOf('Medicare', 'Troops')).toBe('Tricare/VA');
});

test('says which row of the table decided the line', () => {
  const words = (payer: string, plan: string) => reader.read(payer, plan).lineAlias?.words;
  expect([
    words('Original Medicare', 'Medicare'),
    words('Original Medicare', 'Medicare fee for service'),
    words('Medicaid', 'Commercial'),
    words('Commercial', 'Medicaid'),
    words('Commercial', 'Marketplace'),
    words('Nobody', 'Marketplace'),
    words('Medicaid', 'Nobody'),
    words('Nobody', ''),
  ]).toEqual([
    'original medicare',
    'medicare fee for service',
    'medicaid',
    'medicaid',
    'marketplace',
    'marketplace',
    'medicaid',
    undefined,
  ]);
});

test('a row without a meaning keeps the words in it from saying a line', () => {
  expect(reader.read('Aetna', 'Commercial Drive')).toMatchObject({ lineStated: false, lineAlias: undefined });
  expect(reader.lineOf('Commercial Drive')).toBeUndefined();
  // Its words tell a name no more than a line's do.
  expect(lineOf('Commercial Drive', 'Medicare')).toBe('Medicare (traditional)');
});

test('a line of a brand holds where no name says one: of the brand that decided, then the plan’s, then the payer’s', () => {
  expect(reader.read('Quillfern', '')).toMatchObject({ line: 'Behavioral', lineStated: true });
  // Aetna decides, and says no line; the plan's brand does.
  expect(reader.read('Aetna', 'Quillfern')).toMatchObject({ parent: 'Aetna', line: 'Behavioral' });
  expect(reader.read('Quillfern', 'Aetna')).toMatchObject({ parent: 'Aetna', line: 'Behavioral' });
  expect(reader.read('Silverscript', 'Goldscript')).toMatchObject({
    parent: 'Gold',
    line: 'Medicare supplement',
  });
  // The payer's own parent before a plan's brand of none.
  expect(reader.read('Silverscript', 'Quillfern')).toMatchObject({
    parent: 'Silver',
    line: 'Medicare Advantage',
  });
  expect(reader.read('Silverscript', 'Medicaid').line).toBe('Medicaid / CHIP');
});

test('of two parents the one named last, of one known and one not the known one', () => {
  expect([parentOf('Aetna Cigna'), parentOf('Cigna Aetna')]).toEqual(['Cigna', 'Aetna']);
  expect([parentOf('Aetna Quillfern'), parentOf('Quillfern Aetna')]).toEqual(['Aetna', 'Aetna']);
  expect(parentOf('Quillfern', 'Quillfern')).toBe('Other');
});

test('another spelling is put right wherever it stands, and as often', () => {
  expect(lineOf('Nobody', 'MCAID')).toBe('Medicaid / CHIP');
  expect(lineOf('Nobody', 'Mcaid then Mcaid')).toBe('Medicaid / CHIP');
  expect(reader.read('Nobody', 'PPO Mcare FFS plan').lineAlias?.words).toBe('medicare fee for service');
  expect(reader.lineOf('mcaid mcare ffs')).toBe('Medicaid / CHIP');
});

test('a slip is forgiven in brands and lines only, and only where nothing is found without', () => {
  // A product, a generic word and another spelling with a slip are none.
  expect(reader.read('Nobody', 'Openacces').lineStated).toBe(false);
  expect(lineOf('Comunity', 'Medicare')).toBe('Medicare Advantage');
  expect(lineOf('Community', 'Medicare')).toBe('Medicare (traditional)');
  expect(reader.read('Nobody', 'Mcare ffss').lineAlias).toBeUndefined();
  // A line with a slip tells a name to a brand that counts alone.
  expect([parentOf('Blue Sky Commercial'), parentOf('Blue Sky Commercal')]).toEqual(['Sky', 'Other']);
  expect([parentOf('Silverscrpt'), parentOf('Aetna Silverscrpt')]).toEqual(['Silver', 'Aetna']);
  expect(reader.isNotAPayer('Grosscharg')).toBe(false);
});

test('a price of nobody that counts alone is the whole of a name', () => {
  expect(
    ['Minimum', 'a Minimum', 'Minimum a', 'a Minimum b', 'Grosscharge a'].map((name) =>
      reader.isNotAPayer(name),
    ),
  ).toEqual([true, false, false, false, true]);
});

test('a line with a slip is a line, and no name of the payer', () => {
  expect(reader.read('Nobody', 'Commercal')).toMatchObject({ line: 'Commercial', lineStated: true });
  expect(lineOf('Comercial', 'Medicare')).toBe('Medicare (traditional)');
});
