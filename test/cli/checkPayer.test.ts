import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { run } from '../support/commandLine.ts';
import { zipArchive } from '../support/zipArchive.ts';

const folder = 'test/fixtures/formats';
const example = (name: string) => readFileSync(`${folder}/tic/examples_${name}.json`);
const inNetwork = example('in-network-rates_in-network-rates-all-negotiated-types-sample');

describe('check, of a payer’s file', () => {
  test('says what it is, what was read and why the rest is none', async () => {
    const { code, out } = await run(['check', '-'], gzipSync(inNetwork));
    expect(code).toBe(0);
    expect(out.split('\n')).toEqual([
      'Left out: 2 a percentage or formula without dollars, 1 of other code types.',
      'stdin, a payer’s file of in-network rates: 8 lines present = 5 read + 3 left out.',
      '',
    ]);
  });

  test('of a real one finds every price', async () => {
    const file = `${folder}/tic-real/evry-health_2025-06-23_in-network_v1_therapy_trimmed.json`;
    const { code, out } = await run(['check', file]);
    expect(code).toBe(0);
    expect(out).toContain('250 lines present = 250 read + 0 left out.');
  });

  test('that is cut short fails and says where it ends', async () => {
    const { code, out } = await run(['check', '-'], inNetwork.subarray(0, 3000));
    expect(code).toBe(1);
    expect(out).toMatch(
      /^stdin:\d+: The file ends before its JSON does\. Read up to here, byte 3,001, and no further\./,
    );
  });

  test('lists what a table of contents lists', async () => {
    const { code, out } = await run(['check', '-'], example('table-of-contents_table-of-contents-sample'));
    expect(code).toBe(0);
    expect(out).toContain(
      'in-network: https://www.some_site.com/files/in-network-file-123456.json (2 plans; in-network file)',
    );
    const json = await run(
      ['check', '-', '--format', 'json'],
      example('table-of-contents_table-of-contents-sample'),
    );
    expect(JSON.parse(json.out)).toMatchObject({ listing: { length: 5 } });
  });

  test('in an archive with others, each by what it is', async () => {
    const zip = zipArchive([
      { name: 'rates.json', content: inNetwork },
      { name: 'page.html', content: new TextEncoder().encode('<html></html>') },
    ]);
    const { code, out } = await run(['check', '-'], zip);
    expect(code).toBe(0);
    expect(out).toContain('stdin/page.html: This is a web page');
    expect(out).toContain('8 lines present = 5 read + 3 left out.');
  });

  test.each([
    ['<!doctype html><p>Sign in', 'This is a web page, not a file of rates'],
    ['{"rates": []}', 'This is JSON, but not of a form that hospitals or payers publish their rates in.'],
    ['', 'The file is empty.'],
  ])('that is none (%s) is refused in words', async (text, words) => {
    const { code, out } = await run(['check', '-'], text);
    expect(code).toBe(1);
    expect(out).toContain(words);
  });
});
