import type { Working, WorkingNumber, WorkingStep } from '../figures/working.ts';
import { formatCell } from '../text/numbers.ts';
import { exactDollars } from './exactDollars.ts';
import { type CsvCell, spreadsheetCsv } from './spreadsheetCsv.ts';

/** The figure as the page prints it. */
export function workingValueText({ value, column }: Working): string {
  return formatCell({ kind: 'value', value }, column);
}

/** `94.005`, `1.500`: exact, as the sheet holds it. Cents become dollars. */
export function workingNumberText(number: WorkingNumber): string {
  return 'cents' in number ? exactDollars(number.cents) : number.plain;
}

/** Binary fractions make 0.94 × 1.5 a hair off; nine decimals are all that three factors of CMS have. */
export function stepText({ value }: Pick<WorkingStep, 'value'>): string {
  return String(Number(value.toFixed(9)));
}

/**
 * A CSV that makes one figure again in a spreadsheet: what it is and how it was made on top, with the figure as a
 * live formula over the numbers below, each of which says where it is from. Money is in dollars.
 */
export function workingCsv(working: Working): string {
  const { operands, steps, table } = working;
  const rows: (readonly CsvCell[])[] = [...aboutLines(working)];
  if (operands.length > 0) {
    rows.push([], ['Number', 'Value', 'Unit', 'From']);
    for (const { label, number, unit, source } of operands) {
      rows.push([label, { number: workingNumberText(number) }, unit, source]);
    }
  }
  if (steps.length > 0) {
    rows.push([], ['Step', 'Value', 'Unit', 'Calculation']);
    for (const step of steps) {
      const formula = inCells(working, step.template);
      rows.push([step.label, { formula }, step.unit, formula]);
    }
  }
  if (table) {
    rows.push([], [table.labelHeading, ...table.columns.map(({ label }) => label)]);
    const first = tableStart(working);
    table.rows.forEach(({ label, cells }, index) => {
      rows.push([
        label,
        ...table.columns.map(({ id, template }): CsvCell => {
          if (template !== undefined) return { formula: inCells(working, template, first + index) };
          const cell = cells[id] ?? '';
          return typeof cell === 'string' ? cell : { number: workingNumberText(cell) };
        }),
      ]);
    });
  }
  return spreadsheetCsv(rows);
}

/** The figure's Excel expression, without `=`, over the cells of the CSV: the panel and the file name the same one. */
export function workingExpression(working: Working): string {
  return inCells(working, working.template);
}

/** A template with its numbers put in, as a reader would write it: `0.94 × 1.500`. */
export function calculation(working: Working, template: string): string {
  const known = new Map<string, string>([
    ...working.operands.map(({ id, number }): [string, string] => [id, workingNumberText(number)]),
    ...working.steps.map((step): [string, string] => [step.id, stepText(step)]),
  ]);
  return template
    .replaceAll('*', ' × ')
    .replaceAll('/', ' ÷ ')
    .replaceAll('+', ' + ')
    .replaceAll('-', ' − ')
    .replaceAll(',', ', ')
    .replaceAll(/\{(\w+)\}/g, (_, id: string) => known.get(id) ?? `“${columnLabel(working, id)}”`);
}

function columnLabel({ table }: Working, id: string): string {
  return table?.columns.find((column) => column.id === id)?.label ?? id;
}

/** Names become cells; a column's name its whole range, or in a row's own formula the cell of that row. */
function inCells(working: Working, template: string, row?: number): string {
  const { operands, steps, table } = working;
  return template.replaceAll(/\{(\w+)\}/g, (_, id: string) => {
    const operand = operands.findIndex((each) => each.id === id);
    if (operand >= 0) return `$B$${operandStart(working) + operand}`;
    const step = steps.findIndex((each) => each.id === id);
    if (step >= 0) return `$B$${stepStart(working) + step}`;
    const column = table?.columns.findIndex((each) => each.id === id) ?? -1;
    if (!table || column < 0) throw new RangeError(`${working.title}: no number is called ${id}`);
    const letter = String.fromCharCode(66 + column);
    const first = tableStart(working);
    return row === undefined
      ? `${letter}${first}:${letter}${first + table.rows.length - 1}`
      : `${letter}${row}`;
  });
}

/** Lines count from 1; each part has a blank line and its headings before it. */
function operandStart(working: Working): number {
  return aboutCount + working.facts.length + 3;
}

function stepStart(working: Working): number {
  return operandStart(working) + partLength(working.operands.length);
}

function tableStart(working: Working): number {
  return stepStart(working) + partLength(working.steps.length);
}

function partLength(rows: number): number {
  return rows === 0 ? 0 : rows + 2;
}

/** Lines of `aboutLines` besides the facts. */
const aboutCount = 10;

function aboutLines(working: Working): readonly (readonly CsvCell[])[] {
  const { title, symbols, words, definition, template, facts, leftOut, origin, address } = working;
  const isComputed = template !== '';
  return [
    ['Figure', title],
    ['Value on the page', workingValueText(working)],
    ['Computed by this sheet', isComputed ? { formula: workingExpression(working) } : 'nothing to compute'],
    ['Formula', symbols],
    ['In words', words],
    ['Definition', definition],
    ['In Excel', isComputed ? workingExpression(working) : 'none: shown as published'],
    ...facts.map(({ term, text }) => [term, text]),
    ['Not counted', leftOut.length === 0 ? 'nothing' : leftOut.join('; ')],
    ['Data', origin],
    ['Page', address === '' ? 'none: no address carries this view' : address],
  ];
}
