import { useEffect, useRef } from 'react';
import { Loading } from '../ui/Loading.tsx';

/** How far below the window, in pixels, the rest of the page is asked for: it has come by the time it is scrolled to. */
const lookAhead = 600;

/**
 * Stands where the parts of a page begin that need the rates themselves, and asks for them when the reader comes near,
 * prints the page, or has followed a link to one of them.
 */
export function LateParts({ onNeed }: { readonly onNeed: () => void }) {
  const box = useRef<HTMLDivElement>(null);
  const ask = useRef(onNeed);
  useEffect(() => {
    ask.current = onNeed;
  }, [onNeed]);

  useEffect(() => {
    const need = () => ask.current();
    if (location.hash !== '' || !box.current || typeof IntersectionObserver === 'undefined') {
      need();
      return;
    }
    const observer = new IntersectionObserver((seen) => seen.some((each) => each.isIntersecting) && need(), {
      rootMargin: `0px 0px ${lookAhead}px 0px`,
    });
    observer.observe(box.current);
    addEventListener('beforeprint', need);
    return () => {
      observer.disconnect();
      removeEventListener('beforeprint', need);
    };
  }, []);

  return (
    <div ref={box}>
      <Loading label="Loading the votes, Medicare and the code’s context" lines={6} />
      <noscript>
        <p>
          The votes behind these figures, Medicare’s schedule, hospital charges and the code’s context are
          drawn by a script. The figures above are complete without one, and the data are plain CSV files.
        </p>
      </noscript>
    </div>
  );
}
