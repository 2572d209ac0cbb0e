import { absent, type Cell, present, valueOf } from './cell.ts';
import { isCommercialRow } from './payer.ts';
import type { VisitBoard, VisitRow } from './visitBoard.ts';

/** What a payer's visits pay beside the market and Medicare. Amounts are unrounded cents. */
export interface VisitImpactRow {
  readonly id: string;
  readonly name: string;
  /** Visits a year with this payer. */
  readonly visits: number;
  /** Payment for the average visit. */
  readonly own: Cell;
  readonly market: Cell;
  readonly medicare: Cell;
  /** Own ÷ Medicare, own ÷ market. */
  readonly ofMedicare: Cell;
  readonly ofMarket: Cell;
  /** Market minus own, Medicare minus own, for one visit. */
  readonly toMarket: Cell;
  /** That times the visits: what a year would bring at the market's payment, or take away. */
  readonly year: Cell;
}

export interface VisitImpact {
  readonly rows: readonly VisitImpactRow[];
  /** Sums over the payers' visits, and ratios of sums; null where the visits of a payer are not known. */
  readonly total: VisitImpactRow | null;
  /** Payers of the file that the total does not hold, because one of the three is missing. */
  readonly leftOut: readonly string[];
}

/**
 * Own payment against the market's and Medicare's, for the average visit and for a year of visits.
 *
 * Both boards hold the same visits, terms, area and year; only the rates differ.
 *
 * Worked: own $160 and market $180 a visit, 300 visits: $20 a visit, $6,000 a year.
 *
 * @param mix visits a year by payer; null = not known: each payer is then shown as if every visit were its own.
 */
export function visitImpact(
  own: VisitBoard,
  market: VisitBoard,
  mix: ReadonlyMap<string, number> | null,
): VisitImpact {
  const [medicare, ...payers] = own.rows;
  const marketRow = new Map(market.rows.map((row) => [row.id, row]));
  const rows = payers.map((row) => {
    const visits = mix ? (mix.get(row.id) ?? 0) : own.perYear;
    return rowOf(row, marketRow.get(row.id), medicare, visits);
  });
  if (!mix) return { rows, total: null, leftOut: [] };
  const withVisits = rows.filter(({ visits }) => visits > 0);
  const whole = withVisits.filter(
    ({ year, ofMedicare }) => year.kind === 'value' && ofMedicare.kind === 'value',
  );
  return {
    rows,
    total: whole.length === 0 ? null : totalOf(whole),
    leftOut: withVisits.filter((row) => !whole.includes(row)).map(({ name }) => name),
  };
}

/** The market's rates are those of commercial plans; what others pay may well be in the input. */
const otherLine = absent('not-comparable', 'the market here is of commercial plans');

function rowOf(
  { id, name, average }: VisitRow,
  market: VisitRow | undefined,
  { average: base }: VisitRow,
  visits: number,
): VisitImpactRow {
  const theirs = market?.average ?? (isCommercialRow(id) ? absent('not-in-input') : otherLine);
  const toMarket = both(average, theirs, (mine, other) => other - mine);
  return {
    id,
    name,
    visits,
    own: average,
    market: theirs,
    medicare: base,
    ofMedicare: both(average, base, (mine, other) => mine / other),
    ofMarket: both(average, theirs, (mine, other) => mine / other),
    toMarket,
    year: toMarket.kind === 'value' ? present(toMarket.value * visits) : toMarket,
  };
}

/** Of whole rows only: each has its payments and a year. */
function totalOf(rows: readonly VisitImpactRow[]): VisitImpactRow {
  const visits = rows.reduce((total, row) => total + row.visits, 0);
  const average = (key: 'own' | 'market' | 'medicare') =>
    rows.reduce((total, row) => total + row.visits * (valueOf(row[key]) as number), 0) / visits;
  const [own, market, medicare] = [average('own'), average('market'), average('medicare')];
  return {
    id: 'total',
    name: 'All of these',
    visits,
    own: present(own),
    market: present(market),
    medicare: present(medicare),
    ofMedicare: present(own / medicare),
    ofMarket: present(own / market),
    toMarket: present(market - own),
    year: present(rows.reduce((total, row) => total + (valueOf(row.year) as number), 0)),
  };
}

function both(own: Cell, other: Cell, of: (own: number, other: number) => number): Cell {
  if (own.kind === 'absent') return own;
  if (other.kind === 'absent') return other;
  return other.value === 0
    ? absent('not-comparable', 'nothing is paid there')
    : present(of(own.value, other.value));
}
