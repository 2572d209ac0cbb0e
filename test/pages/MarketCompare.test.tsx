import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { beforeEach, expect, test, vi } from 'vitest';
import { type CompareChoice, firstCompareChoice } from '../../src/pages/compareChoice.ts';
import { MarketCompare, type MarketCompareProps } from '../../src/pages/MarketCompare.tsx';
import { formatAddress } from '../../src/share/address.ts';
import { LinkProvider } from '../../src/ui/links.tsx';
import { type RateSpec, rateTable } from '../support/builders.ts';
import { contractLine } from '../support/contracts.ts';
import { giveDialogMethods } from '../support/dialogMethods.ts';
import { cellsOfRow, rowNames } from '../support/rows.ts';
import { shippedLoader } from '../support/shippedLoader.ts';

// An opened menu asks for it and the last test does not wait: it must be here before the test's window is gone.
await import('../../src/pages/runExport.ts');

beforeEach(giveDialogMethods);

const votes = (payer: NonNullable<RateSpec['payer']>, place: string, rates: readonly number[]) =>
  rates.map((rate, index) => ({ rate, payer, place, provider: `${payer} ${index}` }));

/** 97110 in Texas and Arizona, 97140 in Texas alone. */
const all = [
  {
    place: 'TX',
    tables: new Map([
      [
        '97110',
        rateTable('97110', [
          ...votes('aetna', 'TX', [28, 30, 34, 40, 44]),
          ...votes('bcbs', 'TX', [60, 60, 60, 60, 60]),
        ]),
      ],
      ['97140', rateTable('97140', votes('aetna', 'TX', [50, 50, 50, 50, 50]))],
    ]),
  },
  {
    place: 'AZ',
    tables: new Map([['97110', rateTable('97110', votes('aetna', 'AZ', [70, 70, 70, 70, 70]))]]),
  },
];

async function open(own: MarketCompareProps['own'] = null, part: Partial<MarketCompareProps> = {}) {
  const loader = shippedLoader();
  const [{ codes }, release, schedule] = await Promise.all([
    loader.catalogue(),
    loader.release(),
    loader.schedule(),
  ]);
  const onRetry = vi.fn();
  function Page() {
    const [choice, setChoice] = useState<CompareChoice>(firstCompareChoice);
    const [isAsked, setAsked] = useState(false);
    const places = choice.places ?? [];
    return (
      <MarketCompare
        choice={choice}
        onChoice={setChoice}
        places={places}
        available={['AZ', 'CA', 'NC', 'SC', 'TX']}
        markets={places.flatMap((place) => all.filter((each) => each.place === place))}
        error={null}
        codes={codes}
        schedule={schedule}
        release={release}
        own={own}
        {...part}
        {...(isAsked ? { error: null } : {})}
        onRetry={() => {
          onRetry();
          setAsked(true);
        }}
      />
    );
  }
  render(
    <LinkProvider hrefFor={(to) => `/${formatAddress(to)}`}>
      <Page />
    </LinkProvider>,
  );
  return { user: userEvent.setup(), schedule, onRetry };
}

const tick = (user: ReturnType<typeof userEvent.setup>, name: string) =>
  user.click(screen.getByRole('checkbox', { name }));

test('nothing is loaded before a state is chosen, and four are the most', async () => {
  const { user } = await open();
  expect(screen.getByText('No state is chosen yet.')).toBeInTheDocument();
  expect(screen.queryByRole('table')).not.toBeInTheDocument();
  for (const name of ['Arizona', 'California', 'North Carolina', 'South Carolina']) await tick(user, name);
  const states = screen.getByRole('group', { name: 'States side by side' });
  expect(states).toHaveAccessibleDescription('Up to 4 of those with published rates.');
  expect(within(states).getByRole('checkbox', { name: 'Texas' })).toBeDisabled();
  // California's rates are not among what has come.
  expect(
    screen.getByText(/^Loading Arizona, California, North Carolina and South Carolina/),
  ).toBeInTheDocument();
});

