import { useMemo } from 'react';
import type { PriceVolumeYears } from '../domain/priceVolume.ts';
import { priceVolumeFigure } from '../figures/priceVolumeFigure.ts';
import { priceVolumeWorking } from '../figures/priceVolumeWorking.ts';
import { FigureCard } from '../ui/FigureCard.tsx';
import { SelfSortedTable } from '../ui/SelfSortedTable.tsx';
import { explainedCell, useExplained } from './useExplained.tsx';

interface ContractChangeCardProps {
  readonly change: PriceVolumeYears;
  readonly origin: string;
}

/** Why revenue changed between two years of the file. It needs no market, so it is here before a state is chosen. */
export function ContractChangeCard({ change, origin }: ContractChangeCardProps) {
  const figure = useMemo(() => priceVolumeFigure(change, origin), [change, origin]);
  const { open, panel } = useExplained();
  const cell = explainedCell(open, (row, column) => {
    const part = [change.total, ...change.payers].find(({ label }) => label === row.id);
    const explain = () => part && priceVolumeWorking(change, part, column.id, origin);
    return explain() ? explain : undefined;
  });
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
