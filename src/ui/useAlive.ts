import { startTransition, useEffect, useState } from 'react';

/**
 * Whether the script has taken the page over: false while a page's file is made and while React finds its text again.
 * It turns in small steps: a great deal of the page may depend on it, and nobody waits for it.
 */
export function useAlive(): boolean {
  const [isAlive, setAlive] = useState(false);
  useEffect(() => {
    startTransition(() => setAlive(true));
  }, []);
  return isAlive;
}
