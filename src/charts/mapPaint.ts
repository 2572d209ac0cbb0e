import type { Comparison, MapClass } from '../domain/mapClass.ts';

/** The hatchings: nothing in the input, rates outside the scope alone, too few votes, nothing to compare with. */
export const hatchings = ['none', 'outside', 'few', 'incomparable'] as const;
export type Hatching = (typeof hatchings)[number];

/** The id of a hatching's pattern inside the drawing `prefix` names. */
export function hatchId(prefix: string, hatching: Hatching): string {
  return `${prefix}-${hatching}`;
}

/** The fill of a class: a token's colour, or the pattern of its absence in the drawing `prefix` names. */
export function mapPaint(mapClass: MapClass, comparison: Comparison, prefix: string): string {
  if (mapClass.kind === 'step') {
    return `var(--map-${comparison === 'national' ? 'deviation' : 'medicare'}-${mapClass.step})`;
  }
  return `url(#${hatchId(prefix, hatchingOf(mapClass.reason))})`;
}

function hatchingOf(reason: Extract<MapClass, { kind: 'absent' }>['reason']): Hatching {
  if (reason === 'not-in-input') return 'none';
  if (reason === 'out-of-scope') return 'outside';
  return reason === 'too-few' ? 'few' : 'incomparable';
}
