import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { JsonFault } from '../../../src/data/formats/jsonEvents.ts';
import { JsonScanner } from '../../../src/data/formats/jsonScanner.ts';
import { JsonBuilder, JsonNumber, type JsonValue } from '../../support/jsonBuilder.ts';
import { piecesOf } from '../../support/pieces.ts';

const encoder = new TextEncoder();

interface Scanned {
  readonly value: JsonValue | undefined;
  readonly fault: JsonFault | null;
}

function scan(text: string | Uint8Array, cuts: readonly number[] = []): Scanned {
  const builder = new JsonBuilder();
  const scanner = new JsonScanner([], builder);
  for (const piece of piecesOf(typeof text === 'string' ? encoder.encode(text) : text, cuts)) {
    scanner.write(piece);
  }
  const fault = scanner.end();
  return { value: builder.take(), fault };
}

/** With numbers as `JSON.parse` has them. */
function plain(value: JsonValue | undefined): unknown {
  if (value instanceof JsonNumber) return Number(value.text);
  if (Array.isArray(value)) return value.map(plain);
  if (value === undefined || value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, plain(inner)]));
}

const cuts = fc.array(fc.nat(400), { maxLength: 12 });

describe('a JSON text', () => {
  test('is what JSON.parse makes of it, however it is cut', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 6 }), cuts, fc.constantFrom(0, 1, 2), (text, at, indent) => {
        const written = JSON.stringify(JSON.parse(text), null, indent);
        const { value, fault } = scan(written, at);
        expect(fault).toBeNull();
        expect(plain(value)).toEqual(JSON.parse(written));
      }),
    );
  });

  test('reads escapes of every kind, cut between any two bytes', () => {
    const written = String.raw`{"a\u0062c": "\"\\\/\b\f\n\r\t\u00e9\ud83d\ude00é😀", "": ["\u0000"]}`;
    for (let cut = 0; cut <= encoder.encode(written).length; cut += 1) {
      expect(plain(scan(written, [cut]).value)).toEqual(JSON.parse(written));
    }
  });

  test('keeps the digits of a number', () => {
    expect(scan('[36.505, 1E+2, -0.10, 12345678901234567890]').value).toEqual(
      ['36.505', '1E+2', '-0.10', '12345678901234567890'].map((digits) => new JsonNumber(digits)),
    );
  });

  test('may begin with a byte order mark and may stand alone', () => {
    expect(scan('\uFEFF{}')).toEqual({ value: {}, fault: null });
    expect(scan('\uFEFF{}', [1, 2])).toEqual({ value: {}, fault: null });
    expect(scan('17').value).toEqual(new JsonNumber('17'));
    expect(scan(' "a" \n').value).toBe('a');
  });

  test('may hold what Python writes for a missing number', () => {
    expect(scan('[NaN,-Infinity]').value).toEqual([new JsonNumber('NaN'), new JsonNumber('-Infinity')]);
  });
});

