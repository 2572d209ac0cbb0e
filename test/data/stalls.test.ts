import { describe, expect, test } from 'vitest';
import { readAsEverything } from '../../fuzz/targets/wordsTarget.ts';
import { chargeColumns } from '../../src/data/chargeColumns.ts';
import { formatStart } from '../../src/data/formats/formatStart.ts';
import { formats } from '../../src/data/formats/formats.ts';
import { readCsv } from '../../src/data/readCsv.ts';
import { payerReader } from '../../src/domain/payerReader.ts';

/** Processor time, because the machine may be busy with other things. A pattern that stalls takes seconds to hours. */
function milliseconds(read: () => unknown): number {
  read();
  const before = process.cpuUsage();
  read();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

const units = [
  'a ',
  '1,',
  '1',
  ' ',
  '\t',
  '(',
  '$',
  '.',
  '-',
  '97110',
  'GP',
  '[',
  '1/',
  'x|',
  '\u00a0',
  'é',
  '%',
  '0.',
  'aetna ',
];
const long = units.flatMap((unit) =>
  [unit.repeat(20_000 / unit.length), `x${unit.repeat(20_000 / unit.length)}!`].map(
    (text) => [text] as const,
  ),
);

describe('20,000 characters made to stall a pattern', () => {
  test.each(long)('as a cell of every kind: %.12s', (text) => {
    expect(milliseconds(() => readAsEverything(text))).toBeLessThan(800);
  });

  test.each(long)('below the headings of a hospital’s own table: %.12s', (text) => {
    const read = () =>
      chargeColumns(['code', text, 'gross charge', 'b'], [['97110', text, text, text]], payerReader([]));
    expect(milliseconds(read)).toBeLessThan(200);
  });
});

describe('a first line made to stall what tells the forms apart', () => {
  test.each([
    ['Contractor Locality Fee Schedule Area '],
    ['HCPCS MOD PE RVU '],
    ['hospital_name","'],
    ['{"in_network": [ '],
    ['COUNTIES '],
    ['standard_charge|negotiated_dollar|'],
    ['97110 '],
    ['"'],
    [' '],
    ['\n'],
  ])('%j over and over', (unit) => {
    for (const text of [unit.repeat(60_000 / unit.length), `{${unit.repeat(60_000 / unit.length)}`]) {
      const start = formatStart(new TextEncoder().encode(text));
      expect(milliseconds(() => formats.map((format) => format.isIn(start)))).toBeLessThan(500);
      expect(milliseconds(() => readCsv(text, 'a.csv'))).toBeLessThan(1000);
    }
  });
});
