import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { beforeAll, expect, test } from 'vitest';
import { TermsSection, type TermsSectionProps } from '../../src/pages/TermsSection.tsx';
import type { TermDraft } from '../../src/pages/termDraft.ts';
import { firstTermsView } from '../../src/pages/termsView.ts';
import { formatAddress } from '../../src/share/address.ts';
import { LinkProvider } from '../../src/ui/links.tsx';
import { contractLine } from '../support/contracts.ts';
import { giveDialogMethods } from '../support/dialogMethods.ts';
import { shippedLocalities, shippedSchedule } from '../support/releaseData.ts';
import { cellsOfRow } from '../support/rows.ts';

beforeAll(giveDialogMethods);

const dollars: TermDraft = {
  kind: 'dollars',
  dollars: '36.00',
  share: '120',
  year: 'signing',
  rise: 'fixed',
  rises: '1',
  lesserOfCharges: false,
};
/** One code, as it would be typed. */
const oneCode = {
  ...firstTermsView,
  lines: [{ id: 1, code: '97755', units: '1000', rate: '', charge: '' }],
  a: dollars,
};

async function show(changes: Partial<TermsSectionProps> = {}, charts = 2) {
  function Page() {
    const [view, setView] = useState(changes.view ?? oneCode);
    return (
      <TermsSection
        codes={[]}
        schedule={shippedSchedule()}
        localities={shippedLocalities()}
        release={{ id: 'test', date: '2026-11-22' }}
        practice={null}
        own={null}
        {...changes}
        view={view}
        onView={setView}
      />
    );
  }
  render(
    <LinkProvider hrefFor={(to) => `/${formatAddress(to)}`}>
      <Page />
    </LinkProvider>,
  );
  expect(await screen.findAllByRole('application')).toHaveLength(charts);
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
  await type('Charge in 2026 ($)', '', '35');
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
  expect(screen.getByRole('textbox', { name: 'Dollars a unit' })).toBeInvalid();
  expect(screen.getByRole('textbox', { name: 'Percent' })).toBeInvalid();
  expect(screen.queryByRole('table')).not.toBeInTheDocument();
  await user.click(screen.getByRole('button', { name: 'Back to the example terms' }));
  expect(screen.getAllByRole('table')).toHaveLength(3);
});

test('a figure opens its working', async () => {
  const user = await show();
  await user.click(
    screen.getAllByRole('button', { description: 'Recompute this: B, 2025' })[0] as HTMLElement,
  );
  expect(await screen.findByRole('dialog')).toHaveTextContent(/B for 97755, National, 2025/);
});

test('a list of codes: in all, code by code, and one unit of one code; turning points are marked', async () => {
  const view = {
    ...firstTermsView,
    area: { place: 'TX', locality: { mac: '04412', locality: '18' } },
    lines: [
      { id: 1, code: '97110', units: '100', rate: '36.00', charge: '' },
      { id: 2, code: '97140', units: '50', rate: '32.00', charge: '' },
    ],
    a: { ...dollars, kind: 'listed', rises: '' } as const,
    years: 1,
  };
  // A contract of one year is no line to draw.
  const user = await show({ view }, 1);
  const where = 'Houston, Texas (locality 18)';
  // 100 × 36 + 50 × 32 against 1.2 × (100 × 29.21 + 50 × 27.87).
  expect(cellsOfRow(`The terms code by code, ${where}, 1 year`, /^All codes/)).toEqual([
    '150',
    '$4,314.50',
    '$5,200.00',
    '$5,177.40',
    '+$22.60',
    '120.5%',
    '120.0%',
  ]);
  const behind = `What the same words would have paid for the list of 2 codes, ${where}, 2020 to 2026`;
  expect(cellsOfRow(behind, /^2026/)).toEqual(['$4,314.50', '$5,200.00', '$5,177.40', '+$22.60', 'A']);
  expect(screen.getAllByText('From here the term of that letter pays more')).not.toHaveLength(0);
  await user.selectOptions(screen.getByRole('combobox', { name: 'Look at' }), 'one unit of 97140');
  expect(
    cellsOfRow(`What the same words would have paid for 97140, ${where}, 2020 to 2026`, /^2026/).slice(0, 3),
  ).toEqual(['$27.87', '$32.00', '$33.44']);
  await user.click(screen.getByRole('button', { name: 'Add a code' }));
  await user.selectOptions(screen.getByRole('combobox', { name: 'Look at' }), 'all units of the list');
  expect(screen.getAllByText(/^In no sum, because a term cannot price them:/)).toHaveLength(2);
});

