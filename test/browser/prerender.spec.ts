import type { Page } from '@playwright/test';
import { waitUntilAlive, waitUntilSettled } from './support/settled.ts';
import { readRow } from './support/tables.ts';
import { expect, test } from './support/test.ts';

const pages = ['', 'code/97110/', 'code/97110/TX/', 'code/97755/AK/', 'methodology/', 'data/'] as const;

/** Watches what moves without being asked to, from the next page on; gives the sum of it. */
async function shiftOf(page: Page): Promise<() => Promise<number>> {
  await page.addInitScript(() => {
    const seen = { shift: 0 };
    Object.assign(globalThis, { seen });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) seen.shift += (entry as unknown as { value: number }).value;
    }).observe({ type: 'layout-shift', buffered: true });
  });
  return () => page.evaluate(() => (globalThis as unknown as { seen: { shift: number } }).seen.shift);
}

test.describe('without a script', () => {
  test.use({ javaScriptEnabled: false });

  test('a code’s page has its figures, its chart, and links that lead on', async ({ page }) => {
    await page.goto('code/97110/TX/');
    await expect(page.getByRole('heading', { level: 1 })).toContainText('97110');
    expect(await readRow(page, 'Texas benchmark for 97110', 'Cigna')).toEqual(
      expect.arrayContaining(['11', '$245.38', '$51.78', '$120.00', '$130.09']),
    );
    await expect(page.getByRole('img', { name: 'Texas benchmark for 97110' })).toBeVisible();
    // What only answers to a script comes with it.
    expect(await page.locator('select, button, input').count()).toBe(0);
    // The whole style file comes without one: for paper, and for what opens.
    expect(await page.evaluate(() => document.styleSheets.length)).toBe(2);
    await page.getByRole('link', { name: 'Next state: Utah' }).click();
    await expect(page).toHaveURL(/\/some\/sub\/path\/code\/97110\/UT\/$/);
    await page.getByRole('link', { name: 'Rate Atlas' }).click();
    await expect(page).toHaveURL(/\/some\/sub\/path\/$/);
    await expect(page.getByRole('link', { name: '97110', exact: true })).toBeVisible();
  });

  for (const address of ['', 'data/', 'methodology/', 'code/97110/']) {
    test(`/${address} offers nothing that only a script answers`, async ({ page }) => {
      await page.goto(address);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await expect(
        page.locator('select, button, input, textarea, form').filter({ visible: true }),
      ).toHaveCount(0);
    });
  }

  for (const address of ['code/97110/states/', 'medicare/', 'brief/', 'own/']) {
    test(`/${address} says what it needs, and leads home`, async ({ page }) => {
      await page.goto(address);
      await expect(page.getByRole('paragraph').first()).toContainText('so it needs JavaScript');
      await page.getByRole('link', { name: 'the list of billing codes' }).click();
      await expect(page).toHaveURL(/\/some\/sub\/path\/$/);
      await expect(page.getByRole('link', { name: '97110', exact: true })).toBeVisible();
    });
  }
});

for (const address of pages) {
  test(`/${address} comes to life without a change: no shift, no new text`, async ({ page }) => {
    const shift = await shiftOf(page);
    const answer = await page.goto(address);
    const file = (await answer?.text()) ?? '';
    expect(file).toContain('id="root"><div');
    // Text that React finds different is an uncaught error, which the fixture sees; this sees what is not told.
    const early = await page.evaluate(
      (html) => new DOMParser().parseFromString(html, 'text/html').querySelector('h1')?.textContent,
      file,
    );
    await waitUntilAlive(page);
    expect(await page.locator('h1').textContent()).toBe(early);
    expect(await shift()).toBe(0);
  });
}

for (const address of ['code/97110/states/', 'medicare/', 'brief/?codes=97110&place=TX']) {
  test(`/${address} draws itself without pushing anything away`, async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    const shift = await shiftOf(page);
    // The data come after the page has been in sight for a while.
    await page.route('**/data/**', async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 200));
      await route.continue();
    });
    await page.goto(address);
    await expect(page.getByText(/^Loading .*…$/).first()).toBeVisible();
    await waitUntilSettled(page);
    expect(await shift()).toBe(0);
  });
}

// The second has reasons in place of figures, across several columns.
for (const address of ['code/97110/TX/', 'code/97755/']) {
  test(`/${address}: what comes with the script finds its room kept, in windows of every width`, async ({
    page,
  }) => {
    const parts = [
      'h1',
      '[aria-label="State"]',
      'dl',
      '[data-drawing]',
      'table',
      'tbody tr:last-child td',
      'td[colspan] span',
    ];
    const places = () =>
      page.evaluate(
        (queries) =>
          queries.map((query) => {
            const { x, y, width, height } =
              document.querySelector(query)?.getBoundingClientRect() ?? new DOMRect();
            return [query, ...[x, y, width, height].map((each) => Math.round(each * 10) / 10)].join(' ');
          }),
        parts,
      );
    for (const width of [340, 390, 768, 1024, 1440]) {
      await page.setViewportSize({ width, height: 900 });
      let release = () => {};
      const held = new Promise<void>((resolve) => {
        release = resolve;
      });
      await page.route('**/assets/**', async (route) => {
        await held;
        await route.continue();
      });
      await page.goto(address, { waitUntil: 'domcontentloaded' });
      await page.locator('tbody').first().waitFor();
      const before = await places();
      release();
      await waitUntilAlive(page);
      await page.unroute('**/assets/**');
      await expect.poll(places, `at ${width} px`).toEqual(before);
    }
  });
}

test('a first look fetches no rates; the first control that needs them does', async ({ page }) => {
  const data: string[] = [];
  page.on('request', (request) => {
    if (request.url().includes('/data/')) data.push(request.url());
  });
  await page.goto('code/97110/TX/');
  await waitUntilAlive(page);
  expect(data).toEqual([]);
  await page.getByRole('combobox', { name: 'Site' }).selectOption('all');
  await expect(page).toHaveURL(/\?site=all$/);
  await expect(page.getByRole('region', { name: 'What counts' })).toContainText('rates of every site');
  await expect.poll(() => data.some((url) => url.includes('rates/97110/TX.csv'))).toBe(true);
});

test('a link with a setting shows what it asks for', async ({ page }) => {
  await page.goto('code/97110/TX/?basis=rates');
  await expect.poll(async () => (await readRow(page, 'Texas benchmark for 97110', 'BUCA'))[1]).not.toBe('52');
});
