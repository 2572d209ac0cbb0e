import { payerColour } from './payerColour.ts';
import { RangeFrame, RangeRules } from './RangeFrame.tsx';
import { BarGlyph, MedicareGlyph } from './RangeGlyphs.tsx';
import { RangeRowMarks } from './RangeRowMarks.tsx';
import type { RangeGeometry } from './rangeGeometry.ts';
import { smallText } from './rangeLayout.ts';

const line = 'var(--color-border)';
/** Where Recharts puts the top of its tick labels, and the share of the letter height it adds to reach the baseline. */
const tickGap = 8;
const tickRise = '0.71em';

/**
 * The inside of a range chart without Recharts, in the order Recharts stacks it: grid, rules, bars, Medicare, axis,
 * words and marks, tick labels. No effects and no page: it renders on a server and inside any SVG.
 */
export function RangeDrawing({ geometry }: { readonly geometry: RangeGeometry }) {
  const { layout, rows, ticks, medicare } = geometry;
  const { plot } = layout;
  return (
    <>
      <g stroke={line}>
        {ticks.map(({ amount, x }) => (
          <line key={amount} data-mark="grid" x1={x} x2={x} y1={plot.top} y2={plot.bottom} />
        ))}
      </g>
      <RangeRules geometry={geometry} />
      {rows.map((row) => row.bar && <BarGlyph key={row.id} {...row.bar} paint={payerColour(row.colour)} />)}
      {medicare?.side === 'inside' && (
        <MedicareGlyph x={medicare.x} top={plot.top - 6} bottom={plot.bottom} />
      )}
      <line x1={plot.left} x2={plot.right} y1={plot.bottom} y2={plot.bottom} stroke={line} />
      <RangeFrame geometry={geometry} />
      {rows.map((row) => (
        <RangeRowMarks key={row.id} row={row} />
      ))}
      <g fontSize={smallText} fill="var(--color-muted)" textAnchor="middle">
        {ticks.map(({ amount, x, label }) =>
          label === '' ? null : (
            <text key={amount} data-mark="tick" x={x} y={plot.bottom + tickGap} dy={tickRise}>
              {label}
            </text>
          ),
        )}
      </g>
    </>
  );
}
