import { describe, expect, test } from 'vitest';
import type { LocalityLine } from '../../../src/data/formats/cmsTables.ts';
import { readCms } from '../../support/cmsFiles.ts';
import { problemAt } from '../../support/problemAt.ts';

const title = 'COUNTIES INCLUDED IN 2025 LOCALITIES';
const heading = 'Medicare Administrative Contractor,Locality Number,State,Fee Schedule Area,Counties';
const row = '10112,0,ALABAMA ,STATEWIDE ,ALL COUNTIES ';
const read = (...lines: readonly string[]) =>
  readCms<LocalityLine>(lines.map((each) => `${each}\n`).join(''), { as: 'locco' });
const alabama = {
  kind: 'locality',
  at: 3,
  year: 2025,
  mac: '10112',
  locality: '00',
  place: 'AL',
  stateName: 'ALABAMA',
  area: 'STATEWIDE',
  counties: 'ALL COUNTIES',
  servedByTwoCarriers: false,
  countiesAreCut: false,
};
const unknown = 'No state is named, and the contractor’s number is not known.';

describe('a table with separators', () => {
  test('has titles and headings, blank rows and a footnote, and each is no line', async () => {
    const { lines, account } = await read(
      `,,${title},,`,
      ',Locality,,Fee Schedule,',
      'Contractor,Number,State,Area,Counties',
      '',
      row,
      ',,,,',
      '"02102","01","ALASKA","STATE, WIDE *","ALL"',
      '* Served by two carriers,,,',
    );
    expect(lines).toEqual([
      { ...alabama, at: 5 },
      {
        ...alabama,
        at: 7,
        mac: '02102',
        locality: '01',
        place: 'AK',
        stateName: 'ALASKA',
        area: 'STATE, WIDE',
        counties: 'ALL',
        servedByTwoCarriers: true,
      },
    ]);
    expect(account).toEqual({ format: 'locco', present: 2, read: 2, leftOut: {}, problems: [], notes: [] });
  });

  test('has its columns where headings above it say, over several lines', async () => {
    const { lines } = await read(
      title,
      'counties,area,state,locality,mac',
      'ALL COUNTIES,STATEWIDE,ALABAMA,0,10112',
      // Not a line: the contractor stands first.
      row,
    );
    expect(lines).toEqual([]);
    const moved = await read(
      title,
      'Carrier,Locality,Counties,State,Fee,',
      ',,,,Area',
      '10112,0,ALL COUNTIES,ALABAMA,STATEWIDE',
    );
    expect(moved.lines).toEqual([{ ...alabama, at: 4 }]);
    const first = await read(
      title,
      'Locality,MACRO,MAC,Our State,State,Fee Area,Counties',
      '0,x,10112,x,ALABAMA,STATEWIDE,ALL COUNTIES',
    );
    expect(first.lines).toEqual([alabama]);
    // Headings below the table change nothing.
    const below = await read(title, heading, row, 'x,x,counties,area,state', '02102,01,ALASKA,A,B');
    expect(below.lines[1]).toMatchObject({ place: 'AK', area: 'A', counties: 'B' });
    const bare = await read(title, '10112,0,ALABAMA,STATEWIDE,ALL COUNTIES');
    expect(bare.lines).toEqual([{ ...alabama, at: 2 }]);
  });

  test('a state stands on its first line only, or nowhere: the contractor’s number tells', async () => {
    const { lines, account } = await read(
      title,
      heading,
      '01112,05,,MATEO,SAN MATEO',
      '02102,01,ALASKA,STATEWIDE,ALL',
      '99999,02,,OF ALASKA,SOME',
      '01182,18,,LA,LOS ANGELES',
      '99999,03,,OF CALIFORNIA,SOME',
    );
    expect(lines.map(({ place, stateName }) => [place, stateName])).toEqual([
      ['CA', ''],
      ['AK', 'ALASKA'],
      ['AK', 'ALASKA'],
      ['CA', ''],
      ['CA', ''],
    ]);
    expect(account.notes).toEqual(['3 lines name no state; it was told by the contractor’s number.']);
    const one = await read(title, heading, '01112,05,,MATEO,SAN MATEO');
    expect(one.account.notes).toEqual(['1 line names no state; it was told by the contractor’s number.']);
  });

  test('a blank row ends what a state’s name goes for, one line only', async () => {
    const { lines, account } = await read(
      title,
      heading,
      '02102,01,ALASKA,STATEWIDE,ALL',
      '',
      '99999,02,,A,B',
      '02102,03,ALASKA,C,D',
      '',
      '02102,04,,E,F',
      '99999,05,,G,H',
    );
    expect(lines.map(({ at, place, stateName }) => [at, place, stateName])).toEqual([
      [3, 'AK', 'ALASKA'],
      [6, 'AK', 'ALASKA'],
      [8, 'AK', 'ALASKA'],
      [9, 'AK', 'ALASKA'],
    ]);
    expect(account.problems).toEqual([problemAt(5, 'State', '', unknown)]);
  });

  test('a contractor of another state than the one named is told, and the name counts', async () => {
    const { lines, account } = await read(title, heading, '02102,01,ALABAMA,STATEWIDE,ALL');
    expect(lines[0]).toMatchObject({ place: 'AL', stateName: 'ALABAMA' });
    expect(account.problems).toEqual([
      problemAt(3, 'State', 'ALABAMA', 'The contractor 02102 is that of another state.', false),
    ]);
    expect((await read(title, heading, '99999,01,Hawaii/Guam,A,B')).lines[0]).toMatchObject({ place: 'HI' });
  });

  test('a line that stands there twice is left out, a last one without its end told', async () => {
    const { lines, account } = await readCms<LocalityLine>(
      [title, heading, row, row, row.replace('STATEWIDE', 'OTHER'), '10112,1,,A,B'].join('\n'),
      { as: 'locco' },
    );
    expect(lines.map(({ at }) => at)).toEqual([3, 6]);
    expect(account).toEqual({
      format: 'locco',
      present: 4,
      read: 2,
      leftOut: { repeated: 2 },
      problems: [
        problemAt(5, '', '10112-00', 'Line 3 has the same key with other values; that line counts.'),
        problemAt(
          6,
          '',
          '',
          'The file ends here without a line end. If it was cut off, the last value may be only the start of one.',
          false,
        ),
      ],
      notes: ['2 lines stand in the table a second time and are left out.'],
    });
  });

  test('a quote that is never closed is told, at the start of a line too', async () => {
    const message = 'A quote opened here is never closed.';
    const { account } = await read(title, heading, row, '"02102,01,ALASKA,A,B', '02102,01,"ALASKA,A,B');
    expect(account).toMatchObject({ present: 3, read: 1, leftOut: { unreadable: 2 } });
    expect(account.problems).toEqual([
      problemAt(4, '', '"02102,01,ALASKA,A,B', message),
      problemAt(5, '', '02102,01,"ALASKA,A,B', message),
    ]);
  });

  test('six digits are no line, and a contractor of fewer has its zeros put before', async () => {
    expect((await read(title, heading, '102102,01,ALASKA,A,B')).account.present).toBe(0);
    expect((await read(title, heading, '1,01,ALASKA,A,B')).lines[0]?.mac).toBe('00001');
  });

  test('holds five thousand lines; each further one is left out', async () => {
    const many = Array.from({ length: 5001 }, (_, at) => `${10_000 + at},${at % 100},ALASKA,A,B`);
    expect((await read(title, heading, ...many.slice(1))).account.leftOut).toEqual({});
    const { lines, account } = await read(title, heading, ...many);
    expect([lines.length, account.leftOut]).toEqual([5000, { unreadable: 1 }]);
    expect(account.problems.at(-1)).toEqual(
      problemAt(5003, '', '15000,0,ALASKA,A,B', 'More lines than any table of localities has.'),
    );
  });
});

