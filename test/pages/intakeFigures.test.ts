import { expect, test } from 'vitest';
import type { IntakeFile } from '../../src/data/intake/intakeReport.ts';
import { intakeFilesFigure } from '../../src/pages/intakeFigures.ts';

function file(format: NonNullable<IntakeFile['format']>, read: number): IntakeFile {
  const account = { present: read, read, leftOut: {}, problems: [], notes: [] };
  return {
    file: `${format}.csv`,
    format,
    formatName: '',
    refusal: '',
    head: null,
    account,
  };
}

test.each<[IntakeFile[], string]>([
  [[file('gpci', 109)], '1 file of 1 read: 109 lines of Medicare’s tables were read.'],
  [[file('locco', 1)], '1 file of 1 read: 1 line of Medicare’s tables was read.'],
  [[file('hpt-json', 1)], '1 file of 1 read: 1 amount became a rate.'],
  [
    [file('hpt-json', 1200), file('pprrvu', 3)],
    '2 files of 2 read: 3 lines of Medicare’s tables were read and 1,200 amounts became rates.',
  ],
  [[file('own-table', 0)], '1 file of 1 read: 0 amounts became rates.'],
])('only what holds rates gives rates: %#', (files, summary) => {
  expect(intakeFilesFigure(files, 'a test').summary).toBe(summary);
});
