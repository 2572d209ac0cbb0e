import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { keepTogether } from '../../src/text/keepTogether.ts';
import { expectAccessible } from './support/axe.ts';
import { openPage, waitUntilSettled } from './support/settled.ts';
import { readRow } from './support/tables.ts';
import { expect, test } from './support/test.ts';

const table = 'Texas benchmark for 97110';

test('a pinned link opens to the figures it was copied from, and has nothing to announce', async ({
  page,
}) => {
  await openPage(page, 'code/97110/TX/?basis=rates&sort=-median');
  const before = await readRow(page, table, 'Cigna');
  await page.getByText('Copy link', { exact: true }).click();
  const link = await page.getByRole('textbox', { name: /^Link pinned to release/ }).inputValue();
  expect(link).toMatch(/\/code\/97110\/TX\/\?basis=rates&sort=-median&pin=\d{4}-\d\d-\d\d\.[0-9a-f]{8}$/);
  await page.goto(link);
  await waitUntilSettled(page);
  expect(await readRow(page, table, 'Cigna')).toEqual(before);
  await expect(page.getByRole('region', { name: 'Link to another data release' })).toHaveCount(0);
});

test('a link pinned to another release lays its figures beside today’s and offers the latest', async ({
  page,
  request,
}) => {
  // A release before this one, in which every median was a dollar higher.
  const old = '2025-06-30.0a1b2c3d';
  const listed: { id: string }[] = await (await request.get('data/releases/index.json')).json();
  const digest = await (await request.get(`data/releases/${listed[0]?.id}.json`)).json();
  const text = JSON.stringify({
    ...digest,
    id: old,
    date: '2025-06-30',
    median: digest.median.map((cents: number) => (cents < 0 ? cents : cents + 100)),
  });
  const entry = {
    id: old,
    bytes: Buffer.byteLength(text),
    sha256: createHash('sha256').update(text).digest('hex'),
  };
  await page.route('**/data/releases/index.json', (route) => route.fulfill({ json: [...listed, entry] }));
  await page.route(`**/data/releases/${old}.json*`, (route) =>
    route.fulfill({ body: text, contentType: 'application/json' }),
  );

  await openPage(page, `code/97110/TX/?pin=${old}`);
  const notice = page.getByRole('region', { name: 'Link to another data release' });
  await expect(notice).toContainText(keepTogether(`This link was made on data release ${old}`));
  const [, ...cigna] = await readRow(page, table, 'Cigna');
  expect(cigna).toContain('$120.00');
  const change = notice.getByRole('table');
  await expect(change).toContainText('$121.00');
  await expect(change).toContainText('$120.00');
  await expectAccessible(page);
  await notice.getByRole('link', { name: /without the pin/ }).press('Enter');
  await expect(page).toHaveURL(/\/code\/97110\/TX\/$/);
  await expect(notice).toHaveCount(0);
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
});

/** Holds requests up until told to let them go. */
async function heldUp(page: Page, which: string): Promise<() => void> {
  let release = () => {};
  const gone = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route(which, async (route) => {
    await gone;
    await route.continue();
  });
  return release;
}

test('under a link with settings no figure of the default view is read: not before the script, nor while rates come', async ({
  page,
}) => {
  const script = await heldUp(page, '**/assets/*.js');
  const rates = await heldUp(page, '**/data/rates/**');
  const ofDefault = page.getByText('$89.17', { exact: true }).first();
  await page.goto('code/97110/TX/?line=exchange', { waitUntil: 'commit' });
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/97110/);
  await expect(ofDefault).toBeAttached();
  await expect(ofDefault).toBeHidden();
  await expect(page.getByText(/^Commercial plans; CPT/).first()).toBeHidden();
  script();
  await expect(page.getByText(/^Loading the figures for: Exchange/)).toBeVisible();
  await expect(ofDefault).toBeHidden();
  rates();
  await waitUntilSettled(page);
  await expect(ofDefault).toHaveCount(0);
  await expect(page.getByRole('table', { name: table })).toBeVisible();
  await expect(page.getByText(/^Exchange and individual plans; CPT/).first()).toBeVisible();
});

test('an order and a pin to the page’s own release are figures of the page’s file: shown before any script', async ({
  page,
}) => {
  await heldUp(page, '**/assets/*.js');
  const { id } = JSON.parse(readFileSync('public/data/release.json', 'utf8')) as { id: string };
  for (const [search, isShown] of [
    [`sort=median&pin=${id}`, true],
    ['pin=2025-06-30.0a1b2c3d', false],
    [`pin=${id}&line=exchange`, false],
  ] as const) {
    await page.goto(`code/97110/TX/?${search}`, { waitUntil: 'commit' });
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(/97110/);
    await expect(page.getByText('$89.17', { exact: true }).first(), search).toBeVisible({ visible: isShown });
  }
});

