import { type ReactNode, useEffect, useRef, useState } from 'react';
import { hasIdleTime } from './hasIdleTime.ts';
import { useNextFrame } from './useNextFrame.ts';

/**
 * What answers in the frame of a choice where the reader sees it, and a frame later where it is out of sight: laying out a
 * table that lies a screen further down would hold back the numbers that are in the window.
 */
export const SeenFirst = hasIdleTime ? BySight : AtOnce;

interface SeenFirstProps {
  readonly children: ReactNode;
}

/** As a part of the window: what is about to be scrolled to counts as seen. */
const near = '10%';

function BySight({ children }: SeenFirstProps) {
  const box = useRef<HTMLDivElement>(null);
  const [isSeen, see] = useState(true);
  const shown = useNextFrame(children, isSeen);
  useEffect(() => {
    const observer = new IntersectionObserver(
      (entries) => {
        for (const { isIntersecting } of entries) see(isIntersecting);
      },
      { rootMargin: near },
    );
    if (box.current) observer.observe(box.current);
    return () => observer.disconnect();
  }, []);
  return <div ref={box}>{shown}</div>;
}

function AtOnce({ children }: SeenFirstProps) {
  return <div>{children}</div>;
}
