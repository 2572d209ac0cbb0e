import type { ReactNode } from 'react';
import { hasIdleTime } from './hasIdleTime.ts';
import { useNextFrame } from './useNextFrame.ts';

/**
 * What comes a frame after the rest. The numbers a choice asked for are drawn first; a drawing or sentences made of the
 * same numbers follow as soon as that frame is on the screen.
 */
export const NextFrame = hasIdleTime ? Following : AtOnce;

function Following({ children }: { readonly children: ReactNode }) {
  return useNextFrame(children);
}

function AtOnce({ children }: { readonly children: ReactNode }) {
  return children;
}
