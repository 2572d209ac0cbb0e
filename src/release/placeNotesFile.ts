import { placeNoteColumns } from '../data/readPlaceNotes.ts';
import type { PlaceNote } from '../domain/placeNote.ts';
import { compareText } from './compareText.ts';
import { csvFile } from './csvFile.ts';
import type { OutputFile } from './outputFile.ts';

/** `place-notes.csv`: the notes by place, in the order they were written for each. */
export function placeNotesFile(notes: readonly PlaceNote[]): OutputFile {
  return csvFile(
    'place-notes.csv',
    placeNoteColumns,
    notes
      .toSorted((a, b) => compareText(a.place, b.place))
      .map((note) => placeNoteColumns.map((column) => note[column])),
  );
}
