import { type KeyboardEvent, useId, useMemo, useRef, useState } from 'react';
import type { PlaceCode } from '../domain/place.ts';
import type { MapMark, StateMap } from '../figures/stateMap.ts';
import { MapLegend } from './MapLegend.tsx';
import { MapPatterns } from './MapPatterns.tsx';
import { field, mapLayout, type SquareBox } from './mapLayout.ts';
import { mapPaint } from './mapPaint.ts';
import styles from './UsMap.module.css';
import { stateOutlines } from './usStates.ts';

interface UsMapProps {
  readonly map: StateMap;
  /** Pixels; `MeasuredChart` measures it. */
  readonly width: number;
  readonly hrefForPlace: (place: PlaceCode) => string;
}

const steps: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

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
    const index = marks.findIndex(({ place }) => place === stop);
    const step = steps[event.key];
    const next =
      event.key === 'Home'
        ? 0
        : event.key === 'End'
          ? marks.length - 1
          : step === undefined
            ? undefined
            : (index + step + marks.length) % marks.length;
    const place = next === undefined ? undefined : marks[next]?.place;
    if (place === undefined) return;
    event.preventDefault();
    links.current.get(place)?.focus();
  }

  function link({ place, class: mapClass, detail }: MapMark) {
    const paint = mapPaint(mapClass, comparison, prefix);
    // A pattern is scaled with what it fills; the shapes' own one undoes that.
    const shapePaint = mapPaint(mapClass, comparison, `${prefix}shape`);
    const square = squareOf.get(place);
    return (
      <a
        key={place}
        ref={(element) => {
          if (element) links.current.set(place, element);
          else links.current.delete(place);
        }}
        href={hrefForPlace(place)}
        aria-label={detail}
        tabIndex={place === stop ? 0 : -1}
        onFocus={() => {
          setStop(place);
          setActive(place);
        }}
        onBlur={() => setActive(null)}
        onMouseEnter={() => setActive(place)}
        onMouseLeave={() => setActive(null)}
      >
        {stateOutlines[place] ? (
          <path className={styles['shape']} d={stateOutlines[place]} transform={shapes} fill={shapePaint} />
        ) : null}
        {square ? <Square box={square} paint={paint} isHatched={mapClass.kind === 'absent'} /> : null}
      </a>
    );
  }

  return (
    <div className={styles['map']}>
      <MapLegend map={map} hasCounts />
      <p id={hintId} className="visually-hidden">
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
        {marks.map(link)}
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
          // Drawn last: a neighbour would cover half of the edge. Twice: on the classes' own colours a ring without an
          // edge of the card's colour stands less than 3 to 1.
          <g className={styles['active']} aria-hidden="true" data-print="hide">
            {(['edge', 'ring'] as const).map((line) => (
              <g key={line} className={styles[line]}>
                {stateOutlines[active] ? <path d={stateOutlines[active]} transform={shapes} /> : null}
                {squareOf.has(active) ? <rect {...boxOf(squareOf.get(active))} /> : null}
              </g>
            ))}
          </g>
        )}
      </svg>
      <p className={styles['readout']} aria-hidden="true" data-print="hide">
        {activeMark?.detail ?? 'Point at a place to read it, press it to open its page.'}
      </p>
    </div>
  );
}

function boxOf(box: SquareBox | undefined) {
  return box ? { x: box.x, y: box.y, width: box.width, height: box.height } : {};
}

interface SquareProps {
  readonly box: SquareBox;
  readonly paint: string;
  readonly isHatched: boolean;
}

function Square({ box, paint, isHatched }: SquareProps) {
  return (
    <g className={styles['labels']}>
      <rect className={styles['shape']} {...boxOf(box)} fill={paint} />
      <text x={box.x + box.width / 2} y={box.y + box.height / 2} data-hatched={isHatched ? '' : undefined}>
        {box.place}
      </text>
    </g>
  );
}
