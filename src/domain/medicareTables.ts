import type { PlaceCode } from './place.ts';

/** One row of the CMS relative value file (PPRRVU). RVUs are whole hundredths: CMS prints two decimals. */
export interface RvuRow {
  readonly year: number;
  /** CMS release the row was read in, e.g. RVU26C. */
  readonly release: string;
  readonly code: string;
  readonly modifier: string;
  /** A, R, T are paid from RVUs; B bundled, C contractor-priced, I not valid for Medicare, N not covered. */
  readonly status: string;
  readonly workRvu: number;
  readonly nonFacilityPeRvu: number;
  readonly facilityPeRvu: number;
  readonly malpracticeRvu: number;
  /** CMS multiple-procedure indicator; '5' = always therapy. */
  readonly multipleProcedure: string;
}

/** Geographic practice cost indices of one locality in one year, as whole thousandths (1.064 → 1064). */
export interface GpciRow {
  readonly year: number;
  readonly release: string;
  readonly mac: string;
  readonly place: PlaceCode;
  readonly locality: string;
  readonly name: string;
  readonly workGpci: number;
  readonly peGpci: number;
  readonly malpracticeGpci: number;
}

/** A conversion factor in ten-thousandths of a dollar (33.4009 → 334009) and the days it applies to. */
export interface ConversionFactor {
  readonly year: number;
  readonly from: string;
  readonly to: string;
  readonly factor: number;
  readonly appliesTo: 'all' | 'nonQP' | 'QP';
}

/** Which counties a Medicare locality covers, as CMS writes it. */
export interface LocalityCounties {
  readonly year: number;
  readonly mac: string;
  readonly locality: string;
  readonly place: PlaceCode;
  readonly area: string;
  readonly counties: string;
}

export interface MedicareTables {
  readonly rvus: readonly RvuRow[];
  readonly gpcis: readonly GpciRow[];
  readonly factors: readonly ConversionFactor[];
}
