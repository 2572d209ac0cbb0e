import type { Page, Request } from '@playwright/test';

/** Stands for where the site is served from: the number of its port is chance, and may look like a cell. */
const site = 'http://site';

/** Everything the browser sends from here on: addresses, headers and bodies. Asked of the page and of its workers. */
export function watchRequests(page: Page): () => string {
  const requests: Request[] = [];
  page.context().on('request', (request) => requests.push(request));
  return () =>
    requests
      .map((request) => {
        const { origin } = new URL(request.url());
        const parts = [request.url(), request.postData() ?? '', JSON.stringify(request.headers())];
        return parts.join('\n').replaceAll(origin, site);
      })
      .join('\n');
}

/** Everything this page has put outside its own memory, but what it keeps in IndexedDB. */
export async function traces(page: Page): Promise<string> {
  const found = await page.evaluate(async () => {
    const stored = await Promise.all(
      (await caches.keys()).map(async (name) => {
        const cache = await caches.open(name);
        const kept = await cache.keys();
        const texts = await Promise.all(kept.map(async (key) => (await cache.match(key))?.text() ?? ''));
        return [name, ...kept.map(({ url }) => url), ...texts];
      }),
    );
    return JSON.stringify([
      Object.entries(localStorage),
      Object.entries(sessionStorage),
      history.state,
      document.cookie,
      document.title,
      location.href,
      // The site's own data are in caches too, and hold numbers of their own: names are what can be told apart.
      stored
        .flat()
        .join('\n')
        .match(/Quillfern|zyxo/g),
    ]);
  });
  return found.replaceAll(new URL(page.url()).origin, site);
}

/** All that IndexedDB holds, with the text of its files. */
export function databases(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const found: string[] = [];
    for (const { name } of await indexedDB.databases()) {
      const database = await new Promise<IDBDatabase>((resolve, reject) => {
        const request = indexedDB.open(name ?? '');
        request.addEventListener('success', () => resolve(request.result));
        request.addEventListener('error', () => reject(request.error ?? new Error('refused')));
      });
      for (const store of database.objectStoreNames) {
        const values = await new Promise<unknown[]>((resolve, reject) => {
          const request = database.transaction(store).objectStore(store).getAll();
          request.addEventListener('success', () => resolve(request.result));
          request.addEventListener('error', () => reject(request.error ?? new Error('refused')));
        });
        for (const value of values) await collect(value);
      }
      database.close();
    }
    return found.join('\n');

    async function collect(value: unknown): Promise<void> {
      if (value instanceof Blob) found.push(value instanceof File ? value.name : '', await value.text());
      else if (typeof value === 'object' && value !== null)
        for (const each of Object.values(value)) await collect(each);
      else found.push(String(value));
    }
  });
}

/** Every address and state that is put into the history from here on, told apart from where the page stands. */
export async function recordHistory(page: Page): Promise<() => Promise<string>> {
  await page.addInitScript(() => {
    const put: string[] = [];
    Object.assign(globalThis, { put });
    for (const name of ['pushState', 'replaceState'] as const) {
      const original = history[name].bind(history);
      history[name] = (state, title, url) => {
        put.push(JSON.stringify([state, title, String(url ?? '')]));
        original(state, title, url);
      };
    }
  });
  return async () => {
    const put = await page.evaluate(() => (globalThis as unknown as { put: string[] }).put.join('\n'));
    return put.replaceAll(new URL(page.url()).origin, site);
  };
}
