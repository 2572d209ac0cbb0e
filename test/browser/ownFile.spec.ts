import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { expectAccessible } from './support/axe.ts';
import { openPage } from './support/settled.ts';
import { readRow } from './support/tables.ts';
import { expect, test } from './support/test.ts';
import { traces, watchRequests } from './support/traces.ts';

/** Words and amounts that stand nowhere else, so that finding one outside the page is finding the file. */
const secrets = ['Zyxo Falls Clinic', 'Quillfern', '71.37', '7137', 'contract-of-zyxo'];
const file = {
  name: 'contract-of-zyxo.csv',
  mimeType: 'text/csv',
  text: `code,payer,rate,state,provider,date,plan
97110,Aetna,71.37,TX,Zyxo Falls Clinic,2026-01-15,Quillfern PPO
97110,Aetna,75.00,TX,Pecan PT,2026-01-15,PPO
97110,Aetna,85.00,TX,Bayou PT,2026-01-15,PPO
97110,Aetna,95.00,TX,Lone Star PT,2026-01-15,PPO
97110,Aetna,105.00,TX,Alamo PT,2026-01-15,PPO
97110,,90.00,TX,Pecan PT,2026-01-15,PPO
97110,Cigna,twelve,TX,Pecan PT,2026-01-15,PPO
`,
};

/** Drops a file on the page as a hand would, which `setInputFiles` does not do. */
async function drop(page: Page, { name, mimeType, text }: typeof file): Promise<void> {
  const transfer = await page.evaluateHandle(
    (given) => {
      const made = new DataTransfer();
      made.items.add(new File([given.text], given.name, { type: given.mimeType }));
      return made;
    },
    { name, mimeType, text },
  );
  const zone = page.getByText('or drop them here, a folder too');
  await zone.dispatchEvent('dragover', { dataTransfer: transfer });
  await zone.dispatchEvent('drop', { dataTransfer: transfer });
}

