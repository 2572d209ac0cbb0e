import { expect, test } from 'vitest';
import { readAliases } from '../../src/data/readAliases.ts';

const heading = 'kind,words,match,means,line,note';

function read(...lines: readonly string[]) {
  return readAliases([heading, ...lines].join('\n'), 'payer-aliases.csv');
}

test('rows become aliases', () => {
  const { rows, problems } = read('brand,bcbs*,anywhere,BCBS,,', 'line,snp,anywhere,Medicare Advantage,,why');
  expect(problems).toEqual([]);
  expect(rows).toEqual([
    { kind: 'brand', words: 'bcbs*', match: 'anywhere', means: 'BCBS', line: '', note: '' },
    { kind: 'line', words: 'snp', match: 'anywhere', means: 'Medicare Advantage', line: '', note: 'why' },
  ]);
});

test.each([
  ['an unknown kind', 'brnd,aetna,anywhere,Aetna,,', 'kind', 'This is not one of brand, line'],
  ['upper case', 'brand,Aetna,anywhere,Aetna,,', 'words', 'Write words in lower case'],
  ['a star inside', 'brand,aet*na,anywhere,Aetna,,', 'words', 'Write words in lower case'],
  ['a word names are compared without', 'brand,bank of ohio,anywhere,Other,,', 'words', 'Leave out of, and'],
  ['a brand of nobody', 'brand,aetna,anywhere,,,', 'means', 'Say which parent'],
  ['a line that does not exist', 'line,aca,anywhere,Exchanges,,', 'means', 'This is not one of Commercial'],
  ['a meaning of generic words', 'generic,plan,anywhere,Plan,,', 'means', 'Words of this kind mean nothing'],
  ['a line of a line', 'line,aca,anywhere,Commercial,Commercial,', 'line', 'Only a brand has a line'],
  ['an unknown place', 'brand,aetna,end,Aetna,,', 'match', 'This is not one of anywhere, alone, start'],
])('%s is told and left out', (_, line, column, message) => {
  const { rows, problems, leftOut } = read(line, 'brand,humana*,anywhere,Humana,,');
  expect(rows).toHaveLength(1);
  expect(leftOut).toBe(1);
  expect(problems[0]).toMatchObject({ line: 2, column, leftOut: true });
  expect(problems[0]?.message).toContain(message);
});

test('the same words may stand alone and anywhere, but not twice the same way', () => {
  const medicare = 'line,medicare,alone,Medicare (traditional),,';
  expect(read(medicare, 'line,medicare,anywhere,Medicare Advantage,,').problems).toEqual([]);
  expect(read(medicare, medicare).problems[0]?.message).toBe('These words stand in the table already.');
});
