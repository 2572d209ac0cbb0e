import { describe, expect, test } from 'vitest';
import {
  readSavedTables,
  type SavedKind,
  type SavedPart,
  savedKind,
} from '../../../src/data/intake/savedTables.ts';
import { rateColumns } from '../../../src/data/readRateFile.ts';

const providers = 'id,name,place,identifier,system\np1,Pecan PT,TX,,\np2,Juneau PT,AK,,\n';
const plans = 'id,payer_raw,plan,payer,parent,line\nn1,AETNA,,aetna,,Commercial\n';
const sourceColumns =
  'id,name,publisher,place,kind,date,year,published_url,sha256,carried_by,path,confidence,rows,flags';
const sources = `${sourceColumns}\ns1,mine.csv,Quillfern,TX,own,2026-01,2026,,,,,,1,\n`;
const rateLine = (provider: string, dollars: string) =>
  `${provider === 'p1' ? 'TX' : 'AK'},${provider},n1,CPT,,outpatient,facility,${dollars},fee schedule,s1,,1`;
const rates = (...lines: readonly string[]) => `${[rateColumns.join(','), ...lines].join('\n')}\n`;

const dictionaries: readonly (readonly [SavedKind, string])[] = [
  ['providers', providers],
  ['plans', plans],
  ['sources', sources],
];

/** Rates by file, with the dictionaries beside them unless others are given. */
function read(
  files: Readonly<Record<string, string>>,
  beside: readonly (readonly [SavedKind, string])[] = dictionaries,
) {
  const parts = new Map<SavedKind, SavedPart[]>();
  for (const [kind, text] of beside)
    parts.set(kind, [
      ...(parts.get(kind) ?? []),
      { file: `${parts.get(kind) ? 'two/' : ''}${kind}.csv`, text },
    ]);
  parts.set(
    'rates',
    Object.entries(files).map(([file, text]) => ({ file, text })),
  );
  return readSavedTables(parts);
}
const told = ({ files }: ReturnType<typeof read>) =>
  files
    .filter(({ file }) => !/^(providers|plans|sources)/.test(file))
    .map(({ file, present, read: count, refusal, notes }) => [file, present, count, refusal, notes]);

describe('a part is known by its header', () => {
  test.each<[string, SavedKind | undefined]>([
    [rateColumns.join(','), 'rates'],
    [`\uFEFF${rateColumns.toReversed().join(',')}\r\nmore`, 'rates'],
    [providers, 'providers'],
    [plans, 'plans'],
    [sources, 'sources'],
    ['id,name,place,identifier', undefined],
    ['name,id\nid,name,place,identifier,system', undefined],
    ['', undefined],
  ])('%j', (start, kind) => {
    expect(savedKind(start)).toBe(kind);
  });
});

describe('saved rates put together', () => {
  test('each code from its national file; a state’s repeats it and is not read', () => {
    const found = read({
      'mine.zip/rates/97110/TX.csv': rates(rateLine('p1', '30.00')),
      'mine.zip/rates/97110/national.csv': rates(rateLine('p1', '30.00'), rateLine('p2', '40.00')),
      'mine.zip/rates/97140/AK.csv': rates(rateLine('p2', '50.00')),
    });
    expect(found.tables.map(({ code, length, cents }) => [code, length, [...cents]])).toEqual([
      ['97110', 2, [3000, 4000]],
      ['97140', 1, [5000]],
    ]);
    expect(found.publishers).toEqual(['Quillfern']);
    expect(found.tables[0]?.providers).toBe(found.tables[1]?.providers);
    expect(told(found)).toEqual([
      [
        'mine.zip/rates/97110/TX.csv',
        0,
        0,
        '',
        ['Its lines stand in national.csv, too, and are read there.'],
      ],
      ['mine.zip/rates/97110/national.csv', 2, 2, '', []],
      ['mine.zip/rates/97140/AK.csv', 1, 1, '', []],
    ]);
    expect(found.files.slice(0, 3).map(({ file, present, read: count }) => [file, present, count])).toEqual([
      ['providers.csv', 2, 2],
      ['plans.csv', 1, 1],
      ['sources.csv', 1, 1],
    ]);
  });

  test('states alone are a table each, whichever way the folder is written', () => {
    const found = read({
      '97110/TX.csv': rates(rateLine('p1', '30.00')),
      'rates\\97110\\AK.CSV': rates(rateLine('p2', '40.00')),
    });
    expect(found.tables.map(({ code, length }) => [code, length])).toEqual([
      ['97110', 1],
      ['97110', 1],
    ]);
  });

  test('a file that is not in a code’s folder says so', () => {
    const refusal = 'A file of rates is known by its folder: drop the folder it lies in, or its zip.';
    for (const file of ['TX.csv', 'rates/TX.csv/x', '971/TX.csv', '971100/TX.csv', '97110/TX.txt'])
      expect(told(read({ [file]: rates(rateLine('p1', '30.00')) }))).toEqual([[file, 0, 0, refusal, []]]);
  });

  test('without any one of the dictionaries nothing is read', () => {
    const refusal = 'Rates in our own form need providers.csv, plans.csv and sources.csv of the same folder.';
    for (const [missing] of dictionaries) {
      const found = read(
        { '97110/TX.csv': rates(rateLine('p1', '30.00')) },
        dictionaries.filter(([kind]) => kind !== missing),
      );
      expect(found.tables).toEqual([]);
      expect(told(found)).toEqual([['97110/TX.csv', 0, 0, refusal, []]]);
    }
  });

  test('a second dictionary is another folder’s', () => {
    const found = read({ '97110/TX.csv': rates(rateLine('p1', '30.00')) }, [
      ...dictionaries,
      ['plans', plans],
    ]);
    expect(found.tables).toHaveLength(1);
    expect(told(found)[0]).toEqual([
      'two/plans.csv',
      0,
      0,
      'Another plans.csv came before it: open rates of two folders one after the other.',
      [],
    ]);
  });

  test('lines that cannot be read are told and the others stay', () => {
    const found = read({ '97110/TX.csv': rates(rateLine('p1', '30.00'), rateLine('p9', '40.00')) });
    expect(found.files.at(-1)).toMatchObject({
      present: 2,
      read: 1,
      problems: [{ line: 3, column: 'provider', leftOut: true }],
    });
  });

  test('nothing is nothing', () => {
    expect(readSavedTables(new Map())).toEqual({ tables: [], publishers: [], files: [] });
  });
});
