import { expectAccessible } from './support/axe.ts';
import { brokenWords } from './support/brokenWords.ts';
import { addressesInPictures, openAs, pictures } from './support/pictures.ts';
import { openPage } from './support/settled.ts';
import { expect, test } from './support/test.ts';

for (const address of addressesInPictures) {
  for (const picture of pictures) {
    const { width, theme } = picture;
    test(`${address} fits ${width} px in ${theme}, with enough contrast`, async ({ page }) => {
      await openAs(page, address, picture);
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect(overflow, 'pixels the page is wider than the window').toBeLessThanOrEqual(0);
      // Contrast differs by theme, and what is shown by width, so each picture is judged anew.
      await expectAccessible(page);
    });
  }
}

test('who opens a link on a phone sees the headline figures with their n before anything is moved', async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto('code/97110/TX/');
  for (const label of ['BUCA median', 'BUCA mean', 'Medicare 2026, mean', 'BUCA % of Medicare']) {
    const tile = page.locator('dl > div', { hasText: label });
    await expect(tile).toBeInViewport({ ratio: 1 });
    await expect(tile).toContainText(/votes|localities/);
  }
});

test('on a phone what is chosen stands whole in its select', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  for (const [address, label] of [
    ['code/97110/TX/', 'Percentiles'],
    ['medicare/', 'Conversion factor of 2026'],
    ['medicare/?factor=qp', 'Conversion factor of 2026'],
  ] as const) {
    await page.goto(address);
    if (label === 'Percentiles') await page.getByText('More filters').click();
    const select = page.getByRole('combobox', { name: label, exact: true });
    await expect(select, address).toBeVisible();
    const room = await select.evaluate((element: HTMLSelectElement) => {
      const { fontSize, fontFamily, paddingInlineStart, paddingInlineEnd } = getComputedStyle(element);
      const context = document.createElement('canvas').getContext('2d') as CanvasRenderingContext2D;
      context.font = `${fontSize} ${fontFamily}`;
      const { width } = context.measureText(element.selectedOptions[0]?.text ?? '');
      // The arrow takes about as much as a letter is high.
      const arrow = Number.parseFloat(fontSize);
      const padding = Number.parseFloat(paddingInlineStart) + Number.parseFloat(paddingInlineEnd);
      return element.clientWidth - padding - arrow - width;
    });
    expect.soft(room, `pixels left beside the words of ${label}`).toBeGreaterThanOrEqual(0);
  }
});

test('the release’s id stays in one piece, whatever the width and the size of letters', async ({ page }) => {
  await page.goto('data/');
  const id = page.locator('footer').getByText(/^\d{4}-\d\d-\d\d\.[0-9a-f]{8}$/);
  await expect(id).toBeVisible();
  for (const letters of [16, 20, 24, 28]) {
    await page.evaluate((size) => {
      document.documentElement.style.fontSize = `${size}px`;
    }, letters);
    for (const width of [320, 360, 420, 700, 1000]) {
      await page.setViewportSize({ width, height: 800 });
      const lines = await id.evaluate((element) => element.getClientRects().length);
      expect(lines, `${width} wide, letters of ${letters}`).toBe(1);
    }
  }
});

test('no word of a table is broken in two, on a desk, a tablet or a phone', async ({ page }) => {
  await openPage(page, 'code/97110/TX/');
  await expectWholeWords([1440, 1024, 768, 390]);
  await openPage(page, 'own/');
  await page.getByRole('button', { name: 'Try a made-up contract' }).click();
  await page.getByRole('link', { name: 'Position' }).click();
  await page.getByRole('combobox', { name: 'State of your practice' }).selectOption('TX');
  await expect(page.getByRole('checkbox', { name: '97110, UnitedHealthcare PPO' })).toBeVisible();
  await expectWholeWords([1440, 1024, 390]);

  async function expectWholeWords(widths: readonly number[]): Promise<void> {
    for (const width of widths) {
      await page.setViewportSize({ width, height: 900 });
      await expect(page.locator('main tbody tr').nth(5)).toBeAttached();
      expect.soft(await brokenWords(page), `${width} px wide`).toEqual([]);
    }
  }
});
