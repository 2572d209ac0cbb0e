import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { afterAll, describe, expect, test } from 'vitest';
import writeXlsxFile from 'write-excel-file/node';
import { openRelease } from '../../src/cli/openRelease.ts';
import { codePageData } from '../../src/data/codePageData.ts';
import { readCsv } from '../../src/data/readCsv.ts';
import { codePageModel } from '../../src/figures/codePage.ts';
import { codeView } from '../../src/figures/codeView.ts';
import type { Figure } from '../../src/figures/figure.ts';
import { releaseName } from '../../src/text/releaseText.ts';
import { packageFolder, run } from '../support/commandLine.ts';

const emptyFolder = mkdtempSync(path.join(tmpdir(), 'rate-atlas-'));
afterAll(() => rmSync(emptyFolder, { recursive: true }));

/** The cells of one row of an export's table. */
function rowOf(csv: string, heading: string, label: string): Readonly<Record<string, string>> {
  // The table stands below a blank line, after what it is.
  const { header, rows } = readCsv(csv.slice(csv.search(new RegExp(`^${heading},`, 'm'))), 'out.csv');
  const row = rows.find(({ cells }) => cells[0] === label);
  return Object.fromEntries(header.map((name, at) => [name, row?.cells[at] ?? '']));
}

describe('benchmark', () => {
  test('Texas 97110: BUCA median $89.17, n 52, as the page and its brief have it', async () => {
    const { code, out, err } = await run(['benchmark', '97110', '--place', 'TX']);
    expect([code, err]).toEqual([0, '']);
    expect(out).toMatch(/^Texas benchmark for 97110\n/);
    expect(out).toMatch(/^BUCA +52 +116 +\$119\.19 +\$57\.45 +\$89\.17 +\$112\.57 /m);
    expect(out).toContain('Scope: Commercial plans; CPT and HCPCS rows;');
    expect(out).toContain('Method: Percentiles by linear interpolation (type 7');
    expect(out).toMatch(/^Sources: 19 published files/m);
    expect(out).toMatch(/^Page: code\/97110\/TX\/$/m);
    expect(out).toMatch(/^Release: \d{4}-\d\d-\d\d\.[0-9a-f]{8} of /m);
  });

  test('the JSON holds the figure of the page, cell by cell, and which release it is of', async () => {
    const { out } = await run(['benchmark', '97110', '--place', 'TX', '--format', 'json']);
    const json = JSON.parse(out) as { figure: Figure; release: unknown; scope: string };
    const data = await codePageData(openRelease(null, packageFolder), '97110', 'TX');
    if (!data) throw new Error('97110 is in the release');
    const { here, nation } = codePageModel(data, 'TX');
    const view = codeView({ here, nation: nation ?? here }, releaseName(data.release), false);
    expect(json.figure).toEqual(JSON.parse(JSON.stringify(view.here.figure)));
    expect(json.release).toEqual({ id: data.release.id, date: data.release.date });
    expect(json.scope).toMatch(/^Commercial plans;/);
  });

  test('the CSV reads back to the same figures', async () => {
    const { out } = await run(['benchmark', '97110', '--place', 'TX', '--format', 'csv']);
    const buca = rowOf(out, 'Payer', 'BUCA');
    expect(Number(buca['Median (USD)'])).toBeCloseTo(89.17, 2);
    // 19 hospitals, each once for each of the four payers it has: votes, and no providers.
    expect(buca['Votes']).toBe('52');
    expect(buca).not.toHaveProperty('Providers');
  });

  test('the scope changes what is counted: each rate a vote gives 116 of them', async () => {
    const { out } = await run(['benchmark', '97110', '--place', 'TX', '--basis', 'rates', '--format', 'csv']);
    expect(rowOf(out, 'Payer', 'BUCA')).toMatchObject({ Providers: '19', Rates: '116' });
    expect(out).toContain('one vote per published rate');
  });

  test('where no rate fits, the absences are named and a message says what to relax', async () => {
    const { code, out, err } = await run('benchmark 97110 --place TX --site office --files 2026-'.split(' '));
    expect(code).toBe(0);
    expect(out).toContain('[1] Rates only outside this scope');
    expect(err).toContain('Relax one of these');
  });

  test.each([
    [['benchmark', '00000'], '00000 is not in the catalogue of this release.'],
    [
      ['benchmark', '97110', '--medicare', '2019'],
      'This release has fee schedules for 2020 to 2026, not for 2019.',
    ],
    [['benchmark', '97110', '--data', emptyFolder], 'holds no data release'],
    [['medicare', '99999'], 'not in the Medicare tables'],
    [['medicare', '97110', '--year', '2019'], 'not for 2019'],
    [['medicare', '97110', '--locality', '18'], 'is 01182-18 Los Angeles'],
    [
      ['medicare', '97110', '--locality', '77', '--place', 'TX'],
      'There is no locality 77 in the 2026 tables of Texas',
    ],
    [['medicare', '97110', '--county', 'Harriss, TX'], 'This cannot be told'],
  ])('%j has no answer: exit code 1, said on standard error', async (args, message) => {
    const { code, out, err } = await run(args);
    expect([code, out]).toEqual([1, '']);
    expect(err).toContain(message);
  });
});

