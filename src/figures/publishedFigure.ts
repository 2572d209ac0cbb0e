import type { Benchmark } from '../domain/benchmark.ts';
import { type Absent, absent, type Cell, present } from '../domain/cell.ts';
import type { FeeSchedule } from '../domain/feeSchedule.ts';
import { groupBy } from '../domain/groupBy.ts';
import { medicareBenchmark } from '../domain/medicareBenchmark.ts';
import { newestYear } from '../domain/newestYear.ts';
import type { PlaceCode } from '../domain/place.ts';
import {
  exactAmount,
  type PublishedFigure,
  type PublishedMeasure,
  percentOfOwnMedicare,
  publishedMeasures,
  spreadOf,
} from '../domain/published.ts';
import { dataNotAvailable } from '../text/absence.ts';
import { capital } from '../text/capital.ts';
import { listOf, placeTitle } from '../text/names.ts';
import { countOf, formatMoney, formatRatio, formatSignedMoney } from '../text/numbers.ts';
import {
  documentName,
  inPublishedPlace,
  printedCell,
  publishedClassText,
  publishedMeasureText,
  publishedPlace,
} from '../text/publishedText.ts';
import type { Column, Figure, FigureRow } from './figure.ts';
import { marketMedicareCells, marketMedicareColumns, marketMedicareNote } from './marketMedicareCells.ts';
import { publishedMarks } from './publishedMarks.ts';
import { publishedNotes } from './publishedNotes.ts';

export interface PublishedFigureInput {
  readonly code: string;
  /** null = the nation. */
  readonly place: PlaceCode | null;
  /** What the page shows: `figuresHere`. */
  readonly figures: readonly PublishedFigure[];
  /** Our own benchmark of a place (null = the nation), to lay beside. */
  readonly benchmarkOf: (place: PlaceCode | null) => Benchmark;
  readonly schedule: FeeSchedule;
  readonly origin: string;
}

/**
 * What a page shows: a national page everything printed for the code, a state's page what is printed for that state.
 * Articles and summaries of payer files apart, because they leave different gaps.
 */
export function figuresHere(
  figures: readonly PublishedFigure[],
  place: PlaceCode | null,
): { readonly articles: readonly PublishedFigure[]; readonly markets: readonly PublishedFigure[] } {
  const here = place === null ? figures : figures.filter((row) => row.place === place);
  return {
    articles: here.filter((row) => row.market === ''),
    markets: here.filter((row) => row.market !== ''),
  };
}

/** What others print, beside our own figures of the same payer and place, and in none of them. */
export function publishedFigure(input: PublishedFigureInput): Figure {
  const { code, place, figures, origin } = input;
  const [measures, gaps] = splitMeasures(figures);
  const hasN = figures.some((row) => row.n.kind === 'value');
  const missing = [...(hasN ? [] : ['n']), ...gaps.map((measure) => publishedMeasureText[measure])];
  const documents = groupBy(figures, (row) => row.title);
  const marks = publishedMarks(code, figures, input.schedule);
  const hasMarkets = figures.some((row) => row.market !== '');
  const hasMedicare = figures.some((row) => row.payerClass === 'medicare');
  const subject = `${code}${place === null ? '' : `, ${placeTitle(place)}`}`;
  return {
    id: hasMarkets ? 'published-markets' : 'published',
    title: hasMarkets
      ? `Markets as others summarise them for ${subject}`
      : `What others print for ${subject}`,
    labelColumn: { id: 'payer', label: 'Payer', kind: 'text', definition: 'The payer as printed.' },
    columns: columnsOf(measures, hasN, hasMedicare, hasMarkets),
    rows: figures.map((row) => rowOf(row, measures, input, marks.get(row.id) ?? [])),
    notes: [
      ...(missing.length > 0 ? [`${listOf(missing)}, in every row here: ${dataNotAvailable}.`] : []),
      ...remarks(figures),
      ...publishedNotes(figures),
      ...(hasMarkets && !hasMedicare ? [marketMedicareNote] : []),
      hasMarkets
        ? 'Distributions of payer files of one metropolitan area, as the repository named under sources computed them. Rates in a payer file are not all in use.'
        : 'Printed figures are averages of unknown samples and may not be what anyone is paid; verify with the payers.',
    ],
    method:
      'Printed figures stand as they were printed; payer groups, classes and, where only the name tells it, places are ours. A spread that is not printed is P75 − P25 where both are. % of its Medicare: mean ÷ the mean the same publication prints for Medicare in the same place. Our figures are of the page’s scope; beside a Medicare row stands the fee schedule (non-facility) over the localities of the place.',
    sources: `${[...documents].map(([title, rows]) => `${title} (${datesOf(rows)})`).join('; ')}; ${origin}.`,
    summary: `${countOf(figures.length, 'row')} from ${countOf(documents.size, 'publication')}, beside our own figures and in none of them.${averagesBesideMedicare(figures)}`,
  };
}

