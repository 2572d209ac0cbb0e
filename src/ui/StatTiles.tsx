import type { ReactNode } from 'react';
import styles from './StatTile.module.css';

interface StatTilesProps {
  /** Whether a figure that changes is read out, with its name and note. */
  readonly isLive?: boolean;
  readonly children: ReactNode;
}

export function StatTiles({ isLive = false, children }: StatTilesProps) {
  return (
    <dl className={styles['tiles']} data-figures="" aria-live={isLive ? 'polite' : undefined}>
      {children}
    </dl>
  );
}
