import { readFileSync } from 'node:fs';
import { gzipSync, strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import writeXlsxFile from 'write-excel-file/node';
import { handedOver } from '../../../src/data/intake/handedOver.ts';
import type { IntakeProgress } from '../../../src/data/intake/intakeReport.ts';
import { type IntakeReading, readIntake } from '../../../src/data/intake/readIntake.ts';
import { readProviderLists } from '../../../src/data/intake/readProviderLists.ts';
import { sortFile } from '../../../src/data/intake/sortFile.ts';
import { cmsWorkbook } from '../../support/cmsWorkbook.ts';
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

  test('a table nothing shows to be a hospital’s is read by the columns that were set for it, or remembered', async () => {
    const table = input(
      'old.csv',
      'Our prices\nSvc,What,Aetna PPO,Quillfern\n97110,exercise,$41.50,39.00\n97140,manual,38.00,\n',
    );
    const refused = await readIntake([table], reading, () => {});
    expect(refused.report.files[0]).toMatchObject({
      format: null,
      charges: { header: ['Svc', 'What', 'Aetna PPO', 'Quillfern'], source: 'headings' },
    });
    const headings = refused.report.files[0]?.charges?.header ?? [];
    const columns = { headings, fields: { code: 'Svc' }, payers: ['Aetna PPO', 'Quillfern'] };
    for (const charges of [
      { chosen: [{ ...columns, file: 'old.csv' }], remembered: [] },
      { chosen: [], remembered: [columns] },
    ]) {
      const { report } = await readIntake([table], { ...reading, charges }, () => {});
      expect(report.files[0]).toMatchObject({
        format: 'hpt-csv-free',
        account: { present: 3, read: 3 },
        charges: { header: headings, fields: columns.fields, payers: columns.payers },
      });
      expect(report.census.rows).toBe(3);
    }
  });

  test('provider groups behind the rates that name them, in one archive or another: found all the same', async () => {
    const rates = {
      reporting_entity_name: 'Zyxo Health',
      reporting_entity_type: 'issuer',
      last_updated_on: '2026-01-01',
      version: '1.3.0',
      provider_references: [{ provider_group_id: 7, location: 'https://x.org/groups/group-7.json' }],
      in_network: [
        {
          negotiation_arrangement: 'ffs',
          name: 'x',
          billing_code_type: 'CPT',
          billing_code_type_version: '2026',
          billing_code: '97110',
          description: 'x',
          negotiated_rates: [
            {
              provider_references: [7],
              negotiated_prices: [
                {
                  negotiated_type: 'negotiated',
                  negotiated_rate: 31.5,
                  expiration_date: '9999-12-31',
                  service_code: ['11'],
                  billing_class: 'professional',
                },
              ],
            },
          ],
        },
      ],
    };
    const group = { provider_groups: [{ npi: [1234567893], tin: { type: 'ein', value: '12-3456789' } }] };
    const json = (value: unknown) => strToU8(JSON.stringify(value));
    const both = zipSync({
      'a-rates.json': json(rates),
      'groups/group-7.json': json(group),
      'own.csv': strToU8('code,payer,rate,state\n97140,Aetna,20.00,TX\n'),
    });
    const sets = [
      [input('all.zip', both)],
      [
        input('a.zip', zipSync({ 'a-rates.json': json(rates) })),
        input('b.zip', zipSync({ 'group-7.json': json(group) })),
      ],
      [input('rates.json', json(rates)), input('b.zip', zipSync({ 'group-7.json': json(group) }))],
      [input('rates.json', json(rates)), input('group-7.json', json(group))],
    ];
    for (const files of sets) {
      const { report, tables, npis } = await readIntake(files, reading, () => {});
      expect(report.files[0]).toMatchObject({ format: 'tic-provider-reference' });
      expect(report.files.filter(({ format }) => format === 'tic-provider-reference')).toHaveLength(1);
      expect(tables.get('97110')?.providers.map(({ name }) => name)).toContain('Tax id 123456789');
      expect([...npis.numbers]).toEqual([1234567893]);
      expect(tables.get('97140')?.sourceRows.length ?? 0).toBe(files[0]?.path === 'all.zip' ? 1 : 0);
    }
    // Without the groups the rates say so.
    const alone = await readIntake([input('rates.json', json(rates))], reading, () => {});
    expect(alone.report.files[0]?.account?.notes.join(' ')).toMatch(/group/);
  });

  test('CMS’s workbooks are held beside the release like their text forms', async () => {
    const sheet = await cmsWorkbook('GPCI2025.csv');
    const book = input('CY2025_GPCIs.xlsx', sheet);
    expect(await sortFile(book)).toBe('intake');
    const { report, cmsLines } = await readIntake([book], reading, () => {});
    expect(report.files).toMatchObject([
      { format: 'gpci', refusal: '', account: { present: 109, read: 109 } },
    ]);
    expect(cmsLines).toHaveLength(109);
    // A contract's workbook stays one.
    const contract = [
      ['code', 'payer', 'rate'],
      ['97110', 'Aetna', '30.00'],
    ].map((row) => row.map((value) => ({ value })));
    const mine = new Uint8Array(await writeXlsxFile([{ sheet: 'a', data: contract }] as never).toBuffer());
    expect(await sortFile(input('contract.xlsx', mine))).toBe('own');
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
