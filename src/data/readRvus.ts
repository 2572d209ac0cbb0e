import type { RvuRow } from '../domain/medicareTables.ts';
import { readTable, type TableResult } from './readTable.ts';

const columns = [
  'year',
  'release',
  'code',
  'modifier',
  'status',
  'work_rvu',
  'pe_rvu_nonfac',
  'pe_rvu_fac',
  'mp_rvu',
  'mult_proc',
] as const;

/** Reads `medicare/rvu.csv`; relative values become whole hundredths. */
export function readRvus(text: string, file: string): TableResult<RvuRow> {
  return readTable(text, file, columns, (fields) => ({
    year: fields.whole('year'),
    release: fields.required('release'),
    code: fields.required('code'),
    modifier: fields.text('modifier'),
    status: fields.required('status'),
    workRvu: fields.fixed('work_rvu', 2),
    nonFacilityPeRvu: fields.fixed('pe_rvu_nonfac', 2),
    facilityPeRvu: fields.fixed('pe_rvu_fac', 2),
    malpracticeRvu: fields.fixed('mp_rvu', 2),
    multipleProcedure: fields.text('mult_proc'),
  }));
}
