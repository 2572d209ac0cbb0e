import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { writeOfflineFiles } from '../../tools/offlineFiles.ts';
import { expectAccessible } from './support/axe.ts';
import { waitUntilSettled } from './support/settled.ts';
import { SiteServer } from './support/siteServer.ts';

const dist = path.resolve(import.meta.dirname, '../../dist');
const nextRelease = '2099-01-01.0ddba11e';
const texas = 'code/97110/TX/';

test.use({ serviceWorkers: 'allow' });

let folder = '';
let release = '';
let site: SiteServer;

test.beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'rate-atlas-'));
  const copy = copyOfSite('one');
  release = JSON.parse(readFileSync(path.join(copy, 'data/release.json'), 'utf8')).id;
  site = await SiteServer.start(path.dirname(copy));
});

test.afterEach(async () => {
  await site.stop();
  rmSync(folder, { recursive: true, force: true });
});

test('a page opened once opens again without a connection, with the same figures', async ({ page }) => {
  await openKept(page, texas);
  const before = await benchmarkText(page);
  await site.stop();
  await page.reload();
  await waitUntilSettled(page);
  expect(await benchmarkText(page)).toBe(before);
  await expect(page.locator('footer')).toContainText(release);
  await expectAccessible(page);
});

test('a page opened once and left alone answers its own controls without a connection', async ({ page }) => {
  await openKept(page, texas);
  await site.stop();
  await page.goto(addressOf(`${texas}?site=all&sort=-median&medicare=2025`));
  await waitUntilSettled(page);
  await expect(page.getByRole('table', { name: 'Texas benchmark for 97110' })).toBeVisible();
  await expect(page.getByRole('alert')).toHaveCount(0);
});

test('a page never opened is made from what is kept, or says that a connection is missing', async ({
  page,
}) => {
  await openKept(page, texas);
  await site.stop();
  // The nation's rates came with the page of Texas; California's did not.
  await page.goto(addressOf('code/97110/?basis=rates'));
  await waitUntilSettled(page);
  await expect(page.getByRole('table', { name: 'National benchmark for 97110' })).toBeVisible();
  await page.goto(addressOf('code/97110/CA/'));
  await expect(page.getByRole('alert')).toContainText('This page is not kept for use without a connection.');
  await expect(page.getByRole('alert')).toContainText('“Save … for offline use” keeps a code whole');
  await expect(page).toHaveTitle('97110, California | Rate Atlas');
  await page.goto(addressOf(''));
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.locator('footer')).toContainText(release);
});

test('a new release is announced, comes whole at the next load, and then works offline', async ({ page }) => {
  await openKept(page, texas);
  const before = await benchmarkText(page);
  site.folder = path.dirname(await nextBuild());
  await page.evaluate(async () => (await navigator.serviceWorker.ready).update());
  await expect(page.getByText('A newer version of this site is ready.')).toBeVisible();
  await expect(page.locator('footer')).toContainText(release);
  await page.getByRole('button', { name: 'Reload' }).click();
  await expect(page.locator('footer')).toContainText(nextRelease);
  await waitUntilSettled(page);
  expect(await benchmarkText(page)).not.toBe(before);
  // No other page needs the older worker, so the new one takes over and the older release is gone.
  await expect.poll(() => cachesOf(page)).not.toContain(release);
  await openKept(page, texas);
  const after = await benchmarkText(page);
  await site.stop();
  await page.reload();
  await waitUntilSettled(page);
  await expect(page.locator('footer')).toContainText(nextRelease);
  expect(await benchmarkText(page)).toBe(after);
});

test('with two pages open, each is told of the newer version once and no more after its reload', async ({
  page,
  context,
}) => {
  await openKept(page, texas);
  const other = await context.newPage();
  await openKept(other, '');
  const notice = 'A newer version of this site is ready.';
  site.folder = path.dirname(await nextBuild());
  await page.evaluate(async () => (await navigator.serviceWorker.ready).update());
  await expect(page.getByText(notice)).toBeVisible();
  await expect(other.getByText(notice)).toBeVisible();
  await page.getByRole('button', { name: 'Reload' }).click();
  await expect(page.locator('footer')).toContainText(nextRelease);
  // The place for notices stands once the page asks its worker; the other page is the older release's still.
  await expect(page.locator('body > div:not(#root) > [role="status"]')).toBeAttached();
  expect(await cachesOf(other)).toContain(release);
  await other.getByRole('button', { name: 'Reload' }).click();
  await expect(other.locator('footer')).toContainText(nextRelease);
  // Now all are of the newer build: the newer worker takes over, and nobody is told of it again.
  await expect.poll(() => cachesOf(page)).not.toContain(release);
  await expect(page.getByText(notice)).toHaveCount(0);
  await expect(other.getByText(notice)).toHaveCount(0);
});

