import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readOwnRatesFile } from '../../src/data/ownRatesFile.ts';
import { shippedAliases } from '../support/releaseData.ts';

/**
 * Each `test/fixtures/bad-files/NAME.csv` is wrong in the way its name says; `NAME.expected.json`, written by hand,
 * says what must be read from it and what must be reported.
 */
interface Expected {
  readonly why: string;
  readonly rowsRead: number;
  readonly rowsLeftOut: number;
  readonly problems: readonly Readonly<Record<string, unknown>>[];
  /** Line, code, payer id, cents, place. */
  readonly rates: readonly (readonly [number, string, string, number, string])[];
  /** The first words of some of the notes, in order. */
  readonly notes: readonly string[];
}

const folder = new URL('../fixtures/bad-files/', import.meta.url);
const names = readdirSync(folder)
  .filter((name) => name.endsWith('.csv'))
  .map((name) => name.slice(0, -'.csv'.length));

const deleted = new Map([
  ['97001', ['97161', '97162', '97163']],
  ['97762', ['97763']],
]);

describe('bad files', () => {
  test('there are many, each with what is expected of it, and nothing else lies beside them', () => {
    expect(names.length).toBeGreaterThanOrEqual(14);
    const files = readdirSync(folder).filter((name) => !name.startsWith('.'));
    expect(files.sort()).toEqual(names.flatMap((name) => [`${name}.csv`, `${name}.expected.json`]).sort());
  });

  test.each(names)('%s', async (name) => {
    const expected = JSON.parse(readFileSync(new URL(`${name}.expected.json`, folder), 'utf8')) as Expected;
    expect(Object.keys(expected).sort()).toEqual(
      ['notes', 'problems', 'rates', 'rowsLeftOut', 'rowsRead', 'why'].sort(),
    );
    expect(expected.problems.length + expected.rates.length).toBeGreaterThan(0);

    const read = await readOwnRatesFile(readFileSync(new URL(`${name}.csv`, folder)), `${name}.csv`, {
      deleted,
      aliases: shippedAliases(),
    });

    expect(read.problems).toEqual(expected.problems.map((problem) => ({ file: `${name}.csv`, ...problem })));
    expect([read.rowsRead, read.rowsLeftOut]).toEqual([expected.rowsRead, expected.rowsLeftOut]);
    expect(read.rowsRead + read.rowsLeftOut).toBe(read.rowsPresent);
    const rates = [...read.tables.values()].flatMap((table) =>
      Array.from({ length: table.length }, (_, row) => [
        table.line[row],
        table.code,
        table.plans[table.plan[row] ?? -1]?.payer,
        table.cents[row],
        table.providers[table.provider[row] ?? -1]?.place,
      ]),
    );
    expect(rates.sort((a, b) => Number(a[0]) - Number(b[0]))).toEqual(expected.rates);
    for (const start of expected.notes) {
      expect(
        read.notes.some((note) => note.startsWith(start)),
        `a note that starts "${start}"`,
      ).toBe(true);
    }
  });
});
