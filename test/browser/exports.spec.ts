import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Download, Locator, Page } from '@playwright/test';
import { unzipSync } from 'fflate';
import Papa from 'papaparse';
import readExcelFile from 'read-excel-file/node';
import { expectAccessible } from './support/axe.ts';
import { openPage, waitUntilAlive } from './support/settled.ts';
import { SiteServer } from './support/siteServer.ts';
import { expect, test } from './support/test.ts';

/** The card of a figure by its heading, its export menu open. */
async function openMenu(page: Page, heading: string | RegExp): Promise<Locator> {
  const card = page
    .locator('section')
    .filter({ has: page.getByRole('heading', { name: heading }) })
    .last();
  await card.locator('summary', { hasText: 'Export' }).click();
  return card.locator('details[open]').filter({ has: page.getByRole('button', { name: 'Copy citation' }) });
}

async function save(page: Page, menu: Locator, button: string): Promise<Download> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    menu.getByRole('button', { name: button }).click(),
  ]);
  await expect(menu.getByRole('status')).toHaveText(`Saved ${download.suggestedFilename()}`);
  return download;
}

async function text(download: Download): Promise<string> {
  return readFileSync(await download.path(), 'utf8');
}

test('each figure’s menu can be pressed to its last line, however short the figure is', async ({ page }) => {
  await openPage(page, 'code/97110/TX/#votes');
  await expect(page.getByRole('heading', { name: 'Texas hospital charges for 97110' })).toBeVisible();
  const menus = page.locator('main details').filter({ has: page.locator('summary', { hasText: 'Export' }) });
  const count = await menus.count();
  expect(count).toBeGreaterThan(6);
  for (let index = 0; index < count; index++) {
    const menu = menus.nth(index);
    await menu.locator('summary').click();
    // Without pressing: fails where the button is cut off by its figure or lies under the next one.
    await menu.getByRole('button').last().click({ trial: true });
    await page.keyboard.press('Escape');
    await expect(menu).not.toHaveAttribute('open');
  }
});

test('a benchmark’s CSV and workbook hold what the page prints', async ({ page }) => {
  await openPage(page, 'code/97110/TX/#votes');
  const menu = await openMenu(page, 'Texas benchmark for 97110');
  const csv = await save(page, menu, 'CSV, every digit');
  expect(csv.suggestedFilename()).toBe('texas-benchmark-for-97110.csv');
  const rows = Papa.parse<string[]>((await text(csv)).replace(/^\uFEFF/, '')).data;
  const at = rows.findIndex(([first]) => first === 'Payer');
  const median = rows[at]?.indexOf('Median (USD)') ?? -1;
  const printed = page
    .getByRole('table', { name: 'Texas benchmark for 97110' })
    .locator('tr', { hasText: 'BUCA' });
  await expect(printed).toContainText(`$${Number(rows[at + 1]?.[median]).toFixed(2)}`);
  expect(rows.find(([name]) => name === 'Page')?.[1]).toBe(page.url().replace('#votes', ''));
  const xlsx = await save(page, menu, 'Excel workbook');
  const [sheet, method] = await readExcelFile(await xlsx.path());
  expect(sheet?.data[1]?.slice(0, 1)).toEqual(['BUCA']);
  expect(sheet?.data[1]?.[median]).toBe(Number(rows[at + 1]?.[median]));
  expect(method?.sheet).toBe('Method');
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await expect(menu).toHaveCount(0);
});

test('a large file of one’s own becomes a workbook under the content policy, marked confidential', async ({
  page,
}) => {
  const lines = Array.from(
    { length: 3000 },
    (_, at) => `97110,Aetna,${50 + at / 100},TX,Clinic ${at},2026-01-15`,
  );
  await openPage(page, 'own/');
  await page.locator('input[type="file"]').setInputFiles({
    name: 'contract.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(['code,payer,rate,state,provider,date', ...lines].join('\n')),
  });
  await page.getByRole('link', { name: 'Code by code' }).click();
  await expect(page.getByRole('heading', { name: /^Distribution of/ })).toBeVisible();
  const menu = await openMenu(page, /^Distribution of/);
  const xlsx = readFileSync(await (await save(page, menu, 'Excel workbook')).path());
  const [sheet, method] = await readExcelFile(xlsx);
  expect(sheet?.data).toHaveLength(3001);
  expect(method?.data[0]?.[1]).toBe('Confidential: made from a file of yours; not from a public release');
  expect(JSON.stringify(method?.data)).not.toContain('http');
  // From 160 kB on fflate would ask for a worker made from text, which the policy refuses.
  expect(unzipSync(xlsx)['xl/worksheets/sheet1.xml']?.length).toBeGreaterThan(160_000);
});

