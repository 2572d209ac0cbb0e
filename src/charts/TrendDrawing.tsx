import { useMemo } from 'react';
import { CartesianGrid, Line, LineChart, ReferenceDot, ReferenceLine, Tooltip, XAxis, YAxis } from 'recharts';
import type { TrendLinesModel, TrendStep } from '../figures/medicareTrendLines.ts';
import { formatMoney } from '../text/numbers.ts';
import { ActiveRow } from './ActiveRow.tsx';
import { smallText } from './rangeLayout.ts';
import { TrendTooltip } from './TrendTooltip.tsx';
import { textWidth } from './textWidth.ts';
import { amountLine, ink, markLine, muted, nationalLine, paint } from './trendLook.ts';

interface TrendDrawingProps {
  readonly model: TrendLinesModel;
  /** Pixels. */
  readonly width: number;
  readonly height: number;
  /** Of the words that describe it. */
  readonly descriptionId: string;
  /** The periods by their first day, as Recharts names them. */
  readonly stepByStart: ReadonlyMap<string, TrendStep>;
  /** Whether the details were put away. */
  readonly dismissed: boolean;
  /** Told the period the reader is on, by its first day. */
  readonly onActive: (start: string | null) => void;
}

/** The picture of amounts over time: two step lines, what they close with, the marks, and the details at a period. */
export function TrendDrawing(props: TrendDrawingProps) {
  const { model, width, height, descriptionId, stepByStart, dismissed, onActive } = props;
  const points = useMemo(
    () => model.steps.map(({ start, amount = null, national = null }) => ({ start, amount, national })),
    [model],
  );
  const last = model.steps.at(-1);
  return (
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
      <ActiveRow onChange={onActive} />
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
      {turns(model)}
      {participants(model)}
    </LineChart>
  );
}

/** Uprights where something turns; the key says what. */
function turns(model: TrendLinesModel) {
  return (model.marks ?? []).map(({ at, label }) => (
    <ReferenceLine
      key={at}
      x={at}
      {...markLine}
      label={{
        value: label,
        position: 'insideTopLeft',
        fill: ink,
        fontSize: smallText,
        fontWeight: 600,
      }}
      data-mark="turn"
    />
  ));
}

/** Rings where the year has a second amount, by the QP factor. */
function participants(model: TrendLinesModel) {
  return model.steps.map(({ id, start, participant }) =>
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
