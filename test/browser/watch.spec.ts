import { expectAccessible } from './support/axe.ts';
import { openPage } from './support/settled.ts';
import { expect, test } from './support/test.ts';

/** Faults are planted here, seen, and taken back: were one of them missed, every other browser test would prove less. */
test('the watch over the page sees a warning, an exception and a missing file', async ({ page, faults }) => {
  await openPage(page, 'data/');
  expect(faults).toEqual([]);
  await page.evaluate(async () => {
    console.warn('planted warning');
    setTimeout(() => {
      throw new Error('planted exception');
    });
    await fetch('planted-missing-file.csv');
  });
  await expect.poll(() => faults.join('\n')).toMatch(/console warning: planted warning/);
  await expect.poll(() => faults.join('\n')).toMatch(/uncaught: planted exception/);
  await expect.poll(() => faults.join('\n')).toMatch(/status 404: .*planted-missing-file/);
  faults.length = 0;
});

test('axe sees faint words and a control without a name', async ({ page }) => {
  await openPage(page, 'methodology/');
  await expectAccessible(page);
  await page.evaluate(() => {
    const heading = document.querySelector('h1');
    if (heading) heading.style.color = '#ccc';
    document.querySelector('main')?.append(document.createElement('button'));
  });
  const said = await expectAccessible(page).then(
    () => 'nothing',
    (error: unknown) => String(error),
  );
  expect(said).toContain('color-contrast');
  expect(said).toContain('button-name');
});

test('the content policy refuses inline script, style elements and other origins', async ({
  page,
  faults,
}) => {
  await openPage(page, 'data/');
  const outcome = await page.evaluate(async () => {
    const script = document.createElement('script');
    script.textContent = 'document.title = "planted"';
    const style = document.createElement('style');
    style.textContent = 'body { outline: 7px solid red }';
    document.head.append(script, style);
    const elsewhere = await fetch('https://other.example/').then(
      () => 'answered',
      () => 'refused',
    );
    return { title: document.title, outline: getComputedStyle(document.body).outlineWidth, elsewhere };
  });
  expect(outcome.title).not.toBe('planted');
  expect(outcome.outline).not.toBe('7px');
  expect(outcome.elsewhere).toBe('refused');
  await expect
    .poll(() => faults.filter((fault) => /Content Security Policy/.test(fault)).length)
    .toBeGreaterThan(2);
  faults.length = 0;
});
