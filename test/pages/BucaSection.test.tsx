import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { expect, it, vi } from 'vitest';
import { benchmark } from '../../src/domain/benchmark.ts';
import type { BucaShares } from '../../src/domain/buca.ts';
import { buildFeeSchedule } from '../../src/domain/feeSchedule.ts';
import { defaultScope } from '../../src/domain/scope.ts';
import { BucaSection } from '../../src/pages/BucaSection.tsx';
import { rateTable } from '../support/builders.ts';
import { giveDialogMethods } from '../support/dialogMethods.ts';

const schedule = buildFeeSchedule({ rvus: [], gpcis: [], factors: [] });
const table = rateTable('97110', [
  ...[40, 40, 40, 40, 40].map((rate, index) => ({ rate, payer: 'bcbs' as const, provider: `H${index}` })),
  ...[100, 100, 100, 100, 200].map((rate, index) => ({
    rate,
    payer: 'cigna' as const,
    provider: `H${index}`,
  })),
]);

function Held({ line = defaultScope.line }) {
  const [shares, setShares] = useState<BucaShares | null>(null);
  return (
    <>
      <BucaSection
        benchmark={benchmark(table, { ...defaultScope, line }, null, schedule)}
        shares={shares}
        onShares={setShares}
        reported={[]}
        table={table}
        ratesFile="rates/97110/national.csv"
        published={[]}
        origin="release test"
        address="https://example.org/code/97110/"
      />
      <output>{JSON.stringify(shares)}</output>
    </>
  );
}

const row = (name: RegExp) => screen.getByRole('row', { name });

it('weights by the shares that are typed in', async () => {
  const user = userEvent.setup();
  render(<Held />);
  expect(row(/^Pooled/)).toHaveTextContent('$80.00');
  expect(row(/^Weighted/)).toHaveTextContent('no market shares are typed in');
  await user.type(screen.getByRole('textbox', { name: 'BCBS' }), '30');
  await user.type(screen.getByRole('textbox', { name: 'Cigna' }), '10%');
  // (30·40 + 10·120) ÷ 40
  expect(within(row(/^Weighted/)).getByText('$60.00')).toBeInTheDocument();
  await user.click(screen.getByRole('button', { name: 'Clear shares' }));
  expect(screen.getByRole('button', { name: 'Clear shares' })).toHaveFocus();
  expect(row(/^Weighted/)).toHaveTextContent('no market shares are typed in');
  expect(screen.getByText('null')).toBeInTheDocument();
});

it('opens the pool by its votes, and the other ways by the payers they are made of', async () => {
  giveDialogMethods();
  const user = userEvent.setup();
  render(<Held />);
  await user.click(within(row(/^Pooled/)).getByRole('button', { name: '$80.00' }));
  const pool = await screen.findByRole('dialog', {
    name: 'Recompute this: Mean of BUCA for 97110, National',
  });
  await user.click(within(pool).getByRole('button', { name: 'Close' }));
  await user.click(within(row(/^Payer-equal/)).getByRole('button', { description: /Mean, Payer-equal$/ }));
  const panel = screen.getByRole('dialog', { name: /^Recompute this: Mean of BUCA, payer-equal/ });
  // (40 + 120) ÷ 2
  expect(within(panel).getByText('$80.00', { selector: 'p' })).toBeInTheDocument();
  await user.click(within(panel).getByRole('button', { name: '120.00', description: /Mean of Cigna$/ }));
  expect(
    screen.getByRole('heading', { name: 'Recompute this: Mean of Cigna for 97110, National' }),
  ).toHaveFocus();
  await user.click(screen.getByRole('button', { name: 'Back' }));
  expect(screen.getByRole('heading', { name: /payer-equal/ })).toHaveFocus();
});

it('says which share is no share, and does not use it', async () => {
  const user = userEvent.setup();
  render(<Held />);
  const field = screen.getByRole('textbox', { name: 'BCBS' });
  await user.type(field, '-5');
  expect(field).toBeInvalid();
  expect(
    screen.getByText('A share is a number of 0 or more, in at most nine characters. Not used: BCBS.'),
  ).toBeInTheDocument();
  expect(screen.getByText('null')).toBeInTheDocument();
});

it('tells the address the shares when a field is left, and takes those of another address', async () => {
  const user = userEvent.setup();
  const onShares = vi.fn();
  const section = (shares: BucaShares | null) => (
    <BucaSection
      benchmark={benchmark(table, defaultScope, null, schedule)}
      shares={shares}
      onShares={onShares}
      reported={[]}
      table={table}
      ratesFile="rates/97110/national.csv"
      published={[]}
      origin="release test"
      address="https://example.org/code/97110/"
    />
  );
  const { rerender } = render(section({ bcbs: 30 }));
  expect(screen.getByRole('textbox', { name: 'BCBS' })).toHaveValue('30');
  await user.type(screen.getByRole('textbox', { name: 'Cigna' }), '12.5');
  expect(onShares).not.toHaveBeenCalled();
  await user.tab();
  expect(onShares.mock.calls).toEqual([[{ bcbs: 30, cigna: 12.5 }]]);
  rerender(section({ bcbs: 30, cigna: 12.5 }));
  rerender(section({ aetna: 1 }));
  expect(screen.getByRole('textbox', { name: 'BCBS' })).toHaveValue('');
  expect(screen.getByRole('textbox', { name: 'Aetna' })).toHaveValue('1');
});

it('is not there in a plan line without BUCA', () => {
  render(<Held line="Medicaid / CHIP" />);
  expect(screen.queryByRole('heading')).not.toBeInTheDocument();
});
