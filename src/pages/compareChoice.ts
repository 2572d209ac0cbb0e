import type { CompareMeasure } from '../domain/heatClass.ts';
import type { PlaceCode } from '../domain/place.ts';
import { defaultScope, type Site } from '../domain/scope.ts';

/** What is compared. In memory only: the codes may be those of a user's file. */
export interface CompareChoice {
  /** Up to four; null = none chosen yet, and the desk's own state stands in where there is one. */
  readonly places: readonly PlaceCode[] | null;
  /** A family of codes, or `ownCodes`. */
  readonly family: string;
  readonly payer: string;
  readonly measure: CompareMeasure;
  readonly site: Site;
  /** The state whose matrix is shown; null = the first. */
  readonly matrixPlace: PlaceCode | null;
  /** The code whose ranges are drawn; null = the first with a median. */
  readonly code: string | null;
  /** Whether the index counts only codes that every cell has. */
  readonly isCommon: boolean;
}

/** The family that is the codes of the user's own file. */
export const ownCodes = 'own';

/** Published rates as the pages of codes show them: hospital outpatient, BUCA. */
export const firstCompareChoice: CompareChoice = {
  places: null,
  family: 'Therapeutic procedures',
  payer: 'buca',
  measure: 'medicare',
  site: defaultScope.site,
  matrixPlace: null,
  code: null,
  isCommon: true,
};
