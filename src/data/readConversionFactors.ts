import type { ConversionFactor } from '../domain/medicareTables.ts';
import { readTable, type TableResult } from './readTable.ts';

const columns = ['year', 'effective_from', 'effective_to', 'conversion_factor', 'applies_to'] as const;
const dayPattern = /^\d{4}-\d\d-\d\d$/;

/** Reads `medicare/conversion-factors.csv`; dollars become whole ten-thousandths. */
export function readConversionFactors(text: string, file: string): TableResult<ConversionFactor> {
  return readTable(text, file, columns, (fields) => {
    for (const column of ['effective_from', 'effective_to'] as const) {
      if (!dayPattern.test(fields.text(column)))
        fields.fail(column, 'This is not a date such as 2024-03-09.');
    }
    return {
      year: fields.whole('year'),
      from: fields.text('effective_from'),
      to: fields.text('effective_to'),
      factor: fields.fixed('conversion_factor', 4),
      appliesTo: fields.oneOf('applies_to', ['all', 'nonQP', 'QP']),
    };
  });
}
