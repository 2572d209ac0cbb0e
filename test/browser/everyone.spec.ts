import type { Locator, Page } from '@playwright/test';
import { expectAccessible } from './support/axe.ts';
import { focusFaults } from './support/focusFaults.ts';
import { layoutFaults } from './support/layoutFaults.ts';
import { openPage, waitUntilSettled } from './support/settled.ts';
import { expect, test } from './support/test.ts';

const addresses = [
  '/',
  'code/97110/TX/',
  'code/97110/states/',
  'medicare/',
  'own/?view=impact',
  'methodology/',
  'data/',
] as const;

/** WCAG 2.2, 1.4.12: the least a reader may set. As a style sheet a script makes, which the content policy lets pass. */
const spaced =
  '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-block-end: 2em !important }';

async function openInside(page: Page, address: string): Promise<void> {
  if (address.startsWith('code/97110/TX')) {
    await openPage(page, address);
    await page.getByText('More filters', { exact: true }).click();
    await expect(page.getByRole('combobox', { name: 'Provider or health system' })).toBeVisible();
    return;
  }
  if (!address.startsWith('own/')) return openPage(page, address);
  await openPage(page, 'own/');
  await page.getByRole('button', { name: 'Try a made-up contract' }).click();
  await page.getByRole('link', { name: 'Impact' }).click();
  await page.getByRole('combobox', { name: 'State of your practice' }).selectOption('TX');
  await expect(page.getByText(/carry [\d.]+% of the gain\.$/)).toBeVisible();
}

for (const address of addresses) {
  test(`${address} at 400%, 200% and with the reader’s spacing: nothing cut, nothing covered`, async ({
    page,
  }) => {
    await page.emulateMedia({ reducedMotion: 'reduce' });
    // A window of 1280 × 1024 at 400%.
    await page.setViewportSize({ width: 320, height: 256 });
    await openInside(page, address);
    expect(await layoutFaults(page), 'at 400%').toEqual([]);
    const { stops, faults } = await focusFaults(page);
    expect(stops).toBeGreaterThan(7);
    expect(faults, 'with the focus, at 400%').toEqual([]);
    expect(await page.evaluate(() => document.getAnimations().length), 'motion').toBe(0);

    await page.setViewportSize({ width: 640, height: 512 });
    await expect.poll(() => layoutFaults(page), 'at 200%').toEqual([]);

    await page.setViewportSize({ width: 1280, height: 1024 });
    await page.evaluate((css) => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(css);
      document.adoptedStyleSheets = [sheet];
    }, spaced);
    await expect.poll(() => layoutFaults(page), 'with the reader’s spacing').toEqual([]);
    await page.setViewportSize({ width: 390, height: 844 });
    if (address.startsWith('own/')) return;
    // On a phone the list of a page's sections is pushed aside by hand.
    await expect
      .poll(async () => (await layoutFaults(page)).filter((fault) => !fault.startsWith('scrolls')), {
        message: 'with it, on a phone',
      })
      .toEqual([]);
  });
}

test('on a phone the keyboard meets what stands above first: name, theme, the links, the page', async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await openPage(page, '/');
  await waitUntilSettled(page);
  await expect(page.getByTitle('Dark theme')).toBeVisible();
  const tops: number[] = [];
  await page.getByRole('link', { name: 'Skip to content' }).focus();
  for (let stop = 0; stop < 7; stop++) {
    await page.keyboard.press('Tab');
    tops.push(
      await page.evaluate(() => Math.round(document.activeElement?.getBoundingClientRect().top ?? -1)),
    );
  }
  expect(tops).toEqual(tops.toSorted((a, b) => a - b));
  await expect(page.getByRole('link', { name: 'Data', exact: true })).toBeFocused();
});

