import type { RangeModel } from '../figures/rangeModel.ts';
import { type RangeGeometry, rangeGeometry } from './rangeGeometry.ts';
import type { RangeLayout } from './rangeLayout.ts';
import type { RangeRow } from './rangeRow.ts';

/** Where a thing holds: in a wide box, in a narrow one, or in both. */
export type Room = 'wide' | 'narrow' | null;

/** A thing of the chart and the room it is for. */
export interface Roomed<Thing> {
  readonly thing: Thing;
  readonly room: Room;
}

/**
 * The two layouts of a range chart, settled in a box of each kind. What they share is drawn once, by shares of the plot,
 * and fits a box of any width; what differs (labels beside or above, words that keep clear of marks) once for each.
 */
export interface FluidRange {
  readonly wide: RangeGeometry;
  readonly narrow: RangeGeometry;
}

/** The boxes of a common desk and a common phone: where words that must keep clear of marks are settled. */
const settledAt = { wide: 1222, narrow: 324 } as const;

export function fluidRange(model: RangeModel): FluidRange {
  return { wide: rangeGeometry(model, settledAt.wide), narrow: rangeGeometry(model, settledAt.narrow) };
}

/** A place on the axis as a share of the plot: `41.27%`. */
export function shareOf(x: number, { plot }: RangeLayout): string {
  return `${hundredths((100 * (x - plot.left)) / (plot.right - plot.left))}%`;
}

/** How much of the plot a width takes; a bar that would be too thin to be seen keeps its pixels. */
export function shareOfWidth(width: number, { plot }: RangeLayout): string | number {
  return width < 2 ? 2 : `${hundredths((100 * width) / (plot.right - plot.left))}%`;
}

/** A hundredth of a percent is a tenth of a pixel. */
function hundredths(percent: number): number {
  return Math.round(percent * 100) / 100;
}

/** The same thing in both layouts, once; else each in its own room. */
export function inRooms<Thing>(wide: Thing | null, narrow: Thing | null): readonly Roomed<Thing>[] {
  if (wide !== null && JSON.stringify(wide) === JSON.stringify(narrow)) return [{ thing: wide, room: null }];
  const one = wide === null ? [] : [{ thing: wide, room: 'wide' } as const];
  const other = narrow === null ? [] : [{ thing: narrow, room: 'narrow' } as const];
  return [...one, ...other];
}

/** Words placed along the axis from a share of the plot on, in pixels past it. */
export interface PlacedWords {
  readonly text: string;
  readonly share: string;
  readonly pixels: number;
  readonly anchor: 'start' | 'middle' | 'end';
  /** Pixels below the row's middle. */
  readonly rise: number;
}

/** The words of what lies past an end of the axis. */
export function wordsBeyond(row: RangeRow | undefined, side: 'below' | 'above'): PlacedWords | null {
  const mark = row?.beyond.find((each) => each.side === side);
  if (!row || !mark) return null;
  const { text, x, textX, textY, anchor } = mark;
  return {
    text,
    share: side === 'above' ? '100%' : '0',
    pixels: textX - x,
    anchor,
    rise: textY - row.middle,
  };
}

/**
 * Why a row is empty: at the left end of the plot, or just past the Medicare line.
 *
 * @param line the Medicare line's share of the plot
 */
export function wordsOfAbsence(
  row: RangeRow | undefined,
  { layout, medicare }: RangeGeometry,
  line: string,
): PlacedWords | null {
  if (!row?.absence) return null;
  const { text, x, y } = row.absence;
  const isPast = medicare !== null && Math.abs(x - medicare.x - 10) < 0.01;
  return {
    text,
    share: isPast ? line : '0',
    pixels: isPast ? 10 : x - layout.plot.left,
    anchor: 'start',
    rise: y - row.middle,
  };
}

/** What stands over the Medicare line, held at an edge where the middle of it would carry it past. */
export function wordsOfMedicare({ layout, medicare }: RangeGeometry, line: string): PlacedWords | null {
  if (!medicare) return null;
  const before = medicare.side === 'below' ? '← ' : '';
  const text = `${before}${medicare.text}${medicare.side === 'above' ? ' →' : ''}`;
  const held = medicare.textX - medicare.x;
  if (Math.abs(held) < 0.1) return { text, share: line, pixels: 0, anchor: 'middle', rise: 0 };
  return held > 0
    ? { text, share: '0', pixels: -layout.plot.left, anchor: 'start', rise: 0 }
    : { text, share: '100%', pixels: 0, anchor: 'end', rise: 0 };
}
