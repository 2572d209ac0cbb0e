import { noteStandings, type PlaceNote } from '../domain/placeNote.ts';
import { readTable, type TableResult } from './readTable.ts';

/** The columns of `place-notes.csv`, in the order the release writes them. */
export const placeNoteColumns = ['place', 'topic', 'note', 'source', 'standing', 'date'] as const;

/** Reads `place-notes.csv`: every cell is needed, because a note without its source and day is hearsay. */
export function readPlaceNotes(text: string, file: string): TableResult<PlaceNote> {
  return readTable(text, file, placeNoteColumns, (fields) => {
    fields.yearOf('date');
    return {
      place: fields.place('place'),
      topic: fields.required('topic'),
      note: fields.required('note'),
      source: fields.required('source'),
      standing: fields.oneOf('standing', noteStandings),
      date: fields.required('date'),
    };
  });
}
