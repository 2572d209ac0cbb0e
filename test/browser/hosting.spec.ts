import { waitUntilSettled } from './support/settled.ts';
import { expect, test } from './support/test.ts';

test('a deep link opens and survives a reload under the sub-path', async ({ page }) => {
  await page.goto('code/97110/TX/');
  await waitUntilSettled(page);
  await expect(page).toHaveTitle(/97110.*Texas/);
  await page.reload();
  await waitUntilSettled(page);
  await expect(page.getByRole('table', { name: 'Texas benchmark for 97110' })).toBeVisible();
  expect(new URL(page.url()).pathname).toBe('/some/sub/path/code/97110/TX/');
});

test('a folder without its slash is sent to the page, its query kept', async ({ request }) => {
  const answer = await request.get('code/97110/TX?sort=mean', { maxRedirects: 0 });
  expect(answer.status()).toBe(301);
  const target = new URL(answer.headers()['location'] ?? '', answer.url());
  expect(`${target.pathname}${target.search}`).toBe('/some/sub/path/code/97110/TX/?sort=mean');
  expect((await request.get(target.href)).status()).toBe(200);
});

test('an address without a page gets status 404 and words that help', async ({ page, faults }) => {
  const answer = await page.goto('code/00000/ZZ/');
  expect(answer?.status()).toBe(404);
  await expect(page.getByRole('heading', { name: 'There is no page at this address' })).toBeVisible();
  // The 404 is what was asked for, and Chromium writes it to the console; nothing else may be there.
  expect(faults.every((fault) => fault.includes('404'))).toBe(true);
  faults.length = 0;
});

test('every file is sent as what it is', async ({ request }) => {
  const types: Record<string, string> = {
    './': 'text/html',
    'data/release.json': 'application/json',
    'data/codes.csv': 'text/csv',
    'data/rates/97110/national.csv': 'text/csv',
    'icon.svg': 'image/svg+xml',
  };
  for (const [address, type] of Object.entries(types)) {
    const answer = await request.get(address);
    expect(answer.status(), address).toBe(200);
    expect(answer.headers()['content-type'], address).toContain(type);
  }
});

test('nothing outside the site is served', async ({ request }) => {
  for (const address of [
    '%2e%2e/package.json',
    '..%2fpackage.json',
    'code/..%5c..%5cpackage.json',
    '%00',
    '%zz',
  ]) {
    const answer = await request.get(`/some/sub/path/${address}`);
    expect(answer.status(), address).toBeGreaterThanOrEqual(400);
    expect(await answer.text(), address).not.toContain('"devDependencies"');
  }
});
