import { describe, expect, test } from 'vitest';
import { JsonScanner } from '../../../src/data/formats/jsonScanner.ts';
import { jsonWalk } from '../../../src/data/formats/jsonWalk.ts';

const bytesOf = (text: string) => new TextEncoder().encode(text);

const shape = {
  file: { keys: { name: 'value', items: 'items', one: 'item', words: 'words' } },
  items: { items: 'item' },
  item: { keys: { name: 'value', words: 'words', lists: 'lists' } },
  lists: { items: 'words' },
  words: { items: 'value' },
} as const;
type Part = keyof typeof shape;
type Key = 'name' | 'items' | 'one' | 'words' | 'lists';

/** What a visitor is told of a document, in its order. */
function walk(
  text: string,
  {
    into = () => true,
    wants,
  }: {
    readonly into?: (part: Part) => boolean;
    readonly wants?: (part: Part, key: Key) => boolean;
  } = {},
): string {
  const told: string[] = [];
  const scanner = jsonWalk<Part, Key>(shape, 'file', {
    enter: (part) => {
      told.push(`<${part}`);
      return into(part);
    },
    leave: (part) => told.push(`${part}>`),
    text: (part, key, found) => told.push(`${part}${key === '' ? '' : `.${key}`}=${found.text()}`),
    ...(wants && { wants }),
  });
  scanner.write(bytesOf(text));
  expect(scanner.end()).toBeNull();
  return told.join(' ');
}

describe('a document of a known shape', () => {
  test.each([
    ['{}', '<file file>'],
    ['{"name":"a"}', '<file file.name=a file>'],
    ['{"name":1.50}', '<file file.name=1.50 file>'],
    ['{"name":null,"name":true,"name":"b"}', '<file file.name=b file>'],
    ['{"items":[]}', '<file <items items> file>'],
    [
      '{"items":[{"name":"a"},{"name":"b"}],"name":"c"}',
      '<file <items <item item.name=a item> <item item.name=b item> items> file.name=c file>',
    ],
    ['{"one":{"name":"a"}}', '<file <item item.name=a item> file>'],
    ['{"words":["a",1,null,"b"]}', '<file <words words=a words=1 words=b words> file>'],
    // One alone counts as a list of one.
    ['{"items":{"name":"a"},"name":"c"}', '<file <items <item item.name=a item> items> file.name=c file>'],
    ['{"words":"a","name":"b"}', '<file words=a file.name=b file>'],
    ['{"words":7}', '<file words=7 file>'],
    // Lists within lists, and behind them what stood open before.
    [
      '{"items":[{"lists":[["a"],["b"]],"name":"c"}]}',
      '<file <items <item <lists <words words=a words> <words words=b words> lists> item.name=c item> items> file>',
    ],
    ['{"items":[{"lists":["a"]}]}', '<file <items <item <lists words=a lists> item> items> file>'],
    // What does not fit, or is not named, is passed over, with all it holds.
    ['{"x":{"name":"a"},"y":["b"],"z":1}', '<file file>'],
    ['{"lists":["a"]}', '<file file>'],
    ['{"name":{"name":"a"},"name":["b"]}', '<file file>'],
    ['{"items":"a","items":1,"items":null}', '<file file>'],
    ['{"one":[{"name":"a"}],"one":"b"}', '<file file>'],
    ['{"words":{"name":"a"}}', '<file file>'],
    ['{"words":[["a"],{"name":"b"},"c"]}', '<file <words words=c words> file>'],
    ['{"items":["a",["b"],{"name":"c"}]}', '<file <items <item item.name=c item> items> file>'],
    ['[{"name":"a"}]', ''],
    ['"a"', ''],
    ['1', ''],
    ['null', ''],
  ])('%s', (text, told) => {
    expect(walk(text)).toBe(told);
  });

  test('a part that nobody wants is entered and left, and not looked into', () => {
    const text = '{"items":[{"name":"a"}],"one":{"name":"b"},"name":"c"}';
    expect(walk(text, { into: (part) => part !== 'item' })).toBe(
      '<file <items <item item> items> <item item> file.name=c file>',
    );
    expect(walk(text, { into: (part) => part !== 'items' })).toBe(
      '<file <items items> <item item.name=b item> file.name=c file>',
    );
    expect(walk(text, { into: () => false })).toBe('<file file>');
  });

  test('a key that is not wanted is passed over, asked by its part', () => {
    const asked: string[] = [];
    const wants = (part: Part, key: Key) => {
      asked.push(`${part}.${key}`);
      return part !== 'file' || key === 'one';
    };
    expect(walk('{"items":[{"name":"a"}],"x":1,"one":{"name":"b"},"name":"c"}', { wants })).toBe(
      '<file <item item.name=b item> file>',
    );
    expect(asked).toEqual(['file.items', 'file.one', 'item.name', 'file.name']);
  });
});

