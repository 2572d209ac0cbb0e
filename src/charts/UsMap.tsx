import { type KeyboardEvent, useId, useMemo, useRef, useState } from 'react';
import type { PlaceCode } from '../domain/place.ts';
import type { StateMap } from '../figures/stateMap.ts';
import { MapLegend } from './MapLegend.tsx';
import { MapPatterns } from './MapPatterns.tsx';
import { field, mapLayout, type SquareBox } from './mapLayout.ts';
import { PlaceLink } from './PlaceLink.tsx';
import { placeAfter } from './placeAfter.ts';
import styles from './UsMap.module.css';
import { stateOutlines } from './usStates.ts';

interface UsMapProps {
  readonly map: StateMap;
  /** Pixels; `MeasuredChart` measures it. */
  readonly width: number;
  readonly hrefForPlace: (place: PlaceCode) => string;
}

/**
 * The states in the classes of their figures; every place is a link. The map is one stop of the Tab key; arrows step
 * through the places in postal-code order, as the state pager does, Home and End go to the first and last.
 */
export function UsMap({ map, width, hrefForPlace }: UsMapProps) {
  const { marks, comparison } = map;
  const prefix = useId();
  const hintId = useId();
  const layout = useMemo(() => mapLayout(width), [width]);
  const squareOf = new Map(layout.squares.map((box) => [box.place, box]));
  const links = useRef(new Map<PlaceCode, HTMLElement | SVGElement>());
  const [stop, setStop] = useState<PlaceCode>(marks[0]?.place ?? '');
  const [active, setActive] = useState<PlaceCode | null>(null);
  const activeMark = marks.find(({ place }) => place === active);
  const shapes = `scale(${layout.scale}) translate(${-field.left} ${-field.top})`;

  function onKeyDown(event: KeyboardEvent) {
    if (event.metaKey || event.ctrlKey || event.altKey || event.shiftKey) return;
    const place = placeAfter(event.key, stop, marks);
    if (place === undefined) return;
    event.preventDefault();
    links.current.get(place)?.focus();
  }

  return (
    <div className={styles['map']}>
      <MapLegend map={map} hasCounts />
      <p id={hintId} hidden>
        Arrow keys step through the places, Enter opens one.
      </p>
      <svg
        role="group"
        aria-label={`${map.figure.title}, map`}
        aria-describedby={hintId}
        width={layout.width}
        height={layout.height}
        onKeyDown={onKeyDown}
      >
        <MapPatterns prefix={prefix} scale={1} />
        <MapPatterns prefix={`${prefix}shape`} scale={layout.scale} />
        {marks.map((mark) => (
          <PlaceLink
            key={mark.place}
            {...{ mark, comparison, prefix, shapes }}
            ref={(element) => {
              if (element) links.current.set(mark.place, element);
              else links.current.delete(mark.place);
            }}
            href={hrefForPlace(mark.place)}
            square={squareOf.get(mark.place)}
            isStop={mark.place === stop}
            onFocus={() => setStop(mark.place)}
            onActive={(isActive) => setActive(isActive ? mark.place : null)}
          />
        ))}
        <g className={styles['labels']} aria-hidden="true">
          {layout.labels.map(({ place, x, y }) => (
            <text
              key={place}
              x={x}
              y={y}
              data-hatched={
                marks.find((mark) => mark.place === place)?.class.kind === 'absent' ? '' : undefined
              }
            >
              {place}
            </text>
          ))}
        </g>
        {active === null ? null : (
          <ActivePlace outline={stateOutlines[active]} square={squareOf.get(active)} shapes={shapes} />
        )}
      </svg>
      <p className={styles['readout']} aria-hidden="true" data-print="hide">
        {activeMark?.detail ?? 'Point at a place to read it, press it to open its page.'}
      </p>
    </div>
  );
}

interface ActivePlaceProps {
  readonly outline: string | undefined;
  readonly square: SquareBox | undefined;
  /** What puts an outline where it belongs in the drawing. */
  readonly shapes: string;
}

/**
 * The edge of the place the reader is on. Drawn last: a neighbour would cover half of it. Twice: on the classes' own
 * colours a ring without an edge of the card's colour stands less than 3 to 1.
 */
function ActivePlace({ outline, square, shapes }: ActivePlaceProps) {
  return (
    <g className={styles['active']} aria-hidden="true" data-print="hide">
      {(['edge', 'ring'] as const).map((line) => (
        <g key={line} className={styles[line]}>
          {outline ? <path d={outline} transform={shapes} /> : null}
          {square ? <rect x={square.x} y={square.y} width={square.width} height={square.height} /> : null}
        </g>
      ))}
    </g>
  );
}
