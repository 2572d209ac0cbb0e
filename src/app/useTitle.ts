import { useEffect } from 'react';
import { pageTitle } from '../text/pageTitle.ts';
import { whenWritten } from './addressAhead.ts';

/** Names the page in the tab and the history; empty for the home page. */
export function useTitle(page: string): void {
  useEffect(() => {
    whenWritten(() => {
      document.title = pageTitle(page);
    });
  }, [page]);
}
