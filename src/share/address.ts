import { findPlace, type PlaceCode } from '../domain/place.ts';
import { defaultScope, type Scope } from '../domain/scope.ts';
import { parseQuery } from './query.ts';
import { formatScope, parseScope, scopeKeys } from './scopeQuery.ts';
import { formatSort, parseSort, type Sort } from './sortQuery.ts';
import type { UnreadPart } from './unreadPart.ts';

export type { Sort } from './sortQuery.ts';

export interface CodeAddress {
  readonly page: 'code';
  readonly code: string;
  /** null = the nation. */
  readonly place: PlaceCode | null;
  readonly scope: Scope;
  /** The fee-schedule year of the Medicare row and line; null = the newest in the release. */
  readonly medicareYear: number | null;
  /** Column and direction of the benchmark table; null = payer order. */
  readonly sort: Sort | null;
}

/** One member per page. Nothing of a user's file has a field here, so no link can carry it. */
export type Address =
  | { readonly page: 'home' }
  | CodeAddress
  | { readonly page: 'own' }
  | { readonly page: 'methodology' }
  | { readonly page: 'data' }
  | { readonly page: 'not-found'; readonly path: string };

export interface ParsedAddress {
  readonly address: Address;
  /** Parts that could not be read. They fell back to their default; the page says so quietly. */
  readonly unread: readonly UnreadPart[];
}

const simplePages = ['own', 'methodology', 'data'] as const;
const codeKeys: readonly string[] = [...scopeKeys, 'medicare', 'sort', 'open'];

/** The default view of a code in a place. */
export function codeAddress(code: string, place: PlaceCode | null = null): CodeAddress {
  return { page: 'code', code, place, scope: defaultScope, medicareYear: null, sort: null };
}

/**
 * Reads an address. It is raw user text: any text gives a page, and what could not be read is named.
 *
 * @param path below the site's root, e.g. `code/97110/TX/`
 * @param query with or without the leading `?`
 */
export function parseAddress(path: string, query: string): ParsedAddress {
  const [page = '', ...rest] = path
    .replace(/(^|\/)index\.html$/, '$1')
    .split('/')
    .filter((part) => part !== '');
  if (page === '' && rest.length === 0) return { address: { page: 'home' }, unread: [] };
  if (page === 'code' && rest.length >= 1 && rest.length <= 2) {
    return parseCodeAddress(rest[0] as string, rest[1], query) ?? notFound(path);
  }
  const simple = simplePages.find((name) => name === page);
  return simple && rest.length === 0 ? { address: { page: simple }, unread: [] } : notFound(path);
}

function notFound(path: string): ParsedAddress {
  return { address: { page: 'not-found', path }, unread: [] };
}

function parseCodeAddress(
  codeText: string,
  placeText: string | undefined,
  query: string,
): ParsedAddress | undefined {
  const code = codeText.toUpperCase();
  if (!/^[0-9A-Z]{4,5}$/.test(code)) return undefined;
  const place = placeText === undefined ? null : findPlace(placeText.toUpperCase())?.code;
  if (place === undefined) return undefined;
  const params = parseQuery(query);
  const unread: UnreadPart[] = [];
  const scope = parseScope(params, unread);
  const medicareYear = parseMedicareYear(params.get('medicare'), unread);
  const sort = parseSort(params.get('sort'), unread);
  for (const [key, value] of params) {
    if (!codeKeys.includes(key)) {
      unread.push({ part: `${key}=${value}`, reason: 'this page has no such setting' });
    }
  }
  return { address: { page: 'code', code, place, scope, medicareYear, sort }, unread };
}

function parseMedicareYear(text: string | undefined, unread: UnreadPart[]): number | null {
  if (text === undefined) return null;
  if (/^20\d\d$/.test(text)) return Number(text);
  unread.push({ part: `medicare=${text}`, reason: 'not a year; the newest fee schedule is shown' });
  return null;
}

/**
 * The shortest text that means the same view: defaults left out, one order of keys, so equal views give equal links.
 * Relative to the site's root: `code/97110/TX/?site=office`.
 */
export function formatAddress(address: Address): string {
  switch (address.page) {
    case 'home':
      return '';
    case 'code':
      return `code/${address.code}/${address.place === null ? '' : `${address.place}/`}${codeQuery(address)}`;
    case 'not-found':
      return address.path;
    default:
      return `${address.page}/`;
  }
}

function codeQuery(address: CodeAddress): string {
  const params = [
    ...formatScope(address.scope),
    ...(address.medicareYear === null ? [] : [`medicare=${address.medicareYear}`]),
    ...(address.sort === null ? [] : [formatSort(address.sort)]),
  ];
  return params.length === 0 ? '' : `?${params.join('&')}`;
}
