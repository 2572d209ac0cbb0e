import { type DecimalMark, decimalMarks } from './ownRatesAmount.ts';
import type { OwnRatesField } from './ownRatesColumns.ts';
import { plainCell } from './ownRatesValues.ts';
import type { TableSteps } from './tableSteps.ts';

/**
 * A pass over a table's rates, or where it has none its charges or shares of Medicare, as far as it takes to tell how they
 * write their decimals. Only a file of decimal commas is seen to its end.
 *
 * @param positions where each field stands in the header.
 * @param delimiter between the table's cells. Who puts semicolons there as a rule needs the comma for cents, so where no
 *   amount tells, none with a comma is taken for thousands.
 */
export function* decimalMarkSteps(
  positions: ReadonlyMap<OwnRatesField, number>,
  delimiter: string | undefined,
  onProgress?: (fraction: number) => void,
): TableSteps<DecimalMark> {
  const marks = decimalMarks();
  const index = positions.get('rate') ?? positions.get('charge') ?? positions.get('medicare share');
  if (index !== undefined)
    yield {
      take: ({ cells }) => marks.see(plainCell(cells[index] ?? '')),
      onProgress,
      columns: [index],
    };
  return marks.mark(delimiter === ';' ? 'either' : 'point');
}
