import type { PlaceCode } from '../domain/place.ts';
import { placeTitle } from './names.ts';
import { pageTitle } from './pageTitle.ts';

/** `97110 Therapeutic exercise, all states | Rate Atlas`. */
export function statesPageTitle(code: string, title: string): string {
  return pageTitle(`${code} ${title}, all states`);
}

/** `97110 Therapeutic exercise, Texas | Rate Atlas`. */
export function codePageTitle(code: string, title: string, place: PlaceCode | null): string {
  return pageTitle(`${code} ${title}, ${placeTitle(place)}`);
}
