import { type DecimalMark, decimalMarks } from './ownRatesAmount.ts';
import { plainCell } from './ownRatesValues.ts';
import type { TableSteps } from './tableSteps.ts';

/**
 * A pass over a table's rates, as far as it takes to tell how they write their cents. Only a file of decimal commas is
 * seen to its end.
 *
 * @param rateIndex the column; none is looked at where it is undefined.
 */
export function* decimalMarkSteps(
  rateIndex: number | undefined,
  onProgress?: (fraction: number) => void,
): TableSteps<DecimalMark> {
  const marks = decimalMarks();
  if (rateIndex !== undefined)
    yield {
      take: ({ cells }) => marks.see(plainCell(cells[rateIndex] ?? '')),
      onProgress,
      columns: [rateIndex],
    };
  return marks.mark();
}
