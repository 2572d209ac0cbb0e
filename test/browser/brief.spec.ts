import { writeFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { expectAccessible } from './support/axe.ts';
import { fontsMissing, readPdf } from './support/pdf.ts';
import { openAs, pictures } from './support/pictures.ts';
import { openPage } from './support/settled.ts';
import { expect, test } from './support/test.ts';

/** Points: 14 mm at the sides, 13 above. */
const margin = (14 / 25.4) * 72;
const letter = [612, 792] as const;

async function printed(page: Page, address: string, picture: string): Promise<Uint8Array> {
  await openPage(page, address);
  const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true });
  writeFileSync(picture, pdf);
  return new Uint8Array(pdf);
}

/** Every row of every table of the page, as cells: what the paper must say too. */
async function tableRows(page: Page): Promise<readonly (readonly string[])[]> {
  const rows = await page.locator('main tbody tr').evaluateAll((all) =>
    all.map((row) =>
      [...row.children].map((cell) => {
        const words = cell.cloneNode(true) as HTMLElement;
        // Flags beside a payer's name may stand on a line of their own.
        for (const flag of words.querySelectorAll('span')) flag.remove();
        return (words.textContent ?? '').trim().replace(/\s+/g, ' ');
      }),
    ),
  );
  return rows;
}

const briefs = [
  { address: 'brief/?codes=97110&place=TX', pages: 2, says: ['390.3%', '97110 Therapeutic exercise'] },
  {
    address: 'brief/?codes=97110,97140,97530&place=TX',
    pages: 4,
    says: ['The codes beside each other, Texas'],
  },
  { address: 'brief/?codes=97110,97112,97140,97530,97161,97750', pages: 4, says: ['Method and sources'] },
  {
    address: 'brief/?codes=97755&place=AK',
    pages: 2,
    says: ['Payer rates in Alaska: Data not available in the input.'],
  },
];

for (const { address, pages, says } of briefs) {
  test(`${address} prints whole rows on ${pages} pages of Letter at most`, async ({ page }, info) => {
    const pdf = await printed(page, address, info.outputPath('brief.pdf'));
    const read = await readPdf(pdf);
    expect(read.length).toBeGreaterThanOrEqual(1);
    expect(read.length).toBeLessThanOrEqual(pages);
    expect(fontsMissing(pdf)).toEqual([]);

    for (const { width, height, lines } of read) {
      expect([width, height]).toEqual(letter);
      for (const { text, left, right, y } of lines) {
        expect(left, text).toBeGreaterThanOrEqual(margin - 1);
        // Paper cuts off what passes the page's own area; the page's number stands outside of it.
        const isNumber = /^\d of \d$/.test(text);
        expect(right, text).toBeLessThanOrEqual(width - margin + (isNumber ? 1 : 0.1));
        expect(y, text).toBeGreaterThan(0);
        expect(y, text).toBeLessThan(height - 13 * (72 / 25.4));
      }
    }

    const lines = read.flatMap((each) => each.lines.map(({ text }) => text));
    const rows = await tableRows(page);
    expect(rows.length).toBeGreaterThan(5);
    for (const [, ...cells] of rows) {
      // A row split over two pages would have its amounts on two lines.
      expect(
        lines.filter((line) => line.endsWith(cells.join(' '))),
        cells.join(' '),
      ).not.toEqual([]);
    }
    const all = lines.join('\n');
    for (const words of says) expect(all).toContain(words);
    expect(all).toContain(`1 of ${read.length}`);
    expect(all).toMatch(/Data release \d{4}-\d\d-\d\d\.[0-9a-f]{8}/);
    expect(all.replaceAll('\n', '')).toContain('pin=');
    // Nothing to press, and none of the site's own frame.
    for (const chrome of ['Print or save as PDF', 'Add a code', 'Skip to content']) {
      expect(all).not.toContain(chrome);
    }
  });
}

for (const address of [
  'codes=99213&place=TX',
  'codes=97545&place=TX&paper=a4',
  'codes=97010&place=WA&paper=a4',
]) {
  test(`brief/?${address}, with long absences beside each other, is not printed smaller to fit its paper`, async ({
    page,
  }, info) => {
    const read = await readPdf(await printed(page, `brief/?${address}`, info.outputPath('brief.pdf')));
    const headings = read.flatMap(({ words }) => words.filter(({ text }) => text === 'Payer'));
    expect(headings.length).toBeGreaterThan(1);
    for (const { size } of headings) expect(size).toBeCloseTo(7.5, 1);
    for (const { width, lines } of read) {
      for (const { text, right } of lines) expect(right, text).toBeLessThanOrEqual(width - margin + 1);
    }
  });
}

test('a brief on A4 is A4', async ({ page }, info) => {
  const read = await readPdf(
    await printed(page, 'brief/?codes=97110&place=TX&paper=a4', info.outputPath('brief.pdf')),
  );
  // 210 by 297 mm.
  expect(read[0]?.width).toBeCloseTo(595, 0);
  expect(read[0]?.height).toBeCloseTo(842, 0);
});

test('the brief prints the figures of the code’s page', async ({ page }, info) => {
  await page.goto('code/97110/TX/');
  const table = page.getByRole('table', { name: 'Texas benchmark for 97110' });
  const row = table.getByRole('rowheader', { name: /^BUCA/ }).locator('xpath=ancestor::tr[1]/td');
  await expect(row.first()).toBeVisible();
  const cells = (await row.allInnerTexts()).map((cell) => cell.trim());
  expect(cells).toContain('$89.17');
  const read = await readPdf(
    await printed(page, 'brief/?codes=97110&place=TX', info.outputPath('brief.pdf')),
  );
  const lines = read.flatMap((each) => each.lines.map(({ text }) => text));
  expect(lines.some((line) => line.startsWith('BUCA') && line.endsWith(cells.join(' ')))).toBe(true);
});

test('a code is added by hand, and the address follows', async ({ page }) => {
  await openPage(page, 'brief/?codes=97110&place=TX');
  await page.getByRole('combobox', { name: 'Add a code' }).selectOption('97140');
  await expect(page).toHaveURL(/brief\/\?codes=97110,97140&place=TX$/);
  await expect(page.getByRole('table', { name: 'The codes beside each other, Texas' })).toBeVisible();
});

for (const picture of pictures) {
  test(`the brief fits ${picture.width} px in ${picture.theme}, with enough contrast`, async ({ page }) => {
    await openAs(page, 'brief/?codes=97110,97140&place=TX', picture);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(overflow, 'pixels the page is wider than the window').toBeLessThanOrEqual(0);
    await expectAccessible(page);
  });
}
