import { describe, expect, test } from 'vitest';
import { readOwnRates } from '../../src/data/ownRates.ts';
import { readRelease } from '../../src/data/readRelease.ts';
import { methodologyGroup } from '../../src/domain/methodology.ts';
import { payerReader } from '../../src/domain/payerReader.ts';
import { findPlace } from '../../src/domain/place.ts';
import { formatAddress, parseAddress } from '../../src/share/address.ts';
import { shippedAliases } from '../support/releaseData.ts';

/** Words every object answers to, or that change what it inherits: in a file or a link they are words like any other. */
const words = ['__proto__', 'constructor', 'prototype', 'toString', 'valueOf', 'hasOwnProperty'];

describe.each(words)('%s', (word) => {
  test('as a methodology has no group of its own', () => {
    expect(methodologyGroup(word)).toBe('other');
  });

  test('as a payer is a payer nobody knows, as a place none', () => {
    const read = payerReader(shippedAliases()).read(word, word, undefined);
    expect(read.payer).toBe('other');
    expect(findPlace(word)).toBeUndefined();
  });

  test('in every cell of an own file is read as text or named as what cannot be used', () => {
    const header = 'code,payer,rate,plan,provider,methodology,state';
    const text = `${header}\n97110,${word},31.50,${word},${word},${word},\n${word},${word},${word},,,,${word}\n`;
    const read = readOwnRates(text, `${word}.csv`, new Map(), shippedAliases());
    expect([read.rowsPresent, read.rowsRead, read.rowsLeftOut]).toEqual([2, 1, 1]);
    const table = read.tables.get('97110');
    expect(table?.plans[0]?.payerRaw).toBe(word);
    expect(table?.providers[0]?.name).toBe(word);
    expect(table?.methodologies[1]).toBe(word.toLowerCase());
    expect([...read.tables.keys()]).toEqual(['97110']);
  });

  test('as a heading is a column like any other', () => {
    const read = readOwnRates(
      `${word},code,payer,rate\nx,97110,Aetna,31.50\n`,
      'a.csv',
      new Map(),
      shippedAliases(),
    );
    expect(read.rowsRead).toBe(1);
    expect(read.table?.header[0]).toBe(word);
  });

  test('as a part of an address is named as unread, and nothing else changes', () => {
    const { address, unread } = parseAddress('code/97110/TX/', `${word}=1&site=${word}`);
    expect(formatAddress(address)).toBe('code/97110/TX/');
    expect(unread.map(({ part }) => part)).toEqual(expect.arrayContaining([`site=${word}`]));
  });

  test('as a key of a release’s list is no file', () => {
    const { release, problems } = readRelease(`{"${word}": {"id": "x"}, "files": []}`, 'release.json');
    expect(release).toBeUndefined();
    expect(problems.length).toBeGreaterThan(0);
    expect(Object.keys(Object.prototype)).toEqual([]);
  });
});
