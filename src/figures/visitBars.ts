import type { Cell } from '../domain/cell.ts';
import type { VisitBoard, VisitRow } from '../domain/visitBoard.ts';
import { absenceText } from '../text/absence.ts';
import { formatMoney, formatRatio } from '../text/numbers.ts';
import { axisFromZero } from './axis.ts';

/** One payer's payment for a visit, as it is drawn. */
export interface VisitBar {
  readonly id: string;
  readonly name: string;
  /** Unrounded cents; null where there is none. */
  readonly amount: number | null;
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
 * @returns null where nobody has an amount: there is nothing to draw.
 */
export function visitBars(board: VisitBoard, where: string, visitId: string | null): VisitBarsModel | null {
  const index = board.visits.findIndex(({ id }) => id === visitId);
  const what = board.visits[index]?.name ?? 'Average visit';
  const cellOf = (row: VisitRow): Cell => {
    const payment = index < 0 ? row.average : row.payments[index];
    if (payment?.kind !== 'value') return payment ?? { kind: 'absent', reason: 'not-in-input', detail: '' };
    return typeof payment.value === 'number'
      ? { kind: 'value', value: payment.value }
      : { kind: 'value', value: payment.value.amount };
  };
  const [medicare, ...payers] = board.rows;
  const base = medicare ? cellOf(medicare) : undefined;
  const known = base?.kind === 'value' ? base.value : null;
  const bars = payers
    .map((row): VisitBar => {
      const cell = cellOf(row);
      if (cell.kind === 'absent') {
        const why = absenceText(cell);
        return { id: row.id, name: row.name, amount: null, label: why, detail: `${row.name}: ${why}.` };
      }
      const share = known === null || known === 0 ? '' : `, ${formatRatio(cell.value / known)} of Medicare`;
      const money = formatMoney(cell.value);
      return {
        id: row.id,
        name: row.name,
        amount: cell.value,
        label: money,
        detail: `${row.name}: ${money}${share}.`,
      };
    })
    .sort((a, b) => (b.amount ?? -1) - (a.amount ?? -1));
  const amounts = [...bars.flatMap(({ amount }) => amount ?? []), ...(known === null ? [] : [known])];
  if (amounts.length === 0) return null;
  const { domain, ticks } = axisFromZero(Math.max(...amounts));
  return {
    title: `${what}: payment by payer, ${where}`,
    summary: summaryOf(what, bars, known),
    bars,
    medicare: known === null ? null : { amount: known, label: `Medicare ${formatMoney(known)}` },
    domain,
    ticks,
  };
}

function summaryOf(what: string, bars: readonly VisitBar[], medicare: number | null): string {
  const paid = bars.filter(({ amount }) => amount !== null);
  const [most] = paid;
  const least = paid.at(-1);
  if (!most || !least) return `${what}: no payer has a payment; only Medicare is drawn.`;
  const above =
    medicare === null
      ? ''
      : ` ${paid.filter(({ amount }) => (amount ?? 0) > medicare).length} of ${paid.length} payers pay more than Medicare’s ${formatMoney(medicare)}.`;
  const range =
    most === least
      ? `${most.name} pays ${most.label}.`
      : `${most.name} pays most, ${most.label}; ${least.name} least, ${least.label}.`;
  return `${what}: ${range}${above}`;
}
