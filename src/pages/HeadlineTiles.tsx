import { memo } from 'react';
import type { HeadlineTile } from '../figures/codeView.ts';
import { formatCell } from '../text/numbers.ts';
import { StatTile } from '../ui/StatTile.tsx';
import { StatTiles } from '../ui/StatTiles.tsx';
import { useAlive } from '../ui/useAlive.ts';
import { RecomputeCell } from './RecomputeCell.tsx';
import type { CodeAsk } from './useCodeWork.tsx';

/** The four figures a reader came for, each with its n. */
export const HeadlineTiles = memo(function HeadlineTiles({
  tiles,
  isLive,
  onWork,
}: {
  readonly tiles: readonly HeadlineTile[];
  /** Whether what changes is an answer to the reader: not before the rates are here, while the page only comes to life. */
  readonly isLive: boolean;
  /** Opens the working of a figure. */
  readonly onWork: (ask: CodeAsk) => void;
}) {
  const isAlive = useAlive();
  if (tiles.length === 0) return null;
  return (
    <StatTiles isLive={isLive}>
      {tiles.map(({ label, cell, kind, note, work }) => {
        const isAbsent = cell.kind === 'absent';
        const text = formatCell(cell, kind);
        const value = isAbsent ? (
          text
        ) : !isAlive ? (
          text
        ) : (
          <RecomputeCell text={text} name={label} onOpen={() => onWork(asked(work))} />
        );
        return (
          <StatTile key={label} label={label} value={value} note={isAbsent ? '' : note} absent={isAbsent} />
        );
      })}
    </StatTiles>
  );
});

function asked(work: HeadlineTile['work']): CodeAsk {
  return work === 'medicare'
    ? { kind: 'medicare', ofNation: false, columnId: 'mean' }
    : { kind: 'row', work: { ...work, ofNation: false } };
}
