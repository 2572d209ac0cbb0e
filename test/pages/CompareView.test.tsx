import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { beforeEach, expect, test, vi } from 'vitest';
import { readOwnRates } from '../../src/data/ownRates.ts';
import { ContractDesk, type ContractView } from '../../src/pages/ContractDesk.tsx';
import type { DeskChoice } from '../../src/pages/deskChoice.ts';
import { formatAddress } from '../../src/share/address.ts';
import { LinkProvider } from '../../src/ui/links.tsx';
import { rateTable } from '../support/builders.ts';
import { giveDialogMethods } from '../support/dialogMethods.ts';
import { cellsOfRow } from '../support/rows.ts';
import { shippedLoader } from '../support/shippedLoader.ts';

beforeEach(giveDialogMethods);

const rates = `code,payer,rate,volume,effective date
97760,Aetna PPO,42.00,100,2024-01-01
97760,BCBS,61.00,10,2024-01-01
97110,Aetna PPO,20.00,20,2024-01-01
`;

/** 97760 in North Carolina: Aetna 40 44 48 52 56, BCBS 60 five times. */
const tables = new Map([
  [
    '97760',
    rateTable('97760', [
      ...[40, 44, 48, 52, 56].map((rate, index) => ({ rate, place: 'NC', provider: `A${index}` })),
      ...[60, 60, 60, 60, 60].map((rate, index) => ({
        rate,
        place: 'NC',
        provider: `B${index}`,
        payer: 'bcbs' as const,
      })),
    ]),
  ],
]);

/** One contract for all views of a test, as the app holds it. */
async function open(first: ContractView) {
  const loader = shippedLoader();
  const [{ codes }, release, schedule, { localities }, aliases] = await Promise.all([
    loader.catalogue(),
    loader.release(),
    loader.schedule(),
    loader.medicare(),
    loader.aliases(),
  ]);
  const { contract } = readOwnRates(rates, 'mine.csv', new Map(), aliases);
  if (!contract) throw new Error('no contract');
  const given = contract;
  function Desk() {
    const [view, setView] = useState<ContractView>(first);
    const [choice, setChoice] = useState<DeskChoice | undefined>(undefined);
    return (
      <LinkProvider hrefFor={(to) => `/${formatAddress(to)}`}>
        <button type="button" onClick={() => setView('brief')}>
          To the brief
        </button>
        <button type="button" onClick={() => setView('position')}>
          To the position
        </button>
        <ContractDesk
          view={view}
          contract={given}
          fileName="mine.csv"
          choice={choice}
          onChoice={setChoice}
          market={choice ? { place: choice.marketPlace, tables } : null}
          marketError=""
          schedule={schedule}
          localities={localities}
          codes={codes}
          release={release}
        />
      </LinkProvider>
    );
  }
  render(<Desk />);
  const user = userEvent.setup();
  await user.selectOptions(screen.getByRole('combobox', { name: 'State of your practice' }), 'NC');
  await user.selectOptions(screen.getByRole('combobox', { name: 'Target' }), 'Median of the market');
  return user;
}

test('payers and codes as a table of classes, by each measure', async () => {
  const user = await open('compare');
  const title = 'Your rates: payers and codes, % of Medicare';
  await screen.findByRole('table', { name: title });
  // 42 ÷ 45.22 = 92.9%, 61 ÷ 45.22 = 134.9%: Medicare's 45.22 of 2024 is document D's.
  expect(cellsOfRow(title, /^97760/)).toEqual(['92.9%80% to below 100%, ', '134.9%120% to below 150%, ']);
  expect(cellsOfRow(title, /^97110/)[1]).toBe('Data not available in the input');
  const key = screen.getByRole('list', { name: 'Key to the colours' });
  expect(within(key).getByText(/^80% to below 100%/)).toHaveTextContent('80% to below 100% (1)');
  expect(within(key).getByText(/^no class/)).toHaveTextContent('no class (1)');

  await user.selectOptions(screen.getByRole('combobox', { name: `Measure of ${title}` }), 'percentile rank');
  // 42 lies halfway from the first to the second of five votes; 61 is above all five of BCBS's.
  expect(cellsOfRow('Your rates: payers and codes, percentile rank', /^97760/)).toEqual([
    '12.5%below the 25th percentile, n 5',
    '100.0%above the 75th percentile, n 5',
  ]);
});

