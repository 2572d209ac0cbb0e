import { type RateSource, sourceKinds } from '../domain/rateTable.ts';
import { readTable, type TableResult } from './readTable.ts';

/** A published file of the release, with what the data page prints beside what a rate needs. */
export interface PublishedSource extends RateSource {
  /** The hospitals or the payer the file is about, joined with `; `. */
  readonly publisher: string;
  /** Where the carrying repository keeps its copy. */
  readonly path: string;
  /** Rates of the release that were read in this file. */
  readonly rows: number;
  /** What was flagged on them: `above_gross 12`. */
  readonly flags: readonly string[];
}

/** The headings of `sources.csv`, for who writes it too. */
export const sourceColumns = [
  'id',
  'name',
  'publisher',
  'place',
  'kind',
  'date',
  'year',
  'published_url',
  'sha256',
  'carried_by',
  'path',
  'confidence',
  'rows',
  'flags',
] as const;

/** Reads the release's `sources.csv`: the published files the rates were read in. */
export function readSources(text: string, file: string): TableResult<PublishedSource> {
  return readTable(text, file, sourceColumns, (fields) => {
    const year = fields.whole('year');
    const dateYear = fields.text('date') === '' ? 0 : fields.yearOf('date');
    if (fields.problems.length === 0 && year !== dateYear) {
      fields.fail('year', 'This is not the year of the date in the same line.');
    }
    return {
      id: fields.required('id'),
      name: fields.required('name'),
      publisher: fields.text('publisher'),
      // A payer's file is of many places; it has none.
      place: fields.placeOrNone('place'),
      kind: fields.oneOf('kind', sourceKinds),
      date: fields.text('date'),
      year,
      publishedUrl: fields.text('published_url'),
      sha256: fields.text('sha256'),
      carriedBy: fields.text('carried_by'),
      path: fields.text('path'),
      confidence: fields.text('confidence'),
      rows: fields.whole('rows'),
      flags: fields.list('flags'),
    };
  });
}
