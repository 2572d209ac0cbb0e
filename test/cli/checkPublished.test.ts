import { spawn } from 'node:child_process';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { cmsBytes, cmsText } from '../support/cmsFiles.ts';
import { packageFolder, run } from '../support/commandLine.ts';

const folder = 'test/fixtures/formats/cms-pfs';

describe('check, of a CMS file', () => {
  test('says what it is, what was read, and that the release has the same', async () => {
    const { code, out, err } = await run(['check', `${folder}/GPCI2026_RVU26C.csv`]);
    expect([code, err]).toEqual([0, '']);
    expect(out.split('\n')).toEqual([
      'Number of lines, check rows and floors are those of CMS’s 2026 table.',
      '109 lines of cost indices of 2026 beside the release (RVU26C): 109 the same, 0 different, 0 only in the file, 0 only in the release.',
      `${folder}/GPCI2026_RVU26C.csv, CMS geographic practice cost indices (GPCI): 109 lines present = 109 read + 0 left out.`,
      '',
    ]);
  });

  test('a payment file is held against the formula', async () => {
    const { code, out } = await run(['check', `${folder}/PFAK25A.sample.TXT`]);
    expect(code).toBe(0);
    expect(out).toContain(
      '49 lines of payment amounts of 2025 beside the release (the formula with the conversion factor 32.3465): 49 the same, 0 different,',
    );
  });

  test('what differs is named with both values; codes that are not in the release are counted', async () => {
    const file = cmsText('PPRRVU2026_Jul_nonQPP.sample.csv')
      .replace('97110,,x,A,,0.45,0.41', '97110,,x,A,,0.45,0.51')
      .replace(/(97110,.*NA,0\.01,)0\.\d\d,/, '$10.97,');
    const { code, out } = await run(['check', '-', '--format', 'json'], file);
    expect(code).toBe(0);
    const json = JSON.parse(out) as { notes: string[]; comparisons: object[] };
    expect(json).toMatchObject({
      kind: 'a CMS relative value file (PPRRVU)',
      rowsPresent: 49,
      rowsRead: 49,
      leftOut: {},
      isDoubtful: false,
    });
    expect(json.notes).toContain('19 lines of codes that are not in the release’s tables.');
    expect(json.notes).toContain('97110, non-facility PE RVU: 0.51 in the file, 0.41 in the release.');
    expect(json.comparisons[0]).toMatchObject({ table: 'relative values', same: 29, different: 1 });
  });

  test('a made-up cost index table fails, with its reasons', async () => {
    const madeUp = cmsText('GPCI2026_RVU26C.csv').replace(/(MANHATTAN,)1\.064,1\.162/, '$11.052,1.198');
    const { code, out } = await run(['check', '-'], madeUp);
    expect(code).toBe(1);
    expect(out).toContain(
      'stdin:78: The 2026 table of CMS has 1.064 / 1.162 / 1.586 (work, PE, MP) for 13202-01. Found: “1.052 / 1.198 / 1.586”. Warning.',
    );
    expect(out).toContain('This is not the 2026 cost index table as CMS published it');
    expect(out).toContain('13202-01, work GPCI: 1.052 in the file, 1.064 in the release.');
  });

  test('a package, as CMS zips it: each file by what it is, the rest named', async () => {
    const zip = zipSync({
      'PPRRVU2025_Oct.csv': cmsBytes('PPRRVU2025_Oct.sample.csv'),
      'GPCI2025.csv': cmsBytes('GPCI2025.csv'),
      '25LOCCO.csv': cmsBytes('25LOCCO.csv'),
      'GPCI2025.txt': cmsBytes('GPCI2025.txt'),
      'RVU25D.pdf': new TextEncoder().encode('%PDF-1.7 record layout'),
    });
    const { code, out } = await run(['check', '-'], zip);
    expect(code).toBe(0);
    expect(out).toContain('stdin/RVU25D.pdf: This is a PDF.');
    // 50 + 109 + 110 + 109 lines, one of them Missouri 99 for the second time.
    expect(out).toContain('378 lines present = 377 read + 1 left out.');
    expect(out).toContain('109 lines of tables that are there in another form too: held once.');
    expect(out).toContain('109 lines of cost indices of 2025 beside the release (RVU25D): 109 the same');
    expect(out).toContain('30 lines of relative values of 2025 beside the release (RVU25D): 30 the same');
    expect(out).toContain(
      '109 lines of localities of 2025 beside the release (the table of 2025): 109 the same',
    );
  });

  test('a line that cannot be read fails', async () => {
    const { code, out } = await run(['check', '-'], cmsText('GPCI2025.csv').replace('0.869', 'O.869'));
    expect(code).toBe(1);
    expect(out).toMatch(/^stdin:4: PE GPCI: This is not an index/m);
    expect(out).toContain('109 lines present = 108 read + 1 left out.');
  });
});

test('readers load when they are needed, in the command as it is installed', async () => {
  const launcher = path.join(packageFolder, 'tools/rateAtlas.mjs');
  const child = spawn(process.execPath, [launcher, 'check', `${folder}/25LOCCO.txt`], { cwd: packageFolder });
  const [out, err] = await Promise.all([text(child.stdout), text(child.stderr)]);
  expect(err).toBe('');
  expect(out).toContain('110 lines present = 109 read + 1 left out.');
});
