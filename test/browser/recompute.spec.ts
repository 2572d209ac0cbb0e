import { readFileSync } from 'node:fs';
import { openSheet } from '../support/spreadsheet.ts';
import { expectAccessible } from './support/axe.ts';
import { openPage } from './support/settled.ts';
import { expect, test } from './support/test.ts';

test('a Medicare amount opens its working, and the sheet it hands over computes it', async ({ page }) => {
  await openPage(page, 'medicare/?code=97755&state=AK&year=2025');
  const localities = page.getByRole('table', { name: 'Alaska Medicare localities for 97755, 2025' });
  const amount = localities.getByRole('button', { name: '$48.65' }).first();
  await amount.click();
  const panel = page.getByRole('dialog', { name: /^Recompute this: Non-facility amount of 97755/ });
  await expect(panel.getByText('$48.65').first()).toBeVisible();
  await expect(panel.getByRole('row', { name: /^Conversion factor \(CF\) 32\.3465/ })).toBeVisible();
  await expectAccessible(page);
  const arriving = page.waitForEvent('download');
  await panel.getByRole('button', { name: 'Download the CSV that reproduces it' }).click();
  const download = await arriving;
  expect(download.suggestedFilename()).toBe('recompute-non-facility-amount-of-97755-alaska-2025.csv');
  const sheet = openSheet(readFileSync(await download.path(), 'utf8'));
  expect(sheet.beside('Computed by this sheet')).toBe(48.65);
  // The way back is the platform's own: Escape closes, and the focus returns to the figure.
  await page.keyboard.press('Escape');
  await expect(panel).toBeHidden();
  await expect(amount).toBeFocused();
});

test('a difference of the board leads on to the votes of both sides', async ({ page }) => {
  await openPage(page, 'code/97110/states/');
  const map = page.getByRole('table', { name: /^BUCA median for 97110 by state/ });
  await map
    .getByRole('row', { name: /^Texas/ })
    .getByRole('button', { name: /%$/ })
    .first()
    .click();
  const panel = page.getByRole('dialog');
  await expect(panel.getByRole('heading', { name: /^Recompute this: % deviation.*Texas/ })).toBeVisible();
  await panel
    .getByRole('row', { name: /^A: Median of BUCA, Texas/ })
    .getByRole('button')
    .click();
  await expect(
    panel.getByRole('heading', { name: 'Recompute this: Median of BUCA for 97110, Texas' }),
  ).toBeFocused();
  await expect(panel.getByRole('table', { name: /^The votes behind it/ })).toBeVisible();
  await panel.getByRole('button', { name: 'Back' }).click();
  await expect(panel.getByRole('heading', { name: /% deviation/ })).toBeFocused();
});