describe('a scanner', () => {
  /** All that is told, cut in two, with the keys `a` and `b` known and what `b` holds passed over. */
  function scan(text: string, cut: number, isLookedInto: (open: string) => boolean = () => true) {
    const told: string[] = [];
    const scanner = new JsonScanner(['a', 'b'], {
      key: (index, key) => {
        told.push(`${index}:${key.text()}`);
        return index !== 1;
      },
      openObject: () => isLookedInto(`${told.push('{')}`),
      openArray: () => isLookedInto(`${told.push('[')}`),
      closeObject: () => void told.push('}'),
      closeArray: () => void told.push(']'),
      string: (found) => void told.push(`"${found.text()}"`),
      number: (found) => void told.push(found.text()),
      literal: (found) => void told.push(String(found)),
    });
    const bytes = bytesOf(text);
    scanner.write(bytes.subarray(0, cut));
    scanner.write(bytes.subarray(cut));
    const { line, fault } = scanner;
    const end = scanner.end();
    return { told: told.join(' '), line, fault: fault ?? end };
  }

  test.each<[string, string, number]>([
    ['{"a":1}', '{ 0:a 1 }', 1],
    ['\uFEFF[]', '[ ]', 1],
    ['{ "a" :\t1 ,\r\n"c":[ true , false,null ] }\n', '{ 0:a 1 -1:c [ true false null ] }', 3],
    ['["x\ny","\\"",""]', '[ "x\ny" """ "" ]', 2],
    ['{"b":"x\\"y","b":1,"b":true,"b":[1,{}],"b":{"a":2},"a":3}', '{ 1:b 1:b 1:b 1:b 1:b 0:a 3 }', 1],
    ['{"b":"\n","b":[\n"\n"],"a":1}', '{ 1:b 1:b 0:a 1 }', 4],
    ['[12345678901234567890,1.5e3,-0]', '[ 12345678901234567890 1.5e3 -0 ]', 1],
    ['12', '12', 1],
    ['true', 'true', 1],
    ['"a"', '"a"', 1],
  ])('tells %j', (text, told, line) => {
    const length = bytesOf(text).length;
    for (let cut = 0; cut <= length; cut += 1) {
      const found = scan(text, cut);
      // A word that stands alone ends with the file.
      expect(found).toEqual({ told, line, fault: null });
    }
  });

  test('says where a fault stands, in whatever piece, and tells nothing behind it', () => {
    for (const [text, offset, line, message, told] of [
      ['[1,\n2,\n]', 7, 3, 'Found “]” where a value should be.', '[ 1 2'],
      ['[1 2]', 3, 1, 'Found “2” where a comma or the end of the value around it should be.', '[ 1'],
      ['{"a" "b"}', 5, 1, 'Found “"” where “:” should be.', '{ 0:a'],
      ['{"a":}', 5, 1, 'Found “}” where a value should be.', '{ 0:a'],
      ['{1}', 1, 1, 'Found “1” where a key or “}” should be.', '{'],
      ['{[', 1, 1, 'Found “[” where a key or “}” should be.', '{'],
      ['[}', 1, 1, 'Found “}” where a value or “]” should be.', '['],
      ['[,', 1, 1, 'Found “,” where a value or “]” should be.', '['],
      ['[:', 1, 1, 'Found “:” where a value or “]” should be.', '['],
      ['{"a":1,1', 7, 1, 'Found “1” where a key should be.', '{ 0:a 1'],
      ['[1]1', 3, 1, 'Found “1” where nothing more should be.', '[ 1 ]'],
      ['[1],', 3, 1, 'Found “,” where nothing more should be.', '[ 1 ]'],
      ['[1]"a"', 3, 1, 'Found “"” where nothing more should be.', '[ 1 ]'],
      ['[1][', 3, 1, 'Found “[” where nothing more should be.', '[ 1 ]'],
      ['\u007F', 0, 1, 'Found byte 127 where a value should be.', ''],
      ['\u0001', 0, 1, 'Found byte 1 where a value should be.', ''],
      ['[\u001F', 1, 1, 'Found byte 31 where a value or “]” should be.', '['],
      ['[é', 1, 1, 'Found byte 195 where a value or “]” should be.', '['],
      ['[1,tru]', 3, 1, '“tru” is no JSON value.', '[ 1'],
      ['{"b":tru}', 5, 1, '“tru” is no JSON value.', '{ 1:b'],
      ['{"b":[1', 7, 1, 'The file ends before its JSON does.', '{ 1:b'],
      [' \n', 2, 2, 'The file ends before its JSON does.', ''],
      ['01', 0, 1, '“01” is no JSON value.', ''],
    ] as const)
      for (let cut = 0; cut <= bytesOf(text).length; cut += 1) {
        const found = scan(text, cut);
        expect([text, cut, found.told, found.fault]).toEqual([text, cut, told, { offset, line, message }]);
      }
  });

  test('goes by what nobody looks into, and tells where it ends', () => {
    for (let cut = 0; cut <= 24; cut += 1) {
      expect(scan('[[1,[2]],{"a":[3]},4]', cut, (open) => open === '1')).toEqual({
        told: '[ [ ] { } 4 ]',
        line: 1,
        fault: null,
      });
      expect(scan('{"a":{"b":1},"a":5}', cut, (open) => open === '1').told).toBe('{ 0:a { } 0:a 5 }');
    }
  });
});
