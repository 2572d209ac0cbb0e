import { type ReactNode, useEffect, useState } from 'react';
import { afterFrame } from './afterFrame.ts';
import { hasIdleTime } from './hasIdleTime.ts';

/**
 * What comes a frame after the rest. The numbers a choice asked for are drawn first; a drawing or sentences made of the
 * same numbers follow as soon as that frame is on the screen.
 */
export const NextFrame = hasIdleTime ? Following : AtOnce;

function Following({ children }: { readonly children: ReactNode }) {
  const [shown, show] = useState(children);
  useEffect(() => (shown === children ? undefined : afterFrame(() => show(children))), [shown, children]);
  return shown;
}

function AtOnce({ children }: { readonly children: ReactNode }) {
  return children;
}
