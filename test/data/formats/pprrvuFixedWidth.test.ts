import { describe, expect, test } from 'vitest';
import type { RvuLine } from '../../../src/data/formats/cmsTables.ts';
import { readCms } from '../../support/cmsFiles.ts';
import { problemAt } from '../../support/problemAt.ts';
import {
  rvuCells as cells,
  nonQP,
  factorNote as note,
  readRvuLines as read,
  rvuLine as rvu,
} from '../../support/therapyLines.ts';

describe('a table of fixed width', () => {
  const ends = [5, 7, 58, 65, 72, 74, 81, 83, 89, 96, 102, 103, 106, 116, 140];
  const fixed = (change: Readonly<Record<number, string>> = {}) => {
    let text = '';
    for (const [at, cell] of cells.entries()) {
      const cellText = change[at] ?? cell;
      text = text.padEnd((ends[at] ?? 0) - cellText.length) + cellText;
    }
    return text;
  };
  const said = 'The year follows from the factor: the file states none.';

  test('has heads and trailers, titles of less than sixty signs, and no release', async () => {
    const { lines, account } = await read([
      'HDR RVU',
      ' TRL x',
      'x'.repeat(59),
      '',
      fixed(),
      'TRL COPYRIGHT',
    ]);
    expect(lines).toEqual([{ ...rvu, at: 5, release: '' }]);
    expect(account).toMatchObject({
      present: 1,
      problems: [],
      notes: [`${note('1 line', 'of 2026', nonQP)} ${said}`],
    });
  });

  test('a line of fewer than 140 signs is cut off, a code alone too, and one of sixty that begins otherwise', async () => {
    const long = '-'.repeat(60);
    const { lines, account } = await read(['HDR', fixed().slice(0, 139), '97110', '971 ', long, fixed()]);
    expect(lines.map(({ at }) => at)).toEqual([6]);
    expect(account.leftOut).toEqual({ unreadable: 4 });
    expect(account.problems.map(({ line: at, message }) => [at, message])).toEqual([
      [2, 'The line is cut off.'],
      [3, 'The line is cut off.'],
      [4, 'The line is cut off.'],
      [5, 'The line is cut off.'],
    ]);
    const wrong = await read(['HDR', fixed({ 0: '9711-' })]);
    expect(wrong.account.problems).toEqual([
      problemAt(2, 'HCPCS', '9711-', 'This is not a code of five characters.'),
    ]);
  });

  test('a last line without its end is read, and told', async () => {
    const { lines, account } = await readCms<RvuLine>(`HDR\n${fixed()}`, { as: 'pprrvu' });
    expect(lines).toHaveLength(1);
    expect(account.problems).toEqual([
      problemAt(
        2,
        '',
        '',
        'The file ends here without a line end. If it was cut off, the last value may be only the start of one.',
        false,
      ),
    ]);
  });
});
