import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { openFile } from '../../src/data/openFile.ts';
import type { OwnReading } from '../../src/data/ownRates.ts';
import { readOwnRatesFile, readUnfoldedRates } from '../../src/data/ownRatesFile.ts';
import { shippedAliases } from '../support/releaseData.ts';

const reading: OwnReading = { deleted: new Map(), aliases: shippedAliases() };
const bytesOf = (csv: string) => new TextEncoder().encode(csv);
const read = (csv: string, more: Partial<OwnReading> = {}) =>
  readOwnRatesFile(bytesOf(csv), 'mine.csv', { ...reading, ...more });

/** The rates of a contract, one text each. */
async function contractOf(csv: string): Promise<readonly string[]> {
  const { contract } = await read(csv);
  return (contract?.lines ?? []).map(({ line, code, payer, place, units, terms }) =>
    [line, code, payer, place, units, terms.kind === 'dollars' ? terms.amount : terms.kind].join(' '),
  );
}

describe('a contract with a column for each payer', () => {
  const matrix = [
    'CPT Code,Description,State,Aetna,Cigna PPO,Local Plan,Medicare 2026,Units',
    '97110,Exercise,TX,36.50,40,31,30.1,500',
    '97140,Manual therapy,TX,,,,28,20',
    '97530,Activities,CA,n/a,"1,041.25",39,33,2',
  ].join('\n');

  test('has a rate for each amount; Medicare is no payer, and units are nobody’s', async () => {
    expect(await contractOf(matrix)).toEqual([
      '2 97110 Aetna TX  3650',
      '2 97110 Cigna PPO TX  4000',
      '2 97110 Local Plan TX  3100',
      '4 97530 Cigna PPO CA  104125',
      '4 97530 Local Plan CA  3900',
    ]);
    const { notes } = await read(matrix);
    expect(notes).toContain(
      'Read as a line for each code and a column for each payer: Aetna, Cigna PPO and Local Plan.',
    );
    expect(notes).toContain('Units is not read: it does not say whose they are.');
    expect(notes).toContain('Columns not used: Description, Medicare 2026.');
  });

  test('counts each amount, and a line without one', async () => {
    const { rowsPresent, rowsRead, rowsLeftOut, problems } = await read(matrix);
    // Three amounts, a line with none, and three cells of which one says there is none.
    expect([rowsPresent, rowsRead, rowsLeftOut]).toEqual([3 + 1 + 3, 3 + 2, 2]);
    expect(problems.map(({ line, column, found }) => [line, column, found])).toEqual([
      [3, 'Rate', ''],
      [4, 'Rate', 'n/a'],
    ]);
  });

  test('is the same when it is too large for the memory', async () => {
    const streamed = await openFile(new Blob([matrix]), 'mine.csv', undefined, 0);
    expect('pass' in streamed).toBe(true);
    expect(await readUnfoldedRates(streamed, 'mine.csv', reading)).toEqual(await read(matrix));
  });

  test('is what it says with a payer in each line', async () => {
    const payers = ['Aetna', 'Cigna', 'Humana', 'UnitedHealthcare'];
    const cents = fc.option(fc.integer({ min: 100, max: 99_999 }), { nil: null });
    const line = fc.record({
      code: fc.constantFrom('97110', '97140', '97530'),
      paid: fc.tuple(cents, cents, cents, cents),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(line, { minLength: 1, maxLength: 8 }), async (lines) => {
        // Whether amounts stand below a heading is seen in the first lines only.
        const first = { code: '97112', paid: [4000, 4100, 4200, 4300] };
        const all = [first, ...lines.filter(({ paid }) => paid.some((each) => each !== null))];
        const dollars = (each: number | null) => (each === null ? '' : (each / 100).toFixed(2));
        const wide = all.map(({ code, paid }) => [code, ...paid.map(dollars)].join(';'));
        const tall = all.flatMap(({ code, paid }) =>
          paid.flatMap((each, at) => (each === null ? [] : [[code, payers[at], dollars(each)].join()])),
        );
        const withoutLines = (rates: readonly string[]) => rates.map((rate) => rate.replace(/^\d+ /, ''));
        expect(
          withoutLines(await contractOf(['code', ...payers].join(';').concat('\n', wide.join('\n')))),
        ).toEqual(withoutLines(await contractOf(['code,payer,rate', ...tall].join('\n'))));
      }),
      { numRuns: 40 },
    );
  });

  test('whose columns were set by hand is read so', async () => {
    const chosen = {
      fields: { code: 'CPT Code', payer: 'Description', rate: 'Aetna' },
      lines: 'rates',
    } as const;
    const { contract } = await read(matrix, { chosen });
    expect(contract?.lines.map(({ payer }) => payer)).toEqual(['Exercise']);

    const again = { fields: { code: 'CPT Code', payer: 'Payer', rate: 'Rate' }, lines: 'rates' } as const;
    const { contract: unfolded, table } = await read(matrix, { chosen: again });
    expect(unfolded?.lines.map(({ payer }) => payer)).toHaveLength(5);
    expect(table?.source).toBe('chosen');
  });
});

test.each([
  ['one company only', 'code,Aetna,Local Plan\n97110,36.50,31\n'],
  ['words below the companies', 'code,Aetna,Cigna\n97110,yes,no\n97140,yes,yes\n'],
  ['no companies', 'code,Base,Step\n97110,36.50,31\n'],
])('a table of %s is refused, and told what it needs', async (_, csv) => {
  const { contract, problems, table } = await read(csv);
  expect(contract).toBeNull();
  expect(table?.missing).toEqual(['payer', 'rate']);
  expect(problems[0]?.message).toBe(
    'No column for payer and rate. The header needs code, payer and rate; or code and a column for each payer, two of them companies by name.',
  );
});
