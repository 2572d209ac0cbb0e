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

/**
 * Which rates count. It has a default, prints as a sentence (`text/sentences.ts`) and is part of the address.
 * Not in it: what the user loaded. A link cannot carry a private rate.
 */
export interface Scope {
  readonly site: Site;
  readonly basis: Basis;
  readonly vintage: Vintage;
  /** Whether rows that contradict their own file count too. */
  readonly leftOutRows: 'out' | 'in';
}

export const defaultScope: Scope = {
  site: 'hospital',
  basis: 'providers',
  vintage: { from: null, to: null },
  leftOutRows: 'out',
};

/** The fewest votes percentiles are given for (field-guide 4.4). */
export const minimumVotes = 5;
