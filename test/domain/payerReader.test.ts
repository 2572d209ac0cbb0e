import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readAliases } from '../../src/data/readAliases.ts';
import { readCsv } from '../../src/data/readCsv.ts';
import { payerBySourceName, payers, planLines } from '../../src/domain/payer.ts';
import type { AliasKind, PayerAlias } from '../../src/domain/payerAlias.ts';
import { payerReader } from '../../src/domain/payerReader.ts';

const table = readAliases(readFileSync('sources/payer-aliases.csv', 'utf8'), 'payer-aliases.csv');
const reader = payerReader(table.rows);

function rowsOf(path: string): readonly (readonly string[])[] {
  return readCsv(readFileSync(path, 'utf8'), path).rows.map(({ cells }) => cells);
}

function parentOf(payer: string, plan: string): string {
  return reader.isNotAPayer(payer) ? '(not a payer)' : reader.read(payer, plan).parent;
}

test('every row of the table is read', () => {
  expect(table.problems).toEqual([]);
  expect(table.rows).toHaveLength(table.present);
});

describe('payer and line by printed names', () => {
  test.each([
    ['Aetna', '', 'aetna', 'Commercial', false],
    ['AETNA HMO/PPO', '', 'aetna', 'Commercial', true],
    ['Meritain Health', '', 'aetna', 'Commercial', false],
    ['BCBS_TEXAS', '', 'bcbs', 'Commercial', false],
    ['Anthem Blue Cross', 'PPO', 'bcbs', 'Commercial', true],
    ['Highmark', '', 'bcbs', 'Commercial', false],
    ['Regence', '', 'bcbs', 'Commercial', false],
    ['CIGNA [1006]', '', 'cigna', 'Commercial', false],
    ['UMR', '', 'uhg', 'Commercial', false],
    ['UHC', 'Choice Plus', 'uhg', 'Commercial', true],
    ['Optum', 'Commercial', 'uhg', 'Commercial', true],
    ['United', '', 'uhg', 'Commercial', false],
    ['United of Omaha', '', 'other', 'Commercial', false],
    ['Humana', '', 'humana', 'Commercial', false],
    ['Kaiser Permanente', '', 'kaiser', 'Commercial', false],
    ['Moda Health', '', 'other', 'Commercial', false],
    ['Aetna', 'Medicare', 'medicare-advantage', 'Medicare Advantage', true],
    ['HUMANA MCR ADV', '', 'medicare-advantage', 'Medicare Advantage', true],
    ['Medicare', '', 'medicare', 'Medicare (traditional)', true],
    ['Medicare', 'Part B', 'medicare', 'Medicare (traditional)', true],
    ['NC Medicare Part B', '', 'medicare', 'Medicare (traditional)', true],
    ['VA Medicare Part B', '', 'medicare', 'Medicare (traditional)', true],
    ['Medicare Advantage', '', 'medicare-advantage', 'Medicare Advantage', true],
    ['AETNA BETTER HEALTH OF OHIO', '', 'medicaid', 'Medicaid / CHIP', true],
    ['State of Alaska', 'Workers Comp', 'workers-comp', "Workers' comp / auto", true],
    ["Workers' Compensation", '', 'workers-comp', "Workers' comp / auto", true],
    ['Humana: Tricare', '', 'tricare', 'Tricare/VA', true],
    ['Optum', 'VACCN', 'tricare', 'Tricare/VA', true],
    ['VA', '', 'tricare', 'Tricare/VA', true],
    ['VA BCBS', '', 'bcbs', 'Commercial', false],
    ['BCBS MA', '', 'bcbs', 'Commercial', false],
    ['Humana', 'MA', 'medicare-advantage', 'Medicare Advantage', true],
    ['Aetna', 'Qualified Health Plan', 'aetna', 'Exchange / individual', true],
    ['Aetna Commercial', 'Exchange', 'aetna', 'Exchange / individual', true],
    ['Evernorth (Cigna Behavioral Health)', 'Commercial', 'other', 'Behavioral', true],
    ['Aetna', 'Medicare Transplant', 'other', 'Unspecified', true],
    ['Blue Cross Medi-Cal', 'Anthem Blue Cross', 'medicaid', 'Medicaid / CHIP', true],
    ['MEDICAL MUTUAL OF OHIO', 'PPO', 'other', 'Commercial', true],
    ['Ambetter', '', 'other', 'Exchange / individual', true],
    ['Highmark Senior Health PA', '', 'medicare-advantage', 'Medicare Advantage', true],
    // A payer of the published 97760 table that must not enter commercial averages: it manages workers' compensation.
    ['ARMS - CORVEL', '', 'workers-comp', "Workers' comp / auto", true],
    ['Sedgwick CMS', '', 'workers-comp', "Workers' comp / auto", true],
    ['Gallagher Bassett', '', 'workers-comp', "Workers' comp / auto", true],
    // Humana's Medicare Advantage HMO by its name alone; another company's gold plan is not.
    ['Humana Gold Plus HMO', '', 'medicare-advantage', 'Medicare Advantage', true],
    ['BCBS', 'Gold Plus HMO', 'bcbs', 'Commercial', true],
    ['Humana', 'Gold Plus', 'medicare-advantage', 'Medicare Advantage', true],
    ['HUMANA [1014]', 'Gold Plus HMO', 'medicare-advantage', 'Medicare Advantage', true],
    ['Humana', 'Commercial Gold Plus', 'humana', 'Commercial', true],
    // Sold to members of 65 and over, as one thing or another: not commercial in any case.
    ['AARP', '', 'other', 'Unspecified', true],
    ['AARP Medicare Complete', '', 'medicare-advantage', 'Medicare Advantage', true],
    ['UHC', 'AARP', 'other', 'Unspecified', true],
    // Brands under which insurers sell Medicare Advantage alone.
    ['Humana', 'HumanaChoice PPO', 'medicare-advantage', 'Medicare Advantage', true],
    ['Anthem MediBlue', '', 'medicare-advantage', 'Medicare Advantage', true],
    ['Highmark', 'Freedom Blue PPO', 'medicare-advantage', 'Medicare Advantage', true],
    ['UPMC for Life', '', 'medicare-advantage', 'Medicare Advantage', true],
    // Insurers and administrators of work accidents.
    ['Travelers', '', 'workers-comp', "Workers' comp / auto", true],
    ['LIBERTY MUTUAL', '', 'workers-comp', "Workers' comp / auto", true],
    ['ONE CALL - (Indemnity)', '', 'workers-comp', "Workers' comp / auto", true],
    ['The Hartford', '', 'workers-comp', "Workers' comp / auto", true],
    ['Zurich', '', 'workers-comp', "Workers' comp / auto", true],
    ['Zurich American Insurance', '', 'workers-comp', "Workers' comp / auto", true],
    ['Lake Zurich Schools', 'PPO', 'other', 'Commercial', true],
    // Not The Hartford, but a hospital group's own plan.
    ['Hartford HealthCare', 'Employee PPO', 'other', 'Commercial', true],
  ])('%s, %s', (payerText, planText, payer, line, lineStated) => {
    expect(reader.read(payerText, planText)).toMatchObject({ payer, line, lineStated });
  });

  test('the plan decides before the payer where it names a parent, and not where it names none', () => {
    expect(reader.read('UNITED HEALTHCARE ALTERNATE [1020]', 'HB AMC HPHC ALLIANCE PPO').parent).toBe(
      'Harvard Pilgrim / Tufts (Point32Health)',
    );
    expect(reader.read('Kaiser Northern Ca', 'Multiplan').parent).toBe(
      'MultiPlan / Claritev (rental network)',
    );
    expect(reader.read('Aetna', 'Banner Employee Plans').parent).toBe('Aetna');
  });

  test('a stated line wins over what the names suggest, and keeps the parent', () => {
    expect(reader.read('Aetna', 'PPO', 'Medicaid / CHIP')).toMatchObject({
      payer: 'medicaid',
      line: 'Medicaid / CHIP',
      lineStated: true,
      parent: 'Aetna',
    });
  });

  test('says which rows decided', () => {
    const { brandAlias, lineAlias } = reader.read('BCBSTX', 'Medicare Advantage HMO');
    expect([brandAlias?.words, lineAlias?.words]).toEqual(['bcbs*', 'medicare advantage*']);
  });

  test('one slip in a long word is forgiven, in a short one not', () => {
    expect(reader.read('UnitedHealhCareCommercialOther', '').parent).toBe('UnitedHealth Group');
    expect(reader.read('Mutlipaln', '').parent).toBe('Other'); // two slips
    expect(reader.read('Multplan', '').parent).toBe('MultiPlan / Claritev (rental network)');
    expect(reader.read('Union Health', '').parent).toBe('Other'); // Unison Health
    expect(reader.read('Medicare Advantage', '').parent).toBe('Other'); // Advantra
    expect(reader.read('Regency', '').parent).toBe('Other'); // Regence is one letter away
    expect(reader.read('Some Company', 'Commerical').lineStated).toBe(true);
  });

  test('names that look like a payer’s', () => {
    for (const name of [
      'Kaiser Aluminum',
      'Oscar Mayer',
      'Blue Ridge Health',
      'United Mine Workers',
      'United Steelworkers',
      'Medical Mutual Liability Society',
      'Humane Society',
      'Great West Life',
    ]) {
      expect(reader.read(name, '').parent, name).toBe('Other');
    }
  });

  test('lines by name', () => {
    expect(reader.lineOf('Commercial')).toBe('Commercial');
    expect(reader.lineOf('PPO')).toBe('Commercial');
    expect(reader.lineOf('Medicare FFS')).toBe('Medicare (traditional)');
    expect(reader.lineOf('MA-PD')).toBe('Medicare Advantage');
    expect(reader.lineOf('blue sky')).toBeUndefined();
    for (const line of planLines) expect(reader.lineOf(line), line).toBe(line);
  });

  test('prices nobody but the patient pays are no payers', () => {
    for (const name of ['Gross Charge', 'Discounted Cash Charge', 'Cash', 'Self-Pay', 'Uninsured', 'Min']) {
      expect(reader.isNotAPayer(name), name).toBe(true);
    }
    for (const name of ['Cashmere Health', 'Minnesota Blue', 'Grossmont Health', 'VillageCareMax']) {
      expect(reader.isNotAPayer(name), name).toBe(false);
    }
  });
});

