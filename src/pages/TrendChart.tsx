import { MeasuredChart } from '../charts/MeasuredChart.tsx';
import { TrendLines, trendHeight } from '../charts/TrendLines.tsx';
import type { TrendLinesModel } from '../figures/medicareTrendLines.ts';

/** The trend chart at the width of its box: a module of its own, so that Recharts loads after the first text. */
export function TrendChart({ model }: { readonly model: TrendLinesModel }) {
  return (
    <MeasuredChart height={trendHeight}>
      {(width) => <TrendLines model={model} width={width} />}
    </MeasuredChart>
  );
}
