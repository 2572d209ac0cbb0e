import { valueOf } from './cell.ts';
import type { LinePosition } from './contractPosition.ts';
import { groupBy } from './groupBy.ts';

export const impactGroupings = ['line', 'code', 'payer'] as const;
export type ImpactGrouping = (typeof impactGroupings)[number];

/** Revenue of a line, a code or a payer, in unrounded cents over the file's period. */
export interface ImpactRow {
  readonly id: string;
  readonly label: string;
  /** Lines of the contract in it that have a volume and a target. */
  readonly positions: readonly LinePosition[];
  readonly units: number;
  readonly now: number;
  /** Every line below the target raised to it; lines above it stay. */
  readonly atTarget: number;
  readonly gain: number;
  /** Its gain and that of all rows above it, as a share of the total gain; 0 where nothing is gained. */
  readonly cumulative: number;
}

export interface Impact {
  /** Most to gain first. */
  readonly rows: readonly ImpactRow[];
  readonly total: Omit<ImpactRow, 'cumulative'>;
  /** How many rows, from the top, carry 80% of the gain; 0 where nothing is gained. */
  readonly rowsForMost: number;
  /** Lines in force that cannot be counted: no volume, no own amount or no target. */
  readonly leftOut: readonly LinePosition[];
  /** Counted lines that are at the target or above it, and what moving them down to it would lose. */
  readonly linesAbove: number;
  readonly lossIfLowered: number;
}

/** The share of the gain `rowsForMost` counts up to. */
export const mostOfTheGain = 0.8;

/**
 * What reaching the target would bring, ranked.
 *
 * Worked: 100 units at $30 with a target of $40 gain $1,000; 50 units at $45 stay: now $5,250, at target $6,250.
 */
export function contractImpact(
  positions: readonly LinePosition[],
  grouping: ImpactGrouping,
  nameOf: (position: LinePosition) => string,
): Impact {
  const counted = positions.filter(isCounted);
  const groups = groupBy(counted, ({ line }) => (grouping === 'line' ? line.id : line[grouping]));
  const sums = [...groups]
    .map(([id, group]) => sumOf(id, nameOf(group[0] as LinePosition), group))
    .sort((a, b) => b.gain - a.gain || b.now - a.now);
  const total = sumOf('total', 'Total', counted);
  // Of the gains added up in this order: in another the last share could be a hair off the whole.
  const whole = sums.reduce((sum, { gain }) => sum + gain, 0);
  let reached = 0;
  const rows = sums.map((row) => {
    reached += row.gain;
    return { ...row, cumulative: whole === 0 ? 0 : reached / whole };
  });
  const above = counted.filter((position) => gainPerUnit(position) <= 0);
  return {
    rows,
    total,
    // None where nothing is gained: no share of it is reached.
    rowsForMost: rows.findIndex(({ cumulative }) => cumulative >= mostOfTheGain - 1e-12) + 1,
    leftOut: positions.filter((position) => !isCounted(position)),
    linesAbove: above.length,
    lossIfLowered: above.reduce(
      (loss, position) => loss - gainPerUnit(position) * (position.line.units as number),
      0,
    ),
  };
}

/** Whether a line has all that a gain is made of: a volume, an amount of its own and a target. */
export function isCounted({ line, own, target }: LinePosition): boolean {
  return line.units !== null && own.kind === 'value' && target.kind === 'value';
}

/** What is missing to the target for one unit of a counted line; below 0 where the rate is above it. */
function gainPerUnit({ own, target }: LinePosition): number {
  return (valueOf(target) as number) - (valueOf(own) as number);
}

/** What raising a counted line to its target brings over the file's period, unrounded cents; never below 0. */
export function lineGain(position: LinePosition): number {
  return (position.line.units as number) * Math.max(0, gainPerUnit(position));
}

function sumOf(id: string, label: string, positions: readonly LinePosition[]): Omit<ImpactRow, 'cumulative'> {
  let units = 0;
  let now = 0;
  let gain = 0;
  for (const position of positions) {
    const volume = position.line.units as number;
    units += volume;
    now += volume * (valueOf(position.own) as number);
    gain += lineGain(position);
  }
  return { id, label, positions, units, now, atTarget: now + gain, gain };
}
