import { type PayerId, payers } from '../domain/payer.ts';
import { findPlace, type PlaceCode } from '../domain/place.ts';
import { defaultScope, type Scope } from '../domain/scope.ts';
import { oneOf } from './oneOf.ts';
import { parseQuery } from './query.ts';
import { formatScope, parseScope, scopeKeys } from './scopeQuery.ts';
import { formatSort, parseSort, type Sort } from './sortQuery.ts';
import type { UnreadPart } from './unreadPart.ts';

export type { Sort } from './sortQuery.ts';

/** A billing code in a place. */
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
  /** The row whose votes are opened up, `aetna`; null = none. */
  readonly open: 'buca' | PayerId | null;
}

/** All places of a code, ranked and on a map. */
export interface StatesAddress {
  readonly page: 'states';
  readonly code: string;
  readonly scope: Scope;
  readonly payer: 'buca' | PayerId;
  readonly measure: 'median' | 'mean';
  /** What the map's colours compare with. */
  readonly comparison: 'national' | 'medicare';
  readonly sort: Sort | null;
}

/** The Medicare fee schedule for any code of its tables. */
export interface FeeScheduleAddress {
  readonly page: 'fee-schedule';
  /** null = none chosen yet. */
  readonly code: string | null;
  readonly place: PlaceCode | null;
  readonly year: number | null;
  readonly participation: 'nonQP' | 'QP';
}

/** The sheet to print: one to six codes in one place. */
export interface BriefAddress {
  readonly page: 'brief';
  /** In the order they are printed, none twice; empty = none chosen yet. */
  readonly codes: readonly string[];
  readonly place: PlaceCode | null;
  readonly scope: Scope;
  readonly medicareYear: number | null;
  readonly paper: 'letter' | 'a4';
}

/** One member per page. Nothing of a user's file has a field here, so no link can carry it. */
export type Address =
  | { readonly page: 'home' }
  | CodeAddress
  | StatesAddress
  | FeeScheduleAddress
  | BriefAddress
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
const statesKeys: readonly string[] = [...scopeKeys, 'payer', 'measure', 'against', 'sort'];
const feeScheduleKeys: readonly string[] = ['code', 'state', 'year', 'factor'];
const briefKeys: readonly string[] = ['codes', 'place', ...scopeKeys, 'medicare', 'paper'];
/** A brief of more codes would be a report. */
export const mostBriefCodes = 6;
const rowIds: readonly ('buca' | PayerId)[] = ['buca', ...payers.map((payer) => payer.id)];

/** The default view of a code in a place. */
export function codeAddress(code: string, place: PlaceCode | null = null): CodeAddress {
  return { page: 'code', code, place, scope: defaultScope, medicareYear: null, sort: null, open: null };
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
  };
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
  if (page === 'medicare' && rest.length === 0) return parseFeeScheduleAddress(query);
  if (page === 'brief' && rest.length === 0) return parseBriefAddress(query);
  const simple = simplePages.find((name) => name === page);
  return simple && rest.length === 0 ? { address: { page: simple }, unread: [] } : notFound(path);
}

function notFound(path: string): ParsedAddress {
  return { address: { page: 'not-found', path }, unread: [] };
}

function parseCodeAddress(
  codeText: string,
  below: string | undefined,
  query: string,
): ParsedAddress | undefined {
  const code = parseCode(codeText);
  if (code === undefined) return undefined;
  const params = parseQuery(query);
  const unread: UnreadPart[] = [];
  if (below === 'states') {
    const address: StatesAddress = {
      page: 'states',
      code,
      scope: parseScope(params, unread),
      payer: oneOf(params, 'payer', rowIds, 'buca', unread),
      measure: oneOf(params, 'measure', ['median', 'mean'], 'median', unread),
      comparison: oneOf(params, 'against', ['national', 'medicare'], 'national', unread),
      sort: parseSort(params.get('sort'), unread),
    };
    nameUnknownKeys(params, statesKeys, unread);
    return { address, unread };
  }
  const place = below === undefined ? null : findPlace(below.toUpperCase())?.code;
  if (place === undefined) return undefined;
  const address: CodeAddress = {
    page: 'code',
    code,
    place,
    scope: parseScope(params, unread),
    medicareYear: parseYear(params, 'medicare', unread),
    sort: parseSort(params.get('sort'), unread),
    open: oneOf(params, 'open', rowIds, null, unread, 'no row is opened'),
  };
  nameUnknownKeys(params, codeKeys, unread);
  return { address, unread };
}

