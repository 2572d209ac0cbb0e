import { absent, type Cell, present, valueOf } from '../domain/cell.ts';
import type { ColumnKind } from '../domain/columnKind.ts';
import {
  type CompareMeasure,
  type HeatClass,
  heatSteps,
  marketHeat,
  medicareHeat,
  rankHeat,
} from '../domain/heatClass.ts';
import type { MatrixCell, RateMatrix } from '../domain/rateMatrix.ts';
import { compareMethods, heatWords, measureNames } from '../text/compareText.ts';
import { listOf } from '../text/names.ts';
import { countOf, formatCell } from '../text/numbers.ts';
import type { Column, Figure } from './figure.ts';

export interface HeatFacts {
  readonly id: string;
  /** "Your rates" or "Published rates, Texas". */
  readonly subject: string;
  readonly whose: 'own' | 'published';
  readonly measure: CompareMeasure;
  /** `97110 Therapeutic exercise`. */
  readonly codeLabel: (code: string) => string;
  readonly method: string;
  readonly origin: string;
  readonly notes: readonly string[];
}

/** A payers × codes matrix: the numbers as a figure, and the class of each as a colour. */
export interface HeatModel {
  readonly figure: Figure;
  readonly measure: CompareMeasure;
  /** Ids of the columns that are coloured, and of those that hold their counts: Medicare beside a rate has no votes. */
  readonly columns: readonly {
    readonly id: string;
    readonly countId: string | null;
    readonly payerId: string;
  }[];
  classOf(rowId: string, columnId: string): HeatClass;
  readonly legend: readonly { readonly step: number; readonly label: string; readonly cells: number }[];
  /** Cells without a class. */
  readonly without: number;
}

const kinds: Readonly<Record<CompareMeasure, ColumnKind>> = {
  medicare: 'ratio',
  dollars: 'money',
  rank: 'ratio',
};

/** Codes as rows, payers as columns, with the votes behind each number in a column of their own for the export. */
export function heatFigure(matrix: RateMatrix, facts: HeatFacts): HeatModel {
  const { measure, whose, subject } = facts;
  const hasCounts = whose === 'published' || measure !== 'medicare';
  const columns = matrix.payers.map(({ id }, index) => ({
    id: `payer-${index}`,
    countId: hasCounts ? `n-${index}` : null,
    payerId: id,
  }));
  const classes = new Map<string, HeatClass>();
  const counts = new Map<number, number>();
  const known: { label: string; value: number }[] = [];
  const rows = matrix.codes.map((code) => {
    const cells: Record<string, Cell> = {};
    for (const [index, { id, countId, payerId }] of columns.entries()) {
      const cell = matrix.cell(code, payerId);
      const shown = shownCell(cell, measure);
      const heat = heatOf(cell, measure);
      cells[id] = shown;
      if (countId) cells[countId] = cell.n > 0 ? present(cell.n) : noCount(cell);
      classes.set(`${code} ${id}`, heat);
      if (heat.kind === 'step') counts.set(heat.step, (counts.get(heat.step) ?? 0) + 1);
      const value = valueOf(shown);
      if (value !== undefined) known.push({ label: `${code}, ${matrix.payers[index]?.name ?? ''}`, value });
    }
    return { id: code, label: facts.codeLabel(code), cells, flags: [] };
  });
  const definition = compareMethods[whose][measure];
  const legend = Array.from({ length: heatSteps[measure] }, (_, index) => ({
    step: index + 1,
    label: heatWords[measure][index] ?? '',
    cells: counts.get(index + 1) ?? 0,
  }));
  const classed = legend.reduce((sum, { cells }) => sum + cells, 0);
  const all = matrix.codes.length * matrix.payers.length;
  return {
    measure,
    columns,
    classOf: (rowId, columnId) => classes.get(`${rowId} ${columnId}`) ?? nothing,
    legend,
    without: all - classed,
    figure: {
      id: facts.id,
      title: `${subject}: payers and codes, ${measureNames[measure]}`,
      labelColumn: {
        id: 'code',
        label: 'Code',
        kind: 'text',
        definition: 'Billing code with our own short title.',
      },
      columns: [
        ...columns.map(({ id }, index) => ({
          id,
          label: matrix.payers[index]?.name ?? '',
          kind: kinds[measure],
          definition,
        })),
        ...columns.flatMap(({ countId }, index): readonly Column[] =>
          countId === null
            ? []
            : [
                {
                  id: countId,
                  label: `n, ${matrix.payers[index]?.name ?? ''}`,
                  kind: 'count',
                  definition: compareMethods.votes[whose],
                },
              ],
        ),
      ],
      rows,
      notes: facts.notes,
      method: `${definition} ${facts.method}`,
      sources: facts.origin,
      summary: summaryOf(legend, all, known, measure),
    },
  };
}

const nothing: HeatClass = { kind: 'absent', reason: 'not-in-input' };

/** Why no vote stands behind a cell. */
function noCount({ market, amount }: MatrixCell): Cell {
  const gap = [amount, market[1]].find(({ kind }) => kind === 'absent');
  return gap ?? absent('not-in-input');
}

function shownCell(cell: MatrixCell, measure: CompareMeasure): Cell {
  if (measure === 'medicare') return cell.ofMedicare;
  return measure === 'rank' ? cell.rank : cell.amount;
}

function heatOf(cell: MatrixCell, measure: CompareMeasure): HeatClass {
  if (measure === 'medicare') return medicareHeat(cell.ofMedicare);
  return measure === 'rank' ? rankHeat(cell.rank) : marketHeat(cell.amount, cell.market);
}

function summaryOf(
  legend: HeatModel['legend'],
  all: number,
  known: readonly { readonly label: string; readonly value: number }[],
  measure: CompareMeasure,
): string {
  const parts = legend.flatMap(({ label, cells }) => (cells > 0 ? [`${cells} (${label})`] : []));
  const classed = legend.reduce((sum, { cells }) => sum + cells, 0);
  if (known.length === 0) return `None of ${countOf(all, 'cell')} has a figure.`;
  const ordered = [...known].sort((a, b) => a.value - b.value);
  const words = (each: { label: string; value: number } | undefined) =>
    each ? `${each.label} (${formatCell(present(each.value), kinds[measure])})` : '';
  const classes =
    classed === 0
      ? `None of ${countOf(all, 'cell')} can be classed.`
      : `Of ${countOf(all, 'cell')}, ${listOf(parts)}${classed < all ? `; ${all - classed} without a class` : ''}.`;
  return `${classes} Lowest: ${words(ordered[0])}; highest: ${words(ordered.at(-1))}.`;
}
