import { useMemo } from 'react';
import { Bar, BarChart, CartesianGrid, XAxis, YAxis, ZIndexLayer } from 'recharts';
import type { DistributionModel } from '../figures/distribution.ts';
import { DistributionBox } from './DistributionBox.tsx';
import { DistributionMarkShape } from './DistributionMarks.tsx';
import type { DistributionGeometry, DistributionMark } from './distributionGeometry.ts';
import { payerColour } from './payerColour.ts';
import { MedicareGlyph } from './RangeGlyphs.tsx';
import { smallText } from './rangeLayout.ts';

/** Kept free below the plot for the amounts of the axis, in pixels. */
const axisRoom = 24;

interface DistributionDrawingProps {
  readonly model: DistributionModel;
  readonly geometry: DistributionGeometry;
  readonly kind: 'dots' | 'histogram';
  /** The mark the reader is on. */
  readonly active: DistributionMark | undefined;
  /** The bar whose votes are listed. */
  readonly picked: string | null;
}

/** The picture of a distribution. Recharts draws the axis and the marks at positions `distributionGeometry` has settled. */
export function DistributionDrawing({ model, geometry, kind, active, picked }: DistributionDrawingProps) {
  const { width, height, plot, marks, ticks, medicare } = geometry;
  const markById = useMemo(() => new Map(marks.map((mark) => [mark.id, mark])), [marks]);
  const data = useMemo(() => marks.map(({ id }) => ({ id, amount: 1 })), [marks]);
  const labelOf = new Map(ticks.map((tick) => [tick.amount, tick.label]));
  return (
    <BarChart
      layout="vertical"
      width={width}
      height={height}
      data={data}
      margin={{
        left: plot.left,
        right: width - plot.right,
        top: plot.top,
        bottom: height - plot.bottom - axisRoom,
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
        height={axisRoom}
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
  );
}
