import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import Papa from 'papaparse';
import { afterEach, expect, test } from 'vitest';
import { App } from '../../src/app/App.tsx';
import { writeAddress } from '../../src/app/addressAhead.ts';
import { lazyRoutes } from '../../src/app/routes.ts';
import { savedBlobs } from '../support/savedBlobs.ts';
import { shippedLoader } from '../support/shippedLoader.ts';

const loader = shippedLoader();
const saved = savedBlobs();

// So that the next page starts where it is opened.
afterEach(writeAddress);

/** The cells of a table as a reader sees them, the first columns of each row, top to bottom. */
function shownRows(table: HTMLElement): string[][] {
  return within(table)
    .getAllByRole('row')
    .slice(1)
    .map((row) => [...row.querySelectorAll('th > :first-child, td')].map((cell) => cell.textContent ?? ''));
}

test.each([
  ['code/97110/TX/?sort=-median', /^Texas benchmark for 97110/, 1],
  ['code/97110/TX/?sort=percent-of-medicare', /^National benchmark for 97110/, 1],
  ['code/97110/states/?sort=place', /^BUCA median for 97110/, 1],
  ['code/97110/states/?board=-payer', /^Every place and payer/, 2],
] as const)('%s: the CSV of %s is in the order of its table', async (address, name, labels) => {
  history.replaceState(null, '', `/${address}`);
  const start = { base: '/', depth: './' };
  render(<App start={start} loader={() => Promise.resolve(loader)} routes={lazyRoutes} embedded={null} />);
  const card = await screen.findByRole('region', {
    name: (text) => name.test(text) && !text.endsWith(', table'),
  });
  const summary = within(card).getByText('Export', { selector: 'summary' });
  const menu = summary.closest('details') as HTMLElement;
  await userEvent.click(summary);
  await userEvent.click(within(menu).getByRole('button', { name: 'CSV, every digit' }));
  await within(menu).findByText(/^Saved/);
  const text = (await saved[0]?.text()) ?? '';
  expect(text).toContain(`Page,http://localhost:3000/${address}\r\n`);

  const labelsOf = (rows: string[][]) => rows.map((row) => row.slice(0, labels).join(' '));
  const shown = labelsOf(shownRows(within(card).getByRole('table')));
  expect(shown).not.toEqual([]);
  // The file has the rows too that wait behind a tick box, and lines about them.
  const exported = labelsOf(Papa.parse<string[]>(text).data);
  expect(exported.filter((label) => shown.includes(label))).toEqual(shown);
});
