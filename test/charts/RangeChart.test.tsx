import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { RangeChart } from '../../src/charts/RangeChart.tsx';
import { rangeGeometry } from '../../src/charts/rangeGeometry.ts';
import type { RangeModel } from '../../src/figures/rangeModel.ts';
import { aetna, humana, model } from './rangeModels.ts';

function draw(changes: Partial<RangeModel> = {}, width = 1000) {
  const { container } = render(<RangeChart model={{ ...model, ...changes }} width={width} />);
  const chart = screen.getByRole('application', { name: 'National benchmark for 97110' });
  const marks = (kind: string) => [...chart.querySelectorAll(`[data-mark="${kind}"]`)];
  return { container, chart, marks };
}

describe('what is drawn', () => {
  it('draws as many of each mark as there are values', () => {
    const { marks } = draw();
    expect(marks('bar')).toHaveLength(3);
    expect(marks('median')).toHaveLength(3);
    // Cigna's mean lies past the axis; Kaiser's three votes have one.
    expect(marks('mean')).toHaveLength(3);
    expect(marks('vote')).toHaveLength(3);
    expect(marks('beyond')).toHaveLength(1);
    expect(marks('medicare')).toHaveLength(1);
  });

  it('writes every payer’s name, median and n', () => {
    const { chart } = draw();
    for (const words of ['Aetna', '$94.00', '31', 'BCBS', 'Kaiser Permanente', 'too few']) {
      expect(within(chart).getByText(words)).toBeInTheDocument();
    }
  });

  it('names the absence in the row that has nothing to draw', () => {
    const { chart } = draw();
    expect(within(chart).getByText('Data not available in the input')).toBeInTheDocument();
  });

  it('shows a mean past the axis with its amount, in the chart and in words under it', () => {
    const { chart } = draw();
    expect(within(chart).getByText('mean $245.38')).toBeInTheDocument();
    expect(screen.getByText('Cigna: the mean, $245.38, lies past the end of the axis.')).toBeInTheDocument();
  });

  it('labels the Medicare line, and draws none where there is none', () => {
    const { chart } = draw();
    expect(within(chart).getByText('Medicare $29.31')).toBeInTheDocument();
  });

  it('draws neither line nor label where Medicare does not price the service', () => {
    const { marks } = draw({ medicare: null });
    expect([...marks('medicare'), ...marks('medicare-label')]).toEqual([]);
  });

  it('draws words in every row when no payer has rates', () => {
    const { chart, marks } = draw({ marks: ['aetna', 'bcbs'].map((id) => ({ ...humana, id, label: id })) });
    expect(marks('bar')).toEqual([]);
    expect(within(chart).getAllByText('Data not available in the input')).toHaveLength(2);
  });

  it('keeps rows with the same label apart', () => {
    const { marks } = draw({ marks: [aetna, { ...aetna, id: 'own', p25: 1000 }] });
    const lefts = marks('bar').map((bar) => bar.getAttribute('x'));
    expect(new Set(lefts).size).toBe(2);
  });

  it('paints bars by their payer’s token', () => {
    const { marks } = draw();
    expect(marks('bar')[0]).toHaveAttribute('fill', 'var(--payer-aetna, var(--payer-other))');
  });

  it.each([1000, 358])('puts Recharts’ grid lines where the geometry has its ticks, at %i px', (width) => {
    const { chart } = draw({}, width);
    const lines = [...chart.querySelectorAll('.recharts-cartesian-grid-vertical line')];
    const places = new Set(lines.map((line) => Math.round(Number(line.getAttribute('x1')) * 10)));
    const ticks = rangeGeometry(model, width).ticks.map((tick) => Math.round(tick.x * 10));
    expect([...places].toSorted((a, b) => a - b)).toEqual(ticks);
  });
});

describe('the key', () => {
  it('explains the signs that are drawn', () => {
    draw();
    const key = screen.getByRole('list', { name: 'Key to the chart' });
    expect(
      within(key)
        .getAllByRole('listitem')
        .map((item) => item.textContent),
    ).toEqual([
      'P25 to P75',
      'Median',
      'Mean',
      'One vote (too few for percentiles)',
      'Past the end of the axis',
      'Medicare',
    ]);
  });

  it('leaves out signs that are not drawn', () => {
    draw({ marks: [aetna], medicare: null });
    const key = screen.getByRole('list', { name: 'Key to the chart' });
    expect(
      within(key)
        .getAllByRole('listitem')
        .map((item) => item.textContent),
    ).toEqual(['P25 to P75', 'Median', 'Mean']);
  });
});

describe('reading it without seeing it', () => {
  it('is named by the title and described by the summary', () => {
    const { chart } = draw();
    expect(chart).toHaveAccessibleDescription(/Median rates lie between \$77\.50 and \$120\.00\./);
    expect(screen.getByText(/Arrow keys/)).not.toBeVisible();
  });

  it('steps through the rows with the arrow keys and announces each', async () => {
    const user = userEvent.setup();
    draw();
    const status = screen.getByRole('status');
    await user.tab();
    expect(await within(status).findByText('Aetna, 31 providers.')).toBeInTheDocument();
    await user.keyboard('{ArrowDown}');
    expect(await within(status).findByText('BCBS, 42 providers.')).toBeInTheDocument();
    await user.keyboard('{ArrowRight}');
    expect(await within(status).findByText('Cigna, 11 providers.')).toBeInTheDocument();
    expect(screen.getByText('$245.38')).toBeVisible();
    await user.keyboard('{ArrowUp}');
    expect(await within(status).findByText('BCBS, 42 providers.')).toBeInTheDocument();
  });

  it('reaches rows without percentiles too, with each vote', async () => {
    const user = userEvent.setup();
    draw({ marks: model.marks.slice(3) });
    const status = screen.getByRole('status');
    await user.tab();
    expect(await screen.findByText('$88.00, $90.00, $96.00')).toBeInTheDocument();
    await user.keyboard('{ArrowDown}');
    expect(await within(status).findByText('Humana: data not available in the input.')).toBeInTheDocument();
    expect(screen.getAllByText('Humana: data not available in the input.')).toHaveLength(2);
  });

  it('puts the details away on Escape', async () => {
    const user = userEvent.setup();
    draw();
    await user.tab();
    await within(screen.getByRole('status')).findByText('Aetna, 31 providers.');
    expect(screen.getByText('$67.22')).toBeInTheDocument();
    await user.keyboard('{Escape}');
    expect(screen.getByRole('status')).toBeEmptyDOMElement();
    expect(screen.queryByText('$67.22')).not.toBeInTheDocument();
  });
});
