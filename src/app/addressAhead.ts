import { navigate } from 'wouter/use-browser-location';
import { afterFrame } from '../ui/afterFrame.ts';

interface Place {
  readonly pathname: string;
  readonly search: string;
}

/**
 * Where the page is going while the address bar does not say so yet. Writing there takes a browser as long as drawing
 * a table does, and nothing a reader looks at waits for it: the page answers, and the address follows its frame.
 */
let ahead: Place | null = null;
let callOff = () => {};
let waiting: (() => void)[] = [];
const listeners = new Set<() => void>();

/** @param to an address of this site. */
export function goTo(to: string): void {
  writeAddress();
  ahead = new URL(to, location.href);
  addEventListener('popstate', drop, { once: true });
  callOff = afterFrame(writeAddress);
  for (const tell of listeners) tell();
}

/** Lets the address bar say at once where the page has gone: what comes next goes by it. */
export function writeAddress(): void {
  if (ahead === null) return;
  const acts = waiting;
  try {
    navigate(ahead.pathname + ahead.search);
  } finally {
    drop();
  }
  for (const act of acts) act();
}

/** Runs an act when the address bar says where the page is: a title given before would be that of the page left. */
export function whenWritten(act: () => void): void {
  if (ahead === null) act();
  else waiting.push(act);
}

/** Going back or forth overtakes what was not written. */
function drop(): void {
  ahead = null;
  waiting = [];
  callOff();
  removeEventListener('popstate', drop);
  for (const tell of listeners) tell();
}

export function subscribeAhead(tell: () => void): () => void {
  listeners.add(tell);
  return () => listeners.delete(tell);
}

/** Where the page is going, the same value until that changes; null where the address bar says it. */
export function addressAhead(): Place | null {
  return ahead;
}
