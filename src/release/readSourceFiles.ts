import { readTable, type TableResult } from '../data/readTable.ts';

const columns = [
  'source_file',
  'state',
  'provider_name',
  'file_date',
  'source_kind',
  'published_url',
  'sha256_of_published_file',
  'carried_by_repository',
  'path_in_repository',
  'confidence',
] as const;

/** One line of `commercial/sources.csv`: a published file, or one hospital's part of one. */
export interface SourceFile {
  readonly name: string;
  readonly place: string;
  readonly publisher: string;
  readonly date: string;
  readonly year: number;
  readonly kind: 'hospital' | 'payer';
  readonly publishedUrl: string;
  readonly sha256: string;
  readonly carriedBy: string;
  readonly path: string;
  readonly confidence: string;
}

export function readSourceFiles(text: string, file: string): TableResult<SourceFile> {
  return readTable(text, file, columns, (fields) => ({
    name: fields.required('source_file'),
    place: fields.place('state'),
    publisher: fields.required('provider_name'),
    date: fields.text('file_date'),
    year: fields.yearOf('file_date'),
    kind: fields.oneOf('source_kind', ['hospital', 'payer']),
    publishedUrl: fields.text('published_url'),
    sha256: fields.text('sha256_of_published_file'),
    carriedBy: fields.text('carried_by_repository'),
    path: fields.text('path_in_repository'),
    confidence: fields.text('confidence'),
  }));
}
