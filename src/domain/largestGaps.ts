import { absent, type Cell, present, valueOf } from './cell.ts';
import { lineGain } from './contractImpact.ts';
import { gapTo, type LinePosition } from './contractPosition.ts';

/** What raising one line to its target would bring: units × what is missing; 0 at the target or above, absent without a volume. */
export function lineStake(position: LinePosition): Cell {
  const { line, own, target } = position;
  const { dollars } = gapTo(own, target);
  if (dollars.kind === 'absent') return dollars;
  if (line.units === null) return absent('not-in-input', 'no volume');
  return present(lineGain(position));
}

/** Lines below their target, most dollars at stake first; where volumes are missing, by the gap's share of the rate. */
export function byGap(positions: readonly LinePosition[]): readonly LinePosition[] {
  const gap = ({ own, target }: LinePosition) => valueOf(gapTo(own, target).ratio) ?? 0;
  const stake = (position: LinePosition) => valueOf(lineStake(position)) ?? 0;
  return positions
    .filter((position) => gap(position) > 0)
    .sort((a, b) => stake(b) - stake(a) || gap(b) - gap(a));
}

/** The ids of the first so many lines by gap. */
export function largestGaps(positions: readonly LinePosition[], count: number): ReadonlySet<string> {
  return new Set(
    byGap(positions)
      .slice(0, count)
      .map(({ line }) => line.id),
  );
}
