import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { ErrorState } from '../ui/ErrorState.tsx';
import { Loading } from '../ui/Loading.tsx';
import { useAlive } from '../ui/useAlive.ts';
import { focusOn, useFocusAfter } from '../ui/useFocusAfter.ts';
import styles from './CodePage.module.css';

/** How far below the window, in pixels, the rest of the page is asked for: it has come by the time it is scrolled to. */
const lookAhead = 600;

/** Why the rates did not come, and the way to ask for them again. */
export interface MissingRates {
  readonly reason: string;
  readonly onRetry: () => void;
}

interface LatePartsProps {
  readonly onNeed: () => void;
  /** null while the rates load, and before. */
  readonly missing?: MissingRates | null;
}

/**
 * Stands where the parts of a page begin that need the rates themselves, and asks for them when the reader comes near,
 * prints the page, or has followed a link to one of them.
 */
export function LateParts({ onNeed, missing = null }: LatePartsProps) {
  const box = useRef<HTMLDivElement>(null);
  const [isAsked, setAsked] = useState(false);
  const isAlive = useAlive();
  const focusAfter = useFocusAfter();
  // What stands here goes when the parts have come; what is before them stays.
  const around = () => [box.current?.previousElementSibling, box.current?.parentElement];
  const need = useEffectEvent(() => {
    setAsked(true);
    onNeed();
  });

  useEffect(() => {
    // Before, what stands above it may still come.
    if (!isAlive) return undefined;
    if (location.hash !== '' || !box.current || typeof IntersectionObserver === 'undefined') {
      need();
      return undefined;
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
  }, [isAlive]);

  return (
    <div ref={box}>
      <div data-needs="script" className={styles['late']}>
        {isAsked && missing ? (
          // The notice at the page's head is screens away from a reader who came here.
          <ErrorState
            title="The rest of this page did not arrive"
            message={`The votes, Medicare and the code’s context stand here once they have come. ${missing.reason}`}
            onRetry={() => {
              // At once: the parts may come in the very drawing that takes the button away, and this with it.
              const before = box.current?.previousElementSibling;
              if (before instanceof HTMLElement) focusOn(before);
              missing.onRetry();
            }}
          />
        ) : isAsked ? (
          <Loading label="Loading the votes, Medicare and the code’s context" lines={6} />
        ) : !isAlive ? null : (
          <p>
            The votes, Medicare’s schedule, hospital charges and the code’s context come as you scroll to
            them.{' '}
            <button
              type="button"
              onClick={({ currentTarget }) => {
                if (document.activeElement === currentTarget) focusAfter(currentTarget, around);
                setAsked(true);
                onNeed();
              }}
            >
              Load them now
            </button>
          </p>
        )}
      </div>
      <noscript>
        <p>
          A script adds the votes behind these figures, the nation beside them, Medicare’s schedule and the
          code’s context. The figures above are complete without it, and the data are plain CSV files.
        </p>
      </noscript>
    </div>
  );
}