test('where the reader asks for less motion, nothing moves: a state, a fold, a theme, a focus', async ({
  page,
}) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.addInitScript(() => {
    const moved: string[] = [];
    Object.assign(globalThis, { moved });
    const note = () => {
      for (const { effect } of document.getAnimations()) {
        moved.push((effect as KeyframeEffect).target?.outerHTML.slice(0, 80) ?? 'something');
      }
      requestAnimationFrame(note);
    };
    requestAnimationFrame(note);
    for (const event of ['transitionrun', 'animationstart']) {
      addEventListener(event, ({ target }) => moved.push(`${event} ${(target as Element).localName}`), true);
    }
  });
  await openPage(page, 'code/97110/TX/');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.getByRole('combobox', { name: 'State', exact: true }).selectOption('CA');
  await expect(page.getByRole('table', { name: 'California benchmark for 97110' })).toBeVisible();
  await waitUntilSettled(page);
  await page.getByText('Copy link', { exact: true }).click();
  await page.getByTitle('Dark theme').click();
  await page.getByRole('group', { name: 'California benchmark for 97110, chart' }).focus();
  await expect(page.getByRole('application', { name: 'California benchmark for 97110' })).toBeFocused();
  await page.keyboard.press('ArrowDown');
  expect(await page.evaluate(() => (globalThis as unknown as { moved: string[] }).moved)).toEqual([]);
});

