import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { type ComponentProps, useState } from 'react';
import { expect, test, vi } from 'vitest';
import type { BillingCode } from '../../src/domain/billingCode.ts';
import { providerKey } from '../../src/domain/providerKey.ts';
import { defaultScope } from '../../src/domain/scope.ts';
import { StatesPage, type StatesView } from '../../src/pages/StatesPage.tsx';
import { statesAddress } from '../../src/share/address.ts';
import { LinkProvider } from '../../src/ui/links.tsx';
import { shippedRates, shippedSchedule } from '../support/releaseData.ts';

const code: BillingCode = {
  code: '97110',
  codeType: 'CPT',
  title: 'Therapeutic exercise',
  family: 'Therapeutic procedures',
  unitMinutes: 15,
  timing: 'timed',
  status: 'active',
  replacedBy: [],
  note: '',
  keywords: [],
};
const release = { id: '2026-11-22.test', date: '2026-11-22', inputs: [], files: [] };
const table = shippedRates('97110');

/** The page with the view it asked for, as the address would hold it. */
function Held({ first, onView, ...props }: HeldProps) {
  const [view, setView] = useState(first);
  return (
    <StatesPage
      {...view}
      {...props}
      onView={(change) => {
        setView({ ...view, ...change });
        onView(change);
      }}
    />
  );
}

interface HeldProps extends Omit<ComponentProps<typeof StatesPage>, keyof StatesView> {
  readonly first: StatesView;
}

function show(view: Partial<StatesView> = {}, scope = defaultScope) {
  const onView = vi.fn();
  const onScope = vi.fn();
  render(
    <LinkProvider hrefFor={() => '/'}>
      <Held
        first={{ ...statesAddress('97110'), ...view }}
        code={code}
        table={table}
        schedule={shippedSchedule()}
        scope={scope}
        release={release}
        unread={[]}
        onView={onView}
        onScope={onScope}
        address="/code/97110/states/?measure=mean"
        hrefForPlace={(place) => `/code/97110/${place ?? ''}`}
      />
    </LinkProvider>,
  );
  return { onView, onScope };
}

function tableNamed(name: RegExp) {
  return screen.getByRole('table', { name });
}

test('map and table say the same of Texas', () => {
  show();
  expect(screen.getByRole('heading', { level: 1, name: /97110 Therapeutic exercise/ })).toBeInTheDocument();
  expect(screen.getByRole('link', { name: 'Texas: $89.17, n 52, −1.2% from national' })).toHaveAttribute(
    'href',
    '/code/97110/TX',
  );
  const row = within(tableNamed(/^BUCA median for 97110 by state/)).getByRole('row', { name: /^Texas/ });
  expect(
    within(row)
      .getAllByRole('cell')
      .map((cell) => cell.textContent)
      .slice(0, 6),
  ).toEqual(['52', '$89.17', '−$1.06', '−1.2%', '2', '390.3%']);
  expect(within(row).getByRole('link', { name: 'Texas' })).toHaveAttribute('href', '/code/97110/TX');
});

test('places without data are counted, and shown when asked for', async () => {
  show();
  const places = tableNamed(/^BUCA median for 97110 by state/);
  expect(within(places).queryByRole('row', { name: /^Alaska/ })).toBeNull();
  // Two boards: what the boxes tick is said before each of them.
  const [ofPlaces] = screen.getAllByRole('group', { name: 'Rows also listed' });
  await userEvent.click(within(ofPlaces as HTMLElement).getByRole('checkbox', { name: 'No votes (39)' }));
  expect(within(places).getByRole('row', { name: /^Alaska/ })).toHaveTextContent(
    'AlaskaData not available in the input',
  );
});

test('the board starts with what can be compared and shows the rest when asked for', async () => {
  show();
  const board = tableNamed(/^Every place and payer/);
  expect(within(board).getAllByRole('row')).toHaveLength(18);
  const [, first] = within(board).getAllByRole('row');
  expect(first).toHaveTextContent(/^CaliforniaBCBS6\$156\.05/);
  // California has a row for each payer.
  expect(within(first as HTMLElement).getByRole('button', { name: '$156.05' })).toHaveAccessibleDescription(
    'Recompute this: Median, California, BCBS',
  );
  const ofBoard = screen.getAllByRole('group', { name: 'Rows also listed' })[1] as HTMLElement;
  await userEvent.click(within(ofBoard).getByRole('checkbox', { name: 'Fewer than 5 votes (52)' }));
  expect(within(board).getAllByRole('row')).toHaveLength(70);
});

