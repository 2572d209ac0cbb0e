import { expectAccessible } from './support/axe.ts';
import { openPage, waitUntilAlive, waitUntilSettled } from './support/settled.ts';
import { readRow } from './support/tables.ts';
import { expect, test } from './support/test.ts';

const root = '/some/sub/path/';

test('states are leafed through by keyboard, each with its own address and table', async ({ page }) => {
  await openPage(page, 'code/97110/TX/');
  await page.getByRole('link', { name: 'Next state: Utah' }).focus();
  await page.keyboard.press('ArrowRight');
  await expect(page).toHaveURL(`${root}code/97110/UT/`);
  await expect(page.getByText('UT 46 of 53')).toBeVisible();
  // The focus stays on the pager, so the next key leafs on.
  await page.keyboard.press('ArrowLeft');
  await expect(page.getByText('TX 45 of 53')).toBeVisible();
  await page.keyboard.press('ArrowLeft');
  await expect(page.getByRole('table', { name: 'Tennessee benchmark for 97110' })).toBeVisible();
  await expect(page).toHaveURL(`${root}code/97110/TN/`);
  await expect(page).toHaveTitle(/Tennessee/);
});

test('site and basis change the address and the figures, and the way back undoes them', async ({ page }) => {
  await openPage(page, 'code/97110/');
  const table = 'National benchmark for 97110';
  const before = await readRow(page, table, 'BUCA');
  expect(before).toContain('$90.23');

  await page.getByRole('combobox', { name: 'Site' }).selectOption({ label: 'All sites' });
  await expect(page).toHaveURL(/\?site=all$/);
  // Out of sight, a table follows the headline by a frame.
  await expect.poll(() => readRow(page, table, 'BUCA')).not.toEqual(before);
  const allSites = await readRow(page, table, 'BUCA');

  await page.getByRole('combobox', { name: 'One vote per' }).selectOption({ label: 'Published rate' });
  await expect(page).toHaveURL(/\?site=all&basis=rates$/);
  await expect.poll(() => readRow(page, table, 'BUCA')).not.toEqual(allSites);

  await page.goBack();
  await expect(page).toHaveURL(/\?site=all$/);
  await expect.poll(() => readRow(page, table, 'BUCA')).toEqual(allSites);
  await page.goBack();
  await expect(page).toHaveURL(new RegExp(`${root}code/97110/$`));
  await expect.poll(() => readRow(page, table, 'BUCA')).toEqual(before);
});

for (const { height, holds } of [
  { height: 900, holds: ['headline'] },
  { height: 2400, holds: ['headline', 'table'] },
]) {
  test(`the frame of a choice shows it in all that a window of ${height} px holds, ${holds.join(' and ')}`, async ({
    page,
  }) => {
    await page.setViewportSize({ width: 1280, height });
    await openPage(page, 'code/97110/');
    const select = page.getByRole('combobox', { name: 'One vote per' });
    // Brings the rates: what is tried is a choice that needs no file.
    await select.selectOption('rates');
    await expect(page).toHaveURL(/basis=rates$/);
    await select.selectOption('providers');
    await waitUntilSettled(page);
    const medians = await select.evaluate(async (element: HTMLSelectElement) => {
      const medianIn = (selector: string) => document.querySelector(selector)?.textContent;
      const read = () => ({ headline: medianIn('main dd'), table: medianIn('main tbody td:nth-of-type(5)') });
      const before = read();
      element.value = 'rates';
      element.dispatchEvent(new Event('change', { bubbles: true }));
      // What the frame draws is what the page holds when its callbacks run.
      const inFrame = await new Promise<ReturnType<typeof read>>((resolve) => {
        requestAnimationFrame(() => resolve(read()));
      });
      await new Promise((resolve) => setTimeout(resolve, 500));
      return { before, inFrame, after: read() };
    });
    expect(medians.after.headline).toMatch(/^\$/);
    expect(medians.after.headline).toBe(medians.after.table);
    expect(medians.after.headline).not.toBe(medians.before.headline);
    expect(medians.inFrame.headline).toBe(medians.after.headline);
    expect(medians.inFrame.table).toBe(holds.includes('table') ? medians.after.table : medians.before.table);
  });
}

test('a link with a scope and an order opens as it was left, after a reload too', async ({ page }) => {
  await openPage(page, 'code/97110/?basis=rates');
  const table = page.getByRole('table', { name: 'National benchmark for 97110' });
  const first = table.getByRole('rowheader').first();
  await table.getByRole('button', { name: 'Median' }).click();
  await expect(table.getByRole('columnheader', { name: 'Median' })).toHaveAttribute(
    'aria-sort',
    'descending',
  );
  await expect(page).toHaveURL(/basis=rates&sort=/);
  const highest = (await first.textContent()) ?? '';
  const descending = page.url();
  await table.getByRole('button', { name: 'Median' }).click();
  await expect(table.getByRole('columnheader', { name: 'Median' })).toHaveAttribute('aria-sort', 'ascending');
  // The address follows the frame; before it does there is no step to go back.
  await expect(page).not.toHaveURL(descending);
  await page.goBack();
  await expect(first).toHaveText(highest);
  await page.reload();
  await waitUntilSettled(page);
  await expect(first).toHaveText(highest);
  await expect(page.getByRole('combobox', { name: 'One vote per' })).toHaveValue('rates');
});

