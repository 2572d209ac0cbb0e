import type { Vintage } from './scope.ts';

/**
 * A range of years with one end moved (null = open). An end moved past the other takes it along: a range is never empty
 * by a slip.
 */
export function movedVintage({ from, to }: Vintage, end: keyof Vintage, year: number | null): Vintage {
  if (end === 'from') return { from: year, to: year !== null && to !== null && year > to ? year : to };
  return { from: year !== null && from !== null && year < from ? year : from, to: year };
}
