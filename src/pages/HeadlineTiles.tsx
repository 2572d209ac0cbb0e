import { type Benchmark, type BenchmarkRow, leadingRow } from '../domain/benchmark.ts';
import type { Cell } from '../domain/cell.ts';
import type { MedicareBenchmark } from '../domain/medicareBenchmark.ts';
import type { RecomputeMeasure } from '../domain/recomputeMeasure.ts';
import { countOf, formatCell } from '../text/numbers.ts';
import { StatTile } from '../ui/StatTile.tsx';
import { StatTiles } from '../ui/StatTiles.tsx';
import { RecomputeCell } from './RecomputeCell.tsx';

/** The four figures a reader came for, each with its n. The same cells as the table. */
export function HeadlineTiles({
  benchmark,
  medicare,
  onOpen,
}: {
  readonly benchmark: Benchmark;
  readonly medicare: MedicareBenchmark;
  /** Opens the working of a figure of the leading row. */
  readonly onOpen: (row: BenchmarkRow, measure: RecomputeMeasure) => void;
}) {
  const row = leadingRow(benchmark);
  if (!row) return null;
  const noun = benchmark.scope.basis === 'providers' ? 'vote' : 'rate';
  const votes = row.n === 0 ? '' : `${countOf(row.n, noun)}, ${countOf(row.providers, 'provider')}`;
  return (
    <StatTiles>
      <Tile
        label={`${row.name} median`}
        cell={row.median}
        kind="money"
        note={votes}
        onOpen={() => onOpen(row, 'median')}
      />
      <Tile
        label={`${row.name} mean`}
        cell={row.mean}
        kind="money"
        note={votes}
        onOpen={() => onOpen(row, 'mean')}
      />
      <Tile
        label={`Medicare ${medicare.year}${medicare.localities > 1 ? ', mean' : ''}`}
        cell={medicare.mean}
        kind="money"
        note={countOf(medicare.localities, 'locality', 'localities')}
      />
      <Tile
        label={`${row.name} % of Medicare`}
        onOpen={() => onOpen(row, 'percent-of-medicare')}
        cell={row.percentOfMedicare}
        kind="ratio"
        note={row.n === 0 ? '' : `${row.comparedVotes} of ${row.n} ${noun}s compared`}
      />
    </StatTiles>
  );
}

interface TileProps {
  readonly label: string;
  readonly cell: Cell;
  readonly kind: 'money' | 'ratio';
  readonly note: string;
  readonly onOpen?: () => void;
}

function Tile({ label, cell, kind, note, onOpen }: TileProps) {
  const isAbsent = cell.kind === 'absent';
  const text = formatCell(cell, kind);
  const value = isAbsent || !onOpen ? text : <RecomputeCell text={text} name={label} onOpen={onOpen} />;
  return <StatTile label={label} value={value} note={isAbsent ? '' : note} absent={isAbsent} />;
}
