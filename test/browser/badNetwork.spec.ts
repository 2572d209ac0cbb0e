import path from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { expectAccessible } from './support/axe.ts';
import { waitUntilAlive, waitUntilSettled } from './support/settled.ts';
import { SiteServer, type Spoil } from './support/siteServer.ts';
import { readRow } from './support/tables.ts';

const dist = path.resolve(import.meta.dirname, '../../dist');
const texas = 'code/97110/TX/';
const rates = '/data/rates/97110/TX.csv';
const csv = { 'Content-Type': 'text/csv', 'Cache-Control': 'no-store' };

let site: SiteServer;

test.beforeEach(async () => {
  site = await SiteServer.start(dist);
});
test.afterEach(async () => {
  await site.stop();
});

/** A file that does not come as it should, and the words the page must then have for it. */
const faults: readonly (readonly [what: string, spoil: Spoil, says: RegExp])[] = [
  ['is missing', of(rates, (response) => response.writeHead(404).end()), /the server has no such file/],
  [
    'is refused',
    of(rates, (response) => response.writeHead(503).end('overloaded')),
    /the server refused the file \(status 503\)/,
  ],
  [
    'is cut short, and the host does not know',
    of(rates, (response, bytes) => response.writeHead(200, csv).end(bytes.subarray(0, bytes.length >> 1))),
    /the file was cut short: [\d]+ bytes were expected, [\d]+ came/,
  ],
  [
    'breaks off in the middle of a row',
    of(rates, (response, bytes) => {
      response.writeHead(200, { ...csv, 'Content-Length': bytes.length });
      response.write(bytes.subarray(0, 1000), () => response.destroy());
    }),
    /the file could not be fetched/,
  ],
  [
    'is another file of the same length',
    of(rates, (response, bytes) => response.writeHead(200, csv).end(digitsTurned(bytes))),
    /the file is not the one of this release: SHA-256 [0-9a-f]{8}… was expected/,
  ],
  [
    'is longer: the file of another release',
    of(rates, (response, bytes) => response.writeHead(200, csv).end(Buffer.concat([bytes, bytes]))),
    /the file is not the one of this release: [\d]+ bytes were expected/,
  ],
  [
    'comes as a web page',
    of(rates, (response) => {
      response.writeHead(200, { 'Content-Type': 'text/html' }).end('<h1>Please sign in to this network</h1>');
    }),
    /a web page came where a data file was expected/,
  ],
  [
    'comes as a web page under a CSV’s name',
    of(rates, (response) => response.writeHead(200, csv).end('<!doctype html><h1>Sign in</h1>')),
    /the file was cut short|the file is not the one of this release/,
  ],
];

test.describe('a file of rates that', () => {
  for (const [what, spoil, says] of faults) {
    test(`${what}: said in words, the page stays, and trying again helps`, async ({ page }) => {
      const uncaught = errorsOf(page);
      site.spoil = spoil;
      await page.goto(`${site.origin}/${texas}`);
      await waitUntilAlive(page);
      const before = await readRow(page, 'Texas benchmark for 97110', 'BUCA');
      await page.getByRole('combobox', { name: 'One vote per' }).selectOption('rates');
      const notice = page.getByText(says);
      await expect(notice).toBeVisible();
      await expect(notice).toContainText('rates/97110/TX.csv');
      // What the page brought with it is still there, said to be the default view.
      expect(await readRow(page, 'Texas benchmark for 97110', 'BUCA')).toEqual(before);
      await expect(page.getByText('The figures below are those of the default view.')).toBeVisible();
      // The notices differ in their words alone.
      if (what === 'is missing') await expectAccessible(page);

      site.spoil = null;
      await page.getByRole('button', { name: 'Try again' }).click();
      await expect(notice).toHaveCount(0);
      await waitUntilSettled(page);
      await expect.poll(async () => readRow(page, 'Texas benchmark for 97110', 'BUCA')).not.toEqual(before);
      expect(uncaught).toEqual([]);
    });
  }

  test('is missing where the reader scrolls to what needs it: said there, with a way to try again, not “Loading” for ever', async ({
    page,
  }) => {
    site.spoil = of(rates, (response) => response.writeHead(404).end());
    await page.goto(`${site.origin}/${texas}`);
    await waitUntilAlive(page);
    await page.getByRole('button', { name: 'Load them now' }).focus();
    const notice = page.getByRole('alert').filter({ hasText: 'The rest of this page did not arrive' });
    await expect(notice).toBeInViewport();
    await expect(notice).toContainText('rates/97110/TX.csv: the server has no such file');
    await expect(page.getByText(/^Loading/)).toHaveCount(0);
    await expectAccessible(page);
    await notice.getByRole('button', { name: 'Try again' }).click();
    // Still missing: asked for again, and said again.
    await expect(notice).toBeInViewport();
    site.spoil = null;
    await notice.getByRole('button', { name: 'Try again' }).press('Enter');
    await expect(page.getByRole('heading', { name: /^What 97110 is and how it is billed/ })).toBeAttached();
    expect(await page.evaluate(() => document.activeElement !== document.body)).toBe(true);
    await expect(page.getByText(/did not arrive/)).toHaveCount(0);
  });

  test('is slow: the page says it is busy and shows what it has until the file is here', async ({ page }) => {
    let release = () => {};
    site.spoil = of(rates, (response, bytes) => {
      release = () => response.writeHead(200, csv).end(bytes);
    });
    await page.goto(`${site.origin}/${texas}`);
    await waitUntilAlive(page);
    const before = await readRow(page, 'Texas benchmark for 97110', 'BUCA');
    await page.getByRole('combobox', { name: 'One vote per' }).selectOption('rates');
    await expect(page.locator('[aria-busy="true"]').first()).toBeVisible();
    expect(await readRow(page, 'Texas benchmark for 97110', 'BUCA')).toEqual(before);
    site.spoil = null;
    release();
    await waitUntilSettled(page);
    await expect.poll(async () => readRow(page, 'Texas benchmark for 97110', 'BUCA')).not.toEqual(before);
  });
});

