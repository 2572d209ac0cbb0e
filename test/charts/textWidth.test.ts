import { describe, expect, it } from 'vitest';
import { wrapLabel } from '../../src/charts/textWidth.ts';

describe('wrapLabel', () => {
  it('leaves a label that fits on one line', () => {
    expect(wrapLabel('Aetna', 190, 13)).toEqual(['Aetna']);
  });

  it('breaks at a space into two lines and loses no word', () => {
    expect(wrapLabel('Medicare (as hospitals publish it)', 190, 13)).toEqual([
      'Medicare (as hospitals',
      'publish it)',
    ]);
  });

  it('never cuts a word', () => {
    expect(wrapLabel('Unbreakable', 10, 13)).toEqual(['Unbreakable']);
  });
});
