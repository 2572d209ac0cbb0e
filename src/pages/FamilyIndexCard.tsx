import { useMemo } from 'react';
import { familyIndex } from '../domain/familyIndex.ts';
import { familyIndexFigure, familyIndexWorking } from '../figures/familyIndexFigure.ts';
import { FigureCard } from '../ui/FigureCard.tsx';
import { SelfSortedTable } from '../ui/SelfSortedTable.tsx';
import styles from './Compare.module.css';
import type { ComparedCardProps } from './PublishedMatrixCard.tsx';
import { explainedCell, useExplained } from './useExplained.tsx';

/** The codes as one basket, priced by each payer in each state and by the user's own contract. */
export function FamilyIndexCard({ shown, choice, onChoice }: ComparedCardProps) {
  const { markets, codes, units, familyName, scope, origin, schedule, medicareYear, own } = shown;
  const { isCommon } = choice;
  const { open, panel } = useExplained();
  const index = useMemo(
    () => familyIndex({ codes, units, markets, schedule, medicareYear, isCommon, own }),
    [codes, units, markets, schedule, medicareYear, isCommon, own],
  );
  const sources = own ? `${origin}; ${own.origin}` : origin;
  const figure = familyIndexFigure(index, {
    family: familyName,
    codes,
    hasUnits: units !== null,
    scope,
    origin: sources,
  });
  const cell = explainedCell(open, (row, column) =>
    index.columns.includes(column.id)
      ? () => familyIndexWorking(row.label, column.id, index.cell(row.id, column.id), sources)
      : undefined,
  );
  return (
    <>
      <FigureCard
        figure={figure}
        headingLevel={2}
        actions={
          <label className={styles['tick']}>
            <input
              type="checkbox"
              checked={isCommon}
              onChange={() => onChoice({ ...choice, isCommon: !isCommon })}
            />
            Same codes everywhere
          </label>
        }
        chart={null}
        table={<SelfSortedTable figure={figure} captionHidden renderCell={cell} />}
      />
      {panel}
    </>
  );
}
