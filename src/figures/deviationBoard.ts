import {
  type Board,
  type BoardRow,
  boardCells,
  comparableCell,
  type Measure,
  ranksOf,
} from '../domain/board.ts';
import { type AbsenceReason, absent, type Cell, present, valueOf } from '../domain/cell.ts';
import { absenceText } from '../text/absence.ts';
import { boardSummary } from '../text/boardText.ts';
import { methods } from '../text/methods.ts';
import { placeTitle } from '../text/names.ts';
import { countOf } from '../text/numbers.ts';
import { scopeSentence } from '../text/scopeSentence.ts';
import { boardColumns, boardMethod, boardRowCells, boardSources, poolNote } from './boardCells.ts';
import type { Column, Figure } from './figure.ts';

const noVoteReasons: readonly AbsenceReason[] = ['not-in-input', 'out-of-scope'];

const payerColumn: Column = { id: 'payer', label: 'Payer', kind: 'text', definition: methods.payer };

/**
 * Every place × payer against the payer's own national figure, the largest differences first, whichever their sign.
 * Row ids are `TX-aetna`. Combinations without votes are rows too, last, in postal-code order.
 */
export function deviationBoard(board: Board, measure: Measure, origin: string): Figure {
  const scored = board.rows.map((row) => ({
    row,
    score: comparableCell(row, boardCells(row, measure).ratio),
  }));
  const ranked = scored
    .filter(({ score }) => score.kind === 'value')
    .sort((one, other) => sizeOf(other.score) - sizeOf(one.score));
  const ranks = ranksOf(ranked.map(({ score }) => sizeOf(score)));
  const rest = scored.filter(({ score }) => score.kind === 'absent');
  // By the reason, not by n: votes that are all left out as flagged are in the input.
  const isMissing = ({ score }: (typeof rest)[number]) =>
    score.kind === 'absent' && noVoteReasons.includes(score.reason);
  const withVotes = rest.filter((each) => !isMissing(each));
  const without = rest.filter(isMissing);
  const row = (each: BoardRow, rank: Cell) => ({
    id: `${each.place}-${each.payer}`,
    label: placeTitle(each.place),
    cells: { payer: present(each.payerName), ...boardRowCells(each, measure, rank) },
    flags: [],
  });
  return {
    id: 'deviation-board',
    title: `Every place and payer for ${board.code}, ${measure} against national`,
    labelColumn: { id: 'place', label: 'Place', kind: 'text', definition: '50 states, DC, PR and VI.' },
    columns: [
      payerColumn,
      ...boardColumns(
        board,
        measure,
        'Largest difference from the payer’s own national figure first, in percent, above or below; equal sizes share a rank.',
      ),
    ],
    rows: [
      ...ranked.map(({ row: each }, index) => row(each, present(ranks[index] ?? 0))),
      ...[...withVotes, ...without].map(({ row: each, score }) =>
        row(each, score.kind === 'absent' ? score : each.gap),
      ),
    ],
    notes: [
      poolNote(board),
      ...noVoteReasons.flatMap((reason) => {
        const found = without.filter(({ score }) => score.kind === 'absent' && score.reason === reason);
        const words = `${absenceText(absent(reason))}: ${countOf(found.length, 'combination')} of place and payer.`;
        return found.length > 0 ? [words] : [];
      }),
    ],
    scope: scopeSentence(board.scope, board.nation.providerName),
    method: `${methods.deviation} ${boardMethod(board)}`,
    sources: boardSources(board, origin),
    summary: boardSummary({
      measure,
      combinations: ranked.map(({ row: each, score }) => ({ row: each, score })),
      tooFew: withVotes.length,
      notInInput: without.length,
    }),
  };
}

function sizeOf(score: Cell): number {
  return Math.abs(valueOf(score) ?? 0);
}
