import type { ReactNode } from 'react';
import styles from './ChartLegend.module.css';

interface ChartLegendProps {
  readonly label?: string;
  /** A list item for each sign: `LegendSigns`, or a drawing's own. */
  readonly children: ReactNode;
}

/** The key to a drawing: its signs, each beside its words. The room around it is the drawing's. */
export function ChartLegend({ label = 'Key to the chart', children }: ChartLegendProps) {
  return (
    <ul className={styles['legend']} aria-label={label}>
      {children}
    </ul>
  );
}

export interface LegendSign {
  readonly words: string;
  /** Pixels. */
  readonly width: number;
  readonly height?: number;
  readonly glyph: ReactNode;
}

export function LegendSigns({ signs }: { readonly signs: readonly LegendSign[] }) {
  return signs.map(({ words, width, height = 16, glyph }) => (
    <li key={words}>
      <svg width={width} height={height} aria-hidden="true">
        {glyph}
      </svg>
      {words}
    </li>
  ));
}
