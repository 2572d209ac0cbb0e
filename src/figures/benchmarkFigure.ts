import { leadingRow, leadingVotes } from '../domain/benchmark.ts';
import type { BenchmarkFacts, RowFacts } from '../domain/benchmarkFacts.ts';
import { present, valueOf } from '../domain/cell.ts';
import { meanOutsideQuartiles } from '../domain/insight.ts';
import type { MedicareBenchmark } from '../domain/medicareBenchmark.ts';
import type { PlaceCode } from '../domain/place.ts';
import type { Scope } from '../domain/scope.ts';
import { absenceText } from '../text/absence.ts';
import { gradeText } from '../text/gradeText.ts';
import { leftOutParts, noRatesText } from '../text/leftOutText.ts';
import { methods } from '../text/methods.ts';
import { listOf, placeTitle } from '../text/names.ts';
import { countOf, formatCount, formatMoney, formatRatio } from '../text/numbers.ts';
import { filesText, poolSentence } from '../text/poolText.ts';
import { countedNoun, methodSentence, scopeSentence } from '../text/scopeSentence.ts';
import type { Column, Figure, FigureRow } from './figure.ts';
import { percentileColumns } from './percentileColumns.ts';

/**
 * Votes are no providers in a pooled row (19 hospitals cast 52 votes for four payers); where each rate is one, who is behind
 * them is counted.
 */
export function votesColumn(basis: Scope['basis']): Column {
  return basis === 'providers'
    ? { id: 'providers', label: 'Votes', kind: 'count', definition: methods.votes }
    : { id: 'providers', label: 'Providers', kind: 'count', definition: methods.providers };
}

const columnsOf = ({ basis, definition }: Scope): readonly Column[] => [
  votesColumn(basis),
  {
    id: 'rates',
    label: 'Rates',
    kind: 'count',
    definition: basis === 'providers' ? methods.rates : methods.ratesAlone,
  },
  { id: 'mean', label: 'Mean', kind: 'money', definition: methods.mean },
  ...percentileColumns(definition),
  { id: 'spread', label: 'Spread', kind: 'money', definition: methods.spread },
  { id: 'percent-of-medicare', label: '% of Medicare', kind: 'ratio', definition: methods.percentOfMedicare },
  { id: 'grade', label: 'Grade', kind: 'text', definition: methods.grade },
];

const labelColumn: Column = { id: 'payer', label: 'Payer', kind: 'text', definition: methods.payer };

export interface BenchmarkFigureInput {
  readonly benchmark: BenchmarkFacts;
  readonly medicare: MedicareBenchmark;
  /** Where the rates come from, e.g. the release's id, or the user's file. */
  readonly origin: string;
  /** Marks a figure of the user's own file. */
  readonly isOwn: boolean;
}

/** The benchmark of a code in a place: one row per payer, BUCA first, Medicare last. */
export function benchmarkFigure({ benchmark, medicare, origin, isOwn }: BenchmarkFigureInput): Figure {
  const { code, place, scope } = benchmark;
  const title = benchmarkTitle(code, place, isOwn);
  return {
    id: `benchmark-${place ?? 'national'}`,
    title,
    labelColumn,
    columns: columnsOf(scope),
    rows: [...benchmark.rows.map((row) => payerRow(row, scope.basis)), medicareRow(medicare)],
    notes: [
      ...notesOnPool(benchmark, isOwn),
      ...notesOnBuca(benchmark),
      ...notesOnSpread(benchmark, medicare),
      ...notesOnMedicare(benchmark, medicare),
      ...notesOnGrades(benchmark),
      ...notesOnOutliers(benchmark),
      ...notesOnLeftOut(benchmark),
    ],
    scope: scopeSentence(scope, benchmark.providerName),
    method: `${methodSentence(scope)} % of Medicare: ${methods.percentOfMedicare}`,
    sources: sourcesSentence({ benchmark, medicare, origin, isOwn }),
    summary: benchmarkSummary(benchmark, medicare),
  };
}

function benchmarkTitle(code: string, place: PlaceCode | null, isOwn: boolean): string {
  if (!isOwn) return `${placeTitle(place)} benchmark for ${code}`;
  // A user's file is not the nation, whatever states it holds.
  return `${place === null ? 'Benchmark' : `${placeTitle(place)} benchmark`} for ${code} (your file)`;
}

