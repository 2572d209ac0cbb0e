import { afterEach, expect, test } from 'vitest';
import { deleteKept, readKept, writeKept } from '../../src/app/keptFile.ts';

const before = globalThis.indexedDB;
afterEach(() => {
  globalThis.indexedDB = before;
});

const kept = { file: new File(['x'], 'mine.csv'), chosen: undefined, volumes: null, on: '2026-11-22' };

/** A browser whose storage answers every request with this error. */
function refusing(name: string): void {
  globalThis.indexedDB = {
    open() {
      const request = { error: new DOMException('refused', name), onerror: () => {} };
      queueMicrotask(() => request.onerror());
      return request;
    },
  } as never;
}

test('a browser that refuses storage keeps nothing, and says so in words', async () => {
  refusing('SecurityError');
  expect(await readKept()).toBeNull();
  await expect(writeKept(kept)).rejects.toThrow(
    'This browser does not let the page store files, as in some private windows. The file stays open in this tab, in memory.',
  );
  await expect(deleteKept()).rejects.toThrow('The browser did not delete the file.');
});

test('a full browser says how much would not fit', async () => {
  refusing('QuotaExceededError');
  await expect(writeKept(kept)).rejects.toThrow('There is no room for 1 MB in this browser’s storage.');
});
