import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, test } from 'vitest';
import type { Problem } from '../../src/domain/problem.ts';
import { ProblemList } from '../../src/ui/ProblemList.tsx';

function problem(line: number, change: Partial<Problem> = {}): Problem {
  return {
    file: 'mine.csv',
    line,
    column: 'rate',
    found: '0',
    message: 'The rate is 0.',
    leftOut: true,
    ...change,
  };
}

function show(problems: readonly Problem[], rowsRead: number, rowsLeftOut: number) {
  render(
    <ProblemList problems={problems} rowsRead={rowsRead} rowsLeftOut={rowsLeftOut} fileName="mine.csv" />,
  );
}

function bodyRows() {
  return within(screen.getByRole('table', { name: 'Problems in mine.csv' }))
    .getAllByRole('row')
    .slice(1)
    .map((row) =>
      within(row)
        .getAllByRole('cell')
        .map((cell) => cell.textContent),
    );
}

describe('problem list', () => {
  test('counts rates and lines, and lists each problem with what to do', () => {
    const problems = [
      problem(3),
      problem(1204, { column: '', found: '', message: 'The line is short.' }),
      problem(1204, { column: 'code', found: '420', message: 'No code.' }),
      problem(9, { column: 'code', found: '97001', message: 'This code was deleted.', leftOut: false }),
    ];
    show(problems, 212, 2);
    expect(screen.getByRole('status')).toHaveTextContent('212 rates read, 3 lines need a look');
    expect(
      screen.getByText('2 lines are left out of every figure; 1 line has a warning only.'),
    ).toBeInTheDocument();
    expect(screen.getAllByRole('columnheader').map((cell) => cell.textContent)).toEqual([
      'File',
      'Line',
      'Column',
      'Found',
      'What to do',
    ]);
    expect(bodyRows()).toEqual([
      ['mine.csv', '3', 'rate', '0', 'The rate is 0. Left out'],
      ['mine.csv', '1,204', '(whole line)', '(blank)', 'The line is short. Left out'],
      ['mine.csv', '1,204', 'code', '420', 'No code. Left out'],
      ['mine.csv', '9', 'code', '97001', 'This code was deleted. Warning'],
    ]);
  });

  test('one line is a line', () => {
    show([problem(2)], 1, 1);
    expect(screen.getByRole('status')).toHaveTextContent('1 rate read, 1 line needs a look');
  });

  test('nothing wrong is said, without a table', () => {
    show([], 212, 0);
    expect(screen.getByRole('status')).toHaveTextContent('212 rates read, nothing left out');
    expect(screen.getByText('Every line of mine.csv could be used.')).toBeInTheDocument();
    expect(screen.queryByRole('table')).not.toBeInTheDocument();
  });

  test('a file that is none, and a missing column that costs every line', () => {
    show([problem(0, { column: '', found: '<html>', message: 'This is a web page, not a CSV.' })], 0, 0);
    expect(screen.getByRole('status')).toHaveTextContent('0 rates read: the file cannot be used as it is');
    expect(bodyRows()[0]?.[1]).toBe('(whole file)');
    show([problem(1, { column: '', message: 'No column for rate.' })], 0, 40);
    expect(screen.getAllByRole('status')[1]).toHaveTextContent('0 rates read, 40 lines left out');
  });

  test('shows 50 at first and the rest by keyboard, with the focus kept', async () => {
    const user = userEvent.setup();
    show(
      Array.from({ length: 120 }, (_, i) => problem(i + 2)),
      5,
      120,
    );
    expect(bodyRows()).toHaveLength(50);
    await user.tab();
    expect(screen.getByRole('region', { name: 'Problems in mine.csv' })).toHaveFocus();
    await user.tab();
    expect(screen.getByRole('button', { name: 'Show all 120' })).toHaveFocus();
    await user.keyboard('{Enter}');
    expect(bodyRows()).toHaveLength(120);
    expect(screen.getByRole('button', { name: 'Show the first 50 only' })).toHaveFocus();
    await user.keyboard('{Enter}');
    expect(bodyRows()).toHaveLength(50);
  });
});
