import { absent, type Cell, present } from './cell.ts';
import type { FeeSchedule } from './feeSchedule.ts';
import type { MedicareArea } from './medicareArea.ts';
import { afterSequestration, medicareVisitTerms } from './medicareVisit.ts';
import type { TypicalVisit } from './typicalVisit.ts';
import { medicareUnitRate, payerUnitRate } from './unitRate.ts';
import { type UnitRate, type VisitPayment, type VisitTerms, visitPayment } from './visitPayment.ts';

/** A payer's rate for one unit of a code. */
export interface VisitRate {
  /** Unrounded cents. */
  readonly rate: Cell;
  /** Votes or lines behind it. */
  readonly n: number;
}

export interface VisitPayer {
  readonly id: string;
  readonly name: string;
  readonly terms: VisitTerms;
  readonly rates: ReadonlyMap<string, VisitRate>;
}

/** What one payer pays for the visits. Unrounded cents. */
export interface VisitRow {
  readonly id: string;
  readonly name: string;
  readonly terms: VisitTerms;
  /** null for Medicare itself. */
  readonly payer: VisitPayer | null;
  /** In the order of the visits. */
  readonly payments: readonly Cell<VisitPayment>[];
  readonly year: Cell;
  /** The year's payments ÷ the year's visits. */
  readonly average: Cell;
  /** Ratio of sums over the year, against what Medicare allows. */
  readonly percentOfMedicare: Cell;
  /** Average minus Medicare's average. */
  readonly difference: Cell;
}

export interface VisitBoard {
  readonly area: MedicareArea;
  readonly medicareYear: number;
  readonly visits: readonly TypicalVisit[];
  /** Medicare first. */
  readonly rows: readonly [VisitRow, ...VisitRow[]];
  /** Medicare's row after sequestration: what arrives, from Medicare and the patient together. */
  readonly received: {
    /** What is left of an allowed dollar; 1 while sequestration was suspended. */
    readonly share: number;
    readonly payments: readonly Cell[];
    readonly year: Cell;
    readonly average: Cell;
  };
  /** Visits in a year. */
  readonly perYear: number;
  readonly medicareRate: (code: string) => Cell<UnitRate>;
  readonly rateOf: (payer: VisitPayer | null, code: string) => Cell<UnitRate>;
}

export interface VisitBoardInput {
  readonly visits: readonly TypicalVisit[];
  readonly payers: readonly VisitPayer[];
  readonly schedule: FeeSchedule;
  readonly area: MedicareArea;
  readonly medicareYear: number;
}

/** The id of Medicare's own row. */
export const medicareRow = 'medicare-fee-schedule';

const unpriced = 'Medicare does not price every service';

/** Why there is no average: every kind of visit comes 0 times. */
export const noVisits = absent('not-comparable', 'no visits in the year');

/** Every payer's payment for every visit, weighted by how often each comes, beside Medicare in an area and year. */
export function visitBoard(input: VisitBoardInput): VisitBoard {
  const { visits, payers, schedule, area, medicareYear } = input;
  const known = new Map<string, Cell<UnitRate>>();
  function medicareRate(code: string): Cell<UnitRate> {
    const rate = known.get(code) ?? medicareUnitRate(schedule, code, area, medicareYear);
    known.set(code, rate);
    return rate;
  }
  function rateOf(payer: VisitPayer | null, code: string): Cell<UnitRate> {
    if (payer === null) return medicareRate(code);
    return payerUnitRate(payer.rates.get(code)?.rate ?? absent('not-in-input'), medicareRate(code));
  }
  const perYear = visits.reduce((sum, visit) => sum + visit.perYear, 0);
  const paymentsOf = (payer: VisitPayer | null, terms: VisitTerms) =>
    visits.map((visit) => visitPayment(visit, terms, (code) => rateOf(payer, code)));
  const terms = medicareVisitTerms(medicareYear);
  const medicare = { terms, payments: paymentsOf(null, terms) };
  const base = yearOf(visits, medicare.payments);
  function rowOf(payer: VisitPayer | null): VisitRow {
    const own = payer ? { terms: payer.terms, payments: paymentsOf(payer, payer.terms) } : medicare;
    const year = yearOf(visits, own.payments);
    const average = per(year, perYear);
    return {
      id: payer?.id ?? medicareRow,
      name: payer?.name ?? 'Medicare',
      payer,
      ...own,
      year,
      average,
      percentOfMedicare: perYear === 0 ? noVisits : shareOf(year, base),
      difference: payer ? minus(average, per(base, perYear)) : absent('not-comparable', 'Medicare itself'),
    };
  }
  const arrives = (cell: Cell): Cell =>
    cell.kind === 'value' ? present(afterSequestration(cell.value, medicareYear)) : cell;
  const received = {
    share: afterSequestration(1, medicareYear),
    payments: medicare.payments.map((payment) =>
      arrives(payment.kind === 'value' ? present(payment.value.amount) : payment),
    ),
    year: arrives(base),
    average: arrives(per(base, perYear)),
  };
  const rows = [rowOf(null), ...payers.map(rowOf)] as const;
  return { area, medicareYear, visits, rows, received, perYear, medicareRate, rateOf };
}

/** A year's payments; absent where a visit that occurs has none. */
function yearOf(visits: readonly TypicalVisit[], payments: readonly Cell<VisitPayment>[]): Cell {
  let sum = 0;
  for (const [index, visit] of visits.entries()) {
    if (visit.perYear === 0) continue;
    const payment = payments[index] as Cell<VisitPayment>;
    if (payment.kind === 'absent') return payment;
    sum += visit.perYear * payment.value.amount;
  }
  return present(sum);
}

function per(year: Cell, visits: number): Cell {
  if (year.kind === 'absent') return year;
  return visits === 0 ? noVisits : present(year.value / visits);
}

function shareOf(year: Cell, base: Cell): Cell {
  if (year.kind === 'absent') return year;
  if (base.kind === 'absent') return absent('not-comparable', unpriced);
  if (base.value === 0) return absent('not-comparable', 'Medicare pays nothing for these visits');
  return present(year.value / base.value);
}

function minus(a: Cell, b: Cell): Cell {
  if (a.kind === 'absent') return a;
  return b.kind === 'absent' ? absent('not-comparable', unpriced) : present(a.value - b.value);
}
