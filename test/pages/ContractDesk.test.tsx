import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { beforeEach, expect, test } from 'vitest';
import { readOwnRates } from '../../src/data/ownRates.ts';
import type { Contract } from '../../src/domain/contract.ts';
import type { PayerAlias } from '../../src/domain/payerAlias.ts';
import { ContractDesk, type ContractView } from '../../src/pages/ContractDesk.tsx';
import { ContractSummary } from '../../src/pages/ContractSummary.tsx';
import type { DeskChoice } from '../../src/pages/deskChoice.ts';
import { formatAddress } from '../../src/share/address.ts';
import { LinkProvider } from '../../src/ui/links.tsx';
import { rateTable } from '../support/builders.ts';
import { giveDialogMethods } from '../support/dialogMethods.ts';
import { cellsOfRow } from '../support/rows.ts';
import { shippedLoader } from '../support/shippedLoader.ts';

beforeEach(giveDialogMethods);

const rates = `code,payer,rate,volume,effective date
97110,Aetna PPO,29.00,100,2026-01-01
97140,Aetna PPO,40.00,50,2026-01-01
97545,Cigna,50.00,5,2026-01-01
97112,Aetna PPO,oops,7,2026-01-01
`;

const claims = `date of service,code,payer,units,allowed
2024-03-01,97110,Aetna,100,3000.00
2025-03-01,97110,Aetna,120,3960.00
`;

/** Aetna's votes in Texas: 28 30 34 40 44 dollars, for both codes. */
const tables = new Map(
  ['97110', '97140'].map((code) => [
    code,
    rateTable(
      code,
      [28, 30, 34, 40, 44].map((rate, index) => ({ rate, provider: `Hospital ${index}` })),
    ),
  ]),
);

async function open(text: string, view: ContractView, isHere = true, marketError = '') {
  const loader = shippedLoader();
  const [{ codes }, release, schedule, { localities }, aliases] = await Promise.all([
    loader.catalogue(),
    loader.release(),
    loader.schedule(),
    loader.medicare(),
    loader.aliases(),
  ]);
  const given = contractOf(text, aliases);
  function Desk() {
    const [choice, setChoice] = useState<DeskChoice | undefined>(undefined);
    return (
      <ContractDesk
        view={view}
        contract={given}
        fileName="mine.csv"
        choice={choice}
        onChoice={setChoice}
        market={isHere && choice ? { place: choice.marketPlace, tables } : null}
        marketError={marketError}
        schedule={schedule}
        localities={localities}
        codes={codes}
        release={release}
      />
    );
  }
  render(
    <LinkProvider hrefFor={(to) => `/${formatAddress(to)}`}>
      <Desk />
    </LinkProvider>,
  );
  return userEvent.setup();
}

async function summary(text: string): Promise<void> {
  const loader = shippedLoader();
  const [release, aliases] = await Promise.all([loader.release(), loader.aliases()]);
  render(<ContractSummary contract={contractOf(text, aliases)} fileName="mine.csv" release={release} />);
}

function contractOf(text: string, aliases: readonly PayerAlias[]): Contract {
  const { contract } = readOwnRates(text, 'mine.csv', new Map(), aliases);
  if (!contract) throw new Error('no contract');
  return contract;
}

const choose = (user: ReturnType<typeof userEvent.setup>, name: string, option: string) =>
  user.selectOptions(screen.getByRole('combobox', { name }), option);

test('the file’s lines and volumes are accounted for', async () => {
  await summary(rates);
  expect(screen.getByRole('heading', { name: 'My contract' })).toBeInTheDocument();
  expect(screen.getByText('3 lines in force: 3 codes, 2 payers.')).toBeInTheDocument();
  expect(
    screen.getByText('Units in the file 162 = in your contract 155 + on lines left out 7.'),
  ).toBeInTheDocument();
});

test('nothing is compared before the user says where', async () => {
  await open(rates, 'position');
  expect(screen.getByText(/^Choose your state/)).toBeInTheDocument();
  expect(screen.queryByRole('table')).not.toBeInTheDocument();
});

