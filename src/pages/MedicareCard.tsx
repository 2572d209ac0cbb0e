import { useMemo } from 'react';
import type { FeeSchedule } from '../domain/feeSchedule.ts';
import type { PlaceCode } from '../domain/place.ts';
import { medicareTableWorking } from '../figures/medicareBenchmarkWorking.ts';
import { medicareFigure } from '../figures/medicareFigure.ts';
import { ExplainedCard } from './ExplainedCard.tsx';

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
  return (
    <ExplainedCard
      figure={figure}
      explain={(row, column) => () =>
        medicareTableWorking({ schedule, code, place, year, origin, address }, row.id, column.id)
      }
    />
  );
}
