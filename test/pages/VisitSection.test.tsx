import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { beforeAll, expect, test } from 'vitest';
import type { BillingCode } from '../../src/domain/billingCode.ts';
import { VisitSection, type VisitSectionProps } from '../../src/pages/VisitSection.tsx';
import { firstVisitView } from '../../src/pages/visitView.ts';
import { formatAddress } from '../../src/share/address.ts';
import { LinkProvider } from '../../src/ui/links.tsx';
import { rateTable } from '../support/builders.ts';
import { contractLine } from '../support/contracts.ts';
import { giveDialogMethods } from '../support/dialogMethods.ts';
import { shippedDigest, shippedLocalities, shippedSchedule } from '../support/releaseData.ts';
import { cellsOfRow } from '../support/rows.ts';

const code = (id: string, unitMinutes: number | null): BillingCode => ({
  code: id,
  codeType: 'CPT',
  title: 'Service',
  family: 'Therapy',
  unitMinutes,
  timing: unitMinutes === null ? 'untimed' : 'timed',
  status: 'active',
  replacedBy: [],
  note: '',
  keywords: [],
});
const codes = [code('97110', 15), code('97140', 15), code('97161', null), code('97530', 15)];
const alaska = { ...firstVisitView, area: { place: 'AK', locality: null }, year: 2025 };

