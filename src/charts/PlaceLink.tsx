import type { RefCallback } from 'react';
import type { MapMark, StateMap } from '../figures/stateMap.ts';
import type { SquareBox } from './mapLayout.ts';
import { mapPaint } from './mapPaint.ts';
import styles from './UsMap.module.css';
import { stateOutlines } from './usStates.ts';

interface PlaceLinkProps {
  readonly mark: MapMark;
  readonly comparison: StateMap['comparison'];
  /** Of the patterns in the drawing. */
  readonly prefix: string;
  /** What puts an outline where it belongs in the drawing. */
  readonly shapes: string;
  /** Of a place too small to point at. */
  readonly square: SquareBox | undefined;
  readonly href: string;
  /** Whether the Tab key stops here. */
  readonly isStop: boolean;
  readonly ref: RefCallback<HTMLAnchorElement>;
  readonly onFocus: () => void;
  /** Told whether the pointer or the focus is on it. */
  readonly onActive: (isActive: boolean) => void;
}

/** A place of the map in the class of its figure, as its outline, its square or both. */
export function PlaceLink(props: PlaceLinkProps) {
  const { mark, comparison, prefix, shapes, square, href, isStop, ref, onFocus, onActive } = props;
  const { place, class: mapClass, detail } = mark;
  const paint = mapPaint(mapClass, comparison, prefix);
  // A pattern is scaled with what it fills; the shapes' own one undoes that.
  const shapePaint = mapPaint(mapClass, comparison, `${prefix}shape`);
  return (
    <a
      ref={ref}
      href={href}
      aria-label={detail}
      tabIndex={isStop ? 0 : -1}
      onFocus={() => {
        onFocus();
        onActive(true);
      }}
      onBlur={() => onActive(false)}
      onMouseEnter={() => onActive(true)}
      onMouseLeave={() => onActive(false)}
    >
      {stateOutlines[place] ? (
        <path className={styles['shape']} d={stateOutlines[place]} transform={shapes} fill={shapePaint} />
      ) : null}
      {square ? <Square box={square} paint={paint} isHatched={mapClass.kind === 'absent'} /> : null}
    </a>
  );
}

interface SquareProps {
  readonly box: SquareBox;
  readonly paint: string;
  readonly isHatched: boolean;
}

function Square({ box: { place, x, y, width, height }, paint, isHatched }: SquareProps) {
  return (
    <g className={styles['labels']}>
      <rect className={styles['shape']} x={x} y={y} width={width} height={height} fill={paint} />
      <text x={x + width / 2} y={y + height / 2} data-hatched={isHatched ? '' : undefined}>
        {place}
      </text>
    </g>
  );
}
