import type { Page } from '@playwright/test';
import writeXlsxFile from 'write-excel-file/node';
import { expectAccessible } from './support/axe.ts';
import { openPage } from './support/settled.ts';
import { readRow } from './support/tables.ts';
import { expect, test } from './support/test.ts';
import { databases, recordHistory, traces, watchRequests } from './support/traces.ts';

// What the worker keeps is looked at too.
test.use({ serviceWorkers: 'allow' });

/** Names and numbers that stand nowhere else on the site. */
const secrets = ['Quillfern', '71.37', '7137', '4321', 'contract-of-zyxo', 'volumes-of-zyxo', '5678'];
const contract = {
  name: 'contract-of-zyxo.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from(`CPT Code,Payor,Rate,Annual Volume,POS,Effective Date
97110,Aetna Quillfern,71.37,4321,11,2026-01-01
97110,Aetna PPO,29.00,100,11,2026-01-01
97140,Cigna,25.00,200,11,2026-01-01
`),
};
const volumes = {
  name: 'volumes-of-zyxo.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from('cpt,payer,units\n97110,Aetna Quillfern,5678\n97140,,40\n97150,Cigna,9\n'),
};
const picker = (page: Page) => page.getByLabel(/^Choose (more )?files$/);
const views = ['Position', 'Impact', 'Visits', 'Terms', 'Code by code', 'My contract'] as const;

test('kept on request, opened on the next visit, deleted with one button; never sent, and nowhere else', async ({
  page,
}) => {
  const sent = watchRequests(page);
  await openPage(page, 'own/');
  await picker(page).setInputFiles(contract);
  await expect(page.getByText('3 lines in force: 2 codes, 3 payers.')).toBeVisible();

  // A second file is asked about; the keyboard stands on the answers.
  await picker(page).setInputFiles(volumes);
  await expect(page.getByRole('button', { name: 'Take volumes from it' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(
    page.getByText(
      'Units in volumes-of-zyxo.csv 5,727 = on your contract’s lines 5,718 + without a line 9 + on lines left out 0.',
    ),
  ).toBeVisible();
  expect(await databases(page)).toBe('');

  await page.getByRole('button', { name: 'Keep in this browser' }).click();
  await expect(page.getByText('Kept in this browser.')).toBeVisible();
  const kept = await databases(page);
  for (const part of ['contract-of-zyxo.csv', 'Quillfern,71.37', 'volumes-of-zyxo.csv', 'Quillfern,5678'])
    expect(kept).toContain(part);
  await expectAccessible(page);

  // Through every part of the desk with the file open.
  await page.getByRole('link', { name: 'Position', exact: true }).click();
  await page.getByRole('combobox', { name: 'State of your practice' }).selectOption('TX');
  expect(await readRow(page, 'Where each of your rates sits', '97110, Aetna PPO')).toContain('$29.00');
  const texts: string[] = [];
  for (const view of views) {
    await page.getByRole('link', { name: view, exact: true }).click();
    await expect(page.getByRole('link', { name: view, exact: true })).toHaveAttribute('aria-current', 'page');
    texts.push(await traces(page));
  }

  await page.reload();
  const open = page.getByRole('button', { name: /^Open contract-of-zyxo\.csv, kept on \d{4}-\d\d-\d\d$/ });
  await expect(open).toBeVisible();
  await expect(page.getByText('3 lines in force')).toHaveCount(0);
  await open.click();
  await expect(page.getByText('3 lines in force: 2 codes, 3 payers.')).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Volumes from volumes-of-zyxo.csv' })).toBeVisible();

  await page.getByRole('button', { name: 'Delete from this browser' }).click();
  await expect(page.getByRole('button', { name: 'Keep in this browser' })).toBeVisible();
  expect(await databases(page)).toBe('');
  texts.push(await traces(page));
  await page.reload();
  await expect(picker(page)).toBeAttached();
  await expect(page.getByText(contract.name)).toHaveCount(0);

  const everything = [sent(), ...texts].join('\n');
  expect(everything).toContain('/some/sub/path/');
  for (const secret of secrets) expect(everything).not.toContain(secret);
});

test('compared, printed, put into a scenario, a visit and terms: nothing of it leaves the page’s memory', async ({
  page,
}) => {
  const sent = watchRequests(page);
  const written = await recordHistory(page);
  // What is typed about it, and what it multiplies to: 4,321 × $71.37 = $308,389.77.
  const own = [...secrets, 'Zyxo', '308,389', '308389', '140.82'];
  const steps: string[] = [];
  async function expectNoTrace(step: string): Promise<void> {
    const found = `${await traces(page)}\n${await written()}\n${await databases(page)}`;
    for (const secret of own) expect(found, step).not.toContain(secret);
    steps.push(step);
  }
  async function openPart(name: string): Promise<void> {
    const link = page
      .getByRole('navigation', { name: 'Parts of your desk' })
      .getByRole('link', { name, exact: true });
    await link.click();
    await expect(link).toHaveAttribute('aria-current', 'page');
  }
  await openPage(page, 'own/');
  await picker(page).setInputFiles(contract);
  await expect(page.getByText('3 lines in force: 2 codes, 3 payers.')).toBeVisible();

  await openPart('Compare');
  await page.getByRole('combobox', { name: 'State of your practice' }).selectOption('TX');
  // Medicare's mean for 97110 over Texas in 2026 is $28.90625: 71.37 ÷ 28.90625.
  const matrix = page.getByRole('table', { name: 'Your rates: payers and codes, % of Medicare' });
  await expect(matrix.getByRole('columnheader', { name: /Quillfern/ })).toBeVisible();
  await matrix.getByRole('button', { name: /246\.9%/ }).click();
  await expect(page.getByRole('dialog')).toContainText('Your rate71.37USD');
  await expectNoTrace('a cell worked out');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.getByRole('checkbox', { name: '97110, Aetna Quillfern' }).check();
  await expect(page.getByText('1 of 3 picked for the brief.')).toBeVisible();
  await expectNoTrace('compare');

  await page.getByRole('link', { name: 'Open the brief' }).first().click();
  await expect(page.getByRole('heading', { name: '2 codes, 3 payers, Texas' })).toBeVisible();
  await expect(page.getByRole('table', { name: 'Lines to bring to the table' })).toContainText('$71.37');
  expect((await page.pdf()).length).toBeGreaterThan(10_000);
  await expectNoTrace('brief');

  await openPart('Impact');
  const scenario = page.getByRole('group', { name: 'Scenario A' });
  await scenario.getByRole('textbox', { name: 'Name' }).fill('Offer to Zyxo');
  await scenario.getByRole('button', { name: 'Add an exception to A' }).click();
  await page
    .getByRole('group', { name: 'Exception 1 of A' })
    .getByRole('combobox', { name: 'For the payer' })
    .selectOption('Aetna Quillfern');
  await expect(page.getByText(/; Aetna Quillfern: rates as they are\.$/)).toBeVisible();
  // 5% of 100 × $29 and 200 × $25; Quillfern's $308,389.77 stays.
  expect(await readRow(page, 'Scenarios side by side', 'A: Offer to Zyxo')).toEqual(
    expect.arrayContaining(['$316,684.77', '+$395.00']),
  );
  await page.getByRole('combobox', { name: 'Impact by' }).selectOption('payer');
  await expectNoTrace('impact with a scenario');
  // Asked for, the names are kept, and only they; deleted, they are gone.
  await page.getByRole('button', { name: 'Save in this browser' }).click();
  const kept = await page.evaluate(() => JSON.stringify(Object.entries(localStorage)));
  expect(kept).toContain('Offer to Zyxo');
  expect(kept).toContain('Aetna Quillfern');
  for (const number of ['71.37', '7137', '4321', '308', 'contract-of']) expect(kept).not.toContain(number);
  await page.getByRole('button', { name: 'Delete the saved scenarios' }).click();
  await expectNoTrace('scenarios deleted');

  await openPart('Visits');
  await page.getByRole('combobox', { name: 'Rates of the visits' }).selectOption('own');
  // Two units of 97110 alone: Aetna's mean by units is (4,321 × 71.37 + 100 × 29) ÷ 4,421 = $70.4116.
  await page.getByRole('button', { name: 'Remove service 2 of Follow-up' }).click();
  await expect(page.getByRole('button', { name: /\$140\.82/ }).first()).toBeVisible();
  await expectNoTrace('visits');

  await openPart('Terms');
  await page.getByRole('combobox', { name: 'Payer of the contract' }).selectOption('Aetna Quillfern');
  await page.getByRole('button', { name: /^Take/ }).click();
  await expect(page.getByText(/^1 code taken\./)).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'Units a year' })).toHaveValue('4321');
  await expectNoTrace('terms');

  await page.goBack();
  await expect(page.getByRole('combobox', { name: 'Rates of the visits' })).toBeVisible();
  await expectNoTrace('back');
  await page.goForward();
  await expectNoTrace('forward');
  expect(steps).toHaveLength(9);
  // The record does hold what is put into the history.
  expect(await written()).toContain('view=terms');

  expect(sent()).toContain('/some/sub/path/');
  for (const secret of own) expect(sent()).not.toContain(secret);
});

test('a workbook is read in the worker, whatever its name and headings; its columns can be named and remembered', async ({
  page,
}) => {
  const faults: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(message.text());
  });
  const rows = [
    ['Contract of Zyxo', null, null],
    ['Svc', 'Who', 'Pays'],
    ...Array.from({ length: 9_000 }, (_, i) => ['97110', `Payer ${i % 30} Quillfern`, 29.05 + (i % 7)]),
  ];
  const data = rows.map((row) => row.map((value) => (value === null ? null : { value })));
  const buffer = await writeXlsxFile(data as never).toBuffer();
  await openPage(page, 'own/');
  await picker(page).setInputFiles({ name: 'export.csv', mimeType: 'text/csv', buffer });
  await expect(page.getByText('The workbook')).toHaveCount(0);
  // No heading is known, so the columns open by themselves, with the rows below the title.
  const panel = page.locator('details', { hasText: 'Columns of export.csv' });
  await expect(panel).toHaveAttribute('open');
  await expect(panel.getByText('Say which column holds code, payer and rate')).toBeVisible();
  await expectAccessible(page);
  for (const [field, heading] of [
    ['code needed', 'Svc'],
    ['payer needed', 'Who'],
    ['rate needed', 'Pays'],
  ] as const) {
    await panel.getByRole('combobox', { name: field, exact: true }).selectOption(heading);
    await expect(panel.getByRole('combobox', { name: field, exact: true })).toHaveValue(heading);
  }
  // 30 payers × 7 rates from 29.05 to 35.05.
  await expect(page.getByText('9,000 rates read, nothing left out')).toBeVisible();
  await expect(page.getByText('210 lines in force: 1 code, 30 payers.')).toBeVisible();

  await panel
    .getByRole('checkbox', { name: 'Remember these columns for files with the same headings' })
    .check();
  expect(await page.evaluate(() => JSON.stringify(Object.entries(localStorage)))).toContain('Svc');
  expect(await traces(page)).not.toContain('Quillfern');
  await page.reload();
  await picker(page).setInputFiles({ name: 'next.xlsx', mimeType: '', buffer });
  await expect(page.getByText('9,000 rates read, nothing left out')).toBeVisible();
  await page.getByText('Columns of next.xlsx', { exact: true }).click();
  await page.getByRole('button', { name: 'Forget them' }).click();
  await expect(page.getByText('Say which column holds code, payer and rate')).toBeVisible();
  expect(await page.evaluate(() => JSON.stringify(Object.entries(localStorage)))).not.toContain('Svc');
  expect(faults).toEqual([]);
});
