import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { beforeAll, expect, test } from 'vitest';
import type { BillingCode } from '../../src/domain/billingCode.ts';
import { firstVisitView, VisitSection, type VisitSectionProps } from '../../src/pages/VisitSection.tsx';
import { rateTable } from '../support/builders.ts';
import { giveDialogMethods } from '../support/dialogMethods.ts';
import { shippedDigest, shippedSchedule } from '../support/releaseData.ts';
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
const alaska = { ...firstVisitView, place: 'AK', year: 2025 };

function show(changes: Partial<VisitSectionProps> = {}) {
  function Page() {
    const [view, setView] = useState(changes.view ?? alaska);
    return (
      <VisitSection
        codes={codes}
        schedule={shippedSchedule()}
        release={{ id: 'test', date: '2026-11-22' }}
        digest={shippedDigest()}
        own={null}
        {...changes}
        view={view}
        onView={setView}
      />
    );
  }
  render(<Page />);
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
  const minutes = followUp.getAllByRole('textbox', { name: 'Minutes' });
  await user.clear(minutes[0] as HTMLElement);
  await user.type(minutes[0] as HTMLElement, '15');
  // 37.06 + 28.05.
  expect(cellsOfRow(table, /^Medicare/)[1]).toBe('$65.11');
  // Counts of one’s own visits are confidential: both figures’ exports say so from now on.
  expect(screen.getAllByText(/^Marked confidential/)).toHaveLength(2);
  await user.click(followUp.getByRole('checkbox', { name: 'By an assistant (CQ, CO)' }));
  expect(cellsOfRow(table, /^Medicare/)[1]).toBe('$55.34');
  await user.click(followUp.getByRole('button', { name: 'Add a service' }));
  await user.type(followUp.getByRole('textbox', { name: 'Units' }), 'x');
  expect(followUp.getByRole('textbox', { name: 'Units' })).toBeInvalid();
  expect(cellsOfRow(table, /^Medicare/)[1]).toBe('$55.34');
  expect(screen.queryByText(/made up to try the page/)).not.toBeInTheDocument();
  await user.click(screen.getByRole('button', { name: 'Back to the example' }));
  expect(cellsOfRow(table, /^Medicare/)[1]).toBe('$94.65');
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
});

test('own rates, by the payer’s own terms: a working opens', async () => {
  const tables = new Map([
    ['97110', rateTable('97110', [{ rate: 50, payer: 'aetna' }])],
    ['97140', rateTable('97140', [{ rate: 60, payer: 'aetna' }])],
  ]);
  const user = show({ own: { tables, fileName: 'mine.csv' } });
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
    'half of the rate on later codes',
  );
  // 60 + 2 × 25.
  expect(cellsOfRow(table, /^Aetna/)[1]).toBe('$110.00');
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
