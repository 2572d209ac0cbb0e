import { useMemo } from 'react';
import { valueOf } from '../domain/cell.ts';
import { contractIndex } from '../domain/contractIndex.ts';
import type { LinePosition } from '../domain/contractPosition.ts';
import { groupBy } from '../domain/groupBy.ts';
import { contractGapFigure, contractPositionFigure, marketCautions } from '../figures/contractFigures.ts';
import { contractIndexFigure } from '../figures/contractIndexFigure.ts';
import { contractIndexWorking } from '../figures/contractSumWorking.ts';
import { contractLineWorking, isContractFigure } from '../figures/contractWorking.ts';
import { FigureCard } from '../ui/FigureCard.tsx';
import { SelfSortedTable } from '../ui/SelfSortedTable.tsx';
import type { Desk } from './desk.ts';
import { LinesCard } from './LinesCard.tsx';
import { explainedCell, useExplained } from './useExplained.tsx';
import { usePickColumn } from './usePickColumn.tsx';

/** Two long lists stand below each other: the second must be within reach. */
const firstLines = 30;

/** A contract beside the market and Medicare: as one number, and line by line. */
export function PositionView({ desk }: { readonly desk: Desk }) {
  const { contract, positions, families, weighted, facts, workingFacts } = desk;
  const { origin } = facts;
  const parts = useMemo(() => partsOf(positions, families, weighted), [positions, families, weighted]);
  const picking = usePickColumn(contract, positions);
  const { open, panel } = useExplained();
  const byId = new Map(positions.map((position) => [position.line.id, position]));
  const lineCell = explainedCell(open, (row, column) => {
    const position = byId.get(row.id);
    return position && isContractFigure(position, column.id, workingFacts)
      ? () => contractLineWorking(position, column.id, workingFacts)
      : undefined;
  });
  const indexCell = explainedCell(open, (row, column) => {
    const base = column.id === 'of-medicare' ? 'medicare' : column.id === 'of-median' ? 'median' : undefined;
    const part = parts.find(({ index }) => index.id === row.id);
    if (!base || !part) return undefined;
    const value = valueOf(base === 'medicare' ? part.index.ofMedicare : part.index.ofMedian);
    return value === undefined
      ? undefined
      : () => contractIndexWorking(row.label, part.positions, base, weighted, value, origin);
  });
  const index = contractIndexFigure(
    parts.map((part) => part.index),
    weighted,
    { ...facts, cautions: marketCautions(positions) },
  );
  return (
    <>
      <FigureCard
        figure={index}
        headingLevel={2}
        chart={null}
        table={<SelfSortedTable figure={index} captionHidden renderCell={indexCell} />}
      />
      <LinesCard
        figure={contractPositionFigure(positions, facts)}
        renderCell={lineCell}
        renderLabel={picking.renderLabel}
        above={picking.bar}
        most={firstLines}
      />
      <LinesCard figure={contractGapFigure(positions, facts)} renderCell={lineCell} most={firstLines} />
      {panel}
    </>
  );
}

/** The whole, each payer, and each family of codes. */
function partsOf(
  positions: readonly LinePosition[],
  families: ReadonlyMap<string, string>,
  weighted: boolean,
) {
  const part = (id: string, label: string, of: readonly LinePosition[]) => ({
    index: contractIndex(id, label, of, weighted),
    positions: of,
  });
  const byPayer = groupBy(positions, ({ line }) => line.payer);
  const byFamily = groupBy(positions, ({ line }) => families.get(line.code) ?? 'Other codes');
  return [
    part('total', 'All lines', positions),
    ...[...byPayer].map(([payer, of]) => part(`payer ${payer}`, payer, of)),
    ...[...byFamily].map(([family, of]) => part(`family ${family}`, family, of)),
  ];
}
