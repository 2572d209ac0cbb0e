import type { TrendLinesModel } from '../figures/medicareTrendLines.ts';
import { ChartLegend, type LegendSign, LegendSigns } from './ChartLegend.tsx';
import { amountLine, markLine, nationalLine, paint } from './trendLook.ts';

/** The key of amounts over time; marks and second amounts are in it where the drawing has any. */
export function TrendLegend({ model }: { readonly model: TrendLinesModel }) {
  const hasParticipants = model.steps.some(({ participant }) => participant !== undefined);
  const signs: readonly LegendSign[] = [
    {
      words: model.amountLabel,
      width: 26,
      height: 12,
      glyph: (
        <>
          <line x1={1} x2={25} y1={6} y2={6} {...amountLine} />
          <circle cx={8} cy={6} r={3.5} fill={paint} />
        </>
      ),
    },
    {
      words: model.secondLabel ?? 'National payment amount (all indices 1)',
      width: 26,
      height: 12,
      glyph: <line x1={1} x2={25} y1={6} y2={6} {...nationalLine} />,
    },
    ...(model.marksLabel !== undefined && model.marks?.length
      ? [
          {
            words: model.marksLabel,
            width: 14,
            height: 12,
            glyph: <line x1={7} x2={7} y1={0} y2={12} {...markLine} />,
          },
        ]
      : []),
    ...(hasParticipants
      ? [
          {
            words: 'With the QP factor',
            width: 14,
            height: 12,
            glyph: <circle cx={7} cy={6} r={4} fill="none" stroke={paint} strokeWidth={2} />,
          },
        ]
      : []),
  ];
  return (
    <ChartLegend>
      <LegendSigns signs={signs} />
    </ChartLegend>
  );
}