function show(changes: Partial<VisitSectionProps> = {}) {
  function Page() {
    const [view, setView] = useState(changes.view ?? alaska);
    return (
      <VisitSection
        codes={codes}
        schedule={shippedSchedule()}
        release={{ id: 'test', date: '2026-11-22' }}
        digest={shippedDigest()}
        localities={shippedLocalities()}
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
  return userEvent.setup();
}

beforeAll(giveDialogMethods);

const table = 'Payment per visit, Alaska, Medicare 2025';

test('the example in Alaska 2025: Medicare’s visits are sums of CMS’s columns', () => {
  show();
  // 126.19 + 29.54; 37.06 + 29.54 + 28.05; (29.54 + 43.22 + 32.38) × 0.85.
  expect(cellsOfRow(table, /^Medicare/).slice(0, 4)).toEqual(['$155.73', '$94.65', '$89.37', '$102.47']);
  expect(screen.getByText(/The visits and their counts are an example, made up/)).toBeInTheDocument();
  const behind = 'Rates behind the visits, Alaska';
  expect(cellsOfRow(behind, /^Medicare/)).toEqual([
    '$126.19',
    '$37.06',
    '$35.04',
    '$43.22',
    'Not comparable: a fee schedule has no votes',
  ]);
});

test('minutes, an assistant and a new service are answered at once; what is no number counts as nothing', async () => {
  const user = show();
  expect(screen.queryByText(/^Marked confidential/)).not.toBeInTheDocument();
  const followUp = within(screen.getByRole('group', { name: 'Follow-up' }));
  // Each says of which service it is: the label above it alone is the same for all.
  expect(followUp.getByRole('textbox', { name: 'Minutes of service 2' })).toBeVisible();
  const minutes = followUp.getByRole('textbox', { name: 'Minutes of service 1' });
  await user.clear(minutes);
  await user.type(minutes, '15');
  // 37.06 + 28.05.
  expect(cellsOfRow(table, /^Medicare/)[1]).toBe('$65.11');
  // Counts of one’s own visits are confidential: every figure’s export says so from now on.
  expect(screen.getAllByText(/^Marked confidential/)).toHaveLength(3);
  await user.click(followUp.getByRole('checkbox', { name: 'By an assistant (CQ, CO)' }));
  expect(cellsOfRow(table, /^Medicare/)[1]).toBe('$55.34');
  await user.click(followUp.getByRole('button', { name: 'Add a service' }));
  await user.type(followUp.getByRole('textbox', { name: 'Units of service 3' }), 'x');
  expect(followUp.getByRole('textbox', { name: 'Units of service 3' })).toBeInvalid();
  // In words and not by a red border alone, and announced: the place for them is there before.
  expect(followUp.getByRole('textbox', { name: 'Units of service 3' })).toHaveAccessibleDescription(
    'Not read. It takes a whole number from 0 to 40.',
  );
  expect(followUp.getByText(/^Not read/)).toHaveRole('status');
  expect(cellsOfRow(table, /^Medicare/)[1]).toBe('$55.34');
  expect(screen.queryByText(/made up to try the page/)).not.toBeInTheDocument();
  await user.click(screen.getByRole('button', { name: 'Back to the example' }));
  expect(cellsOfRow(table, /^Medicare/)[1]).toBe('$94.65');
  expect(screen.getByRole('button', { name: 'Back to the example' })).toHaveFocus();
});

test('visits come and go', async () => {
  const user = show();
  await user.click(screen.getByRole('button', { name: 'Add a visit' }));
  // 30 minutes of 97110: 37.06 + 29.54, the fourth kind.
  expect(cellsOfRow(table, /^Medicare/)[3]).toBe('$66.60');
  const added = within(screen.getByRole('group', { name: 'Visit without a name' }));
  await user.type(added.getByRole('textbox', { name: 'Name of the visit' }), 'Short');
  expect(screen.getByRole('columnheader', { name: /^Short/ })).toBeInTheDocument();
  await user.click(
    within(screen.getByRole('group', { name: 'Short' })).getByRole('button', { name: 'Remove this visit' }),
  );
  expect(cellsOfRow(table, /^Medicare/)[3]).toBe('$102.47');
  // Of the visit before; with the last one but one, what removes the last goes, too.
  const left = () => screen.getAllByRole('button', { name: 'Remove this visit' });
  expect(left().at(-1)).toHaveFocus();
  await user.keyboard('{Enter}');
  expect(left().at(-1)).toHaveFocus();
  await user.keyboard('{Enter}');
  expect(screen.getByRole('button', { name: 'Add a visit' })).toHaveFocus();
});

test.each([
  ['a timed one', [code('97140', 15), code('97161', null)], '97140', 'Minutes', '30'],
  ['an untimed one', [code('97161', null), code('97140', 15)], '97161', 'Units', '1'],
])(
  'a visit added where there is no 97110 begins with the first code, %s',
  async (_, held, first, of, count) => {
    const user = show({ codes: held });
    await user.click(screen.getByRole('button', { name: 'Add a visit' }));
    const added = within(screen.getByRole('group', { name: 'Visit without a name' }));
    expect(added.getByRole('combobox', { name: 'Service 1' })).toHaveValue(first);
    expect(added.getByRole('textbox', { name: `${of} of service 1` })).toHaveValue(count);
  },
);

test('a service removed leaves the focus in its visit', async () => {
  const user = show();
  const visit = within(screen.getAllByRole('group')[0] as HTMLElement);
  await user.click(visit.getByRole('button', { name: 'Add a service' }));
  const services = () => visit.getAllByRole('button', { name: /^Remove service/ });
  const count = services().length;
  await user.click(services()[0] as HTMLElement);
  expect(services()).toHaveLength(count - 1);
  expect(services()[0]).toHaveFocus();
});

test('own rates, by the payer’s own terms: a working opens', async () => {
  const tables = new Map([
    ['97110', rateTable('97110', [{ rate: 50, payer: 'aetna' }])],
    ['97140', rateTable('97140', [{ rate: 60, payer: 'aetna' }])],
  ]);
  const user = show({ own: { tables, contract: null, fileName: 'mine.csv' } });
  await user.selectOptions(
    screen.getByRole('combobox', { name: 'Rates of the visits' }),
    'My rates: mine.csv',
  );
  // 2 × 50 + 60; the file has no 97161.
  expect(cellsOfRow(table, /^Aetna/).slice(0, 2)).toEqual(['Not available: no rate for 97161', '$160.00']);
  await user.click(screen.getByText(/^How each payer pays/));
  const terms = within(screen.getByRole('group', { name: 'Aetna' }));
  await user.selectOptions(
    terms.getByRole('combobox', { name: 'Later services' }),
    'half of the rate on later codes, all units of the first in full',
  );
  // 2 × 50 is the higher allowance; 60 ÷ 2.
  expect(cellsOfRow(table, /^Aetna/)[1]).toBe('$130.00');
  await user.selectOptions(
    terms.getByRole('combobox', { name: 'Later services' }),
    'half of the rate after the first unit',
  );
  // 50 + 25 + 30.
  expect(cellsOfRow(table, /^Aetna/)[1]).toBe('$105.00');
  await user.type(terms.getByRole('textbox', { name: 'At most a visit ($)' }), '95.50');
  expect(cellsOfRow(table, /^Aetna/)[1]).toBe('$95.50');
  await user.click(screen.getByRole('button', { description: 'Recompute this: Follow-up, Aetna' }));
  expect(await screen.findByRole('dialog')).toHaveTextContent(/min\(Σ/);
});

test('without the release’s own medians only Medicare is left, and the page says so', () => {
  show({ digest: null });
  expect(screen.getByText(/medians of this release did not arrive/)).toBeInTheDocument();
  expect(cellsOfRow(table, /^Medicare/)[1]).toBe('$94.65');
});

test('locality by county: Harris is in Houston; the practice’s own area comes first', async () => {
  const practice = { place: 'TX', locality: { mac: '04412', locality: '11' } };
  const user = show({ view: firstVisitView, practice });
  const place = screen.getByRole('combobox', { name: 'Place of the visits' });
  expect(place).toHaveDisplayValue('Your practice: Dallas, Texas (locality 11)');
  await user.selectOptions(place, 'Texas (TX)');
  await user.type(screen.getByRole('textbox', { name: 'County of the visits, Texas' }), 'Harris');
  // 30 minutes of 97110 and 15 of 97140 in Houston 2026: 29.21 + 22.41 + 21.40.
  const houston = 'Payment per visit, Houston, Texas (locality 18), Medicare 2026';
  expect(cellsOfRow(houston, /^Medicare/)[1]).toBe('$73.02');
  expect(screen.getByRole('combobox', { name: 'Medicare locality of the visits' })).toHaveDisplayValue(
    'Houston (18)',
  );
  // Market medians of Texas stay those of Texas.
  expect(cellsOfRow(houston, /^Cigna/)[0]).toBe('$277.32');
});

test('own contract beside the market: visits shared out by units, or typed; the chart follows the visit', async () => {
  const lines = [
    contractLine({ id: 'a', code: '97110', units: 300, terms: { kind: 'dollars', amount: 5000 } }),
    contractLine({ id: 'b', code: '97140', units: 200, terms: { kind: 'dollars', amount: 6000 } }),
    contractLine({
      id: 'c',
      code: '97110',
      units: 500,
      market: 'cigna',
      terms: { kind: 'dollars', amount: 4000 },
    }),
    contractLine({
      id: 'd',
      code: '97140',
      units: 0,
      market: 'cigna',
      terms: { kind: 'dollars', amount: 4500 },
    }),
  ];
  const contract = { kind: 'rates', lines, totals: [] } as const;
  const visits = firstVisitView.visits.filter(({ id }) => id === 'follow-up');
  const user = show({
    view: { ...firstVisitView, area: { place: 'TX', locality: null }, visits },
    own: { tables: new Map(), contract, fileName: 'mine.csv' },
  });
  const impact = 'Your payment per visit beside the market’s, Texas, Medicare 2026';
  // 2 × 50 + 60; 2 × 40 + 45; Cigna’s medians 2 × 120.00 + 135.84. Units 500 and 500: 600 of 1,200 visits each.
  expect(cellsOfRow(impact, /^Aetna/).slice(0, 2)).toEqual(['600', '$160.00']);
  expect(cellsOfRow(impact, /^Cigna/).slice(0, 3)).toEqual(['600', '$125.00', '$375.84']);
  // 600 × (375.84 − 125.00).
  expect(cellsOfRow(impact, /^Cigna/).at(-1)).toBe('+$150,504.00');
  expect(screen.getByText(/shared out by your file’s units of these codes/)).toBeInTheDocument();
  await user.click(screen.getByText(/^How each payer pays/));
  await user.type(
    within(screen.getByRole('group', { name: 'Cigna' })).getByRole('textbox', {
      name: 'Visits a year with this payer',
    }),
    '100',
  );
  expect(cellsOfRow(impact, /^Cigna/).at(-1)).toBe('+$25,084.00');
  expect(cellsOfRow(impact, /^Aetna/)[0]).toBe('0');
  await user.click(screen.getByRole('button', { description: 'Recompute this: In a year, Cigna' }));
  expect(await screen.findByRole('dialog')).toHaveTextContent(/\(market − yours\) × visits/);
  expect(
    screen.getByRole('application', { name: 'Average visit: payment by payer, Texas' }),
  ).toBeInTheDocument();
  await user.selectOptions(screen.getByRole('combobox', { name: 'Chart of' }), 'Follow-up');
  expect(screen.getByRole('application', { name: 'Follow-up: payment by payer, Texas' })).toBeInTheDocument();
});

test('a state without files has the medians of all, and says so; both rules stand side by side; sources are told', () => {
  show({ view: { ...firstVisitView, area: { place: 'WY', locality: null } } });
  expect(screen.getAllByText(/all states with files, pooled: Wyoming has none/)).not.toHaveLength(0);
  // 18 and 20 minutes: 38 are 3 units; each by itself 1 and 1.
  expect(cellsOfRow('Minutes into units, by both rules', /^Activities/).slice(0, 3)).toEqual([
    '38',
    '3',
    '2',
  ]);
  expect(screen.getByText(/section 10\.7 itself was not/)).toBeInTheDocument();
});

test('how payers pay is one’s own, and the visits are made up still', async () => {
  const user = show();
  await user.click(screen.getByText(/^How each payer pays/));
  const cap = screen.getAllByRole('textbox', { name: 'At most a visit ($)' })[0] as HTMLElement;
  await user.type(cap, '95');
  expect(screen.getAllByText(/^Marked confidential/)).not.toHaveLength(0);
  expect(screen.getByText(/The visits and their counts are an example, made up/)).toBeInTheDocument();
});
