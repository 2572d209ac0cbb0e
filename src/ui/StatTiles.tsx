import type { ReactNode } from 'react';
import styles from './StatTile.module.css';

export function StatTiles({ children }: { children: ReactNode }) {
  return <dl className={styles['tiles']}>{children}</dl>;
}
