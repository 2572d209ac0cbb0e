import { useEffect } from 'react';
import { pageTitle } from '../text/pageTitle.ts';
import { whenWritten } from './addressAhead.ts';

/** Names the page in the tab and the history; empty for the home page. */
export function useTitle(page: string): void {
  useWholeTitle(pageTitle(page));
}

/**
 * As `useTitle`, with a title that is whole: pages that the build writes have theirs from the same function.
 *
 * @param title undefined while it is not known, which leaves the one there is.
 */
export function useWholeTitle(title: string | undefined): void {
  useEffect(() => {
    if (title === undefined) return;
    whenWritten(() => {
      document.title = title;
    });
  }, [title]);
}
