import { useMemo } from 'react';
import { workingCsv, workingExpression, workingValueText } from '../export/workingCsv.ts';
import { workingFigures } from '../export/workingFigures.ts';
import type { Column, FigureRow } from '../figures/figure.ts';
import type { Explained, Working } from '../figures/working.ts';
import { formatCell } from '../text/numbers.ts';
import { SelfSortedTable } from '../ui/SelfSortedTable.tsx';
import { RecomputeCell } from './RecomputeCell.tsx';
import { RecomputeDialog } from './RecomputeDialog.tsx';

import { providerLabel } from './VoteCells.tsx';

interface WorkingViewProps {
  readonly working: Working;
  readonly onClose: () => void;
  readonly back: { readonly title: string; readonly onBack: () => void } | null;
  readonly onDownload: (text: string) => void;
  /** Opens the working of a number in this one. */
  readonly onFollow: (next: Explained) => void;
}

/** The working of a figure of arithmetic, or where a published one comes from. */
export function WorkingView({ working, onClose, back, onDownload, onFollow }: WorkingViewProps) {
  const figures = useMemo(() => workingFigures(working), [working]);
  const { symbols, words, definition, excelFunction, template, facts, leftOut, origin, operands } = working;
  const isComputed = template !== '';

  function operandCell(row: FigureRow, column: Column) {
    const from = operands.find(({ id }) => id === row.id)?.from;
    const cell = row.cells[column.id];
    if (column.id !== 'value' || !from || !cell) return undefined;
    return (
      <RecomputeCell text={formatCell(cell, column.kind)} name={row.label} onOpen={() => onFollow(from())} />
    );
  }

  return (
    <RecomputeDialog
      verb={isComputed ? 'Recompute this' : 'Where this comes from'}
      title={working.title}
      valueText={workingValueText(working)}
      onClose={onClose}
      back={back}
      onDownload={() => onDownload(workingCsv(working))}
      facts={[
        { term: 'In words', text: words },
        ...(symbols === '' ? [] : [{ term: 'Formula', text: symbols }]),
        { term: 'Definition', text: definition },
        {
          term: 'In Excel',
          text: isComputed ? (
            <>
              {excelFunction}: <code>={workingExpression(working)}</code>, live in the CSV below
            </>
          ) : (
            'Nothing to compute: shown as published.'
          ),
        },
        ...facts,
        { term: 'Not counted', text: leftOut.length === 0 ? 'Nothing.' : `${leftOut.join('; ')}.` },
        { term: 'Data', text: origin },
      ]}
    >
      {figures.operands ? (
        <SelfSortedTable figure={figures.operands} renderLabel={providerLabel} renderCell={operandCell} />
      ) : null}
      {figures.steps ? <SelfSortedTable figure={figures.steps} /> : null}
      {figures.rows ? <SelfSortedTable figure={figures.rows} renderLabel={providerLabel} /> : null}
    </RecomputeDialog>
  );
}