test.describe('a list of files that', () => {
  const list = '/data/release.json';

  for (const [what, spoil] of [
    ['is missing', of(list, (response) => response.writeHead(404).end())],
    ['is cut short', of(list, (response, bytes) => response.writeHead(200).end(bytes.subarray(0, 5000)))],
    ['is no list', of(list, (response) => response.writeHead(200).end('{"id": 5}'))],
    [
      'is hostile',
      of(list, (response) => response.writeHead(200).end('{"__proto__": {"id": "x"}, "files": []}')),
    ],
  ] as const) {
    test(`${what}: the page that came with its figures stays and says so`, async ({ page }) => {
      const uncaught = errorsOf(page);
      site.spoil = spoil;
      await page.goto(`${site.origin}/${texas}`);
      await waitUntilAlive(page);
      await page.getByRole('combobox', { name: 'One vote per' }).selectOption('rates');
      await expect(page.getByText('release.json: ').first()).toBeVisible();
      expect((await readRow(page, 'Texas benchmark for 97110', 'BUCA'))[1]).toBe('52');
      site.spoil = null;
      await page.getByRole('button', { name: 'Try again' }).first().click();
      await waitUntilSettled(page);
      await expect.poll(async () => readRow(page, 'Texas benchmark for 97110', 'BUCA')).not.toContain('52');
      expect(uncaught).toEqual([]);
    });
  }
});

test('a frame whose rates do not come says so instead of showing another view', async ({ page }) => {
  site.spoil = of(rates, (response) => response.writeHead(404).end());
  await page.goto(`${site.origin}/${texas}?basis=rates&embed=table`);
  await expect(page.getByText(/the server has no such file/)).toBeVisible();
  await expect(page.getByRole('table')).toHaveCount(0);
  site.spoil = null;
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect.poll(async () => readRow(page, 'Texas benchmark for 97110', 'BUCA')).toContain('116');
});

for (const [address, lost] of [
  ['data/', '/data/coverage.csv'],
  ['code/97110/TX/', '/assets/CodeRoute-'],
] as const) {
  test(`${address} comes alive by itself once ${lost} does`, async ({ page }) => {
    const uncaught = errorsOf(page);
    let refused = 0;
    site.spoil = (asked, response) => {
      if (!asked.startsWith(lost)) return false;
      refused += 1;
      response.writeHead(503).end();
      return true;
    };
    await page.goto(`${site.origin}/${address}`);
    await expect.poll(() => refused).toBeGreaterThan(0);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    site.spoil = null;
    await waitUntilAlive(page);
    expect(uncaught).toEqual([]);
  });
}

