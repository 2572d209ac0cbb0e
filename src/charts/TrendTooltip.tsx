import type { TrendLinesModel, TrendStep } from '../figures/medicareTrendLines.ts';
import { keepTogether } from '../text/keepTogether.ts';
import { formatMoney } from '../text/numbers.ts';
import { ChartTip } from './ChartTip.tsx';

/** The period under the pointer or the keyboard, with its amounts and why they moved. */
export function TrendTooltip(props: { readonly step: TrendStep; readonly model: TrendLinesModel }) {
  const { step, model } = props;
  const named = [
    [model.amountLabel, step.amount],
    [model.secondLabel ?? 'National payment amount', step.national],
    ['With the QP factor', step.participant],
  ] as const;
  const amounts = named.flatMap(([name, amount]) =>
    amount === undefined ? [] : [[name, formatMoney(amount)] as const],
  );
  return <ChartTip title={step.label} amounts={amounts} detail={keepTogether(step.detail)} />;
}
