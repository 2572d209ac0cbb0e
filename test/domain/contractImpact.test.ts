import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contractImpact } from '../../src/domain/contractImpact.ts';
import { anyLine, positionsOf, positionsOfLines } from '../support/contracts.ts';

describe('impact', () => {
  const positions = positionsOf([
    [{ id: 'a', code: '97110', payer: 'Aetna', units: 100, terms: { kind: 'dollars', amount: 3000 } }, 4000],
    [{ id: 'b', code: '97110', payer: 'Cigna', units: 50, terms: { kind: 'dollars', amount: 4500 } }, 4000],
    [{ id: 'c', code: '97140', payer: 'Aetna', units: 10, terms: { kind: 'dollars', amount: 3000 } }, 5000],
    [{ id: 'd', code: '97112', payer: 'Aetna', units: null, terms: { kind: 'dollars', amount: 1000 } }, 4000],
  ]);

  it('raises what is below the target, ranks by gain, and says what carries most of it', () => {
    const impact = contractImpact(positions, 'line', ({ line }) => line.code);
    // a: 100 × 10 = 1,000; c: 10 × 20 = 200; b is above and stays. 1,000 ÷ 1,200 = 83.3% ≥ 80%.
    expect(impact.rows.map(({ id, gain, now }) => [id, gain, now])).toEqual([
      ['a', 100_000, 300_000],
      ['c', 20_000, 30_000],
      ['b', 0, 225_000],
    ]);
    expect(impact.rows.map(({ cumulative }) => cumulative)).toEqual([100 / 120, 1, 1]);
    expect([impact.total.now, impact.total.atTarget, impact.total.gain]).toEqual([555_000, 675_000, 120_000]);
    expect([impact.rowsForMost, impact.linesAbove, impact.lossIfLowered]).toEqual([1, 1, 25_000]);
    expect(impact.leftOut.map(({ line }) => line.id)).toEqual(['d']);
  });

  it('the last share is the whole, whatever fractions of cents add up to', () => {
    // In the file's order 0.1 + 0.2 + 0.3 is 0.6000000000000001, ranked it is 0.6.
    const all = positionsOf(
      [0.1, 0.2, 0.3].map((gain, at) => [
        { id: `l${at}`, units: 1, terms: { kind: 'dollars', amount: 0 } },
        gain,
      ]),
    );
    expect(contractImpact(all, 'line', () => '').rows.map(({ cumulative }) => cumulative)).toEqual([
      0.5,
      0.5 / 0.6,
      1,
    ]);
  });

  it('adds lines up by code and by payer', () => {
    const byCode = contractImpact(positions, 'code', ({ line }) => line.code);
    expect(byCode.rows.map(({ id, units, gain }) => [id, units, gain])).toEqual([
      ['97110', 150, 100_000],
      ['97140', 10, 20_000],
    ]);
    const byPayer = contractImpact(positions, 'payer', ({ line }) => line.payer);
    expect(byPayer.rows.map(({ id, gain, cumulative }) => [id, gain, cumulative])).toEqual([
      ['Aetna', 120_000, 1],
      ['Cigna', 0, 1],
    ]);
  });

  it('has nothing to rank where nothing is gained', () => {
    const above = positionsOf([[{ units: 1, terms: { kind: 'dollars', amount: 5000 } }, 4000]]);
    expect(contractImpact(above, 'line', () => '').rowsForMost).toBe(0);
  });

  it('gains the same whichever way lines are grouped, and its shares end at the whole', () => {
    fc.assert(
      fc.property(fc.array(anyLine, { minLength: 1, maxLength: 20 }), (lines) => {
        const all = positionsOfLines(lines);
        const impacts = (['line', 'code', 'payer'] as const).map((by) => contractImpact(all, by, () => ''));
        const gain = lines.reduce(
          (sum, [, , units, own, target]) => sum + units * Math.max(0, target - own),
          0,
        );
        for (const { total, rows } of impacts) {
          expect(total.gain).toBe(gain);
          expect(rows.at(-1)?.cumulative).toBe(gain === 0 ? 0 : 1);
          expect(rows.every((row, at) => row.gain <= (rows[at - 1]?.gain ?? Infinity))).toBe(true);
        }
      }),
    );
  });
});
