import type { PlaceCode } from './place.ts';

/** How near we came to what a note rests on: read itself, or told by others. */
export const noteStandings = ['original', 'notes'] as const;

/** What is particular about rates in a place: a rule, a border, something that bends a comparison. In our own words. */
export interface PlaceNote {
  readonly place: PlaceCode;
  /** A heading of a few words. */
  readonly topic: string;
  readonly note: string;
  /** Who says so. */
  readonly source: string;
  readonly standing: (typeof noteStandings)[number];
  /** Day it holds from, or of the newest source: `2024-01-01`. */
  readonly date: string;
}
