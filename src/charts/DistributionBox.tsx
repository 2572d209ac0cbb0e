import type { DistributionGeometry } from './distributionGeometry.ts';
import { BeyondGlyph, MeanGlyph, MedianGlyph } from './RangeGlyphs.tsx';

const ink = 'var(--color-text)';
const half = 11;

/** The box with its whiskers and the mean, over the votes. A whisker past the axis ends in an arrow, not in a cap. */
export function DistributionBox({
  geometry,
  paint,
}: {
  readonly geometry: DistributionGeometry;
  readonly paint: string;
}) {
  const { box, boxY, mean, plot } = geometry;
  return (
    <g>
      {box && (
        <g data-mark="box">
          <g stroke={ink} strokeWidth={1.5}>
            <line data-mark="whisker" x1={box.low} x2={box.p25} y1={boxY} y2={boxY} />
            <line data-mark="whisker" x1={box.p75} x2={box.high} y1={boxY} y2={boxY} />
            {!box.lowBeyond && <line x1={box.low} x2={box.low} y1={boxY - 6} y2={boxY + 6} />}
            {!box.highBeyond && <line x1={box.high} x2={box.high} y1={boxY - 6} y2={boxY + 6} />}
          </g>
          {box.highBeyond && <BeyondGlyph x={plot.right} y={boxY} side="above" />}
          <rect
            x={box.p25}
            y={boxY - half}
            width={Math.max(2, box.p75 - box.p25)}
            height={2 * half}
            rx={3}
            fill="var(--color-raised)"
          />
          <rect
            x={box.p25}
            y={boxY - half}
            width={Math.max(2, box.p75 - box.p25)}
            height={2 * half}
            rx={3}
            fill={paint}
            fillOpacity={0.32}
            stroke={paint}
            strokeWidth={1.5}
          />
          <MedianGlyph x={box.median} y={boxY} reach={half + 2} />
        </g>
      )}
      {mean &&
        (mean.isBeyond ? (
          <BeyondGlyph x={plot.right} y={boxY} side="above" />
        ) : (
          <MeanGlyph x={mean.x} y={boxY} />
        ))}
    </g>
  );
}
