import { MeasuredChart } from '../charts/MeasuredChart.tsx';
import { RangeChart } from '../charts/RangeChart.tsx';
import { rangeHeight } from '../charts/rangeLayout.ts';
import type { RangeModel } from '../figures/rangeModel.ts';

/** The range chart at the width of its box: a module of its own, so that Recharts loads after the first text. */
export function RangeFigure({ model }: { readonly model: RangeModel }) {
  return (
    <MeasuredChart height={rangeHeight(model.marks.length)}>
      {(width) => <RangeChart model={model} width={width} />}
    </MeasuredChart>
  );
}
