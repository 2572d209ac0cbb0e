import { tukeyFences } from '../stats/fences.ts';
import { mean } from '../stats/mean.ts';
import { quantileSorted } from '../stats/quantile.ts';
import type { QuantileDefinition } from '../stats/quantileDefinition.ts';
import { ratioOfSums } from '../stats/ratio.ts';
import { sortedCopy } from '../stats/sortedCopy.ts';
import { formatMoney, formatRatio } from '../text/numbers.ts';

/** The 12 averages of a published payer table for 97760, in cents. Published figures, used here only as an example. */
const publishedAverages = [4522, 2572, 3597, 2856, 2644, 2745, 3520, 4181, 15_555, 2644, 3791, 3850] as const;

const definitions: ReadonlyArray<readonly [QuantileDefinition, string]> = [
  ['type7', 'Type 7 (PERCENTILE.INC), used here'],
  ['type6', 'Type 6 (PERCENTILE.EXC)'],
  ['nearestRank', 'Nearest rank'],
];

export function quantileExample() {
  const sorted = sortedCopy(publishedAverages);
  return {
    values: Array.from(sorted, formatMoney).join(', '),
    rows: definitions.map(([definition, name]) => ({
      name,
      p25: formatMoney(quantileSorted(sorted, 0.25, definition)),
      median: formatMoney(quantileSorted(sorted, 0.5, definition)),
      p75: formatMoney(quantileSorted(sorted, 0.75, definition)),
    })),
  };
}

/** What one row does to a conclusion: the commercial and Medicare rows of the published 97760 table. */
export function outlierExample(): string {
  const commercial = [2572, 3597, 2644, 2745, 3520, 2644];
  const outlier = 15_555;
  const medicare = mean([4522, 4181, 3791]);
  const ratio = (amounts: readonly number[]) => formatRatio(mean(amounts) / medicare);
  const fence = tukeyFences([...commercial, outlier]).upper;
  return `In the published 97760 table the seven commercial averages come to ${ratio([...commercial, outlier])} of Medicare’s mean with the row of ${formatMoney(outlier)}, and to ${ratio(commercial)} without it; the upper fence is ${formatMoney(fence)}.`;
}

/** Ratio of sums against the mean of ratios, on two made-up pairs. */
export function ratioExample(): string {
  const rates = [3000, 9000];
  const medicare = [4000, 6000];
  return `A worked example with made-up amounts: rates of $30.00 and $90.00 against Medicare amounts of $40.00 and $60.00 come to ($30.00 + $90.00) ÷ ($40.00 + $60.00) = ${formatRatio(ratioOfSums(rates, medicare))}. The mean of the two single ratios, ${formatRatio((3000 / 4000 + 9000 / 6000) / 2)}, would let the small amount count as much as the large one.`;
}
