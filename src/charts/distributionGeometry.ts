import type { DistributionModel } from '../figures/distribution.ts';
import { formatCount } from '../text/numbers.ts';
import { type AxisTick, axisTicks } from './axisTicks.ts';
import { type Box, smallText } from './rangeLayout.ts';
import { dotRadius } from './rangeRow.ts';
import { linearScale } from './scales.ts';
import { textWidth } from './textWidth.ts';

const headerHeight = 30;
const boxBand = 46;
const dotsBand = 132;
const barsBand = 168;
const axisHeight = 28;
const side = 18;

/** A dot or a bar a reader can step to; the hit point is where a pointer has to be near. */
export interface DistributionMark {
  readonly id: string;
  readonly x: number;
  readonly y: number;
  /** Pixels; 0 for a dot. */
  readonly width: number;
  readonly height: number;
  /** The count above a bar; empty for dots and for empty bins. */
  readonly label: string;
  /** Whether the amount lies past the axis and the mark stands at its end. */
  readonly isBeyond: boolean;
}

/** A distribution settled to the pixel, before anything is drawn. */
export interface DistributionGeometry {
  readonly width: number;
  readonly height: number;
  readonly plot: Box;
  /** The middle of the box and its whiskers. */
  readonly boxY: number;
  readonly box: {
    readonly low: number;
    readonly p25: number;
    readonly median: number;
    readonly p75: number;
    readonly high: number;
    readonly lowBeyond: boolean;
    readonly highBeyond: boolean;
  } | null;
  readonly mean: { readonly x: number; readonly isBeyond: boolean } | null;
  /** Where dots and bars stand. */
  readonly base: number;
  readonly marks: readonly DistributionMark[];
  readonly ticks: readonly AxisTick[];
  readonly medicare: { readonly x: number; readonly text: string; readonly textX: number } | null;
}

/** The chart's height in pixels: the same at every width, so nothing below it moves when it is measured. */
export function distributionHeight(kind: DistributionModel['kind']): number {
  return headerHeight + boxBand + (kind === 'histogram' ? barsBand : dotsBand) + axisHeight;
}

/** Lays a distribution out in a box of `width` pixels. */
export function distributionGeometry(model: DistributionModel, width: number): DistributionGeometry {
  const height = distributionHeight(model.kind);
  const plot = {
    left: side,
    right: Math.max(side + 1, width - side),
    top: headerHeight,
    bottom: height - axisHeight,
  };
  const scale = linearScale(model.domain, [plot.left, plot.right]);
  const boxY = plot.top + boxBand / 2;
  const { box, mean, medicare } = model;
  return {
    width,
    height,
    plot,
    boxY,
    box: box && {
      low: scale.at(box.low),
      p25: scale.at(box.p25),
      median: scale.at(box.median),
      p75: scale.at(box.p75),
      high: scale.at(box.high),
      lowBeyond: scale.side(box.low) !== 'inside',
      highBeyond: scale.side(box.high) !== 'inside',
    },
    mean: mean === null ? null : { x: scale.at(mean), isBeyond: scale.side(mean) !== 'inside' },
    base: plot.bottom,
    marks: model.kind === 'histogram' ? bars(model, plot) : dots(model, plot),
    ticks: axisTicks(model.ticks, scale.at),
    medicare: medicare && {
      x: scale.at(medicare.amount),
      text: medicare.label,
      textX: within(scale.at(medicare.amount), textWidth(medicare.label, smallText) / 2 + 6, width),
    },
  };
}

function within(x: number, half: number, width: number): number {
  return Math.max(half, Math.min(x, width - half));
}

/**
 * Dots pile up where they would hide each other: each takes the lowest lane with room. Equal votes are a column, so
 * its height reads as a count. Lanes draw closer when the pile would leave the box.
 */
function dots(model: DistributionModel, plot: Box): readonly DistributionMark[] {
  const scale = linearScale(model.domain, [plot.left, plot.right]);
  const lastInLane: number[] = [];
  const placed = model.points.map((point) => {
    const x = scale.at(point.amount);
    const free = lastInLane.findIndex((last) => x - last >= 2 * dotRadius);
    const lane = free < 0 ? lastInLane.length : free;
    lastInLane[lane] = x;
    return { id: point.id, x, lane, isBeyond: scale.side(point.amount) !== 'inside' };
  });
  const room = plot.bottom - plot.top - boxBand - 3 * dotRadius;
  const step = Math.min(2 * dotRadius + 1, room / Math.max(1, lastInLane.length - 1));
  return placed.map(({ id, x, lane, isBeyond }) => ({
    id,
    x,
    y: plot.bottom - dotRadius - 3 - lane * step,
    width: 0,
    height: 0,
    label: '',
    isBeyond,
  }));
}

function bars(model: DistributionModel, plot: Box): readonly DistributionMark[] {
  const scale = linearScale(model.domain, [plot.left, plot.right]);
  const most = Math.max(1, ...model.bins.map((bin) => bin.count));
  // Room above the tallest bar for its count.
  const room = plot.bottom - plot.top - boxBand - 18;
  return model.bins.map((bin) => {
    const height = (bin.count / most) * room;
    const x = scale.at(bin.from);
    return {
      id: bin.id,
      x: x + 1,
      y: plot.bottom - height,
      width: Math.max(1, scale.at(bin.to) - x - 2),
      height,
      label: bin.count === 0 ? '' : formatCount(bin.count),
      isBeyond: bin.isOpen,
    };
  });
}
