import { createContext, type ReactNode, useContext } from 'react';
import type { Address } from '../share/address.ts';

type HrefFor = (address: Address) => string;

const LinkContext = createContext<HrefFor | null>(null);

/** Gives pages a way to write links without knowing the router or where the site is served. */
export function LinkProvider({ hrefFor, children }: { hrefFor: HrefFor; children: ReactNode }) {
  return <LinkContext value={hrefFor}>{children}</LinkContext>;
}

/**
 * The text of a link to a page. Pages put it on a plain `<a href>`, so a link opens in a new tab, is copied and works
 * before the script has loaded; the app intercepts plain clicks.
 *
 * @throws Error outside a LinkProvider.
 */
export function useHref(): HrefFor {
  const hrefFor = useContext(LinkContext);
  if (!hrefFor) throw new Error('useHref needs a LinkProvider above it');
  return hrefFor;
}
