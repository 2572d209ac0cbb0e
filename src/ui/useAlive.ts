import { createContext, useContext } from 'react';

/** True wherever no page's file was taken over: what a script draws by itself answers at once. */
export const AliveContext = createContext(true);

/**
 * Whether what is drawn can answer: false while a page's file is made and while React finds its text again, so that the
 * file carries no button, option or explanation that nothing would answer to.
 */
export function useAlive(): boolean {
  return useContext(AliveContext);
}
