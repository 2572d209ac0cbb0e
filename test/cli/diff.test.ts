import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { DifferenceLine } from '../../src/cli/differenceText.ts';
import { run } from '../support/commandLine.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'rate-atlas-diff-'));
afterAll(() => rmSync(folder, { recursive: true }));

const header = 'code,payer,rate,state,provider,date\n';
const rates = (amounts: readonly number[], from = 1) =>
  amounts.map((amount, at) => `97110,Aetna,${amount}.00,TX,Clinic ${from + at},2025-03-01\n`).join('');

/** Makes a release of tables in a folder of their own, so that a table of one name can change. */
async function release(name: string, tables: Readonly<Record<string, string>>): Promise<string> {
  mkdirSync(path.join(folder, name));
  const files = Object.entries(tables).map(([file, text]) => {
    const target = path.join(folder, name, file);
    writeFileSync(target, text);
    return target;
  });
  const out = path.join(folder, `${name}-release`);
  const made = await run(['ingest', ...files, '--out', out]);
  if (made.code !== 0) throw new Error(made.err);
  return out;
}

let older = '';
let newer = '';
beforeAll(async () => {
  older = await release('older', {
    'clinics.csv': header + rates([40, 42, 44, 46, 48]),
    'gone.csv': `${header}97140,Cigna,30.00,OK,Clinic 9,2024-01-01\n`,
  });
  newer = await release('newer', {
    'clinics.csv': header + rates([40, 42, 44, 46, 58]),
    'more.csv': header + rates([70], 6),
  });
}, 60_000);

describe('diff', () => {
  test('says what came and went, which figures moved, and which rates moved them', async () => {
    const { out, code } = await run(['diff', older, newer, '--format', 'json']);
    expect(code).toBe(0);
    const { lines } = JSON.parse(out) as { readonly lines: readonly DifferenceLine[] };
    const listed = lines
      .filter(({ what }) => what !== 'figure')
      .map(({ what, name, why }) => [what, name, why]);
    expect(listed).toEqual([
      ['code', '97140', 'went'],
      ['place', 'OK', 'went'],
      ['payer', 'cigna', 'went'],
      ['file', 'more.csv, 2025-03-01', 'came'],
      ['file', 'gone.csv, 2024-01-01', 'went'],
    ]);
    const why = 'rates: 1 came with new files, 1 new in files of both, 1 gone from files of both';
    const texas = lines.filter(({ name }) => name === '97110 TX aetna');
    // (40 + 42 + 44 + 46 + 48) ÷ 5 = 44; with 58 for 48 and 70 besides, 300 ÷ 6 = 50 and (44 + 46) ÷ 2 = 45.
    expect(texas.map(({ measure, was, now }) => [measure, was, now])).toEqual([
      ['n', '5', '6'],
      ['mean', '44.00', '50.00'],
      ['median', '44.00', '45.00'],
    ]);
    expect(texas.every((line) => line.why === why)).toBe(true);
    expect(lines.find(({ name }) => name === '97140 OK cigna')).toMatchObject({
      measure: 'n',
      was: '1',
      now: '',
      why: 'rates: 1 went with their files',
    });
  });

  test('as a table and as CSV; a release does not differ from itself', async () => {
    const table = await run(['diff', older, newer]);
    expect(table.out).toMatch(
      /^figure +97110 TX aetna +mean +44\.00 +50\.00 +rates: 1 came with new files, /m,
    );
    const csv = await run(['diff', older, newer, '--format', 'csv']);
    expect(csv.out).toMatch(/^figure,97110 TX aetna,median,44\.00,45\.00,/m);
    expect((await run(['diff', older, older])).out).toMatch(/Nothing differs\.\n$/);
  });

  test('needs two releases', async () => {
    const one = await run(['diff', older]);
    expect([one.code, one.err]).toEqual([
      2,
      'Give the folders of two releases, the older first.\nSee rate-atlas diff --help.',
    ]);
    const none = await run(['diff', older, folder]);
    expect(none.code).toBe(1);
    expect(none.err).toContain('holds no data release');
  });
});
