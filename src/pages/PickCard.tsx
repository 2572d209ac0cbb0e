import { useId, useMemo, useState } from 'react';
import { valueOf } from '../domain/cell.ts';
import { byGap, largestGaps } from '../domain/largestGaps.ts';
import { bringFigure } from '../figures/bringFigure.ts';
import { contractImpactWorking } from '../figures/contractSumWorking.ts';
import { contractLineWorking, isContractFigure } from '../figures/contractWorking.ts';
import { formatCount } from '../text/numbers.ts';
import { FigureCard } from '../ui/FigureCard.tsx';
import { useHref } from '../ui/links.tsx';
import { SelfSortedTable } from '../ui/SelfSortedTable.tsx';
import styles from './Compare.module.css';
import type { Desk } from './desk.ts';
import { usePicks } from './picks.ts';
import { explainedCell, useExplained } from './useExplained.tsx';

/** How many lines one press picks. */
const atOnce = 10;
const mostShown = 25;

/** Every line with a box to pick it for the brief, most dollars at stake first. */
export function PickCard({ desk }: { readonly desk: Desk }) {
  const { contract, positions, facts, workingFacts } = desk;
  const [picks, setPicks] = usePicks(contract);
  const [isWhole, setIsWhole] = useState(false);
  const statusId = useId();
  const href = useHref();
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

  function toggle(id: string): void {
    const next = new Set(picks);
    if (!next.delete(id)) next.add(id);
    setPicks(next);
  }

  return (
    <>
      <FigureCard
        figure={figure}
        headingLevel={2}
        chart={null}
        table={
          <>
            <div className={styles['picks']}>
              <p id={statusId} role="status">
                {formatCount(picks.size)} of {formatCount(positions.length)} picked for the brief.
              </p>
              <button type="button" onClick={() => setPicks(largestGaps(positions, atOnce))}>
                Pick the {atOnce} largest gaps
              </button>
              <button type="button" disabled={picks.size === 0} onClick={() => setPicks(new Set())}>
                Pick none
              </button>
              <a href={href({ page: 'own', view: 'brief' })}>Open the brief</a>
            </div>
            <SelfSortedTable
              figure={isFolded ? { ...figure, rows: figure.rows.slice(0, mostShown) } : figure}
              captionHidden
              renderCell={cell}
              renderLabel={(row) => (
                <label className={styles['pick']}>
                  <input type="checkbox" checked={picks.has(row.id)} onChange={() => toggle(row.id)} />
                  {row.label}
                </label>
              )}
            />
            {isFolded ? (
              <button type="button" onClick={() => setIsWhole(true)}>
                Show the other {formatCount(rest)} lines
              </button>
            ) : null}
          </>
        }
        whole={() => figure}
      />
      {panel}
    </>
  );
}
