import { useMemo, useState } from 'react';
import { MeasuredChart } from '../charts/MeasuredChart.tsx';
import { TornadoChart } from '../charts/TornadoChart.tsx';
import { tornadoHeight } from '../charts/tornadoGeometry.ts';
import type { Impact } from '../domain/contractImpact.ts';
import { impactSwing } from '../domain/impactSwing.ts';
import type { ContractFigureFacts } from '../figures/contractFigures.ts';
import { swingWorking } from '../figures/impactWorking.ts';
import { swingFigure } from '../figures/swingFigure.ts';
import { FigureCard } from '../ui/FigureCard.tsx';
import { SelfSortedTable } from '../ui/SelfSortedTable.tsx';
import { type Explain, explainedCell } from './useExplained.tsx';

interface SwingCardProps {
  readonly impact: Impact;
  readonly nouns: readonly [string, string];
  readonly facts: ContractFigureFacts;
  readonly onExplain: (explain: Explain) => void;
}

const volumeSteps = [0.05, 0.1, 0.2, 0.3] as const;
const pointSteps = [5, 10, 15, 25] as const;

/** Which row's own volume and target the gain hangs on most. */
export function SwingCard({ impact, nouns, facts, onExplain }: SwingCardProps) {
  const [volume, setVolume] = useState(0.1);
  const [points, setPoints] = useState(10);
  const { target, origin } = facts;
  const swing = useMemo(
    () => impactSwing(impact, target, { volume, points }),
    [impact, target, volume, points],
  );
  const { figure, tornado, rows } = swingFigure(swing, nouns, facts);
  const cell = explainedCell(onExplain, (row, column) => {
    const found = rows.find(({ id }) => id === row.id);
    return found && (() => swingWorking(swing, found, column.id, origin));
  });
  return (
    <FigureCard
      figure={figure}
      headingLevel={2}
      actions={
        <>
          <label>
            Volume{' '}
            <select
              aria-label="Swing of the volume"
              value={volume}
              onChange={(event) => setVolume(Number(event.target.value))}
            >
              {volumeSteps.map((step) => (
                <option key={step} value={step}>
                  ±{step * 100}%
                </option>
              ))}
            </select>
          </label>
          <label>
            Target{' '}
            <select
              aria-label="Swing of the target"
              value={points}
              onChange={(event) => setPoints(Number(event.target.value))}
            >
              {pointSteps.map((step) => (
                <option key={step} value={step}>
                  ±{step} points
                </option>
              ))}
            </select>
          </label>
        </>
      }
      chart={
        tornado ? (
          <MeasuredChart height={tornadoHeight(tornado.rows.length)}>
            {(width) => <TornadoChart model={tornado} width={width} />}
          </MeasuredChart>
        ) : null
      }
      table={<SelfSortedTable figure={figure} captionHidden renderCell={cell} />}
    />
  );
}
