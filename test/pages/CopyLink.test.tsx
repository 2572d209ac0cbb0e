import { cleanup, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import { CopyLink } from '../../src/pages/CopyLink.tsx';
import { type Address, codeAddress, formatAddress, statesAddress } from '../../src/share/address.ts';
import { LinkProvider } from '../../src/ui/links.tsx';

const releaseId = '2026-11-22.9f0cbe38';
const texas: Address = { ...codeAddress('97110', 'TX'), open: 'aetna', pin: '2025-01-01.00000000' };

function show(address: Address, release: string | null = releaseId) {
  const user = userEvent.setup();
  render(
    <LinkProvider hrefFor={(to) => `/atlas/${formatAddress(to)}`}>
      <CopyLink address={address} releaseId={release} title="97110 “Texas”" />
    </LinkProvider>,
  );
  return user;
}

it('copies the link to the latest, and the one pinned to this release, and says so', async () => {
  const user = show(texas);
  await user.click(screen.getByText('Copy link'));
  expect(await screen.findByRole('textbox', { name: 'Link to the latest' })).toHaveValue(
    'http://localhost:3000/atlas/code/97110/TX/?open=aetna',
  );
  await user.click(screen.getByRole('button', { name: `Copy: Link pinned to release ${releaseId}` }));
  expect(await navigator.clipboard.readText()).toBe(
    `http://localhost:3000/atlas/code/97110/TX/?open=aetna&pin=${releaseId}`,
  );
  const status = screen.getByRole('status');
  expect(status).toHaveTextContent('The pinned link copied.');
  // A second time it is said again: the same words, left standing, would be no change.
  const said: string[] = [];
  new MutationObserver(() => said.push(status.textContent)).observe(status, { childList: true });
  await user.click(screen.getByRole('button', { name: `Copy: Link pinned to release ${releaseId}` }));
  await waitFor(() => expect(said).toEqual(['', 'The pinned link copied.']));
});

it('has HTML to embed the chart or the table, without what a frame does not show', async () => {
  const user = show(texas);
  await user.click(screen.getByText('Copy link'));
  expect(await screen.findByRole('textbox', { name: 'HTML to embed it' })).toHaveValue(
    '<iframe src="http://localhost:3000/atlas/code/97110/TX/?embed=chart" title="97110 “Texas”" width="100%" height="860" loading="lazy" referrerpolicy="no-referrer" style="border: 0"></iframe>',
  );
  await user.selectOptions(screen.getByRole('combobox', { name: 'Figure to embed' }), 'Table');
  const html = screen.getByRole<HTMLInputElement>('textbox', { name: 'HTML to embed it' }).value;
  expect(html).toContain('embed=table');
  expect(html).toContain('height="1030"');
});

it('has more room for the map of the states than for another chart', async () => {
  const user = show(statesAddress('97110'));
  await user.click(screen.getByText('Copy link'));
  const html = await screen.findByRole<HTMLInputElement>('textbox', { name: 'HTML to embed it' });
  expect(html.value).toContain('/states/?embed=chart"');
  expect(html.value).toContain('height="1190"');
});

it('selects the text where the browser does not let a page copy', async () => {
  const user = show(statesAddress('97110'));
  vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new Error('not allowed'));
  await user.click(screen.getByText('Copy link'));
  await user.click(await screen.findByRole('button', { name: 'Copy: Link to the latest' }));
  const field = screen.getByRole<HTMLInputElement>('textbox', { name: 'Link to the latest' });
  expect(field).toHaveFocus();
  expect([field.selectionStart, field.selectionEnd]).toEqual([0, field.value.length]);
  expect(screen.getByRole('status')).toHaveTextContent('is selected: press Ctrl+C');
});

it('has no link for the page of a user’s file, and says why', () => {
  show({ page: 'own', view: 'contract' });
  expect(screen.queryByRole('textbox')).toBeNull();
  expect(screen.getByText(/your file is only in this browser/)).toBeInTheDocument();
});

it('pins nothing before the release is known, nor a page that has no figures', async () => {
  for (const [address, release] of [
    [{ page: 'methodology' }, releaseId],
    [texas, null],
  ] as const) {
    const user = show(address, release);
    await user.click(screen.getByText('Copy link'));
    await screen.findByRole('textbox', { name: 'Link to the latest' });
    expect(screen.queryByRole('textbox', { name: /pinned/ })).toBeNull();
    cleanup();
  }
});
