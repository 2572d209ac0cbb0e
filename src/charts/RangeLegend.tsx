import { legendEntries } from './legendEntries.tsx';
import styles from './RangeChart.module.css';
import type { RangeGeometry } from './rangeGeometry.ts';

/** The key to the chart's signs, as words with small drawings: only signs this chart draws. */
export function RangeLegend({ geometry }: { readonly geometry: RangeGeometry }) {
  const entries = legendEntries(geometry);
  if (entries.length === 0) return null;
  return (
    <ul className={styles['legend']} aria-label="Key to the chart">
      {entries.map((entry) => (
        <li key={entry.words}>
          <svg width={entry.width} height={16} aria-hidden="true">
            {entry.glyph}
          </svg>
          {entry.words}
        </li>
      ))}
    </ul>
  );
}
