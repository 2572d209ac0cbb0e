import { type Cell, present } from '../domain/cell.ts';
import { roundHalfAwayFromZero } from '../domain/money.ts';
import { noVisits } from '../domain/visitBoard.ts';
import type { VisitImpact, VisitImpactRow } from '../domain/visitImpact.ts';
import { listOf } from '../text/names.ts';
import { countOf, formatMoney, formatRatio, formatSignedMoney } from '../text/numbers.ts';
import { noVisitSentence, visitMethods } from '../text/visitText.ts';
import { column, type Figure, type FigureRow } from './figure.ts';

export interface VisitImpactInput {
  readonly impact: VisitImpact;
  readonly where: string;
  readonly medicareYear: number;
  /** Where the visits by payer come from: the file's units, or what was typed; '' = not known. */
  readonly mixSource: string;
  readonly ownRates: string;
  readonly marketRates: string;
  readonly origin: string;
}

/** Own payment per visit beside the market's and Medicare's, and what the distance is worth in a year. */
export function visitImpactFigure(input: VisitImpactInput): Figure {
  const { impact, where, medicareYear, mixSource, ownRates, marketRates, origin } = input;
  const { rows, total, leftOut } = impact;
  return {
    id: 'visit-impact',
    title: `Your payment per visit beside the market’s, ${where}, Medicare ${medicareYear}`,
    labelColumn: column('payer', 'Payer', 'text', 'Payers of your file.'),
    columns: [
      column('visits', 'Visits a year', 'count', visitMethods.mix),
      column('own', 'Yours', 'money', visitMethods.own),
      column('market', 'Market', 'money', visitMethods.market),
      column('medicare', 'Medicare', 'money', visitMethods.medicare),
      column('of-medicare', '% of Medicare', 'ratio', visitMethods.percentOfMedicare),
      column('of-market', '% of market', 'ratio', visitMethods.ofMarket),
      column('to-market', 'Market − yours', 'signed-money', visitMethods.toMarket),
      column('year', 'In a year', 'signed-money', visitMethods.impactYear),
    ],
    rows: [...rows, ...(total ? [total] : [])].map(figureRow),
    notes: [
      `${marketRates}.`,
      mixSource === ''
        ? 'Your file states no units for these codes, so each payer is shown as if every visit of the year were its own, and nothing is added up. Type visits by payer under “How each payer pays”.'
        : `Visits by payer: ${mixSource}.`,
      ...(leftOut.length > 0
        ? [
            total
              ? `Not in the last row, because a payment is missing: ${listOf(leftOut)}.`
              : `Nothing is added up, because of each payer with visits a payment is missing: ${listOf(leftOut)}.`,
          ]
        : []),
    ],
    method: `${visitMethods.impact} ${visitMethods.method}`,
    sources: `${ownRates}. ${marketRates}. Medicare: ${origin}.`,
    summary: summaryOf(impact),
  };
}

function figureRow(row: VisitImpactRow): FigureRow {
  return {
    id: row.id,
    label: row.name,
    cells: {
      visits: present(row.visits),
      own: row.own,
      market: row.market,
      medicare: row.medicare,
      'of-medicare': row.ofMedicare,
      'of-market': row.ofMarket,
      'to-market': row.toMarket,
      year: row.year,
    } satisfies Record<string, Cell>,
    flags: [],
  };
}

function summaryOf({ rows, total }: VisitImpact): string {
  if (total?.own.kind === 'value' && total.market.kind === 'value' && total.year.kind === 'value') {
    const percent =
      total.ofMedicare.kind === 'value' ? ` (${formatRatio(total.ofMedicare.value)} of Medicare)` : '';
    const difference = roundHalfAwayFromZero(total.year.value);
    const gap =
      difference === 0
        ? 'At the market’s payment the same visits would bring the same.'
        : `At the market’s payment the same visits would bring ${formatMoney(Math.abs(difference))} ${difference > 0 ? 'more' : 'less'} a year.`;
    return `Over ${countOf(total.visits, 'visit')} you are paid ${formatMoney(total.own.value)} a visit${percent}, the market ${formatMoney(total.market.value)}. ${gap}`;
  }
  const known = rows.flatMap(({ name, toMarket }) =>
    toMarket.kind === 'value' ? [{ name, gap: toMarket.value }] : [],
  );
  if (rows.length > 0 && rows.every(({ medicare }) => medicare === noVisits)) return noVisitSentence;
  const [most] = known.sort((a, b) => Math.abs(b.gap) - Math.abs(a.gap));
  return most
    ? `The widest distance to the market is ${most.name}’s: ${formatSignedMoney(most.gap)} a visit.`
    : 'No payer of your file has a payment in the market’s medians for every service.';
}
