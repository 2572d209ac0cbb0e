import type { PlaceCode } from '../domain/place.ts';
import { placeTitle } from './names.ts';

const siteName = 'Rate Atlas';

/** The title of a page's tab, its static file and its preview; `''` is the home page. */
export function pageTitle(page: string): string {
  return page === '' ? `${siteName}: what payers pay for a billing code` : `${page} | ${siteName}`;
}

/** `97110 Therapeutic exercise, all states | Rate Atlas`. */
export function statesPageTitle(code: string, title: string): string {
  return pageTitle(`${code} ${title}, all states`);
}

/** `97110 Therapeutic exercise, Texas | Rate Atlas`. */
export function codePageTitle(code: string, title: string, place: PlaceCode | null): string {
  return pageTitle(`${code} ${title}, ${placeTitle(place)}`);
}