function payerRow(row: RowFacts, basis: BenchmarkFacts['scope']['basis']): FigureRow {
  return {
    id: row.id,
    label: row.name,
    cells: {
      // No vote is no knowledge: a 0 here would read as "nobody contracts with this payer".
      providers: row.n === 0 ? row.mean : present(basis === 'providers' ? row.n : row.providers),
      rates: row.n === 0 ? row.mean : present(row.rates),
      mean: row.mean,
      p25: row.p25,
      median: row.median,
      p75: row.p75,
      spread: row.spread,
      'percent-of-medicare': row.percentOfMedicare,
      grade: row.n === 0 ? row.mean : present(gradeText(row.grade).word),
    },
    flags: flagsOf(row),
  };
}

function flagsOf(row: RowFacts): readonly string[] {
  if (meanOutsideQuartiles(row)) return ['mean outside P25–P75'];
  const mean = valueOf(row.mean);
  const median = valueOf(row.median);
  if (mean === undefined || median === undefined || median === 0) return [];
  // Over a tenth, asked of the amounts: 110 ÷ 100 − 1 is a hair over 0.1 in binary fractions, 1 − 90 ÷ 100 a hair under.
  if (10 * Math.abs(mean - median) <= median) return [];
  const gap = mean / median - 1;
  return [`mean ${formatRatio(Math.abs(gap))} ${gap > 0 ? 'above' : 'below'} median`];
}

function medicareRow(medicare: MedicareBenchmark): FigureRow {
  const localities = present(countOf(medicare.localities, 'locality', 'localities'));
  return {
    id: 'medicare-fee-schedule',
    label: `Medicare ${medicare.year}`,
    cells: {
      providers: medicare.mean.kind === 'absent' ? medicare.mean : localities,
      rates: medicare.mean.kind === 'absent' ? medicare.mean : present(medicare.localities),
      mean: medicare.mean,
      p25: medicare.p25,
      median: medicare.median,
      p75: medicare.p75,
      spread: medicare.spread,
      'percent-of-medicare': medicare.percentOfMedicare,
      grade: medicare.mean.kind === 'absent' ? medicare.mean : present('official'),
    },
    flags: [],
  };
}

function notesOnPool(benchmark: BenchmarkFacts, isOwn: boolean): string[] {
  const { place, places, providers } = benchmark;
  if (place !== null || places.length === 0) return [];
  if (isOwn) return [`All rates of your file: ${countOf(providers, 'provider')}.`];
  return [
    `${poolSentence(benchmark)}. For this code and scope it counts ${countOf(providers, 'provider')} in ${countOf(places.length, 'state')}: ${places.join(', ')}.`,
  ];
}

function notesOnBuca(benchmark: BenchmarkFacts): string[] {
  const buca = benchmark.rows.find((row) => row.id === 'buca');
  if (!buca || buca.n === 0) return [];
  const noun = countedNoun(benchmark.scope);
  return [
    `BUCA pools the ${noun}s of ${listOf(benchmark.bucaPresent)}: ${countOf(buca.n, noun)} from ${countOf(buca.providers, 'provider')}. Members without rates here add nothing.`,
  ];
}

/** Spread ÷ median, so that payers and codes of different price compare; dollars alone make the dear ones look wild. */
function notesOnSpread({ rows }: BenchmarkFacts, medicare: MedicareBenchmark): string[] {
  const named = [...rows, { name: 'Medicare', ...medicare }].flatMap(({ name, spread, median }) => {
    const [wide, middle] = [valueOf(spread), valueOf(median)];
    return wide === undefined || !middle ? [] : [`${name} ${formatRatio(wide / middle)}`];
  });
  return named.length === 0 ? [] : [`Spread ÷ median: ${listOf(named)}.`];
}

function notesOnMedicare(benchmark: BenchmarkFacts, medicare: MedicareBenchmark): string[] {
  const notes: string[] = [];
  if (medicare.mean.kind === 'value') {
    notes.push(
      `The Medicare row is the ${medicare.year} physician fee schedule, non-facility and unreduced, over ${countOf(medicare.localities, 'locality', 'localities')}; % of Medicare compares each vote with its own year.`,
    );
    // Professional lines of a hospital are in this scope, too: 99203 would be 384% of the facility amount, not 227%.
    if (benchmark.scope.site === 'office') {
      notes.push(
        'Rates in hospitals’ own files are compared with the non-facility amount, too; in a hospital Medicare pays the facility amount, which is lower but for always-therapy services.',
      );
    }
  } else {
    notes.push(`Medicare: ${absenceText(medicare.mean)}.`);
  }
  const partly = benchmark.rows.filter((row) => row.comparedVotes > 0 && row.comparedVotes < row.n);
  for (const row of partly) {
    notes.push(
      `${row.name}: ${formatCount(row.comparedVotes)} of ${formatCount(row.n)} ${countedNoun(benchmark.scope)}s ${row.comparedVotes === 1 ? 'has' : 'have'} a Medicare amount to compare with.`,
    );
  }
  return notes;
}

