import { describe, expect, test } from 'vitest';
import { isJsonNumber } from '../../../src/data/formats/isJsonNumber.ts';
import { JsonKeys } from '../../../src/data/formats/jsonKeys.ts';
import { JsonText } from '../../../src/data/formats/jsonText.ts';
import { jsonWord } from '../../../src/data/formats/jsonWord.ts';
import { PassedJson } from '../../../src/data/formats/passedJson.ts';

const bytesOf = (text: string) => new TextEncoder().encode(text);

/** A text within other bytes, as a scanner finds it. */
function textOf(text: string, isEscaped = text.includes('\\')): JsonText {
  const found = new JsonText();
  const bytes = bytesOf(`1"${text}"2`);
  found.set(bytes, 2, bytes.length - 2, isEscaped);
  return found;
}

describe('a number', () => {
  test.each([
    '0',
    '-0',
    '7',
    '10',
    '36.505',
    '-0.10',
    '1e5',
    '1E+9',
    '1e-10',
    '0.0e0',
    '12345678901234567890',
  ])('%s', (text) => {
    expect(isJsonNumber(bytesOf(text), 0, text.length)).toBe(true);
    // Between others too.
    for (const behind of ['9', '.', 'e', 'E', '+', '-'])
      expect(isJsonNumber(bytesOf(`9${text}${behind}`), 1, text.length + 1)).toBe(true);
  });

  test.each([
    '',
    '-',
    '+1',
    '.5',
    '-.5',
    '01',
    '-01',
    '00',
    '1.',
    '1.e5',
    '1e',
    '1e+',
    '1e-',
    '1x',
    '1.5x',
    '1e5x',
    '1e5.5',
    '1 ',
    '1.5.5',
    '--1',
    'e5',
    '1:',
    '1/',
    '1.:',
  ])('is not %j', (text) => {
    expect(isJsonNumber(bytesOf(text), 0, text.length)).toBe(false);
    // Nor when what stands behind it would make it one.
    expect(isJsonNumber(bytesOf(`${text}5`), 0, text.length)).toBe(false);
  });
});

test.each<[string, unknown]>([
  ['true', true],
  ['false', false],
  ['null', null],
  ['NaN', 'number'],
  ['Infinity', 'number'],
  ['-Infinity', 'number'],
  ['-1.5', 'number'],
  ['True', undefined],
  ['nan', undefined],
  ['', undefined],
  ['1x', undefined],
])('the word %s', (word, value) => {
  const bytes = bytesOf(`[${word}]`);
  const text = new JsonText();
  text.set(bytes, 1, bytes.length - 1, false);
  expect(jsonWord(text, bytes, 1, bytes.length - 1)).toBe(value);
});

