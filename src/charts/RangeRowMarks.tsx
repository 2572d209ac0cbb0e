import { payerColour } from './payerColour.ts';
import { BeyondGlyph, MeanGlyph, MedianGlyph, VoteGlyph } from './RangeGlyphs.tsx';
import { barHeight, smallText } from './rangeLayout.ts';
import { dotRadius, type RangeRow } from './rangeRow.ts';

/** What lies on top of a row's bar: votes, median, mean, arrows at the axis ends, or the words of its absence. */
export function RangeRowMarks({ row }: { readonly row: RangeRow }) {
  const paint = payerColour(row.colour);
  return (
    <g data-row={row.id}>
      {row.median !== null && <MedianGlyph x={row.median} y={row.middle} reach={barHeight / 2 + 3} />}
      {row.mean !== null && <MeanGlyph x={row.mean} y={row.middle} />}
      {row.dots.map((dot, index) => (
        // Equal votes have no other name, and the list is in a fixed order.
        <VoteGlyph key={index} x={dot.x} y={dot.y} radius={dotRadius} paint={paint} />
      ))}
      {row.beyond.map((mark) => (
        <g key={mark.side}>
          <BeyondGlyph x={mark.x} y={mark.y} side={mark.side} />
          <text
            x={mark.textX}
            y={mark.textY}
            textAnchor={mark.anchor}
            fontSize={smallText}
            fill="var(--color-text)"
            stroke="var(--color-raised)"
            strokeWidth={4}
            strokeLinejoin="round"
            paintOrder="stroke"
          >
            {mark.text}
          </text>
        </g>
      ))}
      {row.absence && (
        <text
          data-mark="absence"
          x={row.absence.x}
          y={row.absence.y}
          fontSize={smallText}
          fontStyle="italic"
          fill="var(--color-muted)"
          stroke="var(--color-raised)"
          strokeWidth={4}
          strokeLinejoin="round"
          paintOrder="stroke"
        >
          {row.absence.text}
        </text>
      )}
    </g>
  );
}
