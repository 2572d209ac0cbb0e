import {
  type Board,
  type BoardRow,
  boardCells,
  comparableCell,
  type Measure,
  ranksOf,
} from '../domain/board.ts';
import { absent, type Cell, present, valueOf } from '../domain/cell.ts';
import { dataNotAvailable } from '../text/absence.ts';
import { boardSummary } from '../text/boardText.ts';
import { methods } from '../text/methods.ts';
import { placeTitle } from '../text/names.ts';
import { countOf } from '../text/numbers.ts';
import { scopeSentence } from '../text/scopeSentence.ts';
import { boardColumns, boardMethod, boardRowCells, boardSources, poolNote } from './boardCells.ts';
import type { Column, Figure } from './figure.ts';

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
  const withVotes = rest.filter(({ row }) => row.n > 0);
  const without = rest.filter(({ row }) => row.n === 0);
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
        row(each, score.kind === 'absent' ? score : absent('not-in-input')),
      ),
    ],
    notes: [
      poolNote(board),
      ...(without.length > 0
        ? [`${dataNotAvailable}: ${countOf(without.length, 'combination')} of place and payer.`]
        : []),
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
