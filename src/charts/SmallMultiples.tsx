import { useId } from 'react';
import type { StateMap } from '../figures/stateMap.ts';
import { countOf } from '../text/numbers.ts';
import { MapLegend } from './MapLegend.tsx';
import { MapPatterns } from './MapPatterns.tsx';
import { field } from './mapLayout.ts';
import { mapPaint } from './mapPaint.ts';
import { payerColour } from './payerColour.ts';
import styles from './SmallMultiples.module.css';
import { stateOutlines } from './usStates.ts';

interface SmallMultiplesProps {
  readonly maps: readonly StateMap[];
  /** The payer of the large map. */
  readonly payer: StateMap['payer'];
  readonly onPayer: (payer: StateMap['payer']) => void;
}

/** The islands that have no shape, as squares in the empty corner at the bottom right, in units of the field. */
const corners: Readonly<Record<string, number>> = { PR: 840, VI: 895 };

/** One small map per payer, in the classes of the large one. Pressing one makes it the large one. */
export function SmallMultiples({ maps, payer, onPayer }: SmallMultiplesProps) {
  const prefix = useId();
  return (
    <div className={styles['drawing']} data-drawing="">
      {maps[0] ? <MapLegend map={{ ...maps[0], legend: legendOf(maps) }} hasCounts={false} /> : null}
      <ul className={styles['maps']} aria-label="One map per payer">
        {maps.map((map) => (
          <li key={map.payer}>
            <button type="button" aria-pressed={map.payer === payer} onClick={() => onPayer(map.payer)}>
              <span className={styles['name']}>
                <span
                  className={styles['swatch']}
                  style={{ backgroundColor: payerColour(map.payer) }}
                  aria-hidden="true"
                />
                {map.payerName}
              </span>
              <SmallMap map={map} prefix={`${prefix}${map.payer}`} />
              <span className={styles['reach']}>{reachOf(map)}</span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** The key to all of the maps: one may have a hatching that the first has not. */
function legendOf(maps: readonly StateMap[]): StateMap['legend'] {
  const seen = new Set<string>();
  return maps
    .flatMap(({ comparison, legend }) => legend.map((entry) => ({ entry, comparison })))
    .filter(({ entry, comparison }) => {
      const paint = mapPaint(entry.class, comparison, '');
      return !seen.has(paint) && seen.add(paint);
    })
    .map(({ entry }) => entry);
}

/** `5 of 53 places compared`. */
function reachOf({ marks }: StateMap): string {
  const compared = marks.filter((mark) => mark.class.kind === 'step').length;
  return `${compared} of ${countOf(marks.length, 'place')} compared`;
}

/** A drawing only: its payer and reach are said beside it, its places are in the board's table. */
function SmallMap({ map, prefix }: { readonly map: StateMap; readonly prefix: string }) {
  return (
    <svg
      viewBox={`${field.left} ${field.top} ${field.width} ${field.height}`}
      aria-hidden="true"
      focusable="false"
    >
      <MapPatterns prefix={prefix} scale={0.25} />
      {map.marks.map(({ place, class: mapClass }) => {
        const fill = mapPaint(mapClass, map.comparison, prefix);
        const outline = stateOutlines[place];
        return outline ? (
          <path key={place} d={outline} fill={fill} />
        ) : (
          <rect key={place} x={corners[place]} y={560} width={40} height={40} fill={fill} />
        );
      })}
    </svg>
  );
}
