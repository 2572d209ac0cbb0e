import { useMemo } from 'react';
import type { FeeSchedule } from '../domain/feeSchedule.ts';
import type { PlaceCode } from '../domain/place.ts';
import { medicareTableWorking } from '../figures/medicareBenchmarkWorking.ts';
import { medicareFigure } from '../figures/medicareFigure.ts';
import { FigureCard } from '../ui/FigureCard.tsx';
import { SelfSortedTable } from '../ui/SelfSortedTable.tsx';
import { explainedCell, useExplained } from './useExplained.tsx';

interface MedicareCardProps {
  readonly schedule: FeeSchedule;
  readonly code: string;
  readonly place: PlaceCode | null;
  readonly year: number;
  readonly origin: string;
  readonly address: string;
}

/** Medicare's amounts of a code in a year, each with its working. */
export function MedicareCard({ schedule, code, place, year, origin, address }: MedicareCardProps) {
  const figure = useMemo(() => medicareFigure(schedule, code, place, year), [schedule, code, place, year]);
  const { open, panel } = useExplained();
  const cell = explainedCell(
    open,
    (row, column) => () =>
      medicareTableWorking({ schedule, code, place, year, origin, address }, row.id, column.id),
  );
  return (
    <>
      <FigureCard
        figure={figure}
        headingLevel={2}
        chart={null}
        table={
          figure.rows.length > 0 ? <SelfSortedTable figure={figure} captionHidden renderCell={cell} /> : null
        }
      />
      {panel}
    </>
  );
}
