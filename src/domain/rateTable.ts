import type { PayerId, PlanLine } from './payer.ts';
import type { PlaceCode } from './place.ts';

/** Where a rate may be paid, as the published file says; '' when it does not say. */
export const settings = ['', 'outpatient', 'inpatient', 'both', 'emergency'] as const;
export type Setting = (typeof settings)[number];

/** The billing class as the published file says; '' when it does not say. */
export const billingClasses = ['', 'facility', 'professional', 'institutional'] as const;
export type BillingClass = (typeof billingClasses)[number];

export const codeTypes = ['CPT', 'HCPCS', 'APC'] as const;
export type CodeType = (typeof codeTypes)[number];

/** Marks set on a rate when the release was built: `1 << index`. Rows are flagged, never deleted. */
export const rateFlags = [
  'above_gross',
  'equals_gross',
  'per_diem',
  'very_low',
  'encounter_level',
  'hospital_estimate',
  'clinic_median',
] as const;
export type RateFlag = (typeof rateFlags)[number];

/** Flags of rates that contradict their own file: the standard scope does not count them. */
export const contradictingFlags: readonly RateFlag[] = [
  'above_gross',
  'per_diem',
  'very_low',
  'encounter_level',
];

/** The bit a flag has in a table's `flags`. */
export function flagBit(flag: RateFlag): number {
  return 1 << rateFlags.indexOf(flag);
}

/** Who published the file the rate comes from; 'own' for a file the user loaded. */
export const sourceKinds = ['hospital', 'payer', 'own'] as const;
export type SourceKind = (typeof sourceKinds)[number];

export interface Provider {
  readonly id: string;
  readonly name: string;
  readonly place: PlaceCode;
  /** `NPI:…`, `EIN:…` or `CCN:…`; empty where the file gave none. */
  readonly identifier: string;
  /** The health system it belongs to, where we know of one; empty otherwise. */
  readonly system: string;
}

/** One payer and plan as a file prints them, with what the alias table made of them. */
export interface Plan {
  readonly id: string;
  readonly payerRaw: string;
  readonly plan: string;
  readonly payer: PayerId;
  /** The parent company, where it says more than `payer` does. */
  readonly parent: string;
  readonly line: PlanLine;
}

/** The published file a rate was read in. */
export interface RateSource {
  readonly id: string;
  readonly name: string;
  readonly place: PlaceCode;
  readonly kind: SourceKind;
  /** Year, year-month or full date, as known. */
  readonly date: string;
  readonly year: number;
  readonly publishedUrl: string;
  readonly sha256: string;
  readonly carriedBy: string;
  readonly confidence: string;
}

/**
 * The published rates of one code as columns: row i is `cents[i]`, `provider[i]` (an index into `providers`) and so on.
 * Columns rather than objects because filters and medians over 100,000 rows must answer within a frame.
 */
export interface RateTable {
  readonly code: string;
  readonly length: number;
  readonly cents: Uint32Array;
  readonly provider: Uint32Array;
  readonly plan: Uint32Array;
  readonly source: Uint32Array;
  readonly codeType: Uint8Array;
  readonly setting: Uint8Array;
  readonly billingClass: Uint8Array;
  /** Bits of `rateFlags`. */
  readonly flags: Uint16Array;
  /** Index into `modifiers`. */
  readonly modifier: Uint16Array;
  /** Index into `methodologies`. */
  readonly methodology: Uint16Array;
  /** How many identical published rows were collapsed into this one. */
  readonly sourceRows: Uint32Array;
  /** The line of the CSV the row was read from, as a text editor counts. */
  readonly line: Uint32Array;
  /**
   * How many providers each entry of `providers` stands for in this table; null where each is one. A class of providers
   * paid exactly alike is one entry, and every figure is what it would be with each of them written out.
   */
  readonly counts: Uint32Array | null;
  readonly providers: readonly Provider[];
  readonly plans: readonly Plan[];
  readonly sources: readonly RateSource[];
  /** Modifiers joined with `|` as published; '' is none. */
  readonly modifiers: readonly string[];
  /** Lower-cased methodology as published; '' is unstated. */
  readonly methodologies: readonly string[];
}