test('a table is copied as cells, a citation as a line', async ({ page, context, baseURL }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'], {
    origin: new URL(baseURL ?? '').origin,
  });
  await openPage(page, 'code/97110/TX/#votes');
  const menu = await openMenu(page, 'Texas benchmark for 97110');
  await menu.getByRole('button', { name: 'Copy table' }).click();
  await expect(menu.getByRole('status')).toHaveText(/^Table copied/);
  const forms = await page.evaluate(async () => {
    const [item] = await navigator.clipboard.read();
    const form = async (type: string) => (await (await item?.getType(type))?.text()) ?? '';
    return { text: await form('text/plain'), html: await form('text/html') };
  });
  expect(forms.text.split('\n')[1]).toMatch(/^BUCA\t\d+\t\d+\t\d+\.\d+\t/);
  expect(forms.html).toContain('<td');
  await menu.getByRole('button', { name: 'Copy citation' }).click();
  await expect(menu.getByRole('status')).toHaveText('Citation copied.');
  expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(
    /^Rate Atlas, “Texas benchmark for 97110”; release \d{4}.*; accessed \d{4}-\d\d-\d\d\.$/,
  );

  const table = page.getByRole('table', { name: 'Texas benchmark for 97110' });
  await table.getByRole('columnheader', { name: 'Median' }).getByRole('button').click();
  await expect(page).toHaveURL(/\?sort=-median/);
  const ordered = await openMenu(page, 'Texas benchmark for 97110');
  await ordered.getByRole('button', { name: 'Copy table' }).click();
  await expect(ordered.getByRole('status')).toHaveText(/^Table copied/);
  const shown = await table.locator('tbody th > :first-child').allInnerTexts();
  expect(shown[0]).toBe('Humana');
  const lines = (await page.evaluate(() => navigator.clipboard.readText())).split('\n');
  expect(lines.slice(1, 1 + shown.length).map((line) => line.split('\t')[0])).toEqual(shown);
});

/** Every chart of the product: where it stands, and a word of its key. */
const charts: readonly (readonly [address: string, heading: string | RegExp, key: string])[] = [
  ['code/97110/TX/#votes', 'Texas benchmark for 97110', 'P25 to P75'],
  ['code/97110/TX/#votes', 'Distribution of BUCA for 97110, Texas', 'Median'],
  ['code/97110/TX/#votes', 'Texas Medicare amounts for 97110, 2020 to 2026', 'National payment amount'],
  ['code/97110/states/', /^BUCA median for 97110/, 'place'],
  ['code/97110/states/', 'Payer by payer, in the same classes', 'Within 10% of national'],
];

