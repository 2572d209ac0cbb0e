import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { CmsLine } from '../../src/data/formats/cmsTables.ts';
import { cmsTablesOf } from '../../src/data/formats/cmsTablesOf.ts';
import { cmsSourceTables } from '../../src/export/cmsSourceTables.ts';
import { cmsBytes, cmsText, readCms } from '../support/cmsFiles.ts';

function source(name: string): readonly string[] {
  return readFileSync(join(import.meta.dirname, '../../sources/cms-pfs', name), 'utf8')
    .trimEnd()
    .split('\n');
}

async function linesOf(...files: readonly (Uint8Array | string)[]): Promise<readonly CmsLine[]> {
  const read = await Promise.all(files.map((file) => readCms(file)));
  return read.flatMap(({ lines }) => lines);
}

describe('CMS files as the tables a release is built from', () => {
  test('the package of October 2025 gives the lines of sources/cms-pfs, character by character', async () => {
    const lines = await linesOf(
      cmsBytes('PPRRVU2025_Oct.sample.csv'),
      cmsBytes('GPCI2025.csv'),
      cmsBytes('25LOCCO.csv'),
      cmsBytes('PFAK25A.sample.TXT'),
    );
    const tables = cmsSourceTables(lines);
    expect(tables.localities?.trimEnd().split('\n')).toEqual(source('localities-counties-2025.csv'));
    expect(tables.gpci?.trimEnd().split('\n')).toEqual(
      source('gpci-2020-2026.csv').filter((line, i) => i === 0 || line.startsWith('2025,')),
    );
    const rvus = source('rvu-therapy-em-2020-2026.csv');
    const [heading, ...written] = tables.rvu?.trimEnd().split('\n') ?? [];
    expect(heading).toBe(rvus[0]);
    expect(written.length).toBe(50);
    expect(written.filter((line) => rvus.includes(line)).length).toBe(30);
    expect(tables.conversionFactors).toBe(
      'year,effective_from,effective_to,conversion_factor,applies_to,release_read_from,note\n2025,2025-01-01,2025-12-31,32.3465,all,RVU25D,\n',
    );
  });

  test('fixed width gives the same but for the release, which is then the year’s package', async () => {
    const { rvu, gpci } = cmsSourceTables(await linesOf(cmsBytes('PPRRVU2025_Oct.sample.txt')));
    const csv = cmsSourceTables(await linesOf(cmsBytes('PPRRVU2025_Oct.sample.csv')));
    expect(rvu).toBe(csv.rvu?.replaceAll(/^2025,4,RVU25D,/gm, '2025,,RVU25,'));
    expect(gpci).toBeNull();
  });

  test('with the QPP file beside the other, relative values stand once and both factors are kept', async () => {
    const text = cmsText('PPRRVU2026_Jul_nonQPP.sample.csv');
    const both = cmsSourceTables(await linesOf(text.replaceAll('33.4009', '33.5675'), text));
    expect(both.rvu).toBe(cmsSourceTables(await linesOf(text)).rvu);
    expect(both.conversionFactors?.split('\n').slice(1, 3)).toEqual([
      '2026,2026-01-01,2026-12-31,33.5675,QP,RVU26C,',
      '2026,2026-01-01,2026-12-31,33.4009,nonQP,RVU26C,',
    ]);
    const qpOnly = cmsTablesOf(await linesOf(text.replaceAll('33.4009', '33.5675')));
    expect(qpOnly.rvus.length).toBe(49);
  });

  test('a package with each table in two forms gives each line once, that which says more', async () => {
    const txt = ['PPRRVU2025_Oct.sample.txt', 'GPCI2025.txt', '25LOCCO.txt'].map(cmsBytes);
    const csv = ['PPRRVU2025_Oct.sample.csv', 'GPCI2025.csv', '25LOCCO.csv'].map(cmsBytes);
    const once = cmsSourceTables(await linesOf(...csv));
    expect(cmsSourceTables(await linesOf(...csv, ...txt))).toEqual(once);
    expect(cmsSourceTables(await linesOf(...txt, ...csv))).toEqual(once);
    // 50 + 109 + 109 lines twice.
    expect(cmsTablesOf(await linesOf(...txt, ...csv))).toMatchObject({ repeated: 268, withoutYear: 0 });
  });

  test('lines of no known year are counted and written nowhere', async () => {
    const lines = await linesOf(cmsText('PPRRVU2026_Apr_nonQPP.sample.txt').replaceAll('33.4009', '34.1111'));
    expect(cmsTablesOf(lines)).toMatchObject({ rvus: [], factors: [], withoutYear: 49 });
    expect(cmsSourceTables(lines)).toEqual({
      rvu: null,
      gpci: null,
      conversionFactors: null,
      localities: null,
    });
  });

  test('a factor of a later year is in force all year, as far as the file tells', async () => {
    const text = cmsText('PPRRVU2026_Jul_nonQPP.sample.csv')
      .replace('2026 National', '2027 National')
      .replace('July Release', 'July Release nonQPP')
      .replaceAll('33.4009', '34.1111');
    expect(cmsTablesOf(await linesOf(text)).factors).toEqual([
      { year: 2027, from: '2027-01-01', to: '2027-12-31', factor: 341111, appliesTo: 'nonQP' },
    ]);
  });
});
