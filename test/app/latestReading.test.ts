import { describe, expect, test } from 'vitest';
import { LatestReading } from '../../src/app/latestReading.ts';

/** Readings that are ended by hand. */
function readings() {
  const failures: string[] = [];
  const cancelled: string[] = [];
  const latest = new LatestReading(
    async () => 'reader',
    (message) => failures.push(message),
  );
  function run(turn: number, name: string) {
    let resolve: (text: string) => void = () => {};
    let reject: (error: Error) => void = () => {};
    const text = new Promise<string>((onRead, onFailed) => {
      resolve = onRead;
      reject = onFailed;
    });
    const read = latest.run(turn, (reader) => ({
      result: text.then((rates) => `${reader}: ${rates}`),
      cancel: () => cancelled.push(name),
    }));
    return { read, resolve, reject };
  }
  return { latest, run, failures, cancelled };
}

/** Until the readers are there and the reading runs. */
const started = () => new Promise((resolve) => setTimeout(resolve, 0));

describe('of several readings only the latest counts', () => {
  test('it gives what it read', async () => {
    const { latest, run } = readings();
    const { read, resolve } = run(latest.next(), 'a');
    resolve('rates');
    expect(await read).toBe('reader: rates');
  });

  test('the next one cancels it, and what comes of it is ignored', async () => {
    const { latest, run, failures, cancelled } = readings();
    const turn = latest.next();
    const first = run(turn, 'first');
    await started();
    const second = run(latest.next(), 'second');
    expect(cancelled).toEqual(['first']);
    expect(latest.isLatest(turn)).toBe(false);
    first.reject(new Error('cancelled'));
    second.resolve('rates');
    expect([await first.read, await second.read]).toEqual([undefined, 'reader: rates']);
    expect(failures).toEqual([]);
  });

  test('one that is over before its readers are there never starts', async () => {
    const { latest, run, cancelled } = readings();
    const { read } = run(latest.next(), 'a');
    latest.next();
    expect(await read).toBeUndefined();
    expect(cancelled).toEqual([]);
  });

  test('why the latest failed is told', async () => {
    const { latest, run, failures } = readings();
    const { read, reject } = run(latest.next(), 'a');
    reject(new Error('The file is gone.'));
    expect(await read).toBeUndefined();
    expect(failures).toEqual(['The file is gone.']);
  });
});
