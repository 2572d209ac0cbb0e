import { type PayerId, type PlanLine, payers, planLines } from '../domain/payer.ts';
import type { PlaceCode } from '../domain/place.ts';
import { readTable, type TableResult } from './readTable.ts';

/** Rates of the release, all codes together, by where, who, which line and which year of file. */
export interface CoverageRow {
  readonly place: PlaceCode;
  readonly payer: PayerId;
  readonly line: PlanLine;
  readonly year: number;
  readonly rates: number;
}

const payerIds = payers.map((payer) => payer.id);

/** Reads the release's `coverage.csv`. */
export function readCoverage(text: string, file: string): TableResult<CoverageRow> {
  return readTable(text, file, ['place', 'payer', 'line', 'year', 'rates'], (fields) => ({
    place: fields.place('place'),
    payer: fields.oneOf('payer', payerIds),
    line: fields.oneOf('line', planLines),
    year: fields.yearOf('year'),
    rates: fields.whole('rates'),
  }));
}
