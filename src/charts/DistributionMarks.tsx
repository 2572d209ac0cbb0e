import type { DistributionMark } from './distributionGeometry.ts';
import { payerColour } from './payerColour.ts';
import { BeyondGlyph, VoteGlyph } from './RangeGlyphs.tsx';
import { smallText } from './rangeLayout.ts';
import { dotRadius } from './rangeRow.ts';

/** One dot or one bar; the one the reader is on has a ring in the text's colour. */
export function DistributionMarkShape(props: {
  readonly mark: DistributionMark;
  readonly kind: 'dots' | 'histogram';
  readonly colour: string;
  readonly isActive: boolean;
}) {
  const { mark, kind, isActive } = props;
  const paint = payerColour(props.colour);
  const { x, y, width, height } = mark;
  if (kind === 'dots') {
    return (
      <g>
        {mark.isBeyond ? (
          <g data-mark="vote">
            <BeyondGlyph x={x} y={y} side="above" />
          </g>
        ) : (
          <VoteGlyph x={x} y={y} radius={dotRadius} paint={paint} />
        )}
        {isActive && (
          <circle cx={x} cy={y} r={dotRadius + 2} fill="none" stroke="var(--color-text)" strokeWidth={2} />
        )}
      </g>
    );
  }
  return (
    <g>
      <rect
        data-mark="bin"
        x={x}
        y={y}
        width={width}
        height={height}
        fill={paint}
        fillOpacity={isActive ? 0.6 : 0.32}
        stroke={isActive ? 'var(--color-text)' : paint}
        strokeWidth={isActive ? 2 : 1.5}
        // The open bin holds every amount past the axis: a broken edge says that it is not of the same width.
        strokeDasharray={mark.isBeyond ? '4 3' : undefined}
      />
      {mark.label !== '' && (
        <text
          x={x + width / 2}
          y={y - 5}
          textAnchor="middle"
          fontSize={smallText}
          fill="var(--color-text)"
          stroke="var(--color-raised)"
          strokeWidth={3}
          strokeLinejoin="round"
          paintOrder="stroke"
        >
          {mark.label}
        </text>
      )}
    </g>
  );
}
