import { type ReactNode, startTransition, useEffect, useState } from 'react';
import { AliveContext } from './useAlive.ts';

/**
 * Around what a page's file holds: it comes alive after React has taken its text over. In small steps: a great deal of
 * the page depends on it, and nobody waits for it.
 */
export function AliveLater({ children }: { readonly children: ReactNode }) {
  const [isAlive, setAlive] = useState(false);
  useEffect(() => {
    startTransition(() => setAlive(true));
  }, []);
  return <AliveContext value={isAlive}>{children}</AliveContext>;
}
