import { valueOf } from '../domain/cell.ts';
import { type Impact, lineGain } from '../domain/contractImpact.ts';
import type { LinePosition, Target } from '../domain/contractPosition.ts';
import type { SensitivityRow } from '../domain/impactSensitivity.ts';
import { type Swing, type SwingRow, swingWidth } from '../domain/impactSwing.ts';
import { movedTarget, targetAmount } from '../domain/targetAmount.ts';
import { contractMethods, plainPercent, targetText } from '../text/contractText.ts';
import { impactMethods, volumeName } from '../text/impactText.ts';
import { lineLabel } from './contractFigures.ts';
import { contractWorkingShell } from './contractOwnWorking.ts';
import type { Operand, Working, WorkingTable } from './working.ts';

/** The share of the whole gain that a row and all above it carry. */
export function cumulativeWorking(impact: Impact, rowId: string, origin: string): Working | undefined {
  const last = impact.rows.findIndex(({ id }) => id === rowId);
  const row = impact.rows[last];
  if (!row || impact.total.gain === 0) return undefined;
  return {
    ...contractWorkingShell({ origin }),
    title: `Cumulative share to ${row.label}`,
    value: row.cumulative,
    column: 'ratio',
    symbols: 'Σ gain of the rows to here ÷ whole gain',
    words: 'Add up the gains from the top to this row and divide by the gain of all rows.',
    definition: contractMethods.cumulative,
    excelFunction: 'SUM ÷ gain',
    template: 'SUM({gain})/{whole}',
    operands: [
      {
        id: 'whole',
        label: 'Whole gain',
        number: { cents: impact.total.gain },
        unit: 'USD',
        source: 'The last row of this table',
      },
    ],
    table: {
      title: 'The rows to here',
      labelHeading: 'Row',
      columns: [{ id: 'gain', label: 'Gain (USD)' }],
      rows: impact.rows
        .slice(0, last + 1)
        .map(({ label, gain }) => ({ label, cells: { gain: { cents: gain } } })),
    },
  };
}

/** A cell of the grid of targets and volumes; `change` is null for the volume that may go. */
export function sensitivityWorking(
  row: SensitivityRow,
  change: number | null,
  origin: string,
): Working | undefined {
  if (row.positions.length === 0) return undefined;
  const shell = { ...contractWorkingShell({ origin }), table: gainTable(row.positions, null) };
  if (change === null) {
    const value = valueOf(row.volumeToSpare);
    if (value === undefined) return undefined;
    return {
      ...shell,
      title: `Volume that may go at ${targetText(row.target)}`,
      value,
      column: 'signed-ratio',
      symbols: 'Σ now ÷ (Σ now + Σ gain) − 1',
      words: 'Divide revenue now by revenue at the target and take 1 away.',
      definition: impactMethods.volumeToSpare,
      excelFunction: 'SUM ÷ SUM − 1',
      template: 'SUM({now})/(SUM({now})+SUM({gain}))-1',
      operands: [],
    };
  }
  return {
    ...shell,
    title: `Gain at ${targetText(row.target)}, ${volumeName(change).toLowerCase()}`,
    value: (1 + change) * row.gain,
    column: 'signed-money',
    symbols: '(1 + change) × Σ units × max(0, target − rate)',
    words: 'Add up what is missing to the target line by line, and multiply by the changed volume.',
    definition: impactMethods.gainAt,
    excelFunction: 'SUM of MAX',
    template: '{volume}*SUM({gain})',
    operands: [volumeOperand(1 + change)],
  };
}

