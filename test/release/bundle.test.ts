import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { type Budget, budgetFaults, type ManifestChunk, measureBudgets } from '../../tools/budgets.mjs';

const manifest: Record<string, ManifestChunk> = {
  'index.html': { file: 'assets/index-1.js', isEntry: true, imports: ['_react-2.js'] },
  '_react-2.js': { file: 'assets/react-2.js', imports: ['_shared-3.js'] },
  '_shared-3.js': { file: 'assets/shared-3.js', imports: ['_react-2.js'] },
  'src/pages/CodePage.tsx': { file: 'assets/CodePage-4.js', imports: ['_recharts-5.js', '_react-2.js'] },
  '_recharts-5.js': { file: 'assets/recharts-5.js' },
};
const files = [...Object.values(manifest).map(({ file }) => file), 'assets/index-1.css'];
/** Random bytes do not shrink, so a file's gzip size is its own size and 23 or so bytes around it. */
const kilobyte = randomBytes(1000);
const read = () => kilobyte;

function measure(budget: Budget) {
  const [measured] = measureBudgets({ it: budget }, manifest, files, read);
  if (!measured) throw new Error('no budget was measured');
  return measured;
}

describe('size budgets', () => {
  test('the entry counts everything the first page imports at once, each file once, and nothing late', () => {
    const { files: counted, bytes } = measure({ what: '', maxBytes: 0, entry: true });
    expect([...counted].sort()).toEqual(['assets/index-1.js', 'assets/react-2.js', 'assets/shared-3.js']);
    expect(bytes).toBeGreaterThan(3000);
    expect(bytes).toBeLessThan(3200);
  });

  test('a page counts what it imports at once and the first page does not', () => {
    const { files: counted } = measure({ what: '', maxBytes: 0, route: 'src/pages/CodePage.tsx' });
    expect([...counted].sort()).toEqual(['assets/CodePage-4.js', 'assets/recharts-5.js']);
    const gone = measure({ what: '', maxBytes: 0, route: 'src/pages/OldPage.tsx' });
    expect(budgetFaults([gone], {})).toEqual([expect.stringContaining('no built file matches')]);
  });

  test('a budget by name counts the files that match', () => {
    expect(measure({ what: '', maxBytes: 0, files: '^assets/recharts-.*\\.js$' }).files).toEqual([
      'assets/recharts-5.js',
    ]);
    expect(measure({ what: '', maxBytes: 0, css: true }).files).toEqual(['assets/index-1.css']);
  });

  test('of many pages the heaviest alone is measured, and named when it is over', () => {
    const sizes: Record<string, number> = { 'code/1/index.html': 500, 'code/2/index.html': 1000 };
    const [measured] = measureBudgets(
      { page: { what: '', maxBytes: 900, files: '^code/', largest: true } },
      manifest,
      Object.keys(sizes),
      (file) => kilobyte.subarray(0, sizes[file]),
    );
    expect(measured?.files).toEqual(['code/2/index.html']);
    expect(measured?.bytes).toBeLessThan(1100);
    expect(budgetFaults(measured ? [measured] : [], {})).toEqual([
      expect.stringContaining('code/2/index.html'),
    ]);
  });

  test('of a page, what stands beside the styles written into it', () => {
    const text = kilobyte.toString('base64url');
    const page = (styles: string) => Buffer.from(`<html>${styles}${text}</html>`);
    const sizeOf = (styles: string, withoutStyles: boolean) =>
      measureBudgets({ it: { what: '', maxBytes: 0, files: '.', withoutStyles } }, {}, ['a'], () =>
        page(styles),
      )[0]?.bytes;
    const styles = `<style>a{}</style><style media="print">${randomBytes(900).toString('base64url')}\n</style>`;
    expect(sizeOf(styles, true)).toBe(sizeOf('', false));
    expect(sizeOf(styles, false)).toBeGreaterThan(1900);
  });

  test('a chunk over its budget is a fault that names its biggest modules; at its budget it is none', () => {
    const over = measure({ what: '', maxBytes: 900, files: 'recharts' });
    const modules = {
      'assets/recharts-5.js': [{ module: 'node_modules/recharts/es6/chart.js', bytes: 5000 }],
    };
    expect(budgetFaults([over], modules)).toEqual([
      expect.stringMatching(
        /it: 1\.0 kB is over its 0\.9 kB[^]*5\.0 kB before gzip {2}node_modules\/recharts/,
      ),
    ]);
    expect(budgetFaults([{ ...over, maxBytes: over.bytes }], modules)).toEqual([]);
  });

  test('a budget that matches no file is a fault, so a renamed chunk cannot hide', () => {
    expect(budgetFaults([measure({ what: '', maxBytes: 900, files: 'victory' })], {})).toEqual([
      expect.stringContaining('no built file matches'),
    ]);
  });

  test('the project sets one for each part that is loaded by itself', () => {
    const budgets = JSON.parse(readFileSync(path.resolve(import.meta.dirname, '../../budgets.json'), 'utf8'));
    expect(Object.keys(budgets)).toEqual([
      'entry',
      'code',
      'page',
      'html',
      'charts',
      'table',
      'shared',
      'worker',
      'intake',
      'workbook',
      'styles',
    ]);
    expect(budgets.entry.maxBytes).toBeLessThanOrEqual(80_000);
    expect(budgets.charts.maxBytes).toBeLessThanOrEqual(110_000);
  });
});
