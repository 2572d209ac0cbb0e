import { useMemo } from 'react';
import { familyIndex } from '../domain/familyIndex.ts';
import { familyIndexFigure, familyIndexWorking } from '../figures/familyIndexFigure.ts';
import styles from './Compare.module.css';
import { ExplainedCard } from './ExplainedCard.tsx';
import type { ComparedCardProps } from './PublishedMatrixCard.tsx';

/** The codes as one basket, priced by each payer in each state and by the user's own contract. */
export function FamilyIndexCard({ shown, choice, onChoice }: ComparedCardProps) {
  const { markets, codes, units, familyName, scope, origin, schedule, medicareYear, own } = shown;
  const { isCommon } = choice;
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
  return (
    <ExplainedCard
      figure={figure}
      explain={(row, column) =>
        index.columns.includes(column.id)
          ? () => familyIndexWorking(row.label, column.id, index.cell(row.id, column.id), sources)
          : undefined
      }
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
    />
  );
}
