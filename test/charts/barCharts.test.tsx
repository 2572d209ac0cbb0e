import { render, screen } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { axisTicks } from '../../src/charts/axisTicks.ts';
import { barRows } from '../../src/charts/barRows.ts';
import { TornadoChart } from '../../src/charts/TornadoChart.tsx';
import { tornadoGeometry, tornadoHeight } from '../../src/charts/tornadoGeometry.ts';
import { WaterfallChart } from '../../src/charts/WaterfallChart.tsx';
import { waterfallGeometry, waterfallHeight } from '../../src/charts/waterfallGeometry.ts';
import type { TornadoModel } from '../../src/figures/swingFigure.ts';
import { waterfall, waterfallStep, waterfallTotal } from '../../src/figures/waterfall.ts';

/** 1,000 now, +400, −100, the rest +50: 1,350 at the end; axis 0 to 1,500. */
const steps = waterfall('What it brings', 'From 1,000 to 1,350.', [
  waterfallTotal('now', 'Revenue now', 100_000),
  waterfallStep('a', '97110', 100_000, 140_000),
  waterfallStep('b', '97140', 140_000, 130_000),
  waterfallStep('rest', '3 other codes', 130_000, 135_000, true),
  waterfallTotal('end', 'At target', 135_000),
]);

const swings: TornadoModel = {
  title: 'What the gain hangs on',
  summary: 'Most on 97110.',
  base: 56_000,
  baseText: 'Gain $560.00',
  targetKey: 'Target ±10 points',
  volumeKey: 'Volume ±10%',
  rows: [
    {
      id: '97110',
      label: '97110',
      target: [36_000, 86_000],
      volume: [50_000, 62_000],
      targetText: '$360.00 to $860.00',
      volumeText: '$500.00 to $620.00',
    },
  ],
  domain: [26_000, 96_000],
  ticks: [26_000, 56_000, 96_000],
};

describe.each([720, 340])('at %d pixels', (width) => {
  test('every step of a waterfall begins where the one above ends', () => {
    const { marks, plot, height } = waterfallGeometry(steps, width);
    expect(height).toBe(waterfallHeight(5));
    const perDollar = (plot.right - plot.left) / 1500;
    const [now, a, b, rest, end] = marks.map(({ bar }) => bar);
    if (!now || !a || !b || !rest || !end) throw new Error('no bars');
    expect(now.width).toBeCloseTo(1000 * perDollar, 0);
    expect(a.x).toBeCloseTo(now.x + now.width, 0);
    expect(a.width).toBeCloseTo(400 * perDollar, 0);
    // A loss runs back: its right edge is where the gain ended.
    expect(b.x + b.width).toBeCloseTo(a.x + a.width, 0);
    expect(rest.x).toBeCloseTo(b.x, 0);
    expect(end.x + end.width).toBeCloseTo(rest.x + rest.width, 0);
    expect(marks.map(({ paint }) => paint)).toEqual(['total', 'gain', 'loss', 'rest', 'total']);
    expect(marks.map(({ link }) => link !== null)).toEqual([true, true, true, true, false]);
    expect(marks.every(({ breakX }) => breakX === null)).toBe(true);
  });

  test('bars stay inside the plot and rows do not touch', () => {
    const { marks, plot } = waterfallGeometry(steps, width);
    for (const [index, { bar, lines }] of marks.entries()) {
      expect(bar.x).toBeGreaterThanOrEqual(plot.left - 0.1);
      expect(bar.x + bar.width).toBeLessThanOrEqual(plot.right + 1);
      const next = marks[index + 1];
      if (next) expect(Math.max(bar.y + bar.height, ...lines.map(({ y }) => y))).toBeLessThan(next.bar.y);
    }
  });

  test('a tornado’s bars lie around the gain as it stands', () => {
    const { marks, baseX, plot, height } = tornadoGeometry(swings, width);
    expect(height).toBe(tornadoHeight(1));
    const perDollar = (plot.right - plot.left) / 700;
    const [row] = marks;
    if (!row) throw new Error('no row');
    expect(baseX).toBeCloseTo(plot.left + 300 * perDollar, 0);
    expect(baseX - row.target.x).toBeCloseTo(200 * perDollar, 0);
    expect(row.target.width).toBeCloseTo(500 * perDollar, 0);
    expect(row.volume.width).toBeCloseTo(120 * perDollar, 0);
    expect(row.target.y + row.target.height).toBeLessThan(row.volume.y);
  });
});

test('a total on an axis that starts late is drawn broken, and that is said', () => {
  const late = waterfall('Late', 'From 1,000 to 1,010.', [
    waterfallTotal('now', 'Revenue now', 100_000),
    waterfallStep('a', '97110', 100_000, 101_000),
    waterfallTotal('end', 'At target', 101_000),
  ]);
  expect(late.domain[0]).toBeGreaterThan(0);
  expect(waterfallGeometry(late, 720).marks.map(({ breakX }) => breakX !== null)).toEqual([
    true,
    false,
    true,
  ]);
  render(<WaterfallChart model={late} width={720} />);
  expect(screen.getByText(/^The axis does not start at \$0/)).toBeInTheDocument();
  expect(screen.getByRole('img', { name: /^Late. From 1,000 to 1,010./ })).toBeInTheDocument();
});

test('labels and values are words in the drawing, fills differ without colour', () => {
  const { container } = render(<WaterfallChart model={steps} width={720} />);
  expect(screen.getByText('3 other codes')).toBeInTheDocument();
  expect(screen.getByText('−$100.00')).toBeInTheDocument();
  const fills = ['gain', 'loss', 'rest'].map((mark) =>
    container.querySelector(`[data-mark="${mark}"]`)?.getAttribute('fill'),
  );
  expect(new Set(fills).size).toBe(3);
  expect(fills.every((fill) => fill?.startsWith('url(#'))).toBe(true);
  expect(screen.queryByText(/does not start at/)).not.toBeInTheDocument();
});

test('a tornado has a key, and both ranges beside each row where there is room', () => {
  const { unmount } = render(<TornadoChart model={swings} width={720} />);
  expect(screen.getByRole('list', { name: 'Key to the chart' })).toHaveTextContent(
    'Target ±10 pointsVolume ±10%Gain $560.00',
  );
  expect(screen.getByText('$360.00 to $860.00')).toBeInTheDocument();
  unmount();
  render(<TornadoChart model={swings} width={340} />);
  expect(screen.queryByText('$360.00 to $860.00')).not.toBeInTheDocument();
});

test('a long name is cut in the drawing, with a mark that it goes on', () => {
  const { rows } = barRows(
    [{ label: 'A payer of a very long name without an end'.repeat(3), values: ['$1.00'] }],
    340,
    40,
  );
  expect(rows[0]?.lines[0]?.text).toMatch(/…$/);
});

test('an axis past ten thousand dollars has short labels where they are exact', () => {
  const labels = (dollars: readonly number[]) =>
    axisTicks(
      dollars.map((each) => each * 100),
      (amount) => amount,
    ).map(({ label }) => label);
  expect(labels([0, 250_000, 500_000])).toEqual(['$0', '$250k', '$500k']);
  expect(labels([0, 500_000, 1_250_000])).toEqual(['$0', '$0.5M', '$1.25M']);
  expect(labels([0, 5000, 9999])).toEqual(['$0', '$5,000', '$9,999']);
  expect(labels([12_345, 24_690])).toEqual(['$12,345', '$24,690']);
});