/** The heading a row stands under: its publication, and its place where the publication is by place. */
export function publishedGroup(figures: readonly PublishedFigure[], rowId: string): string {
  const row = figures.find((each) => each.id === rowId);
  if (!row) return '';
  const byPlace = figures.some((each) => each.document === row.document && each.place === 'US');
  // The title of a market's summary is an address in a repository: it stands under sources.
  const name = row.market === '' ? `Document ${row.document}: ${row.title}` : row.document;
  return `${name}, ${byPlace ? `${publishedPlace(row.place)}, ` : ''}${datesOf([row])}`;
}

function splitMeasures(figures: readonly PublishedFigure[]): [PublishedMeasure[], PublishedMeasure[]] {
  const isPrinted = (measure: PublishedMeasure) =>
    figures.some((row) => (measure === 'spread' ? spreadOf(row) : row.amounts[measure]).kind === 'value');
  const core: readonly PublishedMeasure[] = ['mean', 'p25', 'median', 'p75', 'spread'];
  return [publishedMeasures.filter(isPrinted), core.filter((measure) => !isPrinted(measure))];
}

function columnsOf(
  measures: readonly PublishedMeasure[],
  hasN: boolean,
  hasMedicare: boolean,
  hasMarkets: boolean,
): readonly Column[] {
  const asPrinted = 'As printed; how it was computed is not stated.';
  return [
    { id: 'class', label: 'Class', kind: 'text', definition: 'What kind of payer it is, as we class it.' },
    { id: 'place', label: 'Place', kind: 'text', definition: 'Where the figure is said to be of.' },
    ...(hasN
      ? [{ id: 'n', label: 'n', kind: 'text', definition: 'What is behind the row, as printed.' } as const]
      : []),
    ...measures.map((measure): Column => {
      return { id: measure, label: publishedMeasureText[measure], kind: 'money', definition: asPrinted };
    }),
    ...(hasMedicare ? [percentColumn] : []),
    ...(hasMarkets ? marketMedicareColumns : []),
    {
      id: 'our-n',
      label: 'Our n',
      kind: 'count',
      definition: 'Votes behind our figure; localities beside a Medicare row.',
    },
    {
      id: 'our-mean',
      label: 'Our mean',
      kind: 'money',
      definition: 'Our own mean of the same payer and place.',
    },
    {
      id: 'our-median',
      label: 'Our median',
      kind: 'money',
      definition: 'Our own median of the same payer and place.',
    },
  ];
}

const percentColumn: Column = {
  id: 'percent',
  label: '% of its Medicare',
  kind: 'ratio',
  definition: 'Mean ÷ the mean the same publication prints for Medicare in the same place.',
};

function rowOf(
  row: PublishedFigure,
  measures: readonly PublishedMeasure[],
  input: PublishedFigureInput,
  marks: readonly string[],
): FigureRow {
  const printed = measures.map((measure) => [
    measure,
    printedCell(measure === 'spread' ? spreadOf(row) : row.amounts[measure]),
  ]);
  const ours = row.payerClass === 'medicare' ? officialCells(row, input) : ownCells(row, input);
  return {
    id: row.id,
    label: row.plan === '' ? row.payer : `${row.payer}, ${row.plan}`,
    cells: {
      class: present(publishedClassText[row.payerClass]),
      place: present(row.market === '' ? publishedPlace(row.place) : row.market),
      n: row.n.kind === 'absent' ? row.n : present(`${row.n.value} ${row.nUnit}`),
      ...Object.fromEntries(printed),
      percent: percentCell(row, input.figures),
      ...marketMedicareCells(input.code, row, input.schedule),
      'our-n': ours.n,
      'our-mean': ours.mean,
      'our-median': ours.median,
    },
    flags: [...marks, ...(ours.flag === '' ? [] : [ours.flag])],
  };
}

