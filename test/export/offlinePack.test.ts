import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { expect, it } from 'vitest';
import { dataPageData, homeData } from '../../src/app/pageData.ts';
import { createReleaseLoader } from '../../src/data/loadRelease.ts';
import { readRelease } from '../../src/data/readRelease.ts';
import type { Release } from '../../src/domain/release.ts';
import { offlinePack } from '../../src/export/offlinePack.ts';
import { packFiles } from '../../src/export/packFiles.ts';
import { writeSiteFiles } from '../../tools/siteFiles.ts';

const release = readRelease(readFileSync('public/data/release.json', 'utf8'), 'release.json')
  .release as Release;
const site = [
  '404.html',
  'assets/index-abc.js',
  'brief/index.html',
  'code/97110/TX/index.html',
  'code/97110/TX/preview.png',
  'code/97110/index.html',
  'code/97140/index.html',
  'data/index.html',
  'icon-192.png',
  'index.html',
  'previews/97140.png',
  'sw.js',
];

it('packs the app, the code’s pages and data, and what every page reads; nothing of other codes', () => {
  const pack = packFiles(site, release, '97110');
  expect(pack.site).toEqual([
    '404.html',
    'assets/index-abc.js',
    'brief/index.html',
    'code/97110/TX/index.html',
    'code/97110/index.html',
    'data/index.html',
    'icon-192.png',
    'index.html',
  ]);
  const paths = pack.data.map((file) => file.path);
  expect(paths).toContain('rates/97110/TX.csv');
  expect(paths).toContain('medicare/rvu.csv');
  expect(paths).toContain('context/97110.json');
  expect(paths.filter((each) => /97140|97760/.test(each))).toEqual([]);
  expect(pack.release.id).toBe(release.id);
});

/** The site as a pack asks it: the list, placeholders for pages, the shipped data. */
async function answer(url: string): Promise<Response> {
  const file = url.replace('https://example.org/atlas/', '').replace(/\?.*$/, '');
  if (file === 'site-files.json') return Response.json(site);
  return new Response(
    new Uint8Array(
      file.startsWith('data/') && file !== 'data/index.html'
        ? readFileSync(`public/${file}`)
        : Buffer.from(file),
    ),
  );
}

const input = {
  code: '97110',
  releaseId: release.id,
  root: 'https://example.org/atlas/',
  fetchFile: answer,
  onProgress: () => {},
};

it('unpacks to data that the app’s own loader takes, and that says what is not in it', async () => {
  const shares: number[] = [];
  const files = unzipSync(await offlinePack({ ...input, onProgress: (share) => shares.push(share) }));
  expect(shares.at(-1)).toBe(1);
  expect(strFromU8(files['rate-atlas-97110/README.txt'] as Uint8Array)).toContain('python3 -m http.server');
  const loader = createReleaseLoader('pack/data', (url) => {
    const bytes = files[`rate-atlas-97110/${url.replace('pack/', '')}`];
    return Promise.resolve(bytes ? new Response(new Uint8Array(bytes)) : new Response('', { status: 404 }));
  });
  expect((await loader.release()).pack).toEqual({ code: '97110' });
  expect((await loader.rates('97110', 'TX')).length).toBeGreaterThan(100);
  expect(await loader.digest('2026-11-22.51ebda87')).toBeNull();
  expect((await loader.schedule()).codes).toContain('97110');
  await expect(loader.rates('97140', null)).rejects.toThrow(
    'rates/97140/national.csv: not in this offline pack, which holds 97110 alone.',
  );
  await expect(loader.context('97140')).rejects.toThrow('not in this offline pack');
  // Its home and data pages are of the whole release: no code has 0 states because its files were left out.
  const whole = createReleaseLoader('https://example.org/atlas/data', answer);
  expect(await homeData(loader)).toEqual(await homeData(whole));
  const { coverage } = await dataPageData(loader);
  expect(coverage).toEqual((await dataPageData(whole)).coverage);
  expect(coverage.find(({ code }) => code === '97140')?.places).toContain('TX');
});

it('packs nothing when a file is not the one of the release', async () => {
  const cut = (url: string) => (url.includes('gpci') ? Promise.resolve(new Response('year')) : answer(url));
  await expect(offlinePack({ ...input, fetchFile: cut })).rejects.toThrow(
    /data\/medicare\/gpci\.csv is not the one of this release: 4 bytes instead of/,
  );
  await expect(offlinePack({ ...input, releaseId: '2026-01-01.00000000' })).rejects.toThrow(
    'reload this page',
  );
  const gone = () => Promise.resolve(new Response('', { status: 404 }));
  await expect(offlinePack({ ...input, fetchFile: gone })).rejects.toThrow('status 404');
});

it('the list of a built site holds its files, without data, source maps and the build’s own notes', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'site-'));
  for (const file of [
    'index.html',
    'data/index.html',
    'data/release.json',
    'data/rates/97110/TX.csv',
    'assets/a.js',
    'assets/a.js.map',
    '.vite/manifest.json',
  ]) {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    writeFileSync(path.join(folder, file), createHash('sha256').update(file).digest('hex'));
  }
  writeSiteFiles(folder);
  writeSiteFiles(folder);
  expect(JSON.parse(readFileSync(path.join(folder, 'site-files.json'), 'utf8'))).toEqual([
    'assets/a.js',
    'data/index.html',
    'index.html',
  ]);
  rmSync(folder, { recursive: true });
});

it('a pack says that it is one, rather than packing itself', async () => {
  const packed = { ...release, pack: { code: '97110' } };
  const fetchFile = (url: string) =>
    url.endsWith('data/release.json') ? Promise.resolve(Response.json(packed)) : answer(url);
  await expect(offlinePack({ ...input, fetchFile })).rejects.toThrow(
    'this is an offline pack of 97110 already; it can be copied as it is',
  );
});
