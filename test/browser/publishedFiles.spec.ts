import { readFileSync, writeFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { unzipSync } from 'fflate';
import { expectAccessible } from './support/axe.ts';
import { fixtureFiles } from './support/fixtureFiles.ts';
import { openPage } from './support/settled.ts';
import { readRow } from './support/tables.ts';
import { expect, test } from './support/test.ts';
import { databases, recordHistory, traces, watchRequests } from './support/traces.ts';

const folder = 'test/fixtures/formats';
const mgh = `${folder}/hpt-real/massachusetts-general_v3.0.0_tall_therapy-rows.csv`;
const evry = `${folder}/tic-real/evry-health_2025-06-23_in-network_v1_therapy_trimmed.json`;
const picker = (page: Page) => page.getByLabel(/^Choose (more )?files$/);
const report = (page: Page) => page.getByRole('heading', { name: 'What was read from your files' });

interface GivenFile {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

/** A hospital's file in CMS's template 3.0, with names and amounts that stand nowhere else. */
const secretFile: GivenFile = {
  name: 'zyxo-standardcharges.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from(
    readFileSync(mgh, 'utf8')
      .replaceAll('Massachusetts General Hospital', 'Zyxo Falls Hospital')
      .replaceAll(/AETNA \[1001\]/g, 'Aetna Quillfern'),
  ),
};
const secrets = ['Zyxo', 'zyxo', 'Quillfern'];

for (const [name, files] of Object.entries(fixtureFiles)) {
  test(`every file of ${name} is recognised by what it holds, and read or refused with a reason`, async ({
    page,
  }) => {
    await openPage(page, 'own/');
    await picker(page).setInputFiles(files.map(({ file }) => `${folder}/${name}/${file}`));
    await expect(report(page)).toBeVisible();
    for (const { file, as, present, read } of files) {
      const cells = await readRow(page, 'Your files', file);
      expect(cells[1], file).toBe(as);
      const counts = present === null ? [] : [String(present), String(read), String(present - (read ?? 0))];
      expect(cells.slice(5, 5 + counts.length), file).toEqual(counts);
    }
    await expectAccessible(page);
  });
}

test('hospital and payer files become benchmarks, with a report, a state for the payer’s, and CSVs that open again', async ({
  page,
}) => {
  await openPage(page, 'own/');
  await picker(page).setInputFiles([mgh, evry]);
  await expect(report(page)).toBeVisible();
  const files = await readRow(page, 'Your files', 'massachusetts-general');
  expect(files.slice(1, 8)).toEqual([
    'a hospital file, CMS template, tall CSV',
    '3.0.0',
    'Massachusetts General Hospital',
    '2026-03-27',
    '220',
    '220',
    '0',
  ]);
  // Payers’ files state no place.
  const place = page.getByRole('combobox', { name: 'State of providers without one' });
  await place.selectOption('TX');
  await expect(page.getByText(/providers? taken to be in Texas\.$/)).toBeVisible();

  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save as rate CSVs' }).click();
  const saved = await (await download).path();
  const entries = unzipSync(new Uint8Array(readFileSync(saved)));
  expect(Object.keys(entries)).toContain('rates/97110/TX.csv');
  const code = await readRow(page, 'Rates by code', '97110');

  await page.getByRole('link', { name: 'See the benchmarks, code by code' }).click();
  await page.getByRole('combobox', { name: /^Code in your/ }).selectOption('97110');
  await page.getByRole('combobox', { name: /^State in your/ }).selectOption('MA');
  const aetna = await readRow(page, 'Benchmark for 97110 (your file)', 'Aetna');
  expect(aetna.join(' ')).toMatch(/\$\d+\.\d\d/);
  await expectAccessible(page);

  // Opened again in their place, the saved rates are the same.
  await page.getByRole('link', { name: 'My contract', exact: true }).click();
  await picker(page).setInputFiles({
    name: 'my-rates.zip',
    mimeType: 'application/zip',
    buffer: readFileSync(saved),
  });
  await page.getByRole('button', { name: 'Read in their place' }).click();
  await expect(page.getByText('my-rates.zip/rates/97110/national.csv').first()).toBeVisible();
  const again = await readRow(page, 'Rates by code', '97110');
  expect(again.slice(0, 7)).toEqual(code.slice(0, 7));
});

test('the columns of a hospital’s own table are set by keyboard, read again, and remembered by their headings alone', async ({
  page,
}) => {
  const old = {
    name: 'old-prices.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(
      'Prices of Zyxo Falls\nSvc,What,Cash,Aetna PPO,Quillfern\n97110,exercise,50.00,$41.50,39.00\n97140,manual,45.00,38.00,\n',
    ),
  };
  await openPage(page, 'own/');
  await picker(page).setInputFiles(old);
  // As a contract it has no payer: the reader says what it is.
  const panel = page.getByRole('region', { name: 'Your own rates' });
  await page.getByRole('button', { name: 'Set its columns as a hospital’s' }).press('Enter');
  const form = page.getByRole('form', { name: 'Columns of old-prices.csv' });
  await expect(form.getByRole('combobox', { name: 'Aetna PPO' })).toHaveAccessibleDescription(
    'read as Aetna',
  );
  // The button is gone; the panel says what was read, and the columns come after it.
  await expect(panel).toBeFocused();
  await expectAccessible(page);
  // Nobody in the alias table, and not this hospital’s payer.
  await form.getByRole('combobox', { name: 'Quillfern' }).focus();
  await page.keyboard.press('Home');
  await expect(form.getByRole('combobox', { name: 'Quillfern' })).toHaveValue('');
  await form.getByRole('checkbox', { name: /^Remember these columns/ }).check();
  await form.getByRole('button', { name: 'Read with these columns' }).press('Enter');
  const cells = await readRow(page, 'Your files', 'old-prices.csv');
  expect([cells[1], ...cells.slice(5, 8)]).toEqual([
    'a hospital file in its own columns, CSV',
    '2',
    '2',
    '0',
  ]);
  await expect(panel).toBeFocused();
  await expectAccessible(page);

  const stored = await page.evaluate(() =>
    Object.entries(localStorage).map(([key, text]) => `${key} ${text}`),
  );
  expect(stored.join(' ')).toContain('Aetna PPO');
  expect(stored.join(' ')).not.toMatch(/97110|41\.50|Zyxo|exercise/);
  // The next file with these headings is read so at once.
  await page.reload();
  await picker(page).setInputFiles([old, secretFile]);
  expect((await readRow(page, 'Your files', 'old-prices.csv'))[6]).toBe('2');
  await page.getByText('Columns of old-prices.csv').click();
  await page.getByRole('button', { name: 'Forget them' }).press('Enter');
  await expect(page.getByRole('button', { name: 'Read with these columns' })).toBeVisible();
  await expect(panel).toBeFocused();
  expect(await page.evaluate(() => localStorage.getItem('rate-atlas.charges'))).toBeNull();
});

