import { useMemo } from 'react';
import type { LinePosition } from '../domain/contractPosition.ts';
import { impactSensitivity, sensitivityTargets, volumeChanges } from '../domain/impactSensitivity.ts';
import type { ContractFigureFacts } from '../figures/contractFigures.ts';
import { sensitivityWorking } from '../figures/impactWorking.ts';
import { isSameTarget, sensitivityFigure, volumeColumn } from '../figures/sensitivityFigure.ts';
import { targetName } from '../text/impactText.ts';
import { FigureCard } from '../ui/FigureCard.tsx';
import { SelfSortedTable } from '../ui/SelfSortedTable.tsx';
import { type Explain, explainedCell } from './useExplained.tsx';

interface SensitivityCardProps {
  readonly positions: readonly LinePosition[];
  readonly facts: ContractFigureFacts;
  readonly onExplain: (explain: Explain) => void;
}

/** The gain by target and volume; the user's own target is among the rows wherever it lies. */
export function SensitivityCard({ positions, facts, onExplain }: SensitivityCardProps) {
  const { target, origin } = facts;
  const rows = useMemo(() => {
    const isListed = sensitivityTargets.some((each) => isSameTarget(each, target));
    return impactSensitivity(positions, isListed ? sensitivityTargets : [target, ...sensitivityTargets]);
  }, [positions, target]);
  const figure = sensitivityFigure(rows, facts);
  const cell = explainedCell(onExplain, (asked, column) => {
    const row = rows.find((each) => targetName(each.target) === asked.id);
    const change = volumeChanges.find((each) => volumeColumn(each) === column.id) ?? null;
    if (!row || column.id === 'lines') return undefined;
    return () => sensitivityWorking(row, change, origin);
  });
  return (
    <FigureCard
      figure={figure}
      headingLevel={2}
      chart={null}
      table={<SelfSortedTable figure={figure} captionHidden renderCell={cell} />}
    />
  );
}
