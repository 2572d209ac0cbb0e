import { render } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { FluidRangeChart } from '../../src/charts/FluidRangeChart.tsx';
import { numbersAbove } from '../../src/charts/RangeFrame.tsx';
import { rangeGeometry } from '../../src/charts/rangeGeometry.ts';
import { StaticRangeChart } from '../../src/charts/StaticRangeChart.tsx';
import type { RangeModel } from '../../src/figures/rangeModel.ts';
import { model } from './rangeModels.ts';

function draw(changes: Partial<RangeModel> = {}) {
  const drawn = { ...model, ...changes };
  const fluid = render(<FluidRangeChart model={drawn} />).container;
  const still = render(<StaticRangeChart model={drawn} width={1030} />).container;
  return { drawn, fluid, still };
}

/** Where a share of the plot lies in a box of this width. */
function placed(share: string | null, drawn: RangeModel, width: number): number {
  const { plot } = rangeGeometry(drawn, width).layout;
  return plot.left + (Number.parseFloat(share ?? '') / 100) * (plot.right - plot.left);
}

describe.each([326, 540, 700, 1030])('in a box of %i px', (width) => {
  it('has bars, medians and means where the measured drawing has them', () => {
    const { drawn, fluid } = draw();
    const { rows } = rangeGeometry(drawn, width);
    const bars = [...fluid.querySelectorAll('svg[role="img"] rect')];
    const expected = rows.flatMap((row) => (row.bar ? [row.bar] : []));
    expect(bars).toHaveLength(expected.length);
    for (const [index, bar] of bars.entries()) {
      expect(placed(bar.getAttribute('x'), drawn, width)).toBeCloseTo(expected[index]?.x ?? 0, 0);
    }
    const marks = (glyph: string) =>
      [...fluid.querySelectorAll(`svg[role="img"] use[href$="${glyph}"]`)].map((use) =>
        placed(use.getAttribute('x'), drawn, width),
      );
    const near = (found: number[], wanted: (number | null)[]) => {
      const present = wanted.filter((x) => x !== null);
      expect(found).toHaveLength(present.length);
      for (const [index, x] of found.entries()) expect(Math.abs(x - (present[index] ?? 0))).toBeLessThan(0.3);
    };
    near(
      marks('d'),
      rows.map((row) => row.median),
    );
    near(
      marks('m'),
      rows.map((row) => row.mean),
    );
  });
});

it('says what the measured drawing says: title, summary, key, names, numbers, ticks, absences, what lies beyond', () => {
  const { fluid, still } = draw();
  for (const part of ['title', 'desc']) {
    expect(fluid.querySelector(part)?.textContent).toBe(still.querySelector(part)?.textContent);
  }
  const words = (box: Element, query: string) =>
    [...box.querySelectorAll(query)].map((each) => each.textContent);
  expect(words(fluid, 'ul li')).toEqual(words(still, 'ul li'));
  const said = new Set(words(fluid, 'svg[role="img"] text'));
  for (const word of words(still, 'svg[role="img"] text')) expect(said).toContain(word);
  expect(words(fluid, 'p')).toEqual(words(still, 'p'));
});

it('says "median" where the name leaves room for it, and lets it go in a box narrower still', () => {
  const [first] = model.marks;
  if (!first) throw new Error('the model has no row');
  const mark = { ...first, label: 'Kaiser Perm.', median: 7979, n: 12 };
  // Letters 0.56 wide and 0.12 apart, as a reader may set them: 12 × 13 × 0.68 = 106 px for the name, 20 × 12 × 0.68 =
  // 163 for all words: 324 has room, 254 not.
  const numbers = (label: string, width: number) => {
    const row = rangeGeometry({ ...model, marks: [{ ...mark, label }] }, width).rows[0];
    return row && numbersAbove(row, width);
  };
  expect([numbers(mark.label, 324), numbers(mark.label, 254)]).toEqual([
    'median $79.79 · n 12',
    '$79.79 · n 12',
  ]);
  // Beside 163 and a gap of 8 there is room for 150 px, but not for 159: as letters come they would take 131.
  expect(numbers('Kaiser Permanente', 324)).toBe('median $79.79 · n 12');
  expect(numbers('UnitedHealth Group', 324)).toBe('$79.79 · n 12');
  const { fluid } = draw({ marks: [mark] });
  const words = [...fluid.querySelectorAll('tspan')].find((part) => part.textContent === 'median ');
  expect(words?.parentElement?.textContent).toBe('median $79.79 · n 12');
});

it('is as high as the measured drawing', () => {
  const { fluid, still } = draw();
  const height = (box: Element) => box.querySelector('svg[role="img"]')?.getAttribute('height');
  expect(height(fluid)).toBe(height(still));
});

it('points the Medicare line’s words at the line, or holds them at an edge of a narrow box', () => {
  const { fluid } = draw({ medicare: { amount: 300, label: 'Medicare $3.00' } });
  const labels = [...fluid.querySelectorAll('svg[role="img"] text')].filter(
    (text) => text.textContent === 'Medicare $3.00',
  );
  // Over the line in a wide box; from the left edge on in a narrow one, where half of the words would be cut off.
  expect(labels.map((label) => [label.getAttribute('x'), label.getAttribute('style')])).toEqual([
    // 300 of 18,000, by a drawing that knows tenths of a pixel
    ['1.66%', 'text-anchor: middle;'],
    ['0', 'text-anchor: start;'],
  ]);
});
