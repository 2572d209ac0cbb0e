import type { ReactNode } from 'react';
import styles from './ChartTip.module.css';

interface ChartTipProps {
  readonly title: ReactNode;
  readonly amounts: ReadonlyArray<readonly [name: string, amount: string]>;
  /** What the amounts alone do not say. */
  readonly detail?: string | undefined;
}

/** The box beside the mark under the pointer or the keyboard. `ActiveRow` announces what it shows. */
export function ChartTip({ title, amounts, detail }: ChartTipProps) {
  return (
    <div className={`${styles['tip']} ${styles['words']}`}>
      <p className={styles['title']}>{title}</p>
      <dl className={styles['amounts']}>
        {amounts.map(([name, amount]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{amount}</dd>
          </div>
        ))}
      </dl>
      {detail === undefined ? null : <p className={styles['detail']}>{detail}</p>}
    </div>
  );
}
