import type { Embed } from '../share/codeQuery.ts';

/**
 * Tall enough, 720 pixels wide, for eight payers or the map and for the sentence below that says what counts; a taller
 * figure scrolls in its frame.
 */
const heights: Readonly<Record<Embed, number>> = { chart: 790, table: 900 };

/** HTML that shows one figure in another page. Nothing but the figure's own page runs in the frame. */
export function embedSnippet(url: string, title: string, figure: Embed): string {
  return `<iframe src="${escaped(url)}" title="${escaped(title)}" width="100%" height="${heights[figure]}" loading="lazy" referrerpolicy="no-referrer" style="border: 0"></iframe>`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}
