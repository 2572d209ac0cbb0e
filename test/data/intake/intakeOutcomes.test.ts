import { gzipSync, strToU8, zipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { handedOver } from '../../../src/data/intake/handedOver.ts';
import type { IntakeProgress } from '../../../src/data/intake/intakeReport.ts';
import { type IntakeReading, readIntake } from '../../../src/data/intake/readIntake.ts';
import { readProviderLists } from '../../../src/data/intake/readProviderLists.ts';
import { fileStart, sortFile } from '../../../src/data/intake/sortFile.ts';
import { shippedAliases } from '../../support/releaseData.ts';

const reading: IntakeReading = {
  deleted: new Map(),
  aliases: shippedAliases(),
  wanted: null,
  catalogue: ['97110'],
};
const input = (path: string, content: string | Uint8Array) => ({
  file: new Blob([typeof content === 'string' ? content : Uint8Array.from(content)]),
  path,
});

/** A file of one payer's rates of these dollars. */
const inNetwork = (dollars: readonly number[]) =>
  JSON.stringify({
    reporting_entity_name: 'Zyxo Health',
    reporting_entity_type: 'issuer',
    last_updated_on: '2026-01-01',
    version: '1.3.0',
    provider_references: [
      {
        provider_group_id: 1,
        provider_groups: [{ npi: [1234567893], tin: { type: 'ein', value: '12-3456789' } }],
      },
    ],
    in_network: dollars.map((rate) => ({
      negotiation_arrangement: 'ffs',
      name: 'x',
      billing_code_type: 'CPT',
      billing_code_type_version: '2026',
      billing_code: '97110',
      description: 'x',
      negotiated_rates: [
        {
          provider_references: [1],
          negotiated_prices: [
            {
              negotiated_type: 'negotiated',
              negotiated_rate: rate,
              expiration_date: '9999-12-31',
              service_code: ['11'],
              billing_class: 'professional',
            },
          ],
        },
      ],
    })),
  });

let now = 1000;
beforeEach(() => {
  now = 1000;
  vi.spyOn(performance, 'now').mockImplementation(() => now);
});
afterEach(() => {
  vi.restoreAllMocks();
});

describe('what became of a file', () => {
  test('is told with its head; an amount nobody is paid is left out', async () => {
    const { report, tables, publishers } = await readIntake(
      [input('r.json', inNetwork([31.5, 43_000_000, 43_000_001]))],
      reading,
      () => {},
    );
    const [file] = report.files;
    expect(file).toMatchObject({
      file: 'r.json',
      format: 'tic-in-network',
      refusal: '',
      head: { publisher: 'Zyxo Health', kind: 'payer', date: '2026-01-01', version: '1.3.0' },
      account: { present: 3, read: 1, leftOut: { unreadable: 2 } },
    });
    expect([...(tables.get('97110')?.cents ?? [])]).toEqual([3150]);
    expect(publishers).toEqual(['Zyxo Health']);
  });

  test('is its own account where all is held', async () => {
    const { report } = await readIntake([input('r.json', inNetwork([31.5]))], reading, () => {});
    expect(report.files[0]?.account).toMatchObject({ present: 1, read: 1, leftOut: {} });
  });

  test('is a refusal in words: of what is none, of an archive’s entry, of what can no longer be read', async () => {
    const gone = {
      path: 'gone.json',
      file: {
        size: 5,
        slice: () => new Blob(['x']),
        stream: () =>
          new ReadableStream({
            pull: () => {
              throw new Error('the disk is gone');
            },
          }),
      } as unknown as Blob,
    };
    const zip = zipSync({
      'in.zip': zipSync({ a: strToU8('x') }),
      'own.csv': strToU8('code,payer,rate\n97110,Aetna,1\n'),
    });
    const { report } = await readIntake(
      [gone, input('a.zip', zip), input('empty.csv', '')],
      reading,
      () => {},
    );
    expect(
      report.files.map(({ file, format, formatName, refusal, head }) => [
        file,
        format,
        formatName,
        refusal,
        head,
      ]),
    ).toEqual([
      ['gone.json', null, '', 'It could not be read: the disk is gone.', null],
      ['a.zip/in.zip', null, '', 'This is an archive inside an archive. Unpack the outer one first.', null],
      ['a.zip/own.csv', 'own-table', 'a table of your own', '', null],
      ['empty.csv', null, '', 'The file is empty.', null],
    ]);
    expect(report.files[0]?.account).toBeNull();
    expect(report.bytes).toBe(5 + zip.length);
  });

  test('is told of that file alone, where it cannot even be opened', async () => {
    const archive = zipSync({ 'own.csv': strToU8('code,payer,rate\n97110,Aetna,1\n') });
    const closed = {
      size: 5,
      slice: () => new Blob([Uint8Array.from(archive)]),
      stream: () => {
        throw new Error('it is closed');
      },
    };
    const { report } = await readIntake(
      [
        { path: 'gone.zip', file: closed as unknown as Blob },
        input('own.csv', 'code,payer,rate\n97110,Aetna,1\n'),
      ],
      reading,
      () => {},
    );
    expect(report.files.map(({ file, refusal }) => [file, refusal])).toEqual([
      ['gone.zip', 'It could not be read: it is closed.'],
      ['own.csv', ''],
    ]);
  });

  test('is told of that file alone, where not even its first bytes can be looked at', async () => {
    const moved = {
      size: 5,
      slice: () => ({ arrayBuffer: () => Promise.reject(new Error('it was moved')) }),
      stream: () => new ReadableStream({ pull: () => Promise.reject(new Error('it was moved')) }),
    };
    const { report } = await readIntake(
      [
        { path: 'moved.zip', file: moved as unknown as Blob },
        input('own.csv', 'code,payer,rate\n97110,Aetna,1\n'),
      ],
      reading,
      () => {},
    );
    expect(report.files.map(({ file, refusal }) => [file, refusal])).toEqual([
      ['moved.zip', 'It could not be read: it was moved.'],
      ['own.csv', ''],
    ]);
  });

  test('of a table of contents lists two thousand files, and counts the others', async () => {
    const listing = (count: number) =>
      JSON.stringify({
        reporting_entity_name: 'Zyxo',
        reporting_entity_type: 'issuer',
        reporting_structure: [
          {
            reporting_plans: [
              { plan_name: 'p', plan_id_type: 'EIN', plan_id: '1', plan_market_type: 'group' },
            ],
            in_network_files: Array.from({ length: count }, (_, at) => ({
              description: `file ${at}`,
              location: `https://x.org/${at}.json`,
            })),
          },
        ],
      });
    const accountOf = async (count: number) =>
      (await readIntake([input('toc.json', listing(count))], reading, () => {})).report.files[0]?.account;
    const whole = await accountOf(2000);
    expect([whole?.listing?.length, whole?.notes.some((note) => note.includes('further'))]).toEqual([
      2000,
      false,
    ]);
    const cut = await accountOf(3234);
    expect(cut?.listing?.length).toBe(2000);
    expect(cut?.listing?.[1999]?.address).toBe('https://x.org/1999.json');
    expect(cut?.notes.at(-1)).toBe('1,234 further files are listed in it, and not shown here.');
    const one = await accountOf(2001);
    expect(one?.notes.at(-1)).toBe('1 further file is listed in it, and not shown here.');
  });
});

describe('progress', () => {
  const csv = `code,payer,rate\n${'97110,Aetna,36.50\n'.repeat(20)}`;

  test('is told at the start and the end of each file, and no oftener than ten times a second', async () => {
    const told: IntakeProgress[] = [];
    const files = [input('a.csv', csv), input('b.csv', csv.replace('Aetna', 'Cigna'))];
    await readIntake(files, reading, (progress) => told.push(progress));
    const { size } = new Blob([csv]);
    expect(told[0]).toEqual({
      file: 'a.csv',
      number: 1,
      files: 2,
      fileDone: 0,
      fileBytes: size,
      done: 0,
      bytes: 2 * size,
      bytesPerSecond: 0,
      rates: 0,
    });
    expect(told.map(({ file, number, fileDone, done }) => [file, number, fileDone, done])).toEqual([
      ['a.csv', 1, 0, 0],
      ['a.csv', 1, size, size],
      ['b.csv', 2, size, 2 * size],
    ]);
    expect(told.every(({ bytesPerSecond }) => bytesPerSecond === 0)).toBe(true);
  });

  test('says how quick it is, once time has passed', async () => {
    const told: IntakeProgress[] = [];
    const { report } = await readIntake([input('a.csv', csv)], reading, (progress) => {
      told.push(progress);
      now += 2000;
    });
    expect(told.map(({ fileDone, bytesPerSecond }) => [fileDone, bytesPerSecond])).toEqual([
      [0, 0],
      [csv.length, csv.length / 2],
    ]);
    expect(report.seconds).toBe(4);
  });
});

test('codes that are not asked for are left out, and nothing where all are', async () => {
  const wanted = (codes: readonly string[] | null) =>
    readIntake([input('r.json', inNetwork([31.5]))], { ...reading, wanted: codes }, () => {});
  expect((await wanted(['97112'])).report.files[0]?.account).toMatchObject({
    read: 0,
    leftOut: { 'code-not-asked': 1 },
  });
  expect((await wanted(['97110'])).report.files[0]?.account).toMatchObject({ read: 1 });
});

describe('who is to read a file', () => {
  const saved =
    'state,provider,plan,code_type,modifier,setting,billing_class,rate,methodology,source,flags,source_rows';
  test.each<[string, string | Uint8Array, string, string | null]>([
    ['own.csv', 'code,payer,rate\n97110,Aetna,1\n', 'own', null],
    ['list.csv', '"NPI","Name","State"\r\n1234567893,a,TX\r\n', 'providers', null],
    ['list.csv', 'NPI;State\n', 'providers', null],
    ['list.csv', 'NPI\tState\n', 'providers', null],
    ['list.csv', 'NPI|State\n', 'providers', null],
    ['saved.csv', `${saved}\n`, 'intake', null],
    ['own.csv.gz', gzipSync(strToU8('code,payer,rate\n')), 'intake', null],
    ['a.zip', zipSync({ 'own.csv': strToU8('code,payer,rate\n') }), 'intake', null],
    ['empty.csv', '', 'intake', null],
    ['r.json', inNetwork([31.5]), 'intake', 'tic-in-network'],
  ])('%s', async (path, content, sort, format) => {
    expect(await fileStart(input(path, content))).toEqual({ sort, format });
    expect(await sortFile(input(path, content))).toBe(sort);
  });

  test('is not told of one that can no longer be read', async () => {
    const gone = { stream: () => new ReadableStream({ pull: () => Promise.reject(new Error('gone')) }) };
    await expect(sortFile({ file: gone as never, path: 'a.csv' })).rejects.toThrow('gone');
  });
});

test('lists of providers that are none are passed over; the first that names an NPI counts', async () => {
  const npis = Float64Array.of(1_000_000_000, 1_000_000_001);
  const lists = [
    input('none.csv', 'Name,State\na,TX\n'),
    input('one.csv', 'NPI,State\n1000000000,TX\n'),
    input('two.csv', 'NPI,State\n1000000000,AK\n1000000001,AK\n'),
  ];
  expect([...(await readProviderLists(lists, npis))]).toEqual([
    [1_000_000_000, { name: '', place: 'TX' }],
    [1_000_000_001, { name: '', place: 'AK' }],
  ]);
});

test('providers are handed over two thousand at a time, ahead of the tables', async () => {
  const lines = Array.from({ length: 4001 }, (_, at) => `97110,Aetna,36.50,Clinic ${at}`);
  const lots: number[] = [];
  const { read, buffers } = await handedOver(
    [input('own.csv', `code,payer,rate,provider\n${lines.join('\n')}\n`)],
    reading,
    () => {},
    (some) => lots.push(some.length),
  );
  expect(lots).toEqual([2000, 2000, 1]);
  expect(read.tables.get('97110')?.providers).toEqual([]);
  expect(read.report.census.providers).toBe(4001);
  expect(buffers).toHaveLength(12 + 2);
  expect(buffers.slice(-2)).toEqual([read.npis.starts.buffer, read.npis.numbers.buffer]);
});
