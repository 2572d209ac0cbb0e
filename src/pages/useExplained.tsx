import { type ReactNode, Suspense, useCallback, useEffect, useState } from 'react';
import type { Column, FigureRow } from '../figures/figure.ts';
import type { Explained } from '../figures/working.ts';
import { formatCell } from '../text/numbers.ts';
import { latePart } from '../ui/latePart.ts';
import { RecomputeCell } from './RecomputeCell.tsx';

const RecomputePanel = latePart(() => import('./RecomputePanel.tsx').then((module) => module.RecomputePanel));

/** Makes the working of a figure when it is asked for; undefined where there is none. */
export type Explain = () => Explained | undefined;

/**
 * Opens the working of any figure; `panel` goes anywhere on the page.
 *
 * @param onClosed the reader has put it away.
 */
export function useExplained(onClosed?: () => void): {
  readonly open: (explain: Explain) => void;
  readonly panel: ReactNode;
} {
  const [model, setModel] = useState<Explained | null>(null);
  const open = useCallback((explain: Explain) => setModel(explain() ?? null), []);
  useEffect(() => {
    // Back or forth leads to another view, which this is not the working of.
    const close = () => setModel(null);
    addEventListener('popstate', close);
    return () => removeEventListener('popstate', close);
  }, []);
  const panel = model ? (
    <Suspense fallback={null}>
      <RecomputePanel
        model={model}
        onClose={() => {
          setModel(null);
          onClosed?.();
        }}
      />
    </Suspense>
  ) : null;
  return { open, panel };
}

/**
 * For a table's `renderCell`: every figure that has a working opens it. Absences and columns without one stay as they
 * are.
 *
 * @param open opens a working by what it is asked with
 * @param askOf undefined for a column whose cells have no working
 * @param rowName where several rows have the same label
 */
export function explainedCell<Ask = Explain>(
  open: (ask: Ask) => void,
  askOf: (row: FigureRow, column: Column) => Ask | undefined,
  rowName: (row: FigureRow) => string = ({ label }) => label,
): (row: FigureRow, column: Column) => ReactNode | undefined {
  return (row, column) => {
    const cell = row.cells[column.id];
    if (cell?.kind !== 'value') return undefined;
    const ask = askOf(row, column);
    if (!ask) return undefined;
    return (
      <RecomputeCell
        text={formatCell(cell, column.kind)}
        name={`${column.label}, ${rowName(row)}`}
        onOpen={() => open(ask)}
      />
    );
  };
}
