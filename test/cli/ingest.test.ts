import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync, strToU8, zipSync } from 'fflate';
import { afterAll, describe, expect, test } from 'vitest';
import { UsageError } from '../../src/cli/cliRequest.ts';
import { progressText } from '../../src/cli/ingestText.ts';
import { parseCommandLine } from '../../src/cli/parseCommandLine.ts';
import type { IngestOutcome } from '../../src/data/ingestOrder.ts';
import type { Release } from '../../src/domain/release.ts';
import { run } from '../support/commandLine.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'rate-atlas-ingest-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Writes a file and gives its path. */
function file(name: string, text: string): string {
  const target = path.join(folder, name);
  writeFileSync(target, text);
  return target;
}

const clinics = `code,payer,plan,rate,state,provider,date
97110,Aetna,PPO,45.10,TX,Clinic A,2025-03-01
97110,Aetna,PPO,45.10,TX,Clinic A,2025-03-01
97110,BCBS of Texas,HMO,51.00,TX,Clinic B,2025-03-01
97140,Cigna,,41.00,CA,Clinic C,2024
99999,Cigna,,41.00,CA,Clinic C,2024
`;

describe('ingest', () => {
  test('makes a release that the other commands read, and accounts for the lines', async () => {
    const out = path.join(folder, 'release');
    const report = path.join(folder, 'report.json');
    const made = await run(['ingest', file('clinics.csv', clinics), '--out', out, '--report', report]);
    expect(made.out).toMatch(/^Release 2025-03-01\.[0-9a-f]{8}: 3 rates of 3 providers, 43 files in /);
    expect(made.err).toMatch(/^clinics\.csv +a table of one’s own +2025-03-01 +5 +4 +1$/m);
    expect(made.err).toContain('clinics.csv\n  Left out: 1 of codes not asked for.');
    // A code that nobody asked for is no failure.
    expect(made.code).toBe(0);

    const { files } = JSON.parse(readFileSync(report, 'utf8')) as IngestOutcome;
    expect(files.map(({ account }) => [account.present, account.read, account.leftOut])).toEqual([
      [5, 4, { 'code-not-asked': 1 }],
    ]);
    const asked = await run(['benchmark', '97110', '--place', 'TX', '--data', out]);
    // (45.10 + 51.00) ÷ 2 = 48.05
    expect(asked.out).toMatch(/^BUCA +2 +2 +\$48\.05 /m);
    expect(asked.err).toBe('');
    const check = await run(['check', path.join(out, 'rates/97110/TX.csv'), '--data', out]);
    expect(check.code).toBe(0);
  });

  test('a pipe is a file; an unreadable line, a missing file or no date is told and ends with 1', async () => {
    const out = path.join(folder, 'piped');
    const piped = await run(
      ['ingest', '-', '--out', out, '--date', '2026-02-03', '--place', 'AK'],
      'code,payer,rate\n97110,Aetna,45.10\n97110,Cigna,much\n',
    );
    expect(piped.code).toBe(1);
    expect(piped.out).toMatch(/^Release 2026-02-03\./);
    expect(piped.err).toContain(
      '  Problem: line 3, rate: This is not a dollar amount such as 36.50. Found: “much”',
    );
    expect(readFileSync(path.join(out, 'providers.csv'), 'utf8')).toBe(
      'id,name,place,identifier,system\np1,stdin,AK,,\n',
    );

    const none = path.join(folder, 'none');
    const undated = await run(['ingest', '-', '--out', none], 'code,payer,rate\n97110,Aetna,45.10\n');
    expect([undated.code, undated.out]).toEqual([1, '']);
    expect(undated.err).toContain('Nothing was written. No file says its date: give one with --date.');
    const missing = await run(['ingest', path.join(folder, 'no.csv'), '--out', none, '--date', '2026-01-01']);
    expect(missing.code).toBe(1);
    expect(missing.err).toContain('no.csv\n  Not read: There is no such file.');
    // Of files that were not read, no date can be asked for.
    const unread = await run(['ingest', path.join(folder, 'no.csv'), '--out', none]);
    expect(unread.err).toContain('Nothing was written. There is no rate to build a release of.');
  });

  test('rates without a place are left out, counted and named', async () => {
    const out = path.join(folder, 'placed');
    const text = 'code,payer,rate,provider,date\n97110,Aetna,45.10,Clinic A,2025\n';
    const made = await run(['ingest', '-', '--out', out], text);
    expect(made.err).toContain('  Left out: 1 whose providers nothing places.');
    expect(made.err).toContain('Without a place: Clinic A.');
    expect(made.err).toContain('Nothing was written. There is no rate to build a release of.');
    expect(made.code).toBe(1);
  });

  test('places that cannot be written to are told before anything is read', async () => {
    const input = file('placed.csv', clinics);
    const asFile = await run(['ingest', input, '--out', input]);
    expect([asFile.code, asFile.out]).toEqual([1, '']);
    expect(asFile.err).toBe(`Nothing was written. ${input}: This is a file, not a folder.`);
    const belowFile = await run(['ingest', input, '--out', path.join(input, 'release')]);
    expect(belowFile.err).toContain(`${input} is a file, not a folder.`);
    const out = path.join(folder, 'unplaced');
    const temporary = path.join(folder, 'no-such');
    const noTemporary = await run(['ingest', input, '--out', out, '--temp', temporary]);
    expect(noTemporary.code).toBe(1);
    expect(noTemporary.err).toContain(`Nothing was written. ${temporary}: There is no such folder.`);
    expect(existsSync(out)).toBe(false);
  });

  test('a release is not written over a file that is read for it', async () => {
    const input = file('rates.csv', clinics);
    const providers = file('providers.csv', 'npi,name,state\n1234567893,Clinic A,TX\n');
    const made = await run(['ingest', input, '--providers', providers, '--out', folder]);
    expect([made.code, made.out]).toEqual([1, '']);
    expect(made.err).toContain(
      `${providers}: The release would be written over this file. Name another folder with --out.`,
    );
    expect(readFileSync(providers, 'utf8')).toContain('1234567893');
    expect(existsSync(path.join(folder, 'release.json'))).toBe(false);
  });

  test('inputs of one name from two folders are listed under two paths', async () => {
    mkdirSync(path.join(folder, 'other'), { recursive: true });
    const rates = file('listed.csv', clinics);
    const providers = file('other/listed.csv', 'npi,name,state\n1234567893,Clinic A,TX\n');
    const out = path.join(folder, 'listed');
    const made = await run(['ingest', rates, '--providers', providers, '--out', out]);
    expect(made.code).toBe(0);
    const { inputs } = JSON.parse(readFileSync(path.join(out, 'release.json'), 'utf8')) as Release;
    const paths = inputs.map((input) => input.path);
    expect(paths.filter((each) => each.includes('listed.csv'))).toHaveLength(2);
    expect(new Set(paths).size).toBe(paths.length);
  });

  test('a packed table of providers is called one: nothing of it is taken for headings', async () => {
    const packed = path.join(folder, 'npidata.zip');
    writeFileSync(packed, zipSync({ 'npidata.csv': strToU8('npi,state\n1234567893,TX\n') }));
    const input = file('packed.csv', clinics);
    const made = await run(['ingest', input, '--providers', packed, '--out', path.join(folder, 'packed')]);
    expect(made.code).toBe(1);
    expect(made.err).toContain(
      `Nothing was written. ${packed}, line 1: The file is packed. Unpack it and give the CSV of providers in it.`,
    );
  });

  test('a table in a damaged archive is refused by itself: the others are read', async () => {
    const cut = gzipSync(strToU8(clinics)).slice(0, 60);
    writeFileSync(path.join(folder, 'cut.csv.gz'), cut);
    const out = path.join(folder, 'beside-cut');
    const made = await run([
      'ingest',
      path.join(folder, 'cut.csv.gz'),
      file('whole.csv', clinics),
      '--out',
      out,
    ]);
    expect(made.out).toMatch(/^Release 2025-03-01\.[0-9a-f]{8}: 3 rates /);
    expect(made.err).toMatch(/^cut\.csv\.gz +not read /m);
    expect(made.code).toBe(1);
  });

  test('a report that cannot be written costs no release, and the exit code says so', async () => {
    const out = path.join(folder, 'unreported');
    const report = path.join(folder, 'nowhere/report.json');
    const made = await run(['ingest', file('reported.csv', clinics), '--out', out, '--report', report]);
    expect(made.out).toMatch(/^Release 2025-03-01\./);
    expect(made.err).toContain('The report cannot be written: ENOENT');
    expect(made.code).toBe(1);
  });

  test('a folder among the files is called one', async () => {
    const made = await run([
      'ingest',
      folder,
      '--out',
      path.join(folder, 'of-folder'),
      '--date',
      '2026-01-01',
    ]);
    expect(made.err).toContain('  Not read: This is a folder: name the files in it.');
    expect(made.code).toBe(1);
  });

  test('progress is told in a log where asked for', async () => {
    const made = await run(['ingest', '-', '--out', path.join(folder, 'told'), '--progress'], clinics);
    expect(made.err).toMatch(/^read 1\/1: stdin, 0\.0 MB$/m);
    expect(made.err).toMatch(/^sort 7\/12: classes$/m);
    const half = { step: 'read', what: 'a.json', number: 2, of: 3, bytes: 5e8, bytesInAll: 1e9 } as const;
    expect(progressText(half, 5)).toBe('read 2/3: a.json, 500.0 MB, 50%, 100.0 MB/s');
  });

  test.each([
    ['ingest --out x', 'Say which files to read; - reads from a pipe.'],
    ['ingest a.csv', 'Say where the release goes, with --out DIR.'],
    ['ingest - - --out x', 'There is one pipe to read from.'],
    ['ingest a.csv --out x --place XX', '--place XX: not one of the 53 places, like TX, DC or PR.'],
    ['ingest a.csv --out x --date 2026-02-30', '--date 2026-02-30: not a day like 2026-11-22.'],
    ['ingest a.csv --out x --votes all', '--votes all: not one of payees, npis.'],
    ['ingest a.csv --out x --memory lots', '--memory lots: not a size like 500MB or 4GB.'],
  ])('%s is refused in words', (line, message) => {
    expect(() => parseCommandLine(line.split(' '))).toThrow(new UsageError(message, 'ingest'));
  });

  test('a list of provider tables keeps its order', () => {
    const line = 'ingest a.csv b.csv --out x --providers one.csv --providers two,.csv --votes npis'.split(
      ' ',
    );
    expect(parseCommandLine(line)).toMatchObject({
      order: { files: ['a.csv', 'b.csv'], providers: ['one.csv', 'two,.csv'], voteOf: 'npi' },
      progress: false,
      report: null,
    });
  });
});
