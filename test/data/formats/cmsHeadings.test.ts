import { describe, expect, test } from 'vitest';
import { gpciColumns } from '../../../src/data/formats/gpciColumns.ts';
import { layoutOfHeading, pprrvuColumns } from '../../../src/data/formats/pprrvuColumns.ts';
import { noTitle, readTitle } from '../../../src/data/formats/pprrvuRelease.ts';

/** Headings that only look like one, each followed by the one meant. */
function amongOthers(headings: readonly (readonly [meant: string, ...others: readonly string[]])[]) {
  const names: string[] = [];
  const places: number[] = [];
  for (const [meant, ...others] of headings) {
    names.push(...others);
    places.push(names.push(meant) - 1);
  }
  return { names, places };
}

describe('columns of the cost index table', () => {
  test('are none of those that only look like them', () => {
    const { names, places } = amongOthers([
      ['MAC', 'MACRO', 'XMAC'],
      ['State', 'Our State', 'States'],
      ['Locality Number', 'Locality Note', 'Fee Locality', 'Localities', 'Locality Notes'],
      ['Locality Name', 'Locality', 'Name'],
      ['PW GPCI', 'XPW GPCI', 'PWX GPCI', 'PW', 'PXW GPCI', 'WORKS GPCI'],
      ['PE GPCI', 'XPE GPCI', 'PEX GPCI', 'PE', 'Practice', 'Expense'],
      ['MP GPCI', 'XMP GPCI', 'MPX GPCI', 'MP', 'XPLI GPCI', 'PLIX GPCI', 'Mal practice'],
    ]);
    const [mac, state, locality, name, work, pe, malpractice] = places;
    expect(gpciColumns(names, 2026)).toEqual({
      mac,
      state,
      locality,
      name,
      work,
      pe,
      malpractice,
      workWithoutFloor: null,
      isFloorByValue: false,
      width: names.length,
    });
  });

  const four = ['MAC', 'State', 'Locality', 'Locality Name'];

  test.each([
    ['Locality Number', 'Locality No', 'Locality Code', 'Locality'],
    ['Work GPCI', 'W GPCI', 'PW GPCI', '2026 PW for all GPCI'],
    ['PE GPCI', 'PE for all GPCI', 'Practice Expense', 'the practice expense index'],
    ['MP GPCI', 'PLI GPCI', 'MP for all GPCI', 'PLI for all GPCI', 'Malpractice', 'our malpractice index'],
    ['MAC', 'the MAC number', 'Carrier', 'our contractors'],
  ])('%s may be called %s and otherwise', (...spellings) => {
    const plain = [...four, 'Work GPCI', 'PE GPCI', 'MP GPCI'];
    const at = plain.findIndex((heading) => spellings.includes(heading));
    for (const spelling of spellings)
      expect(gpciColumns(plain.with(at, spelling), 2026), spelling).toEqual(gpciColumns(plain, 2026));
  });

  test('are of the year asked for, where they name one', () => {
    const work = (...headings: readonly string[]) =>
      gpciColumns([...four, 'PE GPCI', 'MP GPCI', ...headings], 2026)?.work;
    expect(work('2025 PW GPCI', '2026 PW GPCI')).toBe(7);
    expect(work('20255 PW GPCI', '2026 PW GPCI')).toBe(6);
    expect(work('PW GPCI 12025', '2026 PW GPCI')).toBe(6);
    expect(work('1925 PW GPCI', '2026 PW GPCI')).toBe(6);
    expect(work('2025 PW GPCI')).toBeUndefined();
  });

  test('of the work index without the floor is one that says so, of this year', () => {
    const of = (...headings: readonly string[]) => {
      const columns = gpciColumns([...four, 'PE GPCI', 'MP GPCI', ...headings], 2026);
      return columns && [columns.work, columns.workWithoutFloor, columns.isFloorByValue, columns.width];
    };
    expect(of('PW GPCI', 'PW GPCI without floor')).toEqual([6, 7, false, 8]);
    expect(of('PW GPCI without floor', 'PW GPCI')).toEqual([7, 6, false, 8]);
    expect(of('PW GPCI', '2025 PW GPCI without floor')).toEqual([6, null, false, 7]);
    expect(of('PW GPCI', 'x', 'PW GPCI')).toEqual([6, 8, true, 9]);
    expect(of('PW GPCI', '2025 PW GPCI')).toEqual([6, null, false, 7]);
  });
});

