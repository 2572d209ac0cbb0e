/** A billing code as the catalogue knows it. Titles are our own short words: CPT descriptors are the AMA's and are not shipped. */
export interface BillingCode {
  readonly code: string;
  readonly codeType: 'CPT' | 'HCPCS' | 'APC';
  /** Our own short title. */
  readonly title: string;
  /** Grouping in the catalogue, e.g. "Therapeutic procedures". */
  readonly family: string;
  /** Minutes in one unit; null when the code is not timed or no source states it. */
  readonly unitMinutes: number | null;
  /** 'timed' = priced per `unitMinutes`; 'untimed' = per session or visit; 'not-stated' = the sources do not say. */
  readonly timing: 'timed' | 'untimed' | 'not-stated';
  readonly status: 'active' | 'deleted';
  /** Codes that took its place, when deleted. */
  readonly replacedBy: readonly string[];
  /** What the reader should know about its life-cycle; empty when nothing. */
  readonly note: string;
  /** Extra words people search by. */
  readonly keywords: readonly string[];
}
