import styles from './FluidRangeChart.module.css';
import type { Room } from './fluidRange.ts';

/** The class of what is drawn in boxes of one width only; undefined for what is drawn in all. */
export function roomStyle(room: Room): string | undefined {
  return room === null ? undefined : styles[room];
}
