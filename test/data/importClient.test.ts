import { describe, expect, test } from 'vitest';
import type { ImportApi } from '../../src/data/importApi.ts';
import {
  ImportError,
  largestImport,
  startImport,
  startIntake,
  startProviderList,
  startSorting,
  startVolumes,
} from '../../src/data/importClient.ts';
import type { IntakeProgress } from '../../src/data/intake/intakeReport.ts';
import type { ReadIntake } from '../../src/data/intake/readIntake.ts';
import { fakeWorker } from '../support/fakeWorker.ts';

const reading = { deleted: new Map<string, readonly string[]>(), aliases: [] };
const picked = (...paths: readonly string[]) =>
  paths.map((path) => ({ file: new File(['x'], 'name.csv'), path, more: 'not for the worker' }));
const file = new File(['x'], 'mine.csv');

async function failureOf(promise: Promise<unknown>): Promise<readonly [string, string]> {
  const error = await promise.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(ImportError);
  const { name, message } = error as ImportError;
  return [name, message];
}

describe('what the worker is asked', () => {
  test('who is to read each file, by file and path alone', async () => {
    const asked: unknown[] = [];
    const worker = fakeWorker({
      sort: (files) => {
        asked.push(...files.map((each) => [Object.keys(each), each.path]));
        return Promise.resolve(['own', 'intake']);
      },
    });
    expect(await startSorting(picked('a.csv', 'b.zip'), worker.make).result).toEqual(['own', 'intake']);
    expect(asked).toEqual([
      [['file', 'path'], 'a.csv'],
      [['file', 'path'], 'b.zip'],
    ]);
    expect(worker.terminated()).toBe(1);
  });

  test('published files: the tables get the providers that came ahead of them, in their order', async () => {
    const provider = (id: string) => ({ id, name: id, place: 'TX', identifier: '', system: '' });
    const progress = { file: 'a', number: 1 } as IntakeProgress;
    const worker = fakeWorker({
      intake: async (files, given, onProgress, onProviders) => {
        expect([files.map(({ path }) => path), given.wanted]).toEqual([['a.json'], null]);
        await Promise.resolve(onProviders([provider('p0'), provider('p1')]));
        onProgress(progress);
        await Promise.resolve(onProviders([provider('p2')]));
        const tables = new Map([['97110', { code: '97110', providers: [] }]]);
        return { tables, publishers: ['Q'], cmsLines: [], listed: new Map() } as unknown as ReadIntake;
      },
    });
    const told: IntakeProgress[] = [];
    const given = { ...reading, wanted: null, catalogue: [] };
    const read = await startIntake(picked('a.json'), given, (each) => told.push(each), worker.make).result;
    expect(read).toEqual({
      tables: new Map([
        ['97110', { code: '97110', providers: [provider('p0'), provider('p1'), provider('p2')] }],
      ]),
      publishers: ['Q'],
      cmsLines: [],
      listed: new Map(),
    });
    expect(told).toEqual([progress]);
  });

  test('what lists of providers say of NPIs', async () => {
    const found = new Map([[1_000_000_000, { name: 'a', place: 'TX' }]]);
    const worker = fakeWorker({
      providerList: (files, npis) => {
        expect([files.length, [...npis]]).toEqual([2, [1_000_000_000]]);
        return Promise.resolve(found);
      },
    });
    const lists = startProviderList(picked('a.csv', 'b.csv'), Float64Array.of(1_000_000_000), worker.make);
    expect(await lists.result).toEqual(found);
  });

  test('rates and volumes by the file’s name, with progress', async () => {
    const api: Pick<ImportApi, 'rates' | 'volumes'> = {
      rates: async (_file, name, _reading, onProgress) => {
        await Promise.resolve(onProgress(0.5));
        return { fileName: name } as never;
      },
      volumes: (_file, name) => Promise.resolve({ fileName: `volumes of ${name}` } as never),
    };
    const seen: number[] = [];
    const rates = startImport(file, reading, (fraction) => seen.push(fraction), fakeWorker(api).make);
    expect([await rates.result, seen]).toEqual([{ fileName: 'mine.csv' }, [0.5]]);
    expect(await startVolumes(file, reading, () => {}, fakeWorker(api).make).result).toEqual({
      fileName: 'volumes of mine.csv',
    });
  });
});

describe('why an import gave nothing', () => {
  const never: Partial<ImportApi> = { sort: () => new Promise(() => {}), rates: () => new Promise(() => {}) };

  test('the worker broke, with a reason or without', async () => {
    for (const [message, told] of [
      ['script not found', 'a.csv could not be read: script not found.'],
      ['', 'a.csv could not be read.'],
      [undefined, 'a.csv could not be read.'],
    ] as const) {
      const worker = fakeWorker(never);
      const running = startSorting(picked('a.csv', 'b.csv'), worker.make);
      worker.crash(message);
      expect(await failureOf(running.result)).toEqual(['ImportFailed', told]);
      expect(worker.terminated()).toBe(1);
    }
    const nameless = fakeWorker(never);
    const running = startSorting([], nameless.make);
    nameless.crash('x');
    expect(await failureOf(running.result)).toEqual(['ImportFailed', ' could not be read: x.']);
  });

  test('the reader threw, an error or something else', async () => {
    const throwing = (thrown: unknown) =>
      fakeWorker({
        sort: () => {
          throw thrown;
        },
      });
    const told = (thrown: unknown) => failureOf(startSorting(picked('a.csv'), throwing(thrown).make).result);
    expect(await told(new RangeError('out of memory'))).toEqual([
      'ImportFailed',
      'a.csv could not be read: out of memory.',
    ]);
    expect(await told('plain words')).toEqual(['ImportFailed', 'a.csv could not be read: plain words.']);
    // A browser ends its sentences itself.
    expect(await told(new TypeError('Load failed.'))).toEqual([
      'ImportFailed',
      'a.csv could not be read: Load failed.',
    ]);
  });

  test('a file was saved again after it was chosen: what the browser says of it helps nobody', async () => {
    for (const name of ['NotReadableError', 'NotFoundError']) {
      const worker = fakeWorker({
        sort: () => {
          throw new DOMException('A reference to a file was acquired.', name);
        },
      });
      expect(await failureOf(startSorting(picked('a.csv'), worker.make).result)).toEqual([
        'ImportFailed',
        'a.csv could not be read: it was changed, moved or deleted after it was chosen. Choose it again.',
      ]);
    }
  });

  test('it was cancelled; what follows changes nothing', async () => {
    const worker = fakeWorker(never);
    const running = startImport(file, reading, () => {}, worker.make);
    running.cancel();
    worker.crash('too late');
    running.cancel();
    expect(await failureOf(running.result)).toEqual(['ImportCancelled', 'Reading mine.csv was cancelled.']);
    expect(worker.terminated()).toBe(1);
  });

  test('the file is larger than any that is read', async () => {
    const sized = (size: number) => ({ name: 'huge.csv', size }) as File;
    const made: string[] = [];
    const refuse = () => {
      made.push('worker');
      throw new Error('no worker here');
    };
    const running = startImport(sized(largestImport + 1), reading, () => {}, refuse);
    running.cancel();
    expect(await failureOf(running.result)).toEqual([
      'FileTooLarge',
      'huge.csv has 21 GB; files up to 20 GB can be read. Split it, or keep only the codes you need.',
    ]);
    expect(made).toEqual([]);
    expect(() => startImport(sized(largestImport), reading, () => {}, refuse)).toThrow('no worker here');
    expect(largestImport).toBe(20_000_000_000);
  });
});
