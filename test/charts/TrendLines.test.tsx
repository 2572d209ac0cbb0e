import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { TrendLines } from '../../src/charts/TrendLines.tsx';
import { medicareTrend } from '../../src/domain/medicareTrend.ts';
import { medicareTrendLines } from '../../src/figures/medicareTrendLines.ts';
import { shippedSchedule } from '../support/releaseData.ts';

function draw(code: string, place: string | null, width = 720) {
  const model = medicareTrendLines(medicareTrend(shippedSchedule(), code, place));
  if (!model) throw new Error('nothing to draw');
  const { container } = render(<TrendLines model={model} width={width} />);
  const chart = screen.getByRole('application', { name: model.title });
  return { model, chart, dots: container.querySelectorAll('.recharts-line-dot') };
}

describe('what is drawn', () => {
  it('a dot for each period, a ring for the QP factor, both lines carried to the end of the last year', () => {
    const { chart, dots } = draw('97755', 'AK');
    expect(dots).toHaveLength(8);
    expect(chart.querySelectorAll('[data-mark="participant"], .recharts-reference-dot')).not.toHaveLength(0);
    expect(chart.querySelectorAll('.recharts-reference-line')).toHaveLength(2);
    expect(
      within(screen.getByRole('list', { name: 'Key to the chart' }))
        .getAllByRole('listitem')
        .map((item) => item.textContent),
    ).toEqual(['Alaska', 'National payment amount (all indices 1)', 'With the QP factor']);
    expect(screen.getByText('The amount axis does not start at $0.')).toBeInTheDocument();
  });
  it('no dot where there is no amount: 97550 begins in 2024', () => {
    expect(draw('97550', 'CA').dots).toHaveLength(4);
  });
  it('years in full, and short where they would touch', () => {
    expect(within(draw('97110', null).chart).getByText('2026')).toBeInTheDocument();
    expect(within(draw('97112', null, 350).chart).getByText('’26')).toBeInTheDocument();
  });
});

it('arrow keys step through the periods, each announced with its cause; Escape puts the details away', async () => {
  const user = userEvent.setup();
  const { chart } = draw('97755', 'AK');
  expect(chart).toHaveAccessibleDescription(/went from \$52\.20 in 2020 to \$49\.03 in 2026/);
  expect(screen.getByText(/Arrow keys/)).not.toBeVisible();
  await user.tab();
  const status = screen.getByRole('status');
  expect(await within(status).findByText('2020: $52.20.')).toBeInTheDocument();
  await user.keyboard('{ArrowRight}');
  expect(await within(status).findByText(/^2021: \$51\.21, −\$0\.99/)).toBeInTheDocument();
  expect(screen.getByText('$38.73')).toBeInTheDocument();
  await user.keyboard('{Escape}');
  expect(status).toBeEmptyDOMElement();
  expect(screen.queryByText('$38.73')).not.toBeInTheDocument();
  const said: string[] = [];
  new MutationObserver(() => said.push(status.textContent)).observe(status, {
    childList: true,
    subtree: true,
  });
  await user.tab({ shift: true });
  await user.tab();
  await user.tab();
  expect(
    said.filter((words) => words.startsWith('2021')),
    'said again on the way out',
  ).toEqual([]);
});