test('position, gaps and index in a state, with what has no benchmark listed', async () => {
  const user = await open(rates, 'position');
  await choose(user, 'State of your practice', 'Texas (TX)');
  await screen.findByRole('region', { name: 'Where each of your rates sits' });
  // 29 is halfway from 28 to 30 of five votes: 0.5 ÷ 4 = 12.5%; the quartiles are 30, 34 and 40.
  const first = cellsOfRow('Where each of your rates sits', /^97110, Aetna PPO/);
  expect(first.slice(0, 8)).toEqual(['$29.00', '12.5%', '5', '5', 'low', '$30.00', '$34.00', '$40.00']);
  expect(screen.getAllByText(/^10 of the 10 votes of this market are hospitals’ own rates/)[0]).toBeVisible();
  expect(first[9]).toBe('2026');
  // 40 is the fourth of five: 75%.
  expect(cellsOfRow('Where each of your rates sits', /^97140, Aetna PPO/)[1]).toBe('75.0%');
  expect(screen.getByText(/no market benchmark and is listed all the same: 97545/)).toBeInTheDocument();

  await choose(user, 'Target', 'Median of the market');
  const gaps = cellsOfRow('How far each of your rates has to go', /^97110, Aetna PPO/);
  expect(gaps.slice(0, 6)).toEqual(['$29.00', '$34.00', '+$1.00', '+3.4%', '+$5.00', '+17.2%']);

  // (100 × 29 + 50 × 40) ÷ (150 × 34) = 4,900 ÷ 5,100 = 96.1%.
  const total = cellsOfRow('Your contract as one number', /^All lines/);
  expect([total[0], total[1], total[4], total[5]]).toEqual(['3', '155', '96.1%', '2']);
});

test('impact in a state, by line and by payer', async () => {
  const user = await open(rates, 'impact');
  await choose(user, 'State of your practice', 'Texas (TX)');
  await screen.findByRole('combobox', { name: 'Impact by' });
  await choose(user, 'Target', 'Median of the market');
  // 100 × 5 = 500 of 4,900 now; the other line is above the median.
  const title = 'What the market’s median would bring, by line';
  expect(cellsOfRow(title, /^97110, Aetna PPO/)).toEqual([
    '100',
    '$2,900.00',
    '$3,400.00',
    '+$500.00',
    '100.0%',
  ]);
  expect(screen.getByText(/^Raising every line below the market’s median/)).toHaveTextContent(
    'would bring $500.00 (10.2% of $4,900.00 now). 1 line carries 100.0% of the gain.',
  );
  await choose(user, 'Impact by', 'payer');
  expect(cellsOfRow('What the market’s median would bring, by payer', /^Aetna PPO/)[3]).toBe('+$500.00');
});

test('beside a market of hospitals the target is a share of Medicare until one is chosen', async () => {
  const user = await open(rates, 'impact');
  await choose(user, 'State of your practice', 'Texas (TX)');
  expect(
    await screen.findByRole('heading', { name: 'What 120.0% of Medicare would bring, by line' }),
  ).toBeVisible();
  const target = screen.getByRole('combobox', { name: 'Target' });
  expect(target).toHaveDisplayValue('Suggested: 120.0% of Medicare');
  expect(screen.getByText(/^Until you choose a target it is 120.0% of Medicare/)).toBeVisible();

  await choose(user, 'Target', 'P75 of the market');
  expect(screen.queryByText(/^Until you choose a target/)).not.toBeInTheDocument();
  await choose(user, 'Target', 'Suggested: 120.0% of Medicare');
  expect(screen.getByText(/^Until you choose a target/)).toBeVisible();
});

test('another target', async () => {
  const user = await open(rates, 'impact');
  await choose(user, 'State of your practice', 'Texas (TX)');
  await choose(user, 'Target', '% of Medicare');
  const field = screen.getByRole('spinbutton', { name: 'Target, % of Medicare' });
  await user.clear(field);
  await user.type(field, '150');
  expect(
    await screen.findByRole('heading', { name: 'What 150.0% of Medicare would bring, by line' }),
  ).toBeVisible();
  expect(field).toBeValid();
  // 1500% is none: that is said at the field, and 150% still holds.
  await user.type(field, '0');
  expect(field).toBeInvalid();
  expect(field).toHaveAccessibleDescription('Not read. It takes a number from 1 to 1,000.');
  expect(screen.getByRole('heading', { name: 'What 150.0% of Medicare would bring, by line' })).toBeVisible();
  await user.clear(field);
  expect(field).toHaveAccessibleDescription('Not read. It takes a number from 1 to 1,000.');
});

test('another locality by county', async () => {
  const user = await open(rates, 'position');
  await choose(user, 'State of your practice', 'Texas (TX)');
  await screen.findByRole('region', { name: 'Where each of your rates sits' });
  const medicare = () => cellsOfRow('Where each of your rates sits', /^97110, Aetna PPO/)[8];
  const mean = medicare();
  await user.type(screen.getByRole('textbox', { name: 'Or your county in Texas' }), 'Harris');
  expect(screen.getByRole('combobox', { name: 'Medicare locality' })).toHaveDisplayValue('Houston (18)');
  expect(medicare()).not.toBe(mean);
});

