import { expectAccessible } from './support/axe.ts';
import { openAs, pictures } from './support/pictures.ts';
import { expect, test } from './support/test.ts';

const addresses = ['/', 'code/97110/', 'code/97110/TX/', 'code/97755/AK/', 'own/', 'methodology/', 'data/'];

for (const address of addresses) {
  for (const picture of pictures) {
    const { width, theme } = picture;
    test(`${address} fits ${width} px in ${theme}, with enough contrast`, async ({ page }, info) => {
      await openAs(page, address, picture);
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect(overflow, 'pixels the page is wider than the window').toBeLessThanOrEqual(0);
      const name = `${address.replaceAll('/', '-').replace(/^-|-$/g, '') || 'home'}-${width}-${theme}.png`;
      await page.screenshot({ path: info.outputPath(name), fullPage: true, animations: 'disabled' });
      // Contrast differs by theme, and what is shown by width, so each picture is judged anew.
      await expectAccessible(page);
    });
  }
}
