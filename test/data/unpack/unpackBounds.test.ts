import { describe, expect, test } from 'vitest';
import { defaultBounds, UnpackFault, UnpackMeter } from '../../../src/data/unpack/unpackBounds.ts';

const bounds = { unpackedBytes: 1_000_000, ratio: 10, freeBytes: 1000, files: 2 };
const swells = 'It unpacks to more than 10 times its size, which no table of rates does.';

/** What stops a meter that is told these, or '' where nothing does. */
function stopped(tell: (meter: UnpackMeter) => void): string {
  try {
    tell(new UnpackMeter(bounds));
    return '';
  } catch (error) {
    expect(error).toBeInstanceOf(UnpackFault);
    return (error as UnpackFault).message;
  }
}

describe('an archive is stopped', () => {
  test('past its number of files', () => {
    const files = (count: number) => (meter: UnpackMeter) => {
      for (let file = 0; file < count; file++) meter.startFile();
    };
    expect(stopped(files(2))).toBe('');
    expect(stopped(files(3))).toBe('The archive holds more than 2 files.');
  });

  test('past the bytes of all files together', () => {
    const unpacked =
      (...bytes: readonly number[]) =>
      (meter: UnpackMeter) => {
        for (const each of bytes) {
          meter.startFile();
          meter.packed(1_000_000);
          meter.unpacked(each);
        }
      };
    expect(stopped(unpacked(400_000, 600_000))).toBe('');
    expect(stopped(unpacked(400_000, 600_001))).toBe('It unpacks to more than 1,000,000 bytes.');
  });

  test('where a file past its first bytes comes to more than so many times its size', () => {
    const one =
      (packed: number, ...unpacked: readonly number[]) =>
      (meter: UnpackMeter) => {
        meter.packed(packed);
        for (const each of unpacked) meter.unpacked(each);
      };
    expect(stopped(one(1, 1000))).toBe('');
    expect(stopped(one(1, 1001))).toBe(swells);
    expect(stopped(one(1, 900, 101))).toBe(swells);
    expect(stopped(one(200, 2000))).toBe('');
    expect(stopped(one(200, 2001))).toBe(swells);
  });

  test('by each file’s own size', () => {
    const second = (packed: number) => (meter: UnpackMeter) => {
      meter.packed(5000);
      meter.unpacked(2000);
      meter.startFile();
      meter.packed(packed);
      meter.unpacked(2000);
    };
    expect(stopped(second(200))).toBe('');
    expect(stopped(second(199))).toBe(swells);
    expect(
      stopped((meter) => {
        meter.packed(100);
        meter.packed(100);
        meter.unpacked(2000);
      }),
    ).toBe('');
  });
});

test('unless others are asked for: a million million bytes, 500 times past 64 MB, ten thousand files', () => {
  expect(defaultBounds).toEqual({
    unpackedBytes: 1_099_511_627_776,
    ratio: 500,
    freeBytes: 67_108_864,
    files: 10_000,
  });
  expect(new UnpackFault('x').name).toBe('UnpackFault');
});
