import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { rateDictionaries } from '../../src/data/rateDictionaries.ts';
import { rateColumns, readRateFile } from '../../src/data/readRateFile.ts';
import { flagBit, type Plan, type Provider, type RateSource } from '../../src/domain/rateTable.ts';

const provider: Provider = { id: 'p1', name: 'Clinic', place: 'TX', identifier: '', system: '' };
const plan: Plan = { id: 'n1', payerRaw: 'Aetna', plan: '', payer: 'aetna', parent: '', line: 'Commercial' };
const source: RateSource = {
  id: 's1',
  name: 'file.csv',
  place: 'TX',
  kind: 'hospital',
  date: '2026',
  year: 2026,
  publishedUrl: '',
  sha256: '',
  carriedBy: '',
  confidence: '',
};
const ids = rateDictionaries([{ ...provider, id: 'p0', place: 'AK' }, provider], [plan], [source]);
const heading = rateColumns.join(',');
const good = 'TX,p1,n1,CPT,CQ|GP,outpatient,facility,38.50,fee schedule,s1,per_diem|very_low,3';

function read(...lines: string[]) {
  return readRateFile([heading, ...lines, ''].join('\n'), 'rates/97110/TX.csv', '97110', ids);
}

describe('readRateFile', () => {
  test('turns a line into columns: cents, indices, bits', () => {
    const { table, problems } = read(good, 'AK,p0,n1,HCPCS,,,,0.07,,s1,,1');
    expect(problems).toEqual([]);
    expect(table).toMatchObject({ code: '97110', length: 2 });
    expect([...table.cents]).toEqual([3850, 7]);
    expect([...table.provider]).toEqual([1, 0]);
    expect([...table.codeType]).toEqual([0, 1]);
    expect([...table.setting]).toEqual([1, 0]);
    expect([...table.flags]).toEqual([flagBit('per_diem') | flagBit('very_low'), 0]);
    expect([...table.modifier].map((at) => table.modifiers[at])).toEqual(['CQ|GP', '']);
    expect([...table.methodology].map((at) => table.methodologies[at])).toEqual(['fee schedule', '']);
    expect([...table.sourceRows]).toEqual([3, 1]);
    expect([...table.line]).toEqual([2, 3]);
  });

  test.each([
    ['provider', 'p1', 'p9', 'No provider of the release has this id.'],
    ['plan', 'n1', 'n9', 'No plan of the release has this id.'],
    ['source', 's1', 's9', 'No source of the release has this id.'],
    ['state', 'TX', 'AK', 'The provider of this line is filed under TX.'],
    ['state', 'TX', 'tx', 'This is not the postal code of one of the 53 places, such as TX.'],
    ['code_type', 'CPT', 'LOCAL', 'This is not one of CPT, HCPCS, APC.'],
    [
      'setting',
      'outpatient',
      'clinic',
      'This is not one of (blank), outpatient, inpatient, both, emergency.',
    ],
    ['rate', '38.50', '', 'This is not a dollar amount such as 36.50.'],
    ['', '38.50', '38,50', 'The line has 13 cells'],
    ['rate', '38.50', '"38,50"', 'This is not a dollar amount such as 36.50.'],
    ['rate', '38.50', '-38.50', 'This is not a dollar amount such as 36.50.'],
    ['rate', '38.50', '0.00', 'A rate is more than 0.00 and less than 42,949,672.96 dollars.'],
    ['rate', '38.50', '999999999', 'A rate is more than 0.00 and less than 42,949,672.96 dollars.'],
    ['flags', 'very_low', 'verylow', '"verylow" is not one of above_gross,'],
    ['source_rows', 'low,3', 'low,0', 'A rate stands for at least 1 published row.'],
    ['source_rows', 'low,3', 'low,2.5', 'This is not a whole number such as 12.'],
  ])('leaves out a line with a bad %s (%s → %s) and reads on', (column, right, wrong, told) => {
    const { table, present, leftOut, problems } = read(good.replace(right, wrong), good);
    expect([table.length, leftOut, present]).toEqual([1, 1, 2]);
    expect(table.cents[0]).toBe(3850);
    expect(problems.some((problem) => problem.line === 2 && problem.message.includes(told))).toBe(true);
    expect(problems.every((problem) => problem.leftOut)).toBe(true);
    expect(problems.map((problem) => problem.column)).toContain(column);
  });

  describe('the column count', () => {
    function readCounts(...lines: string[]) {
      return readRateFile([`${heading},count`, ...lines, ''].join('\n'), 'TX.csv', '97110', ids);
    }

    test('says how many providers an id stands for; blank is one', () => {
      const { table, problems } = readCounts(
        `${good},20`,
        `${good.replace('38.50', '40.00')},20`,
        'AK,p0,n1,CPT,,,,7.00,,s1,,1,',
      );
      expect(problems).toEqual([]);
      expect([...(table.counts ?? [])]).toEqual([1, 20]);
    });

    test.each([`${good},1`, `${good},`])('weighs nothing where every line is of one: %s', (line) => {
      expect(readCounts(line).table.counts).toBeNull();
    });

    test.each(['0', '-2', '2.5', 'many', '100000001'])('leaves out a line that counts %s', (count) => {
      const { table, leftOut, problems } = readCounts(`${good},${count}`, `${good},3`);
      expect([table.length, leftOut]).toEqual([1, 1]);
      expect(problems).toMatchObject([{ line: 2, column: 'count', found: count, leftOut: true }]);
      expect([...(table.counts ?? [])]).toEqual([1, 3]);
    });

    test('leaves out a line that counts its provider otherwise than an earlier one', () => {
      const { table, problems } = readCounts(`${good},20`, `${good},`, `${good},19`, `${good},20`);
      expect(table.length).toBe(2);
      expect(problems.map(({ line, column, message }) => [line, column, message])).toEqual([
        [3, 'count', 'An earlier line of this provider has 20.'],
        [4, 'count', 'An earlier line of this provider has 20.'],
      ]);
    });
  });

  test('tells nothing of the place or number of a provider that is not known', () => {
    const text = [`${heading},count`, 'AK,p0,n1,CPT,,,,7.00,,s1,,1,2', 'TX,p9,n1,CPT,,,,7.00,,s1,,1,3', ''];
    const { problems } = readRateFile(text.join('\n'), 'TX.csv', '97110', ids);
    expect(problems.map(({ line, column, found }) => [line, column, found])).toEqual([[3, 'provider', 'p9']]);
  });

  test('tells every fault of a line, and counts the line once', () => {
    const { leftOut, problems } = read('ZZ,p9,n9,CPT,,,,x,,s1,,1');
    expect(leftOut).toBe(1);
    expect(problems.map((problem) => problem.column)).toEqual(['provider', 'state', 'plan', 'rate']);
  });

  test('says which heading is missing instead of reading blanks', () => {
    const { table, present, leftOut, problems } = readRateFile(
      'state,provider,plan,rate\nTX,p1,n1,38.50\n',
      'TX.csv',
      '97110',
      ids,
    );
    expect([table.length, present, leftOut]).toEqual([0, 1, 1]);
    expect(problems).toHaveLength(1);
    expect(problems[0]?.message).toContain('The heading lacks code_type, modifier');
  });

  test('a web page is one problem and no rate', () => {
    const { table, problems } = readRateFile('<!doctype html><title>404</title>', 'TX.csv', '97110', ids);
    expect(table.length).toBe(0);
    expect(problems.map((problem) => problem.message)).toEqual(['This is a web page, not a CSV.']);
  });

  test('whatever the text, it does not throw, and read + left out = present', () => {
    const cell = fc.oneof(fc.constantFrom(...good.split(','), '"', '\n', ''), fc.string());
    const anyText = fc.oneof(
      fc.string(),
      fc
        .array(fc.array(cell, { minLength: 10, maxLength: 14 }))
        .map((lines) => [heading, ...lines.map((cells) => cells.join(','))].join('\n')),
      fc
        .array(fc.constantFrom(good, good.replace('p1', 'p9'), '', ',,,', '"'))
        .map((lines) => [heading, ...lines].join('\n')),
    );
    fc.assert(
      fc.property(anyText, (text) => {
        const { table, present, leftOut, problems } = readRateFile(text, 'any.csv', '97110', ids);
        expect(table.length + leftOut).toBe(present);
        expect(leftOut === 0 || problems.length > 0).toBe(true);
        expect(table.cents.every((cents) => cents > 0)).toBe(true);
      }),
    );
  });
});

