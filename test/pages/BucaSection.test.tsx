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
        origin="release test"
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
  expect(row(/^Weighted/)).toHaveTextContent('no market shares are typed in');
  expect(screen.getByText('null')).toBeInTheDocument();
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
      origin="release test"
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
