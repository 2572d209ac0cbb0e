import { describe, expect, test } from 'vitest';
import { excerpt } from '../../../src/data/excerpt.ts';
import type { RvuLine } from '../../../src/data/formats/cmsTables.ts';
import { cmsText, readCms } from '../../support/cmsFiles.ts';
import { problemAt } from '../../support/problemAt.ts';

const csv2025 = cmsText('PPRRVU2025_Oct.sample.csv');
const csv2026 = cmsText('PPRRVU2026_Jul_nonQPP.sample.csv');
const txt2026 = cmsText('PPRRVU2026_Apr_nonQPP.sample.txt');

function latin1(text: string): Uint8Array {
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
}

async function linesOf(file: string | Uint8Array): Promise<readonly RvuLine[]> {
  return (await readCms<RvuLine>(file)).lines;
}

/** What a line says, without where it stands. */
function said(line: RvuLine): object {
  return { ...line, at: 0 };
}

describe('the relative value file as it comes', () => {
  test('26, TC and 53 are lines of their own beside the whole service', async () => {
    const lines = await linesOf(csv2026);
    const of = (asked: string) => lines.filter(({ code }) => code === asked).map(({ modifier }) => modifier);
    expect(of('71046')).toEqual(['', '26', 'TC']);
    expect(of('G0105')).toEqual(['', '53']);
    const parts = lines.filter(({ code }) => code === '71046').map((line) => line.nonFacilityTotal);
    // 0.30 + 0.69 = 0.99
    expect(parts).toEqual([99, 30, 69]);
  });

  test('a row that holds Ctrl-Z alone ends the 2022 and January 2025 files; it is no line', async () => {
    const ended = await readCms<RvuLine>(`${csv2025}\u001A${','.repeat(30)}\r\n`);
    expect(ended.account).toMatchObject({ present: 50, read: 50, leftOut: {}, problems: [] });
    expect((await readCms<RvuLine>(`${txt2026}\u001A`)).account).toMatchObject({ present: 49, problems: [] });
  });

  test('bytes that are not UTF-8 are Windows-1252, and change nothing beside their own line', async () => {
    const stray = csv2025.replace('97110,,x,', '97110,,Ther\u0096ex \u00e9,');
    expect((await linesOf(latin1(stray))).map(said)).toEqual((await linesOf(csv2025)).map(said));
    const fixed = txt2026.replace('97110  x   ', '97110  \u00e9\u0096  ');
    expect((await linesOf(latin1(fixed))).map(said)).toEqual((await linesOf(txt2026)).map(said));
  });

  test('UTF-16, a byte order mark, other line ends and other separators', async () => {
    const lines = (await linesOf(csv2026)).map(said);
    const unicode = new Uint8Array(2 + csv2026.length * 2);
    unicode.set([0xff, 0xfe]);
    for (let i = 0; i < csv2026.length; i++) unicode[2 + 2 * i] = csv2026.charCodeAt(i);
    expect((await readCms<RvuLine>(unicode, { as: 'pprrvu', piece: 7 })).lines.map(said)).toEqual(lines);
    expect((await linesOf(`\uFEFF${csv2026}`)).map(said)).toEqual(lines);
    expect((await linesOf(csv2026.replaceAll('\r\n', '\r'))).map(said)).toEqual(lines);
    expect((await linesOf(csv2026.replaceAll('\r\n', '\n'))).map(said)).toEqual(lines);
    expect((await linesOf(csv2026.replaceAll(',', '\t'))).map(said)).toEqual(lines);
    expect((await linesOf(csv2026.replaceAll(',', ';'))).map(said)).toEqual(lines);
  });

  test('saved again in a spreadsheet: zeros in front and behind are gone, and are known again', async () => {
    const saved = csv2025
      .split('\r\n')
      .map((line, i) =>
        i < 10
          ? line
          : line
              .split(',')
              .map((cell) => (/^\d+(\.\d+)?$/.test(cell) ? String(Number(cell)) : cell))
              .join(','),
      )
      .join('\r\n');
    expect(saved).toContain('\r\n100,,x,J,,0,0,');
    expect((await linesOf(saved)).map(said)).toEqual((await linesOf(csv2025)).map(said));
    expect((await linesOf(saved))[1]).toMatchObject({ code: '00100', globalDays: 'XXX' });
    expect((await linesOf(saved)).find(({ code }) => code === 'G0105')?.globalDays).toBe('000');
  });

  test('quoted descriptions with commas and quotes', async () => {
    const quoted = csv2025.replace('97110,,x,', '97110,,"Therapy, ""one"" unit",');
    expect((await linesOf(quoted)).map(said)).toEqual((await linesOf(csv2025)).map(said));
  });

  test('digits or letters first, the lines are the same', async () => {
    const rows = csv2025.split('\r\n');
    const body = rows.slice(10).filter((row) => row !== '');
    const letters = body.filter((row) => /^[A-Z]/.test(row));
    const others = body.filter((row) => !/^[A-Z]/.test(row));
    const sorted = [...rows.slice(0, 10), ...letters, ...others, ''].join('\r\n');
    const lines = await linesOf(sorted);
    expect(lines[0]?.code).toBe('G0105');
    expect(new Set(lines.map((line) => JSON.stringify(said(line))))).toEqual(
      new Set((await linesOf(csv2025)).map((line) => JSON.stringify(said(line)))),
    );
  });
});

