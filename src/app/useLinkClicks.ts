import { useEffect } from 'react';
import { addressAhead, goTo, writeAddress } from './addressAhead.ts';

/**
 * Follows plain clicks on links within the site without loading the page anew, so that a file the user opened stays
 * open. Everything else (new tab, download, another origin, a fragment, the data files) is the browser's.
 */
export function useLinkClicks(base: string): void {
  useEffect(() => {
    function follow(event: MouseEvent): void {
      if (event.defaultPrevented || event.button !== 0) return;
      if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
      const link = event.target instanceof Element ? event.target.closest('a') : null;
      // Attributes, not properties: those of a link in a drawing are objects.
      const href = link?.getAttribute('href');
      if (!link || !href || link.hasAttribute('target') || link.hasAttribute('download')) return;
      const url = new URL(href, document.baseURI);
      const isOfSite = url.origin === location.origin && url.pathname.startsWith(base);
      // Where the page is going is where it is left from, and "back" will lead there.
      writeAddress();
      if (!isOfSite || !url.pathname.endsWith('/') || url.hash !== '') return;
      event.preventDefault();
      // The page may be ahead of an address bar that takes no address now.
      const { pathname, search } = addressAhead() ?? location;
      if (url.pathname + url.search === pathname + search) {
        scrollTo({ top: 0 });
        return;
      }
      goTo(url.pathname + url.search);
      // Written after the other page is drawn, its top would be noted as where this one was left, and "back" lead there.
      if (withoutPlace(url.pathname) !== withoutPlace(pathname)) writeAddress();
    }
    document.addEventListener('click', follow);
    return () => document.removeEventListener('click', follow);
  }, [base]);
}

/** Another place of the same code is the same page, which answers first and writes its address after the frame. */
function withoutPlace(path: string): string {
  return path.replace(/(\/code\/[^/]+\/)[A-Z]{2}\/$/, '$1');
}
