import { DistributionChart } from '../charts/DistributionChart.tsx';
import { distributionHeight } from '../charts/distributionGeometry.ts';
import { MeasuredChart } from '../charts/MeasuredChart.tsx';
import type { DistributionModel } from '../figures/distribution.ts';

/** The distribution at the width of its box: a module of its own, so that Recharts loads after the first text. */
export function DistributionFigure(props: {
  readonly model: DistributionModel;
  readonly whiskers: string;
  /** The bar whose votes the table lists. */
  readonly picked: string | null;
  readonly onPick: (bin: string) => void;
}) {
  const { model } = props;
  return (
    <MeasuredChart height={distributionHeight(model.kind)}>
      {/* Keyed by the title: another payer's votes start with nothing chosen. */}
      {(width) => <DistributionChart key={model.title} {...props} width={width} />}
    </MeasuredChart>
  );
}
