import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { expect, it } from 'vitest';
import { type BenchmarkRow, benchmark } from '../../src/domain/benchmark.ts';
import { buildFeeSchedule } from '../../src/domain/feeSchedule.ts';
import { medicareBenchmark } from '../../src/domain/medicareBenchmark.ts';
import type { RateTable } from '../../src/domain/rateTable.ts';
import { defaultScope } from '../../src/domain/scope.ts';
import type { WhiskerKind } from '../../src/figures/distribution.ts';
import { DistributionSection } from '../../src/pages/DistributionSection.tsx';
import { rateTable } from '../support/builders.ts';

const schedule = buildFeeSchedule({ rvus: [], gpcis: [], factors: [] });
const medicare = medicareBenchmark(schedule, '97110', null, 2026, 'hospital');
const table = rateTable('97110', [
  ...Array.from({ length: 60 }, (_, index) => ({
    rate: 40 + index,
    payer: 'bcbs' as const,
    provider: `H${index}`,
  })),
  ...[100, 110, 120, 130, 500].map((rate, index) => ({
    rate,
    payer: 'cigna' as const,
    provider: `H${index}`,
  })),
]);

/** The chart says its summary once more, to those who do not see it. */
const visible = { ignore: '[hidden]' };

function Held({ rates }: { readonly rates: RateTable }) {
  const [payer, setPayer] = useState<BenchmarkRow['id']>('bcbs');
  const [whiskers, setWhiskers] = useState<WhiskerKind>('p10-p90');
  const [votes, setVotes] = useState<'first' | 'all'>('first');
  return (
    <DistributionSection
      benchmark={benchmark(rates, defaultScope, null, schedule)}
      table={rates}
      medicare={medicare}
      payer={payer}
      onPayer={setPayer}
      whiskers={whiskers}
      onWhiskers={setWhiskers}
      votes={votes}
      onVotes={setVotes}
      ratesFile="rates/97110/national.csv"
      origin="release test"
    />
  );
}

it('shows one payer’s votes as chart and table, the first five and then all', async () => {
  const user = userEvent.setup();
  render(<Held rates={table} />);
  expect(
    screen.getByRole('heading', { name: 'Distribution of BCBS for 97110, National' }),
  ).toBeInTheDocument();
  expect(await screen.findByRole('application', { name: /^Distribution of BCBS/ })).toBeInTheDocument();
  const rows = () => within(screen.getByRole('table')).getAllByRole('row').length - 1;
  expect(rows()).toBe(5);
  await user.click(screen.getByRole('button', { name: 'Show the other 55 votes' }));
  expect(rows()).toBe(60);
  expect(screen.queryByRole('button', { name: /^Show the other/ })).not.toBeInTheDocument();
  expect(screen.getAllByRole('rowheader')[5]).toHaveFocus();
  await user.click(screen.getByRole('button', { name: 'Show the first 5 only' }));
  expect(rows()).toBe(5);
  expect(screen.getByRole('button', { name: 'Show the other 55 votes' })).toHaveFocus();
});

it('lists the votes of the bar a reader picks by keyboard, and all of them again', async () => {
  const user = userEvent.setup();
  render(<Held rates={table} />);
  const chart = await screen.findByRole('application', { name: /^Distribution of BCBS/ });
  expect(chart).toHaveAccessibleDescription(/Enter lists the votes of a bin under the chart\.$/);
  chart.focus();
  // 60 votes of $40 to $99, spread 29.50: 2·29.5 ÷ ∛60 = 15.07 → bars of $10, so the fifth holds $40 to $49.
  await user.keyboard('{ArrowRight}{ArrowRight}{ArrowRight}{ArrowRight}{ArrowRight}{Enter}');
  expect(screen.getByText('Listed: 10 votes of $40.00 to under $50.00.')).toHaveAttribute('role', 'status');
  const rows = () => within(screen.getByRole('table')).getAllByRole('row').slice(1);
  expect(rows()).toHaveLength(10);
  expect(rows()[9]).toHaveTextContent(/H9.*TX.*BCBS.*\$49\.00.*methodology not stated.*2026-01-01.*line 11/);
  expect(
    screen.getByText(/The table lists only the votes of \$40\.00 to under \$50\.00\./),
  ).toBeInTheDocument();
  await user.click(screen.getByRole('button', { name: 'List the votes of every bar' }));
  expect(rows()).toHaveLength(5);
  // An empty bar has nothing to list.
  chart.focus();
  await user.keyboard('{Home}{Enter}');
  expect(rows()).toHaveLength(5);
});

it('changes payer and whiskers', async () => {
  const user = userEvent.setup();
  render(<Held rates={table} />);
  await user.selectOptions(screen.getByRole('combobox', { name: 'Payer' }), 'Cigna (n 5)');
  // P90 of 100, 110, 120, 130, 500 by type 7: 130 + 0.6·370 = 352.
  expect(screen.getByText(/P10 to P90 \$104\.00 to \$352\.00/, visible)).toBeInTheDocument();
  await user.selectOptions(
    screen.getByRole('combobox', { name: 'Whiskers' }),
    'Outermost within 1.5 spreads (Tukey)',
  );
  expect(
    screen.getByText(/within the fences \$100\.00 to \$130\.00, with 1 vote outside/, visible),
  ).toBeInTheDocument();
});

it('offers only payers with votes, and is not there without any', () => {
  const { unmount } = render(<Held rates={table} />);
  expect(
    within(screen.getByRole('combobox', { name: 'Payer' }))
      .getAllByRole('option')
      .map((each) => each.textContent),
  ).toEqual(['BUCA (n 65)', 'BCBS (n 60)', 'Cigna (n 5)']);
  unmount();
  render(<Held rates={rateTable('97110', [])} />);
  expect(screen.queryByRole('heading')).not.toBeInTheDocument();
});