describe('the rules by a small table', () => {
  const row = (kind: AliasKind, words: string, means = '', more: Partial<PayerAlias> = {}): PayerAlias => ({
    kind,
    words,
    means,
    match: 'anywhere',
    line: '',
    note: '',
    ...more,
  });
  const small = payerReader([
    row('brand', 'aetna', 'Aetna'),
    row('brand', 'quillfern', 'Other'),
    row('brand', 'silverscript', 'Aetna', { line: 'Medicare Advantage' }),
    row('brand', 'cigna', 'Cigna'),
    row('line', 'commercial', 'Commercial'),
    row('line', 'medicaid', 'Medicaid / CHIP'),
    row('line', 'medicare', 'Medicare (traditional)', { match: 'alone' }),
    row('line', 'marketplace', 'Exchange / individual'),
    row('line', 'veterans', 'Tricare/VA'),
    row('product', 'openaccess'),
    row('generic', 'health'),
    row('spelling', 'aetn', 'aetna'),
    row('not a payer', 'grosscharge'),
    row('not a payer', 'min', '', { match: 'alone' }),
  ]);

  test('a parent before none, then the one named last, in the plan before the payer', () => {
    expect(small.read('Aetna Quillfern', '').parent).toBe('Aetna');
    expect(small.read('Quillfern Aetna', '').parent).toBe('Aetna');
    expect(small.read('Aetna Cigna', '').parent).toBe('Cigna');
    expect(small.read('Aetna', 'Cigna').parent).toBe('Cigna');
    expect(small.read('Aetna', 'Quillfern')).toMatchObject({ parent: 'Aetna', payer: 'aetna' });
    expect(small.read('Quillfern', '')).toMatchObject({ parent: 'Other', payer: 'other' });
    expect(small.read('Nobody', '')).toMatchObject({ parent: 'Other', payer: 'other', line: 'Commercial' });
  });

  test('a brand says its line where nothing else does', () => {
    expect(small.read('Silverscript', '')).toMatchObject({
      parent: 'Aetna',
      line: 'Medicare Advantage',
      payer: 'medicare-advantage',
      lineStated: true,
    });
    expect(small.read('Silverscript', 'Medicaid').line).toBe('Medicaid / CHIP');
    // Of the brand that decided, else of one beside it.
    expect(small.read('Aetna', 'Silverscript').line).toBe('Medicare Advantage');
    expect(small.read('Silverscript', 'Cigna')).toMatchObject({
      parent: 'Cigna',
      line: 'Medicare Advantage',
    });
    expect(small.read('Aetna', '')).toMatchObject({ line: 'Commercial', lineStated: false });
  });

  test('a general line in the plan gives way to a particular one of the payer', () => {
    expect(small.read('Aetna Medicaid', 'Commercial').line).toBe('Medicaid / CHIP');
    expect(small.read('Aetna Medicaid', 'Marketplace').line).toBe('Medicaid / CHIP');
    expect(small.read('Aetna Commercial', 'Marketplace').line).toBe('Exchange / individual');
    expect(small.read('Aetna Commercial', 'Medicaid').line).toBe('Medicaid / CHIP');
    expect(small.read('Aetna Medicaid', '').line).toBe('Medicaid / CHIP');
    expect(small.read('Aetna', 'Commercial')).toMatchObject({ line: 'Commercial', lineStated: true });
  });

  test('Medicare by itself is Medicare, and a plan of a payer with a name is Medicare Advantage', () => {
    expect(small.read('Medicare', '')).toMatchObject({ line: 'Medicare (traditional)', payer: 'medicare' });
    expect(small.read('Medicare', 'Medicare').line).toBe('Medicare (traditional)');
    expect(small.read('Aetna', 'Medicare')).toMatchObject({ line: 'Medicare Advantage', parent: 'Aetna' });
    expect(small.read('Nobody', 'Medicare').line).toBe('Medicare Advantage');
    // States, numbers, products and generic words are no name.
    for (const payer of ['', 'TX 12', 'Texas Health', 'Open Access Health'])
      expect(small.read(payer, 'Medicare').line, payer).toBe('Medicare (traditional)');
    expect(small.read('Medicare Texas', '').line).toBe('Medicare (traditional)');
    expect(small.read('Medicare Nobody', '').line).toBe('Commercial');
  });

  test('government programs are their own parent where no company is named', () => {
    expect(small.read('Veterans', '')).toMatchObject({ parent: 'Tricare/VA', payer: 'tricare' });
    expect(small.read('Medicare', '').parent).toBe('Medicare (traditional)');
    expect(small.read('Medicaid', '')).toMatchObject({ parent: 'Other', payer: 'medicaid' });
    expect(small.read('Veterans', 'Aetna')).toMatchObject({ parent: 'Aetna', payer: 'tricare' });
  });

  test('a product says that there is a line, and another spelling is the name', () => {
    expect(small.read('Aetna', 'OpenAccess')).toMatchObject({ line: 'Commercial', lineStated: true });
    expect(small.read('Aetna OpenAccess', '').lineStated).toBe(true);
    // A slip is forgiven in no product and in no price of nobody.
    expect(small.read('Aetna', 'OpenAcces').lineStated).toBe(false);
    expect(small.read('Aetn', '').parent).toBe('Aetna');
    expect([small.isNotAPayer('GrossCharge'), small.isNotAPayer('GrossChrge')]).toEqual([true, false]);
    expect([small.isNotAPayer('min'), small.isNotAPayer('min health')]).toEqual([true, false]);
    expect([small.lineOf('OpenAccess'), small.lineOf('OpenAcces'), small.lineOf('Medicaid')]).toEqual([
      'Commercial',
      undefined,
      'Medicaid / CHIP',
    ]);
  });

  test('the first row of the table that is found says the line', () => {
    expect(small.read('Medicaid Commercial', '').line).toBe('Commercial');
    expect(small.read('Aetna', 'Marketplace Medicaid').line).toBe('Medicaid / CHIP');
  });
});

