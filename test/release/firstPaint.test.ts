import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { runInNewContext } from 'node:vm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { firstPaintScript } from '../../tools/firstPaintScript.ts';
import { prerenderSite } from '../../tools/prerenderSite.ts';

/** What the script marks the page with, opened under an address. */
function marked(script: string, search: string): Record<string, string> {
  const dataset: Record<string, string> = {};
  runInNewContext(script, {
    document: { documentElement: { dataset } },
    localStorage: { getItem: () => null },
    location: { search },
    window: { parent: null },
    setTimeout: () => 0,
    addEventListener: () => undefined,
  });
  return dataset;
}

describe('a pin to the page’s own release asks for nothing that the page’s file does not show', () => {
  const script = firstPaintScript('2026-11-30.9e9c15cc');

  test.each(['?pin=2026-11-30.9e9c15cc', '?pin=2026-11-30.9e9c15cc&sort=n', '?sort=n&embed=chart', ''])(
    'under %j the figures stay in sight',
    (search) => {
      expect(marked(script, search)).not.toHaveProperty('asked');
    },
  );

  test.each([
    '?pin=2026-11-29.9e9c15cc',
    // The point between date and digest is a point, and the id ends where it ends.
    '?pin=2026-11-30x9e9c15cc',
    '?pin=2026-11-30.9e9c15ccd',
    '?pin=2026-11-30.9e9c15cc&line=exchange',
  ])('under %j they wait', (search) => {
    expect(marked(script, search)).toHaveProperty('asked', 'now');
  });
});

describe('a site built of another release', () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'rate-atlas-'));
    cpSync('public/data', folder, { recursive: true });
    const file = path.join(folder, 'release.json');
    const list = JSON.parse(readFileSync(file, 'utf8')) as { id: string };
    writeFileSync(file, JSON.stringify({ ...list, id: '2031-01-02.0a1b2c3d' }));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  test('has that one in its pages’ first script, and the policy lets just this script run', () => {
    const { transformIndexHtml } = prerenderSite(undefined, folder);
    if (typeof transformIndexHtml !== 'object' || !('handler' in transformIndexHtml))
      throw new Error('no handler');
    const html = Reflect.apply(transformIndexHtml.handler, undefined, [
      `<meta content="script-src 'self'"><!-- first paint -->`,
      {},
    ]) as string;
    const [, hash, script = ''] = /'(sha256-[^']+)'"><script>(.+)<\/script>$/.exec(html) ?? [];
    expect(hash).toBeDefined();
    expect(marked(script, '?pin=2031-01-02.0a1b2c3d')).not.toHaveProperty('asked');
    expect(marked(script, '?pin=2026-11-30.9e9c15cc')).toHaveProperty('asked', 'now');
  });
});
