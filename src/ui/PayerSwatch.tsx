import styles from './PayerSwatch.module.css';

/** The payer's colour as in the chart, beside its name. Never alone: it has no name of its own. */
export function PayerSwatch({ colour }: { colour: string }) {
  return (
    <span
      className={styles['swatch']}
      style={{ backgroundColor: `var(--payer-${colour})` }}
      aria-hidden="true"
    />
  );
}
