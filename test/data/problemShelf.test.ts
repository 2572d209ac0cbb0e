import { expect, test } from 'vitest';
import { mostProblems, ProblemShelf } from '../../src/data/problemShelf.ts';

const problem = (line: number) => ({
  file: 'a.csv',
  line,
  column: '',
  found: '',
  message: 'm',
  leftOut: true,
});
const listed = (count: number, first = 1) => Array.from({ length: count }, (_, at) => problem(first + at));

function shelf(lines: number, ofTable: number, unlisted?: number) {
  const made = new ProblemShelf();
  for (const each of listed(lines)) made.add(each);
  made.addAll({ problems: listed(ofTable), rowsPresent: 0, ...(unlisted === undefined ? {} : { unlisted }) });
  const { problems, notes } = made.shown();
  return [problems.length, notes];
}

const told = (count: string) => [`${count} not listed; lines left out are all counted.`];

test.each([
  [0, 0, undefined, 0, []],
  [mostProblems, 0, undefined, mostProblems, []],
  [mostProblems + 1, 0, undefined, mostProblems, told('1 more problem is')],
  // One of the file and one of the table too many.
  [mostProblems + 1, 1, undefined, mostProblems, told('2 more problems are')],
  [mostProblems - 1, 1, 0, mostProblems, []],
  [3, 2, 7, 5, told('7 more problems are')],
])('%i of lines, %i of the table and %s unlisted', (lines, ofTable, unlisted, shown, notes) => {
  expect(shelf(lines, ofTable, unlisted)).toEqual([shown, notes]);
});

test('the first by line are shown, whichever came first', () => {
  const made = new ProblemShelf();
  for (const each of listed(2, 5)) made.add(each);
  made.addAll({ problems: [problem(1)], rowsPresent: 0 });
  expect(made.shown().problems.map(({ line }) => line)).toEqual([1, 5, 6]);
});
