import { describe, expect, test } from 'vitest';
import { FileTally } from '../../../src/data/formats/fileTally.ts';
import { GpciHeading } from '../../../src/data/formats/gpciHeading.ts';
import type { TableRecord } from '../../../src/data/formats/tableRecords.ts';
import { problemAt } from '../../support/problemAt.ts';

const names = ['MAC', 'State', 'Locality Number', 'Locality Name', 'PW GPCI', 'PE GPCI', 'MP GPCI'];
const alabama = ['10112', 'AL', '00', 'ALABAMA', '1.000', '0.869', '0.575'];
const byPosition = 'The headings were not understood; columns were taken by their position.';

const recordOf = (cells: readonly string[], at: number, isFixedWidth = false): TableRecord => ({
  cells,
  at,
  isFixedWidth,
  isOpen: false,
  isEnded: true,
});

/** A heading that has taken lines, and then the first of the table. */
function after(
  lines: readonly (readonly string[])[],
  first: readonly string[] = alabama,
  isFixedWidth = false,
) {
  const tally = new FileTally('gpci', 'file');
  const heading = new GpciHeading(tally);
  for (const [i, cells] of lines.entries()) heading.add(recordOf(cells, i + 1, isFixedWidth));
  heading.end(recordOf(first, lines.length + 1, isFixedWidth));
  return { heading, account: tally.account() };
}

describe('the year of a cost index table', () => {
  test('is the title’s, and what a later line adds to it does not take it away', () => {
    const title = ['CY 2026 GEOGRAPHIC PRACTICE COST INDICES'];
    expect(after([title, names]).heading.year).toBe(2026);
    expect(after([title, ['Geographic practice cost indices, continued'], names]).heading.year).toBe(2026);
    expect(after([title, names.with(4, '2025 PW GPCI')]).heading.year).toBe(2026);
  });

  test('is that of the headings where the title has none, and nobody’s where neither has', () => {
    const title = ['GEOGRAPHIC PRACTICE COST INDICES'];
    expect(after([title, names.with(4, '2025 PW GPCI')]).heading.year).toBe(2025);
    expect(after([title, names]).heading.year).toBeNull();
  });

  test('is of proposed indices where the title says so', () => {
    const note = 'The title says that these indices are proposed, not final.';
    expect(after([['PROPOSED CY 2027 GEOGRAPHIC PRACTICE COST INDICES'], names]).account.notes).toEqual([
      note,
    ]);
    expect(after([['FINAL CY 2027 GEOGRAPHIC PRACTICE COST INDICES'], names]).account.notes).toEqual([]);
  });
});

describe('the columns of a cost index table', () => {
  test('are found by names that stand over several lines', () => {
    const upper = ['Medicare', '', 'Locality', 'Locality', 'PW', 'PE', 'MP'];
    const lower = ['Contractor', 'State', 'Number', 'Name', 'GPCI', 'GPCI', 'GPCI'];
    const { heading, account } = after([upper, lower]);
    expect(heading.columnsOf(alabama, false)).toMatchObject({
      mac: 0,
      name: 3,
      work: 4,
      pe: 5,
      malpractice: 6,
    });
    expect(account).toMatchObject({ problems: [], notes: [] });
  });

  test('with the work index before the floor alone have it for the one in force', () => {
    const { heading, account } = after([names.with(4, 'PW GPCI (without 1.0 Floor)')]);
    expect(heading.columnsOf(alabama, false)).toMatchObject({ work: 4, workWithoutFloor: 4 });
    expect(account.notes).toEqual([
      'The work index is printed without the floor only, and stands for the one in force.',
    ]);
  });

  test('are taken by position where the names do not tell, if the first line has three or four indices', () => {
    const three = after([['A', 'B', 'C']]);
    expect(three.heading.columnsOf(alabama, false)).toMatchObject({ work: 4, workWithoutFloor: null, pe: 5 });
    expect(three.account.notes).toEqual([byPosition]);
    const four = after([['A', 'B', 'C']], [...alabama, '0.5']);
    expect(four.heading.columnsOf([...alabama, '0.5'], false)).toMatchObject({
      work: 5,
      workWithoutFloor: 4,
    });
  });

  test('are none where neither tells, which is one problem at the last heading', () => {
    const { heading, account } = after(
      [
        ['A', 'B'],
        ['C', 'D'],
      ],
      alabama.slice(0, 6),
    );
    expect(heading.columnsOf(alabama, false)).toBeUndefined();
    expect(account.problems).toEqual([
      problemAt(
        2,
        '',
        ' A C, B D',
        'The headings lack columns of a cost index table, so no line can be read.',
      ),
    ]);
    expect(account.notes).toEqual([]);
  });

  test('are none of a line that is cut off', () => {
    const { heading } = after([names]);
    expect(heading.columnsOf(alabama.slice(0, 6), false)).toBeUndefined();
    expect(heading.columnsOf([...alabama, 'more'], false)).toMatchObject({ width: 7 });
  });
});

describe('of fixed width', () => {
  const four = [...alabama, '0.988'];

  test('a line has as many indices as the heading names', () => {
    const { heading } = after([['MAC State Locality  PW GPCI  PE GPCI  MP GPCI']], ['10112 AL 00'], true);
    expect(heading.columnsOf(alabama, true)).toMatchObject({ work: 4, workWithoutFloor: null });
    expect(heading.columnsOf(four, true)).toBeUndefined();
  });

  test('a line has three or four where the heading names none', () => {
    const { heading } = after([['MAC State Locality']], ['10112 AL 00'], true);
    expect(heading.columnsOf(alabama, true)).toMatchObject({ work: 4 });
    expect(heading.columnsOf(four, true)).toMatchObject({ work: 5, workWithoutFloor: 4 });
    expect(heading.columnsOf(alabama.slice(0, 6), true)).toBeUndefined();
  });
});
