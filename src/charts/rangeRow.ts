import type { RangeMark } from '../figures/rangeModel.ts';
import { formatCount, formatMoney } from '../text/numbers.ts';
import { barHeight, labelText, type RangeLayout, smallText } from './rangeLayout.ts';
import { type LinearScale, tenths } from './scales.ts';
import { textWidth, wrapLabel } from './textWidth.ts';

export const dotRadius = 5;

/** Stands where the median would, for a row that shows its votes instead. */
export const tooFew = 'too few';

/** An arrow at an end of the axis, for amounts that lie past it. */
export interface BeyondMark {
  readonly side: 'below' | 'above';
  readonly x: number;
  readonly y: number;
  /** The amounts themselves, e.g. `mean $245.38`. */
  readonly text: string;
  readonly textX: number;
  readonly textY: number;
  readonly anchor: 'start' | 'end';
}

/** One payer's row; positions in pixels. */
export interface RangeRow {
  readonly id: string;
  readonly colour: string;
  readonly top: number;
  readonly middle: number;
  readonly label: {
    readonly lines: readonly string[];
    readonly x: number;
    readonly y: number;
    readonly anchor: 'start' | 'end';
  };
  /** For the columns at the right, or the line above the bar; empty when the row's absence says it. */
  readonly medianText: string;
  readonly countText: string;
  readonly bar: {
    readonly x: number;
    readonly y: number;
    readonly width: number;
    readonly height: number;
  } | null;
  readonly median: number | null;
  readonly mean: number | null;
  readonly dots: readonly { readonly x: number; readonly y: number }[];
  readonly absence: { readonly text: string; readonly x: number; readonly y: number } | null;
  readonly beyond: readonly BeyondMark[];
}

/** Where the bar's middle is in a row: lower when the label stands above it. */
function middleOf(layout: RangeLayout, top: number): number {
  return layout.labels === 'beside' ? top + layout.rowHeight / 2 : top + layout.rowHeight * 0.56;
}

function placeLabel(mark: RangeMark, layout: RangeLayout, top: number, middle: number): RangeRow['label'] {
  if (layout.labels === 'above') return { lines: [mark.label], x: 0, y: top + 13, anchor: 'start' };
  const lines = wrapLabel(mark.label, layout.labelWidth, labelText);
  const y = middle + 4.5 - (lines.length - 1) * 7.5;
  return { lines, x: layout.plot.left - 14, y, anchor: 'end' };
}

function placeBar(mark: RangeMark, scale: LinearScale, middle: number): RangeRow['bar'] {
  if (mark.p25 === undefined || mark.p75 === undefined) return null;
  if (scale.side(mark.p25) === 'above' || scale.side(mark.p75) === 'below') return null;
  const x = scale.at(mark.p25);
  return {
    x,
    y: middle - barHeight / 2,
    width: tenths(scale.at(mark.p75) - x),
    height: barHeight,
  };
}

/**
 * Votes side by side where they would hide each other or the mean: each takes the first of five lanes with room,
 * from the middle outwards. Two equal votes are two dots.
 */
function placeDots(
  votes: readonly number[],
  scale: LinearScale,
  middle: number,
  mean: number | null,
): RangeRow['dots'] {
  const lanes = [0, 9, -9, 18, -18].map((offset) => ({ offset, last: Number.NEGATIVE_INFINITY }));
  const inside = votes.filter((vote) => scale.side(vote) === 'inside').toSorted((a, b) => a - b);
  return inside.map((vote) => {
    const x = scale.at(vote);
    const onMean = mean !== null && Math.abs(x - mean) < dotRadius + 7;
    const lane =
      lanes.find((one) => x - one.last >= 2 * dotRadius && !(onMean && one.offset === 0)) ?? lanes[0];
    if (lane) lane.last = x;
    return { x, y: middle + (lane?.offset ?? 0) };
  });
}

