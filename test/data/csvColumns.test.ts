import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CsvBlock } from '../../src/data/csvBlock.ts';
import { CsvStream } from '../../src/data/csvStream.ts';
import { centsColumn, wholeColumn } from '../../src/data/numberColumns.ts';
import { readCsv } from '../../src/data/readCsv.ts';
import { WordColumn } from '../../src/data/wordColumn.ts';
import { parseDollars } from '../../src/domain/money.ts';

interface Column {
  readonly addBlock: (block: CsvBlock) => void;
  readonly addText: (text: string) => void;
}

/** Reads the second of two columns. */
function fill<Filled extends Column>(column: Filled, bytes: Uint8Array): Filled {
  const stream = new CsvStream('a.csv', () => ({
    block(block) {
      column.addBlock(block);
      return true;
    },
    row({ cells }) {
      column.addText(cells[1] ?? '');
      return true;
    },
  }));
  stream.end(bytes);
  return column;
}

const secondCells = (bytes: Uint8Array) =>
  readCsv(new TextDecoder().decode(bytes), 'a.csv').rows.map(({ cells }) => cells[1] ?? '');

const fileOf = (cells: readonly string[]) =>
  new TextEncoder().encode(['line,cell', ...cells.map((cell, index) => `${index},${cell}`), ''].join('\n'));

/** A column's words, cell by cell and once each; and what they must be. */
function wordsOf(bytes: Uint8Array) {
  const { ids, length, words } = fill(new WordColumn(1), bytes);
  const cells = secondCells(bytes);
  return {
    ids: [...ids.subarray(0, length)],
    read: { cells: Array.from(ids.subarray(0, length), (id) => words[id]), words },
    expected: { cells, words: [...new Set(cells)] },
  };
}

describe('a column of words', () => {
  test('numbers each distinct text in the order it first appears, quoted or not', () => {
    const cells = ['Aetna', 'Cigna', '"Aetna"', '"Blue ""X"""', 'Aetna ', '"Blue ""X"""', ''];
    const { ids, read, expected } = wordsOf(fileOf(cells));
    expect(ids).toEqual([0, 1, 0, 2, 3, 2, 4]);
    expect(read).toEqual(expected);
  });

  test('holds more words than it has room for at first', () => {
    const cells = Array.from({ length: 20_000 }, (_, index) => `payer ${(index * 7919) % 9001}`);
    const { read, expected } = wordsOf(fileOf(cells));
    expect(read).toEqual(expected);
  });

  test('spells bytes that are no UTF-8 as the decoder does, and alike ones alike', () => {
    const bytes = fileOf(['?A', '?A', '\uFFFDA', 'é']).map((byte) => (byte === 0x3f ? 0x9c : byte));
    bytes[bytes.indexOf(0x9c)] = 0x9d;
    const { read, expected } = wordsOf(bytes);
    expect(read.words).toEqual(['\uFFFDA', 'é']);
    expect(read).toEqual(expected);
  });

  test('is what PapaParse reads, whatever the cells', () => {
    const cell = fc.oneof(
      fc.constantFrom('Aetna', 'Aetna PPO', '"Aetna"', '"a, b"', 'é', '', '"x""y"', '\uFEFFb'),
      fc.string({ maxLength: 12 }),
    );
    fc.assert(
      fc.property(fc.array(cell, { maxLength: 60 }), (cells) => {
        const { read, expected } = wordsOf(fileOf(cells));
        expect(read).toEqual(expected);
      }),
    );
  });
});

describe('a column of money', () => {
  const number = fc.oneof(
    fc.constantFrom(
      '36.5',
      '$1,234.50',
      '-3.00',
      '1.005',
      '1.0049',
      '.07',
      '7.',
      '.',
      '',
      ' 5 ',
      'N/A',
      '12%',
    ),
    fc.constantFrom(
      '"1,234"',
      '999999999.995',
      '1000000000',
      '99999999999',
      '100000000000',
      '0',
      '-0',
      '1.2.3',
    ),
    fc.tuple(fc.nat(99_999), fc.nat(99_999)).map(([whole, decimals]) => `${whole}.${decimals}`),
    fc.double({ noNaN: true }).map(String),
    fc.string({ maxLength: 5 }),
  );

  test('is what parseDollars reads, to the cent', () => {
    fc.assert(
      fc.property(fc.array(number, { maxLength: 60 }), (cells) => {
        const bytes = fileOf(cells);
        const column = fill(centsColumn(1), bytes);
        const expected = secondCells(bytes).map((cell) => parseDollars(cell) ?? Number.NaN);
        expect([...column.values.subarray(0, column.length)]).toEqual(expected);
      }),
      { numRuns: 500 },
    );
  });

  test('rounds further decimals half away from zero, in decimal digits', () => {
    const column = fill(
      centsColumn(1),
      fileOf(['1.005', '1.00499', '0.015', '2.675', '.005', '12', '12.', '12.3']),
    );
    expect([...column.values.subarray(0, 8)]).toEqual([101, 100, 2, 268, 1, 1200, 1200, 1230]);
  });
});

test('a column of whole numbers takes digits only', () => {
  const cells = ['0', '007', '123456789012345', '1234567890123456', '-1', '1.0', '', ' 1'];
  const column = fill(wholeColumn(1), fileOf(cells));
  const absent = Number.NaN;
  expect([...column.values.subarray(0, column.length)]).toEqual([
    0,
    7,
    123456789012345,
    ...Array(5).fill(absent),
  ]);
});