describe('against names sorted by hand', () => {
  const unlisted = new Set(['Transplant / cell therapy', 'International', 'Corrections / government']);
  const names = rowsOf('sources/commercial/payer-name-variants.csv');
  const pairs = rowsOf('sources/commercial/payer-plan-variants.csv');

  test('of 420 payer names at least 97% have the right parent', () => {
    const right = names.filter(([raw = '', parent]) => parentOf(raw, '') === parent);
    expect(names).toHaveLength(420);
    expect(right.length / names.length).toBeGreaterThanOrEqual(0.97);
  });

  test('of 610 payers and plans at least 98% have the right parent, line and benchmark row', () => {
    const read = pairs
      .filter(([raw = '']) => !reader.isNotAPayer(raw))
      .map(([raw = '', plan = '', parent = '', line = '', payer = '']) => {
        const got = reader.read(raw, plan);
        // Transplant, foreign and custody lines are none of the product's: they count nowhere.
        const expected = unlisted.has(line) ? 'Unspecified' : line;
        return {
          parent: got.parent === parent,
          line: got.line === expected,
          payer: got.payer === payerBySourceName(payer)?.id,
        };
      });
    expect(pairs).toHaveLength(610);
    expect(read).toHaveLength(608);
    for (const part of ['parent', 'line', 'payer'] as const)
      expect(read.filter((each) => each[part]).length / read.length, part).toBeGreaterThanOrEqual(0.98);
  });

  test('of the names kept out of both lists at least 97% have the right parent', () => {
    const held = rowsOf('test/fixtures/payers/hold-out-names.csv');
    const known = new Set([...names, ...pairs].map(([raw = '']) => raw.toLowerCase()));
    expect(held.filter(([raw = '']) => known.has(raw.toLowerCase()))).toEqual([]);
    expect(held.length).toBeGreaterThanOrEqual(120);
    const right = held.filter(([raw = '', plan = '', parent]) => parentOf(raw, plan) === parent);
    expect(right.length / held.length).toBeGreaterThanOrEqual(0.97);
  });

  test('no row of the table is one of the listed names whole, unless a payer writes just that', () => {
    const brands = new Set(table.rows.filter(({ kind }) => kind === 'brand').map(({ words }) => words));
    const listed = names.filter(([raw = '']) => raw.split(/\W+/).length > 4 && brands.has(raw.toLowerCase()));
    expect(listed).toEqual([]);
  });
});

describe('any text', () => {
  const word = fc.oneof(
    fc.constantFrom('Aetna', 'BCBS', 'United', 'Medicare', 'MCD', 'PPO', 'VA', 'Blue', '[1001]', 'of', '/'),
    fc.string({ maxLength: 12, unit: 'grapheme' }),
  );
  const name = fc.array(word, { maxLength: 6 }).map((words) => words.join(' '));

  test('gives a payer and a line of the product, the same again, and whatever the case', () => {
    fc.assert(
      fc.property(name, name, (payer, plan) => {
        const got = reader.read(payer, plan);
        expect(payers.some(({ id }) => id === got.payer)).toBe(true);
        expect(planLines).toContain(got.line);
        expect(reader.read(payer, plan)).toEqual(got);
      }),
    );
    for (const { words } of table.rows.filter(
      ({ kind, match }) => kind === 'brand' && match === 'anywhere',
    )) {
      const plain = words.replace('*', '');
      expect(reader.read(plain.toUpperCase(), '').parent, words).toBe(reader.read(plain, '').parent);
    }
  });
});
