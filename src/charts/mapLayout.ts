import type { PlaceCode } from '../domain/place.ts';
import { stateCentres } from './usStates.ts';

/** The part of the atlas' field that holds all shapes: the Aleutian Islands reach past its left edge. */
export const field = { left: -60, top: 10, width: 1020, height: 600 } as const;

/** Places too small to point at, or off the map: each has a square below it, in this order. */
export const squarePlaces: readonly PlaceCode[] = ['CT', 'DC', 'DE', 'MD', 'NJ', 'RI', 'PR', 'VI'];

const square = { width: 34, height: 26 } as const;
/** Pixels between the shapes and the squares. */
const aboveSquares = 10;
/** Narrower than this, a state's two letters do not fit into it; the smallest states need more. */
const labelledFrom = 520;
const smallLabelledFrom = 800;
const smallStates = new Set(['MA', 'NH', 'VT']);

/** Where the centre of the largest part is a poor place for letters: moved by this many units of the field. */
const nudges: Readonly<Record<PlaceCode, readonly [number, number]>> = {
  CA: [-6, 0],
  FL: [14, 4],
  HI: [-14, 14],
  ID: [0, 14],
  KY: [6, 3],
  LA: [-12, 2],
  MA: [-2, -1],
  MI: [2, 8],
  NH: [0, 7],
  VT: [-1, -6],
  VA: [8, 4],
  WV: [-4, 3],
};

export interface SquareBox {
  readonly place: PlaceCode;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface MapLayout {
  readonly width: number;
  readonly height: number;
  /** Pixels per unit of the field. */
  readonly scale: number;
  /** Pixels. */
  readonly squares: readonly SquareBox[];
  /** Middle of a state's two letters, in pixels; empty when the map is too narrow for them. */
  readonly labels: ReadonlyArray<{ readonly place: PlaceCode; readonly x: number; readonly y: number }>;
}

/** The pixels a map of this width takes, squares included. */
export function mapHeight(width: number): number {
  return Math.round((width / field.width) * field.height) + aboveSquares + square.height + 2;
}

/** Where everything that is not a shape stands, in whole pixels, for a map of this width. */
export function mapLayout(width: number): MapLayout {
  const scale = width / field.width;
  // On the narrowest screens the squares give way, but stay wide enough to press.
  const gap = width < 330 ? 4 : 6;
  const squareWidth = Math.min(square.width, Math.floor((width - 2 + gap) / squarePlaces.length) - gap);
  const step = squareWidth + gap;
  const rowWidth = squarePlaces.length * step - gap;
  const left = Math.max(1, Math.min(width - rowWidth - 1, Math.round(width * 0.5)));
  const top = Math.round(field.height * scale) + aboveSquares;
  return {
    width,
    height: mapHeight(width),
    scale,
    squares: squarePlaces.map((place, index) => ({
      place,
      x: left + index * step,
      y: top,
      width: squareWidth,
      height: square.height,
    })),
    labels:
      width < labelledFrom
        ? []
        : Object.entries(stateCentres)
            .filter(
              ([place]) =>
                !squarePlaces.includes(place) && (width >= smallLabelledFrom || !smallStates.has(place)),
            )
            .map(([place, [x, y]]) => {
              const [dx, dy] = nudges[place] ?? [0, 0];
              return {
                place,
                x: Math.round((x + dx - field.left) * scale),
                y: Math.round((y + dy - field.top) * scale),
              };
            }),
  };
}
