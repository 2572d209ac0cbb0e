import { type CSSProperties, type ReactNode, useId, useMemo } from 'react';
import type { DistributionModel } from '../figures/distribution.ts';
import tipStyles from './ChartTip.module.css';
import styles from './DistributionChart.module.css';
import { DistributionDrawing } from './DistributionDrawing.tsx';
import { DistributionLegend } from './DistributionLegend.tsx';
import { type DistributionMark, distributionGeometry } from './distributionGeometry.ts';
import rangeStyles from './RangeChart.module.css';
import { useActiveMark } from './useActiveMark.ts';

export interface DistributionChartProps {
  readonly model: DistributionModel;
  /** The whiskers by name, for the key: `P10 to P90`. */
  readonly whiskers: string;
  /** Pixels; `MeasuredChart` measures it. */
  readonly width: number;
  /** The bar whose votes are listed, and how to pick one; without `onPick` bars only say what they count. */
  readonly picked?: string | null;
  readonly onPick?: (bin: string) => void;
}

/**
 * Box and whiskers above the votes: dots when they are few, bars when they are many. Pointer, touch and arrow keys step
 * through the marks; Home and End go to the ends, Escape puts the details away. A click, Enter or the space bar picks a
 * bar.
 */
export function DistributionChart({ model, whiskers, width, picked = null, onPick }: DistributionChartProps) {
  const geometry = useMemo(() => distributionGeometry(model, width), [model, width]);
  const details = useMemo(
    () => new Map((model.kind === 'dots' ? model.points : model.bins).map((each) => [each.id, each])),
    [model],
  );
  const descriptionId = useId();
  const kind = model.kind === 'histogram' ? 'histogram' : 'dots';
  const canPick = onPick !== undefined && kind === 'histogram';

  function pick(index: number) {
    const bin = model.bins[index];
    if (bin && bin.count > 0) onPick?.(bin.id);
  }

  const { active, listeners } = useActiveMark(geometry.marks, canPick ? pick : null);
  const detail = active && details.get(active.id)?.detail;

  return (
    <div className={rangeStyles['chart']}>
      <DistributionLegend model={model} whiskers={whiskers} hasMedicare={geometry.medicare !== null} />
      <p id={descriptionId} hidden>
        {model.summary} Arrow keys step through the {kind === 'dots' ? 'votes' : 'bins'}.
        {canPick ? ' Enter lists the votes of a bin under the chart.' : ''}
      </p>
      <p role="status" className="visually-hidden">
        {detail}
      </p>
      <div
        className={styles['frame']}
        role="application"
        aria-label={model.title}
        aria-describedby={descriptionId}
        tabIndex={0}
        data-pickable={canPick}
        {...listeners}
      >
        <DistributionDrawing {...{ model, geometry, kind, active, picked }} />
        {active && detail ? (
          <DistributionTip mark={active} width={width}>
            {detail}
            {canPick ? <span>Click or press Enter to list them.</span> : null}
          </DistributionTip>
        ) : null}
      </div>
      {model.beyond.map((words) => (
        <p key={words} className={rangeStyles['beyond']}>
          {words}
        </p>
      ))}
    </div>
  );
}

interface DistributionTipProps {
  readonly mark: DistributionMark;
  /** Of the chart, in pixels. */
  readonly width: number;
  readonly children: ReactNode;
}

/** The details of a mark beside it. The announcement says them; read twice they would only be in the way. */
function DistributionTip({ mark, width, children }: DistributionTipProps) {
  return (
    <p className={`${tipStyles['tip']} ${styles['tip']}`} aria-hidden="true" style={tipPlace(mark, width)}>
      {children}
    </p>
  );
}

/** As wide as the details get, in pixels. */
const tipWidth = 352;

/** Beside the mark, on the side with more room, and never out of the chart: that would widen the page. */
function tipPlace(mark: DistributionMark, width: number): CSSProperties {
  const most = Math.max(0, width - tipWidth);
  const maxInlineSize = Math.min(tipWidth, width);
  return mark.x < width / 2
    ? { maxInlineSize, insetInlineStart: Math.min(mark.x + mark.width + 14, most) }
    : { maxInlineSize, insetInlineEnd: Math.min(width - mark.x + 14, most) };
}