describe('a table of fixed width', () => {
  const fixed = (mac: string, locality: string, state: string, area: string, counties: string) =>
    `${mac.padStart(9)}       ${locality.padEnd(8)}${state.padEnd(14)}${area.padEnd(20)}${counties}`;

  test('is cut where its first line of three has its columns, whatever runs up to the next', async () => {
    const { lines, account } = await read(
      `       ${title}`,
      '  Contractor  Locality  State   Fee Schedule Area   Counties',
      fixed('10112', '0', 'ALABAMA', 'STATEWIDE', 'ALL  COUNTIES'),
      fixed('02102', '01', 'ALASKA', 'A LONG AREA OF TWENT', 'SOME, OTHERS'),
      fixed('02102', '02', '', 'NEXT *', 'MORE'),
      '* Served by two carriers',
    );
    const alaska = { ...alabama, at: 4, mac: '02102', locality: '01', place: 'AK', stateName: 'ALASKA' };
    expect(lines).toEqual([
      alabama,
      { ...alaska, area: 'A LONG AREA OF TWENT', counties: 'SOME, OTHERS' },
      { ...alaska, at: 5, locality: '02', area: 'NEXT', counties: 'MORE', servedByTwoCarriers: true },
    ]);
    expect(account).toMatchObject({ present: 3, problems: [], notes: [] });
  });

  test('before such a line has area and counties by the blanks between', async () => {
    const { lines } = await read(
      title,
      '01112     05   SAN MATEO, CA    SAN MATEO  AND   SOME  MORE',
      '01112     06   OTHER',
      fixed('10112', '0', 'ALABAMA', 'STATEWIDE', 'ALL'),
    );
    expect(lines.map(({ place, area, counties }) => [place, area, counties])).toEqual([
      ['CA', 'SAN MATEO, CA', 'SAN MATEO AND SOME MORE'],
      ['AL', 'STATEWIDE', 'ALL'],
    ]);
  });

  test('a line without a locality or counties is told', async () => {
    const { account } = await read(
      title,
      fixed('10112', '0', 'ALABAMA', 'STATEWIDE', 'ALL'),
      '10112',
      '    10112       01      ALABAMA       STATE',
      fixed('10112', '02', 'ALABUMA', 'STATEWIDE', 'ALL'),
    );
    expect(account.problems).toEqual([
      problemAt(3, 'Locality Number', '', 'This is not a locality number of two digits.'),
      problemAt(4, 'Counties', '', 'The line is cut off: it names no counties.'),
      problemAt(5, 'State', 'ALABUMA', 'No place of the fee schedule has this name.'),
    ]);
  });

  test('whose lists of counties end at one column, three or more, is cut there', async () => {
    const of = (...counties: readonly string[]) =>
      read(title, ...counties.map((each, at) => fixed('10112', `${at}`, 'ALABAMA', 'A', each)));
    const [long, shorter, short] = ['x'.repeat(30), 'y'.repeat(29), 'z'.repeat(28)];
    const cut = await of(long, shorter, short, long);
    expect(cut.lines.map(({ countiesAreCut }) => countiesAreCut)).toEqual([true, true, false, true]);
    expect(cut.account.notes).toEqual([
      '3 lists of counties reach the end of the line and are cut there: the form with separators has them whole.',
    ]);
    const whole = await of(long, shorter, short, short);
    expect(whole.lines.map(({ countiesAreCut }) => countiesAreCut)).toEqual([false, false, false, false]);
    expect(whole.account.notes).toEqual([]);
  });
});

test('the year is the title’s; a file without one says so, one without lines does not', async () => {
  const undated = await read(title.replace(' 2025', ''), heading, row);
  expect(undated.lines).toEqual([{ ...alabama, year: null }]);
  expect(undated.account.notes).toEqual(['The file does not say of which year it is.']);
  const none = await read(heading);
  expect(none.account).toMatchObject({ present: 0, notes: [] });
  expect(none.account.problems).toEqual([
    problemAt(0, '', '', 'No line of this table was found in the file.'),
  ]);
});
