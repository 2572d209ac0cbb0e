import { useMemo } from 'react';
import { visitBoard } from '../domain/visitBoard.ts';
import { type RatedBoard, type VisitBoards, type VisitBoardsInput, visitBoards } from './visitBoards.ts';

interface ShownBoards {
  readonly boards: VisitBoards;
  /** The board at the rates that are looked at; Medicare alone where there are none. */
  readonly shown: RatedBoard;
}

/** The boards of the visits as they are typed, and which of them is looked at. */
export function useVisitBoards(input: VisitBoardsInput, source: 'own' | 'market'): ShownBoards {
  const { view, codes, schedule, area, year, digest, releaseId, own } = input;
  const boards = useMemo(
    () => visitBoards({ view, codes, schedule, area, year, digest, releaseId, own }),
    [view, codes, schedule, area, year, digest, releaseId, own],
  );
  const medicareOnly = useMemo(
    () => ({
      board: visitBoard({ visits: boards.visits, payers: [], schedule, area, medicareYear: year }),
      rates: 'No market medians',
    }),
    [boards, schedule, area, year],
  );
  return { boards, shown: (source === 'own' ? boards.own : boards.market) ?? medicareOnly };
}
