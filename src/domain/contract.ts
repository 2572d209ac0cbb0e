import type { PayerId, PlanLine } from './payer.ts';
import type { PlaceCode } from './place.ts';

/** What a contract says it pays for one unit. */
export type ContractTerms =
  /** Unrounded cents: an average of claim lines may be a fraction of one. */
  | {
      readonly kind: 'dollars';
      readonly amount: number;
      /** Of claim lines: what was allowed on them, in cents, and for how many units; `amount` is the one by the other. */
      readonly claims?: { readonly allowed: number; readonly units: number };
    }
  /** A fraction: 1.1 = 110% of Medicare. */
  | { readonly kind: 'medicare-share'; readonly share: number };

/** What Medicare's schedule calls the place: in a facility it pays less practice expense. '' = not stated. */
export type CareSite = '' | 'facility' | 'non-facility';

/**
 * What a rate's date makes of it beside the same payer's rates for the same service: the newest that has begun is in
 * force (or the first to come where none has begun), older ones are replaced, later ones are to come. Averages of claim
 * lines are in force in one year, and of another year in all others.
 */
export type LineStanding = 'in-force' | 'replaced' | 'to-come' | 'other-year';

/** One rate of a practice's contracts: payer × code × modifier × place of service × terms, with its volume. */
export interface ContractLine {
  /** Lasting within one reading of the file. */
  readonly id: string;
  /** The first line of the file it stands on, from 1. */
  readonly line: number;
  /** Lines of the file behind it: one, or the claim lines that were added up. */
  readonly lines: number;
  readonly code: string;
  /** Modifiers that change what is paid, joined with `|`; those that only inform (GP, 59 …) are dropped. */
  readonly modifier: string;
  /** The payer, and the plan where there is one, as the file prints them. */
  readonly payer: string;
  readonly market: PayerId;
  readonly planLine: PlanLine;
  /** '' where the file does not say. */
  readonly place: PlaceCode | '';
  readonly site: CareSite;
  /** 0 where the file does not say. */
  readonly year: number;
  readonly date: string;
  readonly terms: ContractTerms;
  /** Units in the file's period; null where it states none. */
  readonly units: number | null;
  /** The practice's own charge for one unit, unrounded cents. */
  readonly charge: number | null;
  readonly standing: LineStanding;
}

export function isInForce({ standing }: Pick<ContractLine, 'standing'>): boolean {
  return standing === 'in-force';
}

/**
 * Whether a line prices the whole service where the practice is: a modifier prices something else (an assistant's
 * service, a part of one), and a line of another state is another practice's.
 *
 * @param here null = anywhere
 */
export function isWholeService(
  { modifier, place }: Pick<ContractLine, 'modifier' | 'place'>,
  here: PlaceCode | null,
): boolean {
  return modifier === '' && (place === '' || here === null || place === here);
}

/** A column added up over the file, so that what was kept can be held against it. */
export interface ContractTotal {
  readonly column: 'units' | 'amount';
  /** Over every line whose cell can be read: units, or cents. `inFile = kept + leftOut`. */
  readonly inFile: number;
  readonly kept: number;
  readonly leftOut: number;
}

export interface Contract {
  /** Rates as agreed, or averages of what was allowed on claim lines. */
  readonly kind: 'rates' | 'claims';
  readonly lines: readonly ContractLine[];
  readonly totals: readonly ContractTotal[];
}
