import { describe, expect, test } from 'vitest';
import { JsonScanner } from '../../../src/data/formats/jsonScanner.ts';

const encoder = new TextEncoder();
const padding = new Uint8Array(1 << 24).fill(0x78);
const items = encoder.encode(',{"rates":[1,2.5,"x"],"places":["11","22"],"paid":true}\n'.repeat(20_000));

/** A scanner that takes all and counts, but for the values of `pad`. */
function counting() {
  const found = { values: 0 };
  const count = () => {
    found.values += 1;
  };
  const scanner = new JsonScanner(['pad'], {
    key: (index) => index !== 0,
    openObject: () => true,
    closeObject: count,
    openArray: () => true,
    closeArray: count,
    string: count,
    number: count,
    literal: count,
  });
  return { scanner, found };
}

const whole = `[0${new TextDecoder().decode(items)}]`;

function timeOf(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

/**
 * How many times as long as the engine's own reader the scanner takes. By turns, and the least of each, so that neither
 * what else the machine does nor a slow minute counts.
 */
function timesJsonParse(scanner: JsonScanner): number {
  const times = Array.from({ length: 12 }, () => [
    timeOf(() => scanner.write(items)),
    timeOf(() => JSON.parse(whole)),
  ]);
  const least = (at: 0 | 1) => Math.min(...times.map((pair) => pair[at] ?? 0));
  return least(0) / least(1);
}

describe('a JSON text of more than 2³¹ bytes', () => {
  // Where an offset no longer is a small integer: a look-up by it once made all that follows four times slower.
  test('is read behind them as before them, at the same speed', { timeout: 120_000 }, () => {
    const { scanner, found } = counting();
    scanner.write(encoder.encode('[0'));
    timesJsonParse(scanner);
    const before = timesJsonParse(scanner);
    let written = 24;
    scanner.write(encoder.encode(',{"pad":"'));
    let length = 2 + 24 * items.length + 9;
    while (length <= 2 ** 31) {
      scanner.write(padding);
      length += padding.length;
    }
    scanner.write(encoder.encode('"}'));
    // The engine throws its fast code away at the border and makes new, later where other programs want the processor;
    // what is guarded against never came back to speed.
    let after = Number.POSITIVE_INFINITY;
    for (let rounds = 0; rounds < 8 && after >= 2.5 * before; rounds++) {
      after = Math.min(after, timesJsonParse(scanner));
      written += 12;
    }
    scanner.write(encoder.encode(']]'));

    // In each item three numbers or texts of one list, two of the other, both lists, true, and the item.
    expect(found.values).toBe(1 + written * 20_000 * 9 + 1 + 1);
    expect(scanner.end()).toEqual({
      offset: length + 2 + (written - 24) * items.length + 1,
      line: 1 + written * 20_000,
      message: expect.stringContaining('Found “]”'),
    });
    expect(after / before).toBeLessThan(2.5);
  });
});
