import type { LocalityCounties } from '../domain/medicareTables.ts';
import { readTable, type TableResult } from './readTable.ts';

const columns = ['year', 'mac', 'locality', 'state', 'area', 'counties'] as const;

/** Reads `medicare/localities.csv`: which counties a Medicare locality covers, in CMS's words. */
export function readLocalities(text: string, file: string): TableResult<LocalityCounties> {
  return readTable(text, file, columns, (fields) => ({
    year: fields.whole('year'),
    mac: fields.required('mac'),
    locality: fields.required('locality'),
    place: fields.place('state'),
    area: fields.text('area'),
    counties: fields.required('counties'),
  }));
}