test('a dropped file is read, reported line by line, shown as yours, and sent nowhere', async ({ page }) => {
  const sent = watchRequests(page);
  await openPage(page, 'own/');
  await drop(page, file);
  await expect(page.getByText('5 rates read, 2 lines need a look')).toBeVisible();
  const problems = page.getByRole('table', { name: `Problems in ${file.name}` }).getByRole('row');
  await expect(problems.nth(1)).toContainText('7');
  await expect(problems.nth(1)).toContainText('payer');
  await expect(problems.nth(2)).toContainText('8');
  await expect(problems.nth(2)).toContainText('twelve');

  await page.getByRole('link', { name: 'Code by code' }).click();
  // 71.37 75 85 95 105: mean 431.37 ÷ 5 = 86.27, P25 75, median 85, P75 95.
  const aetna = await readRow(page, 'Benchmark for 97110 (your file)', 'Aetna');
  expect(aetna).toEqual(expect.arrayContaining(['5', '$86.27', '$75.00', '$85.00', '$95.00']));
  await expectAccessible(page);

  // Look around with the file open: other pages, the published page of its code, and back.
  await page.getByRole('combobox', { name: 'State in your file' }).selectOption('TX');
  await page.getByRole('combobox', { name: 'One vote per' }).selectOption('rates');
  await page.getByRole('link', { name: 'Published rates for 97110' }).click();
  await expect(page.getByText(/has 5 rates for 97110/)).toBeVisible();
  await page.getByRole('link', { name: 'Methodology' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Methodology' })).toBeVisible();
  await page.getByRole('link', { name: 'Your rates' }).click();
  await expect(page.getByText(`${file.name} is shown on this page, marked as yours.`)).toBeVisible();

  expect(new URL(page.url()).href).toMatch(/\/own\/$/);
  const everything = [sent(), await traces(page)].join('\n');
  expect(everything).toContain('/some/sub/path/');
  for (const secret of secrets) expect(everything).not.toContain(secret);

  await page.reload();
  await expect(page.getByText('or drop them here, a folder too')).toBeVisible();
  await expect(page.getByText(file.name)).toHaveCount(0);
});

test('visits and terms are answered in the page, survive a look at other pages, and are sent nowhere', async ({
  page,
}) => {
  const sent = watchRequests(page);
  await openPage(page, 'own/?view=visits');
  const visit = page.getByRole('group', { name: 'Follow-up' });
  await visit.getByRole('textbox', { name: 'Name of the visit' }).fill('Quillfern visit');
  const own = page.getByRole('group', { name: 'Quillfern visit' });
  await own.getByRole('textbox', { name: 'Visits a year' }).fill('7137');
  await page.getByRole('combobox', { name: 'Place of the visits' }).selectOption('TX');
  await page.getByRole('textbox', { name: 'County of the visits, Texas' }).fill('Harris');
  // 29.21 + 22.41 + 21.40, Houston’s own locality.
  const houston = 'Payment per visit, Houston, Texas (locality 18), Medicare 2026';
  expect(await readRow(page, houston, 'Medicare')).toContain('$73.02');
  await expectAccessible(page);
  await page.getByRole('combobox', { name: 'Place of the visits' }).selectOption('AK');
  await page.getByRole('combobox', { name: 'Medicare year of the visits' }).selectOption('2025');
  // 37.06 + 29.54 + 28.05, CMS’s own columns for Alaska.
  expect(await readRow(page, 'Payment per visit, Alaska, Medicare 2025', 'Medicare')).toContain('$94.65');
  await page.getByRole('link', { name: 'Terms' }).click();
  const first = page.getByRole('group', { name: '97110' });
  await first.getByRole('combobox', { name: 'Code' }).selectOption('97755');
  await page.getByRole('combobox', { name: 'Look at' }).selectOption('97755');
  const termA = page.getByRole('group', { name: 'Term A' });
  await termA.getByRole('combobox', { name: 'Paid as' }).selectOption('dollars');
  await termA.getByRole('textbox', { name: 'Dollars a unit' }).fill('71.37');
  const past = 'What the same words would have paid for 97755, National, 2020 to 2026';
  expect(await readRow(page, past, '2020')).toContain('$71.37');
  await expectAccessible(page);

  await page.getByRole('link', { name: 'Methodology' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Methodology' })).toBeVisible();
  await page.getByRole('link', { name: 'Your rates' }).click();
  await page.getByRole('link', { name: 'Visits' }).click();
  await expect(own.getByRole('textbox', { name: 'Visits a year' })).toHaveValue('7137');
  const everything = [sent(), await traces(page)].join('\n');
  for (const secret of secrets) expect(everything).not.toContain(secret);
  // Not even a code that was picked: the medians of all codes come in one file.
  expect(sent()).not.toContain('97140');
  expect(everything.toLowerCase()).not.toContain('harris');

  await page.reload();
  await expect(page.getByRole('group', { name: 'Follow-up' })).toBeVisible();
});

test('a picked file is read by the worker that waits for it, and can be taken away again', async ({
  page,
}) => {
  await openPage(page, 'own/');
  await expect.poll(() => page.workers().length).toBe(1);
  const [waiting] = page.workers();
  const ended = new Promise((resolve) => waiting?.once('close', resolve));
  await page.getByLabel('Choose files').setInputFiles({
    name: file.name,
    mimeType: file.mimeType,
    buffer: Buffer.from(file.text),
  });
  await expect(page.getByRole('heading', { name: 'My contract' })).toBeVisible();
  await ended;
  // For the next file.
  await expect.poll(() => page.workers().length).toBe(1);
  await page.getByRole('button', { name: 'Remove my rates' }).click();
  await expect(page.getByRole('heading', { name: 'My contract' })).toHaveCount(0);
  await expect(page.getByLabel('Choose files')).toBeAttached();
});

test('a long reading shows its progress and can be cancelled', async ({ page }) => {
  await openPage(page, 'own/');
  const rows = Array.from({ length: 400_000 }, (_, row) => `97110,Aetna,${row % 200}.50,TX,Provider ${row}`);
  await page.getByLabel('Choose files').setInputFiles({
    name: 'long.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(`code,payer,rate,state,provider\n${rows.join('\n')}\n`),
  });
  await expect(page.getByRole('progressbar')).toBeVisible();
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByLabel('Choose files')).toBeAttached();
  await expect(page.getByRole('progressbar')).toHaveCount(0);
  await expect(page.getByText('long.csv')).toHaveCount(0);
});

/** What is no table at all is refused in a word; a table tells its problems line by line. */
const refusals: Readonly<Record<string, string>> = {
  'web-page': 'This is a web page, not a file of rates',
  empty: 'The file is empty.',
};

for (const name of ['web-page', 'empty', 'no-payer']) {
  test(`a bad file (${name}.csv) leaves the page standing and says what is wrong`, async ({ page }) => {
    const expected = JSON.parse(readFileSync(`test/fixtures/bad-files/${name}.expected.json`, 'utf8')) as {
      problems: { message: string }[];
    };
    await openPage(page, 'own/');
    await page.getByLabel('Choose files').setInputFiles(`test/fixtures/bad-files/${name}.csv`);
    await expect(
      page.getByText(refusals[name] ?? expected.problems[0]?.message ?? 'no problem expected').first(),
    ).toBeVisible();
    await expectAccessible(page);
  });
}
