import { type ReactNode, startTransition, useLayoutEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';

/** The width assumed where nothing can be measured: a chart is still drawn. */
const assumedWidth = 720;
/** What A4 has between its margins, and Letter a little more: one drawing that is wider has the whole page printed smaller. */
const paperWidth = 680;

export interface MeasuredChartProps {
  /** Pixels kept free for the chart from the first frame on, so nothing below it moves. */
  readonly height: number;
  /** What stands there before the box is measured: in a page's file, before any script. Without it, a chart of assumed width. */
  readonly unmeasured?: ReactNode;
  /** Draws the chart for a width in whole pixels. */
  readonly children: (width: number) => ReactNode;
}

/** Gives a chart the width of its box, measured before the first paint and again whenever the box changes; or that of paper. */
export function MeasuredChart({ height, unmeasured, children }: MeasuredChartProps) {
  const box = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState<number | null>(unmeasured === undefined ? assumedWidth : null);

  const isDrawn = unmeasured !== undefined;

  useLayoutEffect(() => {
    const element = box.current;
    if (!element || typeof ResizeObserver === 'undefined') {
      setWidth(assumedWidth);
      return;
    }
    const measure = () => {
      const measured = Math.floor(element.getBoundingClientRect().width);
      // A hidden box has no width; the last good one is kept for when it is shown again.
      if (measured === 0) return;
      // What stands there already is a drawing: it may be exchanged when there is time.
      if (isDrawn) startTransition(() => setWidth(measured));
      else setWidth(measured);
    };
    measure();
    // Paper is laid out at once: no box is measured anew for it.
    const fitPaper = () => flushSync(() => setWidth((now) => now && Math.min(now, paperWidth)));
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    addEventListener('beforeprint', fitPaper);
    addEventListener('afterprint', measure);
    return () => {
      observer.disconnect();
      removeEventListener('beforeprint', fitPaper);
      removeEventListener('afterprint', measure);
    };
  }, [isDrawn]);

  return (
    <div ref={box} data-drawing="" style={{ minHeight: height, minWidth: 0 }}>
      {width === null ? unmeasured : children(width)}
    </div>
  );
}