test('a code removed leaves the focus to the next one’s button, then to the one before, then to what adds a code', async () => {
  const line = (id: number, code: string) => ({ id, code, units: '100', rate: '36.00', charge: '' });
  const lines = [line(1, '97110'), line(2, '97140'), line(3, '97530')];
  const user = await show({ view: { ...firstTermsView, lines } });
  const remove = (code: string) => screen.getByRole('button', { name: `Remove ${code}` });
  remove('97140').focus();
  await user.keyboard('{Enter}');
  expect(remove('97530')).toHaveFocus();
  await user.keyboard('{Enter}');
  expect(remove('97110')).toBeDisabled();
  expect(screen.getByRole('button', { name: 'Add a code' })).toHaveFocus();
  await user.click(screen.getByRole('button', { name: 'Add a code' }));
  await user.click(screen.getAllByRole('button', { name: /^Remove / })[1] as HTMLElement);
  const example = screen.getByRole('button', { name: 'Back to the example terms' });
  await user.click(example);
  expect(example).toHaveFocus();
  expect(example).toHaveAttribute('aria-disabled', 'true');
});

test('the last code added leaves the focus to the button, which says why it rests', async () => {
  const [last, ...others] = shippedSchedule().codes;
  const lines = others.map((code, id) => ({ id, code, units: '1', rate: '', charge: '' }));
  const user = await show({ view: { ...oneCode, lines } });
  const button = screen.getByText('Add a code');
  expect(button).toHaveAttribute('aria-disabled', 'false');
  expect(button).toHaveAccessibleDescription('');
  // Folded, as a list this long is, a key reaches nothing of it.
  await user.click(screen.getByText(/^Codes of the terms/));
  await user.click(button);
  expect(screen.getByRole('group', { name: String(last) })).toBeInTheDocument();
  expect(button).toHaveFocus();
  expect(button).toHaveAttribute('aria-disabled', 'true');
  expect(button).toHaveAccessibleDescription('Every code of Medicare’s tables is listed.');
  await user.keyboard('{Enter}');
  expect(screen.getAllByRole('button', { name: /^Remove / })).toHaveLength(others.length + 1);
});

test('codes, units, rates and charges are taken from the contract; the practice’s area counts', async () => {
  const lines = [
    contractLine({ id: 'a', units: 300, charge: 8000, terms: { kind: 'dollars', amount: 3000 } }),
    contractLine({ id: 'b', units: 100, charge: 9000, terms: { kind: 'dollars', amount: 5000 } }),
    contractLine({
      id: 'c',
      code: '97140',
      units: 50,
      payer: 'Cigna',
      terms: { kind: 'medicare-share', share: 1.1 },
    }),
    contractLine({ id: 'd', code: '97530', units: 60, payer: 'Humana', place: 'TX' }),
  ];
  const user = await show({
    practice: { place: 'AK', locality: null },
    own: { contract: { kind: 'rates', lines, totals: [] }, fileName: 'mine.csv' },
  });
  await user.click(screen.getByRole('button', { name: /^Take codes, units, rates and charges/ }));
  expect(
    screen.getByText(
      '2 codes taken. Units are those of the file’s period: where that is not a year, type a year’s.',
    ),
  ).toBeInTheDocument();
  const own = within(screen.getByRole('group', { name: '97110' }));
  expect(own.getByRole('textbox', { name: 'Units a year' })).toHaveValue('400');
  // (300 × 30 + 100 × 50) ÷ 400; (300 × 80 + 100 × 90) ÷ 400.
  expect(own.getByRole('textbox', { name: 'Rate a unit ($)' })).toHaveValue('35.00');
  expect(own.getByRole('textbox', { name: 'Charge in 2026 ($)' })).toHaveValue('82.50');
  expect(screen.getByRole('combobox', { name: 'Place of the terms' })).toHaveDisplayValue(
    'Your practice: Alaska',
  );
  await user.selectOptions(screen.getByRole('combobox', { name: 'Payer of the contract' }), 'Humana');
  await user.click(screen.getByRole('button', { name: /^Take codes/ }));
  // Its line states units, but is of another state.
  expect(
    screen.getByText(
      'No line in force for a whole service in this place states units, so nothing was taken.',
    ),
  ).toBeInTheDocument();
  await user.selectOptions(screen.getByRole('combobox', { name: 'Payer of the contract' }), 'Cigna');
  await user.click(screen.getByRole('button', { name: /^Take codes/ }));
  expect(screen.getByText(/^1 code taken\. Units are/)).toBeInTheDocument();
  expect(screen.queryByRole('group', { name: '97110' })).not.toBeInTheDocument();
});

