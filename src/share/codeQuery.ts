import type { BucaShares } from '../domain/buca.ts';
import type { PayerId } from '../domain/payer.ts';
import type { PlaceCode } from '../domain/place.ts';
import type { Scope } from '../domain/scope.ts';
import type { WhiskerKind } from '../figures/distribution.ts';
import { parsePin, parseYear, part } from './addressParts.ts';
import { oneOf } from './oneOf.ts';
import type { QueryValues } from './query.ts';
import { rowIds } from './rowIds.ts';
import { formatScope, parseScope } from './scopeQuery.ts';
import { formatShares, parseShares } from './sharesQuery.ts';
import { formatSort, parseSort, type Sort } from './sortQuery.ts';
import type { UnreadPart } from './unreadPart.ts';
import { formatWork, parseWork, type Work } from './workQuery.ts';

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
  /** What the whiskers of the opened row's distribution stand for. */
  readonly whiskers: WhiskerKind;
  /** Whether its votes are listed to the last. */
  readonly votes: 'first' | 'all';
  /** Market shares to weight BUCA by; null = none typed. */
  readonly shares: BucaShares | null;
  /** The figure whose working lies open; null = none. */
  readonly work: Work | null;
  /** One figure alone, to stand in another page's frame; null = the whole page. */
  readonly embed: Embed | null;
  /** The release the link was made on; null = whichever is shown. */
  readonly pin: string | null;
}

export type Embed = 'chart' | 'table';
export const embeds: readonly Embed[] = ['chart', 'table'];

export function parseCodeQuery(
  code: string,
  place: PlaceCode | null,
  params: QueryValues,
  unread: UnreadPart[],
): CodeAddress {
  const address: CodeAddress = {
    page: 'code',
    code,
    place,
    scope: parseScope(params, unread),
    medicareYear: parseYear(params, 'medicare', unread),
    sort: parseSort(params.get('sort'), unread),
    open: oneOf(params, 'open', rowIds, null, unread, 'no row is opened'),
    whiskers: oneOf(params, 'whiskers', ['p10-p90', 'fences'], 'p10-p90', unread),
    votes: oneOf(params, 'votes', ['first', 'all'], 'first', unread),
    shares: parseShares(params.get('shares'), unread),
    work: parseWork(params.get('work'), place === null, unread),
    embed: oneOf(params, 'embed', embeds, null, unread, 'the whole page is shown'),
    pin: parsePin(params, unread),
  };
  return address;
}

export function formatCodeQuery(address: CodeAddress): string[] {
  const { sort, work, place } = address;
  return [
    ...formatScope(address.scope),
    part('medicare', address.medicareYear),
    sort === null ? '' : formatSort(sort),
    part('open', address.open),
    part('whiskers', address.whiskers, 'p10-p90'),
    part('votes', address.votes, 'first'),
    part('shares', formatShares(address.shares)),
    part('work', work && formatWork(place === null ? { ...work, ofNation: false } : work)),
    part('embed', address.embed),
    part('pin', address.pin),
  ];
}