/** Everything of a row that lies past `side`, in words: `P75 $300.00, mean $412.50`. */
function wordsBeyond(mark: RangeMark, scale: LinearScale, side: 'below' | 'above'): string {
  const named: readonly (readonly [string, number | undefined])[] = [
    ['P25', mark.p25],
    ['median', mark.median],
    ['P75', mark.p75],
    ['mean', mark.mean],
    ...votesDrawn(mark).map((vote) => ['vote', vote] as const),
  ];
  return named
    .flatMap(([name, amount]) =>
      amount !== undefined && scale.side(amount) === side ? [`${name} ${formatMoney(amount)}`] : [],
    )
    .join(', ');
}

function drawsNothing(mark: RangeMark): boolean {
  const amounts = [mark.p25, mark.median, mark.p75, mark.mean, ...mark.votes];
  return amounts.every((amount) => amount === undefined);
}

/** Votes are drawn only in place of percentiles. */
function votesDrawn(mark: RangeMark): readonly number[] {
  return mark.p25 === undefined || mark.p75 === undefined ? mark.votes : [];
}

/** How far a row's drawn marks reach, so an arrow's words can keep clear of them. */
function reach(row: Pick<RangeRow, 'bar' | 'median' | 'mean' | 'dots'>): readonly [number, number] {
  const xs = [
    ...(row.bar ? [row.bar.x, row.bar.x + row.bar.width] : []),
    ...(row.median === null ? [] : [row.median]),
    ...(row.mean === null ? [] : [row.mean]),
    ...row.dots.map((dot) => dot.x),
  ];
  return [Math.min(...xs), Math.max(...xs)];
}

function placeBeyond(
  mark: RangeMark,
  drawn: Pick<RangeRow, 'bar' | 'median' | 'mean' | 'dots'>,
  layout: RangeLayout,
  scale: LinearScale,
  middle: number,
): readonly BeyondMark[] {
  const [leftmost, rightmost] = reach(drawn);
  return (['below', 'above'] as const).flatMap((side) => {
    const text = wordsBeyond(mark, scale, side);
    if (text === '') return [];
    const x = side === 'above' ? layout.plot.right : layout.plot.left;
    const anchor = side === 'above' ? 'end' : 'start';
    const textX = side === 'above' ? x - 14 : x + 14;
    const width = textWidth(text, smallText) + 8;
    const clear = side === 'above' ? rightmost < textX - width : leftmost > textX + width;
    // Under the bar where the words would lie on it.
    const textY = clear ? middle + 4 : middle + barHeight / 2 + 11;
    return [{ side, x, y: middle, text, textX: clear ? textX : x, textY, anchor } as const];
  });
}

/** At the left end, or just past the Medicare line where that would run through the words. */
function placeAbsence(
  text: string,
  layout: RangeLayout,
  line: number | null,
  middle: number,
): RangeRow['absence'] {
  const x = layout.plot.left + 8;
  const width = textWidth(text, smallText);
  const struck = line !== null && line > x - 6 && line < x + width + 6;
  const fits = struck && line + 10 + width <= layout.plot.right;
  return { text, x: fits ? line + 10 : x, y: middle + 4 };
}

/**
 * Lays out one payer's row. Amounts in cents, positions in pixels inside the layout's box.
 *
 * @param line where the Medicare line crosses the rows, null when it does not
 */
export function rangeRow(
  mark: RangeMark,
  index: number,
  layout: RangeLayout,
  scale: LinearScale,
  line: number | null,
): RangeRow {
  const top = layout.plot.top + index * layout.rowHeight;
  const middle = middleOf(layout, top);
  const inside = (amount: number | undefined) =>
    amount !== undefined && scale.side(amount) === 'inside' ? scale.at(amount) : null;
  const mean = inside(mark.mean);
  const drawn = {
    bar: placeBar(mark, scale, middle),
    median: inside(mark.median),
    mean,
    dots: placeDots(votesDrawn(mark), scale, middle, mean),
  };
  return {
    id: mark.id,
    colour: mark.colour,
    top,
    middle,
    label: placeLabel(mark, layout, top, middle),
    medianText: mark.median !== undefined ? formatMoney(mark.median) : mark.votes.length > 0 ? tooFew : '',
    countText: mark.n === 0 ? '' : formatCount(mark.n),
    ...drawn,
    absence: drawsNothing(mark) ? placeAbsence(mark.absence, layout, line, middle) : null,
    beyond: placeBeyond(mark, drawn, layout, scale, middle),
  };
}
