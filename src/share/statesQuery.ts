import type { PayerId } from '../domain/payer.ts';
import type { Scope } from '../domain/scope.ts';
import { parsePin, part } from './addressParts.ts';
import { type Embed, embeds } from './codeQuery.ts';
import { oneOf } from './oneOf.ts';
import type { QueryValues } from './query.ts';
import { rowIds } from './rowIds.ts';
import { formatScope, parseScope } from './scopeQuery.ts';
import { formatSort, parseSort, type Sort } from './sortQuery.ts';
import type { UnreadPart } from './unreadPart.ts';

/** Which rows a list shows beside those with votes enough: none of the others, those with few, those with none, all. */
export type ListedRows = 'enough' | 'few' | 'none' | 'all';
const listedRows: readonly ListedRows[] = ['enough', 'few', 'none', 'all'];

/** All places of a code, ranked and on a map. */
export interface StatesAddress {
  readonly page: 'states';
  readonly code: string;
  readonly scope: Scope;
  readonly payer: 'buca' | PayerId;
  readonly measure: 'median' | 'mean';
  /** What the map's colours compare with. */
  readonly comparison: 'national' | 'medicare';
  /** Of the map's list; null = by rank. */
  readonly sort: Sort | null;
  readonly mapped: ListedRows;
  /** Of the board of all payers; null = by rank. */
  readonly board: Sort | null;
  readonly listed: ListedRows;
  /** The map or its list alone, to stand in another page's frame; null = the whole page. */
  readonly embed: Embed | null;
  /** The release the link was made on; null = whichever is shown. */
  readonly pin: string | null;
}

export function parseStatesQuery(code: string, params: QueryValues, unread: UnreadPart[]): StatesAddress {
  const address: StatesAddress = {
    page: 'states',
    code,
    scope: parseScope(params, unread),
    payer: oneOf(params, 'payer', rowIds, 'buca', unread),
    measure: oneOf(params, 'measure', ['median', 'mean'], 'median', unread),
    comparison: oneOf(params, 'against', ['national', 'medicare'], 'national', unread),
    sort: parseSort(params.get('sort'), unread),
    mapped: oneOf(params, 'mapped', listedRows, 'few', unread),
    board: parseSort(params.get('board'), unread, 'board'),
    listed: oneOf(params, 'listed', listedRows, 'enough', unread),
    embed: oneOf(params, 'embed', embeds, null, unread, 'the whole page is shown'),
    pin: parsePin(params, unread),
  };
  return address;
}

export function formatStatesQuery(address: StatesAddress): string[] {
  return [
    ...formatScope(address.scope),
    part('payer', address.payer, 'buca'),
    part('measure', address.measure, 'median'),
    part('against', address.comparison, 'national'),
    address.sort === null ? '' : formatSort(address.sort),
    part('mapped', address.mapped, 'few'),
    address.board === null ? '' : formatSort(address.board, 'board'),
    part('listed', address.listed, 'enough'),
    part('embed', address.embed),
    part('pin', address.pin),
  ];
}