test('codes that were opened come back on the home page', async ({ page }) => {
  await openPage(page, '/');
  await expect(page.getByRole('navigation', { name: 'Recent codes' })).toHaveCount(0);
  await page.getByRole('searchbox', { name: 'Find a billing code' }).fill('assistive');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(`${root}code/97755/`);
  await waitUntilSettled(page);
  await page.getByRole('link', { name: 'Rate Atlas' }).click();
  const recent = page.getByRole('navigation', { name: 'Recent codes' });
  await expect(recent.getByRole('link', { name: '97755' })).toBeVisible();
  await recent.getByRole('link', { name: '97755' }).click();
  await expect(page.getByRole('table', { name: 'National benchmark for 97755' })).toBeVisible();
});

test('on a narrow screen the words stay and the controls fold away', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await openPage(page, 'code/97110/');
  const site = page.getByRole('combobox', { name: 'Site' });
  await expect(page.getByText(/one vote per provider and payer/).first()).toBeVisible();
  await expect(site).toBeHidden();
  await page.getByRole('button', { name: 'Change what counts' }).click();
  await expect(site).toBeVisible();
  await expectAccessible(page);
});

test('the theme is switched, kept, and readable in both', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'light' });
  await openPage(page, 'code/97110/TX/');
  const background = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  const light = await background();
  await page.getByTitle('Dark theme').click();
  await expect.poll(background).not.toBe(light);
  await expectAccessible(page);
  await page.reload();
  await waitUntilSettled(page);
  expect(await background()).not.toBe(light);
  await page.getByTitle('Light theme').click();
  await expect.poll(background).toBe(light);
});

test('two tabs have one theme: what is chosen in one is shown and marked in the other', async ({
  page,
  context,
}) => {
  await page.emulateMedia({ colorScheme: 'light' });
  await openPage(page, 'code/97110/TX/');
  const other = await context.newPage();
  await openPage(other, 'methodology/');
  await other.getByTitle('Dark theme').click();
  await expect(page.getByRole('radio', { name: 'Dark' })).toBeChecked();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
});

test('on paper there are figures and no controls', async ({ page }) => {
  await openPage(page, 'code/97110/TX/');
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('table', { name: 'Texas benchmark for 97110' })).toBeVisible();
  await expect(page.getByText('TX 45 of 53')).toBeHidden();
  await expect(page.getByText(/one vote per provider and payer/).first()).toBeVisible();
  await expect(page.getByText('Figures are estimates from published files')).toBeVisible();
  const main = page.getByRole('main');
  for (const control of ['select', 'input', 'nav', 'form']) {
    expect(await main.locator(`${control}:visible`).count(), `${control} on paper`).toBe(0);
  }
  const inTables = main.locator('table button:visible');
  const all = main.locator('button:visible');
  // Headings and figures of a table are buttons on the screen; on paper they are their words, as the headline figures are.
  const headline = main
    .locator('dl')
    .first()
    .getByRole('button', { name: /^(\$[\d.]+|[\d.]+%)$/ });
  await expect(headline).toHaveCount(4);
  expect(await all.count()).toBe((await inTables.count()) + 4);
  expect((await page.pdf({ format: 'A4' })).byteLength).toBeGreaterThan(10_000);
});

test('the small maps of all payers are on paper too', async ({ page }) => {
  await openPage(page, 'code/97110/states/');
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('main button[aria-pressed] svg').first()).toBeVisible();
});

test('the keyboard goes on in the live chart: its arrows walk through the payers', async ({ page }) => {
  await page.goto('code/97110/TX/');
  await waitUntilAlive(page);
  const group = page.getByRole('group', { name: 'Texas benchmark for 97110, chart' });
  await group.focus();
  const chart = page.getByRole('application', { name: 'Texas benchmark for 97110' });
  await expect(chart).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(group.locator('.recharts-tooltip-wrapper')).toBeVisible();
});

test('no two parts of a page share an id, with the flagged votes of the benchmark and of what others print', async ({
  page,
}) => {
  await openPage(page, 'code/97760/');
  for (const of of ['97760, national', '97760 as others print it']) {
    await expect(page.getByRole('heading', { name: `What flagged votes do for ${of}` })).toBeVisible();
  }
  const ids = await page.evaluate(() => [...document.querySelectorAll('[id]')].map(({ id }) => id));
  expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
});

test('minutes typed stay where a state without rates puts its parts in another order', async ({ page }) => {
  await openPage(page, 'code/97110/TX/#context');
  const minutes = page.getByRole('group', { name: 'Service 1' }).getByRole('textbox', { name: 'Minutes' });
  await minutes.fill('45');
  await page.getByRole('link', { name: 'Next state: Utah' }).click();
  await expect(page.getByText(/^No payer rates for 97110 in Utah/)).toBeVisible();
  await waitUntilSettled(page);
  await expect(minutes).toHaveValue('45');
  await page.getByRole('link', { name: 'Previous state: Texas' }).click();
  await expect(page.getByRole('table', { name: 'Texas benchmark for 97110' })).toBeVisible();
  await expect(minutes).toHaveValue('45');
});
