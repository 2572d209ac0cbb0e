import { describe, expect, it } from 'vitest';
import { payerColour } from '../../src/charts/payerColour.ts';

describe('payerColour', () => {
  it('names the payer’s token', () => {
    expect(payerColour('workers-comp')).toBe('var(--payer-workers-comp, var(--payer-other))');
  });

  it.each(['', 'Aetna', 'x); fill: red', 'a b', 'url(#x)'])('takes other payers’ colour for %j', (name) => {
    expect(payerColour(name)).toBe('var(--payer-other, var(--payer-other))');
  });
});
