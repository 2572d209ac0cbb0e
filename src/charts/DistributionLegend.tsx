import type { DistributionModel } from '../figures/distribution.ts';
import { ChartLegend, type LegendSign, LegendSigns } from './ChartLegend.tsx';
import { payerColour } from './payerColour.ts';
import { BarGlyph, BeyondGlyph, MeanGlyph, MedianGlyph, MedicareGlyph, VoteGlyph } from './RangeGlyphs.tsx';
import { dotRadius } from './rangeRow.ts';

interface Entry extends LegendSign {
  readonly drawn: boolean;
}

/** The key to the signs this chart draws, with the whiskers by name. */
export function DistributionLegend(props: {
  readonly model: DistributionModel;
  readonly whiskers: string;
  readonly hasMedicare: boolean;
}) {
  const { model } = props;
  const paint = payerColour(model.colour);
  const entries: readonly Entry[] = [
    {
      words: 'P25 to P75',
      width: 26,
      glyph: <BarGlyph x={1} y={2} width={24} height={12} paint={paint} />,
      drawn: model.box !== null,
    },
    { words: 'Median', width: 14, glyph: <MedianGlyph x={7} y={8} reach={7} />, drawn: model.box !== null },
    {
      words: props.whiskers,
      width: 26,
      glyph: <path d="M1 8H25M1 3V13M25 3V13" fill="none" stroke="var(--color-text)" strokeWidth={1.5} />,
      drawn: model.box !== null,
    },
    { words: 'Mean', width: 14, glyph: <MeanGlyph x={7} y={8} />, drawn: model.mean !== null },
    {
      words: 'One vote',
      width: 14,
      glyph: <VoteGlyph x={7} y={8} radius={dotRadius} paint={paint} />,
      drawn: model.kind === 'dots',
    },
    {
      words: 'Past the end of the axis',
      width: 14,
      glyph: <BeyondGlyph x={12} y={8} side="above" />,
      drawn: model.beyond.length > 0,
    },
    {
      words: 'Votes in each bin',
      width: 24,
      glyph: (
        <path
          d="M1 15V9H8V15ZM8 15V2H15V15ZM15 15V6H22V15Z"
          fill={paint}
          fillOpacity={0.32}
          stroke={paint}
          strokeWidth={1.5}
        />
      ),
      drawn: model.kind === 'histogram',
    },
    {
      words: 'Medicare',
      width: 14,
      glyph: <MedicareGlyph x={7} top={1} bottom={16} />,
      drawn: props.hasMedicare,
    },
  ];
  return (
    <ChartLegend>
      <LegendSigns signs={entries.filter((entry) => entry.drawn)} />
    </ChartLegend>
  );
}
