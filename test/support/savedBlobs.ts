import { beforeEach, vi } from 'vitest';

/** The files a page saves in the tests of the file that calls this, emptied before each. jsdom saves none. */
export function savedBlobs(): Blob[] {
  const saved: Blob[] = [];
  beforeEach(() => {
    saved.length = 0;
    // jsdom has neither, and no layout to scroll.
    URL.createObjectURL = (blob) => `blob:${saved.push(blob as Blob)}`;
    URL.revokeObjectURL = () => {};
    vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => {});
    vi.stubGlobal('scrollTo', vi.fn());
  });
  return saved;
}