test('a figure opens its working, of a file that has no address', async () => {
  const user = await open(rates, 'position');
  await choose(user, 'State of your practice', 'Texas (TX)');
  await screen.findByRole('region', { name: 'Where each of your rates sits' });
  const row = screen.getAllByRole('row', { name: /^97110, Aetna PPO/ })[0] as HTMLElement;
  await user.click(within(row).getByRole('button', { description: /Percentile rank/ }));
  const panel = await screen.findByRole('dialog', {
    name: 'Recompute this: Percentile rank of 97110, Aetna PPO',
  });
  expect(within(panel).getByText(/1 of 5 votes is below your rate/)).toBeInTheDocument();
});

test('exports are marked confidential', async () => {
  const user = await open(rates, 'position');
  await choose(user, 'State of your practice', 'Texas (TX)');
  const card = await screen.findByRole('region', { name: 'Your contract as one number' });
  await user.click(within(card).getByText(/^Export/));
  expect(within(card).getByText(/^Marked confidential/)).toBeInTheDocument();
});

test('claim lines of two years say why revenue changed, before any state is chosen', async () => {
  await summary(claims);
  expect(
    screen.getByText('1 line in force: 1 code, 1 payer, rates as allowed on claims of 2025.'),
  ).toBeInTheDocument();
  await screen.findByRole('heading', { name: 'Why your revenue changed from 2024 to 2025' });
  // 3,000 → 3,960: volume (1.2 − 1) × 3,000 = 600; rate 120 × (33 − 30) = 360; one code, so no mix.
  expect(cellsOfRow('Why your revenue changed from 2024 to 2025', /^Aetna/)).toEqual([
    '$3,000.00',
    '$3,960.00',
    '+$960.00',
    '+$600.00',
    '$0.00',
    '+$360.00',
    '$0.00',
  ]);
});

test('of three years any two can be compared, for any payer', async () => {
  await summary(`date of service,code,payer,units,allowed
2023-03-01,97110,Aetna,100,2900.00
2024-03-01,97110,Aetna,100,3000.00
2024-03-01,97110,Cigna,10,400.00
2025-03-01,97110,Aetna,120,3960.00
2025-03-01,97110,Cigna,5,200.00
`);
  const user = userEvent.setup();
  await screen.findByRole('heading', { name: 'Why your revenue changed from 2023 to 2025' });
  expect(cellsOfRow('Why your revenue changed from 2023 to 2025', /^Aetna/)[2]).toBe('+$1,060.00');
  await choose(user, 'From year', '2024');
  // Cigna: 400 → 200, all of it volume.
  const title = 'Why your revenue changed from 2024 to 2025';
  expect(cellsOfRow(title, /^Cigna/).slice(2, 6)).toEqual(['−$200.00', '−$200.00', '$0.00', '$0.00']);
  await choose(user, 'Payer of the drawing', 'Cigna');
  expect(
    screen.getByRole('img', { name: /^Why your revenue changed from 2024 to 2025: Cigna/ }),
  ).toBeVisible();
  await choose(user, 'From year', '2023');
  await choose(user, 'To year', '2024');
  expect(cellsOfRow('Why your revenue changed from 2023 to 2024', /^Aetna/).slice(2, 6)).toEqual([
    '+$100.00',
    '$0.00',
    '$0.00',
    '+$100.00',
  ]);
  // The first year cannot be after the second: it moves on.
  await choose(user, 'From year', '2024');
  expect(screen.getByRole('heading', { name: 'Why your revenue changed from 2024 to 2025' })).toBeVisible();
});

test('while the market is on its way, that is said', async () => {
  const user = await open(rates, 'position', false);
  await choose(user, 'State of your practice', 'Texas (TX)');
  expect(screen.getByText(/^Loading the market/)).toBeInTheDocument();
});

test('a market that does not come is said, not waited for', async () => {
  const user = await open(rates, 'position', false, 'rates/97110/TX.csv did not arrive.');
  await choose(user, 'State of your practice', 'Texas (TX)');
  expect(screen.getByRole('alert')).toHaveTextContent('rates/97110/TX.csv did not arrive.');
  expect(screen.queryByText(/^Loading the market/)).not.toBeInTheDocument();
});

test('a state without published rates is held against all states', async () => {
  const user = await open(rates, 'position');
  await choose(user, 'State of your practice', 'New York (NY)');
  expect(screen.getByRole('combobox', { name: 'Market' })).toHaveDisplayValue(
    'All states with files, pooled',
  );
  await choose(user, 'State of your practice', 'Texas (TX)');
  expect(screen.getByRole('combobox', { name: 'Market' })).toHaveDisplayValue('Texas');
});
