import { absent, type Cell, present, valueOf } from './cell.ts';
import type { LinePosition } from './contractPosition.ts';

export const indexBases = ['medicare', 'median'] as const;
/** What a contract's index is held against. */
export type IndexBase = (typeof indexBases)[number];

/** A contract, or a part of it, against one base: Σ units × own rate ÷ Σ units × base over the lines that have both. */
export interface ContractIndex {
  readonly id: string;
  readonly label: string;
  readonly ofMedicare: Cell;
  readonly ofMedian: Cell;
  /** Lines of the part, and how many of them each index holds. */
  readonly lines: number;
  readonly medicareLines: number;
  readonly medianLines: number;
  /** Units over its lines; absent where the file states none. */
  readonly units: Cell;
}

/** Whether lines weigh by volume: only where the file states one for any line. Without, each line weighs the same. */
export function hasVolumes(positions: readonly LinePosition[]): boolean {
  return positions.some(({ line }) => line.units !== null);
}

/** What a line weighs in an index: its units; 1 where the file states none at all; 0 for a line without its own. */
export function weightOf({ line }: LinePosition, weighted: boolean): number {
  return weighted ? (line.units ?? 0) : 1;
}

/** The lines an index holds: own rate, base and weight all there. */
export function indexLines(
  positions: readonly LinePosition[],
  base: IndexBase,
  weighted: boolean,
): readonly LinePosition[] {
  return positions.filter(
    (position) =>
      weightOf(position, weighted) > 0 && position.own.kind === 'value' && position[base].kind === 'value',
  );
}

/**
 * The index of some lines.
 *
 * Worked: 100 units at $30 against $40 and 300 at $50 against $40: (3,000 + 15,000) ÷ (4,000 + 12,000) = 112.5%.
 */
export function contractIndex(
  id: string,
  label: string,
  positions: readonly LinePosition[],
  weighted: boolean,
): ContractIndex {
  const medicare = indexLines(positions, 'medicare', weighted);
  const median = indexLines(positions, 'median', weighted);
  const units = positions.reduce((total, { line }) => total + (line.units ?? 0), 0);
  return {
    id,
    label,
    ofMedicare: ratio(medicare, 'medicare', weighted),
    ofMedian: ratio(median, 'median', weighted),
    lines: positions.length,
    medicareLines: medicare.length,
    medianLines: median.length,
    units: hasVolumes(positions) ? present(units) : absent('not-in-input'),
  };
}

/** An index is no number where none of its lines has the base. */
export const noIndex = absent('not-comparable', 'no line has both amounts and a volume');

function ratio(lines: readonly LinePosition[], base: IndexBase, weighted: boolean): Cell {
  if (lines.length === 0) return noIndex;
  const sum = (of: (position: LinePosition) => number) =>
    lines.reduce((total, position) => total + weightOf(position, weighted) * of(position), 0);
  return present(
    sum(({ own }) => valueOf(own) as number) / sum((position) => valueOf(position[base]) as number),
  );
}
