import type { PlaceCode } from '../domain/place.ts';
import type { PlaceNote } from '../domain/placeNote.ts';
import { inPlace, placeTitle } from '../text/names.ts';
import styles from './PlaceNotes.module.css';

/** What is particular about rates in a place, each note with its source; nothing where there is none. */
export function PlaceNotes({
  place,
  notes,
}: {
  readonly place: PlaceCode | null;
  readonly notes: readonly PlaceNote[];
}) {
  if (notes.length === 0) return null;
  return (
    <aside className={styles['notes']} aria-label={`Particular to rates ${inPlace(place)}`}>
      {notes.map(({ topic, note, source, standing, date }) => (
        <p key={topic}>
          <strong>
            {placeTitle(place)}: {topic}.
          </strong>{' '}
          {note}{' '}
          <small>
            Source: {source} ({standing === 'original' ? `as of ${date}` : `since ${date}`}).
          </small>
        </p>
      ))}
    </aside>
  );
}
