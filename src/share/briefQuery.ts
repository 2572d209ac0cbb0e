import type { PlaceCode } from '../domain/place.ts';
import type { Scope } from '../domain/scope.ts';
import { parseCode, parsePin, parsePlace, parseYear, part } from './addressParts.ts';
import { oneOf } from './oneOf.ts';
import type { QueryValues } from './query.ts';
import { formatScope, parseScope } from './scopeQuery.ts';
import type { UnreadPart } from './unreadPart.ts';

/** The sheet to print: one to six codes in one place. */
export interface BriefAddress {
  readonly page: 'brief';
  /** In the order they are printed, none twice; empty = none chosen yet. */
  readonly codes: readonly string[];
  readonly place: PlaceCode | null;
  readonly scope: Scope;
  readonly medicareYear: number | null;
  readonly paper: 'letter' | 'a4';
  /** The release the link was made on; null = whichever is shown. */
  readonly pin: string | null;
}

/** A brief of more codes would be a report. */
export const mostBriefCodes = 6;

export function parseBriefQuery(params: QueryValues, unread: UnreadPart[]): BriefAddress {
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
    pin: parsePin(params, unread),
  };
  return address;
}

export function formatBriefQuery(address: BriefAddress): string[] {
  return [
    address.codes.length === 0 ? '' : `codes=${address.codes.join(',')}`,
    part('place', address.place),
    ...formatScope(address.scope),
    part('medicare', address.medicareYear),
    part('paper', address.paper, 'letter'),
    part('pin', address.pin),
  ];
}
