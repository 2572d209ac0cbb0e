import { type ReactNode, startTransition, useDeferredValue, useEffect, useState } from 'react';
import { hasIdleTime } from './hasIdleTime.ts';

/**
 * What may follow the rest. A choice is answered at once where the reader looks: the frame with the answer is drawn
 * first, and parts further down keep what they show until the browser is idle again. Deferring alone is not enough:
 * React would start on them before the frame, and a list of 100,000 votes is one long piece of work.
 */
export const Later = hasIdleTime ? WhenIdle : Deferred;

interface LaterProps {
  readonly children: ReactNode;
}

function WhenIdle({ children }: LaterProps) {
  const [asked, ask] = useState(children);
  // The element of before is the very same value, so React does not even look into it meanwhile.
  const [shown, show] = useState(children);
  // Another choice may come while the parts of one are drawn. They are stale then, and React would still go on with them
  // before it draws the frame with the newer answer: what was asked for and is no longer wanted changes nothing.
  if (asked === children && shown !== children) show(children);
  useEffect(() => {
    const request = requestIdleCallback(() => startTransition(() => ask(children)), { timeout: 500 });
    return () => cancelIdleCallback(request);
  }, [children]);
  return shown;
}

function Deferred({ children }: LaterProps) {
  return useDeferredValue(children);
}
