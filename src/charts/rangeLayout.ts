import type { RangeModel } from '../figures/rangeModel.ts';
import { textWidth } from './textWidth.ts';

/** Nothing in a chart is printed smaller than this, in pixels. */
export const smallText = 12;
export const labelText = 13;

export const defaultRowHeight = 48;
export const barHeight = 16;
/** How much of a payer's colour fills its bar: what lies on it must still show (test/ui/tokens.test.ts). */
export const barOpacity = 0.32;

/** Below this width the payer's name stands above its bar instead of beside it. */
const besideFrom = 560;
const headerHeight = 30;
const axisHeight = 28;
const valueColumn = 72;
const countColumn = 52;

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Where the parts of a range chart go; every number is in pixels from the chart's top left corner. */
export interface RangeLayout {
  readonly width: number;
  readonly height: number;
  readonly rowHeight: number;
  /** Whether labels stand in a column left of the bars, or each above its bar. */
  readonly labels: 'beside' | 'above';
  readonly plot: Box;
  /** Space for a label beside the bars; the whole width when it stands above them. */
  readonly labelWidth: number;
  /** Right edges of the columns that print the median and n; null when they stand above the bar. */
  readonly columns: { readonly median: number; readonly count: number } | null;
}

/** The chart's height in pixels. It does not depend on the width, so nothing below the chart moves when it is measured. */
export function rangeHeight(rowCount: number, rowHeight = defaultRowHeight): number {
  return headerHeight + rowCount * rowHeight + axisHeight;
}

export function rangeLayout(model: RangeModel, width: number, rowHeight = defaultRowHeight): RangeLayout {
  const height = rangeHeight(model.marks.length, rowHeight);
  const top = headerHeight;
  const bottom = height - axisHeight;
  if (width < besideFrom) {
    const plot = { left: 10, top, right: Math.max(11, width - 20), bottom };
    return { width, height, rowHeight, labels: 'above', plot, labelWidth: width, columns: null };
  }
  const longest = Math.max(0, ...model.marks.map((mark) => textWidth(mark.label, labelText)));
  const labelWidth = Math.min(Math.max(longest, 72), 190);
  const plot = {
    left: Math.round(labelWidth) + 18,
    top,
    right: width - valueColumn - countColumn - 12,
    bottom,
  };
  return {
    width,
    height,
    rowHeight,
    labels: 'beside',
    plot,
    labelWidth,
    columns: { median: width - countColumn, count: width - 4 },
  };
}
