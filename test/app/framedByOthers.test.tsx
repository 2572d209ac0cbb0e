import { render, screen } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { isFramedByOthers } from '../../src/app/framedByOthers.ts';
import { OwnRoute } from '../../src/app/OwnRoute.tsx';
import { formatAddress } from '../../src/share/address.ts';
import { LinkProvider } from '../../src/ui/links.tsx';
import { shippedLoader } from '../support/shippedLoader.ts';

interface Frame {
  readonly origin: string;
  readonly parent: Frame;
}

/** A page in frames, the innermost origin first; null is a page that tells its origin to none but its own. */
function framed(...origins: readonly (string | null)[]): Frame {
  const [origin, ...around] = origins;
  const frame = {
    get origin(): string {
      if (origin === null || origin === undefined) throw new Error('Blocked a frame');
      return origin;
    },
    get parent(): Frame {
      return outer;
    },
  };
  const outer: Frame = around.length > 0 ? framed(...around) : frame;
  return frame;
}

const ours = 'https://example.org';

test.each([
  ['alone', [ours], false],
  ['in a page of the same origin', [ours, ours, ours], false],
  ['in another origin’s page', [ours, null], true],
  ['in another origin’s page with one of ours between', [ours, ours, null], true],
  ['in another origin’s page that stands in one of ours', [ours, null, ours], true],
  ['in a page that names another origin', [ours, 'https://elsewhere.example'], true],
])('a page %s', (_, origins, expected) => {
  expect(isFramedByOthers(framed(...origins))).toBe(expected);
});

afterEach(() => vi.restoreAllMocks());

function show() {
  const href = (address: Parameters<typeof formatAddress>[0]) => `/sub/${formatAddress(address)}`;
  const loader = vi.fn(async () => shippedLoader());
  render(
    <LinkProvider hrefFor={href}>
      <OwnRoute loader={loader} onTables={() => {}} part="impact" unread={[]} />
    </LinkProvider>,
  );
  return loader;
}

test('inside another site’s page "Your rates" loads nothing and leads to a tab of its own', () => {
  vi.spyOn(window, 'parent', 'get').mockReturnValue(framed(null) as Window);
  const loader = show();
  expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent('Your rates');
  expect(screen.getByText(/not shown inside another site’s page/)).toBeInTheDocument();
  const link = screen.getByRole('link', { name: 'Open it in a tab of its own' });
  expect(link).toHaveAttribute('href', '/sub/own/?view=impact');
  expect(link).toHaveAttribute('target', '_blank');
  expect(link).toHaveAttribute('rel', 'noopener');
  expect(document.querySelector('input, button')).toBeNull();
  expect(loader).not.toHaveBeenCalled();
});

test('in a window of its own "Your rates" is there', async () => {
  show();
  expect(await screen.findByRole('link', { name: 'Impact' })).toBeInTheDocument();
  expect(screen.queryByText(/not shown inside/)).toBeNull();
});
