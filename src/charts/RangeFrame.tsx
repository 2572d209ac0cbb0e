import type { RangeGeometry } from './rangeGeometry.ts';
import { labelText, type RangeLayout, smallText } from './rangeLayout.ts';
import { type RangeRow, tooFew } from './rangeRow.ts';
import { textWidth } from './textWidth.ts';

const ink = 'var(--color-text)';
const muted = 'var(--color-muted)';

/** Hairlines between the rows, where labels stand far from their bars. */
export function RangeRules({ geometry }: { readonly geometry: RangeGeometry }) {
  const { layout, rows } = geometry;
  if (layout.labels === 'above') return null;
  return (
    <g stroke="var(--color-border)" strokeOpacity={0.6}>
      {rows.slice(1).map((row) => (
        <line key={row.id} x1={0} x2={layout.width} y1={row.top} y2={row.top} />
      ))}
    </g>
  );
}

function RowName({ row }: { readonly row: RangeRow }) {
  const { lines, x, y, anchor } = row.label;
  return (
    <text fontSize={labelText} fontWeight={400} fill={ink} textAnchor={anchor}>
      {lines.map((line, index) => (
        <tspan key={line} x={x} y={y + index * 15}>
          {line}
        </tspan>
      ))}
    </text>
  );
}

/** A reader may have letters set this much further apart, in shares of their size, and lose nothing (WCAG 2.2, 1.4.12). */
const readersSpacing = 0.12;

/** Pixels that words take with a reader's own spacing. */
function spacedWidth(text: string, fontSize: number): number {
  return textWidth(text, fontSize) + text.length * fontSize * readersSpacing;
}

/** The median and n on one line: `median $94.00 · n 31`, or `$94.00 · n 31` where that could run into the name. */
export function numbersAbove({ label, medianText, countText }: RangeRow, width: number): string {
  const count = countText === '' ? '' : `n ${countText}`;
  const short = [medianText, count].filter((part) => part !== '').join(' · ');
  if (medianText === '' || medianText === tooFew) return short;
  const free = width - spacedWidth(label.lines.join(' '), labelText) - 8;
  return spacedWidth(`median ${short}`, smallText) <= free ? `median ${short}` : short;
}

/** The median and n: in columns at the right, or on the line of the label where it stands above its bar. */
function RowNumbers({ row, layout }: { readonly row: RangeRow; readonly layout: RangeLayout }) {
  const { medianText, countText } = row;
  if (layout.columns) {
    const baseline = row.middle + 4.5;
    return (
      <g textAnchor="end">
        <text
          x={layout.columns.median}
          y={baseline}
          fontSize={labelText}
          fill={medianText === tooFew ? muted : ink}
        >
          {medianText}
        </text>
        <text x={layout.columns.count} y={baseline} fontSize={smallText} fill={muted}>
          {countText}
        </text>
      </g>
    );
  }
  return (
    <text x={layout.width} y={row.label.y} fontSize={smallText} textAnchor="end" fill={muted}>
      {numbersAbove(row, layout.width)}
    </text>
  );
}

function ColumnHeadings({ layout }: { readonly layout: RangeLayout }) {
  if (!layout.columns) return null;
  const y = layout.plot.top - 12;
  return (
    <g fontSize={smallText} fill={muted} textAnchor="end">
      <text x={layout.columns.median} y={y}>
        Median
      </text>
      <text x={layout.columns.count} y={y}>
        n
      </text>
    </g>
  );
}

function MedicareLabel({ geometry }: { readonly geometry: RangeGeometry }) {
  const { medicare, layout } = geometry;
  if (!medicare) return null;
  const before = medicare.side === 'below' ? '← ' : '';
  const after = medicare.side === 'above' ? ' →' : '';
  return (
    <text
      data-mark="medicare-label"
      x={medicare.textX}
      y={layout.plot.top - 12}
      fontSize={smallText}
      fontWeight={600}
      textAnchor="middle"
      fill="var(--payer-medicare)"
    >
      {`${before}${medicare.text}${after}`}
    </text>
  );
}

/**
 * The words around the bars. Their halo in the surface's colour keeps grid lines and the Medicare line from
 * striking through words that stand on them.
 */
export function RangeFrame({ geometry }: { readonly geometry: RangeGeometry }) {
  return (
    <g stroke="var(--color-raised)" strokeWidth={4} strokeLinejoin="round" paintOrder="stroke">
      {geometry.rows.map((row) => (
        <g key={row.id} data-label={row.id}>
          <RowName row={row} />
          <RowNumbers row={row} layout={geometry.layout} />
        </g>
      ))}
      <ColumnHeadings layout={geometry.layout} />
      <MedicareLabel geometry={geometry} />
    </g>
  );
}
