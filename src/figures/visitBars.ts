import { absent, type Cell, present, valueOf } from '../domain/cell.ts';
import { roundHalfAwayFromZero } from '../domain/money.ts';
import type { VisitBoard, VisitRow } from '../domain/visitBoard.ts';
import { absenceText } from '../text/absence.ts';
import { countOf, formatCount, formatMoney, formatRatio } from '../text/numbers.ts';
import { axisFromZero } from './axis.ts';

/** One payer's payment for a visit, as it is drawn. */
export interface VisitBar {
  readonly id: string;
  readonly name: string;
  /** Unrounded cents; null where there is none. */
  readonly amount: number | null;
  /** What the market's rates of the same payer pay for it, where the bar is of the user's own; null where there is none. */
  readonly market: number | null;
  /** What stands at the bar's end: the amount, or why there is none. */
  readonly label: string;
  /** The bar as a sentence, for pointer and keyboard. */
  readonly detail: string;
}

/** Payment for one kind of visit by payer, Medicare marked across; settled before any pixel. */
export interface VisitBarsModel {
  readonly title: string;
  readonly summary: string;
  readonly bars: readonly VisitBar[];
  readonly medicare: { readonly amount: number; readonly label: string } | null;
  readonly domain: readonly [number, number];
  readonly ticks: readonly number[];
}

/**
 * @param visitId a kind of visit; null = the year's average visit
 * @param market the same visits at the market's rates, to mark beside the user's own
 * @returns null where nobody has an amount: there is nothing to draw.
 */
export function visitBars(
  board: VisitBoard,
  where: string,
  visitId: string | null,
  market: VisitBoard | null = null,
): VisitBarsModel | null {
  const index = board.visits.findIndex(({ id }) => id === visitId);
  const what = board.visits[index]?.name ?? 'Average visit';
  const [medicare, ...payers] = board.rows;
  const base = valueOf(amountIn(medicare, index)) ?? null;
  const bars = payers
    .map((row): VisitBar => {
      const theirs = market?.rows.find(({ id }) => id === row.id);
      return barOf(row, amountIn(row, index), base, valueOf(amountIn(theirs, index)) ?? null);
    })
    .sort((a, b) => (b.amount ?? -1) - (a.amount ?? -1));
  const amounts = [
    ...bars.flatMap((bar) => [bar.amount ?? [], bar.market ?? []].flat()),
    ...(base === null ? [] : [base]),
  ];
  if (amounts.length === 0) return null;
  const { domain, ticks } = axisFromZero(Math.max(...amounts));
  return {
    title: `${what}: payment by payer, ${where}`,
    summary: summaryOf(what, bars, base),
    bars,
    medicare: base === null ? null : { amount: base, label: `Medicare ${formatMoney(base)}` },
    domain,
    ticks,
  };
}

/** A row's payment for one kind of visit, or for the average one where the index is −1. */
function amountIn(row: VisitRow | undefined, index: number): Cell {
  if (!row) return absent('not-in-input');
  if (index < 0) return row.average;
  const payment = row.payments[index];
  if (!payment) return absent('not-in-input');
  return payment.kind === 'value' ? present(payment.value.amount) : payment;
}

function barOf({ id, name }: VisitRow, cell: Cell, medicare: number | null, market: number | null): VisitBar {
  const beside = market === null ? '' : `; the market ${formatMoney(market)}`;
  if (cell.kind === 'absent') {
    const why = absenceText(cell);
    return { id, name, amount: null, market, label: why, detail: `${name}: ${why}${beside}.` };
  }
  const share =
    medicare === null || medicare === 0 ? '' : `, ${formatRatio(cell.value / medicare)} of Medicare`;
  const money = formatMoney(cell.value);
  return {
    id,
    name,
    amount: cell.value,
    market,
    label: money,
    detail: `${name}: ${money}${share}${beside}.`,
  };
}

function aboveMedicare(paid: readonly VisitBar[], medicare: number): string {
  // As printed: two amounts that read the same are not one above the other.
  const printed = roundHalfAwayFromZero(medicare);
  const above = paid.filter(({ amount }) => roundHalfAwayFromZero(amount ?? 0) > printed).length;
  return `${formatCount(above)} of ${countOf(paid.length, 'payer')} ${above === 1 ? 'pays' : 'pay'} more than Medicare’s ${formatMoney(medicare)}.`;
}

function summaryOf(what: string, bars: readonly VisitBar[], medicare: number | null): string {
  const paid = bars.filter(({ amount }) => amount !== null);
  const [most] = paid;
  const least = paid.at(-1);
  if (!most || !least) return `${what}: no payer has a payment; only Medicare is drawn.`;
  const above = medicare === null ? '' : ` ${aboveMedicare(paid, medicare)}`;
  const range =
    most === least
      ? `${most.name} pays ${most.label}.`
      : most.label === least.label
        ? `Each of ${countOf(paid.length, 'payer')} pays ${most.label}.`
        : `${most.name} pays most, ${most.label}; ${least.name} least, ${least.label}.`;
  return `${what}: ${range}${above}`;
}
