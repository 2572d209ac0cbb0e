import type { QuantileDefinition } from '../stats/quantileDefinition.ts';
import type { MethodologyGroup } from './methodology.ts';
import type { PlanLine } from './payer.ts';

/** Which care sites count. */
export const sites = ['hospital', 'office', 'all'] as const;
export type Site = (typeof sites)[number];

/** What one vote stands for: a provider (median of its distinct rates per payer), or each published rate. */
export const bases = ['providers', 'rates'] as const;
export type Basis = (typeof bases)[number];

/** Calendar years of the published files, both ends included; null = open. */
export interface Vintage {
  readonly from: number | null;
  readonly to: number | null;
}

/** Who published the file: hospitals list their own rates, payers list those of clinics and provider groups. */
export const providerTypes = ['hospital', 'clinic'] as const;
export type ProviderType = (typeof providerTypes)[number];

/**
 * Which rates count and how they are counted. It has a default, prints as a sentence (`text/scopeSentence.ts`) and is
 * part of the address. Not in it: what the user loaded. A link cannot carry a private rate.
 */
export interface Scope {
  /** One line at a time: ratios to Medicare depend on it, so lines are never mixed. */
  readonly line: PlanLine;
  readonly site: Site;
  readonly basis: Basis;
  readonly vintage: Vintage;
  /** Whether rows that contradict their own file count too. */
  readonly leftOutRows: 'out' | 'in';
  /** null = any. */
  readonly methodology: MethodologyGroup | null;
  /** One modifier the rate must carry; `none` = rates without any; null = any. */
  readonly modifier: string | null;
  /** null = any. */
  readonly providerType: ProviderType | null;
  /** A provider or health system by its lasting key (`providerKey`); null = any. */
  readonly provider: string | null;
  /** Whether votes flagged as implausible count. */
  readonly outliers: 'in' | 'out';
  readonly definition: QuantileDefinition;
}

export const defaultScope: Scope = {
  line: 'Commercial',
  site: 'hospital',
  basis: 'providers',
  vintage: { from: null, to: null },
  leftOutRows: 'out',
  methodology: null,
  modifier: null,
  providerType: null,
  provider: null,
  outliers: 'in',
  definition: 'type7',
};
