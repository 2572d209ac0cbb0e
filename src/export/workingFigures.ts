import { present } from '../domain/cell.ts';
import type { Column, Figure, FigureRow } from '../figures/figure.ts';
import type { Working } from '../figures/working.ts';
import { minus } from '../text/numbers.ts';
import { calculation, stepText, workingNumberText } from './workingCsv.ts';

const number = (id: string, label: string): Column => ({ id, label, kind: 'money', definition: '' });
const words = (id: string, label: string): Column => ({ id, label, kind: 'text', definition: '' });

/**
 * The parts of a working as tables, its numbers written as its sheet holds them: the reader of the panel and the
 * reader of the sheet see the same digits. Null where a working has no such part.
 */
export function workingFigures(working: Working): {
  readonly operands: Figure | null;
  readonly steps: Figure | null;
  readonly rows: Figure | null;
} {
  const { operands, steps, table } = working;
  return {
    operands:
      operands.length === 0
        ? null
        : figure(
            'working-numbers',
            'The numbers in it',
            words('label', 'Number'),
            numberColumns,
            operands.map((operand) =>
              row(operand.id, operand.label, {
                value: workingNumberText(operand.number),
                unit: unitText(operand.unit),
                from: operand.source,
              }),
            ),
          ),
    steps:
      steps.length === 0
        ? null
        : figure(
            'working-steps',
            'Step by step, unrounded',
            words('label', 'Step'),
            stepColumns,
            steps.map((step) =>
              row(step.id, step.label, {
                calculation: calculation(working, step.template),
                value: stepText(step).replace('-', minus),
                unit: unitText(step.unit),
              }),
            ),
          ),
    rows:
      table === null
        ? null
        : figure(
            'working-rows',
            table.title,
            words('label', table.labelHeading),
            table.columns.map(({ id, label }) => {
              const isWords = table.rows.every(({ cells }) => typeof cells[id] === 'string');
              return isWords ? words(id, label) : number(id, label);
            }),
            table.rows.map(({ label, cells }, index) =>
              row(
                String(index),
                label,
                Object.fromEntries(
                  Object.entries(cells).map(([id, cell]) => [
                    id,
                    typeof cell === 'string' ? cell : workingNumberText(cell),
                  ]),
                ),
              ),
            ),
          ),
  };
}

const numberColumns = [number('value', 'Value'), words('unit', 'Unit'), words('from', 'From')];
const stepColumns = [words('calculation', 'Calculation'), number('value', 'Value'), words('unit', 'Unit')];

/** A share or a count of parts has no unit, which a blank would not say. */
function unitText(unit: string): string {
  return unit === '' ? 'none' : unit;
}

function row(id: string, label: string, cells: Readonly<Record<string, string>>): FigureRow {
  const entries = Object.entries(cells).map(([column, text]) => [column, present(text)]);
  return { id, label, cells: Object.fromEntries(entries), flags: [] };
}

function figure(
  id: string,
  title: string,
  labelColumn: Column,
  columns: readonly Column[],
  rows: readonly FigureRow[],
): Figure {
  return { id, title, labelColumn, columns, rows, notes: [], method: '', sources: '', summary: '' };
}
