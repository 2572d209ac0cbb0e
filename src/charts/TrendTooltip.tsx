import type { TrendLinesModel, TrendStep } from '../figures/medicareTrendLines.ts';
import { keepTogether } from '../text/keepTogether.ts';
import { formatMoney } from '../text/numbers.ts';
import styles from './TrendLines.module.css';

/** The period under the pointer or the keyboard, with its amounts and why they moved. */
export function TrendTooltip(props: { readonly step: TrendStep; readonly model: TrendLinesModel }) {
  const { step, model } = props;
  const amounts = [
    [model.amountLabel, step.amount],
    [model.secondLabel ?? 'National payment amount', step.national],
    ['With the QP factor', step.participant],
  ] as const;
  return (
    <div className={styles['tooltip']}>
      <p className={styles['tooltipTitle']}>{step.label}</p>
      <dl>
        {amounts.map(([name, amount]) =>
          amount === undefined ? null : (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{formatMoney(amount)}</dd>
            </div>
          ),
        )}
      </dl>
      <p className={styles['detail']}>{keepTogether(step.detail)}</p>
    </div>
  );
}
