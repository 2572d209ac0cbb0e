import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { headingsOf } from '../../../src/data/csvLines.ts';
import { decodeText } from '../../../src/data/decodeText.ts';
import { CsvRecords } from '../../../src/data/formats/csvRecords.ts';
import { TextBytes } from '../../../src/data/formats/textBytes.ts';
import { readCsv } from '../../../src/data/readCsv.ts';
import { piecesOf } from '../../support/pieces.ts';

interface Lines {
  /** Usable rows as line and cells. */
  readonly rows: readonly (readonly [number, readonly string[]])[];
  /** Lines that hold no usable row. */
  readonly faults: readonly number[];
}

/** What `CsvRecords` makes of a file, judged as `readCsv` judges rows. */
function split(bytes: Uint8Array, delimiter: string, cuts: readonly number[]): Lines {
  let header: readonly string[] | undefined;
  const rows: [number, readonly string[]][] = [];
  const faults: number[] = [];
  const records = new CsvRecords(delimiter, (record) => {
    const { line, length, fault } = record;
    const cells = Array.from({ length }, (_, index) => record.text(index));
    const isFaulty = fault !== '';
    if (!isFaulty && cells.every((_, index) => record.isBlank(index))) return;
    if (header === undefined) {
      header = headingsOf(cells);
      records.width = header.length;
      return;
    }
    const used = cells.findLastIndex((cell) => cell.trim() !== '') + 1;
    const isHeader = header.every((name, i) => (cells[i] ?? '').replace(/\s+/g, ' ').trim() === name);
    if (isFaulty || record.holdsNul() || used > header.length || length < header.length || isHeader)
      faults.push(line);
    else rows.push([line, cells.slice(0, header.length)]);
  });
  const text = new TextBytes((piece) => records.write(piece));
  for (const piece of piecesOf(bytes, cuts)) text.write(piece);
  text.end();
  records.end();
  return { rows, faults };
}

function withReadCsv(text: string): Lines & { readonly delimiter: string; readonly isRead: boolean } {
  const csv = readCsv(text, 'file.csv');
  return {
    rows: csv.rows.map(({ line, cells }) => [line, cells]),
    faults: csv.problems.filter(({ leftOut }) => leftOut).map(({ line }) => line),
    delimiter: csv.delimiter,
    isRead: csv.headerLine > 0,
  };
}

function csvFiles(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(csv|tsv|txt)$/i.test(entry.name))
    .map((entry) => path.join(entry.parentPath, entry.name));
}

describe('records of a CSV', () => {
  const files = [
    ...csvFiles('test/fixtures'),
    ...csvFiles('sources/context'),
    'sources/commercial/rates.csv',
  ];

  it('are those readCsv finds, in every CSV of the fixtures and sources, however it is cut', () => {
    let rows = 0;
    for (const file of files) {
      const bytes = readFileSync(file);
      const expected = withReadCsv(decodeText(bytes).text);
      if (!expected.isRead) continue;
      const scattered = Array.from({ length: 40 }, (_, i) => i * 977 + 5);
      for (const cuts of [[1, 2, 3], scattered].slice(bytes.length > 1e6 ? 1 : 0)) {
        const found = split(bytes, expected.delimiter, cuts);
        expect(found.faults, file).toEqual(expected.faults);
        // As text: comparing 27,000 arrays takes vitest twenty seconds.
        expect(JSON.stringify(found.rows) === JSON.stringify(expected.rows), file).toBe(true);
      }
      rows += expected.rows.length;
    }
    expect(files.length).toBeGreaterThan(30);
    expect(rows).toBeGreaterThan(28_000);
  });

  const characters = fc.constantFrom('a', '1', ',', ',', '"', '"', '\n', '\n', '\r', ' ', '\t', 'é', ';');
  const texts = fc.oneof(
    fc.string({ unit: characters, maxLength: 120 }),
    fc
      .array(fc.array(fc.string({ unit: characters, maxLength: 5 }), { minLength: 2, maxLength: 4 }), {
        minLength: 1,
        maxLength: 12,
      })
      .map((rows) =>
        rows.map((cells) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')).join('\r\n'),
      ),
  );

  it('are those readCsv finds in any text, however it is cut', () => {
    fc.assert(
      fc.property(texts, fc.array(fc.nat(), { maxLength: 8 }), (body, cuts) => {
        const text = `h1,h2,h3\n${body}`;
        const { rows, faults } = withReadCsv(text);
        const bytes = new TextEncoder().encode(text);
        const places = cuts.map((cut) => cut % bytes.length);
        expect(split(bytes, ',', places)).toEqual({ rows, faults });
      }),
      { numRuns: 3000 },
    );
  });

  it('are the same in pieces of one byte', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const bytes = new TextEncoder().encode(text);
        const everywhere = Array.from({ length: bytes.length }, (_, index) => index);
        expect(split(bytes, ',', everywhere)).toEqual(split(bytes, ',', []));
      }),
    );
  });

  it('cost one line where a quote is never closed, and a quoted cell may run over 128 lines', () => {
    const open = `a,b\n1,"two\n${'3,4\n'.repeat(300)}`;
    const { rows, faults } = split(new TextEncoder().encode(open), ',', []);
    expect(faults).toEqual([2]);
    expect(rows.length).toBe(300);
    const long = `a,b\n1,"${'x\n'.repeat(127)}"\n3,4\n`;
    expect(split(new TextEncoder().encode(long), ',', []).rows.map(([line]) => line)).toEqual([2, 130]);
  });

  it('are read from UTF-16 of either order, and from Windows-1252', () => {
    const text = 'a,b\r\ncafé,“x”\r\n';
    const little = new Uint8Array([
      0xff,
      0xfe,
      ...new Uint8Array(new Uint16Array(Array.from(text, (c) => c.charCodeAt(0))).buffer),
    ]);
    const big = new Uint8Array(little.length);
    for (let at = 0; at < little.length; at += 2) big.set([little[at + 1] ?? 0, little[at] ?? 0], at);
    const western = new Uint8Array(Array.from(text, (c) => ({ '“': 0x93, '”': 0x94 })[c] ?? c.charCodeAt(0)));
    const utf8 = new TextEncoder().encode(`\uFEFF${text}`);
    for (const bytes of [little, big, western, utf8]) {
      const everywhere = Array.from({ length: bytes.length }, (_, index) => index);
      for (const cuts of [[], everywhere])
        expect(split(bytes, ',', cuts)).toEqual({ rows: [[2, ['café', '“x”']]], faults: [] });
    }
  });

  it('passes over a line longer than any table has, holding little of it', () => {
    let found = '';
    const records = new CsvRecords(',', ({ line, fault }) => {
      found += `${line}${fault} `;
    });
    records.write(new TextEncoder().encode('a,b\n'));
    const piece = new TextEncoder().encode('x'.repeat(1 << 20));
    for (let i = 0; i < 40; i++) records.write(piece);
    records.write(new TextEncoder().encode('\n1,2\n'));
    records.end();
    expect(found).toBe('1 2long 3 ');
  });
});