describe('year, release and group are read from the file', () => {
  const titled = (title: string, released: string, text = csv2026) =>
    text.replace(/2026 National.*?Release/, title).replace('RELEASED 06/30/2026', released);

  test.each([
    ['2026 National Physician Fee Schedule Relative Value File January Release', '', 2026, 'RVU26A'],
    ['2026 National Physician Fee Schedule Relative Value File April Release', '', 2026, 'RVU26B'],
    ['2027 National Physician Fee Schedule Relative Value File October Release', '', 2027, 'RVU27D'],
    [
      'NATIONAL PHYSICIAN FEE SCHEDULE RELATIVE VALUE FILE CALENDAR YEAR 2026',
      'RELEASED 12/19/2025',
      2026,
      'RVU26A',
    ],
    [
      'NATIONAL PHYSICIAN FEE SCHEDULE RELATIVE VALUE FILE CALENDAR YEAR 2026',
      'RELEASED 3/9/2026',
      2026,
      'RVU26B',
    ],
    ['NATIONAL PHYSICIAN FEE SCHEDULE RELATIVE VALUE FILE CALENDAR YEAR 2026', '', 2026, ''],
  ])('%s %s', async (title, released, year, release) => {
    expect((await linesOf(titled(title, released)))[0]).toMatchObject({ year, release });
  });

  test('a January 2024 file with the factor in force from March 9 is the corrected one', async () => {
    const january = '2024 National Physician Fee Schedule Relative Value File January Release';
    const first = titled(january, '').replaceAll('33.4009', '32.7442');
    const corrected = titled(january, '').replaceAll('33.4009', '33.2875');
    expect((await linesOf(first))[0]).toMatchObject({ year: 2024, release: 'RVU24A', appliesTo: 'all' });
    expect((await linesOf(corrected))[0]).toMatchObject({ year: 2024, release: 'RVU24AR', appliesTo: 'all' });
  });

  test('the QPP file is told by its factor; a factor of a later year by a title that names the group', async () => {
    const qpp = await readCms<RvuLine>(csv2026.replaceAll('33.4009', '33.5675'));
    expect(new Set(qpp.lines.map(({ appliesTo }) => appliesTo))).toEqual(new Set(['QP']));
    expect(qpp.account.notes[0]).toBe(
      '49 lines of RVU26C with the conversion factor 33.5675, QP, for qualifying participants of advanced payment models.',
    );
    const later = '2027 National Physician Fee Schedule Relative Value File January Release';
    const unknown = titled(later, '').replaceAll('33.4009', '34.1111');
    expect((await linesOf(unknown))[0]).toMatchObject({ year: 2027, appliesTo: null });
    expect((await linesOf(unknown.replace('January Release', 'January Release nonQPP')))[0]).toMatchObject({
      appliesTo: 'nonQP',
    });
    expect((await linesOf(unknown.replace('January Release', 'January Release QPP')))[0]).toMatchObject({
      appliesTo: 'QP',
    });
  });

  test('a QPP and a nonQPP file laid together stay apart, and the file is called out', async () => {
    const both = await readCms<RvuLine>(csv2026 + csv2026.replaceAll('33.4009', '33.5675'));
    expect(both.account).toMatchObject({ present: 98, read: 98, leftOut: {} });
    expect(both.lines.filter(({ code }) => code === '97110').map(({ appliesTo }) => appliesTo)).toEqual([
      'nonQP',
      'QP',
    ]);
    expect(both.account.problems).toMatchObject([{ line: 70, found: '33.5675', leftOut: false }]);
  });

  test('of two releases laid together each factor is told by the title it stands under', async () => {
    const october = '50 lines of RVU25D with the conversion factor 32.3465, for everyone.';
    const july =
      '49 lines of RVU26C with the conversion factor 33.4009, nonQP, for everyone who is not a qualifying participant of an advanced payment model.';
    const one = await readCms(csv2025 + csv2026);
    expect(one.account.notes).toEqual([october, july, 'Released 2025-09-11 and 2026-06-30.']);
    const other = await readCms(csv2026 + csv2025);
    expect(other.account.notes).toEqual([july, october, 'Released 2026-06-30 and 2025-09-11.']);
  });

  test('two releases of one year and factor laid together stay apart, and nothing is amiss', async () => {
    const april = csv2026.replace('July Release', 'April Release').replace('06/30/2026', '03/09/2026');
    const { account, lines } = await readCms<RvuLine>(april + csv2026);
    expect(account).toMatchObject({ present: 98, read: 98, leftOut: {}, problems: [] });
    expect(lines.filter(({ code }) => code === '97110').map(({ release }) => release)).toEqual([
      'RVU26B',
      'RVU26C',
    ]);
    expect(account.notes.map((note) => note.slice(0, 18))).toEqual([
      '49 lines of RVU26B',
      '49 lines of RVU26C',
      'Released 2026-03-0',
    ]);
  });

  test('a fixed-width file with a factor nobody knows has no year, rather than that of its copyright', async () => {
    const { lines, account } = await readCms<RvuLine>(txt2026.replaceAll('33.4009', '34.1111'));
    expect(lines[0]).toMatchObject({ year: null, release: '', appliesTo: null });
    expect(account.notes[0]).toContain('of a year it does not state');
  });

  test('a title of one year over the factor of another', async () => {
    const { account } = await readCms(csv2026.replaceAll('33.4009', '32.3465'));
    expect(account.problems).toMatchObject([
      {
        line: 11,
        column: 'CONV FACTOR',
        message: 'The title says 2026, but this is the conversion factor of 2025.',
      },
    ]);
  });
});

