import { useId } from 'react';
import type { StateMap } from '../figures/stateMap.ts';
import { countOf } from '../text/numbers.ts';
import { ChartLegend } from './ChartLegend.tsx';
import { MapPatterns } from './MapPatterns.tsx';
import { mapPaint } from './mapPaint.ts';
import styles from './UsMap.module.css';

interface MapLegendProps {
  readonly map: StateMap;
  /** Whether each class says how many places it has: not where several maps share the key. */
  readonly hasCounts: boolean;
}

/** The classes and hatchings in words. All five classes stand, used or not. */
export function MapLegend({ map, hasCounts }: MapLegendProps) {
  const prefix = useId();
  return (
    <ChartLegend label="Key to the map">
      {map.legend.map(({ class: mapClass, label, places }) => (
        <li key={label}>
          <svg width={22} height={16} aria-hidden="true" focusable="false">
            {mapClass.kind === 'absent' ? (
              <MapPatterns prefix={`${prefix}${mapClass.reason}`} scale={1} />
            ) : null}
            <rect
              className={styles['shape']}
              x={1}
              y={1}
              width={20}
              height={14}
              fill={mapPaint(
                mapClass,
                map.comparison,
                mapClass.kind === 'absent' ? `${prefix}${mapClass.reason}` : prefix,
              )}
            />
          </svg>
          <span>
            {label}
            {hasCounts ? ` (${countOf(places, 'place')})` : ''}
          </span>
        </li>
      ))}
    </ChartLegend>
  );
}
