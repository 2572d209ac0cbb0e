import { expect, test } from 'vitest';
import { guessDelimiter } from '../../src/data/csvDelimiter.ts';

test.each([
  ['the one in the header', ['a;b;c', '1;2;3'], ';'],
  ['tabs', ['a\tb', '1\t2'], '\t'],
  ['the one that most lines share', ['a,b|c|d', '1|2,5|3', '1|2|3,5'], '|'],
  ['of two shared by none the one the header has most of', ['a;b|c|d', '1', '2'], '|'],
  ['of two alike the first of comma, semicolon, tab, bar', ['a|b;c', '1|2;3'], ';'],
  ['none within quotes', ['"a;b;c",d', '"1;2;3",4'], ','],
  ['a comma where the header has none', ['code', '97110;98.25'], ','],
  ['a comma where there is nothing', [], ','],
  ['the header is the first line that is not blank', ['', '  ', 'a;b', '1;2'], ';'],
  ['decimal commas are no separators of the header', ['code;rate', '97110;98,25', '97112;1,50'], ';'],
])('%s', (_, lines, delimiter) => {
  expect(guessDelimiter(lines)).toBe(delimiter);
});
