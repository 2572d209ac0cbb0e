import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import '../ui/tokens.css';
import '../ui/base.css';
import '../ui/print.css';
import { App } from './App.tsx';
import { siteBase } from './siteBase.ts';

const base = siteBase(document, location.href);

/** Reading files comes after the first frame's script: it brings the CSV parser with it. */
const loader = import('../data/loadRelease.ts').then(({ createReleaseLoader }) =>
  createReleaseLoader(new URL(`${base}data/`, location.href).href, (url) =>
    // The list of files must be today's; the files are checked against it.
    fetch(url, { cache: url.endsWith('/release.json') ? 'no-cache' : 'default' }),
  ),
);

/** A browser reads the icon's address anew whenever the page's changes, so it must not depend on it. */
for (const icon of document.querySelectorAll<HTMLLinkElement>('link[rel="icon"]')) {
  icon.setAttribute('href', icon.href);
}

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no element with the id "root"');
createRoot(root).render(
  <StrictMode>
    <App base={base} loader={loader} />
  </StrictMode>,
);
