import type { WaterfallBar, WaterfallModel } from '../figures/waterfall.ts';
import { type AxisTick, axisTicks } from './axisTicks.ts';
import { type BarRow, barRows, barRowsHeight } from './barRows.ts';
import type { Box } from './rangeLayout.ts';
import { linearScale, tenths } from './scales.ts';

const rowHeight = 40;
const barHeight = 16;

/** A bar settled to the pixel. */
export interface WaterfallMark extends BarRow {
  readonly id: string;
  readonly paint: 'total' | 'gain' | 'loss' | 'rest';
  readonly bar: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
  /** A total whose beginning is not on the axis: its bar is drawn broken here. */
  readonly breakX: number | null;
  /** From the end of this bar down to the next; null for the last. */
  readonly link: { readonly x: number; readonly from: number; readonly to: number } | null;
}

export interface WaterfallGeometry {
  readonly width: number;
  readonly height: number;
  readonly plot: Box;
  readonly marks: readonly WaterfallMark[];
  readonly ticks: readonly AxisTick[];
}

export function waterfallHeight(bars: number): number {
  return barRowsHeight(bars, rowHeight);
}

/** Lays a waterfall out in a box of `width` pixels: one row per bar, each step beginning where the one above ends. */
export function waterfallGeometry(model: WaterfallModel, width: number): WaterfallGeometry {
  const { bars, domain, ticks } = model;
  const { height, plot, rows } = barRows(
    bars.map(({ label, text }) => ({ label, values: [text] })),
    width,
    rowHeight,
  );
  const scale = linearScale(domain, [plot.left, plot.right]);
  const isBroken = domain[0] > 0;
  return {
    width,
    height,
    plot,
    ticks: axisTicks(ticks, scale.at),
    marks: bars.map((bar, index): WaterfallMark => {
      const row = rows[index] as BarRow;
      const [start, end] = [scale.at(bar.from), scale.at(bar.to)];
      const y = row.middle - barHeight / 2;
      const next = rows[index + 1];
      return {
        ...row,
        id: bar.id,
        paint: bar.kind === 'total' ? 'total' : bar.isRest ? 'rest' : bar.kind,
        bar: {
          x: tenths(Math.min(start, end)),
          y,
          // Too small a step to see is still a line.
          width: tenths(Math.max(1, Math.abs(end - start))),
          height: barHeight,
        },
        breakX: isBroken && bar.kind === 'total' && end - plot.left > 24 ? plot.left + 10 : null,
        link: next && links(bar, bars[index + 1]) ? link(end, y, next) : null,
      };
    }),
  };
}

/** Only where the next bar begins, or a total ends, at the same amount. */
function links(bar: WaterfallBar, next: WaterfallBar | undefined): boolean {
  const begin = next?.kind === 'total' ? next.to : next?.from;
  return begin !== undefined && Math.abs(begin - bar.to) < 0.5;
}

function link(x: number, y: number, next: BarRow) {
  return { x: tenths(x), from: y + barHeight, to: next.middle - barHeight / 2 };
}
