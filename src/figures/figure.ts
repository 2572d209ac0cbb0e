import type { Cell } from '../domain/cell.ts';
import type { ColumnKind } from '../domain/columnKind.ts';

export interface Column {
  readonly id: string;
  readonly label: string;
  readonly kind: ColumnKind;
  /** One line of definition, from `text/methods.ts`; shown as help and exported. */
  readonly definition: string;
}

export function column(id: string, label: string, kind: ColumnKind, definition: string): Column {
  return { id, label, kind, definition };
}

/** A column of amounts in (unrounded) cents. */
export function moneyColumn(id: string, label: string, definition: string): Column {
  return column(id, label, 'money', definition);
}

export interface FigureRow {
  /** Unique within the figure; charts and tables key by it. */
  readonly id: string;
  readonly label: string;
  /** One cell per column after the label column, by column id. */
  readonly cells: Readonly<Record<string, Cell<number | string>>>;
  /** Short marks shown with the label, e.g. "mean outside P25–P75". */
  readonly flags: readonly string[];
}

/** One model per figure: the chart, the table, the export, the spoken summary and the tests read this. */
export interface Figure {
  readonly id: string;
  /** "National benchmark for 97755". */
  readonly title: string;
  /** The column holding `row.label`. */
  readonly labelColumn: Column;
  readonly columns: readonly Column[];
  readonly rows: readonly FigureRow[];
  /** What the reader must know: absences, pools, cautions. */
  readonly notes: readonly string[];
  /** What counts, in words (`scopeSentence`); undefined where nothing is counted or `method` says it. */
  readonly scope?: string;
  /** How it is computed, in words. */
  readonly method: string;
  /** "47 published files, 2020–2026" and the like. */
  readonly sources: string;
  /** The figure as a sentence or three, for screen readers and links. */
  readonly summary: string;
}

/** What counts and how it is computed, as one paragraph. */
export function methodParagraph({ scope, method }: Pick<Figure, 'scope' | 'method'>): string {
  return scope === undefined ? method : `${scope} ${method}`;
}
