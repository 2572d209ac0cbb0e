import { describe, expect, test } from 'vitest';
import { excerpt } from '../../../src/data/excerpt.ts';
import { problemAt } from '../../support/problemAt.ts';
import {
  rvuCells as cells,
  nonQP,
  factorNote as note,
  readRvuLines as read,
  rvuLine as rvu,
} from '../../support/therapyLines.ts';

const title = '2026 National Physician Fee Schedule Relative Value File July Release';
const heading =
  'HCPCS,MOD,STATUS CODE,WORK RVU,NON-FAC PE RVU,NON-FAC NA INDICATOR,FACILITY PE RVU,FACILITY NA INDICATOR,MP RVU,NON-FACILITY TOTAL,FACILITY TOTAL,PCTC IND,GLOB DAYS,MULT PROC,CONV FACTOR';
const line = (change: Readonly<Record<number, string>> = {}) =>
  cells.map((cell, at) => change[at] ?? cell).join(',');
describe('a table with separators', () => {
  test('has titles above, footnotes and blank rows between and below, and each is no line', async () => {
    const { lines, account } = await read([
      'CPT codes copyright 2025,,',
      title,
      heading.toLowerCase(),
      '',
      line(),
      ',,,,',
      'Source: CMS,,,1',
      '\u001A',
      line({ 0: 'g0283' }),
    ]);
    expect(lines).toEqual([
      { ...rvu, at: 5 },
      { ...rvu, at: 9, code: 'G0283' },
    ]);
    expect(account).toEqual({
      format: 'pprrvu',
      present: 2,
      read: 2,
      leftOut: {},
      problems: [],
      notes: [note('2 lines', 'of RVU26C', nonQP)],
    });
  });

  test('a row of four cells that begins with no code is a line that cannot be used', async () => {
    const { account } = await read([title, heading, line(), 'Source: CMS,1,2,3', 'a code,1,2', '97110']);
    expect(account.problems).toEqual([
      problemAt(4, '', 'Source: CMS,1,2,3', 'The line is cut off.'),
      problemAt(6, '', '97110', 'The line is cut off.'),
    ]);
    const whole = await read([title, heading, line(), line({ 0: '97 11' }), line({ 0: 'A97110' })]);
    expect(whole.account.problems).toEqual([
      problemAt(4, 'HCPCS', '97 11', 'This is not a code of five characters.'),
      problemAt(5, 'HCPCS', 'A97110', 'This is not a code of five characters.'),
    ]);
  });

  test('a heading is one whose first cell is HCPCS and nothing more', async () => {
    for (const first of ['Old HCPCS', 'HCPCS CODE']) {
      const { lines } = await read([title, heading.replace('HCPCS', first), heading, line()]);
      expect(lines).toEqual([{ ...rvu, at: 4 }]);
    }
  });

  test('a quote that is never closed is told as one', async () => {
    const { lines, account } = await read([title, heading, line({ 1: '"TC' }), line()]);
    expect(lines).toEqual([{ ...rvu, at: 4 }]);
    expect(account).toMatchObject({ present: 2, leftOut: { unreadable: 1 } });
    expect(account.problems).toEqual([
      problemAt(3, '', line({ 1: '"TC' }), 'A quote opened here is never closed.'),
    ]);
  });

  test('headings that lack a column are told, and every line below is left out', async () => {
    const odd = heading.replace('MULT PROC', 'X');
    const { lines, account } = await read([title, odd, line(), line()]);
    expect(lines).toEqual([]);
    expect(account).toEqual({
      format: 'pprrvu',
      present: 2,
      read: 0,
      leftOut: { unreadable: 2 },
      problems: [
        problemAt(
          2,
          '',
          `${odd.slice(0, 79)}…`,
          'The heading lacks columns of a relative value file, so no line can be read.',
        ),
      ],
      notes: [],
    });
  });

  test('without headings has its columns by their number, from the first line with ten cells filled', async () => {
    const bare = (filled: number) =>
      Array.from({ length: 31 }, (_, at) => (at < filled ? cells[0] : '')).join(',');
    const whole =
      '97110,,x,A,,0.45,0.41,,0.40,NA,0.01,0.87,0.86,7,XXX,0,0,0,5,0,0,0,0,,33.4009,9,0,99,0,0,0'.split(',');
    const { lines, account } = await read([title, bare(9), whole.join(','), bare(9)]);
    expect(lines).toEqual([rvu]);
    expect(account).toMatchObject({ present: 2, read: 1, leftOut: { unreadable: 1 } });
    expect(account.notes).toEqual([
      'The file has no heading; its columns were taken by their number.',
      note('1 line', 'of RVU26C', nonQP),
    ]);
    const first = await read([title, bare(10)]);
    expect(first.account).toMatchObject({ present: 1, read: 0 });
    // Of a width nobody knows nothing is guessed.
    const cut = whole.slice(0, 30).join(',');
    const narrow = await read([title, whole.slice(1).join(','), cut]);
    expect(narrow.lines).toEqual([]);
    expect(narrow.account).toMatchObject({ leftOut: { unreadable: 1 }, notes: [] });
    expect(narrow.account.problems).toEqual([
      problemAt(
        3,
        '',
        excerpt(cut),
        'The file has no heading, and this line has 30 columns where 31 or 32 were expected, so no line can be read.',
      ),
    ]);
  });

  test('two files laid together are each of their own title', async () => {
    const other = title.replace('July', 'April');
    const { lines } = await read([title, heading, line(), '', other, heading, line({ 0: '97112' })]);
    expect(lines.map(({ code, release }) => [code, release])).toEqual([
      ['97110', 'RVU26C'],
      ['97112', 'RVU26B'],
    ]);
    const untitled = 'National Physician Fee Schedule Relative Value File';
    const second = await read([
      title,
      heading,
      line(),
      untitled,
      heading,
      line({ 0: '97112', 14: '32.3465' }),
    ]);
    expect(second.lines[1]).toMatchObject({ year: 2025, release: '' });
  });

  test('a line that stands there twice is left out once, one with another factor is another line', async () => {
    const { lines, account } = await read([
      title,
      heading,
      line(),
      line(),
      line({ 3: '0.46', 9: '0.88', 10: '0.87' }),
      line({ 14: '33.5675' }),
      line({ 1: 'TC' }),
    ]);
    expect(lines.map(({ at }) => at)).toEqual([3, 6, 7]);
    expect(account).toMatchObject({ present: 5, read: 3, leftOut: { repeated: 2 } });
    expect(account.problems[0]).toEqual(
      problemAt(
        5,
        '',
        '97110  334009 RVU26C',
        'Line 3 has the same key with other values; that line counts.',
      ),
    );
    expect(account.notes).toEqual([
      '2 lines stand in the table a second time and are left out.',
      note('2 lines', 'of RVU26C', nonQP),
      note('1 line', 'of RVU26C', 'QP, for qualifying participants of advanced payment models', '33.5675'),
    ]);
  });

  test('codes that nobody asked for are counted, whatever their cells', async () => {
    const { lines, account } = await read(
      [title, heading, line(), line({ 0: '97112', 3: 'x' })],
      (code) => code === '97110',
    );
    expect(lines).toEqual([rvu]);
    expect(account).toMatchObject({ present: 2, leftOut: { 'code-not-asked': 1 }, problems: [] });
  });

  test('several cells that are wrong are each told, the line left out once', async () => {
    const { account } = await read([title, heading, line({ 2: '1', 3: 'x', 14: 'y' })]);
    expect(account.leftOut).toEqual({ unreadable: 1 });
    expect(account.problems.map(({ column }) => column)).toEqual(['CONV FACTOR', 'WORK RVU', 'STATUS CODE']);
  });

  test('totals that are not the sums are told with what stands there', async () => {
    const sum = 'This is not the sum of work, practice expense and malpractice of the line.';
    const { lines, account } = await read([title, heading, line({ 9: '0.88', 10: '0.85' })]);
    expect(lines).toHaveLength(1);
    expect(account.problems).toEqual([
      problemAt(3, 'NON-FACILITY TOTAL', '0.88', sum, false),
      problemAt(3, 'FACILITY TOTAL', '0.85', sum, false),
    ]);
    // 0.45 + 0.41 + 0.01 and 0.45 + 0.40 + 0.01, or none at all.
    expect((await read([title, heading, line({ 9: '', 10: '0.86' })])).account.problems).toEqual([]);
  });
});

