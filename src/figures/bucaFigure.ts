import type { Benchmark } from '../domain/benchmark.ts';
import {
  type BucaMember,
  type BucaOpened,
  type BucaShares,
  type BucaVariant,
  bucaPayers,
  openBuca,
} from '../domain/buca.ts';
import { absent, type Cell, present } from '../domain/cell.ts';
import { votesIn } from '../domain/sortedVotes.ts';
import { listOf, placeTitle } from '../text/names.ts';
import { countOf, formatCell, formatCount, formatRatio } from '../text/numbers.ts';
import { quantileNames } from '../text/quantileText.ts';
import { scopeSentence } from '../text/scopeSentence.ts';
import type { Column, Figure, FigureRow } from './figure.ts';

/** A BUCA that someone else printed. Shown as it is, beside ours, and never recomputed. */
export interface ReportedBuca {
  readonly id: string;
  /** Who printed it, with its date or "date not stated". */
  readonly source: string;
  readonly mean: Cell;
  readonly p25: Cell;
  readonly median: Cell;
  readonly p75: Cell;
  readonly spread: Cell;
}

const columns: readonly Column[] = [
  { id: 'made', label: 'Made of', kind: 'text', definition: 'The payers in it, with their weights.' },
  { id: 'votes', label: 'Votes', kind: 'count', definition: 'Votes of the payers in it.' },
  {
    id: 'mean',
    label: 'Mean',
    kind: 'money',
    definition: 'Pooled: of all votes. Otherwise: of the payers’ means.',
  },
  { id: 'p25', label: 'P25', kind: 'money', definition: 'Only where there are votes to sort.' },
  {
    id: 'median',
    label: 'Median',
    kind: 'money',
    definition: 'Pooled: of all votes. Otherwise a mean of the payers’ medians, and marked so.',
  },
  { id: 'p75', label: 'P75', kind: 'money', definition: 'Only where there are votes to sort.' },
  { id: 'spread', label: 'Spread', kind: 'money', definition: 'P75 − P25.' },
];

const names: Readonly<Record<BucaVariant['id'], string>> = {
  pooled: 'Pooled',
  'payer-equal': 'Payer-equal',
  weighted: 'Weighted by your market shares',
};

/** The BUCA payers of a benchmark, present or not. */
function bucaMembers(benchmark: Benchmark): readonly BucaMember[] {
  return bucaPayers.map(({ id, name }) => {
    const row = benchmark.rows.find((each) => each.id === id);
    const gap = absent('not-in-input');
    return { id, name, n: row?.n ?? 0, mean: row?.mean ?? gap, median: row?.median ?? gap };
  });
}

/** BUCA three ways and as reported, side by side: which payers, which weights, which answer. */
export function bucaFigure(input: {
  readonly benchmark: Benchmark;
  readonly shares: BucaShares | null;
  readonly reported: readonly ReportedBuca[];
  readonly origin: string;
  /** Whether the rates are a user's file. */
  readonly isOwn?: boolean;
}): Figure {
  const { benchmark, shares, reported, origin, isOwn } = input;
  const { code, place, scope } = benchmark;
  // The row's own votes, so that "pooled" is to the cent the BUCA of the benchmark, flagged votes left out or not.
  const pool = benchmark.rows.find((row) => row.id === 'buca')?.votes ?? [];
  const opened = openBuca(bucaMembers(benchmark), pool, shares, scope.definition);
  return {
    id: 'buca',
    title: `What BUCA is made of, ${code}, ${placeTitle(place, isOwn)}`,
    labelColumn: { id: 'way', label: 'BUCA', kind: 'text', definition: 'How the payers are put together.' },
    columns,
    rows: [
      ...opened.variants.map((variant) => variantRow(variant, votesIn(pool))),
      ...reported.map(reportedRow),
    ],
    notes: notesOf(opened, reported),
    scope: scopeSentence(scope, benchmark.providerName),
    method: `Pooled: all votes in one list. Payer-equal: the mean of the payers’ own figures, one weight each. Weighted: Σ share × figure ÷ Σ share over the payers with a figure here. ${quantileNames[scope.definition].sentence}`,
    sources: `${origin}${reported.length === 0 ? '' : `; reported: ${reported.map((each) => each.source).join('; ')}`}.`,
    summary: summaryOf(opened),
  };
}

/**
 * @param pooled votes of the pool. Where flagged ones are left out they are not the sum of its payers': each row judges
 * its votes by fences of its own.
 */
function variantRow(variant: BucaVariant, pooled: number): FigureRow {
  const { id, mean, p25, median, p75, spread, weights, medianPayers } = variant;
  const made =
    weights.length === 0
      ? mean
      : present(weights.map(({ payer, weight }) => `${payer.name} ${formatRatio(weight)}`).join(', '));
  const ofPayers = weights.reduce((total, { payer }) => total + payer.n, 0);
  const votes = weights.length === 0 ? mean : present(id === 'pooled' ? pooled : ofPayers);
  const flags =
    id !== 'pooled' && median.kind === 'value'
      ? [`mean of ${countOf(medianPayers.length, 'payer’s median', 'payers’ medians')}`]
      : [];
  return { id, label: names[id], cells: { made, votes, mean, p25, median, p75, spread }, flags };
}

function reportedRow({ id, source, mean, p25, median, p75, spread }: ReportedBuca): FigureRow {
  return {
    id: `reported-${id}`,
    label: `Reported by ${source}`,
    cells: { made: absent('not-in-input'), votes: absent('not-in-input'), mean, p25, median, p75, spread },
    flags: ['reported'],
  };
}

function notesOf(opened: BucaOpened, reported: readonly ReportedBuca[]): string[] {
  const notes: string[] = [];
  if (opened.present.length > 0) {
    notes.push(
      `In it here: ${listOf(opened.present.map(({ name, n }) => `${name} (n ${formatCount(n)})`))}.`,
    );
  }
  if (opened.absent.length > 0) notes.push(`Without rates here: ${listOf(opened.absent)}.`);
  const equal = opened.variants.find((variant) => variant.id === 'payer-equal');
  const silent = opened.present.filter((payer) => !equal?.medianPayers.includes(payer));
  if (silent.length > 0 && silent.length < opened.present.length) {
    notes.push(
      `Too few votes for a median of their own, so only in the means: ${listOf(silent.map(({ name }) => name))}.`,
    );
  }
  if (opened.sharesUnused.length > 0) {
    notes.push(
      `${listOf(opened.sharesUnused)} ${opened.sharesUnused.length === 1 ? 'has a share' : 'have shares'} but no rates here: the other shares are scaled up to 100%.`,
    );
  }
  if (reported.length > 0) {
    notes.push(
      'Reported figures stand as printed: their weights are not stated and nothing here is computed from them.',
    );
  }
  return notes;
}

function summaryOf({ variants, present: here }: BucaOpened): string {
  if (here.length === 0) return `BUCA: ${formatCell(absent('not-in-input'), 'money')}.`;
  const words = variants.flatMap((variant) =>
    variant.mean.kind === 'value'
      ? [`${names[variant.id].toLowerCase()} ${formatCell(variant.mean, 'money')}`]
      : [],
  );
  return `The mean of ${listOf(here.map(({ name }) => name))}: ${listOf(words)}. The way they are put together is part of the figure.`;
}