function percentCell(row: PublishedFigure, figures: readonly PublishedFigure[]): Cell {
  if (row.amounts.mean.kind === 'absent') return row.amounts.mean;
  if (row.payerClass === 'medicare') return present(1);
  const ratio = percentOfOwnMedicare(row, figures);
  return ratio === undefined ? absent('not-comparable', 'no Medicare amount of its place') : present(ratio);
}

interface OwnCells {
  readonly n: Cell;
  readonly mean: Cell;
  readonly median: Cell;
  readonly flag: string;
}

function gapCells(gap: Absent): OwnCells {
  return { n: gap, mean: gap, median: gap, flag: '' };
}

/** Ours beside a commercial row: same payer group, same place, and only where our scope is commercial too. */
function ownCells(row: PublishedFigure, { benchmarkOf }: PublishedFigureInput): OwnCells {
  if (row.payerClass === 'private') return gapCells(absent('not-comparable', 'its payers are not stated'));
  if (row.payerClass !== 'commercial' && row.payerClass !== 'buca') {
    return gapCells(absent('not-comparable', 'our figures are of commercial payers'));
  }
  if (row.payerId === null || row.payerId === 'other') {
    return gapCells(absent('not-comparable', 'no payer group of ours holds it alone'));
  }
  const ours = benchmarkOf(row.place === 'US' ? null : row.place);
  if (ours.scope.line !== 'Commercial') {
    return gapCells(absent('not-comparable', 'the scope is of another line'));
  }
  const found = ours.rows.find((each) => each.id === row.payerId);
  if (!found || found.n === 0)
    return gapCells(found?.mean.kind === 'absent' ? found.mean : absent('not-in-input'));
  return { n: present(found.n), mean: found.mean, median: found.median, flag: '' };
}

/** The fee-schedule year that stands beside a printed Medicare row. */
export function officialYear(row: PublishedFigure, schedule: FeeSchedule): number {
  const stated = /^20\d\d/.test(row.date) ? Number(row.date.slice(0, 4)) : undefined;
  return stated ?? row.years[0] ?? newestYear(schedule.years);
}

function officialCells(row: PublishedFigure, { code, schedule }: PublishedFigureInput): OwnCells {
  const year = officialYear(row, schedule);
  const place = row.place === 'US' ? null : row.place;
  const { localities, mean, median } = medicareBenchmark(schedule, code, place, year, 'office');
  const n = mean.kind === 'value' ? present(localities) : mean;
  return { n, mean, median, flag: `beside it: fee schedule ${year}` };
}

function datesOf(rows: readonly PublishedFigure[]): string {
  const dates = [...new Set(rows.map((row) => row.date))].sort();
  return dates.map((date) => (date === '' ? 'date not stated' : date)).join(', ');
}

/** Remarks once each, with the rows they are about. */
function remarks(figures: readonly PublishedFigure[]): readonly string[] {
  const grouped = groupBy(
    figures.filter((row) => row.remark !== ''),
    (row) => row.remark,
  );
  return [...grouped].map(([remark, rows]) => {
    const place = rows[0] && rows[0].place !== null ? ` ${inPublishedPlace(rows[0].place)}` : '';
    return `${listOf(rows.map((row) => row.payer))}${place}: ${remark}`;
  });
}

/** "Document A: BUCA $42.01 is +$2.93 against its Medicare $39.08 (107.5%)." */
function averagesBesideMedicare(figures: readonly PublishedFigure[]): string {
  const sentences = figures.flatMap((row) => {
    if (row.payerClass !== 'buca' && row.payerClass !== 'private') return [];
    const ratio = percentOfOwnMedicare(row, figures);
    const mean = exactAmount(row, 'mean');
    if (ratio === undefined || mean === undefined) return [];
    return [
      ` ${capital(documentName(row))}: ${row.payer} ${formatMoney(mean)} is ${formatSignedMoney(mean - mean / ratio)} against its Medicare ${formatMoney(mean / ratio)} (${formatRatio(ratio)}).`,
    ];
  });
  return sentences.join('');
}
