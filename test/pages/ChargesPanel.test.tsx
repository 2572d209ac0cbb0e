import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import type { ReadCharges } from '../../src/data/chargeChoice.ts';
import { ChargesPanel } from '../../src/pages/ChargesPanel.tsx';

const charges: ReadCharges = {
  header: ['Svc', 'Gross Charge', 'Cash', 'Aetna PPO', 'Quillfern'],
  firstRows: [['97110', '100.00', '50.00', '41.50', '39.00']],
  fields: { 'gross charge': 'Gross Charge' },
  payers: ['Aetna PPO'],
  payerNames: ['Aetna'],
  source: 'headings',
};

function show(spec: Partial<ReadCharges> = {}, { isRemembered = false, isRead = true } = {}) {
  const setting = { isRemembered: () => isRemembered, onColumns: vi.fn(), onRemember: vi.fn() };
  render(<ChargesPanel file="own.csv" charges={{ ...charges, ...spec }} isRead={isRead} setting={setting} />);
  return { ...setting, user: userEvent.setup() };
}

const column = (name: string) => screen.getByRole('combobox', { name });
const again = () => screen.getByRole('button', { name: 'Read again with these columns' });

test('without a code it opens by itself, says what is missing, and reads again once it is set', async () => {
  const { user, onColumns, onRemember } = show();
  const form = screen.getByRole('form', { name: 'Columns of own.csv' });
  expect(within(form).getByRole('status')).toHaveTextContent('Say which column holds the code.');
  expect(again()).toBeDisabled();
  expect(screen.getByRole('table', { name: 'First rows, Columns of own.csv' })).toHaveTextContent(
    '97110100.00',
  );
  expect(column('Cash')).toHaveDisplayValue('leave out');
  expect(column('Aetna PPO')).toHaveDisplayValue('what this payer pays');
  expect(column('Aetna PPO')).toHaveAccessibleDescription('read as Aetna');

  await user.selectOptions(column('Svc'), 'code');
  await user.selectOptions(column('Quillfern'), 'what this payer pays');
  expect(column('Quillfern')).toHaveAccessibleDescription('the heading is taken for the payer’s name');
  // A field has one column: the one it had is left out.
  await user.selectOptions(column('Cash'), 'gross charge');
  expect(column('Gross Charge')).toHaveDisplayValue('leave out');
  await user.click(again());
  expect(onColumns.mock.calls).toEqual([
    [
      'own.csv',
      {
        headings: charges.header,
        fields: { code: 'Svc', 'gross charge': 'Cash' },
        payers: ['Aetna PPO', 'Quillfern'],
      },
    ],
  ]);
  expect(onRemember).not.toHaveBeenCalled();
});

test('what was read by is shown closed, is remembered on request, and what is remembered follows a change', async () => {
  const whole = { fields: { ...charges.fields, code: 'Svc' } };
  const { user, onRemember } = show(whole, { isRemembered: true });
  expect(screen.queryByRole('form')).not.toBeInTheDocument();
  await user.click(screen.getByText('Columns of own.csv'));
  await user.selectOptions(column('Aetna PPO'), 'leave out');
  expect(screen.getByRole('status')).toHaveTextContent('Say which column holds what a payer pays');
  await user.selectOptions(column('Quillfern'), 'what this payer pays');
  await user.click(again());
  expect(onRemember).toHaveBeenCalledWith(charges.header, { ...whole, payers: ['Quillfern'] });
  await user.click(screen.getByRole('checkbox', { name: /^Remember these columns/ }));
  expect(onRemember).toHaveBeenLastCalledWith(charges.header, null);
});

test('columns set by hand go back to the headings, remembered ones are forgotten', async () => {
  const { user, onColumns } = show({ source: 'chosen' });
  await user.click(screen.getByRole('button', { name: 'By the headings again' }));
  expect(onColumns).toHaveBeenCalledWith('own.csv', undefined);
});

test('of a table that was refused, what it may hold is shown at once and read as it is, if it is right', async () => {
  const { user, onColumns } = show({ fields: { code: 'Svc' } }, { isRead: false });
  await user.click(screen.getByRole('button', { name: 'Read with these columns' }));
  expect(onColumns).toHaveBeenCalledWith('own.csv', {
    headings: charges.header,
    fields: { code: 'Svc' },
    payers: ['Aetna PPO'],
  });
});

test('a first line of rates is never remembered', () => {
  show({ header: ['97110', '$41.50', 'Quillfern'], fields: {}, payers: [], payerNames: [] });
  expect(screen.getByRole('checkbox', { name: /^Remember these columns/ })).toBeDisabled();
  expect(screen.getByText(/its first line holds rates, not headings/)).toBeInTheDocument();
});
