import { useMemo } from 'react';
import type { CoverageRow } from '../data/readCoverage.ts';
import { TableCard } from '../ui/TableCard.tsx';
import { type CoverageDimension, coverageByFigure } from './coverageFigures.ts';

interface CoverageByCardProps {
  readonly rows: readonly CoverageRow[];
  readonly dimension: CoverageDimension;
  readonly origin: string;
}

/** How many rates the release has by state, payer, line or year, all codes together. */
export function CoverageByCard({ rows, dimension, origin }: CoverageByCardProps) {
  const figure = useMemo(() => coverageByFigure(rows, dimension, origin), [rows, dimension, origin]);
  return <TableCard figure={figure} />;
}
