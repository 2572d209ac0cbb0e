import { clientsClaim } from 'workbox-core';
import { addPlugins, addRoute, matchPrecache, precache } from 'workbox-precaching';
import { registerRoute } from 'workbox-routing';
import { CacheFirst, NetworkFirst } from 'workbox-strategies';
import {
  type Asked,
  areAllOfBuild,
  atDepth,
  buildOf,
  isVersion,
  type TakeOverAnswer,
} from './serviceWorkerPages.ts';

/**
 * The site without a connection. A worker belongs to one build and keeps nothing of another: scripts and styles by
 * the hash in their names, pages by the build stamped into them, data by their SHA-256. With a connection, pages and
 * the list of files come from the network, so a worker that is behind shows the newer release, and whole.
 */

/** Written in by `tools/offlineFiles.ts`. */
declare const offlineBuild: {
  /** The build's name, as stamped into its pages. */
  readonly name: string;
  /** The id of its data release. */
  readonly release: string;
  /** The home page with an empty root element. */
  readonly shell: string;
  readonly precache: { url: string; revision: string | null }[];
};

/** What is used of a worker's global scope; the project compiles with a page's types. */
interface WorkerEvent extends Event {
  waitUntil(work: Promise<unknown>): void;
}
interface WorkerScope {
  readonly registration: { readonly scope: string };
  readonly clients: {
    matchAll(options: {
      type: 'window';
      includeUncontrolled: boolean;
    }): Promise<readonly (Asked & { url: string })[]>;
  };
  skipWaiting(): Promise<void>;
  addEventListener(type: 'activate', listener: (event: WorkerEvent) => void): void;
  addEventListener(
    type: 'message',
    listener: (event: WorkerEvent & { data: unknown; ports: readonly MessagePort[] }) => void,
  ): void;
}
declare const self: WorkerScope;

const { scope } = self.registration;
const root = new URL(scope).pathname;
const listPath = `${root}data/release.json`;
// The scope in each name: a copy of the site in another folder of the same host has caches of its own.
const pageCache = `pages ${offlineBuild.name} ${scope}`;
const dataCache = `data ${offlineBuild.release} ${scope}`;
/** Clients whose page came from the cache: their list of files does too, or two releases would meet on one page. */
const offlineClients = new Set<string>();

addPlugins([
  {
    // A site that is being replaced while the worker installs answers with files of both: try again another time.
    cacheWillUpdate: async ({ response, request }) => {
      if (response.status !== 200) return null;
      const { pathname } = new URL(request.url);
      if (pathname === root) return (await isOwnPage(response)) ? response : null;
      if (pathname === listPath) return (await isOwnList(response)) ? response : null;
      return response;
    },
  },
]);
precache(offlineBuild.precache);
clientsClaim();

const pages = new NetworkFirst({
  cacheName: pageCache,
  plugins: [
    {
      // Every view of a page is the same file: kept once, under its address without the query.
      cacheKeyWillBeUsed: ({ request }) => Promise.resolve(withoutQuery(request.url)),
      cacheWillUpdate: async ({ response }) => ((await isOwnPage(response)) ? response : null),
      cachedResponseWillBeUsed: ({ cachedResponse, event }) => {
        if (cachedResponse) rememberOffline(event);
        return Promise.resolve(cachedResponse);
      },
    },
  ],
});

registerRoute(
  ({ request, url, sameOrigin }) =>
    sameOrigin &&
    url.pathname.startsWith(root) &&
    (request.mode === 'navigate' || url.pathname.endsWith('/')),
  async ({ event, request, url }) => {
    try {
      return await pages.handle({ event, request });
    } catch {
      // Never visited: the empty page of this build, which shows what the kept data can.
      rememberOffline(event);
      const home = url.pathname === root ? await matchPrecache('./') : undefined;
      const html = atDepth(offlineBuild.shell, url.pathname.slice(root.length));
      return home ?? new Response(html, { headers: { 'Content-Type': 'text/html; charset=utf-8' } });
    }
  },
);

registerRoute(
  ({ url, sameOrigin }) => sameOrigin && url.pathname === listPath,
  async ({ event, request }) => {
    const kept = () => matchPrecache('data/release.json');
    const list = offlineClients.has(clientIdOf(event)) ? await kept() : undefined;
    if (list) return list;
    try {
      return await fetch(request);
    } catch (error) {
      const fallback = await kept();
      if (fallback) return fallback;
      throw error;
    }
  },
);

addRoute({ cleanURLs: false, directoryIndex: '' });

registerRoute(
  ({ url, sameOrigin }) => sameOrigin && url.pathname.startsWith(`${root}data/`) && url.searchParams.has('v'),
  new CacheFirst({
    cacheName: dataCache,
    plugins: [
      {
        cacheWillUpdate: async ({ response, request }) => {
          const version = new URL(request.url).searchParams.get('v') ?? '';
          const isIt =
            response.status === 200 && (await isVersion(await response.clone().arrayBuffer(), version));
          return isIt ? response : null;
        },
      },
    ],
  }),
);

self.addEventListener('activate', (event) => {
  event.waitUntil(deleteOldCaches());
});

self.addEventListener('message', (event) => {
  const { data } = event;
  if (typeof data !== 'object' || data === null || !('type' in data) || data.type !== 'take-over') return;
  const build = 'build' in data ? data.build : undefined;
  event.waitUntil(
    takeOver(build === offlineBuild.name).then((answer) => event.ports[0]?.postMessage(answer)),
  );
});

/**
 * Becomes the worker of the site when the page that asks and all others that are open are of this build. Otherwise it
 * waits: a page of the older build may still need scripts that only the older worker has. The last of those to be
 * loaded anew asks again.
 */
async function takeOver(isSameBuild: boolean): Promise<TakeOverAnswer> {
  if (!isSameBuild) return { isSameBuild };
  const windows = await self.clients.matchAll({ type: 'window', includeUncontrolled: true });
  const own = windows.filter(({ url }) => url.startsWith(scope));
  // A page alone is the one that asks, and has said what it is.
  if (own.length < 2 || (await areAllOfBuild(own, offlineBuild.name))) await self.skipWaiting();
  return { isSameBuild };
}

async function deleteOldCaches(): Promise<void> {
  const names = await caches.keys();
  const old = names.filter(
    (name) =>
      /^(pages|data) /.test(name) && name.endsWith(` ${scope}`) && name !== pageCache && name !== dataCache,
  );
  await Promise.all(old.map((name) => caches.delete(name)));
}

function rememberOffline(event: object | undefined): void {
  const id = event && 'resultingClientId' in event ? event.resultingClientId : undefined;
  if (typeof id === 'string') offlineClients.add(id);
}

function clientIdOf(event: object): string {
  return 'clientId' in event && typeof event.clientId === 'string' ? event.clientId : '';
}

async function isOwnPage(response: Response): Promise<boolean> {
  return response.status === 200 && buildOf(await response.clone().text()) === offlineBuild.name;
}

async function isOwnList(response: Response): Promise<boolean> {
  return (await response.clone().text()).includes(`"id": ${JSON.stringify(offlineBuild.release)}`);
}

function withoutQuery(url: string): string {
  const { origin, pathname } = new URL(url);
  return origin + pathname;
}
