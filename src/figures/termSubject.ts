import type { Charge, ContractTerm } from '../domain/contractTerm.ts';
import type { TermComparison } from '../domain/termComparison.ts';
import type { TermEven } from '../domain/termEven.ts';

/** What two terms are compared for: one unit of a code, or all units of a list of codes. */
export interface TermSubject {
  /** `97110`; `the list of 4 codes`. */
  readonly name: string;
  /** The area by name: `Texas`, `Houston, Texas (locality 18)`. */
  readonly where: string;
  readonly isList: boolean;
  /** Codes of the list that one of the terms cannot price: in no sum. */
  readonly leftOut: readonly string[];
}

export interface TermFigureInput {
  readonly comparison: TermComparison;
  readonly a: ContractTerm;
  readonly b: ContractTerm;
  /** The code's charge; a list has one for each code. */
  readonly charge: Charge | null;
  readonly subject: TermSubject;
  readonly origin: string;
  /** Whether the terms are the shipped example. */
  readonly isSample: boolean;
}

export interface TermValueInput extends TermFigureInput {
  /** Of the code in a year; a list counts its own. */
  readonly units: number;
  /** Medicare's assumed yearly change. */
  readonly growth: number;
  /** Where the assumption comes from: "as 2020 to 2026 went". */
  readonly growthSource: string;
  readonly even: TermEven;
}