test('a line says the same whether its cells are read by column or one by one', () => {
  const cell = (...texts: readonly string[]) => fc.constantFrom(...texts);
  const line = fc.tuple(
    cell('TX', 'TX', 'AK', 'tx', ''),
    cell('p1', 'p1', 'p0', 'p9'),
    cell('n1', 'n1', 'n9'),
    cell('CPT', 'HCPCS', 'cpt'),
    cell('', 'GP', 'CQ|GP'),
    cell('', 'outpatient', 'clinic'),
    cell('', 'facility', 'both'),
    cell('38.50', '0.07', '1.005', '0', '-1', '$5', '42949672.95', '42949672.96', 'n/a'),
    cell('', 'fee schedule', 'per diem'),
    cell('s1', 's1', 's9'),
    cell('', 'per_diem', 'per_diem|very_low', 'odd|per_diem'),
    cell('1', '3', '0', '00', 'x'),
    cell('', '1', '', '25', '0', 'x'),
  );
  fc.assert(
    fc.property(fc.array(line, { maxLength: 40 }), (lines) => {
      const readCounted = (...rows: readonly string[]) =>
        readRateFile([`${heading},count`, ...rows].join('\n'), 'rates/97110/TX.csv', '97110', ids);
      const plain = readCounted(...lines.map((cells) => cells.join(',')));
      // PapaParse passes over the space behind a closing quote; the byte reader leaves such a line to it.
      const odd = readCounted(...lines.map(([state, ...cells]) => [`"${state}" `, ...cells].join(',')));
      expect(odd).toEqual(plain);
    }),
    { numRuns: 300 },
  );
});

test('reads bytes as it reads text', () => {
  const text = [heading, good, good, ''].join('\n');
  const bytes = new TextEncoder().encode(text);
  expect(readRateFile(bytes, 'rates/97110/TX.csv', '97110', ids)).toEqual(read(good, good));
  // One buffer for all pieces, as of a file on disk.
  function* pieces(size: number): Generator<Uint8Array> {
    const buffer = new Uint8Array(size);
    for (let at = 0; at < bytes.length; at += size) {
      const piece = bytes.subarray(at, at + size);
      buffer.set(piece);
      yield buffer.subarray(0, piece.length);
    }
  }
  for (const size of [1, 7, 1000])
    expect(readRateFile(pieces(size), 'rates/97110/TX.csv', '97110', ids)).toEqual(read(good, good));
});
