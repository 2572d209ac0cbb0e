import { expectAccessible } from './support/axe.ts';
import { addressesInPictures, openAs, pictures } from './support/pictures.ts';
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
