import { expect, test } from 'vitest';
import { nameWords } from '../../src/domain/nameWords.ts';

test.each<[name: string, words: string]>([
  ['AetnaBetterHealth_MCD [1001]', 'aetna better health mcd'],
  ['CIGNA[1006]PPO', 'cigna ppo'],
  ['Humana (EIN 12-345) Gold (Tin: 5)', 'humana gold'],
  ['Humana (Gold)', 'humana gold'],
  ['BCBSTexas', 'bcbs texas'],
  ['BCBSTx', 'bcbstx'],
  // Fillers come and go.
  ['The Corporation of Health and Life, Inc. LLC Ltd Corp dba Corporation', 'health life'],
  ["Women's Café’s `Plan`", 'womens cafes plan'],
  ['Medi-Cal', 'medicalifornia'],
  ['Medi Cal / medi_cal', 'medicalifornia medicalifornia'],
  ['medical', 'medical'],
  ['  ', ''],
  ['3M & 50+', '3m 50'],
])('%j', (name, words) => {
  expect(nameWords(name).join(' ')).toBe(words);
});

test('of a damaged cell no more than 500 characters are read', () => {
  expect(nameWords(`${'a'.repeat(499)} bc`)).toEqual(['a'.repeat(499)]);
  expect(nameWords(`${'a'.repeat(498)} bc`)).toEqual(['a'.repeat(498), 'b']);
});
