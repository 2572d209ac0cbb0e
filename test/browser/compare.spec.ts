import { writeFileSync } from 'node:fs';
import type { Page, Request } from '@playwright/test';
import { expectAccessible } from './support/axe.ts';
import { fontsMissing, readPdf } from './support/pdf.ts';
import { pictures } from './support/pictures.ts';
import { openPage, waitUntilSettled } from './support/settled.ts';
import { expect, test } from './support/test.ts';

/** Points: 14 mm at the sides. */
const margin = (14 / 25.4) * 72;
const papers = { letter: [612, 792], a4: [595, 842] } as const;

/** The made-up contract in Texas, on a part of the desk. */
async function openExample(page: Page, part: string): Promise<void> {
  await openPage(page, 'own/');
  await page.getByRole('button', { name: 'Try a made-up contract' }).click();
  await expect(page.getByText('100 lines in force: 25 codes, 4 payers.')).toBeVisible();
  await openPart(page, part);
  await page.getByRole('combobox', { name: 'State of your practice' }).selectOption('TX');
}

async function openPart(page: Page, part: string): Promise<void> {
  await page
    .getByRole('navigation', { name: 'Parts of your desk' })
    .getByRole('link', { name: part })
    .click();
}

test('from the made-up contract to the printed brief, and back from the paper', async ({ page }, info) => {
  await openExample(page, 'Compare');
  // Medicare's mean for 97110 over Texas in 2026 is $28.91: 31, 27, 29 and 25 dollars are 107.2, 93.4, 100.3 and 86.5%.
  const row = page
    .getByRole('table', { name: 'Your rates: payers and codes, % of Medicare' })
    .getByRole('row', { name: /^97110/ });
  for (const [index, share] of ['107.2%', '93.4%', '100.3%', '86.5%'].entries()) {
    await expect(row.getByRole('cell').nth(index)).toContainText(share);
  }
  await page.getByRole('button', { name: 'Pick the 10 largest gaps' }).click();
  await expect(page.getByText('10 of 100 picked for the brief.')).toBeVisible();
  await page.getByRole('link', { name: 'Open the brief' }).first().click();
  await expect(page.getByRole('heading', { name: '25 codes, 4 payers, Texas' })).toBeVisible();
  await waitUntilSettled(page);
  await expectAccessible(page);

  for (const paper of ['letter', 'a4'] as const) {
    await page.getByRole('combobox', { name: 'Paper' }).selectOption(paper);
    const pdf = new Uint8Array(await page.pdf({ preferCSSPageSize: true, printBackground: true }));
    writeFileSync(info.outputPath(`${paper}.pdf`), pdf);
    const read = await readPdf(pdf);
    expect(read.length).toBe(2);
    expect(fontsMissing(pdf)).toEqual([]);
    for (const { width, height, lines } of read) {
      expect([Math.round(width), Math.round(height)]).toEqual(papers[paper]);
      for (const { text, left, right } of lines) {
        expect(left, text).toBeGreaterThanOrEqual(margin - 1);
        expect(right, text).toBeLessThanOrEqual(width - margin + 1);
      }
      expect(lines.map(({ text }) => text).join('\n')).toContain('Confidential: holds contract rates');
    }
    const texts = read.map(({ lines }) => lines.map(({ text }) => text));
    const all = texts.flat().join('\n');
    expect(all).toContain('Confidential: holds contract rates of example-contract-made-up.csv');
    expect(all).toMatch(/data release \d{4}-\d\d-\d\d\.[0-9a-f]{8}/);
    // 25 lines at each of 4 payers; units 11,497 + 14,839 + 5,314 + 9,442.
    expect(all).toMatch(/All lines 100 41,092 /);
    // Talking points stand on a page of their own, each with its evidence and weak spots.
    expect([texts[0], texts[1]].map((sheet) => sheet?.includes('Talking points'))).toEqual([false, true]);
    expect(all.match(/^Evidence /gm)?.length).toBeGreaterThanOrEqual(6);
    expect(all.match(/^Weak spots /gm)?.length).toBe(6);
    expect(all).toContain('hospitals’ own rates, as a rule above a practice’s');
    expect(all).toContain('Method and sources');
    // Every row of the table is a whole line of the paper.
    const rows = await page
      .getByRole('table', { name: 'Lines to bring to the table' })
      .locator('tbody tr')
      .evaluateAll((found) =>
        found.map((line) => [...line.children].map((cell) => (cell.textContent ?? '').trim()).join(' ')),
      );
    expect(rows).toHaveLength(10);
    for (const line of rows) expect(texts.flat()).toContain(line);
    for (const chrome of [
      'Code by code',
      'Print or save',
      'State of your practice',
      'Skip to content',
      'Pick other lines',
    ]) {
      expect(all).not.toContain(chrome);
    }
  }
});

test('fifty picked lines stay within four pages', async ({ page }) => {
  await openExample(page, 'Compare');
  await page.getByRole('button', { name: 'Show the other 75 lines' }).click();
  const boxes = page.getByRole('table', { name: 'Lines to bring to the table' }).getByRole('checkbox');
  await expect(boxes).toHaveCount(100);
  // In the page: a hundred clicks from outside take longer than the test may.
  await boxes.evaluateAll((found) => {
    for (const box of found) (box as HTMLInputElement).click();
  });
  await expect(page.getByText('100 of 100 picked for the brief.')).toBeVisible();
  await openPart(page, 'Brief');
  await expect(page.getByText(/^The 50 picked lines with most at stake, of 100 picked/)).toBeVisible();
  const read = await readPdf(
    new Uint8Array(await page.pdf({ preferCSSPageSize: true, printBackground: true })),
  );
  expect(read.length).toBeLessThanOrEqual(4);
  expect(
    read
      .at(-1)
      ?.lines.map(({ text }) => text)
      .join('\n'),
  ).toContain('Method and sources');
});

test('published rates compare without a file, and the requests name states, never codes', async ({
  page,
}) => {
  const requests: Request[] = [];
  page.on('request', (request) => requests.push(request));
  await openPage(page, 'own/?view=compare');
  await page.getByRole('checkbox', { name: 'Texas' }).check();
  await page.getByRole('checkbox', { name: 'Arizona' }).check();
  const matrix = page.getByRole('table', { name: 'Published rates, Texas: payers and codes, % of Medicare' });
  // The page of 97110 in Texas says the same of BUCA: 390.3%, n 52.
  await expect(
    matrix
      .getByRole('row', { name: /^97110/ })
      .getByRole('cell')
      .first(),
  ).toContainText('390.3%');
  await expect(page.getByRole('heading', { name: 'BUCA in Texas and Arizona' })).toBeVisible();
  for (const place of ['TX', 'AZ']) {
    const asked = requests.filter((request) => request.url().includes(`/${place}.csv`));
    expect(asked.length).toBeGreaterThan(20);
  }
  await expectAccessible(page);
});

for (const picture of pictures) {
  test(`the comparison fits ${picture.width} px in ${picture.theme}, with enough contrast`, async ({
    page,
  }) => {
    await page.setViewportSize({ width: picture.width, height: picture.width < 600 ? 844 : 900 });
    await page.emulateMedia({ colorScheme: picture.theme, reducedMotion: 'reduce' });
    await openExample(page, 'Compare');
    await expect(page.getByRole('heading', { name: /as one index, % of Medicare$/ })).toBeVisible();
    await page
      .getByRole('combobox', { name: /^Measure of Your rates/ })
      .selectOption({ label: '$ against the market' });
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(overflow, 'pixels the page is wider than the window').toBeLessThanOrEqual(0);
    await expectAccessible(page);
  });
}
