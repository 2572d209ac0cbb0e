import { useMemo } from 'react';
import type { PlaceCode } from '../domain/place.ts';
import type { ChargeSummary } from '../domain/release.ts';
import { chargesFigure } from '../figures/chargesFigure.ts';
import { chargesWorking } from '../figures/chargesWorking.ts';
import { FigureCard } from '../ui/FigureCard.tsx';
import { SelfSortedTable } from '../ui/SelfSortedTable.tsx';
import { explainedCell, useExplained } from './useExplained.tsx';

interface ChargesCardProps {
  readonly code: string;
  readonly place: PlaceCode | null;
  readonly charges: readonly ChargeSummary[];
  readonly origin: string;
  readonly address: string;
}

/** What hospitals charge, each figure with where it comes from. */
export function ChargesCard({ code, place, charges, origin, address }: ChargesCardProps) {
  const figure = useMemo(() => chargesFigure(code, place, charges, origin), [code, place, charges, origin]);
  const { open, panel } = useExplained();
  const cell = explainedCell(open, (row, column) =>
    column.kind === 'money'
      ? () => chargesWorking(code, place, charges, row.id, column.id, { origin, address })
      : undefined,
  );
  return (
    <>
      <FigureCard
        figure={figure}
        headingLevel={2}
        chart={null}
        table={<SelfSortedTable figure={figure} captionHidden renderCell={cell} />}
      />
      {panel}
    </>
  );
}
