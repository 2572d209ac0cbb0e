import { useCallback } from 'react';
import type { BenchmarkPart } from '../figures/codeView.ts';
import type { Column, FigureRow } from '../figures/figure.ts';
import type { Sort } from '../share/address.ts';
import { rowIds } from '../share/rowIds.ts';
import { formatCell } from '../text/numbers.ts';
import { FigureCard } from '../ui/FigureCard.tsx';
import { NextFrame } from '../ui/NextFrame.tsx';
import { OrderedTable } from '../ui/OrderedTable.tsx';
import { PayerLabel } from '../ui/PayerLabel.tsx';
import { SeenFirst } from '../ui/SeenFirst.tsx';
import { useAlive } from '../ui/useAlive.ts';
import { RangeFigure } from './RangeFigure.tsx';
import { measureOfColumn, RecomputeCell } from './RecomputeCell.tsx';
import type { CodeAsk } from './useCodeWork.tsx';

interface BenchmarkViewProps {
  readonly part: BenchmarkPart;
  readonly sort: Sort | null;
  readonly onSort: (sort: Sort | null) => void;
  /** Whether this is the nation's benchmark on the page of a place. */
  readonly ofNation: boolean;
  /** Opens the working of a figure of the table. */
  readonly onWork: (ask: CodeAsk) => void;
}

/** A benchmark as chart and table. With no vote at all there is no chart: eight empty rows would say nothing. */
export function BenchmarkView({ part, sort, onSort, ofNation, onWork }: BenchmarkViewProps) {
  const { figure, isEmpty } = part;
  // Before the script a button could not answer: the page's file has the plain figures.
  const isAlive = useAlive();

  const cell = useCallback(
    ({ id, label, cells }: FigureRow, column: Column) => {
      const measure = measureOfColumn(column.id);
      const value = cells[column.id];
      const row = rowIds.find((each) => each === id);
      if (measure === undefined || value?.kind !== 'value') return undefined;
      // Medicare's share of itself is 100% by definition.
      if (!row && measure === 'percent-of-medicare') return undefined;
      return (
        <RecomputeCell
          text={formatCell(value, column.kind)}
          name={`${column.label} of ${label}`}
          onOpen={() =>
            onWork(
              row
                ? { kind: 'row', work: { row, measure, ofNation } }
                : { kind: 'medicare', ofNation, columnId: column.id },
            )
          }
        />
      );
    },
    [ofNation, onWork],
  );

  return (
    <FigureCard
      figure={figure}
      sort={sort}
      headingLevel={2}
      chart={
        isEmpty ? null : (
          <NextFrame>
            <PartChart part={part} />
          </NextFrame>
        )
      }
      table={
        <SeenFirst>
          <OrderedTable
            figure={figure}
            sort={sort}
            onSort={onSort}
            captionHidden
            renderLabel={payerLabel}
            renderCell={isAlive ? cell : undefined}
          />
        </SeenFirst>
      }
    />
  );
}

function payerLabel(row: FigureRow) {
  return (
    <PayerLabel colour={row.id === 'medicare-fee-schedule' ? 'medicare' : row.id}>{row.label}</PayerLabel>
  );
}

/** Its model is made no sooner than it is drawn. */
function PartChart({ part }: Pick<BenchmarkViewProps, 'part'>) {
  return <RangeFigure model={part.range} />;
}
