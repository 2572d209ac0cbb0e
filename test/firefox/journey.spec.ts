import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { SiteServer } from '../browser/support/siteServer.ts';
import { Firefox } from './marionette.ts';

const dist = path.resolve(import.meta.dirname, '../../dist');
const program = process.env['FIREFOX_PATH'] ?? '/usr/bin/firefox-esr';

let site: SiteServer;
let firefox: Firefox;
let folder: string;

test.describe.configure({ mode: 'serial' });

test.beforeAll(async () => {
  if (!existsSync(program))
    throw new Error(`There is no Firefox at ${program}. Install Debian's firefox-esr or set FIREFOX_PATH.`);
  folder = mkdtempSync(path.join(tmpdir(), 'rate-atlas-'));
  site = await SiteServer.start(dist);
  firefox = await Firefox.start(program);
});
test.afterAll(async () => {
  await firefox?.stop();
  await site?.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** The text of a row of a named table, cells parted by `|`. */
const rowText = `(table, label) => {
  for (const each of document.querySelectorAll('table')) {
    if (!(each.caption?.textContent ?? each.getAttribute('aria-label') ?? '').includes(table)) continue;
    for (const row of each.querySelectorAll('tr')) {
      if (row.querySelector('th')?.textContent.trim().startsWith(label) && row.querySelector('td'))
        return [...row.children].map((cell) => cell.innerText.replace(/\\s+/g, ' ').trim()).join(' | ');
    }
  }
  return '';
}`;

/** The script has taken the page over: links are absolute then. */
const isAlive = `() => [...document.querySelectorAll('a')].some((a) => a.textContent.trim() === 'Rate Atlas' && a.getAttribute('href').startsWith('/'))`;

async function open(address: string): Promise<void> {
  await firefox.open(`${site.origin}/${address}`);
  await firefox.until(isAlive);
  await firefox.evaluate(`() => {
    window.faults = [];
    window.addEventListener('error', (event) => window.faults.push(event.message));
    window.addEventListener('unhandledrejection', (event) => window.faults.push(String(event.reason)));
  }`);
}

test.afterEach(async () => {
  expect(await firefox.evaluate('() => window.faults ?? []')).toEqual([]);
});

test('the catalogue leads to a code, and its figures are those of the release', async () => {
  await open('');
  await firefox.evaluate(
    `() => [...document.querySelectorAll('a')].find((a) => a.textContent === '97110').click()`,
  );
  const row = await firefox.until(rowText, 'National benchmark for 97110', 'BUCA');
  expect(row).toMatch(/BUCA.* \| \d+ \| \d+ \| \$/);
  await open('code/97110/TX/');
  expect(await firefox.until(rowText, 'Texas benchmark for 97110', 'Cigna')).toContain(
    '$245.38 | $51.78 | $120.00 | $130.09',
  );
});

test('a control fetches the rates, counts again and writes the address', async () => {
  await firefox.evaluate(`() => {
    const select = [...document.querySelectorAll('select')].find((each) => [...each.options].some(({ value }) => value === 'rates'));
    select.value = 'rates';
    select.dispatchEvent(new Event('change', { bubbles: true }));
  }`);
  await firefox.until(
    `(...args) => (${rowText})(...args).includes('| 19 | 116 | $105.09 |')`,
    'Texas benchmark for 97110',
    'BUCA',
  );
  expect(await firefox.evaluate('() => location.search')).toBe('?basis=rates');
});

test('the chart answers to the keyboard', async () => {
  // The static drawing takes the focus; the live chart that comes for it must keep it, for its arrow keys.
  await firefox.evaluate(
    '() => document.querySelector(\'[role="group"][aria-label="Texas benchmark for 97110, chart"]\').focus()',
  );
  expect(await firefox.until('() => document.activeElement.classList.contains("recharts-surface")')).toBe(
    true,
  );
});

test('an address is read with its settings, and what cannot be read is named', async () => {
  await open('code/97110/TX/?basis=rates&site=nowhere');
  await firefox.until(
    `(...args) => (${rowText})(...args).includes('| 19 | 116 | $105.09 |')`,
    'Texas benchmark for 97110',
    'BUCA',
  );
  expect(await firefox.evaluate('() => document.body.innerText')).toContain('nowhere');
});

test('a file of one’s own is read in the worker and placed', async () => {
  const file = path.join(folder, 'rates.csv');
  writeFileSync(
    file,
    'code,payer,rate\n97110,Aetna,31.50\n97110,Cigna,42.00\n97140,Aetna,29.00\nbad,Aetna,1.00\n',
  );
  await open('own/');
  await firefox.until(`() => document.querySelector('input[type="file"]') !== null`);
  await firefox.type('input[type="file"]', file);
  const said = await firefox.until(
    `() => /3 .*read|read 3|3 lines/i.exec(document.body.innerText)?.[0] ?? ''`,
  );
  expect(said).toMatch(/3/);
  expect(await firefox.evaluate('() => document.body.innerText')).toContain('rates.csv');
});

test('without a connection a page seen before is there again', async () => {
  await open('code/97110/TX/');
  await firefox.until(`() => navigator.serviceWorker.controller !== null`);
  await open('code/97110/TX/');
  await firefox.until(`(...args) => (${rowText})(...args)`, 'Texas benchmark for 97110', 'Cigna');
  await new Promise((resolve) => setTimeout(resolve, 1500));
  await site.stop();
  await open('code/97110/TX/');
  expect(await firefox.until(rowText, 'Texas benchmark for 97110', 'Cigna')).toContain('$245.38');
});
