import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { beforeAll, expect, test } from 'vitest';
import { firstTermsView, TermsSection } from '../../src/pages/TermsSection.tsx';
import { giveDialogMethods } from '../support/dialogMethods.ts';
import { shippedSchedule } from '../support/releaseData.ts';
import { cellsOfRow } from '../support/rows.ts';

beforeAll(giveDialogMethods);

async function show() {
  function Page() {
    const [view, setView] = useState({ ...firstTermsView, code: '97755' });
    return (
      <TermsSection
        view={view}
        onView={setView}
        codes={[]}
        schedule={shippedSchedule()}
        release={{ id: 'test', date: '2026-11-22' }}
      />
    );
  }
  render(<Page />);
  expect(await screen.findAllByRole('application')).toHaveLength(2);
  return userEvent.setup();
}

const past = 'What the same words would have paid for 97755, National, 2020 to 2026';
const group = (name: string) => within(screen.getByRole('group', { name }));

async function type(name: string, term: string, text: string) {
  const user = userEvent.setup();
  const field = (term === '' ? screen : group(term)).getByRole('textbox', { name });
  await user.clear(field);
  if (text !== '') await user.type(field, text);
}

test('the example, then terms of one’s own: $42.50 flat against 110% of Medicare', async () => {
  await show();
  expect(screen.getAllByText(/The terms are an example, made up/)).toHaveLength(2);
  expect(screen.queryByText(/^Marked confidential/)).not.toBeInTheDocument();
  await type('Dollars a unit', 'Term A', '42.50');
  expect(screen.getAllByText(/^Marked confidential/)).toHaveLength(2);
  await type('Percent a year', 'Term A', '');
  await type('Percent', 'Term B', '110');
  expect(cellsOfRow(past, /^2025/)).toEqual(['$38.56', '$42.50', '$42.42', '+$0.08', 'A']);
  expect(
    screen.getAllByText(/B pays more at first; A overtakes in 2025 and B overtakes in 2026/),
  ).not.toHaveLength(0);
  expect(screen.queryByText(/made up/)).not.toBeInTheDocument();
});

test('Medicare ahead is stated, and can be typed', async () => {
  const user = await show();
  // (38.8467 ÷ 40.3729)^(1/6) − 1.
  expect(
    screen.getByText(/Assumed: Medicare changes by −0\.64% a year \(as 2020 to 2026 went/),
  ).toBeInTheDocument();
  await user.selectOptions(screen.getByRole('combobox', { name: 'Medicare ahead' }), 'a change you type');
  await type('Medicare changes by (% a year)', '', '1');
  await type('Percent', 'Term B', '100');
  await type('Units a year', '', '100');
  // 38.8467 × 1.01² = 39.6275.
  const ahead = 'What the terms are worth for 97755, National, 3 years';
  expect(cellsOfRow(ahead, /^2028/)[2]).toBe('$39.63');
  await user.selectOptions(
    screen.getByRole('combobox', { name: 'Years of the contract' }),
    '2 years, 2026 to 2027',
  );
  // 38.8467 × (1 + 1.01) × 100; the amounts for one unit have no sum and share one cell.
  expect(cellsOfRow(ahead.replace('3 years', '2 years'), /^All 2 years/)[2]).toBe('$7,808.19');
});

test('charges, a fixed year and rises typed year by year', async () => {
  const user = await show();
  await user.click(group('Term A').getByRole('checkbox', { name: 'The lesser of this and the charge' }));
  expect(screen.getAllByText('No charge is given, so no amount can be told.')).toHaveLength(2);
  await type('Charge a unit in 2026 ($)', '', '35');
  expect(cellsOfRow(past, /^2020/)[1]).toBe('$35.00');
  await user.selectOptions(group('Term B').getByRole('combobox', { name: 'Medicare of' }), '2023 (fixed)');
  await user.selectOptions(
    group('Term B').getByRole('combobox', { name: 'Rises' }),
    'typed year by year (CPI)',
  );
  await type('Percent, second year on, with commas', 'Term B', '3, 2.5');
  // 1.2 × 40.1534 = 48.184; × 1.03 = 49.63; × 1.025 = 50.87, then no more.
  expect(['2020', '2021', '2022', '2026'].map((year) => cellsOfRow(past, new RegExp(`^${year}`))[2])).toEqual(
    ['$48.18', '$49.63', '$50.87', '$50.87'],
  );
  await user.selectOptions(group('Term B').getByRole('combobox', { name: 'Paid as' }), '% of charges');
  await type('Percent', 'Term B', '80');
  await type('Percent, second year on, with commas', 'Term B', '');
  expect(cellsOfRow(past, /^2020/)[2]).toBe('$28.00');
});

test('what cannot be read is named, and nothing is shown in its place', async () => {
  const user = await show();
  await type('Dollars a unit', 'Term A', 'forty');
  await type('Percent', 'Term B', 'x');
  expect(
    screen.getByText(/term A: the amount is dollars and cents; term B: the share is a percentage/),
  ).toBeVisible();
  expect(screen.queryByRole('table')).not.toBeInTheDocument();
  await user.click(screen.getByRole('button', { name: 'Back to the example terms' }));
  expect(screen.getAllByRole('table')).toHaveLength(2);
});

test('a figure opens its working', async () => {
  const user = await show();
  await user.click(
    screen.getAllByRole('button', { description: 'Recompute this: B, 2025' })[0] as HTMLElement,
  );
  expect(await screen.findByRole('dialog')).toHaveTextContent(/B for 97755, National, 2025/);
});
