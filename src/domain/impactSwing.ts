import { type Impact, type ImpactRow, lineGain } from './contractImpact.ts';
import type { LinePosition, Target } from './contractPosition.ts';
import { movedTarget, withTarget } from './targetAmount.ts';

/** By how much a line's volume and target are moved to see how far the gain swings. */
export interface SwingStep {
  /** A fraction of the volume: 0.1 = ±10%. */
  readonly volume: number;
  /** Percentage points of the target: 10 moves the median to P40 and P60, 120% of Medicare to 110% and 130%. */
  readonly points: number;
}

/** The whole gain, in unrounded cents, when the volume or the target of this row alone is moved. */
export interface SwingRow {
  readonly id: string;
  readonly label: string;
  readonly positions: readonly LinePosition[];
  readonly fewerUnits: number;
  readonly moreUnits: number;
  readonly lowerTarget: number;
  readonly higherTarget: number;
}

export interface Swing {
  readonly step: SwingStep;
  readonly target: Target;
  /** The gain as it stands: where every bar begins. */
  readonly gain: number;
  /** The counted lines of the contract. */
  readonly positions: readonly LinePosition[];
  /** The widest first. */
  readonly rows: readonly SwingRow[];
}

/**
 * How far the gain swings when one part's own volume or target turns out different, the others as they are.
 *
 * Worked: a gain of $1,200, of which a code brings $1,000 (100 units at $30, target $40): ±10% of its volume is $1,100 to
 * $1,300; targets of $38 and $43 are $1,000 and $1,500.
 */
export function impactSwing({ rows, total }: Impact, target: Target, step: SwingStep): Swing {
  const swings = rows.map((row) => swingOf(row, total.gain, target, step));
  return {
    step,
    target,
    gain: total.gain,
    positions: total.positions,
    rows: swings.toSorted((a, b) => swingWidth(b) - swingWidth(a)),
  };
}

/** From the least to the most the gain may be by this row. */
export function swingWidth(row: SwingRow): number {
  const ends = [row.fewerUnits, row.moreUnits, row.lowerTarget, row.higherTarget];
  return Math.max(...ends) - Math.min(...ends);
}

function swingOf(row: ImpactRow, whole: number, target: Target, step: SwingStep): SwingRow {
  const atTarget = (points: number) => {
    const moved = movedTarget(target, points);
    return withTarget(row.positions, moved).reduce((sum, position) => sum + lineGain(position), 0);
  };
  return {
    id: row.id,
    label: row.label,
    positions: row.positions,
    fewerUnits: whole - step.volume * row.gain,
    moreUnits: whole + step.volume * row.gain,
    lowerTarget: whole - row.gain + atTarget(-step.points),
    higherTarget: whole - row.gain + atTarget(step.points),
  };
}

/** The rows past the first `most` as one: all of them moved together. Never a single row, which can stand for itself. */
export function foldSwings(swing: Swing, most: number): readonly (SwingRow & { readonly count: number })[] {
  const shown = swing.rows.length <= most + 1 ? swing.rows : swing.rows.slice(0, most);
  const rest = swing.rows.slice(shown.length);
  const singles = shown.map((row) => ({ ...row, count: 1 }));
  if (rest.length === 0) return singles;
  const together = (end: 'fewerUnits' | 'moreUnits' | 'lowerTarget' | 'higherTarget') =>
    rest.reduce((sum, row) => sum + row[end] - swing.gain, swing.gain);
  return [
    ...singles,
    {
      id: '+others',
      label: '',
      positions: rest.flatMap(({ positions }) => positions),
      count: rest.length,
      fewerUnits: together('fewerUnits'),
      moreUnits: together('moreUnits'),
      lowerTarget: together('lowerTarget'),
      higherTarget: together('higherTarget'),
    },
  ];
}
