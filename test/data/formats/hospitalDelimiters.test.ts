import { readdirSync, readFileSync } from 'node:fs';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { barredHeadings } from '../../../src/data/formats/barredHeadings.ts';
import { formatStart } from '../../../src/data/formats/formatStart.ts';
import { formatOf } from '../../../src/data/formats/formats.ts';
import { hospitalDelimiter } from '../../../src/data/formats/hospitalDelimiter.ts';
import { readFormat } from '../../support/readFormat.ts';
import { utf16 } from '../../support/utf16.ts';

const fixtures = 'test/fixtures/formats';
const files = ['hpt', 'hpt-real'].flatMap((folder) =>
  readdirSync(`${fixtures}/${folder}`)
    .filter((name) => name.endsWith('.csv') && !name.includes('Template'))
    .map((name) => `${fixtures}/${folder}/${name}`),
);

const rowsOf = (text: string) => Papa.parse<string[]>(text).data;

/** Cells are quoted where the separator is in them, those of the headings too. */
const quoted = (rows: readonly (readonly string[])[], delimiter: string) =>
  Papa.unparse(rows as string[][], { delimiter, newline: '\n' });

/** As a program writes it that joins headings without a look at them. */
function joined(rows: readonly (readonly string[])[]): string {
  return rows
    .map((cells) =>
      cells.some((cell) => /^(code\s*\|\s*1|hospital_name)$/i.test(cell.trim()))
        ? cells.join('|')
        : quoted([cells], '|'),
    )
    .join('\n');
}

describe.each(files)('%s', (file) => {
  const bytes = readFileSync(file);
  const rows = rowsOf(bytes.toString('utf8').replace(/^\uFEFF/, ''));
  const encode = (text: string) => new TextEncoder().encode(text);

  test.each([
    ['semicolons', encode(quoted(rows, ';'))],
    ['tabs', encode(quoted(rows, '\t'))],
    ['bars, headings in quotes', encode(quoted(rows, '|'))],
    ['bars, headings joined as they are', encode(joined(rows))],
    ['commas in UTF-16 LE without a mark', utf16(quoted(rows, ','), true)],
    ['bars in UTF-16 BE without a mark', utf16(quoted(rows, '|'), false)],
  ])('with %s is the same', async (_, other) => {
    const { rates, account, heads, providers } = await readFormat(new Uint8Array(bytes));
    const format = formatOf(formatStart(other));
    const found = await readFormat(other, { format, cuts: [1, 3, 4095, 4097, 5000] });
    expect(rates.length).toBeGreaterThan(0);
    expect(found.rates).toEqual(rates);
    expect(found.heads).toEqual(heads);
    expect(found.providers).toEqual(providers);
    expect(found.account.format).toBe(account.format);
    expect(found.account.leftOut).toEqual(account.leftOut);
  });
});

describe('headings between bars', () => {
  const together = (text: string) => barredHeadings(text.split('|'));

  test('are put together where one has bars of its own', () => {
    expect(together('hospital_name|license_number|TX|version')).toEqual([
      'hospital_name',
      'license_number|TX',
      'version',
    ]);
    expect(together('Description|Code|1|Code | 1 | Type|code|2|setting|standard_charge|gross')).toEqual([
      'Description',
      'Code|1',
      'Code | 1 | Type',
      'code|2',
      'setting',
      'standard_charge|gross',
    ]);
  });

  test('of a wide file have payer and plan, told by the charge before them', () => {
    const wide = [
      'standard_charge|Aetna|All|negotiated_dollar',
      'estimated_amount|Aetna|All',
      'standard_charge|Count|Gross|methodology',
      'estimated_amount|Count|Gross',
      'estimated_amount',
      'description',
    ];
    expect(together(wide.join('|'))).toEqual(wide);
  });

  test('leave other rows as they are', () => {
    const cells = ['Code blue, per day', 'standard_charge', '12', '', 'code', 'x'];
    expect(barredHeadings(cells)).toEqual(cells);
  });
});

test.each([
  ['hospital_name|last_updated_on|version', '|'],
  ['"hospital_name" | "license_number|TX"', '|'],
  ['code|1,code|1|type,description', ','],
  ['code|1;code|1|type;setting', ';'],
  ['code|1\tcode|1|type\tsetting', '\t'],
  ['"code|1"|"code|1|type"|setting', '|'],
  ['Prices of Made Up Hospital', ','],
])('the separator of %j is %j', (line, delimiter) => {
  expect(hospitalDelimiter(line)).toBe(delimiter);
});
