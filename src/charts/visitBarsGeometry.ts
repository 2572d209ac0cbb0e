import type { VisitBar, VisitBarsModel } from '../figures/visitBars.ts';
import { formatMoney } from '../text/numbers.ts';
import { cutText } from './cutText.ts';
import { type Box, labelText, smallText } from './rangeLayout.ts';
import { linearScale } from './scales.ts';
import { textWidth } from './textWidth.ts';

/** Below this width the payer's name stands above its bar instead of beside it. */
const besideFrom = 560;
const rowHeight = 44;
const headerHeight = 24;
const axisHeight = 26;

/** One bar settled to the pixel. */
export interface PlacedBar {
  readonly bar: VisitBar;
  /** The middle of the bar. */
  readonly y: number;
  readonly width: number;
  /** Where the market's payment is marked; null where there is none. */
  readonly marketX: number | null;
  readonly nameX: number;
  readonly nameY: number;
  readonly labelX: number;
  readonly labelY: number;
  readonly labelAnchor: 'start' | 'end';
  /** The amount; or why there is none, as much of it as the room holds. */
  readonly label: string;
}

export interface VisitBarsGeometry {
  readonly width: number;
  readonly height: number;
  readonly plot: Box;
  readonly rowHeight: number;
  readonly barHeight: number;
  readonly rows: readonly PlacedBar[];
  readonly ticks: readonly { readonly x: number; readonly label: string }[];
  readonly medicare: { readonly x: number; readonly textX: number; readonly text: string } | null;
}

/** The chart's height in pixels: the same at every width, so nothing below it moves when it is measured. */
export function visitBarsHeight(rows: number): number {
  return headerHeight + rows * rowHeight + axisHeight;
}

/** Lays the bars out in a box of `width` pixels: the longest name decides how much room names take. */
export function visitBarsGeometry(model: VisitBarsModel, width: number): VisitBarsGeometry {
  const beside = width >= besideFrom;
  const height = visitBarsHeight(model.bars.length);
  const widestName = Math.max(0, ...model.bars.map(({ name }) => textWidth(name, labelText)));
  const left = beside ? Math.min(widestName + 14, width * 0.35) : 2;
  const amounts = model.bars.flatMap(({ amount, label }) => (amount === null ? [] : [label]));
  const widestLabel = Math.max(0, ...amounts.map((label) => textWidth(label, smallText)));
  // Beside names the amounts stand after their bars, so the longest bar leaves room for its own.
  const margin = beside ? widestLabel + 24 : 14;
  const plot = {
    left,
    right: Math.max(left + 1, width - margin),
    top: headerHeight,
    bottom: height - axisHeight,
  };
  const scale = linearScale(model.domain, [plot.left, plot.right]);
  const rows = model.bars.map((bar, index): PlacedBar => {
    const top = plot.top + index * rowHeight;
    const y = beside ? top + rowHeight / 2 : top + rowHeight - 13;
    const end = bar.amount === null ? plot.left : scale.at(bar.amount);
    const marketX = bar.market === null ? null : scale.at(bar.market);
    const placed = {
      bar,
      y,
      width: end - plot.left,
      marketX,
      nameX: beside ? plot.left - 8 : plot.left,
      nameY: beside ? y : top + 11,
    };
    const isOneLine =
      textWidth(bar.name, labelText) + textWidth(bar.label, smallText) + besideMark < plot.right - plot.left;
    // Why there is no amount takes the place of the bar, where on a phone it does not fit beside the name.
    if (bar.amount === null && (beside || !isOneLine)) {
      const words = wordsBeside(bar.label, marketX, beside ? plot.left + 6 : plot.left, width);
      return { ...placed, label: words.text, labelX: words.x, labelY: y, labelAnchor: 'start' };
    }
    return {
      ...placed,
      label: bar.label,
      // Above the bar on a phone, where names stand too; else after its end.
      labelX: beside ? labelStart(end, marketX) : plot.right,
      labelY: beside ? y : top + 11,
      labelAnchor: beside ? 'start' : 'end',
    };
  });
  const { medicare } = model;
  const half = medicare ? textWidth(medicare.label, smallText) / 2 + 4 : 0;
  const at = medicare ? scale.at(medicare.amount) : 0;
  return {
    width,
    height,
    plot,
    rowHeight,
    barHeight: 16,
    rows,
    ticks: ticksOf(model, scale.at),
    medicare: medicare && {
      x: at,
      text: medicare.label,
      textX: Math.max(half, Math.min(at, width - half)),
    },
  };
}

/** Room kept free at both sides of the market's mark. */
const besideMark = 12;

/** Words where a bar would be, clear of the market's mark: before it, after it, or cut where neither side has the room. */
function wordsBeside(text: string, mark: number | null, left: number, right: number) {
  const needed = textWidth(text, smallText);
  const before = (mark === null ? right : mark - besideMark) - left;
  const after = mark === null ? 0 : right - mark - besideMark;
  if (needed <= before || before >= after) return { x: left, text: cutText(text, before, smallText) };
  return { x: right - after, text: cutText(text, after, smallText) };
}

/** After the bar, and past the market's mark where that stands just there. */
function labelStart(end: number, market: number | null): number {
  return market !== null && market > end - 8 && market < end + 70 ? market + 12 : end + 6;
}

/** Labels stand on the densest even step that keeps them apart. */
function ticksOf({ ticks }: VisitBarsModel, at: (amount: number) => number): VisitBarsGeometry['ticks'] {
  const all = ticks.map((amount) => ({ x: at(amount), label: formatMoney(amount).replace(/\.00$/, '') }));
  const widest = Math.max(0, ...all.map(({ label }) => textWidth(label, smallText)));
  const gap = (all[1]?.x ?? 0) - (all[0]?.x ?? 0);
  const step = Math.max(1, Math.ceil((widest + 10) / Math.max(1, gap)));
  return all.map((tick, index) => (index % step === 0 ? tick : { ...tick, label: '' }));
}
