import { type KeyboardEvent, useId, useMemo, useState } from 'react';
import type { TrendLinesModel } from '../figures/medicareTrendLines.ts';
import { TrendDrawing } from './TrendDrawing.tsx';
import { TrendLegend } from './TrendLegend.tsx';
import styles from './TrendLines.module.css';

export const trendHeight = 260;

export interface TrendLinesProps {
  readonly model: TrendLinesModel;
  /** Pixels; `MeasuredChart` measures it. */
  readonly width: number;
  readonly height?: number;
}

/**
 * Amounts over time as steps, because an amount holds until the next one: a line between two points would show
 * amounts nobody was ever paid. Hover, touch and arrow keys go through the periods; Escape puts the details away.
 */
export function TrendLines({ model, width, height = trendHeight }: TrendLinesProps) {
  const descriptionId = useId();
  const [activeId, setActiveId] = useState<string | null>(null);
  const [dismissed, setDismissed] = useState(false);
  const stepByStart = useMemo(() => new Map(model.steps.map((step) => [String(step.start), step])), [model]);
  const announced = activeId === null || dismissed ? undefined : stepByStart.get(activeId);

  return (
    <div
      className={styles['chart']}
      // Tab leads on: the period that was put away is not said again on the way out.
      onKeyDownCapture={({ key }: KeyboardEvent) =>
        key !== 'Tab' && key !== 'Shift' && setDismissed(key === 'Escape')
      }
      onPointerMove={() => setDismissed(false)}
    >
      <TrendLegend model={model} />
      <p id={descriptionId} hidden>
        {model.summary} Arrow keys step through the periods.
      </p>
      <p role="status" className="visually-hidden">
        {announced?.detail}
      </p>
      <TrendDrawing
        {...{ model, width, height, descriptionId, stepByStart, dismissed }}
        onActive={setActiveId}
      />
      {(model.domain[0] ?? 0) > 0 && <p className={styles['axis']}>The amount axis does not start at $0.</p>}
    </div>
  );
}
