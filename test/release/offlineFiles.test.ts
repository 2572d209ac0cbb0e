import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { emptyShell } from '../../tools/emptyShell.ts';
import { writeOfflineFiles } from '../../tools/offlineFiles.ts';

let folder = '';

const page = (words: string) =>
  `<!doctype html><html><head><meta charset="utf-8" /><meta name="depth" content="./" /></head><body><div id="root"><div>${words}</div></div><script type="application/json" id="page-data">{"figure":1}</script></body></html>`;

function write(file: string, text: string): void {
  mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
  writeFileSync(path.join(folder, file), text);
}

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'rate-atlas-'));
  cpSync('public/data/release.json', path.join(folder, 'data/release.json'));
  write('index.html', page('Home'));
  write('code/97110/index.html', page('97110'));
  write('404.html', '<p>Nothing here</p>');
  write('assets/index-1a2b.js', 'export {}');
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe('a site made ready for use without a connection', () => {
  test('has one build’s name in every page and in its worker, and the release’s id begins it', async () => {
    const name = await writeOfflineFiles(folder);
    const { id } = JSON.parse(readFileSync('public/data/release.json', 'utf8')) as { id: string };
    expect(name.startsWith(`${id}.`)).toBe(true);
    for (const file of ['index.html', 'code/97110/index.html']) {
      const html = readFileSync(path.join(folder, file), 'utf8');
      expect(html).toContain(`<meta name="build" content="${name}" />`);
    }
    const worker = readFileSync(path.join(folder, 'sw.js'), 'utf8');
    expect(worker).toContain(name);
    expect(worker).toContain('assets/index-1a2b.js');
    expect(worker).toMatch(/data\/codes\.csv\?v=[0-9a-f]{16}/);
    expect(worker).not.toContain('"figure"');
  });

  test('is the same when made again, and another build when one page changes', async () => {
    const name = await writeOfflineFiles(folder);
    const worker = readFileSync(path.join(folder, 'sw.js'), 'utf8');
    expect(await writeOfflineFiles(folder)).toBe(name);
    expect(readFileSync(path.join(folder, 'sw.js'), 'utf8')).toBe(worker);
    write('code/97110/index.html', page('97110 and more'));
    expect(await writeOfflineFiles(folder)).not.toBe(name);
  });

  test('is refused where a page has no place for the name', async () => {
    write('own/index.html', '<html></html>');
    await expect(writeOfflineFiles(folder)).rejects.toThrow('own/index.html has no');
  });
});

describe('an empty page', () => {
  test('has lost the root’s content and the page’s data, nothing else', () => {
    expect(emptyShell(page('A <div>deep</div> one'))).toBe(
      '<!doctype html><html><head><meta charset="utf-8" /><meta name="depth" content="./" /></head><body><div id="root"></div></body></html>',
    );
  });

  test('cannot be made of a page without a root', () => {
    expect(() => emptyShell('<main></main>')).toThrow('no <div id="root">');
  });
});
