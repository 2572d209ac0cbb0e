import { describe, expect, test } from 'vitest';
import { nameWords } from '../../src/domain/nameWords.ts';
import type { PayerAlias } from '../../src/domain/payerAlias.ts';
import { phraseFinder } from '../../src/domain/phraseFinder.ts';

function alias(words: string, match: PayerAlias['match'] = 'anywhere'): PayerAlias {
  return { kind: 'brand', words, match, means: words, line: '' } as PayerAlias;
}

/** The phrases found in a name as `words from–to`, with slips forgiven or not. */
function found(
  aliases: readonly PayerAlias[],
  name: string,
  { forgiving = false, known = [] as readonly string[] } = {},
): readonly string[] {
  const find = phraseFinder(aliases, (word) => known.includes(word));
  return find(nameWords(name), forgiving).map(({ alias: { words }, from, to }) => `${words} ${from}–${to}`);
}

describe('a phrase as it stands', () => {
  const blue = [alias('blue cross'), alias('blue'), alias('blue ridge')];

  test('is found wherever its words stand, spaces or not', () => {
    for (const name of ['Blue Cross', 'BlueCross', 'BLUE_CROSS'])
      expect(found(blue, name)[0]).toMatch(/^blue cross 0/);
    expect(found(blue, 'my Blue Cross of Texas')).toEqual(['blue cross 1–3']);
  });

  test('ends where a word ends', () => {
    expect(found(blue, 'blue crossing')).toEqual(['blue 0–1']);
    expect(found([alias('regence')], 'regencehealth')).toEqual([]);
  });

  test('within a longer one at the same place is left out, elsewhere it stays', () => {
    expect(found(blue, 'blue ridge')).toEqual(['blue ridge 0–2']);
    expect(found(blue, 'blue ridge blue')).toEqual(['blue ridge 0–2', 'blue 2–3']);
    // Two of one length may overlap.
    expect(found([alias('one two'), alias('two six')], 'one two six')).toEqual([
      'one two 0–2',
      'two six 1–3',
    ]);
  });

  test('of a start is one only there', () => {
    const united = [alias('united', 'start')];
    expect(found(united, 'United of Omaha')).toEqual(['united 0–1']);
    expect(found(united, 'Omaha United')).toEqual([]);
  });

  test('that runs on begins a longer word', () => {
    const union = [alias('union*')];
    expect(found(union, 'Unionbank')).toEqual(['union* 0–1']);
    expect(found(union, 'my Unionbank')).toEqual(['union* 1–2']);
    expect(found(union, 'Union')).toEqual(['union* 0–1']);
    expect(found(union, 'reunion')).toEqual([]);
    // Written in two, its second word may run on.
    expect(found([alias('blue shi*')], 'blue shield plan')).toEqual(['blue shi* 0–2']);
    expect(found([alias('blue shi*')], 'bluesh ield')).toEqual(['blue shi* 0–2']);
    expect(found(union, 'union bank')).toEqual(['union* 0–1']);
  });

  test('tells how many letters it has', () => {
    const [only] = phraseFinder(blue, () => false)(nameWords('Blue Cross'), false);
    expect(only).toMatchObject({ from: 0, to: 2, length: 9 });
    expect(phraseFinder([], () => false)(nameWords('Blue Cross'), true)).toEqual([]);
  });
});