describe('factors', () => {
  test('of ten kinds are counted each, and what is beyond as one that is not', async () => {
    const lines = Array.from({ length: 12 }, (_, at) =>
      line({ 0: `9711${at % 10}`, 1: `A${at % 10}`, 14: `40.00${10 + at}` }),
    );
    const { account } = await read([title, heading, ...lines, lines[0]?.replace('97110', '97120') ?? '']);
    expect(account.read).toBe(13);
    expect(account.notes).toEqual(
      Array.from({ length: 10 }, (_, at) =>
        note(
          at === 0 ? '2 lines' : '1 line',
          'of RVU26C',
          'for whom the file does not say',
          `40.00${10 + at}`,
        ),
      ),
    );
    expect(account.problems).toHaveLength(11);
    expect(account.problems[0]).toEqual(
      problemAt(
        4,
        'CONV FACTOR',
        '40.0011',
        'A second conversion factor in one file: lines keep the factor they stand with, and whom it is for.',
        false,
      ),
    );
  });

  test('say whom they are for and, without a title, of which year they are', async () => {
    const untitled = async (factor: string) => (await read([heading, line({ 14: factor })])).account.notes;
    expect(await untitled('32.3465')).toEqual([
      `${note('1 line', 'of 2025', 'for everyone', '32.3465')} The year follows from the factor: the file states none.`,
    ]);
    expect(await untitled('40.0000')).toEqual([
      note('1 line', 'of a year it does not state', 'for whom the file does not say', '40.0000'),
    ]);
    const dated = await read([title.replace(' July Release', ''), heading, line()]);
    expect(dated.account.notes).toEqual([note('1 line', 'of 2026', nonQP)]);
  });
});