describe('a fault', () => {
  test('is found where JSON.parse finds one, or not at all where the scanner is more generous', () => {
    const spoilt = fc
      .tuple(
        fc.json({ maxDepth: 4 }),
        fc.nat(200),
        fc.constantFrom('', ',', '"', '}', ']', '{', ':', '0', 'x', '\\'),
      )
      .map(([text, at, sign]) => `${text.slice(0, at)}${sign}${text.slice(at + 1)}`);
    fc.assert(
      fc.property(spoilt, cuts, (text, at) => {
        let parsed: unknown;
        let parses = true;
        try {
          parsed = JSON.parse(text);
        } catch {
          parses = false;
        }
        const { value, fault } = scan(text, at);
        if (parses) expect(plain(value)).toEqual(parsed);
        if (fault !== null) expect(parses).toBe(false);
        expect(scan(text)).toEqual({ value, fault });
      }),
      { numRuns: 2000 },
    );
  });

  test.each([
    ['{"a":1,}', 7, 1, 'Found “}” where a key should be.'],
    ['{"a":1\n "b":2}', 8, 2, 'Found “"” where a comma or the end of the value around it should be.'],
    ['[1,2', 4, 1, 'The file ends before its JSON does.'],
    ['{"a', 3, 1, 'The file ends before its JSON does.'],
    ['[1]]', 3, 1, 'Found “]” where nothing more should be.'],
    ['[01]', 1, 1, '“01” is no JSON value.'],
    ['[\n\nundefined]', 3, 3, '“undefined” is no JSON value.'],
    ['{"a" 1}', 5, 1, 'Found “1” where “:” should be.'],
    ['{]', 1, 1, 'Found “]” where a key or “}” should be.'],
    ['', 0, 1, 'The file is empty.'],
  ])('%j is named with its place', (text, offset, line, message) => {
    expect(scan(text).fault).toEqual({ offset, line, message });
  });

  test('is UTF-16, in words', () => {
    const message = 'This JSON is in UTF-16 or UTF-32. Save it as UTF-8.';
    expect(scan(Uint8Array.of(0xff, 0xfe, 0x7b, 0)).fault?.message).toBe(message);
    expect(scan(Uint8Array.of(0xfe, 0xff, 0, 0x7b)).fault?.message).toBe(message);
    expect(scan(Uint8Array.of(0x7b, 0, 0x22, 0)).fault?.message).toBe(message);
  });

  test('is nesting and text without bound', () => {
    expect(scan('['.repeat(257)).fault?.message).toBe('Values are nested more than 256 deep.');
    expect(scan(`["${'x'.repeat(1 << 20)}"]`).fault).toBeNull();
    const tooLong = 'A text is longer than 1,048,576 bytes.';
    expect(scan(`["${'x'.repeat((1 << 20) + 1)}"]`).fault?.message).toBe(tooLong);
    expect(scan(`["${'x'.repeat((1 << 20) + 1)}"]`, [1000]).fault?.message).toBe(tooLong);
    expect(scan('1'.repeat((1 << 20) + 1)).fault?.message).toBe(tooLong);
  });
});

describe('what is passed over', () => {
  /** The keys `b`, and every second array, are not looked into. */
  function scanPassing(text: string, at: readonly number[]): readonly string[] {
    const told: string[] = [];
    let arrays = 0;
    const scanner = new JsonScanner(['a', 'b'], {
      key: (index) => {
        told.push(`key ${index}`);
        return index !== 1;
      },
      openObject: () => told.push('{') > 0,
      closeObject: () => void told.push('}'),
      openArray: () => {
        told.push('[');
        arrays += 1;
        return arrays % 2 === 1;
      },
      closeArray: () => void told.push(']'),
      string: (value) => void told.push(value.text()),
      number: (value) => void told.push(value.text()),
      literal: (value) => void told.push(String(value)),
    });
    for (const piece of piecesOf(encoder.encode(text), at)) scanner.write(piece);
    expect(scanner.end()).toBeNull();
    return [...told, `line ${scanner.line}`];
  }

  const text =
    '{"a":1,"b":{"x":["]}\\"",\n{"b":[]}]},"c":"b","b":"\\\\","b":-1.5e3,"b":[[\n]],"b":null,\n"a":[["\\"]",[1]],2]}\n';

  test('is silent, but its end and its lines count', () => {
    const told = ['{', 'key 0', '1', 'key 1', 'key -1', 'b', 'key 1', 'key 1', 'key 1', 'key 1'];
    const rest = ['key 0', '[', '[', ']', '2', ']', '}', 'line 5'];
    expect(scanPassing(text, [])).toEqual([...told, ...rest]);
  });

  test('is the same however it is cut', () => {
    const whole = scanPassing(text, []);
    for (let cut = 0; cut <= text.length; cut += 1) {
      expect(scanPassing(text, [cut, cut + 1])).toEqual(whole);
    }
  });

  test('may be nested without bound', () => {
    expect(scanPassing(`{"b":${'['.repeat(100_000)}${']'.repeat(100_000)}}`, [])).toHaveLength(4);
  });
});

test('keys are told by their place in the list, escaped or not', () => {
  const told: number[] = [];
  const silent = {
    openArray: () => true,
    closeArray() {},
    closeObject() {},
    string() {},
    number() {},
    literal() {},
  };
  const scanner = new JsonScanner(['npi', 'tin', 'ein'], {
    ...silent,
    openObject: () => true,
    key: (index) => told.push(index) > 0,
  });
  scanner.write(encoder.encode(String.raw`{"tin":1,"npi":2,"ein":3,"\u0074in":4,"other":5,"xin":6,"":7}`));
  expect(scanner.end()).toBeNull();
  expect(told).toEqual([1, 0, 2, 1, -1, -1, -1]);
});
