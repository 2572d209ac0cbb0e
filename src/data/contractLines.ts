import type {
  CareSite,
  Contract,
  ContractLine,
  ContractTerms,
  ContractTotal,
  LineStanding,
} from '../domain/contract.ts';
import type { PlanLine } from '../domain/payer.ts';
import type { PayerReader, PayerReading } from '../domain/payerReader.ts';
import { pricingModifiers } from './contractValues.ts';
import { NestedMap } from './nestedMap.ts';
import { newestFullYear } from './newestFullYear.ts';

/** One usable line of a file, as a line of a contract or of a claim. */
export interface ContractRow {
  readonly line: number;
  readonly code: string;
  readonly modifier: string;
  readonly payer: string;
  readonly plan: string;
  readonly planLine: PlanLine | undefined;
  readonly place: string;
  readonly site: CareSite;
  readonly year: number;
  readonly date: string;
  /** Of one unit in a contract; on a claim line the amount is for all its units, in cents. */
  readonly terms: ContractTerms;
  readonly units: number | null;
  /** Of one unit in a contract, of all units on a claim line. */
  readonly charge: number | null;
}

interface Growing {
  readonly first: ContractRow;
  readonly reading: PayerReading;
  readonly modifier: string;
  lines: number;
  units: number | null;
  amount: number;
  charge: number;
  chargedUnits: number;
}

/** No date is later: every rate has begun. */
const endOfTime = '9999';

/** More different lines than this are a market's file, not a practice's contract. */
const mostLines = 20_000;

/** Collects the lines of one file into a contract: the same rate counts once with its volumes added up. */
export class ContractLines {
  readonly #kind: Contract['kind'];
  readonly #names: PayerReader;
  readonly #today: string;
  readonly #growing = new NestedMap<Growing>();
  readonly #readings = new Map<string, PayerReading>();
  readonly #modifiers = new Map<string, string>();

  /** @param today a day as `2026-11-30`: rates of later dates are not in force where one of an earlier date stands. */
  constructor(kind: Contract['kind'], names: PayerReader, today = endOfTime) {
    this.#kind = kind;
    this.#names = names;
    this.#today = today;
  }

  get isTooLong(): boolean {
    return this.#growing.values.length > mostLines;
  }

