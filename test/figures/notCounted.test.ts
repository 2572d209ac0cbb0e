import { expect, test } from 'vitest';
import { absent } from '../../src/domain/cell.ts';
import { notCountedNotes } from '../../src/figures/notCounted.ts';
import { smallContract } from '../support/contracts.ts';

test('each line that is not counted says what it lacks first', () => {
  const [line] = smallContract();
  if (!line) throw new Error('no line');
  const noTarget = { ...line, target: absent('not-priced') };
  const silent = { ...noTarget, line: { ...line.line, units: null } };
  const ofNothing = { ...noTarget, own: absent('not-priced') };
  expect(notCountedNotes([])).toEqual([]);
  expect(notCountedNotes([noTarget])).toEqual(['1 line is not counted: no target.']);
  expect(notCountedNotes([noTarget, silent, ofNothing, noTarget])).toEqual([
    '4 lines are not counted: no target (2), no volume (1) and no Medicare amount to take a share of (1).',
  ]);
});