test('where the script never comes, the page’s own figures are shown after a while, faintly', async ({
  page,
}) => {
  await page.clock.install();
  await heldUp(page, '**/assets/*.js');
  await page.goto('code/97110/TX/?line=exchange', { waitUntil: 'commit' });
  const figures = page.getByText('$89.17', { exact: true }).first();
  await expect(figures).toBeHidden();
  await page.clock.runFor(8100);
  await expect(figures).toBeVisible();
  await expect(page.locator('main dl').first()).toHaveCSS('opacity', '0.45');
});

test('a frame shows one figure with its source, and a table as well as a chart', async ({ page }) => {
  await page.goto('code/97110/TX/?embed=chart');
  await expect(page.getByRole('img', { name: table })).toBeVisible();
  await expect(page.getByRole('navigation', { name: 'Main' })).toHaveCount(0);
  await expect(page.getByText(/^Sources: 19 published files/)).toBeVisible();
  await expectAccessible(page);
  await page.goto('code/97110/TX/?embed=table');
  // The page's own file is the whole page; the frame takes its place.
  await expect(page.getByRole('link', { name: /Rate Atlas: method/ })).toBeVisible();
  expect(await readRow(page, table, 'Cigna')).toContain('$120.00');
  await expect(page.getByRole('link', { name: /Rate Atlas: method/ })).toHaveAttribute(
    'href',
    '/some/sub/path/code/97110/TX/',
  );
});

for (const [address, figure, widths] of [
  ['code/97110/states/', 'Chart', [320, 600, 720, 1000, 1400]],
  ['code/97110/states/', 'Table', [600, 1000]],
  ['code/97110/TX/', 'Chart', [600, 1000]],
  ['code/97110/TX/', 'Table', [600, 1000]],
  ['code/97110/', 'Chart', [600, 1000]],
  ['code/97110/', 'Table', [600, 1000]],
] as const) {
  test(`the HTML to embed /${address} as ${figure} has room for it, its source and its link`, async ({
    page,
  }) => {
    await openPage(page, address);
    await page.getByText('Copy link', { exact: true }).click();
    if (figure === 'Table') await page.getByLabel('Figure to embed').selectOption('Table');
    const html = await page.getByRole('textbox', { name: 'HTML to embed it' }).inputValue();
    const src = /src="([^"]+)"/.exec(html)?.[1]?.replaceAll('&amp;', '&') ?? '';
    const height = Number(/ height="(\d+)"/.exec(html)?.[1]);
    for (const width of widths) {
      await page.setViewportSize({ width, height });
      await page.goto(src);
      const link = page.getByRole('link', { name: /Rate Atlas: method/ });
      await expect(link).toBeInViewport({ ratio: 1 });
      if (figure === 'Chart')
        await expect(page.locator('main svg[role]').first()).toBeInViewport({ ratio: 1 });
      const spare = () => page.evaluate(() => innerHeight - document.documentElement.scrollHeight);
      await expect.poll(spare, `at ${width} px`).toBe(0);
    }
  });
}

test('while the browser takes no address the view chosen stays, and its address follows', async ({
  page,
}) => {
  await openPage(page, 'code/97110/TX/');
  // As Chrome does after 200 in ten seconds; driven by tests it takes any number.
  await page.evaluate(() => {
    const push = history.pushState.bind(history);
    history.pushState = () => {};
    document.addEventListener('taken-again', () => {
      history.pushState = push;
    });
  });
  const basis = page.getByRole('combobox', { name: 'One vote per' });
  await basis.selectOption('rates');
  await page.getByRole('combobox', { name: 'Site' }).selectOption('all');
  await expect(page.getByRole('region', { name: 'What counts' })).toContainText(
    'one vote per published rate',
  );
  await expect(page).toHaveURL(/\/code\/97110\/TX\/$/);
  await page.evaluate(() => document.dispatchEvent(new Event('taken-again')));
  await expect(page).toHaveURL(/\/code\/97110\/TX\/\?(basis=rates&site=all|site=all&basis=rates)$/);
  await expect(basis).toHaveValue('rates');
  await page.goBack();
  await expect(basis).toHaveValue('providers');
});
