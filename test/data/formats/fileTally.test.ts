import { describe, expect, test } from 'vitest';
import { FileTally } from '../../../src/data/formats/fileTally.ts';
import { RepeatedKeys } from '../../../src/data/formats/repeatedKeys.ts';

const tallied = () => new FileTally('gpci', 'a.csv');

describe('the account of a file', () => {
  test('adds up: read and left out, each by its reason', () => {
    const tally = tallied();
    tally.read += 3;
    tally.leave('repeated');
    tally.leave('repeated', 4);
    tally.leave('unreadable');
    expect(tally.account()).toEqual({
      format: 'gpci',
      present: 9, // 3 + 1 + 4 + 1
      read: 3,
      leftOut: { repeated: 5, unreadable: 1 },
      problems: [],
      notes: [],
    });
  });

  test('says of a doubtful file that it is one, and a note once', () => {
    const tally = tallied();
    tally.isDoubtful = true;
    tally.note('One.');
    tally.note('Two.');
    tally.note('One.');
    expect(tally.account()).toMatchObject({ isDoubtful: true, notes: ['One.', 'Two.'] });
  });

  test.each([
    [20, 20, []],
    [21, 20, ['1 further problem of the kinds listed is counted, not listed.']],
    [1220, 20, ['1,200 further problems of the kinds listed are counted, not listed.']],
  ])('lists %i problems of a kind as %i', (found, listed, notes) => {
    const tally = tallied();
    for (let line = 1; line <= found; line++) tally.problem(line, 'rate', 'x', 'No amount.', true);
    const account = tally.account();
    expect([account.problems.length, account.notes]).toEqual([listed, notes]);
    expect(account.problems.at(-1)).toEqual({
      file: 'a.csv',
      line: listed,
      column: 'rate',
      found: 'x',
      message: 'No amount.',
      leftOut: true,
    });
  });

  test('takes another column or message for another kind, and lists 400 in all', () => {
    const tally = tallied();
    for (let kind = 0; kind < 21; kind++) {
      for (let line = 0; line < 20; line++) tally.problem(line, `${kind % 3}`, '', `m${kind}`, false);
    }
    const { problems, notes } = tally.account();
    expect([problems.length, notes]).toEqual([
      400,
      ['20 further problems of the kinds listed are counted, not listed.'],
    ]);
    expect(problems.filter(({ message }) => message === 'm19')).toHaveLength(20);
  });
});

describe('lines that stand in a table twice', () => {
  test('are left out and counted; only one with other values is told of', () => {
    const tally = tallied();
    const keys = new RepeatedKeys(tally);
    expect(keys.isRepeated('k', '1', 2)).toBe(false);
    expect(keys.isRepeated('other', '1', 3)).toBe(false);
    expect(keys.isRepeated('k', '1', 4)).toBe(true);
    expect(keys.isRepeated('k', '2', 5)).toBe(true);
    keys.end();
    expect(tally.account()).toMatchObject({
      leftOut: { repeated: 2 },
      problems: [
        {
          line: 5,
          found: 'k',
          message: 'Line 2 has the same key with other values; that line counts.',
          leftOut: true,
        },
      ],
      notes: ['2 lines stand in the table a second time and are left out.'],
    });
  });

  test('are told as one where there is one, and as many as there are', () => {
    for (const [repeated, note] of [
      [1, '1 line stands in the table a second time and is left out.'],
      [1234, '1,234 lines stand in the table a second time and are left out.'],
    ] as const) {
      const tally = tallied();
      const keys = new RepeatedKeys(tally);
      for (let at = 0; at <= repeated; at++) keys.isRepeated('k', '1', at);
      keys.end();
      expect(tally.account().notes).toEqual([note]);
    }
  });

  test('are found among fifty thousand keys, and not past them', () => {
    const tally = tallied();
    const keys = new RepeatedKeys(tally);
    for (let key = 0; key <= 50_000; key++) expect(keys.isRepeated(`${key}`, '', key)).toBe(false);
    expect([keys.isRepeated('0', '', 1), keys.isRepeated('49999', '', 1)]).toEqual([true, true]);
    expect(keys.isRepeated('50000', '', 1)).toBe(false);
    expect(tally.account().leftOut).toEqual({ repeated: 2 });
  });

  test('are told of by number: one, or none at all', () => {
    const [one, none] = [tallied(), tallied()];
    const keys = new RepeatedKeys(one);
    keys.isRepeated('k', '1', 2);
    keys.isRepeated('k', '1', 3);
    keys.end();
    new RepeatedKeys(none).end();
    expect(one.account().notes).toEqual(['1 line stands in the table a second time and is left out.']);
    expect(none.account().notes).toEqual([]);
  });
});