test.describe('with all that a browser keeps', () => {
  // What the worker keeps is looked at too.
  test.use({ serviceWorkers: 'allow' });

  test('nothing of published files is in an address, the title, storage or a request', async ({ page }) => {
    const sent = watchRequests(page);
    const written = await recordHistory(page);
    await openPage(page, 'own/');
    await picker(page).setInputFiles([
      secretFile,
      { name: 'evry.json', mimeType: 'application/json', buffer: readFileSync(evry) },
    ]);
    await expect(report(page)).toBeVisible();
    await expect(page.getByText('Zyxo Falls Hospital').first()).toBeVisible();
    await expect(page.getByRole('button', { name: 'Keep in this browser' })).toHaveCount(0);
    const found: string[] = [];
    const look = async () => found.push(await traces(page), await written(), await databases(page));
    await look();
    await page.getByRole('link', { name: 'Code by code', exact: true }).click();
    await page.getByRole('combobox', { name: /^Code in your/ }).selectOption('97110');
    await expect(page.getByRole('table', { name: 'Benchmark for 97110 (your file)' })).toBeVisible();
    await look();
    await page.getByRole('link', { name: 'Published rates for 97110' }).click();
    await expect(page.getByText(/for 97110/).first()).toBeVisible();
    await look();
    await page.reload();
    await page.getByRole('link', { name: 'Your rates' }).click();
    await expect(page.getByText('or drop them here, a folder too')).toBeVisible();
    await expect(page.getByText(secretFile.name)).toHaveCount(0);
    expect(sent()).toContain('/some/sub/path/');
    for (const secret of secrets) expect(`${found.join('\n')}\n${sent()}`).not.toContain(secret);
  });
});

