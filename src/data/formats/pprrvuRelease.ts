import { knownFactor } from '../../domain/knownFactors.ts';
import type { ConversionFactor } from '../../domain/medicareTables.ts';

/** What the lines above a relative value file's table say of it. */
export interface PprrvuTitle {
  readonly year: number | null;
  /** `A` January, `B` April, `C` July, `D` October; '' unknown. */
  readonly letter: '' | 'A' | 'B' | 'C' | 'D';
  /** `2026-06-30`; '' unknown. */
  readonly released: string;
  readonly participation: 'nonQP' | 'QP' | null;
}

export const noTitle: PprrvuTitle = { year: null, letter: '', released: '', participation: null };

const letters: Readonly<Record<string, 'A' | 'B' | 'C' | 'D'>> = {
  JANUARY: 'A',
  APRIL: 'B',
  JULY: 'C',
  OCTOBER: 'D',
};

/** Whether a line above the table is the one that names it. */
export function isTitle(cells: readonly string[]): boolean {
  return cells.some((cell) => /FEE SCHEDULE RELATIVE VALUE/i.test(cell));
}

/** One more line above the table. Lines of copyright are not asked: their years are of the copyright. */
export function readTitle(title: PprrvuTitle, text: string): PprrvuTitle {
  const upper = text.toUpperCase();
  if (upper.includes('FEE SCHEDULE RELATIVE VALUE')) {
    const year = /\b(20\d\d)\b/.exec(upper)?.[1];
    const month = /\b(JANUARY|APRIL|JULY|OCTOBER) (?:CORRECTED |UPDATED? )?RELEASE/.exec(upper)?.[1] ?? '';
    const group = /\b(NON-?\s?QPP?|QPP?)\b/.exec(upper)?.[1];
    return {
      ...title,
      year: year === undefined ? title.year : Number(year),
      letter: letters[month] ?? title.letter,
      participation: group === undefined ? title.participation : group.startsWith('N') ? 'nonQP' : 'QP',
    };
  }
  const day = /\bRELEASED:?\s+(\d{1,2})\/(\d{1,2})\/(20\d\d)\b/.exec(upper);
  if (!day) return title;
  const [, month = '', date = '', year = ''] = day;
  return { ...title, released: `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}` };
}

/** What a line is of, by the title and by its own conversion factor. */
export interface PprrvuEdition {
  readonly year: number | null;
  readonly release: string;
  readonly appliesTo: ConversionFactor['appliesTo'] | null;
}

/**
 * Year and release are the title's; where there is none, as in the fixed-width form, the year is that of the factor.
 * A January file with a factor that came into force later is the corrected one (RVU24AR). Whom the factor is for
 * follows from the factor, else from a title that names a group; before 2026 there was one for all.
 */
export function editionOf(title: PprrvuTitle, factor: number): PprrvuEdition {
  const known = knownFactor(factor);
  const year = title.year ?? known?.year ?? null;
  const letter = title.letter === '' ? letterOfDay(title.released, year) : title.letter;
  const isCorrected = letter === 'A' && known?.year === year && known?.from !== `${year}-01-01`;
  const release =
    year === null || letter === '' ? '' : `RVU${String(year).slice(2)}${letter}${isCorrected ? 'R' : ''}`;
  const appliesTo =
    (known?.year === year ? known?.appliesTo : undefined) ??
    title.participation ??
    (year !== null && year < 2026 ? 'all' : null);
  return { year, release, appliesTo };
}

/** CMS releases a quarter's file in the month before the quarter, or in it. */
function letterOfDay(released: string, year: number | null): PprrvuTitle['letter'] {
  if (released === '' || year === null) return '';
  if (Number(released.slice(0, 4)) < year) return 'A';
  const month = Number(released.slice(5, 7));
  return month < 3 ? 'A' : month < 6 ? 'B' : month < 9 ? 'C' : 'D';
}
