import { places } from '../domain/place.ts';
import { csvFile } from './csvFile.ts';
import type { OutputFile } from './outputFile.ts';

/** `places.csv`: the 53 places. */
export function placeFile(): OutputFile {
  return csvFile(
    'places.csv',
    ['code', 'name'],
    places.map((place) => [place.code, place.name]),
  );
}
