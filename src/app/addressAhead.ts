import { navigate } from 'wouter/use-browser-location';
import { afterFrame } from '../ui/afterFrame.ts';

/**
 * Where the page is going while the address bar does not say so yet. Writing there takes a browser as long as drawing
 * a table does, and nothing a reader looks at waits for it: the page answers, and the address follows its frame.
 */
let ahead: URL | null = null;
/** What the address bar said when it was left. */
let left = '';
let callOff = () => {};
let waiting: (() => void)[] = [];
const listeners = new Set<() => void>();

/** Browsers take so many addresses (100 or 200) in so long (10 or 30 s): one that is refused is tried again this often. */
const pause = 1000;

/** @param to an address of this site. */
export function goTo(to: string): void {
  writeAddress();
  ahead = new URL(to, location.href);
  left = location.pathname + location.search;
  addEventListener('popstate', overtake);
  callOff();
  callOff = afterFrame(writeAddress);
  for (const tell of listeners) tell();
}

/**
 * Lets the address bar say at once where the page has gone: what comes next goes by it. A browser that was given too many
 * addresses refuses one, by throwing or by doing nothing: the page stays where it is, and the newest address is tried again
 * (`noticeBoard.tsx` tells the reader if that goes on for long).
 */
export function writeAddress(): void {
  if (ahead === null) return;
  const acts = waiting;
  const { href } = ahead;
  try {
    navigate(href);
  } catch {
    // Told below from what the address bar says, as where nothing is thrown.
  }
  if (location.href !== href) {
    callOff();
    const again = setTimeout(writeAddress, pause);
    callOff = () => clearTimeout(again);
    return;
  }
  drop();
  for (const act of acts) act();
}

/** Runs an act when the address bar says where the page is: a title given before would be that of the page left. */
export function whenWritten(act: () => void): void {
  if (ahead === null) act();
  else waiting.push(act);
}

/** Going back or forth overtakes what was not written; a link within the page does not. */
function overtake(): void {
  if (location.pathname + location.search !== left) drop();
}

function drop(): void {
  ahead = null;
  waiting = [];
  callOff();
  removeEventListener('popstate', overtake);
  for (const tell of listeners) tell();
}

export function subscribeAhead(tell: () => void): () => void {
  listeners.add(tell);
  return () => listeners.delete(tell);
}

/** Where the page is going, the same value until that changes; null where the address bar says it. */
export function addressAhead(): URL | null {
  return ahead;
}
