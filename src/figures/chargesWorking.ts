import type { PlaceCode } from '../domain/place.ts';
import type { ChargeSummary } from '../domain/release.ts';
import { methods } from '../text/methods.ts';
import { placeTitle } from '../text/names.ts';
import { countOf } from '../text/numbers.ts';
import type { Working, WorkingPlace } from './working.ts';

const measures = {
  mean: { name: 'Mean', key: 'meanCents' },
  p25: { name: 'P25', key: 'p25Cents' },
  median: { name: 'Median', key: 'medianCents' },
  p75: { name: 'P75', key: 'p75Cents' },
} as const;

/**
 * Where a hospital charge comes from: an aggregate of the source's own, of which the single hospitals are not at hand.
 *
 * @param columnId a column of the charges table
 * @returns undefined for counts and for what the source does not give.
 */
export function chargesWorking(
  code: string,
  place: PlaceCode | null,
  charges: readonly ChargeSummary[],
  rowId: string,
  columnId: string,
  at: WorkingPlace,
): Working | undefined {
  const found = charges.find((each) => each.place === (place ?? 'US') && each.kind === rowId);
  const measure = columnId in measures ? measures[columnId as keyof typeof measures] : undefined;
  if (!found || !measure) return undefined;
  const kind = found.kind === 'gross' ? 'gross charge' : 'cash price';
  return {
    kind: 'as-published',
    title: `${measure.name} ${kind} for ${code}, ${placeTitle(place)}`,
    value: found[measure.key],
    column: 'money',
    symbols: '',
    words:
      'Shown as the source aggregate gives it. It is not computed here and cannot be: the single hospitals’ charges are not in the input.',
    definition: found.kind === 'gross' ? methods.gross : methods.cash,
    excelFunction: '',
    template: '',
    operands: [],
    steps: [],
    table: null,
    facts: [
      {
        term: 'Source',
        text: 'Hospital price-transparency files of about 3,700 hospitals, aggregated by state and for the nation by the source',
      },
      { term: 'File and row', text: `charges/${code}.csv, place ${found.place}, kind ${found.kind}` },
      { term: 'n', text: countOf(found.hospitals, 'hospital') },
      { term: 'Date', text: 'The source does not state the files’ dates' },
      {
        term: 'Not known',
        text: 'The percentile definition, which hospitals are in it, and what was left out',
      },
    ],
    leftOut: ['Not stated by the source'],
    ...at,
  };
}
