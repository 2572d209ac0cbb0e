import { zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { CmsLines } from '../../../src/data/intake/cmsLines.ts';
import { collectedBytes } from '../../../src/data/intake/collectedBytes.ts';
import type { IntakeFile } from '../../../src/data/intake/intakeReport.ts';
import { IntakeTables } from '../../../src/data/intake/intakeTables.ts';
import { largestTable } from '../../../src/data/intake/largestTable.ts';
import { OwnTables } from '../../../src/data/intake/ownTables.ts';
import { rateColumns } from '../../../src/data/readRateFile.ts';
import { payerReader } from '../../../src/domain/payerReader.ts';
import { cutStream } from '../../support/cutStream.ts';
import { shippedAliases } from '../../support/releaseData.ts';

const names = payerReader(shippedAliases());

function opened(readWorkbook: (file: string) => IntakeFile | undefined = () => undefined) {
  const tables = new IntakeTables(names);
  const reading = { deleted: new Map<string, readonly string[]>(), aliases: shippedAliases() };
  const own = new OwnTables(tables, reading, names, (file) => Promise.resolve(readWorkbook(file)));
  return {
    tables,
    own,
    take: (file: string, content: string | Uint8Array) =>
      own.take(file, cutStream(typeof content === 'string' ? new TextEncoder().encode(content) : content)),
  };
}

describe('a table that no authority has given a form', () => {
  test('is the user’s own where its headings say code, payer and rate', async () => {
    const { take, tables } = opened();
    expect(await take('mine.csv', 'code,payer,rate,state\n97110,Aetna,36.50,TX\n97110,Aetna,,TX\n')).toEqual({
      file: 'mine.csv',
      format: 'own-table',
      formatName: 'a table of your own',
      refusal: '',
      head: null,
      account: {
        present: 2,
        read: 1,
        leftOut: { unreadable: 1 },
        problems: [
          {
            file: 'mine.csv',
            line: 3,
            column: 'rate',
            found: '',
            message: 'The rate is blank. Give an amount, or leave the line out.',
            leftOut: true,
          },
        ],
        notes: [
          '1 line says nothing of commercial, Medicare Advantage or Medicaid, so commercial is taken. A "line" column settles it.',
          'No date or year column: code by code the rates are not compared with Medicare; beside your contract stands Medicare of the newest year.',
          'No provider column: the file counts as one provider per state, "Your file".',
        ],
      },
    });
    expect((await take('all.csv', 'code,payer,rate\n97110,Aetna,1\n'))?.account?.leftOut).toEqual({});
    const { tables: read, publishers } = tables.result();
    expect([...(read.get('97110')?.cents ?? [])]).toEqual([3650, 100]);
    expect(publishers).toEqual(['', '']);
  });

  test('that is none of these is refused with the first reason, and its columns are offered where they may be set', async () => {
    const { take, own } = opened();
    const refused = await take('odd.csv', 'What,Aetna PPO,Cigna\n97110,36.50,40\n');
    expect(refused).toMatchObject({
      file: 'odd.csv',
      format: null,
      formatName: '',
      refusal: 'No column for code, payer and rate. The header needs code, payer and rate.',
      head: null,
      account: null,
      charges: { header: ['What', 'Aetna PPO', 'Cigna'] },
    });
    expect(await take('empty.csv', '')).toEqual({
      file: 'empty.csv',
      format: null,
      formatName: '',
      refusal: 'The file is empty.',
      head: null,
      account: null,
    });
    expect(own.end()).toEqual([]);
  });

  test('that is a workbook is a published table where one reads it so', async () => {
    const published = { file: 'a.xlsx', format: 'gpci', formatName: 'x', refusal: '' } as IntakeFile;
    const zip = zipSync({ 'x.csv': new Uint8Array(9) });
    expect(await opened(() => published).take('a.xlsx', zip)).toBe(published);
    const other = await opened().take('a.xlsx', zip);
    expect(other).toEqual({
      file: 'a.xlsx',
      format: null,
      formatName: '',
      refusal: 'This is a ZIP file, not a workbook. Unpack it and open the file inside.',
      head: null,
      account: null,
    });
    // Only a workbook is asked about.
    const never = opened(() => {
      throw new Error('not a workbook');
    });
    expect((await never.take('a.csv', 'code,payer,rate\n97110,Aetna,1\n'))?.format).toBe('own-table');
  });

  test('that says what is beside it is a text about the rates', async () => {
    expect(await opened().take('about.txt', 'Rates saved from Rate Atlas on 2026-01-01\n')).toEqual({
      file: 'about.txt',
      format: 'about',
      formatName: 'a text about the rates beside it',
      refusal: '',
      head: null,
      account: null,
    });
  });

  test('of more than can be held is refused', async () => {
    async function* endless() {
      const piece = new Uint8Array(50_000_000);
      for (;;) yield await Promise.resolve(piece);
    }
    expect(await opened().own.take('huge.csv', endless())).toEqual({
      file: 'huge.csv',
      format: null,
      formatName: '',
      refusal: `It has more than ${largestTable / 1_000_000} MB, and no published form. Tables of your own are read whole: split it, or keep only the codes you need.`,
      head: null,
      account: null,
    });
  });
});

describe('rates saved here', () => {
  const providers = 'id,name,place,identifier,system\np1,Pecan PT,TX,,\n';
  const plans = 'id,payer_raw,plan,payer,parent,line\nn1,AETNA,,aetna,,Commercial\n';
  const sources =
    'id,name,publisher,place,kind,date,year,published_url,sha256,carried_by,path,confidence,rows,flags\ns1,mine.csv,Quillfern,TX,own,2026-01,2026,,,,,,1,\n';
  const line = 'TX,p1,n1,CPT,,outpatient,facility,30.00,fee schedule,s1,,1';
  const rates = [rateColumns.join(','), line, line.replace('p1', 'p9'), ''].join('\n');

  test('are put together when all their parts are here', async () => {
    const { own, take, tables } = opened();
    const parts = {
      'rates/97110/national.csv': rates,
      'providers.csv': providers,
      'plans.csv': plans,
      'sources.csv': sources,
      'rates/97110/TX.csv': rates,
      'TX.csv': rates,
    };
    for (const [file, text] of Object.entries(parts)) expect(await take(file, text)).toBeUndefined();
    const dictionary = (file: string) => ({
      file,
      format: 'rate-dictionary',
      formatName: 'a list that rates in our own form refer to',
      refusal: '',
      head: null,
      account: null,
    });
    const ofRates = { format: 'rate-csv', formatName: 'rates in our own form', head: null };
    expect(own.end()).toEqual([
      dictionary('providers.csv'),
      dictionary('plans.csv'),
      dictionary('sources.csv'),
      {
        ...ofRates,
        file: 'rates/97110/national.csv',
        refusal: '',
        account: {
          present: 2,
          read: 1,
          leftOut: { unreadable: 1 },
          problems: [
            {
              file: 'rates/97110/national.csv',
              line: 3,
              column: 'provider',
              found: 'p9',
              message: 'No provider of the release has this id.',
              leftOut: true,
            },
          ],
          notes: [],
        },
      },
      { ...ofRates, file: 'rates/97110/TX.csv', refusal: '', account: null },
      {
        ...ofRates,
        file: 'TX.csv',
        refusal: 'A file of rates is known by its folder: drop the folder it lies in, or its zip.',
        account: null,
      },
    ]);
    const { tables: read, publishers } = tables.result();
    expect([[...read.keys()], publishers]).toEqual([['97110'], ['Quillfern']]);
  });
});

describe('lists of providers', () => {
  test('say where NPIs are, the first list that names one counting', async () => {
    const { own, take } = opened();
    expect(await take('one.csv', 'NPI,State,Name\n1000000000,TX,One\n12,TX,Bad\n')).toBeUndefined();
    expect(
      await take('two.csv', 'NPI,State,Name\n1000000000,AK,Two\n1000000001,AK,Three\n1000000002,AK,Four\n'),
    ).toBeUndefined();
    expect(own.end()).toEqual([]);
    const files: IntakeFile[] = [];
    const found = await own.listed(Float64Array.of(1_000_000_000, 1_000_000_001), files);
    expect([...found]).toEqual([
      [1_000_000_000, { name: 'One', place: 'TX' }],
      [1_000_000_001, { name: 'Three', place: 'AK' }],
    ]);
    const list = {
      format: 'provider-list',
      formatName: 'a list of providers with NPI and state',
      refusal: '',
      head: null,
    };
    expect(files).toEqual([
      {
        ...list,
        file: 'one.csv',
        account: {
          present: 2,
          read: 1,
          leftOut: { unreadable: 1 },
          problems: [],
          notes: ['1 of its NPIs is behind providers of these rates.'],
        },
      },
      {
        ...list,
        file: 'two.csv',
        account: {
          present: 3,
          read: 3,
          leftOut: {},
          problems: [],
          notes: ['2 of its NPIs are behind providers of these rates.'],
        },
      },
    ]);
  });
});

test('bytes in pieces are one, and pieces may be used again by who hands them over', async () => {
  async function* reused() {
    const piece = new Uint8Array(2);
    for (const value of [1, 2, 3]) yield await Promise.resolve(piece.fill(value));
  }
  expect(await collectedBytes(reused())).toEqual(Uint8Array.of(1, 1, 2, 2, 3, 3));
  expect(await collectedBytes(cutStream(new Uint8Array()))).toEqual(new Uint8Array());
});

test('lines of CMS’s tables are kept for the release’s codes, and those of places', () => {
  const lines = new CmsLines(['97110']);
  const of = (code: string) => ({ kind: 'rvu', code }) as never;
  lines.take(of('97110'));
  lines.take(of('99213'));
  lines.take({ kind: 'gpci' } as never);
  expect(lines.lines).toEqual([{ kind: 'rvu', code: '97110' }, { kind: 'gpci' }]);
  for (let at = 2; at < 100_001; at++) lines.take(of('97110'));
  expect(lines.lines).toHaveLength(100_000);
});