test('where each rate counts by itself, what waits behind a tick box is counted in rates', () => {
  show({}, { ...defaultScope, basis: 'rates' });
  const ticks = screen.getAllByRole('group', { name: 'Rows also listed' });
  expect(ticks).toHaveLength(2);
  for (const group of ticks) {
    expect(within(group).getByRole('checkbox', { name: /^Fewer than 5 rates \(\d+\)$/ })).toBeInTheDocument();
  }
  expect(screen.getByRole('checkbox', { name: 'No rates (39)' })).toBeInTheDocument();
  expect(screen.queryByRole('checkbox', { name: /votes/ })).toBeNull();
});

test('each choice is handed to the address', async () => {
  const { onView } = show();
  await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Payer' }), 'Cigna (n 26)');
  await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Average' }), 'Mean');
  await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Coloured by' }), '% of Medicare');
  await userEvent.click(screen.getByRole('button', { name: /^Humana/ }));
  // By now the list is that of the choices before.
  const humana = within(tableNamed(/^Humana mean/));
  await userEvent.click(humana.getByRole('button', { name: 'vs national, $' }));
  expect(onView.mock.calls).toEqual([
    [{ payer: 'cigna' }],
    [{ measure: 'mean' }],
    [{ comparison: 'medicare' }],
    [{ payer: 'humana' }],
    [{ sort: { column: 'difference', descending: true } }],
  ]);
});

test('every part of the scope can be changed here, and says what it would count over the nation', async () => {
  const { onScope } = show();
  const scope = screen.getByRole('region', { name: 'What counts' });
  expect(scope).toHaveTextContent(/^What countsCommercial plans/);
  expect(screen.getByRole('combobox', { name: 'Site' })).toHaveDisplayValue('Hospital outpatient');
  expect(screen.queryByRole('combobox', { name: 'Medicare year' })).toBeNull();
  await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Site' }), 'Office, professional');
  await userEvent.click(screen.getByText('More filters'));
  await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Flagged votes' }), 'Left out');
  const line = screen.getByRole('combobox', { name: 'Plan line' });
  await userEvent.selectOptions(line, within(line).getByRole('option', { name: /^Medicare Advantage/ }));
  expect(onScope.mock.calls).toEqual([
    [{ ...defaultScope, site: 'office' }],
    [{ ...defaultScope, outliers: 'out' }],
    [{ ...defaultScope, line: 'Medicare Advantage' }],
  ]);
});

test('over all states health systems can be picked; a provider comes with a link and can be taken back', async () => {
  const single = table.providers.find(({ system }) => system === '');
  const provider = single ? providerKey(single) : '';
  const { onScope } = show({}, { ...defaultScope, provider });
  const picker = screen.getByRole('combobox', { name: 'Health system' });
  expect(picker).toHaveValue(provider);
  const others = within(picker)
    .getAllByRole('option')
    .map((option) => option.textContent)
    .filter((name) => !name.startsWith('Any') && !name.startsWith(single?.name ?? ''));
  expect(others.length).toBeGreaterThan(2);
  for (const name of others) expect(name).toMatch(/\(health system\) \(\d+ rates?\)$/);
  await userEvent.selectOptions(picker, 'Any');
  expect(onScope).toHaveBeenCalledWith(defaultScope);
});

test('a payer that the scope has no rates of is named, and another shown', () => {
  show({ payer: 'tricare' });
  expect(screen.getByText(/has no rates in this scope; BUCA is shown/)).toBeInTheDocument();
});

test('a scope that nothing fits says so', () => {
  show({}, { ...defaultScope, vintage: { from: 1990, to: 1990 } });
  expect(screen.getByText('No payer rates for 97110 are in this scope.')).toBeInTheDocument();
  const linksThatSay = (words: RegExp) => screen.getAllByRole('link', { name: words });
  expect(linksThatSay(/Rates only outside this scope$/)).toHaveLength(15);
  expect(linksThatSay(/Data not available in the input$/)).toHaveLength(38);
});

test('what counts names a health system as its files do', () => {
  show({}, { ...defaultScope, provider: 'system-sutter-health' });
  const counted = screen.getByRole('region', { name: 'What counts' });
  expect(counted).toHaveTextContent('only the health system “Sutter Health”;');
});

test('an order by a column that a list does not have is named, each list’s by its own word', () => {
  show({
    sort: { column: 'foo', descending: true },
    board: { column: 'bar', descending: false },
  });
  const notice = screen.getByText(/^sort=-foo: /);
  expect(notice).toHaveTextContent(
    'sort=-foo: not a column of this table; rows are in their usual order. board=bar: not a column of this table; rows are in their usual order.',
  );
});

test('an order that both lists have says nothing', () => {
  show({ sort: { column: 'place', descending: false }, board: { column: 'payer', descending: true } });
  expect(screen.queryByText(/not a column/)).toBeNull();
});
