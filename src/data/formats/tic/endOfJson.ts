import type { FileTally } from '../fileTally.ts';
import type { JsonScanner } from '../jsonScanner.ts';

/** Ends a scan, and writes down where and why the JSON ends if that is before its time. */
export function endOfJson(scanner: JsonScanner, tally: FileTally): void {
  const fault = scanner.end();
  if (fault === null) return;
  const place = `byte ${(fault.offset + 1).toLocaleString('en')}`;
  tally.problem(fault.line, '', '', `${fault.message} Read up to here, ${place}, and no further.`, true);
}
