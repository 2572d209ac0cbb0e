import type { ChargeSummary } from '../domain/release.ts';
import { readTable, type TableResult } from './readTable.ts';

const columns = ['place', 'kind', 'hospitals', 'mean', 'p25', 'median', 'p75'] as const;

/** Reads one code's `charges/<code>.csv`: hospital gross and cash charges by place, `US` for the nation. */
export function readCharges(text: string, file: string): TableResult<ChargeSummary> {
  return readTable(text, file, columns, (fields) => ({
    place: fields.text('place') === 'US' ? 'US' : fields.place('place'),
    kind: fields.oneOf('kind', ['gross', 'cash']),
    hospitals: fields.whole('hospitals'),
    meanCents: fields.dollars('mean'),
    p25Cents: fields.dollars('p25'),
    medianCents: fields.dollars('median'),
    p75Cents: fields.dollars('p75'),
  }));
}
