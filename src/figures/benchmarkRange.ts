import type { BenchmarkFacts, RowFacts } from '../domain/benchmarkFacts.ts';
import { valueOf } from '../domain/cell.ts';
import type { MedicareBenchmark } from '../domain/medicareBenchmark.ts';
import { minimumVotes } from '../domain/minimumVotes.ts';
import { absenceText } from '../text/absence.ts';
import { countOf, formatMoney, formatRatio } from '../text/numbers.ts';
import { type CountedNoun, countedNoun } from '../text/scopeSentence.ts';
import { axisFromZero } from './axis.ts';
import type { Figure } from './figure.ts';
import type { RangeMark, RangeModel } from './rangeModel.ts';

/** A mean this many times the largest P75 would flatten every bar; it is drawn as an arrow at the edge instead. */
const longestReach = 2.5;

/**
 * The range chart of a benchmark: the same rows as its table, in the same order, and Medicare as a line.
 *
 * @param figure the table's figure, whose title and summary the chart carries.
 */
export function benchmarkRange(
  benchmark: BenchmarkFacts,
  medicare: MedicareBenchmark,
  figure: Figure,
): RangeModel {
  const noun = countedNoun(benchmark.scope);
  const marks = benchmark.rows.map((row) => rangeMark(row, noun));
  const amount = valueOf(medicare.mean);
  const body = Math.max(0, amount ?? 0, ...marks.flatMap((mark) => [mark.p75 ?? 0, ...mark.votes]));
  const means = marks.flatMap((mark) => (mark.mean === undefined ? [] : [mark.mean]));
  const inReach = means.filter((mean) => body === 0 || mean <= body * longestReach);
  const axis = axisFromZero(Math.max(body, ...inReach));
  return {
    title: figure.title,
    summary: figure.summary,
    marks,
    medicare:
      amount === undefined ? null : { amount, label: `Medicare ${medicare.year}: ${formatMoney(amount)}` },
    domain: axis.domain,
    ticks: axis.ticks,
    beyond: marks.flatMap((mark) =>
      mark.mean !== undefined && mark.mean > axis.domain[1]
        ? [`${mark.label}: mean ${formatMoney(mark.mean)}, past the end of the axis`]
        : [],
    ),
  };
}

function rangeMark(row: RowFacts, noun: CountedNoun): RangeMark {
  const base = { id: row.id, label: row.name, colour: row.id, n: row.n, detail: detailOf(row, noun) };
  const mean = valueOf(row.mean);
  if (mean === undefined) {
    return { ...base, votes: [], absence: row.mean.kind === 'absent' ? absenceText(row.mean) : '' };
  }
  const quartiles = quartilesOf(row);
  if (quartiles) {
    const { p25, median, p75 } = quartiles;
    return { ...base, p25, median, p75, mean, votes: [], absence: '' };
  }
  return { ...base, mean, votes: row.fewAmounts, absence: '' };
}

function detailOf(row: RowFacts, noun: CountedNoun): string {
  if (row.n === 0) return `${row.name}: ${row.mean.kind === 'absent' ? absenceText(row.mean) : ''}.`;
  const ratio = valueOf(row.percentOfMedicare);
  const against = ratio === undefined ? '' : `; ${formatRatio(ratio)} of Medicare`;
  const counts =
    noun === 'rate' ? countOf(row.n, noun) : `${countOf(row.n, noun)} from ${countOf(row.rates, 'rate')}`;
  const mean = formatMoney(valueOf(row.mean) ?? 0);
  const quartiles = quartilesOf(row);
  if (!quartiles) {
    const votes = row.fewAmounts.map(formatMoney).join(', ');
    return `${row.name}: ${votes}; mean ${mean}; ${counts}, fewer than ${minimumVotes}, so no percentiles${against}.`;
  }
  const { p25, median, p75 } = quartiles;
  return `${row.name}: P25 ${formatMoney(p25)}, median ${formatMoney(median)}, P75 ${formatMoney(p75)}, mean ${mean}; ${counts}${against}.`;
}

/** undefined for a row with too few votes for percentiles. */
function quartilesOf(row: RowFacts) {
  const [p25, median, p75] = [valueOf(row.p25), valueOf(row.median), valueOf(row.p75)];
  return p25 === undefined || median === undefined || p75 === undefined ? undefined : { p25, median, p75 };
}
