import { type KeyboardEvent, useId, useMemo, useRef, useState } from 'react';
import { Bar, BarChart, CartesianGrid, Tooltip, XAxis, YAxis, ZIndexLayer } from 'recharts';
import type { RangeModel } from '../figures/rangeModel.ts';
import { ActiveRow } from './ActiveRow.tsx';
import { payerColour } from './payerColour.ts';
import styles from './RangeChart.module.css';
import { RangeFrame, RangeRules } from './RangeFrame.tsx';
import { BarGlyph, MedicareGlyph } from './RangeGlyphs.tsx';
import { RangeLegend } from './RangeLegend.tsx';
import { RangeRowMarks } from './RangeRowMarks.tsx';
import { RangeTooltip } from './RangeTooltip.tsx';
import { rangeGeometry } from './rangeGeometry.ts';
import { smallText } from './rangeLayout.ts';

/** One row as Recharts sees it: keyed by id, because labels may repeat and hover would then pick the first. */
interface ChartRow {
  readonly id: string;
  readonly range: readonly [number, number] | null;
}

/**
 * In a vertical layout Recharts 3.10 steps forward on ArrowLeft, back on ArrowRight, and not at all on up and down.
 * Rows lie under each other: down and right go on, up and left go back.
 */
const rechartsKey: Readonly<Record<string, string>> = {
  ArrowDown: 'ArrowLeft',
  ArrowRight: 'ArrowLeft',
  ArrowUp: 'ArrowRight',
  ArrowLeft: 'ArrowRight',
};

export interface RangeChartProps {
  readonly model: RangeModel;
  /** Pixels; `MeasuredChart` measures it. */
  readonly width: number;
  readonly rowHeight?: number;
}

/**
 * P25 to P75 per payer with median, mean and the Medicare amount, drawn by Recharts at positions `rangeGeometry`
 * has settled. Hover, touch and arrow keys step through the rows; Escape puts the details away.
 */
export function RangeChart({ model, width, rowHeight }: RangeChartProps) {
  const geometry = useMemo(() => rangeGeometry(model, width, rowHeight), [model, width, rowHeight]);
  const rowById = useMemo(() => new Map(geometry.rows.map((row) => [row.id, row])), [geometry]);
  const markById = useMemo(() => new Map(model.marks.map((mark) => [mark.id, mark])), [model]);
  const rows = useMemo(
    () =>
      model.marks.map(
        ({ id, p25, p75 }): ChartRow => ({
          id,
          range: p25 === undefined || p75 === undefined ? null : [p25, p75],
        }),
      ),
    [model],
  );
  const [dismissed, setDismissed] = useState(false);
  const [activeId, setActiveId] = useState<string | null>(null);
  const announced = activeId === null || dismissed ? undefined : markById.get(activeId);
  const translating = useRef(false);
  const descriptionId = useId();
  const { layout, medicare, ticks } = geometry;
  const { plot } = layout;
  const labelOf = new Map(ticks.map((tick) => [tick.amount, tick.label]));

  function onKeyDownCapture(event: KeyboardEvent) {
    if (translating.current) return;
    if (event.key === 'Escape') setDismissed(true);
    const key = rechartsKey[event.key];
    // Tab leads on: the row that was put away is not said again on the way out.
    if (key === undefined) return;
    setDismissed(false);
    event.preventDefault();
    event.stopPropagation();
    translating.current = true;
    event.target.dispatchEvent(new globalThis.KeyboardEvent('keydown', { key, bubbles: true }));
    translating.current = false;
  }

  return (
    // The chart's surface inside takes the focus; this only translates its keys.
    <div
      className={styles['chart']}
      onKeyDownCapture={onKeyDownCapture}
      onPointerMove={() => setDismissed(false)}
    >
      <RangeLegend geometry={geometry} />
      <p id={descriptionId} hidden>
        {model.summary} Arrow keys step through the rows.
      </p>
      <p role="status" className="visually-hidden">
        {announced?.detail}
      </p>
      <BarChart
        layout="vertical"
        width={width}
        height={layout.height}
        data={rows}
        margin={{
          left: plot.left,
          right: width - plot.right,
          top: plot.top,
          bottom: layout.height - plot.bottom - 24,
        }}
        aria-label={model.title}
        aria-describedby={descriptionId}
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
        <Tooltip
          filterNull={false}
          isAnimationActive={false}
          cursor={{ fill: 'var(--color-text)', fillOpacity: 0.05 }}
          wrapperStyle={{ zIndex: 2 }}
          {...(dismissed ? { active: false } : {})}
          content={({ active, label }) => {
            const mark = active ? markById.get(String(label)) : undefined;
            return mark ? <RangeTooltip mark={mark} medicare={model.medicare} /> : null;
          }}
        />
        <ActiveRow onChange={setActiveId} />
        <RangeRules geometry={geometry} />
        <Bar
          dataKey="range"
          isAnimationActive={false}
          shape={({ payload }: { payload?: ChartRow }) => {
            const row = payload && rowById.get(payload.id);
            return row?.bar ? <BarGlyph {...row.bar} paint={payerColour(row.colour)} /> : <g />;
          }}
        />
        {medicare?.side === 'inside' && (
          <ZIndexLayer zIndex={400}>
            <MedicareGlyph x={medicare.x} top={plot.top - 6} bottom={plot.bottom} />
          </ZIndexLayer>
        )}
        <ZIndexLayer zIndex={600}>
          <RangeFrame geometry={geometry} />
          {geometry.rows.map((row) => (
            <RangeRowMarks key={row.id} row={row} />
          ))}
        </ZIndexLayer>
      </BarChart>
      {model.beyond.map((words) => (
        <p key={words} className={styles['beyond']}>
          {words}
        </p>
      ))}
    </div>
  );
}
