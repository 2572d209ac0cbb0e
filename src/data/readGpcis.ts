import type { GpciRow } from '../domain/medicareTables.ts';
import { readTable, type TableResult } from './readTable.ts';

const columns = [
  'year',
  'release',
  'mac',
  'state',
  'locality',
  'locality_name',
  'work_gpci',
  'pe_gpci',
  'mp_gpci',
] as const;

/** Reads `medicare/gpci.csv`; indices become whole thousandths. Carrier and locality numbers keep their zeros. */
export function readGpcis(text: string, file: string): TableResult<GpciRow> {
  return readTable(text, file, columns, (fields) => ({
    year: fields.whole('year'),
    release: fields.required('release'),
    mac: fields.required('mac'),
    place: fields.place('state'),
    locality: fields.required('locality'),
    name: fields.required('locality_name'),
    workGpci: fields.fixed('work_gpci', 3),
    peGpci: fields.fixed('pe_gpci', 3),
    malpracticeGpci: fields.fixed('mp_gpci', 3),
  }));
}
