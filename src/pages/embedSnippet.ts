import type { Embed } from '../share/codeQuery.ts';

/** Tall enough for the drawing, what it counts and where it comes from; a taller figure scrolls in its frame. */
const heights: Readonly<Record<Embed, number>> = { chart: 660, table: 740 };

/** HTML that shows one figure in another page. Nothing but the figure's own page runs in the frame. */
export function embedSnippet(url: string, title: string, figure: Embed): string {
  return `<iframe src="${escaped(url)}" title="${escaped(title)}" width="100%" height="${heights[figure]}" loading="lazy" referrerpolicy="no-referrer" style="border: 0"></iframe>`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}
