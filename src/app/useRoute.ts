import { useCallback, useMemo } from 'react';
import { navigate, usePathname, useSearch } from 'wouter/use-browser-location';
import { type Address, formatAddress, type ParsedAddress, parseAddress } from '../share/address.ts';

export interface Route extends ParsedAddress {
  readonly go: (address: Address) => void;
  readonly hrefFor: (address: Address) => string;
}

/** The address bar as an `Address`, and the way to another one, for a site whose root is at `base`. */
export function useRoute(base: string): Route {
  const pathname = usePathname();
  const search = useSearch();
  const parsed = useMemo(
    () => parseAddress(pathname.startsWith(base) ? pathname.slice(base.length) : pathname, search),
    [base, pathname, search],
  );
  const hrefFor = useCallback((address: Address) => `${base}${formatAddress(address)}`, [base]);
  const go = useCallback((address: Address) => navigate(hrefFor(address)), [hrefFor]);
  return useMemo(() => ({ ...parsed, go, hrefFor }), [parsed, go, hrefFor]);
}
