import type { TornadoModel } from '../figures/swingFigure.ts';
import { type AxisTick, axisTicks } from './axisTicks.ts';
import { type BarRow, barRows, barRowsHeight } from './barRows.ts';
import type { Box } from './rangeLayout.ts';
import { linearScale, tenths } from './scales.ts';

const rowHeight = 50;
const barHeight = 12;
const gap = 2;

interface TornadoBar {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface TornadoMark extends BarRow {
  readonly id: string;
  readonly target: TornadoBar;
  readonly volume: TornadoBar;
}

export interface TornadoGeometry {
  readonly width: number;
  readonly height: number;
  readonly plot: Box;
  /** The gain as it stands. */
  readonly baseX: number;
  readonly marks: readonly TornadoMark[];
  readonly ticks: readonly AxisTick[];
}

export function tornadoHeight(rows: number): number {
  return barRowsHeight(rows, rowHeight);
}

/** Lays a tornado out in a box of `width` pixels: in each row the target's bar above the volume's, around one line. */
export function tornadoGeometry(model: TornadoModel, width: number): TornadoGeometry {
  const { height, plot, rows } = barRows(
    model.rows.map(({ label, targetText, volumeText }) => ({ label, values: [targetText, volumeText] })),
    width,
    rowHeight,
  );
  const scale = linearScale(model.domain, [plot.left, plot.right]);
  const bar = ([low, high]: readonly [number, number], y: number): TornadoBar => {
    const [left, right] = [scale.at(low), scale.at(high)];
    return { x: tenths(left), y, width: tenths(Math.max(1, right - left)), height: barHeight };
  };
  return {
    width,
    height,
    plot,
    baseX: tenths(scale.at(model.base)),
    ticks: axisTicks(model.ticks, scale.at),
    marks: model.rows.map(({ id, target, volume }, index) => {
      const row = rows[index] as BarRow;
      return {
        ...row,
        id,
        target: bar(target, row.middle - barHeight - gap / 2),
        volume: bar(volume, row.middle + gap / 2),
      };
    }),
  };
}
