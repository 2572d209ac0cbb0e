import { transfer } from 'comlink';
import { describe, expect, test } from 'vitest';
import { csvTable } from '../../src/data/csvTable.ts';
import { decodeText } from '../../src/data/decodeText.ts';
import type { ImportApi } from '../../src/data/importApi.ts';
import { ImportError, largestImport, startImport, startVolumes } from '../../src/data/importClient.ts';
import { ownRatesBuffers, readOwnRatesBlob, readOwnRatesFile } from '../../src/data/ownRatesFile.ts';
import { readVolumes } from '../../src/data/ownVolumes.ts';
import { fakeWorker } from '../support/fakeWorker.ts';
import { shippedAliases } from '../support/releaseData.ts';

const reading = { deleted: new Map<string, readonly string[]>(), aliases: shippedAliases() };
const text = 'code,payer,rate\n97110,Aetna,36.50\n97112,Cigna,0\n';

const readingApi: Pick<ImportApi, 'rates' | 'volumes'> = {
  async rates(file, name, given, onProgress) {
    const rates = await readOwnRatesBlob(file, name, given, onProgress);
    return transfer(rates, ownRatesBuffers(rates));
  },
  async volumes(file, name, given, onProgress) {
    return readVolumes(csvTable(await file.text(), name), name, given, onProgress);
  },
};

describe('import client', () => {
  test('hands back what the reader makes of the file, and ends the worker', async () => {
    const worker = fakeWorker(readingApi);
    const seen: number[] = [];
    const file = new File([text], 'mine.csv');
    const rates = await startImport(file, reading, (fraction) => seen.push(fraction), worker.make).result;
    expect(rates).toEqual(await readOwnRatesFile(new TextEncoder().encode(text), 'mine.csv', reading));
    expect(rates.tables.get('97110')?.cents).toEqual(Uint32Array.of(3650));
    expect(seen.at(-1)).toBe(1);
    expect(worker.terminated()).toBe(1);
  });

  test('reads volumes the same way', async () => {
    const file = new File(['code,units\n97110,12\n'], 'volumes.csv');
    const running = startVolumes(file, reading, () => {}, fakeWorker(readingApi).make);
    const volumes = await running.result;
    expect(volumes.lines.map(({ code, units }) => [code, units])).toEqual([['97110', 12]]);
  });

  test('cancelling ends the worker and rejects by name; later progress is dropped', async () => {
    const worker = fakeWorker(readingApi);
    const seen: number[] = [];
    const running = startImport(new File([text], 'mine.csv'), reading, (f) => seen.push(f), worker.make);
    running.cancel();
    running.cancel();
    await expect(running.result).rejects.toMatchObject({ name: 'ImportCancelled' });
    expect(worker.terminated()).toBe(1);
    expect(seen).toEqual([]);
  });

  test('a worker that breaks rejects with the file’s name and the reason', async () => {
    const worker = fakeWorker({
      ...readingApi,
      rates() {
        throw new RangeError('out of memory');
      },
    });
    const running = startImport(new File([text], 'mine.csv'), reading, () => {}, worker.make);
    await expect(running.result).rejects.toThrow('mine.csv could not be read: out of memory.');
    await expect(running.result).rejects.toBeInstanceOf(ImportError);

    const crashing = fakeWorker(readingApi);
    const other = startImport(new File([text], 'mine.csv'), reading, () => {}, crashing.make);
    crashing.crash('script not found');
    await expect(other.result).rejects.toThrow('mine.csv could not be read: script not found.');
  });

  test('a file over 20 GB is refused before anything is read', async () => {
    const huge = { name: 'huge.csv', size: largestImport + 1 } as File;
    const never = () => {
      throw new Error('no worker is needed');
    };
    await expect(startImport(huge, reading, () => {}, never).result).rejects.toMatchObject({
      name: 'FileTooLarge',
      message:
        'huge.csv has 21 GB; files up to 20 GB can be read. Split it, or keep only the codes you need.',
    });
  });
});

describe('encodings', () => {
  test.each([
    ['UTF-8', Uint8Array.of(0x41, 0xc3, 0xa9), 'Aé', ''],
    ['UTF-8 with a mark', Uint8Array.of(0xef, 0xbb, 0xbf, 0x41), 'A', ''],
    [
      'UTF-16 little-endian',
      Uint8Array.of(0xff, 0xfe, 0x41, 0, 0xe9, 0),
      'Aé',
      'The file was read as UTF-16.',
    ],
    ['UTF-16 big-endian', Uint8Array.of(0xfe, 0xff, 0, 0x41, 0, 0xe9), 'Aé', 'The file was read as UTF-16.'],
    [
      'UTF-16 little-endian without a mark',
      Uint8Array.from(Array.from('code,é').flatMap((character) => [character.charCodeAt(0), 0])),
      'code,é',
      'The file was read as UTF-16.',
    ],
    [
      'Windows-1252',
      Uint8Array.of(0x41, 0xe9),
      'Aé',
      'The file is not UTF-8 and was read as Windows-1252; check names with accents.',
    ],
  ])('%s', (_name, bytes, expected, note) => {
    expect(decodeText(bytes)).toEqual({ text: expected, note });
  });

  test('the encoding is noted beside the other notes', async () => {
    const bytes = Uint8Array.from([...new TextEncoder().encode(text), 0xe9]);
    expect((await readOwnRatesFile(bytes, 'mine.csv', reading)).notes[0]).toContain('Windows-1252');
  });
});
