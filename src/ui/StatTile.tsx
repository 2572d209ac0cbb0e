import type { ReactNode } from 'react';
import styles from './StatTile.module.css';

interface StatTileProps {
  readonly label: string;
  /** The figure as printed, or the words of its absence. */
  readonly value: ReactNode;
  /** Its n, its year, what it is a share of. */
  readonly note?: string;
  /** Whether `value` is the words of an absence: shown smaller, so that it does not pass for a figure. */
  readonly absent?: boolean;
}

/** One headline figure. Put tiles inside a `StatTiles`: together they are one description list. */
export function StatTile({ label, value, note, absent = false }: StatTileProps) {
  return (
    <div className={styles['tile']} aria-atomic>
      <dt>{label}</dt>
      <dd className={absent ? styles['absent'] : styles['value']}>{value}</dd>
      {note ? <dd className={styles['note']}>{note}</dd> : null}
    </div>
  );
}
