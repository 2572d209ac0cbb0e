import { type KeyboardEvent, type MouseEvent, type PointerEvent, useState } from 'react';
import type { DistributionMark } from './distributionGeometry.ts';
import { nearestMark } from './nearestMark.ts';
import { nextIndex } from './nextIndex.ts';

/**
 * The mark a reader is on, by pointer, touch or arrow keys, and what the frame around the drawing listens to for it.
 *
 * @param marks in the order the keys step through them.
 * @param onPick told the mark that was clicked, or that Enter or the space bar was pressed on; null where none can be picked.
 */
export function useActiveMark(marks: readonly DistributionMark[], onPick: ((index: number) => void) | null) {
  const [activeIndex, setActiveIndex] = useState<number | null>(null);

  function pick(index: number | null) {
    if (index !== null) onPick?.(index);
  }

  function onKeyDown(event: KeyboardEvent) {
    if (onPick && (event.key === 'Enter' || event.key === ' ')) {
      event.preventDefault();
      pick(activeIndex);
      return;
    }
    const next = nextIndex(event.key, activeIndex, marks.length);
    if (next === undefined) return;
    event.preventDefault();
    setActiveIndex(next);
  }

  function markAt(event: MouseEvent<HTMLDivElement>) {
    const box = event.currentTarget.getBoundingClientRect();
    return nearestMark(marks, event.clientX - box.left, event.clientY - box.top);
  }

  function onPointer(event: PointerEvent<HTMLDivElement>) {
    setActiveIndex(markAt(event));
  }

  return {
    active: activeIndex === null ? undefined : marks[activeIndex],
    listeners: {
      onKeyDown,
      onPointerMove: onPointer,
      onPointerDown: onPointer,
      onClick: (event: MouseEvent<HTMLDivElement>) => pick(markAt(event)),
      onPointerLeave: () => setActiveIndex(null),
      onBlur: () => setActiveIndex(null),
    },
  };
}
