import { StrictMode } from 'react';
import { renderToString } from 'react-dom/server';
import type { FetchFile } from '../data/fetchReleaseFile.ts';
import { createReleaseLoader } from '../data/loadRelease.ts';
import { benchmarkSummary } from '../figures/benchmarkFigure.ts';
import { codePageModel } from '../figures/codePage.ts';
import { type Address, parseAddress } from '../share/address.ts';
import { App } from './App.tsx';
import { codePageData } from './codePageData.ts';
import type { EmbeddedPage } from './embeddedPage.ts';
import { loadOnce } from './loadOnce.ts';
import { type DataPageData, dataPageData, homeData, methodologyData } from './pageData.ts';
import { routesWith } from './routes.ts';

/** What goes into a page's file. */
export interface PrerenderedPage {
  /** The inside of `#root`; empty for a page that is drawn by its script alone. */
  readonly html: string;
  /** What the page carries for its script. */
  readonly embedded: EmbeddedPage;
  /** The page's headline figures as a sentence, for previews of links; empty where it has none. */
  readonly summary: string;
}

/**
 * Draws pages with the modules that run in the browser, from the same files.
 *
 * @param fetchFile answers for the release's files by address below `data/`.
 */
export function createPrerender(fetchFile: FetchFile): {
  readonly render: (path: string, depth: string) => Promise<PrerenderedPage>;
} {
  const loader = createReleaseLoader('data/', fetchFile);

  async function render(path: string, depth: string): Promise<PrerenderedPage> {
    const { id, date } = await loader.release();
    const { address } = parseAddress(path, '');
    const { dataPage, summary, ...own } = await carriedBy(address);
    const embedded: EmbeddedPage = { release: { id, date }, ...own };
    if (own.code === undefined && own.home === undefined && own.methodology === undefined && !dataPage) {
      return { html: '', embedded, summary };
    }
    const html = renderToString(
      <StrictMode>
        <App
          start={{ base: '/', depth, path }}
          loader={loadOnce(async () => loader)}
          routes={await routesWith(address.page)}
          embedded={embedded}
          dataPage={dataPage ?? null}
        />
      </StrictMode>,
    );
    if (html.includes('<script'))
      throw new Error(`${path}: the content policy allows no script inside a page`);
    return { html, embedded, summary };
  }

  async function carriedBy(
    address: Address,
  ): Promise<Omit<EmbeddedPage, 'release'> & { summary: string; dataPage?: DataPageData }> {
    switch (address.page) {
      case 'home':
        return { home: await homeData(loader), summary: '' };
      case 'methodology':
        return { methodology: await methodologyData(loader), summary: '' };
      case 'data':
        return { dataPage: await dataPageData(loader), summary: '' };
      case 'code': {
        const data = await codePageData(loader, address.code, address.place);
        if (!data) return { summary: '' };
        const code = codePageModel(data, address.place);
        const { benchmark, medicare } = code.here;
        return { code, summary: benchmarkSummary(benchmark, medicare) };
      }
      default:
        return { summary: '' };
    }
  }

  return { render };
}
