import type { ConversionFactor, GpciRow, LocalityCounties, RvuRow } from '../../domain/medicareTables.ts';
import type { PaymentAmount } from '../../domain/paymentAmount.ts';

interface LineOfFile {
  /** The line of a text file as an editor counts, or the row of a sheet, from 1. */
  readonly at: number;
  /** As the file states it; null where it states none and nothing in it tells. */
  readonly year: number | null;
}

/** A line of the relative value file (PPRRVU). RVUs are whole hundredths. Its key in a release is code and modifier. */
export interface RvuLine extends LineOfFile, Omit<RvuRow, 'year' | 'release'> {
  readonly kind: 'rvu';
  /** `RVU26C`; '' where the file does not say: the fixed-width form never does. */
  readonly release: string;
  /** "NA" beside the practice expense: rarely or never done in that setting. */
  readonly nonFacilityNa: boolean;
  readonly facilityNa: boolean;
  /** CMS's own sums of work, practice expense and malpractice; null where the file has none. */
  readonly nonFacilityTotal: number | null;
  readonly facilityTotal: number | null;
  readonly pctc: string;
  readonly globalDays: string;
  /** Conversion factor in ten-thousandths of a dollar. */
  readonly factor: number;
  /** Whom the factor is for; null where neither the factor nor the title tells. */
  readonly appliesTo: ConversionFactor['appliesTo'] | null;
}

/** A line of the cost index table (GPCI, Addendum E). Indices are whole thousandths. */
export interface GpciLine extends LineOfFile, Omit<GpciRow, 'year' | 'release'> {
  readonly kind: 'gpci';
  /** The work index before the floor, in files that print both; null elsewhere. */
  readonly workGpciWithoutFloor: number | null;
  /** As printed behind the name: `*` Alaska's work floor, `**` the frontier states' practice expense floor. */
  readonly mark: '' | '*' | '**';
}

/** A line of the table of localities and counties (LOCCO). */
export interface LocalityLine extends LineOfFile, Omit<LocalityCounties, 'year'> {
  readonly kind: 'locality';
  /** As the file writes it, on this line or above it; '' where it does not. */
  readonly stateName: string;
  readonly servedByTwoCarriers: boolean;
  /** The fixed-width form ends before the list of counties does. */
  readonly countiesAreCut: boolean;
}

/** A line of a payment file (PF): what CMS pays in one locality. */
export interface PaymentLine extends LineOfFile, Omit<PaymentAmount, 'year'> {
  readonly kind: 'payment';
  readonly year: number;
  readonly status: string;
  readonly multipleProcedure: string;
  readonly pctc: string;
  /** The therapy amount in institutions; null where the indicator is not 5, where the column means something else. */
  readonly therapyReducedInstitutional: number | null;
  /** The cap on imaging by the hospital outpatient schedule; null where the indicator says that there is none. */
  readonly oppsNonFacility: number | null;
  readonly oppsFacility: number | null;
}

/** What the readers of CMS tables hand to `FormatSink.tableRow`. */
export type CmsLine = RvuLine | GpciLine | LocalityLine | PaymentLine;