test.describe('a script that', () => {
  test('never comes leaves a page to be read: figures, table and chart', async ({ page }) => {
    site.spoil = (asked, response) => {
      if (!asked.endsWith('.js')) return false;
      response.writeHead(404).end();
      return true;
    };
    await page.goto(`${site.origin}/${texas}`);
    expect((await readRow(page, 'Texas benchmark for 97110', 'Cigna')).join(' ')).toContain('$245.38');
    await expect(page.getByRole('img', { name: 'Texas benchmark for 97110' })).toBeVisible();
  });

  for (const [what, answer] of [
    ['gone from a site that was renewed', (response) => response.writeHead(404).end()],
    ['lost on the way', (response) => response.destroy()],
  ] as const satisfies readonly (readonly [string, (response: Parameters<Spoil>[1]) => unknown])[]) {
    test(`another page needs, ${what}, takes no page away: it is said there, and the reader’s file stays open`, async ({
      page,
    }) => {
      const uncaught = errorsOf(page);
      await page.goto(`${site.origin}/own/`);
      await page.getByRole('button', { name: 'Try a made-up contract' }).click();
      const opened = page.getByRole('heading', { name: 'My contract' });
      await expect(opened).toBeVisible();
      site.spoil = (asked, response) => {
        if (!asked.includes('/MethodologyRoute-')) return false;
        answer(response);
        return true;
      };
      await page.getByRole('link', { name: 'Methodology', exact: true }).click();
      await expect(page.getByRole('alert')).toContainText('This part of the page did not arrive');
      await page.getByRole('link', { name: 'Your rates', exact: true }).click();
      await expect(opened).toBeVisible();

      await page.getByRole('link', { name: 'Methodology', exact: true }).click();
      site.spoil = null;
      await page.getByRole('button', { name: 'Try again' }).click();
      await expect(page.getByRole('heading', { name: 'Methodology', level: 1 })).toBeVisible();
      await expect(page.getByRole('main')).toBeFocused();
      expect(uncaught).toEqual([]);
    });
  }
});

for (const script of ['explainCodeAsk', 'RecomputePanel']) {
  test(`a working whose ${script} does not come is said where the reader sees it, and comes when asked again`, async ({
    page,
  }) => {
    const uncaught = errorsOf(page);
    site.spoil = (asked, response) => {
      if (!asked.includes(`/${script}-`)) return false;
      response.writeHead(404).end();
      return true;
    };
    await page.goto(`${site.origin}/${texas}`);
    await waitUntilAlive(page);
    const table = page.getByRole('table', { name: 'Texas benchmark for 97110' });
    await table.getByRole('row', { name: /^BUCA/ }).getByRole('button').first().click();
    const notice = page.getByRole('alert');
    await expect(notice).toContainText('This part of the page did not arrive');
    await expect(notice).toBeInViewport();
    site.spoil = null;
    await notice.getByRole('button', { name: 'Try again' }).click();
    await expect(page.getByRole('dialog', { name: /^Recompute this/ })).toBeVisible();
    await expect(notice).toHaveCount(0);
    expect(uncaught).toEqual([]);
  });
}

test.describe('without a connection', () => {
  test.use({ serviceWorkers: 'allow' });

  test('a worker keeps no spoilt file: without a connection the page says what is missing', async ({
    page,
  }) => {
    site.spoil = of(rates, (response, bytes) => response.writeHead(200, csv).end(digitsTurned(bytes)));
    await page.goto(`${site.origin}/${texas}`);
    await waitUntilSettled(page).catch(() => {});
    await page.evaluate(async () => {
      await navigator.serviceWorker.ready;
    });
    await page.reload();
    await waitUntilAlive(page);
    await page.getByRole('combobox', { name: 'One vote per' }).selectOption('rates');
    await expect(page.getByText(/the file is not the one of this release/)).toBeVisible();
    const kept = await page.evaluate(async () => {
      const found: string[] = [];
      for (const name of await caches.keys()) {
        for (const request of await (await caches.open(name)).keys()) found.push(request.url);
      }
      return found;
    });
    expect(kept.length).toBeGreaterThan(0);
    expect(kept.filter((url) => url.includes('rates/97110/TX.csv'))).toEqual([]);
  });
});

/** Spoils one file of the site and leaves the rest alone. */
function of(file: string, answer: (response: Parameters<Spoil>[1], bytes: Buffer) => unknown): Spoil {
  return (asked, response, bytes) => {
    if (asked !== file) return false;
    answer(response, bytes);
    return true;
  };
}

/** The same bytes with other digits: a file as long as the right one. */
function digitsTurned(bytes: Buffer): Buffer {
  return Buffer.from(bytes.map((byte) => (byte === 0x31 ? 0x32 : byte)));
}

function errorsOf(page: Page): string[] {
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  return errors;
}
