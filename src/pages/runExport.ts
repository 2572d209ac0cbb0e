import { citation } from '../export/citation.ts';
import { clipboardTable } from '../export/clipboardTable.ts';
import { type Copied, copyToClipboard } from '../export/copyToClipboard.ts';
import { drawingSvg } from '../export/drawingSvg.ts';
import type { ExportContext } from '../export/exportContext.ts';
import { exportName } from '../export/exportName.ts';
import { figureCsv } from '../export/figureCsv.ts';
import { figureJson } from '../export/figureJson.ts';
import { saveBlob } from '../export/saveBlob.ts';
import { svgPng } from '../export/svgPng.ts';
import type { Figure } from '../figures/figure.ts';
import { figureInOrder } from '../figures/figureInOrder.ts';
import type { Sort } from '../share/address.ts';

export const exportKinds = ['csv', 'xlsx', 'json', 'table', 'citation', 'svg', 'png'] as const;
export type ExportKind = (typeof exportKinds)[number];

/**
 * Makes one export and hands it over.
 *
 * @param sort the order of its rows that the page shows; null = the figure's own
 * @param drawing the part of the page with the chart and its key; needed for `svg` and `png` only
 * @returns what happened, in a few words
 * @throws Error when a file could not be made.
 */
export async function runExport(
  kind: ExportKind,
  ofPage: Figure,
  sort: Sort | null,
  context: ExportContext,
  drawing: Element | null,
): Promise<string> {
  const figure = figureInOrder(ofPage, sort);
  switch (kind) {
    case 'table':
      return copied(clipboardTable(figure, context), 'Table copied. Paste it into a spreadsheet.');
    case 'citation':
      return copied({ text: citation(figure.title, context) }, 'Citation copied.');
    case 'csv':
      return saved(figure, kind, new Blob([figureCsv(figure, context)], { type: 'text/csv;charset=utf-8' }));
    case 'json':
      return saved(figure, kind, new Blob([figureJson(figure, context)], { type: 'application/json' }));
    case 'xlsx': {
      // The largest of the builders: only who asks for a workbook loads it.
      const { figureXlsx } = await import('../export/figureXlsx.ts');
      return saved(figure, kind, await figureXlsx(figure, context));
    }
    case 'svg':
    case 'png': {
      if (!drawing) throw new Error('the chart has not been drawn yet');
      const { title, summary } = figure;
      const svg = drawingSvg(drawing, { title, summary, source: citation(title, context) });
      const type = 'image/svg+xml;charset=utf-8';
      return saved(figure, kind, kind === 'svg' ? new Blob([svg], { type }) : await svgPng(svg));
    }
  }
}

async function copied(what: Copied, done: string): Promise<string> {
  return (await copyToClipboard(what))
    ? done
    : 'The browser did not let the page copy. The files above always work.';
}

function saved({ title }: Figure, extension: string, blob: Blob): string {
  const name = exportName(title, extension);
  saveBlob(name, blob);
  return `Saved ${name}`;
}