describe('a text among the bytes', () => {
  test('is read as it is meant, short or long, whatever its signs', () => {
    for (const text of ['', 'a', 'é', '€', 'a'.repeat(24), 'a'.repeat(25), `${'a'.repeat(23)}é`, `\u007F`]) {
      expect(textOf(text).text()).toBe(text);
      expect(textOf(text).length).toBe(bytesOf(text).length);
      expect(textOf(text).copy()).toEqual(bytesOf(text));
    }
    const notUtf8 = new JsonText();
    notUtf8.set(Uint8Array.of(0x61, 0x80, 0x62), 0, 3, false);
    expect(notUtf8.text()).toBe('a\uFFFDb');
  });

  test.each([
    [String.raw`\"\\\/`, '"\\/'],
    [String.raw`\b\f\n\r\t`, '\b\f\n\r\t'],
    [String.raw`\u0041\u00e9\u20AC`, 'Aé€'],
    [String.raw`\ud83d\ude00`, '😀'],
    [String.raw`\x\u12`, 'xu12'],
    [String.raw`\\u0041`, '\\u0041'],
    ['a\\\nb', 'a\nb'],
    [String.raw`\😀`, '😀'],
  ])('%s has its escapes resolved', (raw, text) => {
    expect(textOf(raw).text()).toBe(text);
    expect(textOf(raw).isEscaped).toBe(true);
    // As written it is the same only where nothing is escaped.
    expect(textOf(raw, false).text()).toBe(raw);
  });

  test('tells each of its bytes, and none behind the file', () => {
    const text = textOf('ab');
    expect([0, 1].map((at) => text.byteAt(at))).toEqual([0x61, 0x62]);
    expect(text.byteAt(99)).toBe(-1);
  });

  test('is the bytes between two places where they are as many and the same', () => {
    const other = bytesOf('xabcabd');
    expect(textOf('abc').is(other, 1, 4)).toBe(true);
    for (const [from, to] of [
      [4, 7],
      [0, 3],
      [1, 3],
      [1, 5],
      [2, 5],
    ] as const)
      expect(textOf('abc').is(other, from, to)).toBe(false);
    expect(textOf('bbc').is(other, 1, 4)).toBe(false);
    expect(textOf('').is(other, 3, 3)).toBe(true);
    expect(textOf('abc', true).is(other, 1, 4)).toBe(false);
  });

  test.each([
    ['0', 0],
    ['007', 7],
    ['1790762615', 1_790_762_615],
    ['999999999999999', 999_999_999_999_999],
    ['1000000000000000', -1],
    ['', -1],
    ['-1', -1],
    ['1.0', -1],
    ['1e3', -1],
    [' 1', -1],
    ['1:', -1],
    ['/1', -1],
  ])('%j as a whole number', (text, whole) => {
    expect(textOf(text).wholeNumber()).toBe(whole);
    // The same where a digit is escaped.
    const escaped = text.replace(/\d$/, (digit) => `\\u003${digit}`);
    expect(textOf(escaped).wholeNumber()).toBe(whole);
  });

  test('a whole number that is known need not be read, for this text only', () => {
    const text = textOf('12');
    text.isWhole(7);
    expect(text.wholeNumber()).toBe(7);
    text.set(bytesOf('12'), 0, 2, false);
    expect(text.wholeNumber()).toBe(12);
  });

  test('has the same hash and glance wherever it stands, and another than others have', () => {
    const words = [
      '',
      'a',
      'b',
      'ab',
      'ba',
      'aba',
      'abb',
      'bbb',
      'professional',
      'institutional',
      'GP',
      'GO',
    ];
    for (const word of words) {
      const alone = new JsonText();
      alone.set(bytesOf(word), 0, bytesOf(word).length, false);
      expect([textOf(word).hash(), textOf(word).glance()]).toEqual([alone.hash(), alone.glance()]);
    }
    expect(new Set(words.map((word) => textOf(word).hash())).size).toBe(words.length);
    expect(new Set(words.map((word) => textOf(word).glance())).size).toBe(words.length);
    // FNV-1a, 32 bits: the published value of "foobar".
    expect(textOf('foobar').hash()).toBe(0xbf9cf968);
    expect(textOf('').hash()).toBe(0x811c9dc5);
    expect(textOf('').glance()).toBe(0);
  });
});

test('keys are told by their place, none of the same length for another', () => {
  const keys = new JsonKeys(['npi', 'tin', 'location', 'é']);
  const told = [
    'npi',
    'tin',
    'location',
    'é',
    'tip',
    'np',
    'npii',
    '',
    'locatiom',
    String.raw`\u006epi`,
    String.raw`\u006epo`,
  ];
  expect(told.map((key) => keys.indexOf(textOf(key)))).toEqual([0, 1, 2, 3, -1, -1, -1, -1, -1, 0, -1]);
  expect(new JsonKeys([]).indexOf(textOf(''))).toBe(-1);
});

describe('what nobody looks into', () => {
  /** The place behind it, and the line feeds gone by. */
  const pass = (opened: 'container' | 'string', text: string, from = 0) => {
    const passed = new PassedJson();
    passed.start(opened);
    return [passed.read(bytesOf(text), from), passed.lines];
  };

  test.each<['container' | 'string', string, number, number]>([
    ['container', '}x', 1, 0],
    ['container', ']', 1, 0],
    ['container', '1,[2],{"a":3}]]', 14, 0],
    ['container', '"]}","\\"]","\\\\"]x', 16, 0],
    ['container', '\n"\n"\n}\n', 6, 3],
    ['container', '[', -1, 0],
    ['container', '"]\n', -1, 1],
    ['string', 'a"x', 2, 0],
    ['string', '"', 1, 0],
    ['string', '{[]}\n\\"\\\\"x', 10, 1],
    ['string', 'a', -1, 0],
  ])('of a %s, %j', (opened, text, end, lines) => {
    expect(pass(opened, text)).toEqual([end, lines]);
    expect(pass(opened, `x${text}`, 1)).toEqual([end < 0 ? end : end + 1, lines]);
    // Cut in each place it ends where it did.
    for (let cut = 0; cut <= text.length; cut += 1) {
      const passed = new PassedJson();
      passed.start(opened);
      const first = passed.read(bytesOf(text.slice(0, cut)), 0);
      const linesBefore = passed.lines;
      if (first >= 0) {
        expect([first, linesBefore]).toEqual([end, lines]);
        continue;
      }
      const second = passed.read(bytesOf(text.slice(cut)), 0);
      expect([second < 0 ? second : second + cut, linesBefore + passed.lines]).toEqual([end, lines]);
    }
  });
});