/** An amount of the tornado: the whole gain with one row's volume or target changed, or from least to most. */
export function swingWorking(
  swing: Swing,
  row: SwingRow,
  columnId: string,
  origin: string,
): Working | undefined {
  const { step, target } = swing;
  const inRow = new Set(row.positions.map(({ line }) => line.id));
  const shell = contractWorkingShell({ origin });
  const shared = {
    ...shell,
    column: 'money',
    symbols: 'Σ units × factor × max(0, target − rate) over all lines',
    words: 'Change this row’s lines only, and add up what is missing to the target over all counted lines.',
    definition: impactMethods.swing,
    excelFunction: 'SUM of MAX',
    template: 'SUM({gain})',
    operands: [],
  } as const;
  const byVolume = (value: number, factor: number): Working => ({
    ...shared,
    title: `Gain when the volume of ${row.label} is ${plainPercent(factor)}% of your file’s`,
    value,
    table: gainTable(swing.positions, ({ line }) => (inRow.has(line.id) ? factor : 1)),
  });
  const byTarget = (value: number, points: number): Working => ({
    ...shared,
    title: `Gain when the target of ${row.label} is ${targetText(movedTarget(target, points))}`,
    value,
    table: gainTable(moved(swing.positions, inRow, movedTarget(target, points)), () => 1),
  });
  switch (columnId) {
    case 'target-low':
      return byTarget(row.lowerTarget, -step.points);
    case 'target-high':
      return byTarget(row.higherTarget, step.points);
    case 'volume-low':
      return byVolume(row.fewerUnits, 1 - step.volume);
    case 'volume-high':
      return byVolume(row.moreUnits, 1 + step.volume);
    case 'swing':
      return {
        ...shared,
        title: `Swing by ${row.label}`,
        value: swingWidth(row),
        symbols: 'most − least',
        words: 'Take the least of the four amounts from the most.',
        definition: impactMethods.swingWidth,
        excelFunction: 'MAX − MIN',
        template: 'MAX({a},{b},{c},{d})-MIN({a},{b},{c},{d})',
        operands: ['target-low', 'target-high', 'volume-low', 'volume-high'].map((id, index): Operand => {
          const from = swingWorking(swing, row, id, origin) as Working;
          return {
            id: 'abcd'.charAt(index),
            label: from.title,
            number: { cents: from.value as number },
            unit: 'USD',
            source: 'Its own working',
            from: () => from,
          };
        }),
      };
    default:
      return undefined;
  }
}

function moved(positions: readonly LinePosition[], inRow: ReadonlySet<string>, target: Target) {
  return positions.map((position) =>
    inRow.has(position.line.id) ? { ...position, target: targetAmount(position, target) } : position,
  );
}

function volumeOperand(factor: number): Operand {
  return {
    id: 'volume',
    label: 'Volume, 1 as in your file',
    number: { plain: String(Number(factor.toFixed(6))) },
    unit: '',
    source: 'This column',
  };
}

/** Counted lines with what each gains; `factorOf` changes single volumes. */
function gainTable(
  positions: readonly LinePosition[],
  factorOf: ((position: LinePosition) => number) | null,
): WorkingTable {
  const times = factorOf ? '{units}*{factor}' : '{units}';
  return {
    title: 'The lines in it',
    labelHeading: 'Code and payer',
    columns: [
      { id: 'units', label: 'Units' },
      ...(factorOf ? [{ id: 'factor', label: 'Factor' }] : []),
      { id: 'rate', label: 'Your rate (USD)' },
      { id: 'target', label: 'Target (USD)' },
      ...(factorOf ? [] : [{ id: 'now', label: 'Revenue now', template: '{units}*{rate}' }]),
      { id: 'gain', label: 'Gain', template: `${times}*MAX(0,{target}-{rate})` },
    ],
    rows: positions.map((position) => {
      const units = position.line.units as number;
      const rate = valueOf(position.own) as number;
      const factor = factorOf?.(position) ?? 1;
      return {
        label: lineLabel(position),
        cells: {
          units: { plain: String(units) },
          ...(factorOf ? { factor: { plain: String(Number(factor.toFixed(6))) } } : {}),
          rate: { cents: rate },
          target: { cents: valueOf(position.target) as number },
          ...(factorOf ? {} : { now: { cents: units * rate } }),
          gain: { cents: factor * lineGain(position) },
        },
      };
    }),
  };
}
