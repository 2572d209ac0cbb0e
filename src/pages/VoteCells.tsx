import type { ReactNode } from 'react';
import type { Column, FigureRow } from '../figures/figure.ts';
import styles from './VoteCells.module.css';

/** A provider's name with room to be read: hospitals have long ones. */
export function providerLabel(row: FigureRow): ReactNode {
  return <span className={styles['provider']}>{row.label}</span>;
}

/**
 * Dates stay in one piece; long plan names wrap instead of pushing the figures out of sight. Payers have our own names,
 * whose words are short enough to stay whole.
 */
export function voteCell(row: FigureRow, column: Column): ReactNode | undefined {
  const cell = row.cells[column.id];
  if (cell?.kind !== 'value' || column.kind !== 'text' || column.id === 'payer') return undefined;
  const look = column.id === 'date' || column.id === 'state' ? styles['whole'] : styles['words'];
  return <span className={look}>{cell.value}</span>;
}