test('with the reader’s own colours: where one is, what is chosen, how a table is sorted, and a drawing on that ground', async ({
  page,
}, info) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
  await openPage(page, 'code/97110/TX/');
  // Chosen before the reader turned their own colours on: dark marks would be lost on a dark ground.
  await page.getByTitle('Light theme').click();
  await page.emulateMedia({ colorScheme: 'dark', forcedColors: 'active' });
  const style = (query: string, name: string, pseudo?: string) =>
    page.evaluate(
      ([selector, property, part]) =>
        getComputedStyle(document.querySelector(selector) as Element, part ?? null).getPropertyValue(
          property,
        ),
      [query, name, pseudo] as const,
    );
  const [ground, ink] = [await style('html', 'background-color'), await style('html', 'color')];
  expect([ground, ink]).toEqual(['rgb(0, 0, 0)', 'rgb(255, 255, 255)']);

  const nav = 'nav[aria-label="Main"] a';
  expect(await style(`${nav}[aria-current]`, 'border-bottom-color')).not.toBe(ground);
  expect(await style(`${nav}[aria-current]`, 'border-top-color')).toBe(ground);
  expect(await style(`${nav}:not([aria-current])`, 'border-bottom-color')).toBe(ground);
  expect(await style('label:has(> :checked)', 'outline-style')).toBe('solid');
  // There is nothing to reset.
  expect(await style('button[aria-disabled="true"]', 'color')).not.toBe(ink);

  const drawing = '[role="group"][aria-label="Texas benchmark for 97110, chart"] svg[role="img"]';
  expect(await style(`${drawing} [data-mark="median"]`, 'stroke')).toBe(ink);
  // The halo that keeps grid lines out of words.
  expect(await style(`${drawing} [data-label="aetna"]`, 'stroke')).toBe(ground);
  expect(await style(`${drawing} [data-mark="bar"]`, 'stroke')).toBe('rgb(225, 231, 247)');

  const table = page.getByRole('table', { name: 'Texas benchmark for 97110' });
  await table.getByRole('button', { name: 'Median' }).click();
  const arrow = 'table th[aria-sort="descending"] button';
  const [up, down] = [await style(arrow, '--up', '::after'), await style(arrow, '--down', '::after')];
  expect(up).not.toBe(down);
  expect(await style(arrow, 'background-image', '::after')).toContain('gradient');

  await page.getByRole('button', { name: 'Median' }).first().focus();
  await page.keyboard.press('Tab');
  expect(await page.evaluate(() => getComputedStyle(document.activeElement as Element).outlineStyle)).toBe(
    'solid',
  );
  await page.screenshot({ path: info.outputPath('forced-dark.png') });

  // What is saved is for white paper, whatever the reader's ground.
  const card = page.getByRole('region', { name: 'Texas benchmark for 97110' });
  await card.locator('summary', { hasText: 'Export' }).click();
  const saved = page.waitForEvent('download');
  await card.getByRole('button', { name: 'Chart as SVG' }).click();
  const svg = (await (await saved).createReadStream()).setEncoding('utf8');
  let text = '';
  for await (const part of svg) text += part;
  expect(text).toContain('fill="#ffffff"');
  expect(text).toContain('rgb(23, 27, 34)');
  expect(text).not.toMatch(/<text[^>]*fill="rgb\(255, 255, 255\)"/);
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`who asks for more contrast reads every word at 7 to 1: ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme, contrast: 'more', reducedMotion: 'reduce' });
    for (const address of ['code/97110/TX/', 'medicare/']) {
      await openPage(page, address);
      await expectAccessible(page, 'color-contrast-enhanced');
    }
  });
}

/** Goes on with the Tab key until the control, or something in it, has the focus. */
async function tabTo(page: Page, control: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  // Found once: by role and name again after each press, on a long page, would take most of the test's time.
  const wanted = await control.elementHandle();
  for (let presses = 0; presses < 300; presses++) {
    await page.keyboard.press(key);
    if (await page.evaluate((element) => element?.contains(document.activeElement), wanted)) return;
  }
  throw new Error(`300 presses of ${key} do not lead to ${String(control)}`);
}

test('the whole journey by keyboard: a code, a state, what counts, order, a working, a link, a file, one’s own rates', async ({
  page,
}) => {
  // Long before the key that opens one: the browser hands choosers over from some moment after it was asked to.
  page.on('filechooser', () => {});
  await openPage(page, '/');
  await tabTo(page, page.getByRole('searchbox', { name: 'Find a billing code' }));
  await page.keyboard.type('97110');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/code\/97110\/$/);
  await waitUntilSettled(page);

  await tabTo(page, page.getByRole('combobox', { name: 'State', exact: true }));
  await page.keyboard.type('Texas');
  await expect(page).toHaveURL(/\/code\/97110\/TX\/$/);
  const table = page.getByRole('table', { name: 'Texas benchmark for 97110' });
  await expect(table).toBeVisible();
  const link = page.getByText('Copy link', { exact: true });
  await tabTo(page, link);
  await page.keyboard.press('Enter');
  const latest = page.getByRole('textbox', { name: 'Link to the latest' });
  await expect(latest).toHaveValue(/\/code\/97110\/TX\/$/);
  const copy = page.getByRole('button', { name: /^Copy/ }).first();
  await tabTo(page, copy);
  await page.keyboard.press('Enter');
  await expect(page.getByText(/^The link to the latest (is selected|copied)/)).toBeVisible();

  await tabTo(page, page.getByRole('combobox', { name: 'Site' }));
  await page.keyboard.type('All sites');
  await expect(page).toHaveURL(/\?site=all$/);

  const card = page.getByRole('region', { name: 'Texas benchmark for 97110' });
  await tabTo(page, card.locator('summary', { hasText: 'Export' }));
  await page.keyboard.press('Enter');
  const csv = card.getByRole('button', { name: 'CSV, every digit' });
  await expect(csv).toBeVisible();
  await tabTo(page, csv);
  const saved = page.waitForEvent('download');
  await page.keyboard.press('Enter');
  expect((await saved).suggestedFilename()).toMatch(/\.csv$/);
  await page.keyboard.press('Escape');
  await expect(csv).toBeHidden();

  const chart = page.getByRole('application', { name: 'Texas benchmark for 97110' });
  await tabTo(page, page.getByRole('group', { name: 'Texas benchmark for 97110, chart' }));
  await expect(chart).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(card.getByText(/^(BUCA|Aetna): .*median \$/)).toBeAttached();

  await tabTo(page, table.getByRole('button', { name: 'Median' }));
  await page.keyboard.press('Enter');
  await expect(table.getByRole('columnheader', { name: 'Median' })).toHaveAttribute(
    'aria-sort',
    'descending',
  );

  const figure = table.getByRole('row', { name: /^BUCA/ }).getByRole('button').first();
  await tabTo(page, figure);
  await page.keyboard.press('Enter');
  const working = page.getByRole('dialog', { name: /^Recompute this/ });
  await expect(working).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(working).toBeHidden();
  await expect(figure).toBeFocused();

  await page.keyboard.press('ControlOrMeta+Home');
  await tabTo(page, page.getByRole('link', { name: 'Your rates', exact: true }), 'Shift+Tab');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/own\/$/);
  await waitUntilSettled(page);
  const choose = page.getByLabel('Choose files');
  await tabTo(page, choose);
  const asked = page.waitForEvent('filechooser');
  await page.keyboard.press('Space');
  await (await asked).setFiles({
    name: 'mine.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from('code,payer,rate,state,provider,date\n97110,Aetna,71.37,TX,Pecan PT,2026-01-15\n'),
  });
  await expect(page.getByRole('heading', { name: 'My contract' })).toBeVisible();
});

test('who hears a code’s page hears its regions by name, and with each drawing a sentence and a table', async ({
  page,
}) => {
  await openPage(page, 'code/97110/TX/');
  await expect(page.locator('body')).toMatchAriaSnapshot(`
    - link "Skip to content"
    - banner:
      - link "Rate Atlas"
      - navigation "Main":
        - link "Codes"
        - link "Your rates"
        - link "Medicare"
        - link "Methodology"
        - link "Data"
      - group "Theme"
    - main:
      - article:
        - heading "97110 Therapeutic exercise · Texas" [level=1]
        - navigation "State":
          - 'link "Previous state: Tennessee"'
          - 'link "Next state: Utah"'
          - combobox "State"
        - region "What counts":
          - combobox "Site"
        - navigation "On this page"
        - region "Key insights"
        - region "Texas benchmark for 97110":
          - heading "Texas benchmark for 97110" [level=2]
          - group "Texas benchmark for 97110, chart"
          - region "Texas benchmark for 97110, table":
            - table "Texas benchmark for 97110"
          - list "Notes on Texas benchmark for 97110"
        - region "National benchmark for 97110"
        - region "What 97110 is and how it is billed"
    - contentinfo
  `);
  // A chart may be drawn when it is near: come to each.
  for (const drawing of await page.locator('[data-drawing]').all()) await drawing.scrollIntoViewIfNeeded();
  await waitUntilSettled(page);
  const charts = await page.evaluate(() =>
    [...document.querySelectorAll('main section[aria-labelledby]')].flatMap((card) => {
      const drawing = card.querySelector('[data-drawing] svg[role], [data-drawing] [role="application"]');
      if (!drawing) return [];
      const of = (attribute: string) =>
        (drawing.getAttribute(attribute) ?? '')
          .split(' ')
          .map((id) => document.getElementById(id)?.textContent ?? '')
          .join(' ')
          .trim();
      const heading = card.querySelector('h2, h3')?.textContent ?? '';
      const caption = [...card.querySelectorAll('caption')].map((each) => each.textContent);
      return [
        {
          heading,
          name: drawing.getAttribute('aria-label') ?? of('aria-labelledby'),
          sentence: of('aria-describedby'),
          rows: card.querySelectorAll('tbody tr').length,
          caption,
        },
      ];
    }),
  );
  expect(charts.length).toBeGreaterThanOrEqual(4);
  for (const { heading, name, sentence, rows, caption } of charts) {
    expect(name, `the name of the drawing under ${heading}`).toContain('97110');
    expect(sentence, `the sentence of ${heading}`).toMatch(/\$\d[\d,.]* ?.*\./);
    expect(rows, `rows of ${heading}`).toBeGreaterThan(0);
    expect(caption, `the table of ${heading}`).toContain(heading);
  }
});
