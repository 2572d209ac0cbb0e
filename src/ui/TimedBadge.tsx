import type { BillingCode } from '../domain/billingCode.ts';
import { billedUnit } from '../text/billedUnit.ts';
import styles from './TimedBadge.module.css';
import { useAlive } from './useAlive.ts';

/** The unit a code is billed in, as a short mark; nothing when the sources do not say. */
export function TimedBadge({ code }: { code: Pick<BillingCode, 'timing' | 'unitMinutes'> }) {
  const isAlive = useAlive();
  const text = billedUnit(code);
  if (text === undefined) return null;
  const timed = code.timing === 'timed';
  return (
    <span
      className={styles['badge']}
      data-timed={timed ? '' : undefined}
      title={
        isAlive
          ? timed
            ? 'Timed: billed per unit of this length'
            : 'Untimed: billed once per session'
          : undefined
      }
    >
      {text}
    </span>
  );
}