test('a state’s published rates as a heat map, states side by side, and a family as one index', async () => {
  const { user, schedule } = await open();
  await tick(user, 'Texas');
  await tick(user, 'Arizona');
  const matrix = 'Published rates, Texas: payers and codes, % of Medicare';
  await screen.findByRole('table', { name: matrix });
  await user.selectOptions(
    screen.getByRole('combobox', { name: `Measure of ${matrix}` }),
    '$ against the market',
  );
  // Aetna's 34 among BUCA's ten votes 28 30 34 40 44 60…: their P25 is 35.50.
  expect(cellsOfRow('Published rates, Texas: payers and codes, $ against the market', /^97110/)).toEqual([
    '$52.00n 10',
    '$34.00below P25 of the market, n 5',
    '$60.00median to P75, n 5',
  ]);
  await user.selectOptions(screen.getByRole('combobox', { name: 'State of the matrix' }), 'Arizona');
  expect(cellsOfRow('Published rates, Arizona: payers and codes, $ against the market', /^97110/)[1]).toBe(
    '$70.00median to P75, n 5',
  );

  await user.selectOptions(screen.getByRole('combobox', { name: 'Payer of the states' }), 'Aetna');
  const states = 'Aetna in Texas and Arizona';
  expect(rowNames(states).slice(0, 3)).toEqual(['97110 Therapeutic exercise', 'Texas', 'Arizona']);
  const [texas, arizona] = within(screen.getByRole('table', { name: states })).getAllByRole('row', {
    name: /^(Texas|Arizona) 97110/,
  });
  expect(texas).toHaveTextContent(/^Texas9711055\$30\.00\$34\.00\$40\.00/);
  expect(arizona).toHaveTextContent(/^Arizona9711055\$70\.00\$70\.00\$70\.00/);
  expect(screen.getByRole('img', { name: '97110: Aetna in Texas and Arizona' })).toBeInTheDocument();
  await user.selectOptions(screen.getByRole('combobox', { name: 'Code of the drawing' }), '97140');
  expect(screen.getByRole('img', { name: '97140: Aetna in Texas and Arizona' })).toBeInTheDocument();

  const index = 'Therapeutic procedures as one index, % of Medicare';
  // The one code all have is 97110: 34 and 70 over Medicare's mean in each state.
  const share = (cents: number, place: string) => {
    const medicare = schedule.placeMean('97110', 2026, place);
    return medicare.kind === 'value' ? `${((cents / medicare.value) * 100).toFixed(1)}%` : '';
  };
  expect(cellsOfRow(index, /^Aetna/)).toEqual([share(3400, 'TX'), share(7000, 'AZ'), '1', '1']);
  await tick(user, 'Same codes everywhere');
  // Each over its own: 2 of the family's 11 codes with a weight are less than half of the basket.
  expect(cellsOfRow(index, /^Aetna/)[0]).toMatch(/less than 50% of the basket/);
});

test('figures open their workings, with the page they stand on', async () => {
  const { user } = await open();
  await tick(user, 'Texas');
  const states = await screen.findByRole('table', { name: 'BUCA in Texas' });
  await user.click(within(states).getAllByRole('button', { description: /Median, Texas/ })[0] as HTMLElement);
  const panel = await screen.findByRole('dialog', {
    name: 'Recompute this: Median of BUCA for 97110, Texas',
  });
  await user.click(within(panel).getByRole('button', { name: /^Close/ }));
  await user.click(
    within(states).getAllByRole('button', { description: /Medicare 2026, Texas/ })[0] as HTMLElement,
  );
  expect(await screen.findByRole('dialog', { name: /97110, Texas, 2026|Medicare/ })).toBeInTheDocument();
});

test('with a contract: its codes, its volumes and its own rates in the index', async () => {
  const lines = [
    contractLine({ id: 'a', units: 300, year: 2026, terms: { kind: 'dollars', amount: 2500 } }),
    contractLine({
      id: 'b',
      code: '97140',
      units: 100,
      year: 2026,
      terms: { kind: 'dollars', amount: 2600 },
    }),
  ];
  const { user, schedule } = await open({
    contract: { kind: 'rates', lines, totals: [] },
    desk: { place: 'TX', locality: null },
    fileName: 'mine.csv',
  });
  await tick(user, 'Texas');
  await user.selectOptions(screen.getByRole('combobox', { name: 'Codes' }), 'The codes of your file');
  const index = 'The codes of your file as one index, % of Medicare';
  const medicare = (code: string) => {
    const cell = schedule.placeMean(code, 2026, 'TX');
    return cell.kind === 'value' ? cell.value : 0;
  };
  const base = 300 * medicare('97110') + 100 * medicare('97140');
  // (300 × 34 + 100 × 50) and (300 × 25 + 100 × 26) over the basket at Medicare's amounts.
  await user.click(screen.getByRole('checkbox', { name: 'Same codes everywhere' }));
  expect(cellsOfRow(index, /^Aetna/)).toEqual([
    `${((1_520_000 / base) * 100).toFixed(1)}%`,
    `${((1_010_000 / base) * 100).toFixed(1)}%`,
    '2',
    '2',
  ]);
  const card = screen.getByRole('region', { name: index });
  await user.click(within(card).getByText(/^Export/));
  expect(within(card).getByText(/^Marked confidential/)).toBeInTheDocument();
});

test('rates that do not come are said, and asked for again', async () => {
  const { user, onRetry } = await open(null, {
    places: ['TX'],
    markets: null,
    error: new Error('no answer'),
  });
  expect(screen.getByText(/no answer/)).toBeInTheDocument();
  await user.click(screen.getByRole('button', { name: /again/i }));
  expect(onRetry).toHaveBeenCalledOnce();
  // The button is gone: the focus is where the rates will be.
  expect(screen.getByRole('region', { name: 'Published rates compared' })).toHaveFocus();
});
