import {
  type CSSProperties,
  type KeyboardEvent,
  type MouseEvent,
  type PointerEvent,
  useId,
  useMemo,
  useState,
} from 'react';
import { Bar, BarChart, CartesianGrid, XAxis, YAxis, ZIndexLayer } from 'recharts';
import type { DistributionModel } from '../figures/distribution.ts';
import tipStyles from './ChartTip.module.css';
import { DistributionBox } from './DistributionBox.tsx';
import styles from './DistributionChart.module.css';
import { DistributionLegend } from './DistributionLegend.tsx';
import { DistributionMarkShape } from './DistributionMarks.tsx';
import { type DistributionMark, distributionGeometry } from './distributionGeometry.ts';
import { nearestMark } from './nearestMark.ts';
import { nextIndex } from './nextIndex.ts';
import { payerColour } from './payerColour.ts';
import rangeStyles from './RangeChart.module.css';
import { MedicareGlyph } from './RangeGlyphs.tsx';
import { smallText } from './rangeLayout.ts';

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
 * Box and whiskers above the votes: dots when they are few, bars when they are many. Recharts draws the axis and the
 * marks at positions `distributionGeometry` has settled. Pointer, touch and arrow keys step through the marks; Home
 * and End go to the ends, Escape puts the details away. A click, Enter or the space bar picks a bar.
 */
export function DistributionChart({ model, whiskers, width, picked = null, onPick }: DistributionChartProps) {
  const geometry = useMemo(() => distributionGeometry(model, width), [model, width]);
  const markById = useMemo(() => new Map(geometry.marks.map((mark) => [mark.id, mark])), [geometry]);
  const details = useMemo(
    () => new Map((model.kind === 'dots' ? model.points : model.bins).map((each) => [each.id, each])),
    [model],
  );
  const data = useMemo(() => geometry.marks.map(({ id }) => ({ id, amount: 1 })), [geometry]);
  const [activeIndex, setActiveIndex] = useState<number | null>(null);
  const descriptionId = useId();
  const { plot, marks, ticks, medicare } = geometry;
  const active = activeIndex === null ? undefined : marks[activeIndex];
  const detail = active && details.get(active.id)?.detail;
  const labelOf = new Map(ticks.map((tick) => [tick.amount, tick.label]));
  const kind = model.kind === 'histogram' ? 'histogram' : 'dots';

  const canPick = onPick !== undefined && kind === 'histogram';

  function pick(index: number | null) {
    const bin = index === null ? undefined : model.bins[index];
    if (canPick && bin && bin.count > 0) onPick(bin.id);
  }

  function onKeyDown(event: KeyboardEvent) {
    if (canPick && (event.key === 'Enter' || event.key === ' ')) {
      event.preventDefault();
      pick(activeIndex);
      return;
    }
    const next = nextIndex(event.key, activeIndex, marks.length);
    if (next === undefined) return;
    event.preventDefault();
    setActiveIndex(next);
  }

  function markAt(event: MouseEvent<HTMLDivElement>) {
    const box = event.currentTarget.getBoundingClientRect();
    return nearestMark(marks, event.clientX - box.left, event.clientY - box.top);
  }

  function onPointer(event: PointerEvent<HTMLDivElement>) {
    setActiveIndex(markAt(event));
  }

  return (
    <div className={rangeStyles['chart']}>
      <DistributionLegend model={model} whiskers={whiskers} hasMedicare={medicare !== null} />
      <p id={descriptionId} className="visually-hidden">
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
        onKeyDown={onKeyDown}
        onPointerMove={onPointer}
        onPointerDown={onPointer}
        onClick={(event) => pick(markAt(event))}
        data-pickable={canPick}
        onPointerLeave={() => setActiveIndex(null)}
        onBlur={() => setActiveIndex(null)}
      >
        <BarChart
          layout="vertical"
          width={width}
          height={geometry.height}
          data={data}
          margin={{
            left: plot.left,
            right: width - plot.right,
            top: plot.top,
            bottom: geometry.height - plot.bottom - 24,
          }}
          // The frame around it has the name, the focus and the keys: one stop, not two.
          accessibilityLayer={false}
          aria-hidden="true"
        >
          <CartesianGrid horizontal={false} stroke="var(--color-border)" />
          <XAxis
            type="number"
            domain={[...model.domain]}
            allowDataOverflow
            ticks={ticks.map((tick) => tick.amount)}
            interval={0}
            height={24}
            tickFormatter={(amount: number) => labelOf.get(amount) ?? ''}
            tick={{ fill: 'var(--color-muted)', fontSize: smallText }}
            tickLine={false}
            axisLine={{ stroke: 'var(--color-border)' }}
          />
          <YAxis type="category" dataKey="id" width={0} hide />
          {medicare && (
            <ZIndexLayer zIndex={200}>
              <MedicareGlyph x={medicare.x} top={plot.top - 6} bottom={plot.bottom} />
              <text
                x={medicare.textX}
                y={plot.top - 12}
                fontSize={smallText}
                fontWeight={600}
                textAnchor="middle"
                fill="var(--payer-medicare)"
              >
                {medicare.text}
              </text>
            </ZIndexLayer>
          )}
          <Bar
            dataKey="amount"
            isAnimationActive={false}
            shape={({ payload }: { payload?: { id: string } }) => {
              const mark = payload && markById.get(payload.id);
              if (!mark) return <g />;
              return (
                <DistributionMarkShape
                  mark={mark}
                  kind={kind}
                  colour={model.colour}
                  isActive={mark === active || mark.id === picked}
                />
              );
            }}
          />
          <ZIndexLayer zIndex={600}>
            <DistributionBox geometry={geometry} paint={payerColour(model.colour)} />
          </ZIndexLayer>
        </BarChart>
        {active && detail ? (
          <p
            className={`${tipStyles['tip']} ${styles['tip']}`}
            // The announcement says it; read twice it would only be in the way.
            aria-hidden="true"
            style={tipPlace(active, width)}
          >
            {detail}
            {canPick ? <span>Click or press Enter to list them.</span> : null}
          </p>
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
