import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { beforeEach, expect, test, vi } from 'vitest';
import { absent } from '../../src/domain/cell.ts';
import { type DeskChoice, deskIn } from '../../src/pages/deskChoice.ts';
import { ImpactView } from '../../src/pages/ImpactView.tsx';
import { medianTarget, smallContract } from '../support/contracts.ts';
import { giveDialogMethods } from '../support/dialogMethods.ts';
import { shippedSchedule } from '../support/releaseData.ts';
import { cellsOfRow } from '../support/rows.ts';
import { shippedLoader } from '../support/shippedLoader.ts';

beforeEach(() => {
  giveDialogMethods();
  localStorage.clear();
});

const positions = smallContract();
const families = new Map([
  ['97110', 'Exercise'],
  ['97140', 'Manual'],
]);

async function open(weighted = true) {
  const loader = shippedLoader();
  const release = await loader.release();
  const schedule = shippedSchedule();
  const workingFacts = {
    schedule,
    desk: { place: 'TX', locality: null },
    target: medianTarget,
    origin: 'a test',
  };
  function Page() {
    const [choice, setChoice] = useState<DeskChoice>(() => deskIn('TX', true, undefined));
    return (
      <ImpactView
        desk={{
          contract: { kind: 'rates', lines: positions.map(({ line }) => line), totals: [] },
          fileName: 'mine.csv',
          choice,
          onChoice: setChoice,
          positions,
          market: () => absent('not-in-input'),
          weighted,
          codes: [],
          families,
          schedule,
          release,
          facts: { method: 'Market of a test.', origin: 'a test', target: medianTarget },
          workingFacts,
        }}
      />
    );
  }
  const view = render(<Page />);
  return { user: userEvent.setup(), ...view };
}

const scenario = (letter: string) => within(screen.getByRole('group', { name: `Scenario ${letter}` }));
const sideBySide = 'Scenarios side by side';

test('a file without volumes is asked for them', async () => {
  await open(false);
  expect(screen.getByText(/^Add a volume column/)).toBeInTheDocument();
});

test('the gain as steps, with what carries most of it', async () => {
  const { user } = await open();
  expect(screen.getByText(/^Raising every line below the market’s median/)).toHaveTextContent(
    'would bring $560.00 (10.1% of $5,520.00 now). 1 line carries 89.3% of the gain.',
  );
  const drawing = screen.getByRole('img', { name: /^What the market’s median would bring, by line/ });
  expect(within(drawing).getByText('+$500.00')).toBeInTheDocument();
  expect(within(drawing).getByText('$6,080.00')).toBeInTheDocument();

  const row = screen.getAllByRole('row', { name: /^97110, Aetna HMO/ })[0] as HTMLElement;
  await user.click(within(row).getByRole('button', { description: /Cumulative share/ }));
  expect(
    await screen.findByRole('dialog', { name: 'Recompute this: Cumulative share to 97110, Aetna HMO' }),
  ).toBeInTheDocument();
});

test('the swing follows its steps, and any of its amounts opens its working', async () => {
  const { user } = await open();
  const title = 'What the gain hangs on, by line';
  expect(cellsOfRow(title, /^97110, Aetna PPO/)).toEqual([
    '$400.00',
    '$800.00',
    '$510.00',
    '$610.00',
    '$400.00',
  ]);
  await user.selectOptions(screen.getByRole('combobox', { name: 'Swing of the volume' }), '±20%');
  await user.selectOptions(screen.getByRole('combobox', { name: 'Swing of the target' }), '±25 points');
  // At P25 30: a 100 and c 60 as it was; at P75 40: 1,100 and 60.
  expect(cellsOfRow(title, /^97110, Aetna PPO/)).toEqual([
    '$160.00',
    '$1,160.00',
    '$460.00',
    '$660.00',
    '$1,000.00',
  ]);
  const table = screen.getByRole('table', { name: title });
  await user.click(within(table).getByRole('button', { name: '$1,160.00' }));
  expect(
    await screen.findByRole('dialog', { name: /^Recompute this: Gain when the target of 97110/ }),
  ).toBeVisible();
});

