import { type KeyboardEvent, useId, useMemo, useState } from 'react';
import { CartesianGrid, Line, LineChart, ReferenceDot, ReferenceLine, Tooltip, XAxis, YAxis } from 'recharts';
import type { TrendLinesModel, TrendStep } from '../figures/medicareTrendLines.ts';
import { formatMoney } from '../text/numbers.ts';
import { ActiveRow } from './ActiveRow.tsx';
import { ChartLegend, type LegendSign, LegendSigns } from './ChartLegend.tsx';
import { smallText } from './rangeLayout.ts';
import styles from './TrendLines.module.css';
import { TrendTooltip } from './TrendTooltip.tsx';
import { textWidth } from './textWidth.ts';

export const trendHeight = 260;

const paint = 'var(--payer-medicare)';
const muted = 'var(--color-muted)';
const ink = 'var(--color-text)';
const markLine = { stroke: ink, strokeWidth: 1, strokeDasharray: '2 3' };
const amountLine = { stroke: paint, strokeWidth: 2.5 };
const nationalLine = { stroke: muted, strokeWidth: 1.5, strokeDasharray: '5 4' };

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
  const points = useMemo(
    () => model.steps.map(({ start, amount = null, national = null }) => ({ start, amount, national })),
    [model],
  );
  const last = model.steps.at(-1);
  const announced = activeId === null || dismissed ? undefined : stepByStart.get(activeId);

  return (
    <div
      className={styles['chart']}
      onKeyDownCapture={({ key }: KeyboardEvent) => setDismissed(key === 'Escape')}
      onPointerMove={() => setDismissed(false)}
    >
      <TrendLegend model={model} />
      <p id={descriptionId} className="visually-hidden">
        {model.summary} Arrow keys step through the periods.
      </p>
      <p role="status" className="visually-hidden">
        {announced?.detail}
      </p>
      <LineChart
        width={width}
        height={height}
        data={points}
        margin={{ left: 0, right: 16, top: 12, bottom: 0 }}
        aria-label={model.title}
        aria-describedby={descriptionId}
      >
        <CartesianGrid vertical={false} stroke="var(--color-border)" />
        <XAxis
          dataKey="start"
          type="number"
          domain={[...model.span]}
          ticks={[...model.years]}
          interval={0}
          height={26}
          // Seven years of four figures would touch on a phone.
          tickFormatter={(year: number) => (width < 480 ? `’${String(year).slice(2)}` : String(year))}
          tick={{ fill: muted, fontSize: smallText }}
          tickLine={{ stroke: 'var(--color-border)' }}
          axisLine={{ stroke: 'var(--color-border)' }}
        />
        <YAxis
          type="number"
          domain={[...model.domain]}
          ticks={[...model.ticks]}
          interval={0}
          width={axisWidth(model.ticks)}
          tickFormatter={tickText}
          tick={{ fill: muted, fontSize: smallText }}
          tickLine={false}
          axisLine={false}
        />
        <Tooltip
          filterNull={false}
          isAnimationActive={false}
          cursor={{ stroke: muted, strokeDasharray: '2 3' }}
          wrapperStyle={{ zIndex: 2 }}
          {...(dismissed ? { active: false } : {})}
          content={({ active, label }) => {
            const step = active ? stepByStart.get(String(label)) : undefined;
            return step ? <TrendTooltip step={step} model={model} /> : null;
          }}
        />
        <ActiveRow onChange={setActiveId} />
        <Line
          dataKey="national"
          type="stepAfter"
          {...nationalLine}
          dot={false}
          activeDot={false}
          isAnimationActive={false}
        />
        <Line
          dataKey="amount"
          type="stepAfter"
          {...amountLine}
          dot={{ r: 3.5, fill: paint, strokeWidth: 0 }}
          activeDot={{ r: 5, fill: paint }}
          isAnimationActive={false}
        />
        {last && closing(last)}
        {(model.marks ?? []).map(({ at, label }) => (
          <ReferenceLine
            key={at}
            x={at}
            {...markLine}
            label={{
              value: label,
              position: 'insideTopLeft',
              fill: ink,
              fontSize: smallText,
              fontWeight: 700,
            }}
            data-mark="turn"
          />
        ))}
        {model.steps.map(({ id, start, participant }) =>
          participant === undefined ? null : (
            <ReferenceDot
              key={id}
              x={start}
              y={participant}
              r={4}
              fill="var(--color-raised)"
              stroke={paint}
              strokeWidth={2}
              data-mark="participant"
            />
          ),
        )}
      </LineChart>
      {(model.domain[0] ?? 0) > 0 && <p className={styles['axis']}>The amount axis does not start at $0.</p>}
    </div>
  );
}

/** Whole dollars from a thousand on: cents are below what such an axis can show. */
function tickText(cents: number): string {
  const text = formatMoney(cents);
  return Math.abs(cents) >= 100_000 ? text.replace(/\.00$/, '') : text;
}

/** Room for the widest amount: a year of a whole contract has more figures than a unit. */
function axisWidth(ticks: readonly number[]): number {
  return Math.max(64, ...ticks.map((cents) => Math.ceil(textWidth(tickText(cents), smallText)) + 12));
}

/** The last amount still holds to the end of its period; a step line alone would stop at its first day. */
function closing({ start, end, amount, national }: TrendStep) {
  return [
    { key: 'national', value: national, look: nationalLine },
    { key: 'amount', value: amount, look: amountLine },
  ].flatMap(({ key, value, look }) =>
    value === undefined
      ? []
      : [
          <ReferenceLine
            key={key}
            segment={[
              { x: start, y: value },
              { x: end, y: value },
            ]}
            {...look}
          />,
        ],
  );
}

function TrendLegend({ model }: { readonly model: TrendLinesModel }) {
  const hasParticipants = model.steps.some(({ participant }) => participant !== undefined);
  const signs: readonly LegendSign[] = [
    {
      words: model.amountLabel,
      width: 26,
      height: 12,
      glyph: (
        <>
          <line x1={1} x2={25} y1={6} y2={6} {...amountLine} />
          <circle cx={8} cy={6} r={3.5} fill={paint} />
        </>
      ),
    },
    {
      words: model.secondLabel ?? 'National payment amount (all indices 1)',
      width: 26,
      height: 12,
      glyph: <line x1={1} x2={25} y1={6} y2={6} {...nationalLine} />,
    },
    ...(model.marksLabel !== undefined && model.marks?.length
      ? [
          {
            words: model.marksLabel,
            width: 14,
            height: 12,
            glyph: <line x1={7} x2={7} y1={0} y2={12} {...markLine} />,
          },
        ]
      : []),
    ...(hasParticipants
      ? [
          {
            words: 'With the QP factor',
            width: 14,
            height: 12,
            glyph: <circle cx={7} cy={6} r={4} fill="none" stroke={paint} strokeWidth={2} />,
          },
        ]
      : []),
  ];
  return (
    <ChartLegend>
      <LegendSigns signs={signs} />
    </ChartLegend>
  );
}
