import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createReleaseLoader, type ReleaseLoader } from '../../src/data/loadRelease.ts';
import { benchmark } from '../../src/domain/benchmark.ts';
import { medicareBenchmark } from '../../src/domain/medicareBenchmark.ts';
import { digestKey, digestMeasures } from '../../src/domain/releaseDigest.ts';
import { defaultScope } from '../../src/domain/scope.ts';
import { releaseChange } from '../../src/figures/releaseChange.ts';
import { pinnedSubject } from '../../src/pages/pinnedSubject.ts';
import { buildRelease } from '../../src/release/buildRelease.ts';
import { codeAddress, feeScheduleAddress, statesAddress } from '../../src/share/address.ts';
import { formatCell } from '../../src/text/numbers.ts';

/**
 * Three builds into one folder: the first 400 real lines of 97110, the same again, and the same with one rate changed.
 * What is asked of them is what a pinned link asks.
 */
let folder = '';
let first = '';
let again = '';
let second = '';
let loader: ReleaseLoader;

function open(): ReleaseLoader {
  return createReleaseLoader(
    'https://example.org/',
    async (url) =>
      new Response(await readFile(join(folder, 'out', url.slice('https://example.org/'.length)))),
  );
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'digest-'));
  const sources = join(folder, 'sources');
  await cp('sources', sources, { recursive: true });
  const ratesPath = join(sources, 'commercial/rates.csv');
  const lines = (await readFile(ratesPath, 'utf8')).split('\n');
  const some = [lines[0], ...lines.filter((line) => line.includes(',97110,')).slice(0, 400)];
  await writeFile(ratesPath, `${some.join('\n')}\n`);
  const build = async () => {
    await buildRelease(sources, join(folder, 'out'));
    return (await open().release()).id;
  };
  first = await build();
  again = await build();
  const changed = (await readFile(ratesPath, 'utf8')).replace(/,\d+\.\d\d,/, ',777.77,');
  await writeFile(ratesPath, changed);
  second = await build();
  loader = open();
}, 120_000);

afterAll(() => rm(folder, { recursive: true, force: true }));

describe('digests of releases', () => {
  it('stay when the next release is built, each once, and are listed', async () => {
    expect(again).toBe(first);
    expect(second).not.toBe(first);
    const names = (await readdir(join(folder, 'out/releases'))).toSorted();
    expect(names).toEqual([`${first}.json`, `${second}.json`, 'index.json'].toSorted());
  });
  it('hold the figures that the pages show, to the cent', async () => {
    const digest = await loader.digest(second);
    const schedule = await loader.schedule();
    const table = await loader.rates('97110', null);
    const { rows } = benchmark(table, defaultScope, null, schedule);
    const kept = digest?.figures.get(digestKey('97110', null));
    expect([...(kept?.keys() ?? [])]).toEqual(rows.filter((row) => row.n > 0).map((row) => row.id));
    for (const row of rows.filter(({ n }) => n > 0)) {
      const figures = kept?.get(row.id);
      expect(figures?.n).toBe(row.n);
      for (const measure of digestMeasures) {
        const amount = figures?.[measure];
        expect(amount && formatCell(amount, 'money')).toBe(formatCell(row[measure], 'money'));
      }
    }
    const year = digest?.medicareYear ?? 0;
    const amount = digest?.medicare.get(digestKey('97110', 'AK'));
    expect(amount && formatCell(amount, 'money')).toBe(
      formatCell(medicareBenchmark(schedule, '97110', 'AK', year, 'office').mean, 'money'),
    );
    expect(digest?.counts).toMatchObject({ codes: 1, rates: table.length });
  });
  it('of an unknown release there is none', async () => {
    expect(await loader.digest('2020-01-01.00000000')).toBeNull();
  });
});

describe('a view in two releases', () => {
  it('is the same after a rebuild of the same inputs', async () => {
    const [was, now] = [await loader.digest(first), await loader.digest(again)];
    if (!was || !now) throw new Error('the digests are missing');
    const schedule = await loader.schedule();
    const change = releaseChange(was, now, pinnedSubject(codeAddress('97110'), { was, now, schedule }));
    expect(change.changed).toBe(0);
    expect(change.compared).toBeGreaterThan(4);
    expect(change.figure.summary).toMatch(/^None of the \d+ figures compared differs from release /);
  });
  it('names what a changed rate changed, then and now side by side', async () => {
    const [was, now] = [await loader.digest(first), await loader.digest(second)];
    if (!was || !now) throw new Error('the digests are missing');
    const schedule = await loader.schedule();
    const national = releaseChange(was, now, pinnedSubject(codeAddress('97110'), { was, now, schedule }));
    expect(national.changed).toBeGreaterThan(0);
    expect(national.changed).toBeLessThan(national.compared);
    for (const row of national.figure.rows) {
      const [key = '', place = '', id = '', measure = ''] = row.id.split(' ');
      const amount = now.figures.get(`${key} ${place}`)?.get(id)?.[measure as 'mean'];
      expect(row.cells['now']).toEqual(amount);
    }
    // The fee schedule is the same in both.
    const fees = releaseChange(was, now, pinnedSubject(feeScheduleAddress('97110'), { was, now, schedule }));
    expect([fees.compared, fees.changed]).toEqual([1, 0]);
    const all = releaseChange(was, now, pinnedSubject(feeScheduleAddress(), { was, now, schedule }));
    // Codes that Medicare does not price have no amount to compare.
    const priced = [...now.medicare].filter(([key, { kind }]) => key.endsWith(' US') && kind === 'value');
    expect(all.compared).toBe(priced.length);
    expect(priced.length).toBeGreaterThan(50);
    // Row labels say the place where the view shows several.
    const states = releaseChange(was, now, pinnedSubject(statesAddress('97110'), { was, now, schedule }));
    expect(states.figure.rows.every((row) => row.label.endsWith(', BUCA median'))).toBe(true);
  });
});
