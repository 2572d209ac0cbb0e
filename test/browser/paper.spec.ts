import { printedOver, readPdf } from './support/pdf.ts';
import { openPage } from './support/settled.ts';
import { expect, test } from './support/test.ts';

/** Pages with tables that go on over paper pages, and a heading of each that must stand on every one. */
const addresses = [
  { address: '/', pages: 4, heading: 'BUCA median', onPages: 3 },
  { address: 'code/97110/TX/', pages: 3, heading: 'Grade', onPages: 1 },
  { address: 'code/97110/states/', pages: 3, heading: 'Rank', onPages: 3 },
  { address: 'medicare/', pages: 4, heading: 'Non-facility', onPages: 4 },
  { address: 'data/', pages: 12, heading: 'Confidence', onPages: 6 },
] as const;

for (const { address, pages, heading, onPages } of addresses) {
  test(`${address} on Letter and A4: nothing over anything, a table's head on each of its pages`, async ({
    page,
  }) => {
    await openPage(page, address);
    for (const format of ['Letter', 'A4']) {
      const read = await readPdf(new Uint8Array(await page.pdf({ format })));
      expect(read.length, format).toBeGreaterThanOrEqual(pages);
      expect(read.map(printedOver), format).toEqual(read.map(() => []));
      const heads = read.filter(({ lines }) => lines.some(({ text }) => text.includes(heading)));
      expect(heads.length, format).toBeGreaterThanOrEqual(onPages);
    }
  });
}

test('a figure begins on paper with its heading, its summary and its drawing on one page', async ({
  page,
}) => {
  await openPage(page, 'code/97110/TX/');
  for (const format of ['Letter', 'A4']) {
    const read = await readPdf(new Uint8Array(await page.pdf({ format })));
    const firstPageWith = (text: string) =>
      read.findIndex(({ lines }) => lines.some((line) => line.text.includes(text)));
    const parts = ['Texas benchmark for 97110', 'middle half', '8 localities.', 'P25 to P75'];
    const [heading = -1, ...others] = parts.map(firstPageWith);
    expect(heading, format).toBeGreaterThanOrEqual(0);
    expect(others, format).toEqual(others.map(() => heading));
  }
});