test('two releases open side by side never mix, with a connection or without', async ({ page, context }) => {
  await openKept(page, texas);
  const before = await benchmarkText(page);
  site.folder = path.dirname(await nextBuild());
  const newer = await context.newPage();
  await newer.goto(addressOf(texas));
  await waitUntilSettled(newer);
  await expect(newer.locator('footer')).toContainText(nextRelease);
  expect(await benchmarkText(newer)).not.toBe(before);
  await expect(page.locator('footer')).toContainText(release);
  await site.stop();
  // The older worker kept nothing of the newer release, so without a connection the older page is back, whole.
  await page.reload();
  await waitUntilSettled(page);
  await expect(page.locator('footer')).toContainText(release);
  expect(await benchmarkText(page)).toBe(before);
});

test('the site can be installed as an app under its folder', async ({ page, request }) => {
  await page.goto(addressOf(texas));
  const link = await page
    .locator('link[rel="manifest"]')
    .evaluate((element: HTMLLinkElement) => element.href);
  expect(link).toBe(addressOf('manifest.webmanifest'));
  const manifest = await (await request.get(link)).json();
  expect(new URL(manifest.start_url, link).href).toBe(addressOf(''));
  for (const icon of manifest.icons) {
    expect((await request.get(new URL(icon.src, link).href)).status(), icon.src).toBe(200);
  }
  // An id is read against the host alone: copies in two folders would be one app. Without it, it is the start's address.
  expect(manifest.id).toBeUndefined();
});

function addressOf(address: string): string {
  return `${site.origin}/site/${address}`;
}

/** Opens a page and waits until the worker has kept it and what it used. */
async function openKept(page: Page, address: string): Promise<void> {
  await page.goto(addressOf(address));
  await waitUntilSettled(page);
  await expect
    .poll(() =>
      page.evaluate(async () => {
        const kept = await caches.match(location.origin + location.pathname);
        const files = performance.getEntriesByType('resource').filter(({ name }) => name.includes('?v='));
        const missing = await Promise.all(files.map(async ({ name }) => !(await caches.match(name))));
        return kept !== undefined && navigator.serviceWorker.controller !== null && !missing.includes(true);
      }),
    )
    .toBe(true);
}

function benchmarkText(page: Page): Promise<string> {
  return page.getByRole('table', { name: 'Texas benchmark for 97110' }).innerText();
}

async function cachesOf(page: Page): Promise<string> {
  return (await page.evaluate(() => caches.keys())).join();
}

/** The built site, or what these tests need of it, under `/site/` of a folder of its own. */
function copyOfSite(name: string): string {
  const target = path.join(folder, name, 'site');
  for (const part of readdirSync(dist).filter((each) => each !== 'code')) {
    cpSync(path.join(dist, part), path.join(target, part), { recursive: true });
  }
  cpSync(path.join(dist, 'code/97110'), path.join(target, 'code/97110'), { recursive: true });
  return target;
}

/** The same site with another data release: each rate of 97110 in Texas is a dollar and more higher. */
async function nextBuild(): Promise<string> {
  const target = copyOfSite('two');
  const list = path.join(target, 'data/release.json');
  const next = JSON.parse(readFileSync(list, 'utf8').replaceAll(release, nextRelease));
  const entry = next.files.find((file: { path: string }) => file.path === 'rates/97110/TX.csv');
  const csv = path.join(target, 'data', entry.path);
  const raised = readFileSync(csv, 'utf8').replace(
    /,(\d+)\.(\d\d),/g,
    (_, dollars: string, cents: string) => {
      return `,${Number(dollars) + 101}.${cents},`;
    },
  );
  writeFileSync(csv, raised);
  entry.bytes = Buffer.byteLength(raised);
  entry.sha256 = createHash('sha256').update(raised).digest('hex');
  writeFileSync(
    list,
    `{\n"id": "${next.id}",\n"date": "${next.date}",\n"inputs": [],\n"files": ${JSON.stringify(next.files)}\n}\n`,
  );
  for (const page of readdirSync(target, { recursive: true, encoding: 'utf8' })) {
    const file = path.join(target, page);
    if (!page.endsWith('.html') || !existsSync(file)) continue;
    writeFileSync(file, readFileSync(file, 'utf8').replaceAll(release, nextRelease));
  }
  await writeOfflineFiles(target);
  return target;
}