test('the grid holds targets against volumes', async () => {
  const { user } = await open();
  expect(cellsOfRow('What other targets and volumes would bring', /^P75 of the market/)).toEqual([
    '3',
    '+$1,024.00',
    '+$1,152.00',
    '+$1,280.00',
    '+$1,408.00',
    '+$1,536.00',
    // 5,520 ÷ 6,800 − 1.
    '−18.8%',
  ]);
  await user.click(screen.getByRole('button', { name: '+$1,024.00' }));
  expect(
    await screen.findByRole('dialog', {
      name: 'Recompute this: Gain at the market’s 75th percentile, −20% volume',
    }),
  ).toBeVisible();
});

test('scenarios are written, with exceptions, and stand side by side', async () => {
  const { user } = await open();
  // 5,770 × 1.05; 120% of Medicare: 3,360 + 672 + 2,000 + 250; one schedule at 110%:
  // 100 × 30.80 + 50 × 28.60 + 20 × 30.80 + 250, two lines down.
  expect(cellsOfRow(sideBySide, /^Now/)[0]).toBe('$5,770.00');
  expect(cellsOfRow(sideBySide, /^A: 5% across the board/).slice(0, 3)).toEqual([
    '$6,058.50',
    '+$288.50',
    '+5.0%',
  ]);
  expect(cellsOfRow(sideBySide, /^B: 120% of Medicare/).slice(0, 2)).toEqual(['$6,282.00', '+$512.00']);
  const c = cellsOfRow(sideBySide, /^C: One schedule/);
  expect([c[0], c[1], c[5], c[6]]).toEqual(['$5,376.00', '−$394.00', '1', '2']);

  const name = scenario('A').getByRole('textbox', { name: 'Name' });
  await user.clear(name);
  await user.type(name, 'Their offer');
  const change = scenario('A').getByRole('textbox', { name: 'Change, %' });
  await user.clear(change);
  // What is no number is marked, and the last one that was still holds.
  expect(change).toBeInvalid();
  expect(change).toHaveAccessibleDescription('Not read. It takes a number from −100 to 1,000.');
  expect(cellsOfRow(sideBySide, /^A: Their offer/)[1]).toBe('+$288.50');
  await user.type(change, '10');
  expect(cellsOfRow(sideBySide, /^A: Their offer/)[1]).toBe('+$577.00');

  await user.click(scenario('A').getByRole('button', { name: 'Add an exception to A' }));
  const exception = within(screen.getByRole('group', { name: 'Exception 1 of A' }));
  await user.selectOptions(exception.getByRole('combobox', { name: 'For the codes' }), 'Manual');
  // Aetna PPO's 97140 stays at 40: 200 less.
  expect(cellsOfRow(sideBySide, /^A: Their offer/)[1]).toBe('+$377.00');
  expect(cellsOfRow('Scenarios by payer, in dollars', /^Aetna PPO/).slice(0, 3)).toEqual([
    '$4,900.00',
    '$5,190.00',
    '+$290.00',
  ]);
  expect(
    screen.getByText('A, every line: +10.0% on each rate; Manual of Aetna PPO: rates as they are.'),
  ).toBeVisible();
  await user.click(exception.getByRole('button', { name: 'Take exception 1 away' }));
  expect(cellsOfRow(sideBySide, /^A: Their offer/)[1]).toBe('+$577.00');

  await user.click(scenario('B').getByRole('checkbox', { name: 'Rates above a target go down to it' }));
  expect(cellsOfRow(sideBySide, /^B: 120% of Medicare/).slice(0, 2)).toEqual(['$5,842.00', '+$72.00']);
  // 1.2 × 4,660 ÷ 4,660.
  expect(cellsOfRow('Scenarios by payer, as one number each', /^All payers/)[2]).toBe('120.0%');
});

