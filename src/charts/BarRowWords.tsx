import type { AxisTick } from './axisTicks.ts';
import type { BarRow } from './barRows.ts';
import { type Box, labelText, smallText } from './rangeLayout.ts';

const line = 'var(--color-border)';

/** Grid lines and the amounts under them. */
export function BarAxis({ plot, ticks }: { readonly plot: Box; readonly ticks: readonly AxisTick[] }) {
  return (
    <>
      <g stroke={line}>
        {ticks.map(({ amount, x }) => (
          <line key={amount} x1={x} x2={x} y1={plot.top} y2={plot.bottom} />
        ))}
      </g>
      <g fontSize={smallText} fill="var(--color-muted)" textAnchor="middle">
        {ticks.map(({ amount, x, label }) =>
          label === '' ? null : (
            <text key={amount} x={x} y={plot.bottom + 17}>
              {label}
            </text>
          ),
        )}
      </g>
    </>
  );
}

/** A row's label and its values. Their halo keeps grid lines from striking through them. */
export function BarRowWords({ row }: { readonly row: BarRow }) {
  return (
    <g stroke="var(--color-raised)" strokeWidth={4} strokeLinejoin="round" paintOrder="stroke">
      {row.lines.map(({ text, x, y }) => (
        <text key={y} x={x} y={y} fontSize={labelText} fontWeight={400} fill="var(--color-text)">
          {text}
        </text>
      ))}
      {row.values.map(({ text, x, y }) => (
        <text
          key={y}
          x={x}
          y={y}
          fontSize={row.values.length > 1 ? smallText : labelText}
          textAnchor="end"
          fill="var(--color-text)"
        >
          {text}
        </text>
      ))}
    </g>
  );
}