test('a cell of the matrix opens its working', async () => {
  const user = await open('compare');
  const table = await screen.findByRole('table', { name: /^Your rates: payers and codes/ });
  await user.click(within(table).getByRole('button', { description: /BCBS, 97760/ }));
  expect(
    await screen.findByRole('dialog', { name: 'Recompute this: % of Medicare of 97760, BCBS' }),
  ).toBeInTheDocument();
});

test('talking points with evidence and weak spots, their dollars worked out', async () => {
  const user = await open('compare');
  const points = await screen.findByRole('list', { name: 'Points to make' });
  // Aetna at 42 against BCBS's 61 for the shared code: 100 × 19 = 1,900.
  expect(within(points).getAllByRole('listitem')[0]).toHaveTextContent(
    'Aetna PPO pays 68.9% of what your other payers pay for the same codes; less for 1 of 1 line. That line at the others’ average would bring $1,900.00',
  );
  expect(within(points).getAllByRole('listitem')[0]).toHaveTextContent(
    /Weak spots It rests on your other contracts/,
  );
  expect(within(screen.getByRole('list', { name: 'What to expect' })).getAllByRole('listitem')).toHaveLength(
    2,
  );
  await user.click(screen.getByText(/^All \d+ points as a table/));
  const table = screen.getByRole('table', { name: 'Talking points' });
  await user.click(within(table).getAllByRole('button', { description: /At stake, / })[0] as HTMLElement);
  expect(
    await screen.findByRole('dialog', { name: /^Recompute this: At stake: Aetna PPO pays/ }),
  ).toBeVisible();
});

test('picked lines are the same in every view, and the brief prints them', async () => {
  const user = await open('compare');
  const table = await screen.findByRole('table', { name: 'Lines to bring to the table' });
  expect(screen.getByText('0 of 3 picked for the brief.')).toBeInTheDocument();
  await user.click(screen.getByRole('button', { name: 'Pick the 10 largest gaps' }));
  expect(screen.getByText('1 of 3 picked for the brief.')).toBeInTheDocument();
  expect(within(table).getByRole('checkbox', { name: '97760, Aetna PPO' })).toBeChecked();
  await user.click(within(table).getByRole('checkbox', { name: '97760, BCBS' }));

  await user.click(screen.getByRole('button', { name: 'To the position' }));
  const position = await screen.findByRole('table', { name: 'Where each of your rates sits' });
  expect(within(position).getByRole('checkbox', { name: '97760, BCBS' })).toBeChecked();
  await user.click(within(position).getByRole('checkbox', { name: '97760, Aetna PPO' }));

  await user.click(screen.getByRole('button', { name: 'To the brief' }));
  expect(await screen.findByText('Confidential: holds contract rates of mine.csv')).toBeInTheDocument();
  const printed = screen.getByRole('table', { name: 'Lines to bring to the table' });
  expect(
    within(printed)
      .getAllByRole('rowheader')
      .map((header) => header.textContent),
  ).toEqual(['97760, BCBS']);
  expect(screen.getAllByText(/1 picked line of 3 in force\./)[0]).toBeInTheDocument();
});

test('without a pick the brief prints the largest gaps, on the paper chosen', async () => {
  const user = await open('brief');
  const printed = await screen.findByRole('table', { name: 'Lines to bring to the table' });
  // 42 to the median 48: 100 × 6.
  expect(within(printed).getByRole('row', { name: /^97760, Aetna PPO/ })).toHaveTextContent('+$6.00$600.00');
  expect(cellsOfRow('The contract and its payers as one number', /^BCBS/)[2]).toBe('134.9%');
  expect(document.querySelector('[data-paper="letter"]')).not.toBeNull();
  await user.selectOptions(screen.getByRole('combobox', { name: 'Paper' }), 'A4');
  expect(document.querySelector('[data-paper="a4"]')).not.toBeNull();
  const print = vi.fn();
  vi.stubGlobal('print', print);
  await user.click(screen.getByRole('button', { name: 'Print or save as PDF' }));
  expect(print).toHaveBeenCalledOnce();
});
