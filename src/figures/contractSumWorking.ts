import { valueOf } from '../domain/cell.ts';
import type { ImpactRow } from '../domain/contractImpact.ts';
import { type IndexBase, indexLines, weightOf } from '../domain/contractIndex.ts';
import type { LinePosition } from '../domain/contractPosition.ts';
import { contractMethods } from '../text/contractText.ts';
import { lineLabel } from './contractFigures.ts';
import { contractWorkingShell } from './contractOwnWorking.ts';
import type { Working } from './working.ts';

/** An index over some lines: both sums, line by line. */
export function contractIndexWorking(
  label: string,
  positions: readonly LinePosition[],
  base: IndexBase,
  weighted: boolean,
  value: number,
  origin: string,
): Working {
  const baseName = base === 'medicare' ? 'Medicare' : 'Market median';
  return {
    ...contractWorkingShell({ origin }),
    title: `${label} as % of ${base === 'medicare' ? 'Medicare' : 'the market’s medians'}`,
    value,
    column: 'ratio',
    symbols: `Σ units × rate ÷ Σ units × ${baseName.toLowerCase()}`,
    words:
      'Multiply each line’s units by your rate and by the other amount, add each up, and divide the sums.',
    definition: weighted ? contractMethods.index : contractMethods.indexUnweighted,
    excelFunction: 'SUM ÷ SUM',
    template: 'SUM({yours})/SUM({theirs})',
    operands: [],
    table: {
      title: 'The lines in it',
      labelHeading: 'Code and payer',
      columns: [
        { id: 'units', label: weighted ? 'Units' : 'Weight' },
        { id: 'rate', label: 'Your rate (USD)' },
        { id: 'base', label: `${baseName} (USD)` },
        { id: 'yours', label: 'Units × rate', template: '{units}*{rate}' },
        { id: 'theirs', label: `Units × ${baseName.toLowerCase()}`, template: '{units}*{base}' },
      ],
      rows: indexLines(positions, base, weighted).map((position) => {
        const units = weightOf(position, weighted);
        const rate = valueOf(position.own) as number;
        const amount = valueOf(position[base]) as number;
        return {
          label: lineLabel(position),
          cells: {
            units: { plain: String(units) },
            rate: { cents: rate },
            base: { cents: amount },
            yours: { cents: units * rate },
            theirs: { cents: units * amount },
          },
        };
      }),
    },
  };
}

const impactColumns = {
  now: ['Revenue now', 'SUM({now})', contractMethods.now],
  'at-target': ['Revenue at target', 'SUM({now})+SUM({gain})', contractMethods.atTarget],
  gain: ['Gain', 'SUM({gain})', contractMethods.gain],
} as const;

/** Whether the cells of a column have a working. */
export function isImpactFigure(columnId: string): boolean {
  return columnId in impactColumns;
}

/** Revenue now, at target, or the gain of a row of the impact; undefined for its other columns. */
export function contractImpactWorking(
  row: Omit<ImpactRow, 'cumulative'>,
  columnId: string,
  origin: string,
): Working | undefined {
  if (!isImpactFigure(columnId)) return undefined;
  const id = columnId as keyof typeof impactColumns;
  const [name, template, definition] = impactColumns[id];
  return {
    ...contractWorkingShell({ origin }),
    title: `${name} of ${row.label}`,
    value: { now: row.now, 'at-target': row.atTarget, gain: row.gain }[id],
    column: id === 'gain' ? 'signed-money' : 'money',
    symbols: 'Σ units × rate, and Σ units × max(0, target − rate)',
    words:
      'For each line multiply its units by your rate, and by what is missing to the target where it is below; add up.',
    definition,
    excelFunction: 'SUM of MAX',
    template,
    operands: [],
    table: {
      title: 'The lines in it',
      labelHeading: 'Code and payer',
      columns: [
        { id: 'units', label: 'Units' },
        { id: 'rate', label: 'Your rate (USD)' },
        { id: 'target', label: 'Target (USD)' },
        { id: 'now', label: 'Revenue now', template: '{units}*{rate}' },
        { id: 'gain', label: 'Gain', template: '{units}*MAX(0,{target}-{rate})' },
      ],
      rows: row.positions.map((position) => {
        const units = position.line.units as number;
        const rate = valueOf(position.own) as number;
        const target = valueOf(position.target) as number;
        return {
          label: lineLabel(position),
          cells: {
            units: { plain: String(units) },
            rate: { cents: rate },
            target: { cents: target },
            now: { cents: units * rate },
            gain: { cents: units * Math.max(0, target - rate) },
          },
        };
      }),
    },
  };
}
