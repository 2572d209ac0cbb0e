import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import { App } from '../../src/app/App.tsx';
import { writeAddress } from '../../src/app/addressAhead.ts';
import { lazyRoutes } from '../../src/app/routes.ts';
import { savedBlobs } from '../support/savedBlobs.ts';
import { shippedLoader } from '../support/shippedLoader.ts';

// The address bar follows a choice by a frame. Here no frame comes: what is exported goes by the view, not by the bar.
vi.mock('../../src/ui/afterFrame.ts', () => ({ afterFrame: () => () => {} }));

const loader = shippedLoader();
const saved = savedBlobs();

// So that the next page starts where it is opened.
afterEach(writeAddress);

async function openAt(address: string) {
  history.replaceState(null, '', `/${address}`);
  const start = { base: '/', depth: './' };
  render(<App start={start} loader={() => Promise.resolve(loader)} routes={lazyRoutes} embedded={null} />);
  await screen.findAllByRole('table');
}

/** The first figure's CSV. */
async function exported(): Promise<string> {
  const [summary] = screen.getAllByText('Export', { selector: 'summary' });
  const menu = summary?.closest('details') as HTMLElement;
  await userEvent.click(summary as HTMLElement);
  await userEvent.click(within(menu).getByRole('button', { name: 'CSV, every digit' }));
  await within(menu).findByText(/^Saved/);
  return (await saved[0]?.text()) ?? '';
}

test('the board of all states names the view chosen, before the address bar does', async () => {
  await openAt('code/97110/states/');
  await userEvent.selectOptions(await screen.findByRole('combobox', { name: 'Average' }), 'mean');
  expect(await exported()).toContain('Page,http://localhost:3000/code/97110/states/?measure=mean\r\n');
  expect(location.search).toBe('');
});

test('the fee schedule names the year chosen, before the address bar does', async () => {
  await openAt('medicare/');
  await userEvent.selectOptions(await screen.findByRole('combobox', { name: 'Year' }), '2024');
  expect(await exported()).toContain('Page,http://localhost:3000/medicare/?year=2024\r\n');
  expect(location.search).toBe('');
});
