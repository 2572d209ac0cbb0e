import type { ReactNode } from 'react';
import styles from './PayerLabel.module.css';

interface PayerLabelProps {
  /** The payer's colour token, as in the chart: `aetna` → `--payer-aetna`. */
  readonly colour: string;
  /** The payer's name: colour never stands alone. */
  readonly children: ReactNode;
}

/** A payer's name with the colour it has in every chart. */
export function PayerLabel({ colour, children }: PayerLabelProps) {
  return (
    <span className={styles['label']}>
      <span className={styles['swatch']} style={{ backgroundColor: `var(--payer-${colour})` }} />
      {children}
    </span>
  );
}
