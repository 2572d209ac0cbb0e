import { useMemo, useState } from 'react';
import { valueOf } from '../domain/cell.ts';
import { byGap } from '../domain/largestGaps.ts';
import { bringFigure } from '../figures/bringFigure.ts';
import { contractImpactWorking } from '../figures/contractSumWorking.ts';
import { contractLineWorking, isContractFigure } from '../figures/contractWorking.ts';
import { countOf } from '../text/numbers.ts';
import { FigureCard } from '../ui/FigureCard.tsx';
import { SelfSortedTable } from '../ui/SelfSortedTable.tsx';
import { ShowRest } from '../ui/ShowRest.tsx';
import type { Desk } from './desk.ts';
import { explainedCell, useExplained } from './useExplained.tsx';
import { usePickColumn } from './usePickColumn.tsx';

const mostShown = 25;

/** Every line with a box to pick it for the brief, most dollars at stake first. */
export function PickCard({ desk }: { readonly desk: Desk }) {
  const { contract, positions, facts, workingFacts } = desk;
  const picking = usePickColumn(contract, positions);
  const [isWhole, setIsWhole] = useState(false);
  const { open, panel } = useExplained();
  const ordered = useMemo(() => {
    const below = byGap(positions);
    const first = new Set(below);
    return [...below, ...positions.filter((position) => !first.has(position))];
  }, [positions]);
  const figure = useMemo(() => bringFigure(ordered, facts), [ordered, facts]);
  const byId = useMemo(() => new Map(ordered.map((position) => [position.line.id, position])), [ordered]);
  const rest = figure.rows.length - mostShown;
  const isFolded = !isWhole && rest > 0;
  const cell = explainedCell(open, (row, column) => {
    const position = byId.get(row.id);
    if (!position) return undefined;
    if (column.id === 'stake') {
      const units = position.line.units ?? 0;
      const now = units * (valueOf(position.own) ?? 0);
      const gain = valueOf(row.cells['stake'] ?? position.own) as number;
      const sums = {
        id: row.id,
        label: row.label,
        positions: [position],
        units,
        now,
        atTarget: now + gain,
        gain,
      };
      return () => contractImpactWorking(sums, 'gain', facts.origin);
    }
    return isContractFigure(position, column.id, workingFacts)
      ? () => contractLineWorking(position, column.id, workingFacts)
      : undefined;
  });

  return (
    <>
      <FigureCard
        figure={figure}
        headingLevel={2}
        chart={null}
        table={
          <>
            {picking.bar}
            <SelfSortedTable
              figure={figure}
              {...(isFolded ? { most: mostShown } : {})}
              captionHidden
              renderCell={cell}
              renderLabel={picking.renderLabel}
            />
            <ShowRest hasRest={isFolded} onShow={() => setIsWhole(true)}>
              Show the other {countOf(rest, 'line')}
            </ShowRest>
          </>
        }
      />
      {panel}
    </>
  );
}
