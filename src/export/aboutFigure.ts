import type { Figure } from '../figures/figure.ts';
import { citation } from './citation.ts';
import { confidential, type ExportContext } from './exportContext.ts';

/** What stands above an exported table, as pairs of a name and a text: the same in CSV, XLSX and JSON. */
export function aboutFigure(figure: Figure, context: ExportContext): readonly (readonly [string, string])[] {
  const { release, scope, isOwn, address, accessed } = context;
  const about: (readonly [string, string])[] = [
    ['Figure', figure.title],
    ['In words', figure.summary],
    ['Scope', figure.scope ?? scope],
    ['Method', figure.method],
    ['Sources', figure.sources],
    ...figure.notes.map((note) => ['Note', note] as const),
    [isOwn ? 'Medicare from release' : 'Release', `${release.id} of ${release.date}`],
    ['Page', isOwn ? '' : address],
    ['Exported', accessed],
    ['Cite as', citation(figure.title, context)],
  ];
  const said = about.filter(([, text]) => text !== '');
  return isOwn ? [['Confidential', confidential], ...said] : said;
}
