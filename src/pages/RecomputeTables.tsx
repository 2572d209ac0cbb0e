import { useMemo } from 'react';
import { workingFigures } from '../export/workingFigures.ts';
import type { Column, FigureRow } from '../figures/figure.ts';
import type { RecomputeModel } from '../figures/recompute.ts';
import { recomputeVotesFigure } from '../figures/recomputeVotesFigure.ts';
import { type Explained, isWorking, type Working } from '../figures/working.ts';
import { formatCell } from '../text/numbers.ts';
import { SelfSortedTable } from '../ui/SelfSortedTable.tsx';
import { RecomputeCell } from './RecomputeCell.tsx';
import styles from './RecomputePanel.module.css';
import { providerLabel, voteCell } from './VoteCells.tsx';

interface RecomputeTablesProps {
  readonly explained: Explained;
  /** Opens the working of a number in this one. */
  readonly onFollow: (next: Explained) => void;
}

/** What a figure is made of: its votes, or its numbers, the steps between them, and what they were summed over. */
export function RecomputeTables({ explained, onFollow }: RecomputeTablesProps) {
  return isWorking(explained) ? (
    <WorkingTables working={explained} onFollow={onFollow} />
  ) : (
    <VotesTable model={explained} />
  );
}

function VotesTable({ model }: { readonly model: RecomputeModel }) {
  const figure = useMemo(() => recomputeVotesFigure(model), [model]);
  return <SelfSortedTable figure={figure} renderLabel={providerLabel} renderCell={voteCell} />;
}

function WorkingTables({
  working,
  onFollow,
}: {
  readonly working: Working;
  readonly onFollow: (next: Explained) => void;
}) {
  const { operands, steps, rows } = useMemo(() => workingFigures(working), [working]);

  function operandCell(row: FigureRow, column: Column) {
    const from = working.operands.find(({ id }) => id === row.id)?.from;
    const cell = row.cells[column.id];
    if (column.id !== 'value' || !from || !cell) return wordsCell(row, column);
    const follow = () => onFollow(from());
    return <RecomputeCell text={formatCell(cell, column.kind)} name={row.label} onOpen={follow} />;
  }

  return (
    <>
      {operands ? (
        <SelfSortedTable figure={operands} renderLabel={providerLabel} renderCell={operandCell} />
      ) : null}
      {steps ? <SelfSortedTable figure={steps} renderLabel={providerLabel} renderCell={wordsCell} /> : null}
      {rows ? <SelfSortedTable figure={rows} renderLabel={providerLabel} renderCell={voteCell} /> : null}
    </>
  );
}

/** Where a number is from, and a calculation, take the room that the numbers leave. */
function wordsCell(row: FigureRow, column: Column) {
  const cell = row.cells[column.id];
  if (cell?.kind !== 'value' || (column.id !== 'from' && column.id !== 'calculation')) return undefined;
  return <span className={styles['source']}>{cell.value}</span>;
}
