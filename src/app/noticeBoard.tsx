import { createRoot, type Root } from 'react-dom/client';
import { addressAhead, subscribeAhead } from './addressAhead.ts';
import { SiteNotices } from './SiteNotices.tsx';

/** Most refusals of an address are over by then; of one that is not, the reader is told. */
const longestSilence = 10_000;

const said = { hasUpdate: false, isAddressLate: false };
let root: Root | null = null;

/** Says it from now on, in a place of its own at the end of the page, so that the app need not know of updates. */
export function showNotices(more: Partial<typeof said> = {}): void {
  Object.assign(said, more);
  if (!root) {
    root = createRoot(document.body.appendChild(document.createElement('div')));
    addEventListener('online', draw);
    addEventListener('offline', draw);
  }
  draw();
}

/** From now on says so where the browser takes no address for long, until it takes one. */
export function watchAddress(): void {
  let silence: ReturnType<typeof setTimeout> | undefined;
  subscribeAhead(() => {
    if (addressAhead() !== null) {
      silence ??= setTimeout(() => showNotices({ isAddressLate: true }), longestSilence);
      return;
    }
    clearTimeout(silence);
    silence = undefined;
    if (said.isAddressLate) showNotices({ isAddressLate: false });
  });
}

function draw(): void {
  root?.render(<SiteNotices {...said} isOffline={!navigator.onLine} />);
}
