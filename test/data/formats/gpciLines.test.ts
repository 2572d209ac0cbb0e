import { describe, expect, test } from 'vitest';
import type { GpciLine } from '../../../src/data/formats/cmsTables.ts';
import { readCms } from '../../support/cmsFiles.ts';
import { problemAt } from '../../support/problemAt.ts';
import { alabama, cutOff, readGpciLines as read, gpciTitle as title } from '../../support/therapyLines.ts';

const heading = 'MAC,State,Locality Number,Locality Name,2019 PW GPCI,2019 PE GPCI,2019 MP GPCI';
const row = '10112,AL,00,ALABAMA,1.100,0.869,0.575';
const cannotTell = 'There are no check rows for 2019: whether the table is genuine cannot be told.';

describe('a table with separators', () => {
  test('has a title, headings over several lines, blank rows and footnotes, and each is no line', async () => {
    const { lines, account } = await read(
      title,
      ' ,,,,,,',
      'Medicare Administrative,,Locality,Locality,2019,2019,2019',
      'Contractor,State,Number,Name,PW GPCI,PE GPCI,MP GPCI',
      row,
      ',,,,,,',
      '"02102","AK","01","ALASKA, ALL **","1.5","1","1"',
      '** A footnote,,,',
      'four,cells,of a,footnote,,,',
    );
    expect(lines).toEqual([
      { ...alabama, at: 5 },
      {
        ...alabama,
        at: 7,
        mac: '02102',
        place: 'AK',
        locality: '01',
        name: 'ALASKA, ALL',
        workGpci: 1500,
        peGpci: 1000,
        malpracticeGpci: 1000,
        mark: '**',
      },
    ]);
    expect(account).toEqual({
      format: 'gpci',
      present: 2,
      read: 2,
      leftOut: {},
      problems: [],
      notes: [cannotTell],
    });
  });

  test('has its year from the headings where the title has none, and none where neither has', async () => {
    const untitled = title.replace(' 2019', '');
    for (const odd of [' 20191', ' 12019', ' 1919'])
      expect((await read(title.replace(' 2019', odd), heading, row)).lines).toEqual([alabama]);
    expect((await read(untitled, heading, row)).lines).toEqual([alabama]);
    const none = await read(untitled, heading.replaceAll('2019 ', ''), row);
    expect(none.lines).toEqual([{ ...alabama, year: null }]);
    expect(none.account.notes).toEqual(['The file does not say of which year its indices are.']);
    const later = await read(title, 'GEOGRAPHIC PRACTICE COST INDICES, continued', heading, row);
    expect(later.lines).toEqual([{ ...alabama, at: 4 }]);
  });

  test('that is proposed says so', async () => {
    const { account } = await read(title.replace('FINAL', 'Proposed'), heading, row);
    expect(account.notes).toEqual(['The title says that these indices are proposed, not final.', cannotTell]);
    expect((await read(title.replace('FINAL', 'UNPROPOSED'), heading, row)).account.notes).toEqual([
      cannotTell,
    ]);
  });

  test('prints the work index with and without the floor, which cannot be above it', async () => {
    const both = heading.replace(
      '2019 PW GPCI',
      '2019 PW GPCI (without 1.0 Floor),2019 PW GPCI (with 1.0 Floor)',
    );
    const { lines, account } = await read(
      title,
      both,
      '10112,AL,00,ALABAMA,0.988,1.000,0.869,0.575',
      '01112,CA,05,B,1.001,1.000,1,1',
    );
    expect(lines.map((each) => [each.workGpci, each.workGpciWithoutFloor])).toEqual([
      [1000, 988],
      [1000, 1001],
    ]);
    expect(account.problems).toEqual([
      problemAt(4, 'work GPCI', '1.000', 'The work index without the floor is above the one with it.', false),
    ]);
    const alone = await read(title, heading.replace('2019 PW GPCI', '2019 PW GPCI (without 1.0 Floor)'), row);
    expect(alone.lines).toEqual([{ ...alabama, workGpciWithoutFloor: 1100 }]);
    expect(alone.account.notes).toEqual([
      'The work index is printed without the floor only, and stands for the one in force.',
      cannotTell,
    ]);
  });

  test('with two work indices under one heading takes the higher for the one with the floor', async () => {
    const both = heading.replace('2019 PW GPCI', '2019 PW GPCI,2019 PW GPCI');
    const { lines, account } = await read(
      title,
      both,
      '10112,AL,00,A,0.988,1.000,1,1',
      '01112,CA,05,B,1.100,1.050,1,1',
      '01112,CA,06,C,1.100,1.100,1,1',
    );
    expect(lines.map((each) => [each.workGpci, each.workGpciWithoutFloor])).toEqual([
      [1000, 988],
      [1100, 1050],
      [1100, 1100],
    ]);
    expect(account.problems).toEqual([]);
    expect(account.notes).toEqual([
      'Two work indices stand under one heading; the higher was taken for the one with the floor.',
      cannotTell,
    ]);
    const wrong = await read(title, both, '10112,AL,00,A,1.1,x,1,1');
    expect(wrong.account.problems).toEqual([
      problemAt(
        3,
        'work GPCI without floor',
        'x',
        'This is not an index with at most three decimals, between 0.1 and 5.',
      ),
    ]);
  });

  test.each(['101121', '1011x', 'x10112'])(
    'whose contractors stand further on has five digits, not %s',
    async (mac) => {
      const turned = heading.replace('MAC,State,Locality Number', 'Locality Number,State,MAC');
      const { lines, account } = await read(
        title,
        turned,
        `00,AL,${mac},ALABAMA,1.100,0.869,0.575`,
        '00,AL,10112,ALABAMA,1.100,0.869,0.575',
      );
      expect(lines).toEqual([{ ...alabama, at: 4 }]);
      expect(account.problems).toEqual([
        problemAt(3, 'MAC', mac, 'This is not a contractor number of five digits.'),
      ]);
    },
  );

  test('that nobody knows the headings of is read by position, or not at all', async () => {
    const odd = 'a,b,c,d,e,f,g,h';
    const four = await read(title, odd, '10112,AL,00,ALABAMA,0.988,1.1,0.869,0.575');
    expect(four.lines).toEqual([{ ...alabama, workGpciWithoutFloor: 988 }]);
    const two = await read(title, odd, '10112,AL,00,ALABAMA,1,1', row);
    expect(two.lines).toEqual([]);
    expect(two.account.problems).toEqual([
      problemAt(
        2,
        '',
        ' a, b, c, d, e, f, g, h',
        'The headings lack columns of a cost index table, so no line can be read.',
      ),
      problemAt(3, '', '10112,AL,00,ALABAMA,1,1', cutOff),
      problemAt(4, '', row, cutOff),
    ]);
    expect(two.account.notes).toEqual([]);
  });

  test('a line that stands there twice is left out, and told where its values are others', async () => {
    const { lines, account } = await read(title, heading, row, row, row.replace('0.869', '0.870'));
    expect(lines).toEqual([alabama]);
    expect(account).toEqual({
      format: 'gpci',
      present: 3,
      read: 1,
      leftOut: { repeated: 2 },
      problems: [
        problemAt(5, '', '10112-00', 'Line 3 has the same key with other values; that line counts.'),
      ],
      notes: ['2 lines stand in the table a second time and are left out.', cannotTell],
    });
  });

  test('a line that begins otherwise, a quote left open, a last line without its end', async () => {
    const { lines, account } = await readCms<GpciLine>(
      [title, heading, row, 'x,AL,00,B,1', 'x,AL,00,B', '"10112,AL,01,C,1,1,1', '10112,AL,02,D,1,1,1'].join(
        '\n',
      ),
      { as: 'gpci' },
    );
    expect(lines.map(({ at }) => at)).toEqual([3, 7]);
    expect(account).toMatchObject({ present: 4, leftOut: { unreadable: 2 } });
    expect(account.problems).toEqual([
      problemAt(4, '', 'x', 'This is not a contractor number.'),
      problemAt(6, '', '"10112,AL,01,C,1,1,1', 'A quote opened here is never closed.'),
      problemAt(
        7,
        '',
        '',
        'The file ends here without a line end. If it was cut off, the last value may be only the start of one.',
        false,
      ),
    ]);
    const open = await read(title, heading, row, '10112,"AL,01,C,1,1,1');
    expect(open.account.problems).toEqual([
      problemAt(4, '', '10112,"AL,01,C,1,1,1', 'A quote opened here is never closed.'),
    ]);
  });

  test('marks behind names want a footnote each', async () => {
    const alaska = '02102,AK,01,ALASKA*,1.5,1,1';
    const wyoming = '03602,WY,21,WYOMING**,1,1,1';
    const marks = async (...footnotes: readonly string[]) =>
      (await read(title, heading, alaska, wyoming, ...footnotes)).account.problems;
    const unexplained = 'Names carry this mark, but no footnote explains it.';
    expect(await marks()).toEqual([
      problemAt(0, '', '*', unexplained, false),
      problemAt(0, '', '**', unexplained, false),
    ]);
    expect(await marks('* Alaska', '**Frontier')).toEqual([]);
    expect(await marks('x * Alaska', '***', '** Frontier')).toEqual([
      problemAt(0, '', '*', unexplained, false),
    ]);
  });

  test('is doubted where a footnote speaks of a year it cannot', async () => {
    const doubt = 'This is not the 2019 cost index table as CMS published it: see the problems listed.';
    const of = async (footnote: string) => {
      const { account } = await read(title, heading, row, footnote);
      return [account.isDoubtful ?? false, account.notes, account.problems.map(({ found }) => found)];
    };
    expect(await of('*** extended through January 1, 2018')).toEqual([true, [doubt], ['2018']]);
    expect(await of('*** Extended through the end of 2019')).toEqual([false, [cannotTell], []]);
    expect(await of('*** extended. Through 2018')).toEqual([false, [cannotTell], []]);
    expect(await of('*** extended through an end. 2018')).toEqual([false, [cannotTell], []]);
    expect(await of('MAC assignments as of November 22, 2029')).toEqual([true, [doubt], ['2029']]);
    expect(await of('MAC Assignments as of 2018')).toEqual([false, [cannotTell], []]);
  });

  test('without any line says so, and nothing else', async () => {
    expect((await read(title, heading)).account).toEqual({
      format: 'gpci',
      present: 0,
      read: 0,
      leftOut: {},
      problems: [problemAt(0, '', '', 'No line of this table was found in the file.')],
      notes: [],
    });
  });
});
