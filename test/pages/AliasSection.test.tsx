import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import type { Plan } from '../../src/domain/rateTable.ts';
import { AliasSection } from '../../src/pages/AliasSection.tsx';
import { shippedAliases } from '../support/releaseData.ts';

const plan = { id: 'n1', parent: '', line: 'Commercial', plan: '' } as const;
const plans: readonly Plan[] = [
  { ...plan, payerRaw: 'BCBSTX', payer: 'bcbs' },
  { ...plan, id: 'n2', payerRaw: 'BCBS OF TEXAS', plan: 'PPO', payer: 'bcbs' },
  { ...plan, id: 'n3', payerRaw: 'UMR', payer: 'other' },
];

function rowOf(name: RegExp): (string | null)[] {
  const row = within(screen.getByRole('table', { name: 'Payer names' })).getByRole('row', { name });
  return within(row)
    .getAllByRole('cell')
    .map((cell) => cell.textContent);
}

test('shows the rows that decided a name, with how many and which', () => {
  render(<AliasSection aliases={shippedAliases()} plans={plans} origin="release r" />);
  expect(screen.getByRole('status', { name: 'Found: rows' })).toHaveTextContent(/^2 rows of 1,\d{3} rows$/);
  expect(rowOf(/^bcbs\*/)).toEqual([
    'brand',
    'BCBS',
    'Commercial',
    'anywhere',
    '2',
    'BCBSTX · BCBS OF TEXAS, PPO',
    'no note',
  ]);
});

test('says how far the table agrees with the source data', () => {
  render(<AliasSection aliases={shippedAliases()} plans={plans} origin="release r" />);
  expect(screen.getByText(/2 of 3 payers and plans of this release count under the payer/)).toHaveTextContent(
    '1 would count elsewhere',
  );
});

test('finds rows by words, parent or note, also those that decided nothing', async () => {
  const user = userEvent.setup();
  render(<AliasSection aliases={shippedAliases()} plans={plans} origin="release r" />);
  const find = screen.getByRole('searchbox', { name: 'Find in the table' });
  await user.type(find, 'evernorth');
  expect(screen.getByRole('status', { name: 'Found: rows' })).toHaveTextContent(/^0 rows of/);
  expect(screen.queryByRole('table')).not.toBeInTheDocument();
  await user.click(screen.getByRole('checkbox', { name: /Also rows that decided no name/ }));
  expect(rowOf(/^evernorth\*/)).toEqual([
    'brand',
    'Cigna',
    'Commercial',
    'anywhere',
    '0',
    'none in this release',
    'no note',
  ]);
  await user.clear(find);
  expect(screen.getByRole('status', { name: 'Found: rows' })).toHaveTextContent('the first 25 are shown');
});

test('a name can be tried', async () => {
  const user = userEvent.setup();
  render(<AliasSection aliases={shippedAliases()} plans={plans} origin="release r" />);
  const answer = screen.getByRole('status', { name: 'What the name stands for' });
  const payer = screen.getByRole('textbox', { name: 'Payer' });
  await user.type(payer, 'UNTD HLTH');
  expect(answer).toHaveTextContent(
    'Parent: UnitedHealth Group. Line: Commercial (taken for it, because the names do not say). Counts under UnitedHealth Group. Decided by “united health*”.',
  );
  await user.type(screen.getByRole('textbox', { name: /^Plan/ }), 'MCR ADV');
  expect(answer).toHaveTextContent('Line: Medicare Advantage. Counts under Medicare Advantage.');
  await user.clear(payer);
  await user.type(payer, 'Self-Pay');
  expect(answer).toHaveTextContent('A price without a payer');
});