test('a release that is not whole is said in words of folders: no server, no connection', async () => {
  const folder = path.join(emptyFolder, 'cut');
  mkdirSync(folder);
  cpSync(path.join(packageFolder, 'public/data/release.json'), path.join(folder, 'release.json'));
  const medicare = await run(['medicare', '97110', '--data', folder]);
  expect([medicare.code, medicare.out]).toEqual([1, '']);
  expect(medicare.err).toMatch(/is not a whole release: medicare\/[a-z-]+\.csv is not in it\.$/);
  mkdirSync(path.join(folder, 'codes.csv'));
  const benchmark = await run(['benchmark', '97110', '--data', folder]);
  expect([benchmark.code, benchmark.out]).toEqual([1, '']);
  expect(benchmark.err).not.toMatch(/server|connection/);
});

describe('medicare', () => {
  /** RVU26C: 0.45, 0.41, 0.01; Houston 1.008, 0.993, 1.376; × 33.4009 = 29.2095. */
  test.each([
    ['its number', ['--locality', '18', '--place', 'TX']],
    ['its number with the contractor', ['--locality', '04412-18']],
    ['a county', ['--county', 'Harris, TX']],
  ])('97110 in Houston in 2026 by %s: $29.21', async (_what, args) => {
    const { code, out } = await run(['medicare', '97110', ...args, '--year', '2026', '--format', 'csv']);
    expect(code).toBe(0);
    expect(rowOf(out, 'Locality', 'Houston')).toMatchObject({
      'Non-facility (USD)': '29.21',
      'Facility (USD)': '29.21',
      'Work index': '1.008',
      'PE index': '0.993',
      'MP index': '1.376',
    });
    expect(out).toContain('Conversion factor 33.4009');
    expect(out).toContain('Relative values 0.87: work 0.45, practice expense 0.41, malpractice 0.01.');
  });

  test('a county says which locality it is in', async () => {
    const { err } = await run(['medicare', '97110', '--county', 'Harris, TX']);
    expect(err).toBe('Harris, Texas: locality 18, Houston. CMS’s words: “HARRIS”.');
  });

  test('Orange County had a locality of its own before 2024', async () => {
    const { out } = await run(['medicare', '97110', '--county', 'Orange, CA', '--year', '2023']);
    expect(out).toMatch(/^Los Angeles-Long Beach-Anaheim \(Orange County\) +\$/m);
  });

  test('a state has all its localities, the nation the spread over 109', async () => {
    const texas = await run(['medicare', '97110', '--place', 'TX']);
    expect(texas.out).toMatch(/^Houston +\$29\.21/m);
    expect(texas.out).toMatch(/^Rest of Texas +\$/m);
    const nation = await run(['medicare', '97110', '--year', '2026']);
    expect(nation.out).toContain('Mean over 109 localities');
  });

  test('a code that is not priced says why, with the indices', async () => {
    const { code, out } = await run(['medicare', '97010', '--locality', '99', '--place', 'TX']);
    expect(code).toBe(0);
    expect(out).toContain('No amount: Medicare bundles it into other services');
    expect(out).toMatch(/^Rest of Texas +1\.000 /m);
  });
});

