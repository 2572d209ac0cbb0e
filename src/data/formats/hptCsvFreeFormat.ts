import { isChargeHeader } from '../chargeColumns.ts';
import { firstRecords } from './firstRecords.ts';
import type { Format, FormatStart } from './formatReader.ts';

/** A hospital's own table of charges, as most were before CMS's templates of 2024. */
export const hptCsvFreeFormat: Format = {
  id: 'hpt-csv-free',
  name: 'a hospital file in its own columns, CSV',
  isIn: (start) => hasHeader(start, isChargeHeader),
  async open() {
    const { FreeCharges } = await import('./freeCharges.ts');
    return (sink, context) => new FreeCharges(sink, context);
  },
};

/** Whether one of the first rows is a header by some rule: a file that nothing but a user's choice makes this form. */
export function hasHeader({ bytes }: FormatStart, isHeader: (cells: readonly string[]) => boolean): boolean {
  return firstRecords(bytes, 60).some(isHeader);
}