describe('one slip of the pen', () => {
  const regence = [alias('regencer')];

  test('is forgiven where that is asked for, in a word of eight letters or more', () => {
    expect(found(regence, 'regancer')).toEqual([]);
    expect(found(regence, 'regancer', { forgiving: true })).toEqual(['regencer 0–1']);
    expect(found(regence, 'my regancer plan', { forgiving: true })).toEqual(['regencer 1–2']);
    expect(found([alias('regence')], 'regance', { forgiving: true })).toEqual([]);
  });

  test('not in the first letter, not twice, not in a word that is right as it stands', () => {
    expect(found(regence, 'tegencer', { forgiving: true })).toEqual([]);
    expect(found(regence, 'regancar', { forgiving: true })).toEqual([]);
    expect(found(regence, 'regancer', { forgiving: true, known: ['regancer'] })).toEqual([]);
  });

  test('nor in phrases that must stand alone or first', () => {
    for (const match of ['alone', 'start'] as const)
      expect(found([alias('regencer', match)], 'regancer', { forgiving: true })).toEqual([]);
  });

  test('of several words in one of them, of eight letters or of a common word of five', () => {
    const care = [alias('carefirst network')];
    expect(found(care, 'carefirst network', { forgiving: true })).toEqual(['carefirst network 0–2']);
    expect(found(care, 'carefrst network', { forgiving: true })).toEqual(['carefirst network 0–2']);
    expect(found(care, 'carefrst netwrk', { forgiving: true })).toEqual([]);
    // "network" has seven letters: it is forgiven when five rows use it.
    expect(found(care, 'carefirst netwrk', { forgiving: true })).toEqual([]);
    const often = (times: number) => [
      ...care,
      ...'abcd'
        .slice(0, times)
        .split('')
        .map((letter) => alias(`${letter} network`)),
    ];
    expect(found(often(3), 'carefirst netwrk', { forgiving: true })).toEqual([]);
    expect(found(often(4), 'carefirst netwrk', { forgiving: true })).toEqual(['carefirst network 0–2']);
    expect(found(often(4), 'carefirst netwrk', { forgiving: true, known: ['netwrk'] })).toEqual([]);
  });

  test('five letters are forgiven where five rows use the word', () => {
    const first = (rows: number) => [
      alias('healthful first'),
      ...'abcd'
        .slice(0, rows)
        .split('')
        .map((letter) => alias(`${letter} first`)),
    ];
    expect(found(first(4), 'healthful firts', { forgiving: true })).toEqual(['healthful first 0–2']);
    expect(found(first(3), 'healthful firts', { forgiving: true })).toEqual([]);
  });

  test('four letters are never forgiven, however common', () => {
    const plans = [alias('healthful plan'), ...'abcdef'.split('').map((letter) => alias(`${letter} plan`))];
    expect(found(plans, 'healthful plam', { forgiving: true })).toEqual([]);
  });

  test('written together, in the beginning of a word that runs on', () => {
    const running = [alias('regencer*')];
    // One letter wrong, one missing and one too many before the word goes on.
    for (const name of ['regancerhealth', 'regncerhealth', 'regeencerhealth'])
      expect(found(running, name, { forgiving: true })).toEqual(['regencer* 0–1']);
    expect(found(regence, 'regancerhealth', { forgiving: true })).toEqual([]);
    expect(found(running, 'regancerhealth', { forgiving: true, known: ['regancerhealth'] })).toEqual([]);
  });

  test('in several words written together that run on', () => {
    const running = [alias('blue medicare*')];
    expect(found(running, 'bluemedecareplus', { forgiving: true })).toEqual(['blue medicare* 0–1']);
    expect(found(running, 'bluemedecarplus', { forgiving: true })).toEqual([]);
    // A slip and one letter more are two slips; a word runs on by two letters or more.
    expect(found(running, 'bluemedecarex', { forgiving: true })).toEqual([]);
    expect(found(running, 'bluemedecarexy', { forgiving: true })).toEqual(['blue medicare* 0–1']);
    expect(found(running, 'bluemedecarexy', { forgiving: true, known: ['bluemedecarexy'] })).toEqual([]);
    // Only the last word runs on.
    expect(found([alias('medicare blue*')], 'medecareplus blue', { forgiving: true })).toEqual([]);
  });

  test('in the last of several words that run on', () => {
    const running = [alias('blue medicare*')];
    // One letter wrong, missing, too many; two are missing.
    for (const name of ['blue medecareplus', 'blue medicreplus', 'blue mediccareplus'])
      expect(found(running, name, { forgiving: true })).toEqual(['blue medicare* 0–2']);
    expect(found(running, 'blue medicrplus', { forgiving: true })).toEqual([]);
    expect(found([alias('medicare* blue')], 'medecareplus blue', { forgiving: true })).toEqual([]);
  });
});
