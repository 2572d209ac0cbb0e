import type { BoardRow, Measure } from '../domain/board.ts';
import type { AbsenceReason, Cell } from '../domain/cell.ts';
import type { Comparison, MapStep } from '../domain/mapClass.ts';
import { minimumVotes } from '../domain/minimumVotes.ts';
import { absenceText, dataNotAvailable, outOfScope } from './absence.ts';
import { inPlace, listOf, placeTitle } from './names.ts';
import { countOf, formatCount, formatMoney, formatRatio, formatSignedRatio } from './numbers.ts';

/** The classes of the map in words, by comparison and step. */
export const stepText: Readonly<Record<Comparison, Readonly<Record<MapStep, string>>>> = {
  national: {
    1: '30% or more below national',
    2: 'Over 10%, under 30% below',
    3: 'Within 10% of national',
    4: 'Over 10%, under 30% above',
    5: '30% or more above national',
  },
  medicare: {
    1: 'Under 100% of Medicare',
    2: '100% to under 200%',
    3: '200% to under 300%',
    4: '300% to under 400%',
    5: '400% of Medicare or more',
  },
};

/** Why a place has no colour, in the legend. */
export function gapText(reason: AbsenceReason, noun: string): string {
  switch (reason) {
    case 'not-in-input':
      return dataNotAvailable;
    case 'out-of-scope':
      return outOfScope;
    case 'too-few':
      return `Fewer than ${minimumVotes} ${noun}s`;
    default:
      return 'Nothing to compare with';
  }
}

/** A place's score in words: `−1.2% from national` or `added up 390.1% of Medicare`. */
export function scoreText(score: number, comparison: Comparison): string {
  // The share of Medicare is of sums: neither of the median nor of the mean that stands before it.
  return comparison === 'national'
    ? `${formatSignedRatio(score)} from national`
    : `added up ${formatRatio(score)} of Medicare`;
}

/** What a place says on the map: `Texas: $89.17, n 52, −1.2% from national`, or the words of its absence. */
export function placeDetail(row: BoardRow, value: Cell, score: Cell, comparison: Comparison): string {
  const name = placeTitle(row.place);
  if (value.kind === 'absent') return `${name}: ${absenceText(value)}`;
  const amount = `${name}: ${formatMoney(value.value)}, n ${formatCount(row.n)}`;
  return `${amount}, ${score.kind === 'absent' ? absenceText(score) : scoreText(score.value, comparison)}`;
}

export interface RankedPlace {
  readonly row: BoardRow;
  readonly value: Cell;
  readonly score: Cell;
}

export interface MapSummaryInput {
  readonly code: string;
  readonly payerName: string;
  readonly measure: Measure;
  readonly comparison: Comparison;
  readonly noun: string;
  /** The payer's own national figure and its n. */
  readonly nation: Cell;
  readonly nationVotes: number;
  readonly nationOfMedicare: Cell;
  /** Best first. */
  readonly ranked: readonly RankedPlace[];
  readonly tooFew: number;
  readonly incomparable: number;
  readonly outOfScope: number;
  readonly notInInput: number;
}

/** The map in a few sentences: what is compared, highest, lowest, how far the data reach. */
export function mapSummary(input: MapSummaryInput): string {
  const { code, payerName, measure, comparison, nation, nationVotes, nationOfMedicare, noun } = input;
  const subject = `${payerName} ${measure} for ${code}`;
  const share = comparison === 'medicare' ? nationOfMedicare : undefined;
  const ofMedicare = share?.kind === 'value' ? `, ${scoreText(share.value, 'medicare')}` : '';
  const national =
    nation.kind === 'value'
      ? `${subject}: ${formatMoney(nation.value)} nationally, n ${formatCount(nationVotes)}${ofMedicare}.`
      : `${subject}, nationally: ${absenceText(nation)}.`;
  return `${national} ${extremes(input)} ${coverage(input, noun)}`;
}

function extremes({ ranked, comparison }: MapSummaryInput): string {
  const [first] = ranked;
  const last = ranked.at(-1);
  if (!first || !last) return 'No place can be compared.';
  const detail = (place: RankedPlace) => placeDetail(place.row, place.value, place.score, comparison);
  if (ranked.length === 1) return `One place can be compared: ${detail(first)}.`;
  const tied = (edge: RankedPlace) => ranked.filter((each) => scoreOf(each) === scoreOf(edge));
  if (scoreOf(first) === scoreOf(last)) {
    return `All ${ranked.length} places that can be compared are the same: ${listOf(ranked.map(detail))}.`;
  }
  return `Highest: ${listOf(tied(first).map(detail))}. Lowest: ${listOf(tied(last).map(detail))}.`;
}

function scoreOf({ score }: RankedPlace): number {
  return score.kind === 'value' ? score.value : 0;
}

function coverage(input: MapSummaryInput, noun: string): string {
  const { ranked, tooFew, incomparable, outOfScope: outside, notInInput } = input;
  const total = ranked.length + tooFew + incomparable + outside + notInInput;
  const parts = [
    `${ranked.length} of ${total} places ${ranked.length === 1 ? 'has' : 'have'} ${minimumVotes} or more ${noun}s${incomparable > 0 ? ' and an amount to compare with' : ''}`,
    ...(incomparable > 0
      ? [`${countOf(incomparable, 'place')} ${incomparable === 1 ? 'has' : 'have'} no amount to compare with`]
      : []),
    ...(tooFew > 0 ? [`${countOf(tooFew, 'place')} ${tooFew === 1 ? 'has' : 'have'} fewer`] : []),
    ...(outside > 0
      ? [`${countOf(outside, 'place')} ${outside === 1 ? 'has' : 'have'} rates only outside this scope`]
      : []),
    ...(notInInput > 0 ? [`for ${countOf(notInInput, 'place')} data are not available in the input`] : []),
  ];
  return `${listOf(parts)}.`;
}

export interface BoardSummaryInput {
  readonly measure: Measure;
  /** Those that can be compared, largest difference first. */
  readonly combinations: ReadonlyArray<{ readonly row: BoardRow; readonly score: Cell }>;
  readonly tooFew: number;
  readonly notInInput: number;
}

/** The board in two sentences: furthest above and below, and how many places and payers can be compared. */
export function boardSummary({ measure, combinations, tooFew, notInInput }: BoardSummaryInput): string {
  const total = combinations.length + tooFew + notInInput;
  const reach = `${formatCount(combinations.length)} of ${formatCount(total)} combinations of place and payer can be compared.`;
  // Payers only: BUCA pools them, and a pool among its parts would count twice.
  const side = (word: string, sign: 1 | -1) => {
    const found = combinations.find(
      ({ row, score }) => row.payer !== 'buca' && score.kind === 'value' && score.value * sign > 0,
    );
    if (!found || found.score.kind === 'absent') return '';
    const { row, score } = found;
    return `Furthest ${word} its national ${measure}: ${row.payerName} ${inPlace(row.place)}, ${formatSignedRatio(score.value)} (n ${formatCount(row.n)}). `;
  };
  return `${side('above', 1)}${side('below', -1)}${reach}`;
}