function parseFeeScheduleAddress(query: string): ParsedAddress {
  const params = parseQuery(query);
  const unread: UnreadPart[] = [];
  const codeText = params.get('code');
  const code = codeText === undefined ? null : (parseCode(codeText) ?? null);
  if (codeText !== undefined && code === null) {
    unread.push({ part: `code=${codeText}`, reason: 'not a billing code' });
  }
  const place = parsePlace(params, 'state', unread);
  const factor = oneOf(params, 'factor', ['nonqp', 'qp'], 'nonqp', unread);
  const year = parseYear(params, 'year', unread);
  nameUnknownKeys(params, feeScheduleKeys, unread);
  const participation = factor === 'qp' ? 'QP' : 'nonQP';
  return { address: { page: 'fee-schedule', code, place, year, participation }, unread };
}

function parseBriefAddress(query: string): ParsedAddress {
  const params = parseQuery(query);
  const unread: UnreadPart[] = [];
  const codes: string[] = [];
  for (const text of params.get('codes')?.split(',') ?? []) {
    const code = parseCode(text);
    if (code !== undefined && codes.length < mostBriefCodes && !codes.includes(code)) codes.push(code);
    else unread.push({ part: `codes=${text}`, reason: 'not another of at most six billing codes' });
  }
  const address: BriefAddress = {
    page: 'brief',
    codes,
    place: parsePlace(params, 'place', unread),
    scope: parseScope(params, unread),
    medicareYear: parseYear(params, 'medicare', unread),
    paper: oneOf(params, 'paper', ['letter', 'a4'], 'letter', unread),
  };
  nameUnknownKeys(params, briefKeys, unread);
  return { address, unread };
}

function parsePlace(
  params: ReadonlyMap<string, string>,
  key: string,
  unread: UnreadPart[],
): PlaceCode | null {
  const text = params.get(key);
  const place = findPlace(text?.toUpperCase() ?? '')?.code ?? null;
  if (text !== undefined && place === null) {
    unread.push({ part: `${key}=${text}`, reason: 'not one of the 53 places; the nation is shown' });
  }
  return place;
}

function parseCode(text: string): string | undefined {
  const code = text.toUpperCase();
  return /^[0-9A-Z]{4,5}$/.test(code) ? code : undefined;
}

function parseYear(params: ReadonlyMap<string, string>, key: string, unread: UnreadPart[]): number | null {
  const text = params.get(key);
  if (text === undefined) return null;
  if (/^20\d\d$/.test(text)) return Number(text);
  unread.push({ part: `${key}=${text}`, reason: 'not a year; the newest fee schedule is shown' });
  return null;
}

function nameUnknownKeys(
  params: ReadonlyMap<string, string>,
  known: readonly string[],
  unread: UnreadPart[],
): void {
  for (const [key, value] of params) {
    if (!known.includes(key)) {
      unread.push({ part: `${key}=${value}`, reason: 'this page has no such setting' });
    }
  }
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
      return `code/${address.code}/${address.place === null ? '' : `${address.place}/`}${queryOf([
        ...formatScope(address.scope),
        address.medicareYear === null ? '' : `medicare=${address.medicareYear}`,
        address.sort === null ? '' : formatSort(address.sort),
        address.open === null ? '' : `open=${address.open}`,
      ])}`;
    case 'states':
      return `code/${address.code}/states/${queryOf([
        ...formatScope(address.scope),
        address.payer === 'buca' ? '' : `payer=${address.payer}`,
        address.measure === 'median' ? '' : `measure=${address.measure}`,
        address.comparison === 'national' ? '' : `against=${address.comparison}`,
        address.sort === null ? '' : formatSort(address.sort),
      ])}`;
    case 'fee-schedule':
      return `medicare/${queryOf([
        address.code === null ? '' : `code=${address.code}`,
        address.place === null ? '' : `state=${address.place}`,
        address.year === null ? '' : `year=${address.year}`,
        address.participation === 'nonQP' ? '' : 'factor=qp',
      ])}`;
    case 'brief':
      return `brief/${queryOf([
        address.codes.length === 0 ? '' : `codes=${address.codes.join(',')}`,
        address.place === null ? '' : `place=${address.place}`,
        ...formatScope(address.scope),
        address.medicareYear === null ? '' : `medicare=${address.medicareYear}`,
        address.paper === 'letter' ? '' : 'paper=a4',
      ])}`;
    case 'not-found':
      return address.path;
    default:
      return `${address.page}/`;
  }
}

function queryOf(parts: readonly string[]): string {
  const present = parts.filter((part) => part !== '');
  return present.length === 0 ? '' : `?${present.join('&')}`;
}
