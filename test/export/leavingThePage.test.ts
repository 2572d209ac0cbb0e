// @vitest-environment jsdom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { copyToClipboard } from '../../src/export/copyToClipboard.ts';
import { saveBlob } from '../../src/export/saveBlob.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  Reflect.deleteProperty(document, 'execCommand');
});

test('a saved file keeps its address for a minute, because some browsers read it after the click, and not for good', () => {
  const revoked: string[] = [];
  URL.createObjectURL = () => 'blob:one';
  URL.revokeObjectURL = (url) => revoked.push(url);
  const clicked: string[] = [];
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
    clicked.push(`${this.download} ${this.href}`);
  });
  saveBlob('texas.csv', new Blob(['a']));
  expect(clicked).toEqual(['texas.csv blob:one']);
  vi.advanceTimersByTime(59_000);
  expect(revoked).toEqual([]);
  vi.advanceTimersByTime(1000);
  expect(revoked).toEqual(['blob:one']);
});

/** The older way to copy; jsdom has neither this nor the newer one. */
function olderWay(command: () => boolean): Promise<boolean> {
  document.execCommand = command;
  return copyToClipboard({ text: 'plain', html: '<b>rich</b>' });
}

test('copied is only what a browser came to fetch, whatever its command answers', async () => {
  // Browsers that answer yes and ask the page nothing have copied the selection, if anything.
  expect(await olderWay(() => true)).toBe(false);
  expect(await olderWay(() => false)).toBe(false);
  const refused = olderWay(() => {
    throw new Error('not allowed');
  });
  expect(await refused).toBe(false);
});

test('both forms are handed over once, and later copies of the reader’s are left alone', async () => {
  const event = () => {
    const copy = new Event('copy', { cancelable: true });
    const given: [string, string][] = [];
    Object.assign(copy, {
      clipboardData: { setData: (type: string, text: string) => given.push([type, text]) },
    });
    document.dispatchEvent(copy);
    return given;
  };
  let given: [string, string][] = [];
  const copied = olderWay(() => {
    given = event();
    return true;
  });
  expect(await copied).toBe(true);
  expect(given).toEqual([
    ['text/plain', 'plain'],
    ['text/html', '<b>rich</b>'],
  ]);
  expect(event()).toEqual([]);
});
