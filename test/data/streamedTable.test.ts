import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { openFile } from '../../src/data/openFile.ts';
import { type OwnRates, readStreamedRates } from '../../src/data/ownRates.ts';
import { readOwnRatesFile } from '../../src/data/ownRatesFile.ts';
import { readStreamedVolumes } from '../../src/data/ownVolumes.ts';
import { shippedAliases } from '../support/releaseData.ts';

const reading = { deleted: new Map([['97001', ['97161']]]), aliases: shippedAliases() };

/** As a file that is too large for the memory. */
async function streamed(bytes: Uint8Array, name: string, seen: number[] = []): Promise<OwnRates> {
  const table = await openFile(new Blob([bytes as Uint8Array<ArrayBuffer>]), name, undefined, 0);
  return readStreamedRates(table, name, reading, (fraction) => seen.push(fraction));
}

const encode = (text: string) => new TextEncoder().encode(text);

describe('a file read piece by piece says what it says in memory', () => {
  const folder = new URL('../fixtures/bad-files/', import.meta.url);
  test.each(readdirSync(folder).filter((name) => name.endsWith('.csv')))('%s', async (name) => {
    const bytes = new Uint8Array(readFileSync(new URL(name, folder)));
    expect(await streamed(bytes, name)).toEqual(await readOwnRatesFile(bytes, name, reading));
  });

  test('a contract of many pieces, by pieces of a table', async () => {
    const lines = Array.from(
      { length: 120_000 },
      (_, i) =>
        `9711${i % 3},"Payer ${i % 7}, PPO",${i % 50 === 0 ? 'n/a' : `${20 + (i % 90)}.${i % 10}5`},TX,${i}`,
    );
    const bytes = encode(`CPT Code,Payer,Rate,State,Id\r\n${lines.join('\r\n')}`);
    expect(bytes.length).toBeGreaterThan(4_000_000);
    const seen: number[] = [];
    const rates = await streamed(bytes, 'large.csv', seen);
    expect(rates).toEqual(await readOwnRatesFile(bytes, 'large.csv', reading));
    expect([rates.rowsPresent, rates.rowsRead, rates.rowsLeftOut]).toEqual([120_000, 117_600, 2400]);
    expect(seen.at(-1)).toBe(1);
    expect(seen).toEqual(seen.toSorted((a, b) => a - b));
  });

  test('whatever the file', async () => {
    const cell = fc.constantFrom(
      '97110',
      'Aetna',
      '36.50',
      '36,50',
      '',
      '"',
      '""',
      ' ',
      'é',
      '\0',
      'code',
      '"a\nb"',
    );
    const row = fc.array(cell, { maxLength: 5 }).map((cells) => cells.join(','));
    await fc.assert(
      fc.asyncProperty(fc.array(row, { maxLength: 40 }), async (rows) => {
        const bytes = encode(['code,payer,rate', ...rows].join('\n'));
        expect(await streamed(bytes, 'a.csv')).toEqual(await readOwnRatesFile(bytes, 'a.csv', reading));
      }),
    );
  });

  test('problems past ten thousand are counted', async () => {
    const bytes = encode(
      `code,payer,rate\n${'97110,Aetna\n'.repeat(10_500)}${'97110,Aetna,x\n'.repeat(10_500)}`,
    );
    const rates = await streamed(bytes, 'a.csv');
    expect(rates).toEqual(await readOwnRatesFile(bytes, 'a.csv', reading));
    expect([rates.problems.length, rates.rowsLeftOut]).toEqual([10_000, 21_000]);
    expect(rates.notes).toContain('11,000 more problems are not listed; lines left out are all counted.');
  });

  test('volumes, too', async () => {
    const blob = new Blob(['code,units\n97110,12\n97112,x\n']);
    const volumes = await readStreamedVolumes(await openFile(blob, 'v.csv', undefined, 0), 'v.csv', reading);
    expect(volumes.lines.map(({ code, units }) => [code, units])).toEqual([['97110', 12]]);
    expect(volumes.problems.map(({ line }) => line)).toEqual([3]);
  });
});

describe('separators and encodings', () => {
  const texts = [
    ['comma', 'code,payer,rate\n97110,Caisse d’Été,36.50\n'],
    ['semicolon and decimal comma', 'code;payer;rate\n97110;Caisse d’Été;36,50\n'],
    ['tab', 'code\tpayer\trate\n97110\tCaisse d’Été\t36.50\n'],
    ['bar', 'code|payer|rate\n97110|Caisse d’Été|36.50\n'],
  ] as const;
  const utf16 = (text: string, isLittle: boolean) =>
    Uint8Array.from(
      Array.from(text).flatMap((character) => {
        const unit = character.charCodeAt(0);
        return isLittle ? [unit & 255, unit >> 8] : [unit >> 8, unit & 255];
      }),
    );
  const encodings = [
    ['UTF-8', encode],
    ['UTF-8 with a mark', (text: string) => encode(`\uFEFF${text}`)],
    ['UTF-16 LE with a mark', (text: string) => utf16(`\uFEFF${text}`, true)],
    ['UTF-16 BE with a mark', (text: string) => utf16(`\uFEFF${text}`, false)],
    ['UTF-16 LE', (text: string) => utf16(text, true)],
    ['UTF-16 BE', (text: string) => utf16(text, false)],
    [
      'Windows-1252',
      (text: string) => Uint8Array.from(Array.from(text), (c) => (c === '’' ? 0x92 : c.charCodeAt(0))),
    ],
  ] as const;
  test.each(
    texts.flatMap(([words, text]) => encodings.map(([name, write]) => [words, name, write(text)] as const)),
  )('%s in %s', async (_words, _name, bytes) => {
    const inMemory = await readOwnRatesFile(bytes, 'a.csv', reading);
    const table = inMemory.tables.get('97110');
    expect([table?.cents[0], table?.plans[0]?.payerRaw]).toEqual([3650, 'Caisse d’Été']);
    expect(inMemory.problems).toEqual([]);
    expect(await streamed(bytes, 'a.csv')).toEqual(inMemory);
  });
});
