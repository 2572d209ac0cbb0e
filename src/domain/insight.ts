import { leadingRow } from './benchmark.ts';
import type { BenchmarkFacts, RowFacts } from './benchmarkFacts.ts';
import { valueOf } from './cell.ts';
import type { Deviation } from './deviation.ts';

/**
 * What a benchmark says, found by fixed rules from its cells; `text/insightText.ts` puts each into words.
 * `rows` are the rows it speaks of. Payers only: BUCA pools them, and a pool among its parts would count twice.
 */
export type Insight =
  | { readonly rule: 'no-rates'; readonly here: BenchmarkFacts }
  /** The leading row's ratio of sums to Medicare: BUCA's in the commercial line. */
  | { readonly rule: 'percent-of-medicare'; readonly row: RowFacts; readonly ratio: number }
  /** Highest and lowest median among payers with percentiles; several when they tie. */
  | {
      readonly rule: 'highest-lowest';
      readonly highest: readonly RowFacts[];
      readonly lowest: readonly RowFacts[];
    }
  /** Widest and tightest spread (P75 − P25) among payers with percentiles. */
  | {
      readonly rule: 'widest-tightest';
      readonly widest: readonly RowFacts[];
      readonly tightest: readonly RowFacts[];
    }
  /** Every payer's median lies on one side of its national median. */
  | {
      readonly rule: 'all-one-side';
      readonly side: 'above' | 'below';
      readonly deviations: readonly Deviation[];
    }
  /** The payers whose median deviates most from the nation's, in either direction. */
  | {
      readonly rule: 'largest-deviation';
      readonly above: Deviation | undefined;
      readonly below: Deviation | undefined;
    }
  /** A mean outside its own quartiles: most votes lie on one side of it. */
  | { readonly rule: 'mean-outside-quartiles'; readonly row: RowFacts; readonly side: 'above' | 'below' };

/** On which side of its own P25–P75 the mean lies; undefined when inside or when there are no percentiles. */
export function meanOutsideQuartiles(
  row: Pick<RowFacts, 'mean' | 'p25' | 'p75'>,
): 'above' | 'below' | undefined {
  const mean = valueOf(row.mean);
  const p25 = valueOf(row.p25);
  const p75 = valueOf(row.p75);
  if (mean === undefined || p25 === undefined || p75 === undefined) return undefined;
  if (mean > p75) return 'above';
  return mean < p25 ? 'below' : undefined;
}

/** In order of importance to a decision: against Medicare, a warning, then ranks, spreads and deviations. */
export function insights(here: BenchmarkFacts, deviations: readonly Deviation[]): readonly Insight[] {
  if (here.rows.every((row) => row.n === 0)) return [{ rule: 'no-rates', here }];
  const leading = leadingRow(here) as RowFacts;
  const found: Insight[] = [];
  const ratio = valueOf(leading.percentOfMedicare);
  if (ratio !== undefined) found.push({ rule: 'percent-of-medicare', row: leading, ratio });
  for (const row of here.rows) {
    const side = meanOutsideQuartiles(row);
    if (side) found.push({ rule: 'mean-outside-quartiles', row, side });
  }
  const payers = here.rows.filter((row) => row.id !== 'buca' && row.median.kind === 'value');
  const [lowest, highest] = extremes(payers, (row) => valueOf(row.median) as number);
  if (lowest[0] !== highest[0]) found.push({ rule: 'highest-lowest', highest, lowest });
  const [tightest, widest] = extremes(payers, (row) => valueOf(row.spread) as number);
  if (tightest[0] !== widest[0]) found.push({ rule: 'widest-tightest', widest, tightest });
  found.push(...againstNation(deviations));
  return found;
}

function againstNation(deviations: readonly Deviation[]): readonly Insight[] {
  const known = deviations.filter((each) => each.id !== 'buca' && each.median.kind === 'value');
  if (known.length < 2) return [];
  const amount = (each: Deviation) => valueOf(each.medianRatio) ?? 0;
  const sorted = [...known].sort((a, b) => amount(b) - amount(a));
  const [above, below] = [sorted[0], sorted.at(-1)] as [Deviation, Deviation];
  const found: Insight[] = [];
  if (known.every((each) => amount(each) > 0)) {
    found.push({ rule: 'all-one-side', side: 'above', deviations: sorted });
  } else if (known.every((each) => amount(each) < 0)) {
    found.push({ rule: 'all-one-side', side: 'below', deviations: sorted });
  }
  // Where every median is the nation's, nothing deviates.
  if (known.every((each) => amount(each) === 0)) return found;
  found.push({
    rule: 'largest-deviation',
    above: amount(above) > 0 ? above : undefined,
    below: amount(below) < 0 ? below : undefined,
  });
  return found;
}

/** The rows with the least and with the greatest value, ties included. */
function extremes(
  rows: readonly RowFacts[],
  valueOfRow: (row: RowFacts) => number,
): readonly [readonly RowFacts[], readonly RowFacts[]] {
  const values = rows.map(valueOfRow);
  const least = Math.min(...values);
  const greatest = Math.max(...values);
  return [
    rows.filter((row) => valueOfRow(row) === least),
    rows.filter((row) => valueOfRow(row) === greatest),
  ];
}
