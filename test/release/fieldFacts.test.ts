import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parseAddress } from '../../src/share/address.ts';

const rows = readFileSync('docs/field-facts.md', 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('|') && !/^\|(-|\s*Fact\b)/.test(line))
  .map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );

const shown = rows.filter(([, address]) => address !== '–');

describe('docs/field-facts.md', () => {
  test('has a row for every fact: what, where, held by what', () => {
    expect(rows.length).toBeGreaterThan(75);
    for (const row of rows) {
      expect(row).toHaveLength(4);
      for (const cell of row) expect(cell).not.toBe('');
    }
  });

  test('names tests that are there', () => {
    for (const [fact, , , heldBy = ''] of shown) {
      const [, file = ''] = /^`(test\/[^`]+)`$/.exec(heldBy) ?? [];
      expect(existsSync(file), `${fact}: ${heldBy}`).toBe(true);
    }
  });

  test('names addresses that are pages and are read whole', () => {
    for (const [fact, quoted = ''] of shown) {
      const address = quoted.replaceAll('`', '');
      const [path = '', query = ''] = (address === '/' ? '' : address).split('?');
      const parsed = parseAddress(path, query);
      expect(parsed.address.page, `${fact}: ${address}`).not.toBe('not-found');
      expect(parsed.unread, `${fact}: ${address}`).toEqual([]);
    }
  });
});
