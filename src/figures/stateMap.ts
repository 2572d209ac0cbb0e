import {
  type Board,
  type BoardRow,
  boardCells,
  comparableCell,
  type Measure,
  ranksOf,
} from '../domain/board.ts';
import { type AbsenceReason, type Absent, type Cell, present } from '../domain/cell.ts';
import { type Comparison, type MapClass, mapClass, mapSteps } from '../domain/mapClass.ts';
import type { PlaceCode } from '../domain/place.ts';
import { voteNoun } from '../domain/voteNoun.ts';
import { gapText, mapSummary, placeDetail, stepText } from '../text/boardText.ts';
import { placeTitle } from '../text/names.ts';
import { scopeSentence } from '../text/scopeSentence.ts';
import { boardColumns, boardMethod, boardRowCells, boardSources, poolNote } from './boardCells.ts';
import type { Figure } from './figure.ts';

export interface StateMapView {
  readonly payer: BoardRow['payer'];
  readonly measure: Measure;
  readonly comparison: Comparison;
  /** Where the rates come from, e.g. the release's id. */
  readonly origin: string;
}

/** One place on the map. */
export interface MapMark {
  readonly place: PlaceCode;
  readonly class: MapClass;
  /** The place as a phrase: the link's name. */
  readonly detail: string;
}

export interface MapLegendEntry {
  readonly class: MapClass;
  readonly label: string;
  readonly places: number;
}

/** One payer's map and the table beside it: the same rows, scores and order. */
export interface StateMap {
  readonly payer: BoardRow['payer'];
  readonly payerName: string;
  readonly comparison: Comparison;
  /** All 53 places in postal-code order. */
  readonly marks: readonly MapMark[];
  /** The five classes, always; then the absences that occur. */
  readonly legend: readonly MapLegendEntry[];
  /** Row ids are place codes: ranked places first, highest first, then too few votes, then none in the scope, then no data. */
  readonly figure: Figure;
}

interface ScoredRow {
  readonly row: BoardRow;
  readonly value: Cell;
  readonly score: Cell;
}

const absenceOrder: readonly AbsenceReason[] = [
  'not-comparable',
  'not-priced',
  'unreadable',
  'too-few',
  'out-of-scope',
  'not-in-input',
];

/** A payer the scope has no rates of gives a map of named absences. */
export function stateMap(board: Board, view: StateMapView): StateMap {
  const { payer, measure, comparison } = view;
  const rows: readonly ScoredRow[] = board.rows
    .filter((row) => row.payer === payer)
    .map((row) => {
      const { value, ratio, percentOfMedicare } = boardCells(row, measure);
      return {
        row,
        value,
        score: comparableCell(row, comparison === 'national' ? ratio : percentOfMedicare),
      };
    });
  const classes = rows.map(({ score }) => mapClass(score, comparison));
  const noun = voteNoun(payer, board.scope.basis);
  return {
    payer,
    payerName: board.payers.find(({ id }) => id === payer)?.name ?? payer,
    comparison,
    marks: rows.map(({ row, value, score }, index) => ({
      place: row.place,
      class: classes[index] as MapClass,
      detail: placeDetail(row, value, score, comparison),
    })),
    legend: legendOf(classes, comparison, noun),
    figure: figureOf(board, view, rows, noun),
  };
}

/** Every payer of the board as a map of its own, in table order: the small multiples. */
export function payerMaps(board: Board, view: Omit<StateMapView, 'payer'>): readonly StateMap[] {
  return board.payers.map(({ id }) => stateMap(board, { ...view, payer: id }));
}

function legendOf(
  classes: readonly MapClass[],
  comparison: Comparison,
  noun: string,
): readonly MapLegendEntry[] {
  const steps = mapSteps.map(
    (step): MapLegendEntry => ({
      class: { kind: 'step', step },
      label: stepText[comparison][step],
      places: classes.filter((each) => each.kind === 'step' && each.step === step).length,
    }),
  );
  const gaps = new Map<string, MapLegendEntry>();
  for (const reason of absenceOrder) {
    const places = classes.filter((each) => each.kind === 'absent' && each.reason === reason).length;
    const label = gapText(reason, noun);
    // Several reasons share one hatching and one line: what they say in full is in the table.
    if (places > 0) {
      const known = gaps.get(label);
      gaps.set(label, { class: { kind: 'absent', reason }, label, places: places + (known?.places ?? 0) });
    }
  }
  return [...steps, ...gaps.values()];
}

function figureOf(board: Board, view: StateMapView, rows: readonly ScoredRow[], noun: string): Figure {
  const { payer, measure, comparison, origin } = view;
  const payerName = board.payers.find(({ id }) => id === payer)?.name ?? payer;
  const national = board.nation.rows.find(({ id }) => id === payer);
  const ranked = rows
    .filter(({ score }) => score.kind === 'value')
    .sort((one, other) => numberOf(other.score) - numberOf(one.score));
  const ranks = ranksOf(ranked.map(({ score }) => numberOf(score)));
  const unranked = absenceOrder.flatMap((reason) =>
    rows.filter(({ score }) => score.kind === 'absent' && score.reason === reason),
  );
  const gaps = unranked.map(({ score }) => (score as Absent).reason);
  const placesBy = (reason: AbsenceReason) => gaps.filter((each) => each === reason).length;
  const [tooFew, outOfScope, notInInput] = [
    placesBy('too-few'),
    placesBy('out-of-scope'),
    placesBy('not-in-input'),
  ];
  const subject = comparison === 'national' ? measure : `${measure} and % of Medicare`;
  const steps = mapSteps.map((step) => stepText[comparison][step].toLowerCase()).join('; ');
  return {
    id: 'state-map',
    title: `${payerName} ${subject} for ${board.code} by state${comparison === 'national' ? ', against national' : ''}`,
    labelColumn: { id: 'place', label: 'Place', kind: 'text', definition: '50 states, DC, PR and VI.' },
    columns: boardColumns(
      board,
      measure,
      `Highest first, by ${comparison === 'national' ? 'the difference from national in percent' : '% of Medicare'}; equal values share a rank.`,
    ),
    rows: [...ranked, ...unranked].map(({ row, score }, index) => ({
      id: row.place,
      label: placeTitle(row.place),
      cells: boardRowCells(row, measure, rankCell(score, ranks[index])),
      flags: [],
    })),
    notes: [poolNote(board)],
    scope: scopeSentence(board.scope, board.nation.providerName),
    method: `${boardMethod(board)} Classes are fixed, whatever is shown: ${steps}. Values are classed as printed, to a tenth of a percent; places with too few votes are neither coloured nor ranked.`,
    sources: boardSources(board, origin),
    summary: mapSummary({
      code: board.code,
      payerName,
      measure,
      comparison,
      noun,
      nation: national?.[measure] ?? { kind: 'absent', reason: 'not-in-input', detail: '' },
      nationVotes: national?.n ?? 0,
      nationOfMedicare: national?.percentOfMedicare ?? { kind: 'absent', reason: 'not-in-input', detail: '' },
      ranked,
      tooFew,
      outOfScope,
      notInInput,
      incomparable: gaps.length - tooFew - outOfScope - notInInput,
    }),
  };
}

function numberOf(score: Cell): number {
  return score.kind === 'value' ? score.value : 0;
}

function rankCell(score: Cell, rank: number | undefined): Cell {
  if (score.kind === 'absent') return score;
  return present(rank ?? 0);
}
