import { buildFeeSchedule, type FeeSchedule } from '../../src/domain/feeSchedule.ts';
import type { ConversionFactor, RvuRow } from '../../src/domain/medicareTables.ts';

export interface PlainSchedule {
  /** What a unit costs in each locality of a place, in dollars, by name or in a list; numbered from 1 either way. */
  readonly dollars: Readonly<Record<string, readonly number[] | Readonly<Record<string, number>>>>;
  readonly years?: readonly number[];
  /** 97110, always therapy, when not said. */
  readonly codes?: readonly (Partial<RvuRow> & { readonly code: string })[];
  /** A factor of 1 for each year when not said. */
  readonly factors?: readonly Partial<ConversionFactor>[];
}

/** A fee schedule to reckon by head: one unit of work at a factor of $1, so that the work index is the amount. */
export function plainSchedule({
  dollars,
  years = [2026],
  codes = [{ code: '97110' }],
  factors = years.map((year) => ({ year })),
}: PlainSchedule): FeeSchedule {
  return buildFeeSchedule({
    rvus: years.flatMap((year) =>
      codes.map((spec) => ({
        year,
        release: '',
        modifier: '',
        status: 'A',
        workRvu: 100,
        nonFacilityPeRvu: 0,
        facilityPeRvu: 0,
        malpracticeRvu: 0,
        multipleProcedure: '5',
        ...spec,
      })),
    ),
    gpcis: years.flatMap((year) =>
      Object.entries(dollars).flatMap(([place, amounts]) =>
        Object.entries(amounts).map(([name, amount], index) => ({
          year,
          release: '',
          mac: '00001',
          place,
          locality: String(index + 1).padStart(2, '0'),
          name,
          workGpci: amount * 1000,
          peGpci: 1000,
          malpracticeGpci: 1000,
        })),
      ),
    ),
    factors: factors.map((spec) => ({
      year: 2026,
      from: `${spec.year ?? 2026}-01-01`,
      to: `${spec.year ?? 2026}-12-31`,
      factor: 10_000,
      appliesTo: 'all',
      ...spec,
    })),
  });
}
