import { act, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { defaultScope, type Scope } from '../../src/domain/scope.ts';
import { ScopeBar } from '../../src/ui/ScopeBar.tsx';

function show(scope: Scope = defaultScope, medicareYear: number | null = null) {
  const calls = { onScope: vi.fn(), onForesee: vi.fn(), onMedicareYear: vi.fn(), onReset: vi.fn() };
  render(
    <ScopeBar
      scope={scope}
      years={[2020, 2022, 2026]}
      medicareYear={medicareYear}
      medicareYears={[2024, 2025, 2026]}
      sentence="Commercial lines in hospital outpatient departments."
      {...calls}
    />,
  );
  return calls;
}

test('prints the scope as a sentence and shows it in the controls', () => {
  show();
  expect(screen.getByRole('region', { name: 'What counts' })).toHaveTextContent(
    'Commercial lines in hospital outpatient departments.',
  );
  expect(screen.getByRole('combobox', { name: 'Site' })).toHaveDisplayValue('Hospital outpatient');
  expect(screen.getByRole('combobox', { name: 'One vote per' })).toHaveDisplayValue('Provider');
  expect(screen.getByRole('combobox', { name: 'Files from' })).toHaveDisplayValue('Earliest');
  expect(screen.getByRole('combobox', { name: 'Files to' })).toHaveDisplayValue('Latest');
  expect(screen.getByRole('combobox', { name: 'Rows that contradict their own file' })).toHaveDisplayValue(
    'Left out',
  );
  expect(screen.getByRole('combobox', { name: 'Medicare year' })).toHaveDisplayValue('2026 (newest)');
});

test.each([
  ['Site', 'Office, professional', { ...defaultScope, site: 'office' }],
  ['Site', 'All sites', { ...defaultScope, site: 'all' }],
  ['One vote per', 'Published rate', { ...defaultScope, basis: 'rates' }],
  ['Files from', '2022', { ...defaultScope, vintage: { from: 2022, to: null } }],
  ['Files to', '2022', { ...defaultScope, vintage: { from: null, to: 2022 } }],
  ['Rows that contradict their own file', 'Counted', { ...defaultScope, leftOutRows: 'in' }],
])('%s: %s asks for just that change', async (control, choice, expected) => {
  const { onScope } = show();
  await userEvent.selectOptions(screen.getByRole('combobox', { name: control }), choice);
  expect(onScope).toHaveBeenCalledExactlyOnceWith(expected);
});

test('an end of the years moved past the other takes it along', async () => {
  const { onScope } = show({ ...defaultScope, vintage: { from: 2022, to: 2022 } });
  await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Files from' }), '2026');
  await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Files to' }), '2020');
  await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Files from' }), 'Earliest');
  expect(onScope.mock.calls.map(([scope]) => scope.vintage)).toEqual([
    { from: 2026, to: 2026 },
    { from: 2020, to: 2020 },
    { from: null, to: 2022 },
  ]);
});

test('a control that has the focus tells what may be asked for next, the nearest choice first', () => {
  const { onForesee } = show({ ...defaultScope, vintage: { from: 2020, to: 2020 } });
  act(() => screen.getByRole('combobox', { name: 'Files from' }).focus());
  act(() => screen.getByRole('combobox', { name: 'One vote per' }).focus());
  // No votes are counted anew for another year of Medicare.
  act(() => screen.getByRole('combobox', { name: 'Medicare year' }).focus());
  const [years, bases] = onForesee.mock.calls.map(([scopes]) => scopes);
  expect(onForesee).toHaveBeenCalledTimes(2);
  expect(years.map(({ vintage }: Scope) => vintage)).toEqual([
    { from: null, to: 2020 },
    { from: 2022, to: 2022 },
    { from: 2026, to: 2026 },
  ]);
  expect(bases).toEqual([{ ...defaultScope, vintage: { from: 2020, to: 2020 }, basis: 'rates' }]);
});

test('the Medicare year can be an older one, or the newest again', async () => {
  const { onMedicareYear } = show(defaultScope, 2024);
  const years = screen.getByRole('combobox', { name: 'Medicare year' });
  expect(years).toHaveDisplayValue('2024');
  await userEvent.selectOptions(years, '2025');
  await userEvent.selectOptions(years, '2026 (newest)');
  expect(onMedicareYear.mock.calls).toEqual([[2025], [null]]);
});

test.each<[string, Partial<Scope>]>([
  ['another line', { line: 'Medicaid / CHIP' }],
  ['another definition of percentiles', { definition: 'type6' }],
  ['one modifier', { modifier: 'GP' }],
])('reset is there for %s, which has its control elsewhere', (_, change) => {
  show({ ...defaultScope, ...change });
  expect(screen.getByRole('button', { name: 'Reset' })).toBeEnabled();
});

test('where something else is standard, reset leads back to that', () => {
  const standard: Scope = { ...defaultScope, site: 'all' };
  render(
    <ScopeBar
      scope={{ ...standard }}
      standard={standard}
      onScope={vi.fn()}
      years={[]}
      medicareYear={null}
      medicareYears={[2026]}
      onMedicareYear={vi.fn()}
      onReset={vi.fn()}
      sentence="Every site."
    />,
  );
  expect(screen.getByRole('button', { name: 'Reset' })).toHaveAttribute('aria-disabled', 'true');
});

test('reset is for scopes that differ from the default', async () => {
  show();
  expect(screen.getByRole('button', { name: 'Reset' })).toHaveAttribute('aria-disabled', 'true');
});

test.each<[string, Scope, number | null]>([
  ['another basis', { ...defaultScope, basis: 'rates' }, null],
  ['another Medicare year', defaultScope, 2024],
])('reset answers to %s', async (_, scope, year) => {
  const { onReset, onScope } = show(scope, year);
  await userEvent.click(screen.getByRole('button', { name: 'Reset' }));
  expect(onReset).toHaveBeenCalledTimes(1);
  expect(onScope).not.toHaveBeenCalled();
  expect(screen.getByRole('button', { name: 'Reset' })).toHaveFocus();
});

test('the controls fold behind one button, which says whether they are open', async () => {
  show();
  const toggle = screen.getByRole('button', { name: 'Change what counts' });
  expect(toggle).toHaveAttribute('aria-expanded', 'false');
  const controls = document.getElementById(toggle.getAttribute('aria-controls') ?? '');
  expect(controls).toContainElement(screen.getByRole('combobox', { name: 'Site' }));
  await userEvent.click(toggle);
  expect(toggle).toHaveAttribute('aria-expanded', 'true');
  expect(controls).toHaveAttribute('data-open', 'true');
});