for (const [address, heading, key] of charts) {
  test(`the chart under ${heading} of ${address} leaves as SVG and PNG, light in either theme`, async ({
    page,
  }) => {
    const drawn: string[] = [];
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      await openPage(page, address);
      const title = page.getByRole('heading', { name: heading }).last();
      await title.scrollIntoViewIfNeeded();
      const card = page.locator('section').filter({ has: title }).last();
      await expect(card.locator('[data-drawing] svg').first()).toBeVisible();
      const menu = await openMenu(page, heading);
      const svg = await text(await save(page, menu, 'Chart as SVG'));
      expect(svg).toContain(key);
      expect(svg).toMatch(/Rate Atlas, “.*release \d{4}-\d\d-\d\d\.[0-9a-f]{8}/s);
      expect(svg).not.toMatch(/var\(|class=|light-dark|<a |href=|Point at a place/);
      drawn.push([...new Set(svg.match(/rgb\([\d, ]+\)|#[0-9a-f]{6}/g))].toSorted().join(' '));
      const png = readFileSync(await (await save(page, menu, 'Chart as PNG')).path());
      expect(png.subarray(1, 4).toString()).toBe('PNG');
      const width = Number(/<svg[^>]* width="([\d.]+)"/.exec(svg)?.[1]);
      expect(png.readUInt32BE(16)).toBe(Math.round(Math.ceil(width) * 2));
      expect(png.length).toBeGreaterThan(8000);
      await expect(page.locator('html')).not.toHaveAttribute('data-theme', 'light');
      await page.keyboard.press('Escape');
    }
    expect(drawn[1]).toBe(drawn[0]);
  });
}

test.describe('with the worker of the site', () => {
  test.use({ serviceWorkers: 'allow' });

  test('a pack opens from a folder without the site, and says what it does not hold', async ({
    page,
    browser,
  }) => {
    test.setTimeout(120_000);
    await openPage(page, 'code/97110/TX/#votes');
    const [download] = await Promise.all([
      page.waitForEvent('download', { timeout: 60_000 }),
      page.getByRole('button', { name: 'Save 97110 for offline use' }).click(),
    ]);
    const folder = mkdtempSync(path.join(tmpdir(), 'pack-'));
    for (const [name, bytes] of Object.entries(unzipSync(readFileSync(await download.path())))) {
      mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
      writeFileSync(path.join(folder, name), bytes);
    }
    const server = await SiteServer.start(folder);
    try {
      const elsewhere = await (await browser.newContext()).newPage();
      const faults: string[] = [];
      elsewhere.on('pageerror', (error) => faults.push(error.message));
      elsewhere.on('response', (answer) => {
        if (answer.status() >= 400) faults.push(answer.url());
      });
      await elsewhere.goto(`${server.origin}/rate-atlas-97110/code/97110/TX/`);
      await expect(elsewhere.getByRole('table', { name: 'Texas benchmark for 97110' })).toContainText('BUCA');
      // Needs the rates, which are in the pack.
      await waitUntilAlive(elsewhere);
      await elsewhere.getByRole('button', { name: /^\$/ }).first().click();
      await expect(elsewhere.getByRole('dialog')).toContainText('rates/97110/TX.csv', { timeout: 20_000 });
      await elsewhere.keyboard.press('Escape');
      await elsewhere.goto(`${server.origin}/rate-atlas-97110/`);
      await elsewhere
        .getByRole('link', { name: /^97140/ })
        .first()
        .click();
      await expect(elsewhere.getByText('not in this offline pack, which holds 97110 alone')).toBeVisible();
      // The whole release's page: a code that is not packed has its states.
      await elsewhere.goto(`${server.origin}/rate-atlas-97110/data/`);
      await waitUntilAlive(elsewhere);
      await expect(elsewhere.getByRole('row', { name: /^97140/ })).toContainText('TX');
      expect(faults).toEqual([]);
      await elsewhere.context().close();
    } finally {
      await server.stop();
      rmSync(folder, { recursive: true });
    }
  });
});

test('a file of the release is saved byte for byte, and the catalogue with what stands beside each code', async ({
  page,
}) => {
  await openPage(page, 'data/');
  const card = page.getByRole('region', { name: 'Files to download' });
  await card.getByRole('searchbox', { name: 'Find a file' }).fill('97110 texas');
  await expect(card.getByRole('status', { name: 'Found: files' })).toHaveText(/^1 file of \d+ files/);
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    card.getByRole('link', { name: 'rates/97110/TX.csv' }).click(),
  ]);
  expect(file.suggestedFilename()).toBe('rates-97110-TX.csv');
  expect(readFileSync(await file.path())).toEqual(readFileSync('public/data/rates/97110/TX.csv'));

  await openPage(page, '/');
  const catalogue = await save(page, await openMenu(page, 'All billing codes'), 'CSV, every digit');
  const shown = page.getByRole('table', { name: 'All billing codes' }).getByRole('row', { name: /^97110/ });
  const median = await shown.getByRole('cell').first().innerText();
  const line = (await text(catalogue)).split('\r\n').find((each) => each.startsWith('97110,'));
  expect(line).toContain(
    `97110,Therapeutic exercise,Therapeutic procedures,15 min,active,${median.slice(1)},`,
  );
});
