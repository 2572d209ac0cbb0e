import type { Column, Figure } from '../figures/figure.ts';
import { dataNotAvailable } from '../text/absence.ts';
import { formatCell } from '../text/numbers.ts';
import { textTable } from './textTable.ts';
import { wrapped } from './wrapped.ts';

/** Absences longer than this are told below the table, where they do not push its columns apart. */
const longestInTable = 14;

/**
 * A figure for a terminal: title, table and what it rests on, in the formats of the page. A number that is missing
 * says so: in its cell, or by a mark whose words stand below.
 *
 * @param about what stands after the figure's own words, as pairs of a name and a text; empty texts are left out.
 */
export function figureText(figure: Figure, about: readonly (readonly [string, string])[]): string {
  const { title, labelColumn, columns, rows, notes, summary, scope = '', method, sources } = figure;
  const absences: string[] = [];
  const hasMarks = rows.some(({ flags }) => flags.length > 0);
  const cellOf = (cell: Parameters<typeof formatCell>[0] | undefined, column: Column): string => {
    const text = cell === undefined ? dataNotAvailable : formatCell(cell, column.kind);
    if (cell?.kind === 'value' || text.length <= longestInTable) return text;
    if (!absences.includes(text)) absences.push(text);
    return `[${absences.indexOf(text) + 1}]`;
  };
  const table = textTable(
    [
      [labelColumn.label, ...columns.map(({ label }) => label), ...(hasMarks ? ['Marks'] : [])],
      ...rows.map(({ label, cells, flags }) => [
        label,
        ...columns.map((column) => cellOf(cells[column.id], column)),
        ...(hasMarks ? [flags.join('; ')] : []),
      ]),
    ],
    (at) => at > 0 && at <= columns.length && columns[at - 1]?.kind !== 'text',
  );
  const words: readonly (readonly [string, string])[] = [
    ['In words', summary],
    ...notes.map((note) => ['Note', note] as const),
    ['Scope', scope],
    ['Method', method],
    ['Sources', sources],
    ...about,
  ];
  return [
    title,
    '',
    ...(rows.length === 0 ? [] : [...table, '']),
    ...absences.map((text, at) => `[${at + 1}] ${text}`),
    ...(absences.length === 0 ? [] : ['']),
    ...words.filter(([, text]) => text !== '').flatMap(([name, text]) => wrapped(name, text)),
    '',
  ].join('\n');
}
