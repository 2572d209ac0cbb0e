import fc from 'fast-check';
import { expect, test } from 'vitest';
import { linesText } from '../../src/text/linesText.ts';
import { bytesText, speedText, timeLeftText } from '../../src/text/readingText.ts';

// Powers of ten, as macOS's Finder and `ls --si` count them; the edges are where rounding would write 1000 or 100.0.
test.each([
  [0, '0 B'],
  [999, '999 B'],
  [1000, '1.0 kB'],
  [1234, '1.2 kB'],
  [99_949, '99.9 kB'],
  [99_950, '100 kB'],
  [999_499, '999 kB'],
  [999_500, '1.0 MB'],
  [1_234_567, '1.2 MB'],
  [3_400_000_000, '3.4 GB'],
  [5_000_000_000_000, '5.0 TB'],
  [5_000_000_000_000_000, '5000 TB'],
])('%d bytes are %s', (bytes, text) => {
  expect(bytesText(bytes)).toBe(text);
});

test('below a thousand TB no size is written with more than three digits before its unit', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 999_000_000_000_000 }), (bytes) => {
      expect(bytesText(bytes)).toMatch(/^(\d{1,3}|\d\d?\.\d) (B|[kMGT]B)$/);
    }),
  );
});

test('a speed, and none before there is one', () => {
  expect([speedText(85_000_000), speedText(1), speedText(0)]).toEqual(['85.0 MB/s', '1 B/s', '']);
});

test.each([
  [4.9, 'a few seconds left'],
  [5, 'about 10 seconds left'],
  [10, 'about 10 seconds left'],
  [10.1, 'about 20 seconds left'],
  [54.9, 'about 60 seconds left'],
  [55, 'about 1 minute left'],
  [60, 'about 1 minute left'],
  [61, 'about 2 minutes left'],
  [89 * 60, 'about 89 minutes left'],
  [90 * 60, 'about 2 hours left'],
  [3 * 3600, 'about 3 hours left'],
])('%d seconds at 10 bytes a second: %s', (seconds, text) => {
  expect(timeLeftText(seconds * 10, 10)).toBe(text);
});

test('no time is promised before there is a speed', () => {
  expect([timeLeftText(1000, 0), timeLeftText(1000, -1)]).toEqual(['', '']);
});

test('neighbouring lines are one run, and one line is singular', () => {
  expect([[12], [12, 12], [12, 13], [12, 14, 15, 16, 20]].map(linesText)).toEqual([
    'line 12',
    'line 12',
    'lines 12–13',
    'lines 12, 14–16 and 20',
  ]);
});
