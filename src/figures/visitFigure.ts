import { type Cell, present } from '../domain/cell.ts';
import { billedServices } from '../domain/typicalVisit.ts';
import type { VisitBoard, VisitRow } from '../domain/visitBoard.ts';
import type { VisitPayment } from '../domain/visitPayment.ts';
import { inArea } from '../text/areaText.ts';
import { methods } from '../text/methods.ts';
import { countOf, formatMoney, formatRatio } from '../text/numbers.ts';
import { noVisitSentence, visitMethods, visitTermsText, visitUnitsSentence } from '../text/visitText.ts';
import { column, type Figure, type FigureRow } from './figure.ts';

export interface VisitFigureInput {
  readonly board: VisitBoard;
  /** The area by name: `Texas`, `Houston, Texas (locality 18)`. */
  readonly where: string;
  /** What the payers' rates are: "Market medians of release …", "your file …". */
  readonly rates: string;
  readonly origin: string;
  /** Whether the visits are the shipped example, which is nobody's. */
  readonly isSample: boolean;
}

/** What each payer pays for each kind of visit, and for the year's average one. */
export function visitFigure({ board, where, rates, origin, isSample }: VisitFigureInput): Figure {
  const { medicareYear, visits, rows } = board;
  return {
    id: 'visits',
    title: `Payment per visit, ${where}, Medicare ${medicareYear}`,
    labelColumn: column('payer', 'Payer', 'text', methods.payer),
    columns: [
      ...visits.map(({ id, name }) => column(visitColumn(id), name, 'money', visitMethods.visit)),
      column('average', 'Average visit', 'money', visitMethods.average),
      column('percent', '% of Medicare', 'ratio', visitMethods.percentOfMedicare),
      column('difference', 'Against Medicare', 'signed-money', visitMethods.difference),
      column('year', 'A year', 'money', visitMethods.year),
      column('terms', 'How it pays', 'text', visitMethods.terms),
    ],
    rows: rows.flatMap((row) => [
      rowOf(row, board),
      ...(row.payer === null && board.received.share < 1 ? [receivedRow(board)] : []),
    ]),
    notes: [
      ...new Set([
        ...(isSample ? ['The visits and their counts are an example, made up to try the page with.'] : []),
        `${rates}.`,
        ...visits.map((visit) =>
          visitUnitsSentence(visit, billedServices(visit, 'eight-minute'), billedServices(visit, 'midpoint')),
        ),
        ...(rows.some(({ payer, terms }) => payer && terms.reduction === 'none')
          ? [visitMethods.unlike]
          : []),
        receivedNote(board),
        ...rows.flatMap((row) => cappedNote(row, board)),
      ]),
    ],
    method: visitMethods.method,
    sources: `${rates}. Medicare: ${origin}.`,
    summary: summaryOf(board, where),
  };
}

/** The id of Medicare's row after sequestration. */
export const receivedRowId = 'medicare-received';

/** The column that holds a visit's payments. */
export function visitColumn(id: string): string {
  return `visit-${id}`;
}

function rowOf(row: VisitRow, { visits }: VisitBoard): FigureRow {
  const paid = visits.map(({ id }, index): [string, Cell] => [
    visitColumn(id),
    amountOf(row.payments[index] as Cell<VisitPayment>),
  ]);
  return {
    id: row.id,
    label: row.name,
    cells: {
      ...Object.fromEntries(paid),
      average: row.average,
      percent: row.percentOfMedicare,
      difference: row.difference,
      year: row.year,
      terms: present(visitTermsText(row.terms)),
    },
    flags: [],
  };
}

function receivedRow({ visits, received, rows }: VisitBoard): FigureRow {
  const { payments, average, year, share } = received;
  const allowed = rows[0].average;
  const known = average.kind === 'value' && allowed.kind === 'value';
  return {
    id: receivedRowId,
    label: 'After sequestration',
    cells: {
      ...Object.fromEntries(visits.map(({ id }, index) => [visitColumn(id), payments[index] as Cell])),
      average,
      percent: known ? present(share) : average,
      difference: known ? present(average.value - allowed.value) : average,
      year,
      terms: present(`${formatRatio(share)} of what Medicare allows`),
    },
    flags: [],
  };
}

function amountOf(payment: Cell<VisitPayment>): Cell {
  return payment.kind === 'value' ? present(payment.value.amount) : payment;
}

function receivedNote({ received: { average, share }, medicareYear }: VisitBoard): string {
  if (share === 1)
    return `At the end of ${medicareYear} sequestration was suspended. ${visitMethods.received}`;
  return average.kind === 'absent'
    ? `Medicare’s own average is missing. ${visitMethods.received}`
    : `Of Medicare’s average visit in ${medicareYear}, ${formatMoney(average.value)} arrives after sequestration, from Medicare and patient together. ${visitMethods.received}`;
}

function cappedNote({ name, payments, terms }: VisitRow, { visits }: VisitBoard): readonly string[] {
  const capped = visits.filter((_, index) => {
    const payment = payments[index];
    return payment?.kind === 'value' && payment.value.isCapped;
  });
  if (capped.length === 0 || terms.cap === null) return [];
  return [
    `${name}: the cap of ${formatMoney(terms.cap)} cuts ${countOf(capped.length, 'kind')} of visit (${capped.map((visit) => visit.name).join(', ')}).`,
  ];
}

function summaryOf({ rows, area, perYear, medicareYear }: VisitBoard, where: string): string {
  const [medicare, ...payers] = rows;
  const known = payers
    .flatMap(({ name, average, percentOfMedicare }) =>
      average.kind === 'value' ? [{ name, average: average.value, percent: percentOfMedicare }] : [],
    )
    .sort((a, b) => b.average - a.average);
  const base =
    medicare.average.kind === 'value'
      ? `Medicare ${medicareYear} allows ${formatMoney(medicare.average.value)} for the average of ${countOf(perYear, 'visit')} a year ${inArea(area, where)}.`
      : '';
  const [most] = known;
  const least = known.at(-1);
  if (perYear === 0) return noVisitSentence;
  if (!most || !least) return `${base} No payer has a rate for every service.`.trim();
  const percent = (cell: Cell) => (cell.kind === 'value' ? ` (${formatRatio(cell.value)} of Medicare)` : '');
  if (known.length > 1 && formatMoney(most.average) === formatMoney(least.average)) {
    return `${base} Each of ${countOf(known.length, 'payer')} pays ${formatMoney(most.average)}${percent(most.percent)}.`.trim();
  }
  const told = `${most.name} pays ${formatMoney(most.average)}${percent(most.percent)}`;
  return known.length === 1
    ? `${base} ${told}.`.trim()
    : `${base} ${told}, the most; ${least.name} ${formatMoney(least.average)}${percent(least.percent)}, the least.`.trim();
}
