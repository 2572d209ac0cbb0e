import { chromiumFlags, findTestChromium } from '../../tools/findChromium.mjs';
import { openPage } from './support/settled.ts';
import { expect, test } from './support/test.ts';

// As Chromium runs while a screen reader is there. Without it, it leaves out of its tree what `content-visibility` passes over.
test.use({
  launchOptions: {
    executablePath: findTestChromium(),
    args: [...chromiumFlags, '--force-renderer-accessibility'],
  },
});

test('a screen reader finds all of a code’s page at once, also what lies far below the window', async ({
  page,
}) => {
  // With a part named all parts come without scrolling to them.
  await openPage(page, 'code/97110/TX/#context');
  await expect(page.getByRole('heading', { name: 'Minutes into units' })).toBeAttached();
  await page.evaluate(() => scrollTo(0, 0));
  // The point before a place is the style sheet's.
  const words = (text: string) => text.replace(/[\s·]/g, '');
  const written = await page.locator(':is(h1, h2, h3)').allTextContents();
  const tables = await page.locator('main table:visible').count();
  expect(tables).toBeGreaterThan(5);
  // The browser's own tree and not one made from the document.
  const devtools = await page.context().newCDPSession(page);
  const nodesOf = async (role: string) => {
    const { nodes } = await devtools.send('Accessibility.getFullAXTree');
    return nodes.filter((node) => !node.ignored && node.role?.value === role);
  };
  await expect
    .poll(async () => (await nodesOf('heading')).map(({ name }) => words(String(name?.value))).toSorted())
    .toEqual(written.map(words).toSorted());
  await expect.poll(async () => (await nodesOf('table')).length).toBe(tables);
  for (const table of await nodesOf('table')) expect(table.name?.value, 'the name of a table').toBeTruthy();
});