test('a line that cannot be read is named by its code', async () => {
  await show();
  await type('Units a year', '', 'many');
  await type('Rate a unit ($)', '', 'x');
  expect(
    screen.getByText(
      'units of 97755 are a whole number from 0 to 10,000,000; the rate of 97755 is dollars and cents.',
    ),
  ).toBeVisible();
});

test('units up to their limit are read, and what is past a limit is told the limit', async () => {
  await show();
  const units = () => screen.getByRole('textbox', { name: 'Units a year' });
  await type('Units a year', '', '10,000,000');
  expect(units()).toBeValid();
  await type('Units a year', '', '10000001');
  expect(units()).toBeInvalid();
  expect(screen.getByText('units of 97755 are a whole number from 0 to 10,000,000.')).toBeVisible();
  await type('Units a year', '', '1');
  await type('Percent', 'Term B', '1200');
  await type('Percent a year', 'Term A', '-100');
  expect(
    screen.getByText(
      'term A: the yearly rise is a percentage above −100 and up to 1,000, or several with commas; term B: the share is a percentage from 0 to 1,000, like 120.',
    ),
  ).toBeVisible();
});

test('codes of which no unit is billed have no share of Medicare, and Medicare no change to go on from', async () => {
  const none = firstTermsView.lines.map((line) => ({ ...line, units: '0' }));
  await show({ view: { ...firstTermsView, lines: none } });
  expect(cellsOfRow('The terms code by code, National, 3 years', /^All codes/)).toEqual([
    '0',
    '$0.00',
    '$0.00',
    '$0.00',
    '$0.00',
    'Not comparable: no units',
  ]);
  expect(
    screen.getByRole('option', { name: 'no change: no code with units has an amount in every year' }),
  ).toBeInTheDocument();
  expect(screen.queryByText(/N\.?aN/)).not.toBeInTheDocument();
});

test('a list that grows past what is folded stays open, and so does the button that adds to it', async () => {
  const line = (code: string, id: number) => ({ id, code, units: '1', rate: '', charge: '' });
  const lines = shippedSchedule().codes.slice(0, 8).map(line);
  const user = await show({ view: { ...oneCode, lines } });
  const add = screen.getByText('Add a code');
  add.focus();
  await user.keyboard('{Enter}');
  expect(screen.getAllByRole('button', { name: /^Remove / })).toHaveLength(9);
  expect(add.closest('details')).toHaveAttribute('open');
});

test('other years of the made-up terms are of made-up terms still', async () => {
  const user = await show({ view: firstTermsView });
  const made = () => screen.queryAllByText(/an example, made up to try the page/);
  expect(made()).toHaveLength(3);
  await user.selectOptions(screen.getByRole('combobox', { name: 'Years of the contract' }), '5');
  expect(screen.getAllByText(/^Marked confidential/)).not.toHaveLength(0);
  expect(made()).toHaveLength(3);
  await user.click(group('Term B').getByRole('checkbox', { name: 'The lesser of this and the charge' }));
  expect(made()).toHaveLength(0);
});
