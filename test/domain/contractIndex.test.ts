import { describe, expect, it } from 'vitest';
import { absent, present, valueOf } from '../../src/domain/cell.ts';
import { contractIndex } from '../../src/domain/contractIndex.ts';
import { positionsOf } from '../support/contracts.ts';

describe('index', () => {
  it('holds lines with both amounts and a volume above 0, and is absent without one', () => {
    const none = absent('not-comparable', 'no line has both amounts and a volume');
    const [line] = positionsOf([[{ units: 10 }, 4000]]);
    if (!line) throw new Error('one line');
    const idle = { ...line, line: { ...line.line, units: 0 } };
    const silent = { ...line, line: { ...line.line, units: null } };
    expect(contractIndex('i', 'Index', [idle, silent], true)).toMatchObject({
      id: 'i',
      label: 'Index',
      ofMedicare: none,
      ofMedian: none,
      lines: 2,
      medianLines: 0,
      units: present(0),
    });
    expect(contractIndex('', '', [silent], false)).toMatchObject({
      ofMedian: present(0.75),
      units: absent('not-in-input'),
    });
    expect(contractIndex('', '', [{ ...line, median: none }, line], true)).toMatchObject({
      ofMedian: present(0.75),
      medianLines: 1,
      medicareLines: 2,
      units: present(20),
    });
  });

  it('is a ratio of sums by volume', () => {
    const positions = positionsOf([
      [{ code: '97110', units: 100, terms: { kind: 'dollars', amount: 3000 } }, 4000],
      [{ code: '97140', units: 300, terms: { kind: 'dollars', amount: 5000 } }, 4000],
      [{ code: '97112', units: null, terms: { kind: 'dollars', amount: 1 } }, 4000],
    ]);
    // (100 × 30 + 300 × 50) ÷ (400 × 40) = 18,000 ÷ 16,000; the line without a volume is in neither sum.
    const index = contractIndex('total', 'All', positions, true);
    expect(valueOf(index.ofMedian)).toBe(1.125);
    expect([index.lines, index.medianLines, valueOf(index.units)]).toEqual([3, 2, 400]);
    // Unweighted: (30 + 50 + 0.01) ÷ 120.
    expect(valueOf(contractIndex('total', 'All', positions, false).ofMedian)).toBeCloseTo(8001 / 12000, 12);
  });
});
