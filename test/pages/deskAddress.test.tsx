import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ReactElement } from 'react';
import { expect, test } from 'vitest';
import { firstCompareChoice } from '../../src/pages/compareChoice.ts';
import { MarketCompare, type MarketCompareProps } from '../../src/pages/MarketCompare.tsx';
import { TermsSection } from '../../src/pages/TermsSection.tsx';
import { firstTermsView } from '../../src/pages/termsView.ts';
import { VisitSection } from '../../src/pages/VisitSection.tsx';
import { firstVisitView } from '../../src/pages/visitView.ts';
import { formatAddress } from '../../src/share/address.ts';
import { LinkProvider } from '../../src/ui/links.tsx';
import { rateTable } from '../support/builders.ts';
import { contractLine } from '../support/contracts.ts';
import { shippedDigest, shippedLocalities, shippedSchedule } from '../support/releaseData.ts';
import { savedBlobs } from '../support/savedBlobs.ts';
import { shippedLoader } from '../support/shippedLoader.ts';

// The desk's choices are in memory only: an address that opens another view must not go along with a figure.

const saved = savedBlobs();
const release = { id: 'test', date: '2026-11-22' };

/** The CSV of the first figure below. */
async function csvOf(page: ReactElement): Promise<string> {
  render(<LinkProvider hrefFor={(to) => `/${formatAddress(to)}`}>{page}</LinkProvider>);
  const [summary] = await screen.findAllByText('Export', { selector: 'summary' });
  const menu = summary?.closest('details') as HTMLElement;
  await userEvent.click(summary as HTMLElement);
  await userEvent.click(within(menu).getByRole('button', { name: 'CSV, every digit' }));
  await within(menu).findByText(/^Saved/);
  return (await saved.at(-1)?.text()) ?? '';
}

const desk = {
  codes: [],
  schedule: shippedSchedule(),
  localities: shippedLocalities(),
  release,
  onView: () => {},
  own: null,
};
const texas = { place: 'TX', locality: null } as const;

test.each([
  ['the example of all places', null, firstTermsView, true],
  ['of the practice’s place', texas, firstTermsView, false],
  ['over other years', null, { ...firstTermsView, years: 5 }, false],
])('terms, %s', async (_, practice, view, isAddressed) => {
  const csv = await csvOf(<TermsSection {...desk} practice={practice} view={view} />);
  expect(csv.includes('Page,http://localhost:3000/own/?view=terms\r\n')).toBe(isAddressed);
  expect(csv.includes('localhost')).toBe(isAddressed);
});

test.each([
  ['the example of all places', firstVisitView, true],
  ['of a place', { ...firstVisitView, area: texas }, false],
  ['of another year', { ...firstVisitView, year: 2024 }, false],
])('visits, %s', async (_, view, isAddressed) => {
  const csv = await csvOf(<VisitSection {...desk} digest={shippedDigest()} practice={null} view={view} />);
  expect(csv.includes('Page,http://localhost:3000/own/?view=visits\r\n')).toBe(isAddressed);
  expect(csv.includes('localhost')).toBe(isAddressed);
});

async function compared(own: MarketCompareProps['own']): Promise<string> {
  const loader = shippedLoader();
  const tables = new Map([['97110', rateTable('97110', [{ rate: 30 }])]]);
  return csvOf(
    <MarketCompare
      choice={firstCompareChoice}
      onChoice={() => {}}
      places={['TX']}
      available={['TX']}
      markets={[{ place: 'TX', tables }]}
      error={null}
      onRetry={() => {}}
      codes={(await loader.catalogue()).codes}
      schedule={desk.schedule}
      release={await loader.release()}
      own={own}
    />,
  );
}

test('states beside each other, which no address names', async () => {
  const csv = await compared(null);
  expect(csv).toContain('Figure,"Published rates, Texas: payers and codes, % of Medicare"');
  expect(csv).not.toContain('localhost');
  expect(csv).not.toContain('Confidential');
});

test('in the order of a contract’s units they are marked: who reads it learns which codes it bills most', async () => {
  const lines = [contractLine({ code: '97140', units: 900 }), contractLine({ id: 'b', units: 10 })];
  const csv = await compared({
    contract: { kind: 'rates', lines, totals: [] },
    desk: { place: 'TX', locality: null },
    fileName: 'mine.csv',
  });
  expect(csv.indexOf('97140 Manual therapy')).toBeLessThan(csv.indexOf('97110 Therapeutic exercise'));
  expect(csv).toMatch(/^Confidential,/);
});
