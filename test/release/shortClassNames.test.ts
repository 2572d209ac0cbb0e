import path from 'node:path';
import { expect, test } from 'vitest';
import { shortClassNames } from '../../tools/shortClassNames.ts';

const source = path.resolve(import.meta.dirname, '../../src');
const table = path.join(source, 'ui/DataTable.module.css');
const card = path.join(source, 'ui/FigureCard.module.css');

test('classes get short names of their own, the same in every build', () => {
  const nameOf = shortClassNames(source);
  const names = [nameOf('table', table), nameOf('scroll', table), nameOf('card', card), nameOf('head', card)];
  expect(new Set(names).size).toBe(4);
  for (const name of names) expect(name).toMatch(/^[a-zA-Z][0-9a-z]?$/);
  const again = shortClassNames(source);
  // A build for Node asks in another order, and with a query behind the file.
  expect(again('head', `${card}?inline`)).toBe(names[3]);
  expect(again('table', table)).toBe(names[0]);
});

test('a class that no style module has is refused', () => {
  expect(() => shortClassNames(source)('tabel', table)).toThrow('has no class tabel');
});