describe('columns', () => {
  test('CONV FACTOR is column 24 up to 2025 and 25 from 2026, behind PRIC IND', async () => {
    expect((await linesOf(csv2025)).every(({ factor }) => factor === 323465)).toBe(true);
    expect((await linesOf(csv2026)).every(({ factor }) => factor === 334009)).toBe(true);
  });

  test('a description column that someone took out moves the rest', async () => {
    const without = csv2026
      .split('\r\n')
      .map((line) => line.split(',').filter((_, i) => i !== 2))
      .map((cells) => cells.join(','));
    without[0] = '2026 National Physician Fee Schedule Relative Value File July Release';
    expect((await linesOf(without.join('\r\n'))).map(said)).toEqual((await linesOf(csv2026)).map(said));
  });

  test('without the heading line the columns are counted; of another width nothing is guessed', async () => {
    const rows = csv2026.split('\r\n');
    const bare = [...rows.slice(0, 9), ...rows.slice(10)];
    const read = await readCms<RvuLine>(bare.join('\r\n'));
    expect(read.lines.map(said)).toEqual((await linesOf(csv2026)).map(said));
    expect(read.account.notes).toContain('The file has no heading; its columns were taken by their number.');
    const wide = bare.map((row) => `${row},`);
    expect((await readCms(wide.join('\r\n'))).account).toEqual({
      format: 'pprrvu',
      present: 49,
      read: 0,
      leftOut: { unreadable: 49 },
      problems: [
        problemAt(
          10,
          '',
          excerpt(wide[9] ?? ''),
          'The file has no heading, and this line has 33 columns where 31 or 32 were expected, so no line can be read.',
        ),
      ],
      notes: ['Released 2026-06-30.'],
    });
  });

  test('a heading that lacks columns leaves every line out', async () => {
    const { account } = await readCms(
      csv2026.replace('MP', 'XX').replace('INDICATOR,RVU,TOTAL,TOTAL', 'A,B,C,D'),
    );
    expect(account).toMatchObject({ present: 49, read: 0, leftOut: { unreadable: 49 } });
    expect(account.problems[0]).toMatchObject({
      line: 10,
      message: 'The heading lacks columns of a relative value file, so no line can be read.',
    });
  });
});

