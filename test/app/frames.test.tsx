import { render, screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { CodeRoute } from '../../src/app/CodeRoute.tsx';
import { StatesRoute } from '../../src/app/StatesRoute.tsx';
import { formatAddress, parseAddress } from '../../src/share/address.ts';
import { LinkProvider } from '../../src/ui/links.tsx';
import { shippedLoader } from '../support/shippedLoader.ts';

const shipped = shippedLoader();
const loader = () => Promise.resolve(shipped);

/** A frame as its address opens it; resolves when its figure is there. */
async function openFrame(path: string, query: string): Promise<HTMLElement> {
  const { address, unread } = parseAddress(path, query);
  const common = { loader, unread, onAddress: () => {} };
  render(
    <LinkProvider hrefFor={(to) => `/${formatAddress(to)}`}>
      {address.page === 'code' ? (
        <CodeRoute {...common} address={address} ownRates={0} given={null} />
      ) : address.page === 'states' ? (
        <StatesRoute {...common} address={address} />
      ) : null}
    </LinkProvider>,
  );
  return await screen.findByRole('main', {}, { timeout: 10_000 });
}

test('a frame names the health system, the site and the basis that its figures count', async () => {
  const frame = await openFrame(
    'code/97110/',
    '?embed=chart&site=all&provider=system-sutter-health&basis=rates',
  );
  const counted = within(frame).getByText(/^What counts:/);
  expect(counted).toHaveTextContent('rates of every site, inpatient and emergency included');
  expect(counted).toHaveTextContent('only the health system “Sutter Health”');
  expect(counted).toHaveTextContent('one vote per published rate');
  // The method is not said twice: what counts stands above it.
  const method = within(frame).getByText('Method').parentElement;
  expect(method).toHaveTextContent(/^Method\s?Percentiles by linear interpolation/);
  expect(method).not.toHaveTextContent('sutter');
  expect(within(frame).queryByRole('status')).toBeNull();
});

test('a frame names what of its address it could not read, and shows the newest fee schedule instead', async () => {
  const frame = await openFrame('code/97110/TX/', '?embed=table&site=ofice&medicare=2019');
  const notice = within(frame).getByRole('status');
  expect(notice).toHaveTextContent('site=ofice: not one of hospital, office, all; hospital is shown.');
  expect(notice).toHaveTextContent(
    'medicare=2019: this release has fee schedules for 2020 to 2026; 2026 is shown.',
  );
  expect(within(frame).getByRole('row', { name: /^Medicare 2026/ })).toHaveTextContent('$28.91');
});

test('a year that the release has is shown in a frame without a word', async () => {
  const frame = await openFrame('code/97110/TX/', '?embed=table&medicare=2021');
  expect(within(frame).queryByRole('status')).toBeNull();
  expect(within(frame).getByRole('row', { name: /^Medicare 2021/ })).toHaveTextContent('$');
});

test('a frame of the states names what of its address it could not read', async () => {
  const frame = await openFrame('code/97110/states/', '?embed=table&payer=nobody');
  expect(within(frame).getByRole('status')).toHaveTextContent(/payer=nobody: .*; buca is shown\./);
  expect(within(frame).getByText(/^What counts:/)).toBeInTheDocument();
});

test.each(['code/97110/TX/', 'code/97110/states/'])(
  'a frame of %s names an order by a column that its table does not have',
  async (path) => {
    const frame = await openFrame(path, '?embed=table&sort=foo');
    expect(within(frame).getByRole('status')).toHaveTextContent('sort=foo: not a column of this table');
  },
);
