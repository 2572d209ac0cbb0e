import { absent, type Cell, present } from './cell.ts';
import type { Cents } from './money.ts';

/** What a contract's words start from. */
export type TermBase =
  | { readonly kind: 'dollars'; readonly amount: Cents }
  /** Each code's own fixed amount, as the list of codes states it. */
  | { readonly kind: 'listed' }
  | {
      readonly kind: 'medicare';
      /** 1.2 = 120% of Medicare. */
      readonly share: number;
      /** The year of service (moving), the first year of the contract (fixed), or a year by number (fixed). */
      readonly year: 'service' | 'signing' | number;
    }
  | { readonly kind: 'charges'; readonly share: number };

export interface ContractTerm {
  readonly base: TermBase;
  /** The yearly rise: one for all years, or year by year from the second on; years past the list do not rise. */
  readonly escalator:
    | { readonly kind: 'fixed'; readonly rate: number }
    | { readonly kind: 'typed'; readonly rates: readonly number[] };
  /** "The lesser of the rate and billed charges". */
  readonly lesserOfCharges: boolean;
}

/** The charge for one unit: known for one year, moved by a yearly change from there, forwards and backwards. */
export interface Charge {
  readonly amount: Cents;
  readonly year: number;
  readonly growth: number;
}

/** Medicare's amount for one unit, year by year; unrounded cents. */
export interface MedicareYear {
  readonly year: number;
  readonly amount: Cell;
  /** Whether it is assumed, not read from CMS's tables. */
  readonly isAssumed: boolean;
}

/** What a term pays for one unit in one year; unrounded cents. */
export interface TermAmount {
  readonly year: number;
  /** Before charges are looked at. */
  readonly rate: Cell;
  readonly amount: Cell;
  /** Whether the charge, being lower, is what is paid. */
  readonly isCharge: boolean;
}

/** What the words of a term may point at besides Medicare's years of the run. */
export interface TermFacts {
  readonly charge: Charge | null;
  /** Medicare's amounts that a fixed year may name besides those of the run. */
  readonly known: readonly MedicareYear[];
  /** The code's own fixed amount; unrounded cents, null where none is stated. */
  readonly listed: number | null;
}

/** What the words pay over the years of a run; its first year is the first of the contract. */
export function termAmounts(
  term: ContractTerm,
  run: readonly MedicareYear[],
  facts: TermFacts,
): readonly TermAmount[] {
  const { charge } = facts;
  return run.map((now, index): TermAmount => {
    const { year } = now;
    const base = baseOf(term.base, now, run, facts);
    if (base.kind === 'absent') return { year, rate: base, amount: base, isCharge: false };
    const rate = base.value * stepsOf(term, index).reduce((factor, step) => factor * (1 + step), 1);
    if (!term.lesserOfCharges) return { year, rate: present(rate), amount: present(rate), isCharge: false };
    if (!charge) return { year, rate: present(rate), amount: noCharge, isCharge: false };
    const most = chargeIn(charge, year);
    return { year, rate: present(rate), amount: present(Math.min(rate, most)), isCharge: most < rate };
  });
}

const noCharge = absent('refused', 'no charge is given');

function baseOf(
  base: TermBase,
  now: MedicareYear,
  run: readonly MedicareYear[],
  { charge, known, listed }: TermFacts,
): Cell {
  switch (base.kind) {
    case 'dollars':
      return present(base.amount);
    case 'listed':
      return listed === null ? absent('refused', 'no rate is given for the code') : present(listed);
    case 'charges':
      return charge ? present(base.share * chargeIn(charge, now.year)) : noCharge;
    case 'medicare': {
      const { amount } = medicareOf(base.year, now, run, known);
      return amount.kind === 'value' ? present(base.share * amount.value) : amount;
    }
  }
}

/** The year of Medicare that a term's words mean in a year of the run. */
export function medicareOf(
  year: 'service' | 'signing' | number,
  now: MedicareYear,
  run: readonly MedicareYear[],
  known: readonly MedicareYear[],
): MedicareYear {
  if (year === 'service') return now;
  if (year === 'signing') return run[0] as MedicareYear;
  const found = [...known, ...run].find((each) => each.year === year);
  return found ?? { year, amount: absent('not-priced', `no Medicare amount for ${year}`), isAssumed: false };
}

/** The rises up to the year at that place of the run: none in the first. */
export function stepsOf({ escalator }: ContractTerm, index: number): readonly number[] {
  return escalator.kind === 'fixed'
    ? Array.from({ length: index }, () => escalator.rate)
    : escalator.rates.slice(0, index);
}

/** The charge for one unit in a year, in unrounded cents: amount × (1 + growth)^(year − its own year). */
export function chargeIn({ amount, year: known, growth }: Charge, year: number): number {
  return amount * (1 + growth) ** (year - known);
}
