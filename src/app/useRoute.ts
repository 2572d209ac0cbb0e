import { useCallback, useMemo, useSyncExternalStore } from 'react';
import { usePathname, useSearch } from 'wouter/use-browser-location';
import { type Address, formatAddress, type ParsedAddress, parseAddress } from '../share/address.ts';
import { useAlive } from '../ui/useAlive.ts';
import { addressAhead, goTo, subscribeAhead } from './addressAhead.ts';
import { hostless } from './siteBase.ts';

export interface Route extends ParsedAddress {
  readonly go: (address: Address) => void;
  readonly hrefFor: (address: Address) => string;
}

export interface RouteStart {
  /** The path of the site's root; `/` while a page's file is made. */
  readonly base: string;
  /** The way from the page's file to the root, `../../`: links are relative until the script knows where it runs. */
  readonly depth: string;
  /** The page being made, `code/97110/TX/`; only while a page's file is made. */
  readonly path?: string;
}

/**
 * The address bar, or where the page is going already, as an `Address`, and the way to another one, for a site whose root
 * is at `base`. The same route until it leads elsewhere: that the address bar follows changes nothing.
 */
export function useRoute({ base, depth, path }: RouteStart): Route {
  const standing = {
    pathname: usePathname(path === undefined ? {} : { ssrPath: `${base}${path}` }),
    // A page's file is the page without a query; what the query asks for comes right after.
    search: useSearch({ ssrSearch: '' }),
  };
  const place = useSyncExternalStore(subscribeAhead, addressAhead, nothingAhead) ?? standing;
  const { search } = place;
  const pathname = hostless(place.pathname);
  const isAlive = useAlive();
  const parsed = useMemo(
    () => parseAddress(pathname.startsWith(base) ? pathname.slice(base.length) : pathname, search),
    [base, pathname, search],
  );
  const hrefFor = useCallback(
    (address: Address) => (isAlive ? base : depth) + formatAddress(address),
    [isAlive, base, depth],
  );
  const go = useCallback((address: Address) => goTo(`${base}${formatAddress(address)}`), [base]);
  return useMemo(() => ({ ...parsed, go, hrefFor }), [parsed, go, hrefFor]);
}

function nothingAhead(): null {
  return null;
}
