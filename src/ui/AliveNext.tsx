import { type ReactNode, startTransition, useEffect, useState } from 'react';
import { afterFrame } from './afterFrame.ts';
import { AliveContext, useAlive } from './useAlive.ts';

/**
 * Around what comes alive a frame after the page around it: the controls of a whole page in one frame would be laid out
 * in one long piece, in which nothing else is answered. What is drawn on a page that is alive is so at once.
 */
export function AliveNext({ children }: { readonly children: ReactNode }) {
  const around = useAlive();
  const [isAlive, setAlive] = useState(around);
  useEffect(
    () => (isAlive === around ? undefined : afterFrame(() => startTransition(() => setAlive(around)))),
    [isAlive, around],
  );
  return <AliveContext value={isAlive}>{children}</AliveContext>;
}
