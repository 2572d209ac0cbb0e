import { type Cell, present, valueOf } from './cell.ts';
import { evenChange, type TermComparison, type TermYear } from './termComparison.ts';

/** Where two terms pay the same: the turning points of a comparison that follows an assumed change of Medicare. */
export interface TermEven {
  /** The even yearly change of Medicare at which both are worth the same over all years. */
  readonly change: Cell;
  /**
   * Medicare's level in the last year, as a share of its newest real level, at which both pay the same in that year:
   * (1 + change)^(years − 1). Absent for a contract of one year, whose Medicare is known.
   */
  readonly level: Cell;
}

/** @param compare the comparison under an even yearly change of Medicare. */
export function termEven(compare: (growth: number) => TermComparison, years: number): TermEven {
  const change = evenChange((growth) => valueOf(compare(growth).totals.difference));
  if (years < 2) return { change, level: change };
  const last = evenChange((growth) => {
    const { difference } = compare(growth).years.at(-1) as TermYear;
    return valueOf(difference);
  });
  return {
    change,
    level: last.kind === 'value' ? present((1 + last.value) ** (years - 1)) : last,
  };
}
