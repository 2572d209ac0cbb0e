import type { RecomputeMeasure } from '../domain/recomputeMeasure.ts';
import type { BenchmarkPart } from '../figures/codeView.ts';
import type { Column, FigureRow } from '../figures/figure.ts';
import type { Sort } from '../share/address.ts';
import { formatCell } from '../text/numbers.ts';
import { DataTable } from '../ui/DataTable.tsx';
import { FigureCard } from '../ui/FigureCard.tsx';
import { PayerLabel } from '../ui/PayerLabel.tsx';
import { RangeFigure } from './RangeFigure.tsx';
import { measureOfColumn, RecomputeCell } from './RecomputeCell.tsx';

interface BenchmarkViewProps {
  readonly part: BenchmarkPart;
  readonly sort: Sort | null;
  readonly onSort: (sort: Sort | null) => void;
  /** Opens the working of a figure of the table. */
  readonly onWork: (rowId: string, measure: RecomputeMeasure) => void;
}

/** A benchmark as chart and table. With no vote at all there is no chart: eight empty rows would say nothing. */
export function BenchmarkView({ part, sort, onSort, onWork }: BenchmarkViewProps) {
  const { figure, range, isEmpty } = part;

  function cell({ id, cells }: FigureRow, column: Column) {
    const measure = measureOfColumn(column.id);
    const mark = range.marks.find((each) => each.id === id);
    const value = cells[column.id];
    // Medicare's row has no mark: its working is the fee schedule's, further down.
    if (measure === undefined || !mark || value?.kind !== 'value') return undefined;
    return (
      <RecomputeCell
        text={formatCell(value, column.kind)}
        name={`${column.label} of ${mark.label}`}
        onOpen={() => onWork(mark.id, measure)}
      />
    );
  }

  return (
    <FigureCard
      figure={figure}
      headingLevel={2}
      chart={isEmpty ? null : <RangeFigure model={range} />}
      table={
        <DataTable
          figure={figure}
          sort={sort}
          onSort={onSort}
          captionHidden
          renderLabel={payerLabel}
          renderCell={cell}
        />
      }
    />
  );
}

function payerLabel(row: FigureRow) {
  return (
    <PayerLabel colour={row.id === 'medicare-fee-schedule' ? 'medicare' : row.id}>{row.label}</PayerLabel>
  );
}
