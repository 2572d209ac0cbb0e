import type { Benchmark } from '../domain/benchmark.ts';
import type { Cell } from '../domain/cell.ts';
import type { MedicareBenchmark } from '../domain/medicareBenchmark.ts';
import { countOf, formatCell } from '../text/numbers.ts';
import { StatTile } from '../ui/StatTile.tsx';
import { StatTiles } from '../ui/StatTiles.tsx';

/** The four figures a reader came for, each with its n. The same cells as the table. */
export function HeadlineTiles({
  benchmark,
  medicare,
}: {
  readonly benchmark: Benchmark;
  readonly medicare: MedicareBenchmark;
}) {
  const buca = benchmark.rows.find((row) => row.id === 'buca');
  if (!buca) return null;
  const noun = benchmark.scope.basis === 'providers' ? 'vote' : 'rate';
  const votes = buca.n === 0 ? '' : `${countOf(buca.n, noun)}, ${countOf(buca.providers, 'provider')}`;
  return (
    <StatTiles>
      <Tile label="BUCA median" cell={buca.median} kind="money" note={votes} />
      <Tile label="BUCA mean" cell={buca.mean} kind="money" note={votes} />
      <Tile
        label={`Medicare ${medicare.year}${medicare.localities > 1 ? ', mean' : ''}`}
        cell={medicare.mean}
        kind="money"
        note={countOf(medicare.localities, 'locality', 'localities')}
      />
      <Tile
        label="BUCA % of Medicare"
        cell={buca.percentOfMedicare}
        kind="ratio"
        note={buca.n === 0 ? '' : `${buca.comparedVotes} of ${buca.n} ${noun}s compared`}
      />
    </StatTiles>
  );
}

interface TileProps {
  readonly label: string;
  readonly cell: Cell;
  readonly kind: 'money' | 'ratio';
  readonly note: string;
}

function Tile({ label, cell, kind, note }: TileProps) {
  const isAbsent = cell.kind === 'absent';
  return (
    <StatTile label={label} value={formatCell(cell, kind)} note={isAbsent ? '' : note} absent={isAbsent} />
  );
}