test('an exception taken away leaves the focus to the next one’s button, then to the one before, then to what adds one', async () => {
  const { user } = await open();
  const adds = scenario('A').getByRole('button', { name: 'Add an exception to A' });
  for (let count = 0; count < 3; count += 1) await user.click(adds);
  expect(adds).toHaveFocus();
  const takes = (number: number) =>
    scenario('A').getByRole('button', { name: `Take exception ${number} away` });
  await user.click(takes(2));
  // The third has become the second.
  expect(takes(2)).toHaveFocus();
  await user.keyboard('{Enter}');
  expect(takes(1)).toHaveFocus();
  await user.keyboard('{Enter}');
  expect(adds).toHaveFocus();
});

test.each([
  [sideBySide, /^B:/, '+$512.00', 'Change of All payers, B: 120% of Medicare'],
  [sideBySide, /^Now/, '118.5%', 'All payers as % of Medicare, now'],
  ['Scenarios by payer, in dollars', /^Aetna HMO/, '$672.00', 'Revenue of Aetna HMO, B: 120% of Medicare'],
  ['Scenarios by payer, in dollars', /^Cigna/, '$250.00', 'Revenue now of Cigna'],
  ['Scenarios by payer, as one number each', /^Aetna HMO/, '110.7%', 'Aetna HMO as % of Medicare, now'],
])('%s: a cell opens its working', async (table, row, text, title) => {
  const { user } = await open();
  const line = within(screen.getByRole('table', { name: table }))
    .getByRole('rowheader', { name: row })
    .closest('tr');
  await user.click(within(line as HTMLElement).getAllByRole('button', { name: text })[0] as HTMLElement);
  expect(await screen.findByRole('dialog', { name: `Recompute this: ${title}` })).toBeVisible();
});

test('scenarios are kept only when that is asked for, opened again, and deleted', async () => {
  const first = await open();
  const { user } = first;
  const name = scenario('C').getByRole('textbox', { name: 'Name' });
  await user.clear(name);
  await user.type(name, 'Where we settle');
  expect(localStorage).toHaveLength(0);
  await user.click(screen.getByRole('button', { name: 'Save in this browser' }));
  expect(screen.getByText('Saved in this browser.')).toHaveRole('status');
  expect(localStorage.getItem('rate-atlas.scenarios')).toContain('Where we settle');
  first.unmount();

  await open();
  expect(screen.getByText(/^Saved here on \d{4}-\d\d-\d\d: .* and C: Where we settle\.$/)).toBeVisible();
  expect(scenario('C').getByRole('textbox', { name: 'Name' })).toHaveValue(
    'One schedule at 110% of Medicare',
  );
  await user.click(screen.getByRole('button', { name: 'Open the saved scenarios' }));
  expect(scenario('C').getByRole('textbox', { name: 'Name' })).toHaveValue('Where we settle');
  await user.click(screen.getByRole('button', { name: 'Back to the first three scenarios' }));
  expect(scenario('C').getByRole('textbox', { name: 'Name' })).toHaveValue(
    'One schedule at 110% of Medicare',
  );
  await user.click(screen.getByRole('button', { name: 'Delete the saved scenarios' }));
  expect(localStorage).toHaveLength(0);
  expect(screen.queryByRole('button', { name: 'Open the saved scenarios' })).not.toBeInTheDocument();
  expect(screen.getByRole('button', { name: 'Save in this browser' })).toHaveFocus();
});

test('what cannot be read or kept is no scenario, and that is said', async () => {
  localStorage.setItem('rate-atlas.scenarios', '{"date":"2026-11-22","scenarios":[{"name":7}]}');
  const { user } = await open();
  expect(screen.queryByText(/^Saved here/)).not.toBeInTheDocument();
  const refuse = vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
    throw new DOMException('full', 'QuotaExceededError');
  });
  await user.click(screen.getByRole('button', { name: 'Save in this browser' }));
  expect(screen.getByText(/^This browser refuses to keep anything/)).toHaveRole('status');
  refuse.mockRestore();
});
