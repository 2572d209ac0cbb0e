import type { PackedJson } from '../data/packedJson.ts';
import type { Release } from '../domain/release.ts';
import type { HomeData } from './pageData.ts';

/** What a page's own file carries: the release it was made from and the data of the page it shows. */
export interface EmbeddedPage {
  readonly release: Pick<Release, 'id' | 'date'>;
  /** Read by `carriedCodePage.ts`. */
  readonly code?: PackedJson;
  readonly home?: HomeData;
  readonly methodology?: { readonly medicareExample: string | null };
}

export const embeddedId = 'page-data';

/**
 * The JSON our own build wrote into the page. null in the development server and on pages that carry none.
 *
 * @throws SyntaxError when the file was damaged on its way.
 */
export function readEmbedded(document: Document): EmbeddedPage | null {
  const text = document.getElementById(embeddedId)?.textContent;
  return text ? (JSON.parse(text) as EmbeddedPage) : null;
}
