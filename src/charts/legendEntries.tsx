import type { LegendSign } from './ChartLegend.tsx';
import { BarGlyph, BeyondGlyph, MeanGlyph, MedianGlyph, MedicareGlyph, VoteGlyph } from './RangeGlyphs.tsx';
import type { RangeGeometry } from './rangeGeometry.ts';
import { dotRadius } from './rangeRow.ts';

const paint = 'var(--color-muted)';

interface LegendEntry extends LegendSign {
  readonly sign: 'bar' | 'median' | 'mean' | 'vote' | 'beyond' | 'medicare';
  readonly drawn: boolean;
}

/** The signs a chart draws, each with its words and a drawing 16 pixels high. */
export function legendEntries({ rows, medicare }: RangeGeometry): readonly LegendEntry[] {
  const all: readonly LegendEntry[] = [
    {
      sign: 'bar',
      words: 'P25 to P75',
      width: 26,
      glyph: <BarGlyph x={1} y={2} width={24} height={12} paint={paint} />,
      drawn: rows.some((row) => row.bar !== null),
    },
    {
      sign: 'median',
      words: 'Median',
      width: 14,
      glyph: <MedianGlyph x={7} y={8} reach={7} />,
      drawn: rows.some((row) => row.median !== null),
    },
    {
      sign: 'mean',
      words: 'Mean',
      width: 14,
      glyph: <MeanGlyph x={7} y={8} />,
      drawn: rows.some((row) => row.mean !== null),
    },
    {
      sign: 'vote',
      words: 'One vote (too few for percentiles)',
      width: 14,
      glyph: <VoteGlyph x={7} y={8} radius={dotRadius} paint={paint} />,
      drawn: rows.some((row) => row.dots.length > 0),
    },
    {
      sign: 'beyond',
      words: 'Past the end of the axis',
      width: 14,
      glyph: <BeyondGlyph x={12} y={8} side="above" />,
      drawn: rows.some((row) => row.beyond.length > 0),
    },
    {
      sign: 'medicare',
      words: 'Medicare',
      width: 14,
      glyph: <MedicareGlyph x={7} top={1} bottom={16} />,
      drawn: medicare?.side === 'inside',
    },
  ];
  return all.filter((entry) => entry.drawn);
}