function notesOnGrades({ rows }: BenchmarkFacts): string[] {
  const graded = rows.filter((row) => row.n > 0 && row.grade.level !== 'good');
  if (graded.length === 0) return [];
  const words = graded.map(
    (row) => `${row.name} ${gradeText(row.grade).word} (${gradeText(row.grade).reasons})`,
  );
  return [`Why grades are not higher: ${words.join('; ')}.`];
}

function notesOnOutliers({ rows }: BenchmarkFacts): string[] {
  const out = rows.filter((row) => row.id !== 'buca' && row.flaggedOutVotes > 0);
  if (out.length === 0) return [];
  const words = out.map((row) => `${row.name} ${formatCount(row.flaggedOutVotes)}`);
  return [`Flagged votes left out by your choice: ${listOf(words)}.`];
}

function notesOnLeftOut({ selection }: BenchmarkFacts): string[] {
  const parts = leftOutParts(selection.leftOut);
  if (parts.length === 0) return [];
  return [`Not counted here: ${listOf(parts)}.`];
}

function sourcesSentence({ benchmark, medicare, origin, isOwn }: BenchmarkFigureInput): string {
  const isCompared = benchmark.rows.some(({ comparedVotes }) => comparedVotes > 0);
  const years = isCompared
    ? `, and for % of Medicare that of each ${countedNoun(benchmark.scope)}’s year`
    : '';
  return `${filesText(benchmark.files, isOwn)}; CMS physician fee schedule ${medicare.year}${years}; ${origin}.`;
}

/** The table as a few sentences: what a screen reader hears instead of the drawing, and what a link's preview says. */
export function benchmarkSummary(benchmark: BenchmarkFacts, medicare: MedicareBenchmark): string {
  const leading = leadingRow(benchmark);
  const row = leadingVotes(benchmark);
  const medicareMean = valueOf(medicare.mean);
  const medicareWords =
    medicareMean === undefined
      ? ''
      : ` Medicare ${medicare.year}: ${medicare.localities === 1 ? '' : 'mean '}${formatMoney(medicareMean)} over ${countOf(medicare.localities, 'locality', 'localities')}.`;
  if (!row) return `Payer rates: ${noRatesText(benchmark)}.${medicareWords}`;
  // Where BUCA has no vote, other payers may: who hears the first sentence alone must not take them for absent.
  const others =
    row === leading || leading?.mean.kind !== 'absent'
      ? ''
      : `${leading.name}: ${absenceText(leading.mean)}. `;
  const mean = valueOf(row.mean) ?? 0;
  const [p25, median, p75] = [valueOf(row.p25), valueOf(row.median), valueOf(row.p75)];
  const noun = countedNoun(benchmark.scope);
  const head =
    median === undefined || p25 === undefined || p75 === undefined
      ? `${row.name}: ${countOf(row.n, noun)}, too few for percentiles; ${row.n === 1 ? 'its amount' : 'their mean'} is ${formatMoney(mean)}.`
      : `${row.name} median ${formatMoney(median)}, middle half ${formatMoney(p25)} to ${formatMoney(p75)}, mean ${formatMoney(mean)} over ${countOf(row.n, noun)}.`;
  const ratio = valueOf(row.percentOfMedicare);
  const places = benchmark.place === null ? 'states and years' : 'years';
  const added =
    ratio === undefined
      ? ''
      : ` ${addedUp(row, noun)} ${formatRatio(ratio)} of what Medicare pays in the same ${places}.`;
  return `${others}${head}${added}${medicareWords}`;
}

/** What the percent of Medicare is of: neither the median nor the mean that were named before. */
function addedUp({ n, comparedVotes }: RowFacts, noun: string): string {
  if (n === 1) return 'It is';
  return comparedVotes < n
    ? `Added up, ${formatCount(comparedVotes)} of its ${noun}s are`
    : `Added up, its ${noun}s are`;
}
