import type { PlaceCode } from '../domain/place.ts';
import { defaultScope } from '../domain/scope.ts';
import { findPlaceCode, parseCode } from './addressParts.ts';
import { type BriefAddress, formatBriefQuery, parseBriefQuery } from './briefQuery.ts';
import { type CodeAddress, formatCodeQuery, parseCodeQuery } from './codeQuery.ts';
import {
  type FeeScheduleAddress,
  formatFeeScheduleQuery,
  parseFeeScheduleQuery,
} from './feeScheduleQuery.ts';
import { oneOf } from './oneOf.ts';
import { parseQuery, type QueryValues } from './query.ts';
import { inPlainWords, shortQuery } from './shortQuery.ts';
import { formatStatesQuery, parseStatesQuery, type StatesAddress } from './statesQuery.ts';
import type { UnreadPart } from './unreadPart.ts';

export { type BriefAddress, mostBriefCodes } from './briefQuery.ts';
export type { CodeAddress } from './codeQuery.ts';
export type { FeeScheduleAddress } from './feeScheduleQuery.ts';
export type { Sort } from './sortQuery.ts';
export type { StatesAddress } from './statesQuery.ts';

/** One member per page. Nothing of a user's file has a field here, so no link can carry it. */
export type Address =
  | { readonly page: 'home' }
  | CodeAddress
  | StatesAddress
  | FeeScheduleAddress
  | BriefAddress
  | { readonly page: 'own'; readonly view: DeskView }
  | { readonly page: 'methodology' }
  | { readonly page: 'data' }
  | { readonly page: 'not-found'; readonly path: string };

export interface ParsedAddress {
  readonly address: Address;
  /** Parts that could not be read. They fell back to their default; the page says so quietly. */
  readonly unread: readonly UnreadPart[];
}

const simplePages = ['methodology', 'data'] as const;

/** Parts of the desk, each a page's worth. The address says which is open, never what is in it. */
export const deskViews = [
  'contract',
  'position',
  'impact',
  'compare',
  'visits',
  'terms',
  'codes',
  'brief',
] as const;
export type DeskView = (typeof deskViews)[number];

/** What mailers and advertisers add to any link, to know who followed it; not worth a word. */
const trackers = /^(utm_.*|(fb|g)clid|msclkid|mc_[ce]id)$/;

/** Characters below the site's root: with 60 for the site a link stays under 300. */
const mostCharacters = 239;

/** The default view of a code in a place. */
export function codeAddress(code: string, place: PlaceCode | null = null): CodeAddress {
  return {
    page: 'code',
    code,
    place,
    scope: defaultScope,
    medicareYear: null,
    sort: null,
    open: null,
    whiskers: 'p10-p90',
    votes: 'first',
    shares: null,
    work: null,
    embed: null,
    pin: null,
  };
}

/** The default view of all places of a code. */
export function statesAddress(code: string): StatesAddress {
  return {
    page: 'states',
    code,
    scope: defaultScope,
    payer: 'buca',
    measure: 'median',
    comparison: 'national',
    sort: null,
    mapped: 'few',
    board: null,
    listed: 'enough',
    embed: null,
    pin: null,
  };
}

/** The default view of the fee schedule, of a code of it, or of that code in a place. */
export function feeScheduleAddress(
  code: string | null = null,
  place: PlaceCode | null = null,
): FeeScheduleAddress {
  return { page: 'fee-schedule', code, place, year: null, participation: 'nonQP', pin: null };
}

/**
 * Reads an address. It is raw user text: any text gives a page, and what could not be read is named.
 *
 * @param path below the site's root, e.g. `code/97110/TX/`
 * @param query with or without the leading `?`
 */
export function parseAddress(path: string, query: string): ParsedAddress {
  const parts = path
    .replace(/(^|\/)index\.html$/, '')
    .split('/')
    .filter((each) => each !== '');
  const values = inPlainWords(parseQuery(query));
  const read = new Set<string>();
  const get = (key: string) => {
    read.add(key);
    return values.get(key);
  };
  const unread: UnreadPart[] = [];
  const address = readPage(parts, { get }, unread);
  if (!address) return { address: { page: 'not-found', path }, unread };
  // Pages without any setting do not mind what others add to their address.
  for (const [key, value] of read.size > 0 ? values : []) {
    if (!read.has(key) && !trackers.test(key))
      unread.push({ part: `${key}=${value}`, reason: 'this page has no such setting' });
  }
  return { address, unread };
}

function readPage(
  [page, first, second, ...more]: readonly string[],
  params: QueryValues,
  unread: UnreadPart[],
): Address | undefined {
  if (page === undefined) return { page: 'home' };
  if (page === 'code') {
    const code = parseCode(first ?? '');
    const place = second === undefined ? null : findPlaceCode(second);
    if (code === undefined || more.length > 0) return undefined;
    if (second === 'states') return parseStatesQuery(code, params, unread);
    return place === undefined ? undefined : parseCodeQuery(code, place, params, unread);
  }
  if (first !== undefined) return undefined;
  if (page === 'medicare') return parseFeeScheduleQuery(params, unread);
  if (page === 'brief') return parseBriefQuery(params, unread);
  if (page === 'own') return { page, view: oneOf(params, 'view', deskViews, 'contract', unread) };
  const simple = simplePages.find((name) => name === page);
  return simple && { page: simple };
}

/**
 * The shortest text that means the same view: defaults left out, one order of keys, so equal views give equal links.
 * Relative to the site's root: `code/97110/TX/?site=office`. In one-letter words where plain ones would be too long.
 */
export function formatAddress(address: Address): string {
  switch (address.page) {
    case 'home':
      return '';
    case 'code':
      return withQuery(
        `code/${address.code}/${address.place === null ? '' : `${address.place}/`}`,
        formatCodeQuery(address),
      );
    case 'states':
      return withQuery(`code/${address.code}/states/`, formatStatesQuery(address));
    case 'fee-schedule':
      return withQuery('medicare/', formatFeeScheduleQuery(address));
    case 'brief':
      return withQuery('brief/', formatBriefQuery(address));
    case 'own':
      return withQuery('own/', [address.view === 'contract' ? '' : `view=${address.view}`]);
    case 'not-found':
      return address.path;
    default:
      return `${address.page}/`;
  }
}

function withQuery(path: string, parts: readonly string[]): string {
  const present = parts.filter((each) => each !== '');
  if (present.length === 0) return path;
  const plain = `${path}?${present.join('&')}`;
  return plain.length <= mostCharacters ? plain : `${path}?${shortQuery(present)}`;
}
