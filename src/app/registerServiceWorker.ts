import type { Release } from '../domain/release.ts';
import { versionedUrl } from '../share/versionedUrl.ts';
import { filesToKeep } from './filesToKeep.ts';
import { showNotices, watchAddress } from './noticeBoard.tsx';
import { answerOf, asksForBuild, isOfAnotherBuild } from './serviceWorkerPages.ts';

/** In milliseconds: asking all pages takes a worker one second, and one that says nothing must not keep this page waiting. */
const patience = 3000;

/**
 * Keeps the site for use without a connection. Called once the page is idle; does nothing where the browser has no
 * service workers (plain http) or the reader saves data.
 *
 * @param base path of the site's root: the worker's scope, so it works under any folder.
 */
export async function registerServiceWorker(base: string): Promise<void> {
  // This file comes late and on every page, with or without a worker.
  watchAddress();
  if (!('serviceWorker' in navigator)) return;
  // Before all else: a worker kept by other pages waits for this one too.
  navigator.serviceWorker.addEventListener('message', ({ data, ports }) => {
    if (asksForBuild(data)) ports[0]?.postMessage(buildOfPage());
  });
  if (savesData()) return;
  // Refused (a private window, a copy of the site without the worker): the site works as it does without.
  const registration = await navigator.serviceWorker
    .register(`${base}sw.js`, { scope: base, updateViaCache: 'none' })
    .catch(() => undefined);
  if (!registration) return;
  showNotices();
  async function greet(waiting: ServiceWorker | null): Promise<void> {
    // Of the same build as this page: it takes over unseen, now or when the last page of another build is gone. Else
    // the reader decides when.
    if (!waiting) return;
    const answer = await answerOf(waiting, { type: 'take-over', build: buildOfPage() }, patience);
    if (isOfAnotherBuild(answer)) showNotices({ hasUpdate: true });
  }
  registration.addEventListener('updatefound', () => {
    const worker = registration.installing;
    worker?.addEventListener('statechange', () => {
      if (worker.state === 'installed' && navigator.serviceWorker.controller) void greet(worker);
    });
  });
  // Before the older worker is given work: it must be idle for the waiting one to take over.
  await greet(registration.waiting);
  const { active } = await navigator.serviceWorker.ready;
  // What this page has used came before the worker did: it is asked to keep that too.
  const urlsToCache = [...new Set([...usedAddresses(base), ...(await wantedAddresses(base))])];
  active?.postMessage({ type: 'CACHE_URLS', payload: { urlsToCache } }, []);
}

function savesData(): boolean {
  const connection: unknown = Reflect.get(navigator, 'connection');
  return (
    typeof connection === 'object' && connection !== null && Reflect.get(connection, 'saveData') === true
  );
}

/** The page itself and the data files it has loaded; scripts and styles are in the worker's own list. */
function usedAddresses(base: string): readonly string[] {
  const data = new URL(`${base}data/`, location.href).href;
  const loaded = performance.getEntriesByType('resource').map(({ name }) => name);
  const files = loaded.filter((name) => name.startsWith(data) && name.includes('?v='));
  return [location.origin + location.pathname, ...files];
}

/** Data files that the page's controls would ask for, by the list of files the worker keeps; it may be another build's. */
async function wantedAddresses(base: string): Promise<readonly string[]> {
  const kept = await caches.match(`${base}data/release.json`, { ignoreSearch: true }).catch(() => undefined);
  // As the build wrote it: the worker keeps no other list, and a schema here would come with every page's first scripts.
  const release = (await kept?.json().catch(() => undefined)) as Pick<Release, 'id' | 'files'> | undefined;
  if (!release || !buildOfPage()?.startsWith(release.id)) return [];
  return filesToKeep(location.pathname.slice(base.length), release.files).map(
    ({ path, sha256 }) => new URL(versionedUrl(`${base}data/${path}`, sha256), location.href).href,
  );
}

function buildOfPage(): string | undefined {
  return document.querySelector<HTMLMetaElement>('meta[name="build"]')?.content;
}
