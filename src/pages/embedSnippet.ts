import type { Embed } from '../share/codeQuery.ts';

/** What a frame may show: the map of the states is a chart in its address, and taller than the others. */
export type FramedFigure = Embed | 'map';

/**
 * Tall enough, from 600 pixels wide on, for a usual view with what counts, its source and its link: eight payers of a
 * place or the nation, and the map from 320 pixels on. A longer table and a narrower chart scroll in their frame.
 */
const heights: Readonly<Record<FramedFigure, number>> = { chart: 860, table: 1030, map: 1190 };

/** HTML that shows one figure in another page. Nothing but the figure's own page runs in the frame. */
export function embedSnippet(url: string, title: string, figure: FramedFigure): string {
  return `<iframe src="${escaped(url)}" title="${escaped(title)}" width="100%" height="${heights[figure]}" loading="lazy" referrerpolicy="no-referrer" style="border: 0"></iframe>`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}
