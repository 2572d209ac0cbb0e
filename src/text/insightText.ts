import type { RowFacts } from '../domain/benchmarkFacts.ts';
import { type Cell, valueOf } from '../domain/cell.ts';
import type { Deviation } from '../domain/deviation.ts';
import type { Insight } from '../domain/insight.ts';
import { minimumVotes } from '../domain/minimumVotes.ts';
import type { PlaceCode } from '../domain/place.ts';
import { absenceText } from './absence.ts';
import { noRatesText } from './leftOutText.ts';
import { inPlace, listOf } from './names.ts';
import {
  countOf,
  formatCount,
  formatMoney,
  formatRatio,
  formatSignedMoney,
  formatSignedRatio,
} from './numbers.ts';
import { wholeWords } from './poolText.ts';

/** An insight in plain words with the ids of the rows it speaks of, so that the page can point at them. */
export interface InsightSentence {
  readonly id: string;
  readonly text: string;
  readonly rowIds: readonly string[];
}

/** A level is not told from a few: said first, because the number is what is remembered. */
function tooFewWords(n: number, noun: string): string {
  return n < minimumVotes ? `${countOf(n, noun)} only, too few to tell a level. ` : '';
}

/**
 * @param noun what the benchmark counts: `countedNoun` of its scope
 * @param isOwn whether the rates are a user's file
 */
export function insightSentence(
  insight: Insight,
  place: PlaceCode | null,
  noun: 'vote' | 'rate',
  isOwn = false,
): InsightSentence {
  switch (insight.rule) {
    case 'no-rates':
      return {
        id: 'no-rates',
        text: `Payer rates ${inPlace(place, isOwn)}: ${noRatesText(insight.here)}.`,
        rowIds: [],
      };
    case 'percent-of-medicare':
      return {
        id: 'percent-of-medicare',
        // Rates, not payments: what is paid in the end the files do not say.
        text: `${tooFewWords(insight.row.n, noun)}${insight.row.name}: rates are ${formatRatio(insight.ratio)} of Medicare ${place === null && !isOwn ? inPool : inPlace(place, isOwn)} for the same state and year (ratio of sums over ${formatCount(insight.row.comparedVotes)} of ${countOf(insight.row.n, noun)}).`,
        rowIds: [insight.row.id],
      };
    case 'highest-lowest':
      return {
        id: 'highest-lowest',
        text: `Highest median: ${namesWith(insight.highest, 'median')}. Lowest: ${namesWith(insight.lowest, 'median')}.`,
        rowIds: idsOf([...insight.highest, ...insight.lowest]),
      };
    case 'widest-tightest':
      return {
        id: 'widest-tightest',
        text: `Widest spread between P25 and P75: ${namesWith(insight.widest, 'spread')}. Tightest: ${namesWith(insight.tightest, 'spread')}.`,
        rowIds: idsOf([...insight.widest, ...insight.tightest]),
      };
    case 'all-one-side':
      return {
        id: 'all-one-side',
        text: `${insight.deviations.length === 2 ? 'Both' : `All ${insight.deviations.length}`} payers that can be compared lie ${insight.side} their ${wholeMedian(isOwn)} ${inPlace(place, isOwn)} (n ${rangeOf(insight.deviations.map(({ here }) => here.n))} here).`,
        rowIds: insight.deviations.map((each) => each.id),
      };
    case 'largest-deviation':
      return {
        id: 'largest-deviation',
        text: [
          insight.above &&
            `Furthest above its ${wholeMedian(isOwn)}: ${deviationWords(insight.above, isOwn)}.`,
          insight.below &&
            `Furthest below${insight.above ? '' : ` its ${wholeMedian(isOwn)}`}: ${deviationWords(insight.below, isOwn)}.`,
        ]
          .filter((part) => part !== undefined)
          .join(' '),
        rowIds: [insight.above, insight.below].flatMap((each) => (each ? [each.id] : [])),
      };
    case 'mean-outside-quartiles': {
      const { row, side } = insight;
      const edge = side === 'above' ? row.p75 : row.p25;
      return {
        id: `mean-outside-quartiles-${row.id}`,
        text: `${row.name}: the mean ${money(row.mean)} lies ${side} its own ${side === 'above' ? 'P75' : 'P25'} ${money(edge)} (median ${money(row.median)}, n ${formatCount(row.n)}): most ${noun}s are ${side === 'above' ? 'below' : 'above'} it; read the median.`,
        rowIds: [row.id],
      };
    }
  }
}

// What payers pay "nationally" nobody knows from the files of some states; Medicare's tables are the nation's.
const inPool = `in ${wholeWords(false).pool}`;

function wholeMedian(isOwn: boolean): string {
  return wholeWords(isOwn).figure('median');
}

/** `6`, `6 to 29`. */
function rangeOf(counts: readonly number[]): string {
  const [least, most] = [Math.min(...counts), Math.max(...counts)];
  return least === most ? formatCount(least) : `${formatCount(least)} to ${formatCount(most)}`;
}

function namesWith(rows: readonly RowFacts[], cell: 'median' | 'spread'): string {
  return listOf(rows.map((row) => `${row.name} ${money(row[cell])} (n ${formatCount(row.n)})`));
}

function deviationWords(deviation: Deviation, isOwn: boolean): string {
  const dollars = valueOf(deviation.median) ?? 0;
  const ratio = valueOf(deviation.medianRatio) ?? 0;
  return `${deviation.name}, ${formatSignedMoney(dollars)} (${formatSignedRatio(ratio)}; n ${formatCount(deviation.here.n)} here, ${formatCount(deviation.nation.n)} ${isOwn ? 'in all of it' : inPool})`;
}

function money(cell: Cell): string {
  return cell.kind === 'value' ? formatMoney(cell.value) : absenceText(cell);
}

function idsOf(rows: readonly RowFacts[]): readonly string[] {
  return rows.map((row) => row.id);
}
