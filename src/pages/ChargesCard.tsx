import { useMemo } from 'react';
import type { PlaceCode } from '../domain/place.ts';
import type { ChargeSummary } from '../domain/release.ts';
import { chargesFigure } from '../figures/chargesFigure.ts';
import { chargesWorking } from '../figures/chargesWorking.ts';
import { ExplainedCard } from './ExplainedCard.tsx';

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
  return (
    <ExplainedCard
      figure={figure}
      explain={(row, column) =>
        column.kind === 'money'
          ? () => chargesWorking(code, place, charges, row.id, column.id, { origin, address })
          : undefined
      }
    />
  );
}
