import type { ExportContext } from '../export/exportContext.ts';
import { figureCsv } from '../export/figureCsv.ts';
import { figureJson } from '../export/figureJson.ts';
import type { Figure } from '../figures/figure.ts';
import type { OutputFormat } from './cliRequest.ts';
import { figureText } from './figureText.ts';

interface Said {
  readonly release: ExportContext['release'];
  /** The view's address below any site's root: which site, a terminal does not know. */
  readonly page: string;
  /** Sentences the page shows beside the figure. */
  readonly insights?: readonly string[];
  /** The day, for the exports. */
  readonly today: string;
}

/** A figure in the form asked for; CSV and JSON are what the page's menu saves. */
export function formatFigure(figure: Figure, format: OutputFormat, said: Said): string {
  const { page, today } = said;
  const { scope = '' } = figure;
  // A whole release would carry its list of files into the JSON.
  const release = { id: said.release.id, date: said.release.date };
  const context: ExportContext = { release, scope, isOwn: false, address: '', accessed: today };
  switch (format) {
    case 'csv':
      return figureCsv(figure, context);
    case 'json':
      return figureJson(figure, context);
    case 'table':
      return figureText(figure, [
        ...(said.insights ?? []).map((text) => ['Insight', text] as const),
        ['Page', page],
        ['Release', `${release.id} of ${release.date}`],
      ]);
  }
}
