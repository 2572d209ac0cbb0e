import { absent, type Cell, present } from '../domain/cell.ts';
import { betterTerm, type TermComparison, type TermYear } from '../domain/termComparison.ts';
import { alternatives } from '../text/names.ts';
import { countOf, formatMoney } from '../text/numbers.ts';
import { percentText, rangesText, termMethods, termNames } from '../text/termText.ts';
import { type Column, column, type Figure, type FigureRow } from './figure.ts';
import type { TermFigureInput, TermSubject, TermValueInput } from './termSubject.ts';
import { historySummary, termNotes, valueSummary } from './termSummary.ts';

/** What the same words would have paid under the fee schedules as they were: for one unit, or for all units of a list. */
export function termHistoryFigure(input: TermFigureInput): Figure {
  const { comparison, subject, origin } = input;
  const [first, last] = [comparison.years[0], comparison.years.at(-1)];
  const span = first && last ? `${first.medicare.year} to ${last.medicare.year}` : '';
  return {
    id: 'term-history',
    title: `What the same words would have paid for ${subject.name}, ${subject.where}, ${span}`,
    labelColumn: column('year', 'Year', 'text', 'Year of service.'),
    columns: [
      ...yearColumns(subject),
      column('better', 'Pays more', 'text', 'Which of the two pays more in the year.'),
    ],
    rows: comparison.years.map((year) => ({
      ...rowOf(year, subject),
      cells: { ...yearCells(year), better: betterCell(year) },
    })),
    notes: termNotes(input),
    method: termMethods.history,
    sources: origin,
    summary: historySummary(input),
  };
}

/** What both terms are worth over the contract's years, under a stated assumption about Medicare. */
export function termValueFigure(input: TermValueInput): Figure {
  const { comparison, subject, units, growth, growthSource, origin } = input;
  const { years } = comparison;
  const { isList } = subject;
  const assumed = `Assumed: Medicare changes by ${percentText(growth)} a year (${growthSource}).`;
  return {
    id: 'term-value',
    title: `What the terms are worth for ${subject.name}, ${subject.where}, ${countOf(years.length, 'year')}`,
    labelColumn: column('year', 'Year', 'text', 'Year of service.'),
    columns: [
      ...yearColumns(subject),
      ...(isList
        ? []
        : [
            column('a-worth', 'A, all units', 'money', termMethods.worth),
            column('b-worth', 'B, all units', 'money', termMethods.worth),
          ]),
      column('running', 'A − B so far', 'signed-money', termMethods.running),
    ],
    rows: [
      ...years.map((year) => ({
        ...rowOf(year, subject),
        cells: {
          ...yearCells(year),
          ...(isList
            ? {}
            : { 'a-worth': times(year.a.amount, units), 'b-worth': times(year.b.amount, units) }),
          running: year.running,
        },
      })),
      totalRow(comparison, isList),
    ],
    notes: [
      isList
        ? `${assumed} The units of the list in every year.`
        : `${assumed} ${countOf(units, 'unit')} in every year.`,
      ...evenNotes(input),
      ...termNotes(input),
    ],
    method: termMethods.value,
    sources: origin,
    summary: valueSummary(input),
  };
}

function totalRow({ years, totals }: TermComparison, isList: boolean): FigureRow {
  const noSum = absent('not-comparable', 'an amount for one unit has no sum over years');
  let medicare: Cell = present(0);
  for (const {
    medicare: { amount },
  } of years) {
    if (medicare.kind === 'value')
      medicare = amount.kind === 'value' ? present(medicare.value + amount.value) : amount;
  }
  return {
    id: 'total',
    label: years.length === 1 ? 'The one year' : `All ${countOf(years.length, 'year')}`,
    cells: isList
      ? { medicare, a: totals.a, b: totals.b, difference: totals.difference, running: totals.difference }
      : {
          medicare: noSum,
          a: noSum,
          b: noSum,
          difference: noSum,
          'a-worth': totals.a,
          'b-worth': totals.b,
          running: totals.difference,
        },
    flags: [],
  };
}

/** At which levels of Medicare the two pay the same in the last year. */
function evenNotes({ comparison, even: { levels }, subject }: TermValueInput): readonly string[] {
  const [first] = comparison.years;
  const last = comparison.years.at(-1);
  if (!first || !last || levels.length === 0) return [];
  const { amount, year } = first.medicare;
  const inDollars = (level: number) =>
    amount.kind === 'value'
      ? ` (${formatMoney(amount.value * level)}${subject.isList ? ' for the list' : ' for one unit'})`
      : '';
  const textOf = (level: number) => {
    const distance = percentText(Math.abs(level - 1)).replace('+', '');
    return `${distance} ${level < 1 ? 'below' : 'above'} its level of ${year}${inDollars(level)}`;
  };
  const isTurn = levels.length === 1 && levels.every(({ from, to }) => from === to);
  return [
    `In ${last.medicare.year} they pay the same if Medicare then stands ${alternatives(rangesText(levels, textOf))}${isTurn ? '; past that the other one is the better' : ''}.`,
  ];
}

function yearColumns({ isList }: TermSubject): readonly Column[] {
  const amount = isList ? termMethods.amountList : termMethods.amount;
  return [
    column('medicare', 'Medicare', 'money', isList ? termMethods.medicareList : termMethods.medicare),
    column('a', 'A', 'money', amount),
    column('b', 'B', 'money', amount),
    column(
      'difference',
      'A − B',
      'signed-money',
      isList ? termMethods.differenceList : termMethods.difference,
    ),
  ];
}

function rowOf(
  { medicare, a, b }: TermYear,
  { isList }: TermSubject,
): Pick<FigureRow, 'id' | 'label' | 'flags'> {
  const charged = (name: string) => `${name}: the charge is lower${isList ? ' for some codes' : ''}`;
  return {
    id: String(medicare.year),
    label: String(medicare.year),
    flags: [
      ...(medicare.isAssumed ? ['Medicare assumed'] : []),
      ...(a.isCharge ? [charged('A')] : []),
      ...(b.isCharge ? [charged('B')] : []),
    ],
  };
}

function yearCells({ medicare, a, b, difference }: TermYear): Record<string, Cell> {
  return { medicare: medicare.amount, a: a.amount, b: b.amount, difference };
}

function betterCell({ difference }: TermYear): Cell<string> {
  if (difference.kind === 'absent') return difference;
  const better = betterTerm(difference.value);
  return present(better === null ? 'the same' : termNames[better]);
}

function times(amount: Cell, units: number): Cell {
  return amount.kind === 'value' ? present(units * amount.value) : amount;
}
