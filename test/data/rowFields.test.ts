import { describe, expect, test } from 'vitest';
import { excerpt } from '../../src/data/excerpt.ts';
import { readTable } from '../../src/data/readTable.ts';
import { RowFields } from '../../src/data/rowFields.ts';

/** A cell read by one of the ways there are, and what is told of it. */
function read<Value>(text: string, of: (fields: RowFields<'cell'>) => Value) {
  const fields = new RowFields<'cell'>('a.csv', 7, ['first', text], new Map([['cell', 1]]));
  const value = of(fields);
  return fields.problems.length === 0 ? value : fields.problems.map(({ message }) => message);
}

describe('a cell', () => {
  test('is text as it stands; one that is not there is blank', () => {
    expect(read(' a ', (fields) => fields.text('cell'))).toBe(' a ');
    const none = new RowFields<'cell'>('a.csv', 7, ['first'], new Map([['cell', 1]]));
    expect(none.text('cell')).toBe('');
    expect(new RowFields<'cell'>('a.csv', 7, ['first'], new Map()).text('cell')).toBe('');
  });

  test('may have to hold something', () => {
    expect(read('a', (fields) => fields.required('cell'))).toBe('a');
    expect(read('', (fields) => fields.required('cell'))).toEqual([
      'The cell is blank; a value is needed here.',
    ]);
  });

  test.each<[string, number | readonly string[]]>([
    ['0', 0],
    ['12', 12],
    ['123456789012345', 123_456_789_012_345],
    ['1234567890123456', ['This is not a whole number such as 12.']],
    ['-1', ['This is not a whole number such as 12.']],
    ['1.0', ['This is not a whole number such as 12.']],
    ['x1', ['This is not a whole number such as 12.']],
    ['', ['This is not a whole number such as 12.']],
  ])('whole number %j', (text, value) => {
    expect(read(text, (fields) => fields.whole('cell'))).toEqual(value);
  });

  const noYear = ['This is not a year, a year and month or a date such as 2021-08-20.'];
  test.each<[string, number | readonly string[]]>([
    ['1999', 1999],
    ['2021', 2021],
    ['2021-08', 2021],
    ['2021-08-20', 2021],
    ['1899', noYear],
    ['2100', noYear],
    ['2021-8', noYear],
    ['2021-08-2', noYear],
    ['2021-08-20T00', noYear],
    ['x2021', noYear],
  ])('year of %j', (text, value) => {
    expect(read(text, (fields) => fields.yearOf('cell'))).toEqual(value);
  });

  test.each<[string, number | readonly string[]]>([
    ['0', 0],
    ['36.50', 3650],
    ['-0.01', ['This is not a dollar amount such as 36.50.']],
    ['x', ['This is not a dollar amount such as 36.50.']],
  ])('dollars %j', (text, value) => {
    expect(read(text, (fields) => fields.dollars('cell'))).toEqual(value);
  });

  const noDecimals = ['This is not a number with at most 3 decimals.'];
  test.each<[string, number | readonly string[]]>([
    ['1.064', 1064],
    ['1', 1000],
    ['1.', 1000],
    ['1.5', 1500],
    ['0.001', 1],
    ['123456789', 123_456_789_000],
    ['1234567890', noDecimals],
    ['1.0640', noDecimals],
    ['.5', noDecimals],
    ['-1', noDecimals],
    ['1.0x', noDecimals],
  ])('three decimals of %j', (text, value) => {
    expect(read(text, (fields) => fields.fixed('cell', 3))).toEqual(value);
  });

  test('one of a few words, the blank told as such', () => {
    const words = ['', 'one', 'two'] as const;
    expect(read('two', (fields) => fields.oneOf('cell', words))).toBe('two');
    expect(read('', (fields) => fields.oneOf('cell', words))).toBe('');
    expect(read('One', (fields) => fields.oneOf('cell', words))).toEqual([
      'This is not one of (blank), one, two.',
    ]);
  });

  test('an id of a dictionary', () => {
    const ids = new Map([
      ['p0', 0],
      ['p1', 1],
    ]);
    expect(read('p1', (fields) => fields.indexIn('cell', ids, 'provider'))).toBe(1);
    expect(read('p0', (fields) => fields.indexIn('cell', ids, 'provider'))).toBe(0);
    expect(read('p2', (fields) => fields.indexIn('cell', ids, 'provider'))).toEqual([
      'No provider of the release has this id.',
    ]);
  });

  test('a place, or none where none is stated', () => {
    const noPlace = ['This is not the postal code of one of the 53 places, such as TX.'];
    expect(read('TX', (fields) => fields.place('cell'))).toBe('TX');
    expect(read('tx', (fields) => fields.place('cell'))).toEqual(noPlace);
    expect(read('', (fields) => fields.place('cell'))).toEqual(noPlace);
    expect(read('', (fields) => fields.placeOrNone('cell'))).toBe('');
    expect(read('TX', (fields) => fields.placeOrNone('cell'))).toBe('TX');
    expect(read('ZZ', (fields) => fields.placeOrNone('cell'))).toEqual(noPlace);
  });

  test('words joined with a bar', () => {
    expect(read('a|b', (fields) => fields.list('cell'))).toEqual(['a', 'b']);
    expect(read('', (fields) => fields.list('cell'))).toEqual([]);
  });
});

test('a problem quotes its cell, 80 characters of it at most', () => {
  expect([excerpt('a'.repeat(80)).length, excerpt('a'.repeat(81))]).toEqual([80, `${'a'.repeat(79)}…`]);
  const fields = new RowFields<'cell'>('a.csv', 7, ['b'.repeat(99)], new Map([['cell', 0]]));
  fields.fail('cell', 'Why.');
  expect(fields.problems).toEqual([
    { file: 'a.csv', line: 7, column: 'cell', found: `${'b'.repeat(79)}…`, message: 'Why.', leftOut: true },
  ]);
});

describe('a table', () => {
  const table = (text: string) =>
    readTable(text, 'a.csv', ['id', 'count'], (fields) => [fields.required('id'), fields.whole('count')]);

  test('is read by its headings in any order; lines with a problem are left out', () => {
    expect(table('other,count,id\nx,1,a\nx,many,b\nx,,\nx,2,c\n')).toMatchObject({
      rows: [
        ['a', 1],
        ['c', 2],
      ],
      present: 4,
      leftOut: 2,
      problems: [{ line: 3 }, { line: 4, column: 'id' }, { line: 4, column: 'count' }],
    });
  });

  test('without a heading is left out as a whole, with one problem', () => {
    expect(table('id,other\na,1\nb,2\n')).toEqual({
      rows: [],
      present: 2,
      leftOut: 2,
      problems: [
        {
          file: 'a.csv',
          line: 1,
          column: '',
          found: 'id,other',
          message: 'The heading lacks count; no line could be read.',
          leftOut: true,
        },
      ],
    });
    expect(table('x\n1\n').problems[0]?.message).toBe('The heading lacks id, count; no line could be read.');
  });

  test('that is none says so once', () => {
    const { rows, problems } = table('<!doctype html><html></html>');
    expect(rows).toEqual([]);
    expect(problems).toHaveLength(1);
    expect(problems[0]?.message).not.toMatch(/heading lacks/);
  });
});
