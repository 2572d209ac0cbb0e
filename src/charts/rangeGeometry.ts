import type { RangeModel } from '../figures/rangeModel.ts';
import { formatMoney } from '../text/numbers.ts';
import { defaultRowHeight, type RangeLayout, rangeLayout, smallText } from './rangeLayout.ts';
import { type RangeRow, rangeRow } from './rangeRow.ts';
import { type LinearScale, linearScale, tenths } from './scales.ts';
import { textWidth } from './textWidth.ts';

export interface RangeTick {
  readonly amount: number;
  readonly x: number;
  /** Dollars; empty where a label would touch its neighbour's, though the grid line stays. */
  readonly label: string;
}

export interface MedicareLine {
  readonly x: number;
  readonly side: 'inside' | 'below' | 'above';
  readonly text: string;
  /** Middle of the text: over the line, moved only as far as the box requires. */
  readonly textX: number;
}

/** A range chart settled to the pixel, before anything is drawn: the live chart and a static SVG read the same one. */
export interface RangeGeometry {
  readonly layout: RangeLayout;
  readonly rows: readonly RangeRow[];
  readonly ticks: readonly RangeTick[];
  readonly medicare: MedicareLine | null;
}

/** `5000` cents → `$50`, when every tick is whole dollars; `$12.50` for all of them otherwise. */
function tickLabel(amount: number, wholeDollars: boolean): string {
  const text = formatMoney(amount);
  return wholeDollars ? text.replace(/\.00$/, '') : text;
}

/** Labels every tick, or every second, third… one: the densest even step whose labels keep clear of each other. */
function ticksOf(model: RangeModel, scale: LinearScale): readonly RangeTick[] {
  const inside = model.ticks.filter((amount) => scale.side(amount) === 'inside');
  const wholeDollars = inside.every((amount) => amount % 100 === 0);
  const all = inside.map((amount) => ({
    amount,
    x: scale.at(amount),
    label: tickLabel(amount, wholeDollars),
  }));
  const widest = Math.max(0, ...all.map((tick) => textWidth(tick.label, smallText)));
  const gaps = all.slice(1).map((tick, index) => tick.x - (all[index]?.x ?? 0));
  const step = Math.max(1, Math.ceil((widest + 10) / Math.max(1, Math.min(...gaps))));
  return all.map((tick, index) => (index % step === 0 ? tick : { ...tick, label: '' }));
}

function medicareLine(model: RangeModel, layout: RangeLayout, scale: LinearScale): MedicareLine | null {
  if (!model.medicare) return null;
  const { amount, label } = model.medicare;
  const side = scale.side(amount);
  const x = scale.at(amount);
  const half = textWidth(label, smallText) / 2;
  const textX = tenths(Math.max(half, Math.min(x, layout.plot.right - half)));
  return { x, side, text: label, textX };
}

/**
 * Lays a range model out in a box of `width` pixels; the height follows from the rows (see `rangeHeight`).
 * Amounts in cents; every position returned is in pixels and inside the box.
 */
export function rangeGeometry(model: RangeModel, width: number, rowHeight = defaultRowHeight): RangeGeometry {
  const layout = rangeLayout(model, width, rowHeight);
  const exact = linearScale(model.domain, [layout.plot.left, layout.plot.right]);
  // A tenth of a pixel is less than can be seen; more digits only make the page's file longer.
  const scale = { ...exact, at: (amount: number) => tenths(exact.at(amount)) };
  const medicare = medicareLine(model, layout, scale);
  const line = medicare?.side === 'inside' ? medicare.x : null;
  return {
    layout,
    rows: model.marks.map((mark, index) => rangeRow(mark, index, layout, scale, line)),
    ticks: ticksOf(model, scale),
    medicare,
  };
}