describe('lines that cannot be used as they stand', () => {
  test('each is told with its line, its column and what was found', async () => {
    const bad = csv2026
      .replace('97110,,x,A,,0.45', '97110,,x,A,,O.45')
      .replace('97112,,x,A,,0.50', '97112,,x,A,,0.505')
      .replace('97116,,x,A,', '97116,,x,AA,')
      .replace('97140,,', '97140,266,')
      .replace('97035,,', '97O#5,,')
      .replace(/97530,.*/, '97530,,x,A,,0.44');
    const { account, lines } = await readCms<RvuLine>(bad);
    expect(account).toMatchObject({ present: 49, read: 43, leftOut: { unreadable: 6 } });
    expect(lines.length).toBe(43);
    expect(account.problems.map(({ column, found }) => [column, found])).toEqual([
      ['HCPCS', '97O#5'],
      ['WORK RVU', 'O.45'],
      ['WORK RVU', '0.505'],
      ['STATUS CODE', 'AA'],
      ['MOD', '266'],
      ['', '97530,,x,A,,0.44'],
    ]);
  });

  test('a line twice, the same and with another value', async () => {
    const row = csv2026.split('\r\n').find((each) => each.startsWith('97110')) ?? '';
    const { account } = await readCms(`${csv2026}${row}\r\n${row.replace('0.45', '0.46')}\r\n`);
    expect(account).toMatchObject({ present: 51, read: 49, leftOut: { repeated: 2 } });
    expect(account.problems).toMatchObject([{ line: 61, found: '97110  334009 RVU26C', leftOut: true }]);
  });

  test('a total that is not the sum', async () => {
    const { account } = await readCms(csv2026.replace(/(97110,.*NA,0\.01,)0\.\d\d,/, '$10.99,'));
    expect(account).toMatchObject({ read: 49 });
    expect(account.problems).toMatchObject([{ column: 'NON-FACILITY TOTAL', found: '0.99', leftOut: false }]);
  });

  test('codes that were not asked for are counted and made nothing of', async () => {
    const { account, lines } = await readCms<RvuLine>(csv2026, { wants: (code) => code.startsWith('971') });
    expect(lines.every(({ code }) => code.startsWith('971'))).toBe(true);
    expect(account.present).toBe(49);
    expect(account.read + (account.leftOut['code-not-asked'] ?? 0)).toBe(49);
    expect(account.read).toBe(lines.length);
  });

  test('text under the table is no line', async () => {
    const { account } = await readCms(`${csv2026}\r\nSource: downloaded by hand${','.repeat(31)}\r\n`);
    expect(account).toMatchObject({ present: 49, read: 49, problems: [] });
  });
});
