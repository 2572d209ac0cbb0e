import type { PlaceCode } from '../domain/place.ts';
import { parseCode, parsePin, parsePlace, parseYear, part } from './addressParts.ts';
import { oneOf } from './oneOf.ts';
import type { QueryValues } from './query.ts';
import type { UnreadPart } from './unreadPart.ts';

/** The Medicare fee schedule for any code of its tables. */
export interface FeeScheduleAddress {
  readonly page: 'fee-schedule';
  /** null = none chosen yet. */
  readonly code: string | null;
  readonly place: PlaceCode | null;
  readonly year: number | null;
  readonly participation: 'nonQP' | 'QP';
  /** The release the link was made on; null = whichever is shown. */
  readonly pin: string | null;
}

export function parseFeeScheduleQuery(params: QueryValues, unread: UnreadPart[]): FeeScheduleAddress {
  const codeText = params.get('code');
  const code = codeText === undefined ? null : (parseCode(codeText) ?? null);
  if (codeText !== undefined && code === null) {
    unread.push({ part: `code=${codeText}`, reason: 'not a billing code' });
  }
  const place = parsePlace(params, 'state', unread);
  const factor = oneOf(params, 'factor', ['nonqp', 'qp'], 'nonqp', unread);
  const year = parseYear(params, 'year', unread);
  const pin = parsePin(params, unread);
  return { page: 'fee-schedule', code, place, year, participation: factor === 'qp' ? 'QP' : 'nonQP', pin };
}

export function formatFeeScheduleQuery(address: FeeScheduleAddress): string[] {
  return [
    part('code', address.code),
    part('state', address.place),
    part('year', address.year),
    address.participation === 'nonQP' ? '' : 'factor=qp',
    part('pin', address.pin),
  ];
}
