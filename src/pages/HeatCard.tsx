import { type ReactNode, useState } from 'react';
import { HeatTable } from '../charts/HeatTable.tsx';
import { type CompareMeasure, compareMeasures } from '../domain/heatClass.ts';
import type { HeatModel } from '../figures/heatFigure.ts';
import { measureNames } from '../text/compareText.ts';
import { formatCount } from '../text/numbers.ts';
import { FigureCard } from '../ui/FigureCard.tsx';
import { useFocusAfter } from '../ui/useFocusAfter.ts';
import type { explainedCell } from './useExplained.tsx';

/** More cells answer too slowly and cannot be taken in; the export holds them all. */
const most = { rows: 60, columns: 8 };

interface HeatCardProps {
  readonly model: HeatModel;
  readonly onMeasure: (measure: CompareMeasure) => void;
  readonly renderValue: ReturnType<typeof explainedCell>;
  /** Choices beside the measure. */
  readonly actions?: ReactNode;
}

/** A matrix of payers and codes with its measure to choose. */
export function HeatCard({ model, onMeasure, renderValue, actions }: HeatCardProps) {
  const [isWhole, setIsWhole] = useState(false);
  const focusAfter = useFocusAfter();
  const rows = model.figure.rows.length - most.rows;
  const columns = model.columns.length - most.columns;
  const isFolded = !isWhole && (rows > 0 || columns > 0);
  return (
    <FigureCard
      figure={model.figure}
      headingLevel={2}
      actions={
        <>
          {actions}
          <label>
            Show{' '}
            <select
              aria-label={`Measure of ${model.figure.title}`}
              value={model.measure}
              onChange={({ target }) =>
                onMeasure(compareMeasures.find((each) => each === target.value) ?? model.measure)
              }
            >
              {compareMeasures.map((each) => (
                <option key={each} value={each}>
                  {measureNames[each]}
                </option>
              ))}
            </select>
          </label>
        </>
      }
      chart={null}
      table={
        <>
          <HeatTable
            model={model}
            renderValue={renderValue}
            most={isFolded ? most : { rows: Number.POSITIVE_INFINITY, columns: Number.POSITIVE_INFINITY }}
          />
          {isFolded ? (
            <button
              type="button"
              onClick={({ currentTarget }) => {
                const table = currentTarget.closest('section')?.querySelector('table');
                const heads = (from: string) => table?.querySelectorAll(`${from} th`);
                // The first that is newly shown; above the payers' names stands that of the codes.
                focusAfter(currentTarget, () => [
                  heads('tbody')?.[most.rows],
                  heads('thead')?.[most.columns + 1],
                ]);
                setIsWhole(true);
              }}
            >
              Show also{' '}
              {[part(rows, 'code'), part(columns, 'payer')].filter((words) => words !== '').join(' and ')}
            </button>
          ) : null}
        </>
      }
    />
  );
}

function part(count: number, noun: string): string {
  return count > 0 ? `${formatCount(count)} more ${noun}${count === 1 ? '' : 's'}` : '';
}