describe('check', () => {
  test('lines that are left out: exit code 1, each with its line, and read + left out = present', async () => {
    const file = 'test/fixtures/bad-files/repeated-header.csv';
    const { code, out } = await run(['check', file]);
    expect(code).toBe(1);
    expect(out).toContain(`${file}:3: The line repeats the header.`);
    expect(out).toContain('3 lines present = 2 read + 1 left out.');
  });

  test('warnings leave nothing out: exit code 0', async () => {
    const { code, out } = await run([
      'check',
      'test/fixtures/bad-files/retired-code.csv',
      '--format',
      'json',
    ]);
    expect(code).toBe(0);
    const check = JSON.parse(out) as Record<string, unknown>;
    expect(check).toMatchObject({ kind: 'own rates', rowsPresent: 3, rowsRead: 3, rowsLeftOut: 0 });
    expect(check['problems']).toHaveLength(2);
  });

  test('a pipe, as CSV: problems are rows, the counts go to standard error', async () => {
    const { code, out, err } = await run(
      ['check', '-', '--format', 'csv'],
      'code,payer,rate,state\n97110,Aetna,36.50,TX\n97110,=cmd,abc,TX\n',
    );
    expect(code).toBe(1);
    const { header, rows } = readCsv(out, 'out.csv');
    expect(header).toEqual(['file', 'line', 'column', 'found', 'message', 'outcome']);
    expect(rows.map(({ cells }) => [cells[0], cells[1], cells.at(-1)])).toContainEqual([
      'stdin',
      '3',
      'Left out',
    ]);
    expect(err).toContain('2 lines present = 1 read + 1 left out.');
  });

  test('an Excel workbook, known by what it holds', async () => {
    const rows = [
      ['code', 'payer', 'rate'],
      ['97110', 'Aetna', '36.50'],
      ['97110', 'Aetna', 'n/a?'],
    ];
    const sheet = { sheet: 'Rates', data: rows.map((row) => row.map((value) => ({ value }))) };
    const bytes = new Uint8Array(await writeXlsxFile([sheet]).toBuffer());
    const { code, out } = await run(['check', '-'], bytes);
    expect(code).toBe(1);
    expect(out).toMatch(/^stdin:3: rate \(C\): /m);
    expect(out).toContain('2 lines present = 1 read + 1 left out.');
  });

  test('a table that is damaged in a zip is named, far behind its start too', async () => {
    const table = `code,payer,rate,state\n${'97110,Aetna,36.50,TX\n'.repeat(20_000)}`;
    const zip = zipSync({ 'a.csv': [strToU8(table), { level: 0 }] });
    zip[400_000] = 0;
    const { code, out } = await run(['check', '-'], zip);
    expect(code).toBe(1);
    expect(out).toMatch(/^stdin\/a\.csv: .*damaged/m);
  });

  test('a zip of rates that the page saved, and one without its lists', async () => {
    const header =
      'state,provider,plan,code_type,modifier,setting,billing_class,rate,methodology,source,flags,source_rows';
    const files = {
      'providers.csv':
        'id,name,place,identifier,system\np1,Pecan PT,TX,,\np2,Tax id 123456789,,EIN:123456789,\n',
      'plans.csv': 'id,payer_raw,plan,payer,parent,line\nn1,Aetna,,aetna,,Commercial\n',
      'sources.csv':
        'id,name,publisher,place,kind,date,year,published_url,sha256,carried_by,path,confidence,rows,flags\ns1,a.json,Acme,,payer,2026-05-01,2026,,,,,,2,\n',
      'rates/97110/national.csv': `${header}\n,p2,n1,CPT,,,,31.00,,s1,,1\nTX,p1,n1,CPT,,,,30.00,,s1,,2\n`,
      'rates/97110/TX.csv': `${header}\nTX,p1,n1,CPT,,,,30.00,,s1,,2\n`,
    };
    const hospital = readFileSync(
      'test/fixtures/formats/hpt/examples_CSV_Tall_Format_Examples_V3.0.0_Tall_CSV_Format_Example.csv',
      'utf8',
    );
    const packed = (of: Readonly<Record<string, string>>) =>
      zipSync(Object.fromEntries(Object.entries(of).map(([name, text]) => [name, strToU8(text)])));
    const { code, out } = await run(['check', '-'], packed(files));
    expect(out).toContain('rates in our own form: 2 lines present = 2 read + 0 left out.');
    expect(code).toBe(0);
    const mixed = await run(['check', '-'], packed({ ...files, 'hospital.csv': hospital }));
    expect(mixed.out).toMatch(
      /hospital.* and rates in our own form: 47 lines present = 16 read \+ 31 left out\.$/m,
    );
    const spoilt = {
      ...files,
      'hospital.csv': hospital,
      'rates/97110/national.csv': `${header}\nTX,p1,n1,CPT,,,,x,,s1,,2\n`,
    };
    expect((await run(['check', '-'], packed(spoilt))).code).toBe(1);
    const { 'plans.csv': _, ...without } = files;
    const broken = await run(['check', '-'], packed(without));
    expect(broken.code).toBe(1);
    expect(broken.out).toContain('Rates in our own form need providers.csv, plans.csv and sources.csv');
  });

  test('a rate file of the release, and the same with a line nobody can use', async () => {
    const clean = await run(['check', 'public/data/rates/97110/TX.csv']);
    expect(clean.code).toBe(0);
    expect(clean.out).toContain('rate file of a release: 326 lines present = 326 read + 0 left out.');
    const header =
      'state,provider,plan,code_type,modifier,setting,billing_class,rate,methodology,source,flags,source_rows';
    const broken = await run(['check', '-'], `${header}\nTX,no,no,CPT,,outpatient,facility,0.00,,no,,1\n`);
    expect(broken.code).toBe(1);
    expect(broken.out).toContain('1 line present = 0 read + 1 left out.');
  });

  test('what a file says is not obeyed by the terminal', async () => {
    const { out } = await run(['check', '-'], 'code,payer,rate,state\n97110,Aetna,\u001B[2Jabc,TX\n');
    expect(out).not.toContain('\u001B');
    expect(out).toContain('\uFFFD[2Jabc');
  });

  test.each(['empty', 'web-page', 'missing-column'])('%s: nothing can be read, exit code 1', async (name) => {
    const { code } = await run(['check', `test/fixtures/bad-files/${name}.csv`]);
    expect(code).toBe(1);
  });

  test('a file that is not there is bad usage', async () => {
    const { code, err } = await run(['check', 'no-such-file.csv']);
    expect(code).toBe(2);
    expect(err).toContain('no-such-file.csv cannot be read');
  });
});

describe('the rest', () => {
  test('serve hands on the folder and the port', async () => {
    expect((await run(['serve', 'site', '--port', '8080'])).served).toEqual([['site', 8080]]);
  });

  test.each([
    [['--help']],
    [['benchmark', '--help']],
    [['medicare', '-h']],
    [['help', 'check']],
    [['serve', '-h']],
  ])('%j prints help, no line over 100 characters', async (args) => {
    const { code, out, err } = await run(args);
    expect([code, err]).toEqual([0, '']);
    expect(out).toMatch(/^rate-atlas/);
    expect(Math.max(...out.split('\n').map((line) => line.length))).toBeLessThanOrEqual(100);
  });

  test('bad usage: exit code 2, and where help is', async () => {
    const { code, out, err } = await run(['benchmark', '97110', '--site', 'moon']);
    expect([code, out]).toEqual([2, '']);
    expect(err).toBe('--site moon: not one of hospital, office, all.\nSee rate-atlas benchmark --help.');
  });

  test('the version', async () => {
    expect((await run(['--version'])).out).toBe('1.2.3\n');
  });
});
