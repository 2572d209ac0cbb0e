import { type KeyboardEvent, type MouseEvent, useMemo } from 'react';
import type { Place, PlaceCode } from '../domain/place.ts';
import styles from './StatePager.module.css';
import { useAlive } from './useAlive.ts';

interface StatePagerProps {
  /** null = the nation. */
  readonly place: PlaceCode | null;
  readonly hrefForPlace: (place: PlaceCode | null) => string;
  readonly onPlace: (place: PlaceCode | null) => void;
  /** Places with payer rates for this code. */
  readonly hasRates: ReadonlySet<PlaceCode>;
  readonly places: readonly Place[];
}

/** The place `step` further along the ring of places; from the nation, the first or the last. */
function neighbour(places: readonly Place[], place: PlaceCode | null, step: 1 | -1): Place | undefined {
  const index = places.findIndex(({ code }) => code === place);
  if (index < 0) return step === 1 ? places[0] : places.at(-1);
  return places[(index + step + places.length) % places.length];
}

/** A click that asks for another tab or window is the browser's. */
function isPlainClick(event: MouseEvent): boolean {
  return event.button === 0 && !(event.metaKey || event.ctrlKey || event.shiftKey || event.altKey);
}

/** Leafs through the states: previous, "AK 1 of 53", next, a picker. Left and right arrows leaf while a link has focus. */
export function StatePager({ place, hrefForPlace, onPlace, hasRates, places }: StatePagerProps) {
  const isAlive = useAlive();
  const index = places.findIndex(({ code }) => code === place);
  const previous = neighbour(places, place, -1);
  const next = neighbour(places, place, 1);

  const choices = useMemo(
    () =>
      places.map(({ code, name }) => (
        <option key={code} value={code}>
          {`${name} (${code})${hasRates.has(code) ? '' : ' — no payer rates'}`}
        </option>
      )),
    [places, hasRates],
  );

  function leaf(event: KeyboardEvent) {
    // In the picker the arrows belong to the list.
    if (event.target instanceof HTMLSelectElement) return;
    if (event.metaKey || event.ctrlKey || event.altKey || event.shiftKey) return;
    const target = event.key === 'ArrowLeft' ? previous : event.key === 'ArrowRight' ? next : undefined;
    if (!target) return;
    event.preventDefault();
    onPlace(target.code);
  }

  function link(target: Place | undefined, word: 'Previous' | 'Next') {
    if (!target) return null;
    return (
      <a
        className={styles['step']}
        href={hrefForPlace(target.code)}
        rel={word === 'Previous' ? 'prev' : 'next'}
        aria-label={`${word} state: ${target.name}`}
        onClick={(event) => {
          if (!isPlainClick(event)) return;
          event.preventDefault();
          onPlace(target.code);
        }}
      >
        <svg viewBox="0 0 10 10" width="10" height="10" aria-hidden="true">
          <path d={word === 'Previous' ? 'M6.5 1 2.5 5l4 4' : 'M3.5 1l4 4-4 4'} />
        </svg>
        {target.code}
      </a>
    );
  }

  return (
    <nav className={styles['pager']} aria-label="State" onKeyDown={leaf}>
      {link(previous, 'Previous')}
      <span className={styles['where']} role="status">
        {index < 0 ? 'National' : `${place} ${index + 1} of ${places.length}`}
      </span>
      {link(next, 'Next')}
      {/* Its room is there from the start; what answers comes with the script. */}
      <label className={styles['picker']} data-needs="script">
        {isAlive ? (
          <>
            <span>State</span>
            <select
              value={place ?? ''}
              onChange={({ target }) => onPlace(target.value === '' ? null : target.value)}
            >
              <option value="">National</option>
              {choices}
            </select>
          </>
        ) : null}
      </label>
    </nav>
  );
}
