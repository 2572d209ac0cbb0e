import type { ConversionFactor, GpciRow, RvuRow } from './medicareTables.ts';
import { type Cents, cents } from './money.ts';

/** What Medicare allows for one unit in one locality, in whole cents. */
export interface MedicareAmount {
  readonly nonFacility: Cents;
  readonly facility: Cents;
  /**
   * The unit after the first under the therapy reduction (half of the practice expense); null for services that are
   * not always-therapy (multiple-procedure indicator other than 5), where CMS's own column means something else.
   */
  readonly therapyReduced: Cents | null;
}

/** RVU hundredths × GPCI thousandths × factor ten-thousandths = billionths of a dollar; this many make one cent. */
const unitsPerCent = 10_000_000;

/**
 * Amount = (work RVU × work GPCI + practice-expense RVU × PE GPCI + malpractice RVU × MP GPCI) × conversion factor,
 * rounded once, at the end, half up to the cent. Formula and rounding: the record layout CMS ships with every RVU
 * release (RVU25D, RVU26B); the result equals CMS's published amounts to the cent.
 *
 * Everything is whole numbers until the one division: the largest product (RVU 500 × GPCI 2 × factor 40) is far
 * below 2^53.
 */
export function medicareAmount(rvu: RvuRow, gpci: GpciRow, factor: ConversionFactor): MedicareAmount {
  const work = rvu.workRvu * gpci.workGpci;
  const malpractice = rvu.malpracticeRvu * gpci.malpracticeGpci;
  const nonFacilityPe = rvu.nonFacilityPeRvu * gpci.peGpci;
  const facilityPe = rvu.facilityPeRvu * gpci.peGpci;
  return {
    nonFacility: roundedCents((work + nonFacilityPe + malpractice) * factor.factor, unitsPerCent),
    facility: roundedCents((work + facilityPe + malpractice) * factor.factor, unitsPerCent),
    therapyReduced: isAlwaysTherapy(rvu)
      ? roundedCents((2 * work + nonFacilityPe + 2 * malpractice) * factor.factor, 2 * unitsPerCent)
      : null,
  };
}

/** The "national payment amount": all GPCIs 1. It is not the mean over localities, which is about 3% higher. */
export function nationalPaymentAmount(rvu: RvuRow, factor: ConversionFactor): MedicareAmount {
  return medicareAmount(rvu, { ...nationalGpci, year: rvu.year }, factor);
}

const nationalGpci: GpciRow = {
  year: 0,
  release: '',
  mac: '',
  place: '',
  locality: '',
  name: 'National payment amount',
  workGpci: 1000,
  peGpci: 1000,
  malpracticeGpci: 1000,
};

/** Multiple-procedure indicator 5: always therapy, so Medicare pays it by this schedule in hospitals too. */
export function isAlwaysTherapy(rvu: RvuRow): boolean {
  return rvu.multipleProcedure === '5';
}

function roundedCents(units: number, perCent: number): Cents {
  return cents(Math.floor((2 * units + perCent) / (2 * perCent)));
}