test('columns of the relative value file are none of those that only look like them', () => {
  const { names, places } = amongOthers([
    ['HCPCS', 'XHCPCS', 'HCPCSX'],
    ['MOD', 'XMOD', 'MODX'],
    ['STATUS CODE', 'STATUS CODES', 'XCODE', 'OUR CODE', 'STATUSCODE'],
    ['WORK RVU', 'PE RVU', 'RVUS', 'XRVU'],
    ['NON-FAC PE RVU', 'PE RVUS', 'MP RVU'],
    ['NON-FAC NA INDICATOR', 'INDICATORS'],
    ['FACILITY PE RVU', 'PERVU', 'RVU'],
    ['FACILITY NA INDICATOR', 'INDICATOR X'],
    ['MP RVU', 'PE RVU', 'MP RVU USED'],
    ['NON-FACILITY TOTAL', 'TOTALS'],
    ['FACILITY TOTAL', 'TOTAL X'],
    ['PCTC IND', 'PCTCIND', 'INDS', 'XIND'],
    ['GLOB DAYS', 'DAYS X'],
    ['MULT PROC', 'PROCS'],
    ['CONV FACTOR', 'FACTORS'],
  ]);
  expect(layoutOfHeading(names)).toEqual({
    columns: Object.fromEntries(pprrvuColumns.map((column, at) => [column, places[at]])),
    width: names.length,
  });
  // The last words alone, as the last line of the headings has them.
  const last = [
    'HCPCS',
    'MOD',
    'CODE',
    'RVU',
    'PE RVU',
    'INDICATOR',
    'PE RVU',
    'INDICATOR',
    'RVU',
    'TOTAL',
    'TOTAL',
    'IND',
    'DAYS',
    'PROC',
    'FACTOR',
  ];
  expect(layoutOfHeading(last)?.columns.factor).toBe(14);
});

describe('a title', () => {
  const title = (text: string) => readTitle(noTitle, text);
  const words = 'FEE SCHEDULE RELATIVE VALUE FILE';

  test.each([
    [`${words} 12026`, {}],
    [`${words} 20261`, {}],
    [`${words} 1926`, {}],
    [`${words} 2026 2025`, { year: 2026 }],
    [`${words} XJULY RELEASE`, {}],
    [`${words} JULY  RELEASE`, {}],
    [`${words} JULY NEW RELEASE`, {}],
    [`${words} JULY UPDATE RELEASE`, { letter: 'C' }],
    [`${words} QPPS`, {}],
    [`${words} XQP`, {}],
    [`${words} XNONQP`, {}],
    [`${words} NON QP`, { participation: 'nonQP' }],
    [`${words} NON  QP`, { participation: 'QP' }],
    ['RELEASED 1/2/2026', { released: '2026-01-02' }],
    ['RELEASED:  01/02/2026', { released: '2026-01-02' }],
    ['UNRELEASED 1/2/2026', {}],
    ['RELEASED1/2/2026', {}],
    ['RELEASED 1/2/20261', {}],
    ['RELEASED 1/2/1926', {}],
    ['RELEASED 123/1/2026', {}],
    ['RELEASED 1/123/2026', {}],
    ['RELEASED ON 1/2/2026', {}],
  ])('%s', (text, said) => {
    expect(title(text)).toEqual({ ...noTitle, ...said });
  });
});
