import { readFileSync } from 'node:fs';
import { gzipSync, strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { handedOver } from '../../../src/data/intake/handedOver.ts';
import type { IntakeProgress } from '../../../src/data/intake/intakeReport.ts';
import { type IntakeReading, readIntake } from '../../../src/data/intake/readIntake.ts';
import { readProviderLists } from '../../../src/data/intake/readProviderLists.ts';
import { sortFile } from '../../../src/data/intake/sortFile.ts';
import { shippedAliases } from '../../support/releaseData.ts';

const reading: IntakeReading = {
  deleted: new Map(),
  aliases: shippedAliases(),
  wanted: ['97110', '97140', '99213'],
  catalogue: ['97110', '97140', '99213'],
};
const fixtures = 'test/fixtures/formats';
const mgh = 'hpt-real/massachusetts-general_v3.0.0_tall_therapy-rows.csv';
const uw = 'hpt-real/uw-medical-center_v3.0.0_therapy-items.json';

function input(path: string, content: string | Uint8Array = readFileSync(`${fixtures}/${path}`)) {
  const part = typeof content === 'string' ? content : Uint8Array.from(content);
  return { file: new Blob([part]), path: path.split('/').at(-1) ?? '' };
}

const own = input('own.csv', 'code,payer,rate,state\n97110,Aetna,36.50,TX\n97110,Aetna,,TX\n');

describe('published files of a user', () => {
  test('each is told by what it holds, and the amounts of each are read or left out: none is lost', async () => {
    const files = [
      input(mgh),
      input(uw),
      input('cms-pfs/GPCI2025.csv'),
      input('cms-pfs/PPRRVU2025_Oct.sample.csv'),
      own,
      input('picture.png', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 0])),
    ];
    const { report, tables, cmsLines, publishers } = await readIntake(files, reading, () => {});
    expect(report.files.map(({ format }) => format)).toEqual([
      'hpt-csv-tall',
      'hpt-json',
      'gpci',
      'pprrvu',
      'own-table',
      null,
    ]);
    for (const { account } of report.files) {
      if (!account) continue;
      const left = Object.values(account.leftOut).reduce((sum, count) => sum + count, 0);
      expect(account.read + left).toBe(account.present);
    }
    // 220 amounts of the first file, by hand: 12 codes; those of 97110, 97140 and 99213.
    expect(report.files[0]?.account?.present).toBe(220);
    expect(report.files[4]?.account).toMatchObject({ present: 2, read: 1, leftOut: { unreadable: 1 } });
    const rows = report.files.reduce(
      (sum, { account, format }) =>
        sum + (format?.startsWith('hpt') || format === 'own-table' ? (account?.read ?? 0) : 0),
      0,
    );
    expect(report.census.rows).toBe(rows);
    expect([...tables.keys()].sort()).toEqual(['97110', '97140', '99213']);
    expect(publishers.slice(0, 2)).toEqual([
      'Massachusetts General Hospital',
      'University of Washington Medical Center',
    ]);
    // 109 localities; of the sample of relative values the lines of the three codes.
    expect(cmsLines.filter(({ kind }) => kind === 'gpci')).toHaveLength(109);
    expect(new Set(cmsLines.flatMap((line) => ('code' in line ? line.code : [])))).toEqual(
      new Set(
        ['97110', '97140', '99213'].filter((code) =>
          readFileSync(`${fixtures}/cms-pfs/PPRRVU2025_Oct.sample.csv`, 'latin1').includes(`\n${code},`),
        ),
      ),
    );
  });

  test('packed or not, alone or in an archive: the same rates', async () => {
    const plain = await readIntake([input(mgh), input(uw)], reading, () => {});
    const bytes = (path: string) => new Uint8Array(readFileSync(`${fixtures}/${path}`));
    const zip = zipSync({
      'a/mgh.csv': bytes(mgh),
      'uw.json': bytes(uw),
      'own.csv.gz': gzipSync(strToU8('x')),
    });
    const packed = await readIntake([input('both.zip', zip)], reading, () => {});
    const gz = await readIntake(
      [input('m.gz', gzipSync(bytes(mgh))), input('u.gz', gzipSync(bytes(uw)))],
      reading,
      () => {},
    );
    for (const other of [packed, gz]) {
      expect({ ...other.report.census, sources: [] }).toEqual({ ...plain.report.census, sources: [] });
    }
    expect(packed.report.files.map(({ file, refusal }) => [file, refusal])).toEqual([
      ['both.zip/a/mgh.csv', ''],
      ['both.zip/uw.json', ''],
      ['both.zip/own.csv.gz', 'This is an archive inside an archive. Unpack the outer one first.'],
    ]);
  });

  test('progress ends at the last byte, and providers are handed over ahead of the columns', async () => {
    const files = [input(mgh), input(uw)];
    const bytes = files.reduce((sum, { file }) => sum + file.size, 0);
    const told: IntakeProgress[] = [];
    const lots: number[] = [];
    const { read, buffers } = await handedOver(
      files,
      { ...reading, wanted: null },
      (progress) => told.push(progress),
      (some) => lots.push(some.length),
    );
    expect(told.at(-1)).toMatchObject({ done: bytes, bytes, number: 2, files: 2 });
    expect(told.every(({ done }, index) => index === 0 || done >= (told[index - 1]?.done ?? 0))).toBe(true);
    expect(lots).toEqual([read.report.census.providers]);
    expect([...read.tables.values()].every(({ providers }) => providers.length === 0)).toBe(true);
    // 12 columns a code, and the NPIs.
    expect(buffers).toHaveLength(read.tables.size * 12 + 2);
    expect(new Set(buffers).size).toBe(buffers.length);
  });

  test('who is to read a file is told from its start', async () => {
    const saved =
      'state,provider,plan,code_type,modifier,setting,billing_class,rate,methodology,source,flags,source_rows\n';
    const sorted = await Promise.all(
      [
        own,
        input(mgh),
        input('list.csv', 'NPI,Name,State\n1234567893,Pecan PT,TX\n'),
        input('national.csv', saved),
        input('own.csv.gz', gzipSync(strToU8('code,payer,rate\n'))),
        input('tic/schemas_in-network-rates_in-network-rates.json'),
        input('empty.csv', ''),
        input('claims.tsv', 'Code\tPayer\tUnits\tAllowed\n97110\tAetna\t2\t60.00\n'),
      ].map(sortFile),
    );
    expect(sorted).toEqual(['own', 'intake', 'providers', 'intake', 'intake', 'intake', 'intake', 'own']);
  });

  test('a list of providers says where NPIs are, the first line of one counting', async () => {
    const list = input(
      'list.csv',
      'npi,organization name,state\n1234567893,Pecan PT,TX\n1234567893,Other,AK\n1999999984,Alamo,Ohio\n12,Bad,TX\n',
    );
    const found = await readProviderLists(
      [list],
      Float64Array.from([1_234_567_893, 1_999_999_984, 1_000_000_004]),
    );
    expect([...found]).toEqual([
      [1_234_567_893, { name: 'Pecan PT', place: 'TX' }],
      [1_999_999_984, { name: 'Alamo', place: 'OH' }],
    ]);
  });
});
