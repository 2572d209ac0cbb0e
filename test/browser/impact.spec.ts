import { expectAccessible } from './support/axe.ts';
import { openPage } from './support/settled.ts';
import { readRow } from './support/tables.ts';
import { expect, test } from './support/test.ts';

test.beforeEach(async ({ page }) => {
  await openPage(page, 'own/');
  await page.getByRole('button', { name: 'Try a made-up contract' }).click();
  await expect(page.getByText('100 lines in force: 25 codes, 4 payers.')).toBeVisible();
  await page.getByRole('link', { name: 'Impact' }).click();
  await page.getByRole('combobox', { name: 'State of your practice' }).selectOption('TX');
  await expect(page.getByText(/carry [\d.]+% of the gain\.$/)).toBeVisible();
});

test('what a target brings is drawn, counted and worked out, and nothing is wider than a phone', async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  for (const name of [/^What 120\.0% of Medicare would bring/, /^What the gain hangs on/, /^Scenarios side/])
    await expect(page.getByRole('img', { name })).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Show the other 72 lines' }).click();
  const total = await readRow(page, 'What 120.0% of Medicare would bring, by line', 'Total');
  const grid = await readRow(page, 'What other targets and volumes would bring', '120% of Medicare');
  // The whole gain is the same wherever it stands.
  expect(total.find((text) => text.startsWith('+$'))).toBe(grid[4]);
});

test('a scenario with an exception, by keyboard; kept only on request and never in the address', async ({
  page,
}) => {
  // Σ units × rate of the made-up contract is $1,241,466; 5% more is $1,303,539.30.
  expect(await readRow(page, 'Scenarios side by side', 'A: 5% across the board')).toEqual(
    expect.arrayContaining(['$1,303,539.30', '+$62,073.30', '+5.0%']),
  );
  const address = page.url();
  await page.getByRole('button', { name: 'Add an exception to A' }).focus();
  await page.keyboard.press('Enter');
  const exception = page.getByRole('group', { name: 'Exception 1 of A' });
  await exception.getByRole('combobox', { name: 'For the payer' }).focus();
  await page.keyboard.type('Cigna');
  await expect(exception.getByRole('combobox', { name: 'For the payer' })).toHaveValue('Cigna PPO');
  // Cigna's $139,679 keeps its rates: 5% of the rest, $55,089.35.
  await expect(
    page.getByText('A, every line: +5.0% on each rate; Cigna PPO: rates as they are.'),
  ).toBeVisible();
  expect(await readRow(page, 'Scenarios side by side', 'A: 5% across the board')).toContain('+$55,089.35');

  const stored = () => page.evaluate(() => JSON.stringify(Object.entries(localStorage)));
  expect(await stored()).not.toContain('Cigna PPO');
  await page.getByRole('button', { name: 'Save in this browser' }).click();
  const kept = await stored();
  expect(kept).toContain('Cigna PPO');
  // Definitions only: no rate and no volume of the file.
  expect(kept).not.toMatch(/units|3200|example-contract/);
  await page.reload();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  expect(page.url()).toBe(address);
  await page.getByRole('link', { name: 'My contract' }).click();
  await page.getByRole('button', { name: 'Try a made-up contract' }).click();
  await page.getByRole('link', { name: 'Impact' }).click();
  await page.getByRole('combobox', { name: 'State of your practice' }).selectOption('TX');
  await page.getByRole('button', { name: 'Open the saved scenarios' }).click();
  expect(await readRow(page, 'Scenarios side by side', 'A: 5% across the board')).toContain('+$55,089.35');
  await page.getByRole('button', { name: 'Delete the saved scenarios' }).click();
  expect(await stored()).not.toContain('Cigna PPO');
});
