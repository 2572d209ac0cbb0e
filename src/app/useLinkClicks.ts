import { useEffect } from 'react';
import { goTo, writeAddress } from './addressAhead.ts';

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
      if (!link || link.target !== '' || link.hasAttribute('download')) return;
      const url = new URL(link.href, document.baseURI);
      const isOfSite = url.origin === location.origin && url.pathname.startsWith(base);
      if (!isOfSite || !url.pathname.endsWith('/') || url.hash !== '') {
        // The browser follows it from the address that stands, and "back" will lead there.
        writeAddress();
        return;
      }
      event.preventDefault();
      goTo(`${url.pathname}${url.search}`);
    }
    document.addEventListener('click', follow);
    return () => document.removeEventListener('click', follow);
  }, [base]);
}
