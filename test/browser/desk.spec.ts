import { expectAccessible } from './support/axe.ts';
import { readPdf } from './support/pdf.ts';
import { openPage, waitUntilSettled } from './support/settled.ts';
import { readRow } from './support/tables.ts';
import { expect, test } from './support/test.ts';
import { traces, watchRequests } from './support/traces.ts';

/** Cells that stand nowhere else on the site. */
const secrets = ['Quillfern', '71.37', '7137', '4321', 'contract-of-zyxo'];
const file = {
  name: 'contract-of-zyxo.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from(`CPT Code,Payor,Rate,Annual Volume,POS,Effective Date
97110,Aetna Quillfern,71.37,4321,11,2026-01-01
97110,Aetna PPO,29.00,100,11,2026-01-01
97112,Aetna PPO,oops,7,11,2026-01-01
`),
};

test('a contract is read, placed in a state’s market and worked out, and none of it is sent', async ({
  page,
}) => {
  const sent = watchRequests(page);
  await openPage(page, 'own/');
  await page.getByLabel('Choose files').setInputFiles(file);
  await expect(page.getByText('2 lines in force: 1 code, 2 payers.')).toBeVisible();
  await expect(
    page.getByText('Units in the file 4,428 = in your contract 4,421 + on lines left out 7.'),
  ).toBeVisible();

  const before = sent().length;
  await page.getByRole('link', { name: 'Position' }).click();
  await page.getByRole('combobox', { name: 'State of your practice' }).selectOption('TX');
  const row = await readRow(page, 'Where each of your rates sits', '97110, Aetna PPO');
  expect(row).toContain('$29.00');
  // Every code's file of the state, so that the one code of this file cannot be told from the requests.
  const asked = sent().slice(before).split('\n');
  expect(asked.filter((line) => /\/rates\/[^/]+\/TX\.csv/.test(line)).length).toBeGreaterThan(40);
  await page.getByRole('textbox', { name: 'Or your county in Texas' }).fill('Harris');
  await expect(page.getByRole('combobox', { name: 'Medicare locality' })).toHaveValue(/ 18$/);
  await expectAccessible(page);

  await page.getByRole('link', { name: 'Methodology' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Methodology' })).toBeVisible();
  await page.getByRole('link', { name: 'Your rates' }).click();
  await page.getByRole('link', { name: 'Impact' }).click();
  await expect(page.getByRole('combobox', { name: 'State of your practice' })).toHaveValue('TX');

  const everything = [sent(), await traces(page)].join('\n');
  for (const secret of secrets) expect(everything).not.toContain(secret);
});

test('the made-up contract can be tried with the keyboard alone', async ({ page }) => {
  await openPage(page, 'own/');
  await page.getByRole('button', { name: 'Try a made-up contract' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByText('100 lines in force: 25 codes, 4 payers.')).toBeVisible();
  await page.getByRole('link', { name: 'Impact' }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('combobox', { name: 'State of your practice' }).focus();
  await page.keyboard.type('Texas');
  await expect(page.getByText(/carry [\d.]+% of the gain\.$/)).toBeVisible();
});

test('on paper each line of a contract has its name, and words have their size', async ({ page }) => {
  await openPage(page, 'own/');
  await page.getByRole('button', { name: 'Try a made-up contract' }).click();
  await page.getByRole('link', { name: 'Position' }).click();
  await page.getByRole('combobox', { name: 'State of your practice' }).selectOption('TX');
  await expect(page.getByRole('table', { name: 'Where each of your rates sits' })).toBeVisible();
  await waitUntilSettled(page);
  const pages = await readPdf(new Uint8Array(await page.pdf({ preferCSSPageSize: true })));
  const lines = pages.flatMap(({ lines: each }) => each);
  expect(lines.filter(({ text }) => text.startsWith('97110, Aetna')).length).toBe(2);
  // A table wider than the paper would have everything printed smaller.
  await page.emulateMedia({ media: 'print' });
  const heading = page.getByRole('heading', { name: 'How far each of your rates has to go' });
  const asked = await heading.evaluate((element) => {
    const range = document.createRange();
    range.selectNodeContents(element);
    return range.getBoundingClientRect().width * 0.75;
  });
  const printed = lines.find(({ text }) => text === 'How far each of your rates has to go');
  expect(((printed?.right ?? 0) - (printed?.left ?? 0)) / asked).toBeGreaterThan(0.9);
});

test('a list beside a figure’s heading stays inside a phone’s window', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 600 });
  await openPage(page, 'own/');
  await page.getByRole('button', { name: 'Try a made-up contract' }).click();
  await page.getByRole('link', { name: 'Compare', exact: true }).click();
  await page.getByRole('combobox', { name: 'State of your practice' }).selectOption('TX');
  const list = page.getByRole('combobox', { name: 'Code of the drawing' });
  await expect.poll(async () => (await list.boundingBox())?.x).toBeGreaterThanOrEqual(0);
});

test('on a phone the tiles of a brief begin where its words do, in each line of them', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await openPage(page, 'own/');
  await page.getByRole('button', { name: 'Try a made-up contract' }).click();
  await page.getByRole('link', { name: 'Brief', exact: true }).click();
  await page.getByRole('combobox', { name: 'State of your practice' }).selectOption('TX');
  const left = async (text: string) => (await page.getByText(text, { exact: true }).boundingBox())?.x;
  await expect.poll(() => left('Revenue now')).toBeGreaterThan(0);
  expect(await left('Revenue now')).toBe(await left('Of Medicare'));
  expect(await left('Gain at target')).toBe(await left('Of the market’s medians'));
});

test('a link out of the brief, by keyboard, leaves the focus at the part it leads to', async ({ page }) => {
  await openPage(page, 'own/');
  await page.getByRole('button', { name: 'Try a made-up contract' }).click();
  await page.getByRole('link', { name: 'Brief', exact: true }).click();
  await page.getByRole('combobox', { name: 'State of your practice' }).selectOption('TX');
  await page.getByRole('link', { name: 'Pick other lines' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Lines to bring to the table' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Compare', exact: true })).toBeFocused();
});
