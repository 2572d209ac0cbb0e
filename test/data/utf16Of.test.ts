import { expect, test } from 'vitest';
import { encodingNote, utf16Bytes, utf16Of } from '../../src/data/decodeText.ts';

/** A text's bytes, each beside a zero. */
const wide = (text: string, zeroFirst: boolean) =>
  Uint8Array.from(
    Array.from(text).flatMap((letter) => (zeroFirst ? [0, letter.charCodeAt(0)] : [letter.charCodeAt(0), 0])),
  );

test('a mark says what a text is, whatever follows', () => {
  expect(utf16Of(Uint8Array.of(0xff, 0xfe))).toBe('utf-16le');
  expect(utf16Of(Uint8Array.of(0xfe, 0xff, 0x61))).toBe('utf-16be');
  expect(utf16Of(Uint8Array.of(0xff, 0x61))).toBeUndefined();
  expect(utf16Of(Uint8Array.of(0xfe, 0x61))).toBeUndefined();
  expect(utf16Of(Uint8Array.of(0x61, 0xfe))).toBeUndefined();
});

test('without one zeros do: in four pairs or more, nearly all of one side and none of the other', () => {
  expect(utf16Of(wide('code', false))).toBe('utf-16le');
  expect(utf16Of(wide('code', true))).toBe('utf-16be');
  expect(utf16Of(wide('cod', false))).toBeUndefined();
  expect(utf16Of(wide('cod', true))).toBeUndefined();
  expect(utf16Of(Uint8Array.from('code,payer', (letter) => letter.charCodeAt(0)))).toBeUndefined();
  // 19 of 20 pairs are nearly all, 18 are not; a zero on the other side spoils it.
  const pairs = (zeros: number, zeroFirst: boolean) =>
    Uint8Array.from(
      Array.from({ length: 20 }, (_, at) =>
        zeroFirst ? [at < zeros ? 0 : 9, 9] : [9, at < zeros ? 0 : 9],
      ).flat(),
    );
  for (const [zeroFirst, found] of [
    [false, 'utf-16le'],
    [true, 'utf-16be'],
  ] as const) {
    expect(utf16Of(pairs(19, zeroFirst))).toBe(found);
    expect(utf16Of(pairs(18, zeroFirst))).toBeUndefined();
    const spoiled = pairs(20, zeroFirst);
    spoiled[zeroFirst ? 1 : 0] = 0;
    expect(utf16Of(spoiled)).toBeUndefined();
  }
});

test('so many bytes of the start are asked, and no more', () => {
  const text = wide('a'.repeat(utf16Bytes), false);
  text.fill(0x61, utf16Bytes);
  expect(utf16Of(text)).toBe('utf-16le');
});

test('what is assumed is said, but for UTF-8', () => {
  expect([encodingNote('utf-8'), encodingNote('utf-16le'), encodingNote('utf-16be')]).toEqual([
    '',
    'The file was read as UTF-16.',
    'The file was read as UTF-16.',
  ]);
  expect(encodingNote('windows-1252')).toBe(
    'The file is not UTF-8 and was read as Windows-1252; check names with accents.',
  );
});
