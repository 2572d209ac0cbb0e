import { StrictMode } from 'react';
import { createRoot, hydrateRoot } from 'react-dom/client';
import '../ui/tokens.css';
import '../ui/contrast.css';
import '../ui/base.css';
import '../ui/print.css';
import { parseAddress } from '../share/address.ts';
import { versionedUrl } from '../share/versionedUrl.ts';
import { AliveLater } from '../ui/AliveLater.tsx';
import { App } from './App.tsx';
import { readEmbedded } from './embeddedPage.ts';
import { loadOnce } from './loadOnce.ts';
import { lazyRoutes, routesWith } from './routes.ts';
import { depthOf, hostless, siteBase } from './siteBase.ts';

const base = siteBase(document, location.href);

const loader = loadOnce(async () => {
  const { createReleaseLoader } = await import('../data/loadRelease.ts');
  return createReleaseLoader(new URL(`${base}data/`, location.href).href, (url, version) =>
    // The list of files must be today's; a file of the list is asked for by its hash, so no cache mixes releases.
    version === undefined ? fetch(url, { cache: 'no-cache' }) : fetch(versionedUrl(url, version)),
  );
});

/** A browser reads the icon's address anew whenever the page's changes, so it must not depend on it. */
for (const icon of document.querySelectorAll<HTMLLinkElement>('link[rel="icon"]')) {
  icon.setAttribute('href', icon.href);
}

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no element with the id "root"');
// In a task of its own: what stands above took the last one, and both together would hold back a first press.
setTimeout(begin, 0, root);
if (import.meta.env.PROD) whenIdle(() => void keepForOffline());

/** What a page needs to come alive may be lost on the way: its text stands, and its controls wait for another try. */
function begin(element: HTMLElement): void {
  start(element).catch(() => setTimeout(begin, 5000, element));
}

/**
 * Brings the page to life. A file that came with its text keeps it: React takes it over once what stands on it is
 * here. Any other page is drawn from nothing.
 */
async function start(element: HTMLElement): Promise<void> {
  const embedded = readEmbedded(document);
  const shared = { start: { base, depth: depthOf(document) }, loader, embedded };
  if (element.childElementCount === 0) {
    createRoot(element).render(
      <StrictMode>
        <App {...shared} routes={lazyRoutes} />
      </StrictMode>,
    );
    return;
  }
  const { page } = parseAddress(hostless(location.pathname).slice(base.length), '').address;
  const [routes, dataPage] = await Promise.all([
    routesWith(page),
    page === 'data'
      ? import('./pageData.ts').then(async ({ dataPageData }) => dataPageData(await loader()))
      : null,
  ]);
  hydrateRoot(
    element,
    <StrictMode>
      <AliveLater>
        <App {...shared} routes={routes} dataPage={dataPage} />
      </AliveLater>
    </StrictMode>,
  );
}

async function keepForOffline(): Promise<void> {
  const { registerServiceWorker } = await import('./registerServiceWorker.ts');
  await registerServiceWorker(base);
}

/** After the page's own work: nothing of the first view waits for it. */
function whenIdle(act: () => void): void {
  const later = () => setTimeout(act, 3000);
  // A page that came with its text asks for this script after its first frame: it may have loaded by then.
  if (document.readyState === 'complete') later();
  else addEventListener('load', later, { once: true });
}