  add(row: ContractRow): void {
    if (this.isTooLong) return;
    const modifier = this.#modifierOf(row.modifier);
    const isClaim = this.#kind === 'claims';
    const terms = isClaim ? '' : row.terms.kind === 'dollars' ? row.terms.amount : `x${row.terms.share}`;
    const charge = isClaim ? '' : (row.charge ?? '');
    const keys = [row.payer, row.plan, row.planLine ?? '', row.code, modifier, row.site, row.place];
    const growing = this.#growing.at([...keys, isClaim ? row.year : row.date, terms, charge], () => ({
      first: row,
      reading: this.#read(row),
      modifier,
      lines: 0,
      units: null,
      amount: 0,
      charge: 0,
      chargedUnits: 0,
    }));
    growing.lines += 1;
    if (row.units !== null) growing.units = (growing.units ?? 0) + row.units;
    if (row.terms.kind === 'dollars') growing.amount += row.terms.amount;
    if (row.charge !== null) {
      growing.charge += row.charge;
      growing.chargedUnits += row.units ?? 0;
    }
  }

  /** Claim lines as one average rate each, in whole cents, for the tables that every own file is shown in. */
  averages(): readonly (ContractRow & { readonly cents: number })[] {
    if (this.#kind !== 'claims' || this.isTooLong) return [];
    return this.#growing.values
      .filter(isPaid)
      .map(({ first, amount, units }) => ({ ...first, cents: Math.round(amount / (units as number)) }))
      .filter(({ cents }) => cents > 0);
  }

  /** The contract, or null where there are too many different lines for one. */
  contract(totals: readonly Omit<ContractTotal, 'kept'>[]): Contract | null {
    if (this.isTooLong || this.#growing.values.length === 0) return null;
    const all = this.#growing.values;
    const kept = this.#kind === 'claims' ? all.filter(isPaid) : all;
    const current = currentBy(kept, this.#today);
    const claimYear = newestFullYear(kept.map(({ first, units }) => [first.year, units ?? 0]));
    const lines = kept.map((growing, index) => {
      const { first, modifier } = growing;
      const standing =
        this.#kind === 'claims'
          ? first.year === claimYear
            ? 'in-force'
            : 'other-year'
          : standingOf(first.date, current.get(sameRate(first, modifier)));
      return this.#line(growing, `l${index}`, standing);
    });
    const keptOf = { units: sum(kept, ({ units }) => units ?? 0), amount: sum(kept, ({ amount }) => amount) };
    const dropped = sum(all, ({ amount }) => amount) - keptOf.amount;
    const droppedUnits = sum(all, ({ units }) => units ?? 0) - keptOf.units;
    return {
      kind: this.#kind,
      lines,
      totals: totals.map((total) => ({
        ...total,
        kept: keptOf[total.column],
        leftOut: total.leftOut + (total.column === 'units' ? droppedUnits : dropped),
      })),
    };
  }

  #line(
    { first, reading, modifier, lines, units, amount, charge, chargedUnits }: Growing,
    id: string,
    standing: LineStanding,
  ): ContractLine {
    const isClaim = this.#kind === 'claims';
    return {
      id,
      line: first.line,
      lines,
      code: first.code,
      modifier,
      payer: first.plan === '' ? first.payer : `${first.payer}, ${first.plan}`,
      market: reading.payer,
      planLine: reading.line,
      place: first.place,
      site: first.site,
      year: first.year,
      date: isClaim ? '' : first.date,
      terms: isClaim ? averageOf(amount, units as number) : first.terms,
      units,
      charge: isClaim ? (chargedUnits > 0 ? charge / chargedUnits : null) : first.charge,
      standing,
    };
  }

  #read({ payer, plan, planLine }: ContractRow): PayerReading {
    const key = `${payer}\n${plan}\n${planLine ?? ''}`;
    let reading = this.#readings.get(key);
    if (!reading) {
      reading = this.#names.read(payer, plan, planLine);
      this.#readings.set(key, reading);
    }
    return reading;
  }

  #modifierOf(joined: string): string {
    let modifier = this.#modifiers.get(joined);
    if (modifier === undefined) {
      modifier = pricingModifiers(joined);
      this.#modifiers.set(joined, modifier);
    }
    return modifier;
  }
}

function averageOf(allowed: number, units: number): ContractTerms {
  return { kind: 'dollars', amount: allowed / units, claims: { allowed, units } };
}

/** Claim lines and those that take them back may leave nothing to average. */
function isPaid({ units, amount }: Growing): boolean {
  return (units ?? 0) > 0 && amount > 0;
}

function sameRate(row: ContractRow, modifier: string): string {
  return `${row.payer}\n${row.plan}\n${row.planLine ?? ''}\n${row.code}\n${modifier}\n${row.site}\n${row.place}`;
}

/**
 * The date of each rate that is in force: its newest up to today, or the first to come where none has begun. Dates are
 * written so that they sort as text.
 */
function currentBy(all: readonly Growing[], today: string): ReadonlyMap<string, string> {
  const current = new Map<string, string>();
  for (const { first, modifier } of all) {
    const key = sameRate(first, modifier);
    const known = current.get(key);
    const [later, earlier] =
      known !== undefined && known > first.date ? [known, first.date] : [first.date, known];
    current.set(key, later <= today ? later : (earlier ?? later));
  }
  return current;
}

function standingOf(date: string, inForce = date): LineStanding {
  if (date === inForce) return 'in-force';
  return date > inForce ? 'to-come' : 'replaced';
}

function sum(all: readonly Growing[], of: (growing: Growing) => number): number {
  return all.reduce((total, growing) => total + of(growing), 0);
}
