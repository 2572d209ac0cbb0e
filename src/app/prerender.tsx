import { StrictMode } from 'react';
import { renderToStaticMarkup, renderToString } from 'react-dom/server';
import { previewSvg } from '../charts/rangeSvg.ts';
import { packCodePage } from '../data/carriedCodePage.ts';
import { codePageData } from '../data/codePageData.ts';
import type { FetchFile } from '../data/fetchReleaseFile.ts';
import { createReleaseLoader } from '../data/loadRelease.ts';
import { benchmarkSummary } from '../figures/benchmarkFigure.ts';
import { type CodePageModel, codePageModel } from '../figures/codePage.ts';
import { codeView } from '../figures/codeView.ts';
import { type Address, parseAddress } from '../share/address.ts';
import { formatCell } from '../text/numbers.ts';
import { releaseName } from '../text/releaseText.ts';
import { AliveLater } from '../ui/AliveLater.tsx';
import tokensCss from '../ui/tokens.css?raw';
import { App } from './App.tsx';
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
  /** The picture for previews of links to the code, as SVG; null for other pages and for codes without rates. */
  readonly picture: string | null;
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
    const { dataPage, summary, picture = null, ...own } = await carriedBy(address);
    const embedded: EmbeddedPage = { release: { id, date }, ...own };
    if (own.code === undefined && own.home === undefined && own.methodology === undefined && !dataPage) {
      return { html: '', embedded, summary, picture };
    }
    const html = renderToString(
      <StrictMode>
        <AliveLater>
          <App
            start={{ base: '/', depth, path }}
            loader={loadOnce(async () => loader)}
            routes={await routesWith(address.page)}
            embedded={embedded}
            dataPage={dataPage ?? null}
          />
        </AliveLater>
      </StrictMode>,
    );
    if (html.includes('<script'))
      throw new Error(`${path}: the content policy allows no script inside a page`);
    return { html, embedded, summary, picture };
  }

  async function carriedBy(address: Address): Promise<
    Omit<EmbeddedPage, 'release'> & {
      summary: string;
      picture?: string | null;
      dataPage?: DataPageData;
    }
  > {
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
        const picture = address.place === null ? pictureOf(code) : null;
        return { code: packCodePage(code), summary: benchmarkSummary(benchmark, medicare), picture };
      }
      default:
        return { summary: '' };
    }
  }

  return { render };
}

/** What a preview of a link shows: the code's national range chart with its headline figures. */
function pictureOf({ head, here }: CodePageModel): string | null {
  const { here: part, tiles } = codeView({ here, nation: here }, releaseName(head.release), false);
  if (part.isEmpty) return null;
  return previewSvg({
    model: part.range,
    words: {
      title: `${head.code.code} ${head.code.title}, national`,
      facts: tiles.map(({ label, cell, kind }) => ({ label, value: formatCell(cell, kind) })),
      source: `Rate Atlas, ${releaseName(head.release)}`,
    },
    tokensCss,
    markup: renderToStaticMarkup,
  });
}
