import { describe, expect, test } from 'vitest';
import { type CheckedGpci, gpciCheckRows, gpciDoubts, gpciRowCount } from '../../src/domain/gpciCheck.ts';
import type { PlaceCode } from '../../src/domain/place.ts';
import { sourceRows } from '../support/cmsFiles.ts';

/** `1.064` is 1064: by way of the binary number, as another reader would do it. */
function thousandths(text: string | undefined): number {
  return Math.round(Number(text) * 1000);
}

/** CMS's own table of a year, as the sources have it. */
function publishedTable(year: number): readonly CheckedGpci[] {
  return sourceRows('gpci-2020-2026.csv')
    .filter((row) => row['year'] === String(year))
    .map((row) => ({
      mac: row['mac'] ?? '',
      locality: row['locality'] ?? '',
      place: row['state'] as PlaceCode,
      workGpci: thousandths(row['work_gpci']),
      peGpci: thousandths(row['pe_gpci']),
      malpracticeGpci: thousandths(row['mp_gpci']),
    }));
}

const noFootnotes = { floorYears: [], assignmentYear: null };
const table2026 = publishedTable(2026);

/** The table of 2026 with one locality changed. */
function changed(key: string, change: Partial<CheckedGpci>): readonly CheckedGpci[] {
  return table2026.map((row) => (`${row.mac}-${row.locality}` === key ? { ...row, ...change } : row));
}

describe('what is known beforehand is what the sources say', () => {
  test('nine check rows and the number of localities of each year', () => {
    expect([...gpciCheckRows.keys()]).toEqual([2020, 2021, 2022, 2023, 2024, 2025, 2026]);
    expect([...gpciRowCount.keys()]).toEqual([...gpciCheckRows.keys()]);
    for (const [year, checks] of gpciCheckRows) {
      const rows = publishedTable(year);
      expect(gpciRowCount.get(year)).toBe(rows.length);
      expect(checks.length).toBe(9);
      for (const [mac, locality, work, pe, mp] of checks) {
        const row = rows.find((each) => each.mac === mac && each.locality === locality);
        expect([row?.workGpci, row?.peGpci, row?.malpracticeGpci]).toEqual([work, pe, mp]);
      }
    }
    // As the sources' README has it for 2026.
    expect(gpciCheckRows.get(2026)).toContainEqual(['13202', '01', 1064, 1162, 1586]);
  });

  test.each([...gpciRowCount.keys()])('nothing is doubted in the table of %i', (year) => {
    expect(gpciDoubts(publishedTable(year), year, { floorYears: [year], assignmentYear: year })).toEqual([]);
  });
});

describe('what is doubted', () => {
  test('a table short of a line: 108 of 109 localities', () => {
    const [first] = table2026;
    expect(first?.mac).toBe('10112'); // Alabama, no check row
    expect(gpciDoubts(table2026.slice(1), 2026, noFootnotes)).toEqual([
      { key: '', found: '108 localities', message: 'The 2026 table of CMS has 109 localities.' },
    ]);
  });

  test('a table of one locality', () => {
    expect(gpciDoubts(table2026.slice(0, 1), 2026, noFootnotes)[0]?.found).toBe('1 locality');
  });

  test('a check row with another index, to the thousandth', () => {
    // San Francisco in 2026: 1.095 / 1.410 / 0.425.
    expect(gpciDoubts(changed('01112-05', { malpracticeGpci: 426 }), 2026, noFootnotes)).toEqual([
      {
        key: '01112-05',
        found: '1.095 / 1.410 / 0.426',
        message: 'The 2026 table of CMS has 1.095 / 1.410 / 0.425 (work, PE, MP) for 01112-05.',
      },
    ]);
  });

  test('a check row that is not there, in a table that has another line instead', () => {
    expect(gpciDoubts(changed('13202-01', { locality: '77' }), 2026, noFootnotes)).toEqual([
      {
        key: '13202-01',
        found: 'no line',
        message: 'The 2026 table of CMS has 1.064 / 1.162 / 1.586 (work, PE, MP) for 13202-01.',
      },
    ]);
  });

  test('the table of a year passed off as that of the next: 1.088 for 1.095 in San Francisco', () => {
    const doubts = gpciDoubts(publishedTable(2025), 2026, noFootnotes);
    expect(doubts.map(({ key }) => key)).toEqual([
      '13202-01',
      '12202-01',
      '14212-01',
      '06102-16',
      '01182-18',
      '01112-05',
      '02402-02',
      '04412-18',
      '02102-01',
    ]);
    expect(doubts[5]?.found).toBe('1.088 / 1.419 / 0.445');
  });
});

describe('the floors that law sets hold in any year, and without one', () => {
  const row = { mac: '00001', locality: '01', workGpci: 1000, peGpci: 1000, malpracticeGpci: 1000 };

  test('1.500 for work in Alaska, no more and no less', () => {
    const message = 'The work index of Alaska is 1.500 by law.';
    for (const [workGpci, found] of [
      [1499, '1.499'],
      [1501, '1.501'],
    ] as const)
      expect(gpciDoubts([{ ...row, place: 'AK', workGpci }], null, noFootnotes)).toEqual([
        { key: '00001-01', found, message },
      ]);
    expect(gpciDoubts([{ ...row, place: 'AK', workGpci: 1500 }], null, noFootnotes)).toEqual([]);
    expect(gpciDoubts([{ ...row, place: 'HI', workGpci: 1499 }], null, noFootnotes)).toEqual([]);
  });

  test.each(['MT', 'ND', 'NV', 'SD', 'WY'] as const)('at least 1.000 for practice expense in %s', (place) => {
    expect(gpciDoubts([{ ...row, place, peGpci: 999 }], null, noFootnotes)).toEqual([
      {
        key: '00001-01',
        found: '0.999',
        message: 'The practice expense index of a frontier state is at least 1.000 by law.',
      },
    ]);
    expect(gpciDoubts([{ ...row, place, peGpci: 1000 }], null, noFootnotes)).toEqual([]);
  });

  test('no floor for practice expense elsewhere, no number of lines and no check row without a year', () => {
    expect(gpciDoubts([{ ...row, place: 'AL', peGpci: 869 }], null, noFootnotes)).toEqual([]);
    expect(gpciDoubts([{ ...row, place: 'AL', peGpci: 869 }], 2019, noFootnotes)).toEqual([]);
  });
});

describe('footnotes', () => {
  test('a floor is extended into the year of the table or the next', () => {
    const extended = (...floorYears: number[]) =>
      gpciDoubts(table2026, 2026, { floorYears, assignmentYear: null });
    expect(extended(2026, 2027)).toEqual([]);
    expect(extended(2025, 2026, 2028)).toEqual([
      {
        key: '',
        found: '2025',
        message: 'The floor of a 2026 table cannot have been extended into 2025.',
      },
      {
        key: '',
        found: '2028',
        message: 'The floor of a 2026 table cannot have been extended into 2028.',
      },
    ]);
  });

  test('contractors are assigned before a year ends, not after', () => {
    const assigned = (assignmentYear: number | null) =>
      gpciDoubts(table2026, 2026, { floorYears: [], assignmentYear });
    for (const year of [null, 2020, 2025, 2026]) expect(assigned(year)).toEqual([]);
    expect(assigned(2027)).toEqual([
      { key: '', found: '2027', message: 'The MAC assignments of a 2026 table cannot be of 2027.' },
    ]);
  });

  test('say nothing against a table without a year', () => {
    expect(gpciDoubts([], null, { floorYears: [1999], assignmentYear: 2099 })).toEqual([]);
  });
});