test('cancelled at once, a large file leaves what was open', async ({ page }, testInfo) => {
  await openPage(page, 'own/');
  await picker(page).setInputFiles(mgh);
  await expect(report(page)).toBeVisible();
  // The rows of the file again and again: 48 MB.
  const [one = '', two = '', three = '', ...rows] = readFileSync(mgh, 'utf8').trimEnd().split('\n');
  const times = Math.ceil(48_000_000 / rows.join('\n').length);
  const big = testInfo.outputPath('big.csv');
  const many = Array.from({ length: times }, () => rows.join('\n'));
  writeFileSync(big, [one, two, three, ...many, ''].join('\n'));
  await picker(page).setInputFiles(big);
  await page.getByRole('button', { name: 'Read in their place' }).click();
  await expect(page.getByText(/^\d+(\.\d)? MB of 4\d(\.\d)? MB/)).toBeVisible();
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect(report(page)).toBeVisible();
  expect((await readRow(page, 'Your files', 'massachusetts-general'))[6]).toBe('220');
  await expect(page.getByText('big.csv')).toHaveCount(0);
});

test('cut, broken and mixed-up files are told as what they are, and the page stays alive', async ({
  page,
}) => {
  const hospital = readFileSync(mgh);
  const payer = readFileSync(evry);
  const contents = readFileSync(`${folder}/tic-real/molina-ohio_2022-07-01_table-of-contents_v1.json`);
  const broken: readonly (readonly [string, Buffer])[] = [
    ['cut.csv', hospital.subarray(0, hospital.length / 2)],
    ['cut.json', payer.subarray(0, Math.floor(payer.length / 3))],
    ['cut-contents.json', contents.subarray(0, contents.length - 40)],
    ['zeros.json', Buffer.concat([payer.subarray(0, 20_000), Buffer.alloc(5000), payer.subarray(20_000)])],
    ['two.json', Buffer.concat([payer, payer])],
    ['swapped.csv', Buffer.from(hospital.toString('latin1').replaceAll(',', ';').replaceAll('"', "'"))],
    ['gzip.gz', Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3, 1, 2, 3, 4])],
    ['zip.zip', Buffer.concat([Buffer.from('PK\u0003\u0004'), Buffer.alloc(500, 7)])],
    ['deep.json', Buffer.from('['.repeat(200_000))],
    ['empty.json', Buffer.alloc(0)],
  ];
  await openPage(page, 'own/');
  await picker(page).setInputFiles(
    broken.map(([name, buffer]) => ({ name, mimeType: 'application/octet-stream', buffer })),
  );
  await expect(report(page)).toBeVisible();
  for (const [name] of broken) {
    const cells = await readRow(page, 'Your files', name);
    const isRefused = cells[1]?.startsWith('not read: ') ?? false;
    const [present, read, left] = cells.slice(5, 8).map((cell) => Number(cell.replaceAll(',', '')));
    if (!isRefused) expect((read ?? 0) + (left ?? 0), name).toBe(present);
    // What is cut or broken is a problem, or the reason it is refused for.
    else expect(cells[1]?.length, name).toBeGreaterThan(20);
  }
  await page.getByRole('link', { name: 'Code by code', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Your rates' })).toBeVisible();
});
