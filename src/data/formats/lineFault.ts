import type { FileTally } from './fileTally.ts';

/** Why a line of a table cannot be read, as a problem says it. */
export interface LineFault {
  readonly kind: 'fault';
  readonly column: string;
  readonly found: string;
  readonly message: string;
}

export function lineFault(column: string, found: string, message: string): LineFault {
  return { kind: 'fault', column, found, message };
}

/** A line that is left out whole, for one reason. */
export function leaveLine(tally: FileTally, at: number, { column, found, message }: LineFault): void {
  tally.problem(at, column, found, message, true);
  tally.leave('unreadable');
}

/** What is wrong with the number of a Medicare administrative contractor, its zeros in front restored. */
export function contractorFault(mac: string): LineFault | undefined {
  if (/^\d{5}$/.test(mac)) return undefined;
  return lineFault('MAC', mac, 'This is not a contractor number of five digits.');
}

/** What is wrong with the number of a payment locality, its zero in front restored. */
export function localityNumberFault(locality: string): LineFault | undefined {
  if (/^\d\d$/.test(locality)) return undefined;
  return lineFault('Locality Number', locality, 'This is not a locality number of two digits.');
}
