import { type Board, type BoardRow, boardCells, type Measure } from '../domain/board.ts';
import { type Cell, present } from '../domain/cell.ts';
import { minimumVotes } from '../domain/minimumVotes.ts';
import { gradeText } from '../text/gradeText.ts';
import { countMethod, methods, percentileMethod } from '../text/methods.ts';
import { countOf } from '../text/numbers.ts';
import { filesText, poolSentence } from '../text/poolText.ts';
import { countedNoun, methodSentence } from '../text/scopeSentence.ts';
import type { Column, FigureRow } from './figure.ts';

const measureLabel: Readonly<Record<Measure, string>> = { median: 'Median', mean: 'Mean' };

/** What is said of a place and payer, with the rank rule of the figure. */
export function boardColumns(
  { scope }: Pick<Board, 'scope'>,
  measure: Measure,
  rankDefinition: string,
): readonly Column[] {
  return [
    { id: 'n', label: 'n', kind: 'count', definition: countMethod(scope.basis) },
    {
      id: 'value',
      label: measureLabel[measure],
      kind: 'money',
      definition: measure === 'mean' ? methods.mean : percentileMethod(measure, scope.definition),
    },
    { id: 'difference', label: 'vs national, $', kind: 'signed-money', definition: methods.deviation },
    { id: 'ratio', label: 'vs national, %', kind: 'signed-ratio', definition: methods.deviation },
    {
      id: 'rank',
      label: 'Rank',
      kind: 'count',
      definition: `${rankDefinition} Ranked with ${minimumVotes} or more ${countedNoun(scope)}s.`,
    },
    {
      id: 'percent-of-medicare',
      label: '% of Medicare',
      kind: 'ratio',
      definition: methods.percentOfMedicare,
    },
    { id: 'grade', label: 'Grade', kind: 'text', definition: methods.grade },
  ];
}

/** The cells of those columns: the place page's own, and the rank. */
export function boardRowCells(row: BoardRow, measure: Measure, rank: Cell): FigureRow['cells'] {
  const { value, difference, ratio, percentOfMedicare } = boardCells(row, measure);
  const gap = row.here?.median ?? row.gap;
  const hasVotes = row.here !== undefined && row.n > 0;
  return {
    n: hasVotes ? present(row.n) : gap,
    value,
    difference,
    ratio,
    rank,
    'percent-of-medicare': percentOfMedicare,
    grade: hasVotes ? present(gradeText(row.here.grade).word) : gap,
  };
}

/** How the figures are made: what is exported has no headings to be asked what they mean. */
export function boardMethod({ scope }: Pick<Board, 'scope'>): string {
  return `${methodSentence(scope)} % of Medicare: ${methods.percentOfMedicare}`;
}

/** "47 published files, 2020–2026; CMS physician fee schedule of each vote's year; release …". */
export function boardSources({ scope, nation: { files } }: Board, origin: string): string {
  return `${filesText(files)}; CMS physician fee schedule of each ${countedNoun(scope)}’s year; ${origin}.`;
}

/** What must be known before a place is laid beside the nation. */
export function poolNote({ nation }: Board): string {
  const { places, providers } = nation;
  return `${poolSentence(nation)}; here it counts ${countOf(providers, 'provider')} in ${countOf(places.length, 'state')}. Each place is part of the figure it is compared with.`;
}
