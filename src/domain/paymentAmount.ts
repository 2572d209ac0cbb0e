/** An amount CMS itself publishes for one code in one locality, in whole cents. */
export interface PaymentAmount {
  readonly year: number;
  readonly mac: string;
  readonly locality: string;
  readonly code: string;
  readonly modifier: string;
  readonly nonFacility: number;
  readonly facility: number;
  /** The unit after the first under the therapy reduction; null for services that are not always-therapy. */
  readonly therapyReduced: number | null;
}
