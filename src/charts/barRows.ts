import { cutText } from './cutText.ts';
import { type Box, labelText, smallText } from './rangeLayout.ts';
import { tenths } from './scales.ts';
import { textWidth, wrapLabel } from './textWidth.ts';

/** Below this width labels stand above their bars instead of beside them. */
const besideFrom = 560;
const top = 10;
const axisHeight = 28;
const lineHeight = 15;
const mostLabel = 190;

/** A row of a chart of bars: where its words and its bars go, in pixels from the chart's top left corner. */
export interface BarRow {
  readonly top: number;
  /** The middle of the room for bars. */
  readonly middle: number;
  readonly lines: readonly { readonly text: string; readonly x: number; readonly y: number }[];
  /** What stands at the right: in a column, or on the label's line; none where it would not fit. */
  readonly values: readonly { readonly text: string; readonly x: number; readonly y: number }[];
}

export interface BarRows {
  readonly width: number;
  readonly height: number;
  readonly plot: Box;
  readonly rows: readonly BarRow[];
}

/** The chart's height in pixels: the same at every width, so nothing below it moves when it is measured. */
export function barRowsHeight(count: number, rowHeight: number): number {
  return top + count * rowHeight + axisHeight;
}

/**
 * Lays rows of bars out in a box of `width` pixels: labels left and values right of the bars, or both above them on a
 * narrow page, where only a single value still fits.
 */
export function barRows(
  texts: readonly { readonly label: string; readonly values: readonly string[] }[],
  width: number,
  rowHeight: number,
): BarRows {
  const height = barRowsHeight(texts.length, rowHeight);
  const bottom = height - axisHeight;
  const valueSize = texts.some(({ values }) => values.length > 1) ? smallText : labelText;
  const widest = Math.max(
    0,
    ...texts.flatMap(({ values }) => values).map((value) => textWidth(value, valueSize)),
  );
  if (width < besideFrom) {
    // Room for half of a label at both ends of the axis.
    const plot = { left: 20, top, right: Math.max(21, width - 20), bottom };
    const rows = texts.map(({ label, values }, index): BarRow => {
      const rowTop = top + index * rowHeight;
      const [value] = values;
      const isAlone = values.length === 1 && value !== undefined;
      const room = width - (isAlone ? widest + 12 : 0);
      return {
        top: rowTop,
        middle: rowTop + lineHeight + (rowHeight - lineHeight) / 2,
        lines: [{ text: cutText(label, room, labelText), x: 0, y: rowTop + 13 }],
        values: isAlone ? [{ text: value, x: width, y: rowTop + 13 }] : [],
      };
    });
    return { width, height, plot, rows };
  }
  const longest = Math.max(72, ...texts.map(({ label }) => textWidth(label, labelText)));
  const labelWidth = Math.min(longest, mostLabel);
  const plot = { left: Math.round(labelWidth) + 16, top, right: width - Math.ceil(widest) - 16, bottom };
  const rows = texts.map(({ label, values }, index): BarRow => {
    const rowTop = top + index * rowHeight;
    const middle = rowTop + rowHeight / 2;
    const lines = wrapLabel(label, labelWidth, labelText);
    return {
      top: rowTop,
      middle,
      lines: placed(lines, 0, middle).map((line) => ({
        ...line,
        text: cutText(line.text, labelWidth + 12, labelText),
      })),
      values: placed(values, width, middle),
    };
  });
  return { width, height, plot, rows };
}

/** Lines of text around a middle. */
function placed(lines: readonly string[], x: number, middle: number) {
  return lines.map((text, index) => ({
    text,
    x,
    y: tenths(middle + 4.5 + (index - (lines.length - 1) / 2) * lineHeight),
  }));
}
