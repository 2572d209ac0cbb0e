import { absent, type Cell, present, valueOf } from '../domain/cell.ts';
import type { ContractTerm } from '../domain/contractTerm.ts';
import { betterTerm, type TermSide } from '../domain/termComparison.ts';
import type { TermListComparison } from '../domain/termList.ts';
import { countOf, formatMoney, formatRatio } from '../text/numbers.ts';
import { percentText, termMethods, termNames, termText } from '../text/termText.ts';
import { column, type Figure, type FigureRow } from './figure.ts';

export interface TermListInput {
  readonly list: TermListComparison;
  readonly a: ContractTerm;
  readonly b: ContractTerm;
  readonly where: string;
  readonly growth: number;
  readonly growthSource: string;
  readonly titles: ReadonlyMap<string, string>;
  readonly origin: string;
  readonly isSample: boolean;
}

/** What both terms are worth code by code over the contract, and in all: shares of Medicare are ratios of sums. */
export function termListFigure(input: TermListInput): Figure {
  const { list, a, b, where, growth, growthSource, titles, origin, isSample } = input;
  const { rows, whole, medicare } = list;
  const years = whole.years.length;
  const units = rows.filter(({ isCounted }) => isCounted).reduce((sum, { line }) => sum + line.units, 0);
  return {
    id: 'term-list',
    title: `The terms code by code, ${where}, ${countOf(years, 'year')}`,
    labelColumn: column('code', 'Code', 'text', 'Codes of the list.'),
    columns: [
      column('units', 'Units a year', 'count', 'As listed.'),
      column('medicare', 'Medicare', 'money', termMethods.codeWorth),
      column('a', 'A', 'money', termMethods.codeWorth),
      column('b', 'B', 'money', termMethods.codeWorth),
      column('difference', 'A − B', 'signed-money', termMethods.codeDifference),
      column('a-share', 'A, % of Medicare', 'ratio', termMethods.codeShare),
      column('b-share', 'B, % of Medicare', 'ratio', termMethods.codeShare),
    ],
    rows: [
      ...rows.map(
        ({ line, comparison, medicare: base }): FigureRow => ({
          id: line.code,
          label: [line.code, titles.get(line.code) ?? ''].join(' ').trim(),
          cells: cellsOf(line.units, base, comparison.totals),
          flags: [],
        }),
      ),
      {
        id: 'total',
        label: 'All codes that both terms can price',
        cells: cellsOf(units, medicare, whole.totals),
        flags: [],
      },
    ],
    notes: [
      `A: ${termText(a)}. B: ${termText(b)}.`,
      `Assumed: Medicare changes by ${percentText(growth)} a year (${growthSource}).`,
      ...(isSample ? ['The terms and units are an example, made up to try the page with.'] : []),
    ],
    method: `${termMethods.list} ${termMethods.value}`,
    sources: origin,
    summary: summaryOf(list),
  };
}

function cellsOf(
  units: number,
  medicare: Cell,
  totals: TermListComparison['whole']['totals'],
): Record<string, Cell> {
  return {
    units: present(units),
    medicare,
    a: totals.a,
    b: totals.b,
    difference: totals.difference,
    'a-share': shareOf(totals.a, medicare),
    'b-share': shareOf(totals.b, medicare),
  };
}

function shareOf(worth: Cell, medicare: Cell): Cell {
  if (worth.kind === 'absent') return worth;
  if (medicare.kind === 'absent') return medicare;
  // Nothing is no share of nothing.
  return medicare.value === 0 ? absent('not-comparable', 'no units') : present(worth.value / medicare.value);
}

function summaryOf({ rows, whole, medicare }: TermListComparison): string {
  const { a, b, difference } = whole.totals;
  if (a.kind === 'absent' || b.kind === 'absent' || difference.kind === 'absent') {
    return 'No code of the list can be priced by both terms.';
  }
  const [ofA, ofB] = [shareOf(a, medicare), shareOf(b, medicare)];
  const shares =
    ofA.kind === 'value' && ofB.kind === 'value'
      ? `, ${formatRatio(ofA.value)} against ${formatRatio(ofB.value)} of Medicare`
      : '';
  const counted = rows.filter(({ isCounted }) => isCounted);
  const betterIn = (side: TermSide) =>
    counted.filter(({ comparison: { totals } }) => betterTerm(valueOf(totals.difference) ?? 0) === side)
      .length;
  const better = betterTerm(difference.value);
  const ahead =
    better === null
      ? 'the same in all'
      : `${termNames[better]} is ahead by ${formatMoney(Math.abs(difference.value))}`;
  return `Over ${countOf(counted.length, 'code')} A is worth ${formatMoney(a.value)} and B ${formatMoney(b.value)}${shares}: ${ahead}. A is the better of the two for ${countOf(betterIn('a'), 'code')}, B for ${betterIn('b')}.`;
}
