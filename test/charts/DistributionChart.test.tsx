import { fireEvent, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { DistributionChart } from '../../src/charts/DistributionChart.tsx';
import { distributionGeometry, distributionHeight } from '../../src/charts/distributionGeometry.ts';
import type { DistributionModel } from '../../src/figures/distribution.ts';

const source = {
  provider: '',
  place: 'TX',
  payer: 'Aetna',
  plans: [],
  methodologies: [],
  files: [],
  date: '',
  rates: [],
};

function pointOf(id: string, amount: number) {
  return {
    id,
    amount,
    weight: 1,
    ofMedicare: { kind: 'value', value: 1 } as const,
    provider: source.provider,
    payer: source.payer,
    source,
    detail: `Hospital ${id}: ${amount}.`,
  };
}

const dots: DistributionModel = {
  title: 'Distribution of Aetna',
  summary: 'Aetna: 6 votes.',
  caption: '',
  colour: 'aetna',
  kind: 'dots',
  absence: '',
  box: { low: 1100, p25: 2000, median: 3000, p75: 3000, high: 5000 },
  mean: 4000,
  points: [
    pointOf('a', 1000),
    pointOf('b', 3000),
    pointOf('c', 3000),
    pointOf('d', 3000),
    pointOf('e', 5000),
    pointOf('f', 99000),
  ],
  bins: [],
  medicare: { amount: 2931, label: 'Medicare 2026: $29.31' },
  domain: [0, 10000],
  ticks: [0, 2000, 4000, 6000, 8000, 10000],
  beyond: ['Past the end of the axis: 1 vote, $990.00 (Hospital f).'],
};

const bin = (index: number, count: number, isOpen = false) => ({
  id: `bin-${index}`,
  from: index * 1000,
  to: (index + 1) * 1000,
  isOpen,
  count,
  range: `range ${index}`,
  detail: `Bin ${index}: ${count} votes.`,
});

const histogram: DistributionModel = {
  ...dots,
  kind: 'histogram',
  bins: [bin(0, 10), bin(1, 0), bin(2, 20), bin(3, 2, true)],
  domain: [0, 4000],
  ticks: [0, 1000, 2000, 3000],
  beyond: [],
};

function draw(model: DistributionModel, width = 800) {
  render(<DistributionChart model={model} whiskers="Whiskers: P10 to P90" width={width} />);
  const chart = screen.getByRole('application', { name: 'Distribution of Aetna' });
  return { chart, marks: (kind: string) => [...chart.querySelectorAll(`[data-mark="${kind}"]`)] };
}

describe('dots', () => {
  it('draws one for each vote, the box, its whiskers, the mean and Medicare', () => {
    const { marks, chart } = draw(dots);
    expect(marks('vote')).toHaveLength(6);
    expect(marks('box')).toHaveLength(1);
    expect(marks('whisker')).toHaveLength(2);
    expect(marks('mean')).toHaveLength(1);
    expect(within(chart).getByText('Medicare 2026: $29.31')).toBeInTheDocument();
    expect(screen.getByText('Past the end of the axis: 1 vote, $990.00 (Hospital f).')).toBeInTheDocument();
  });

  it('piles equal votes up, apart from each other and inside the chart at any width', () => {
    for (const width of [320, 800, 1400]) {
      const { marks, plot } = distributionGeometry(dots, width);
      const equal = marks.slice(1, 4);
      expect(new Set(equal.map((mark) => mark.x)).size).toBe(1);
      expect(new Set(equal.map((mark) => mark.y)).size).toBe(3);
      for (const { x, y } of marks) {
        expect(x).toBeGreaterThanOrEqual(plot.left);
        expect(x).toBeLessThanOrEqual(plot.right);
        expect(y).toBeLessThan(plot.bottom);
        expect(y).toBeGreaterThan(plot.top + 46);
      }
    }
  });

  it('keeps a pile of 29 equal votes under the box', () => {
    const points = Array.from({ length: 29 }, (_, index) => pointOf(String(index), 3000));
    const { marks, plot } = distributionGeometry({ ...dots, points }, 800);
    expect(new Set(marks.map((mark) => mark.y)).size).toBe(29);
    expect(Math.min(...marks.map((mark) => mark.y))).toBeGreaterThan(plot.top + 46);
  });
});

describe('histogram', () => {
  it('draws a bar for each bin with its count above, none over an empty one', () => {
    const { marks, chart } = draw(histogram);
    expect(marks('bin')).toHaveLength(4);
    for (const count of ['10', '20', '2']) expect(within(chart).getByText(count)).toBeInTheDocument();
    expect(within(chart).queryByText('0')).not.toBeInTheDocument();
  });

  it('makes bars as high as their counts', () => {
    const { marks } = distributionGeometry(histogram, 800);
    const [first, second, third] = marks.map((mark) => mark.height);
    expect(second).toBe(0);
    expect((third as number) / (first as number)).toBeCloseTo(2, 10);
  });
});

it('names the whiskers and the other signs in its key', () => {
  draw(dots);
  const key = screen.getByRole('list', { name: 'Key to the chart' });
  expect(
    within(key)
      .getAllByRole('listitem')
      .map((item) => item.textContent),
  ).toEqual([
    'P25 to P75',
    'Median',
    'Whiskers: P10 to P90',
    'Mean',
    'One vote',
    'Past the end of the axis',
    'Medicare',
  ]);
});

describe('reading it without seeing it', () => {
  it('is described by its summary and steps through the votes by keyboard', async () => {
    const user = userEvent.setup();
    const { chart } = draw(dots);
    expect(chart).toHaveAccessibleDescription(/Aetna: 6 votes\. Arrow keys step through the votes\./);
    // The page prints the summary above: who hears it need not hear it twice.
    expect(screen.getByText(/Arrow keys/)).not.toBeVisible();
    const status = screen.getByRole('status');
    await user.tab();
    expect(chart).toHaveFocus();
    await user.keyboard('{ArrowRight}');
    expect(status).toHaveTextContent('Hospital a: 1000.');
    await user.keyboard('{ArrowRight}{ArrowDown}');
    expect(status).toHaveTextContent('Hospital c: 3000.');
    await user.keyboard('{End}');
    expect(status).toHaveTextContent('Hospital f: 99000.');
    await user.keyboard('{ArrowRight}');
    expect(status).toHaveTextContent('Hospital f: 99000.');
    await user.keyboard('{Home}{ArrowLeft}');
    expect(status).toHaveTextContent('Hospital a: 1000.');
    await user.keyboard('{Escape}');
    expect(status).toBeEmptyDOMElement();
  });

  it('steps through the bins of a histogram', async () => {
    const user = userEvent.setup();
    draw(histogram);
    await user.tab();
    await user.keyboard('{End}');
    expect(screen.getByRole('status')).toHaveTextContent('Bin 3: 2 votes.');
  });
});

describe('hover', () => {
  it('shows the vote under or near the pointer, and nothing far from any', () => {
    const { chart } = draw(dots);
    const mark = distributionGeometry(dots, 800).marks[4];
    if (!mark) throw new Error('no mark');
    fireEvent.pointerMove(chart, { clientX: mark.x + 6, clientY: mark.y - 5 });
    expect(screen.getByRole('status')).toHaveTextContent('Hospital e: 5000.');
    expect(screen.getAllByText('Hospital e: 5000.')).toHaveLength(2);
    fireEvent.pointerMove(chart, { clientX: mark.x + 200, clientY: 5 });
    expect(screen.getByRole('status')).toBeEmptyDOMElement();
  });

  it('takes the whole column of a bin', () => {
    const { chart } = draw(histogram);
    const mark = distributionGeometry(histogram, 800).marks[1];
    if (!mark) throw new Error('no mark');
    fireEvent.pointerMove(chart, { clientX: mark.x + 3, clientY: 60 });
    expect(screen.getByRole('status')).toHaveTextContent('Bin 1: 0 votes.');
  });
});

it('has a height that does not depend on its width', () => {
  expect(distributionGeometry(dots, 320).height).toBe(distributionHeight('dots'));
  expect(distributionGeometry(dots, 1400).height).toBe(distributionHeight('dots'));
});
