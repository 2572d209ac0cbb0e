import type { FileTally } from '../fileTally.ts';
import type { JsonScanner } from '../jsonScanner.ts';

/** Ends a scan and writes down where and why the JSON ends before its time. @returns whether it is whole. */
export function endOfJson(scanner: JsonScanner, tally: FileTally): boolean {
  const fault = scanner.end();
  if (fault === null) return true;
  const place = `byte ${(fault.offset + 1).toLocaleString('en')}`;
  tally.problem(fault.line, '', '', `${fault.message} Read up to here, ${place}, and no further.`, true);
  return false;
}
