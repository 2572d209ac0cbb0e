import { expect, test } from 'vitest';
import type { FormatRate, PaidProvider } from '../../../src/data/formats/formatReader.ts';
import { FileRates, type PaidRate } from '../../../src/data/intake/fileRates.ts';

const cells = {
  cents: 3650,
  plan: 0,
  source: 0,
  codeType: 0,
  setting: 0,
  billingClass: 0,
  flags: 0,
  modifier: 0,
  methodology: 0,
};
const rate = (code: string, groups: readonly number[], at: number) => ({ code, groups, at }) as FormatRate;
/** A provider known by its number. */
const payee = (number: number) => ({ name: String(number) }) as unknown as PaidProvider;
const numberOf = ({ name }: PaidProvider) => (name === '99' ? undefined : Number(name));

function settled(rates: FileRates): readonly [unpaid: number, paid: readonly PaidRate[]] {
  const paid: PaidRate[] = [];
  const unpaid = rates.settle((each) => paid.push(each));
  return [unpaid, paid];
}

test('a rate is paid to all providers of its groups, each once, whenever they are told', () => {
  const rates = new FileRates(10);
  rates.group(7, [payee(1), payee(2), payee(1), payee(99)], numberOf);
  rates.rate(rate('97110', [7], 2), cells);
  rates.rate(rate('97112', [7, 500], 3), cells);
  rates.group(500, [payee(2), payee(3)], numberOf);
  expect(rates.length).toBe(2);
  expect(settled(rates)).toEqual([
    0,
    [
      { code: '97110', cells, providers: [1, 2], rows: 1, line: 2 },
      { code: '97112', cells, providers: [1, 2, 3], rows: 1, line: 3 },
    ],
  ]);
});

test('a group may be told in parts', () => {
  const rates = new FileRates(10);
  rates.group(7, [payee(1)], numberOf);
  rates.group(7, [payee(2)], numberOf);
  rates.rate(rate('97110', [7], 2), cells);
  expect(settled(rates)[1].map(({ providers }) => providers)).toEqual([[1, 2]]);
});

test('equal rates of the same groups are one, with the line of the first', () => {
  const rates = new FileRates(10);
  rates.group(1, [payee(1)], numberOf);
  rates.rate(rate('97110', [1], 2), cells);
  rates.rate(rate('97110', [1], 5), cells);
  rates.rate(rate('97110', [1], 6), { ...cells, cents: 3651 });
  rates.rate(rate('97112', [1], 7), cells);
  expect([rates.length, rates.beyond]).toEqual([3, 0]);
  expect(settled(rates)[1].map(({ code, rows, line }) => [code, rows, line])).toEqual([
    ['97110', 2, 2],
    ['97110', 1, 6],
    ['97112', 1, 7],
  ]);
});

test('published rates whose groups nobody tells are counted, and handed to no one', () => {
  const rates = new FileRates(10);
  rates.group(1, [], numberOf);
  rates.group(2, [payee(5)], numberOf);
  rates.rate(rate('97110', [1], 2), cells);
  rates.rate(rate('97110', [1], 3), cells);
  rates.rate(rate('97110', [9], 4), cells);
  rates.rate(rate('97110', [], 5), cells);
  rates.rate(rate('97110', [9, 1], 6), cells);
  rates.rate(rate('97110', [9, 2], 7), cells);
  const [unpaid, paid] = settled(rates);
  expect(unpaid).toBe(5);
  expect(paid.map(({ providers, line }) => [providers, line])).toEqual([[[5], 7]]);
  // What was handed over is not held.
  expect(settled(rates)).toEqual([0, []]);
});

test('what there is no room for is counted: rates past the most, amounts past four bytes', () => {
  const rates = new FileRates(2);
  rates.group(1, [payee(1)], numberOf);
  rates.rate(rate('97110', [1], 2), { ...cells, cents: 2 ** 32 - 1 });
  rates.rate(rate('97110', [1], 3), { ...cells, cents: 2 ** 32 });
  rates.rate(rate('97110', [1], 4), cells);
  expect([rates.length, rates.beyond]).toEqual([2, 1]);
  // Full: even one that is known is not taken.
  rates.rate(rate('97110', [1], 5), cells);
  rates.rate(rate('97112', [1], 6), cells);
  expect([rates.length, rates.beyond]).toEqual([2, 3]);
  expect(settled(rates)[1].map(({ cells: { cents }, rows }) => [cents, rows])).toEqual([
    [2 ** 32 - 1, 1],
    [3650, 1],
  ]);
});
