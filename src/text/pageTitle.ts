const siteName = 'Rate Atlas';

/** The title of a page's tab, its static file and its preview; `''` is the home page. */
export function pageTitle(page: string): string {
  return page === '' ? `${siteName}: what payers pay for a billing code` : `${page} | ${siteName}`;
}
