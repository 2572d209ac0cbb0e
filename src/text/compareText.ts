import { type CompareMeasure, heatSteps, medicareLimits } from '../domain/heatClass.ts';

/** Definitions of the comparison's figures: column help and exports read the same line. */
export const compareMethods = {
  own: {
    medicare: 'Your rate ÷ Medicare of the same code, year and locality.',
    dollars: 'Your rate for one unit, coloured by the quarter of the market it lies in.',
    rank: 'Percentile rank of your rate among the market’s votes (Excel PERCENTRANK.INC).',
  },
  published: {
    medicare:
      'Sum of the payer’s votes ÷ sum of the Medicare amounts of the same code, state and year of each vote.',
    dollars: 'Median of the payer’s votes, coloured by the quarter of BUCA’s pooled votes it lies in.',
    rank: 'Percentile rank of the payer’s median among BUCA’s pooled votes (Excel PERCENTRANK.INC).',
  },
  pool: 'Each payer’s median is held against BUCA’s pooled votes of the state, its own among them; BUCA itself has nothing to be held against.',
  severalLines:
    'Several lines of one payer and code are one mean by volume; their share of Medicare is a ratio of sums.',
  votes: {
    own: 'Votes of the market the rate is laid beside.',
    published: 'Votes of the payer: one per provider.',
  },
  basket:
    'Σ units × median ÷ Σ units × Medicare over the codes that have both: one basket at the payer’s published medians, and the same basket at Medicare’s newest amounts for the state (non-facility, mean over its localities). A Lowe index with Medicare as its base: a ratio of sums, not a mean of ratios.',
  basketOwn:
    'The same basket at your own rates (mean by volume over your lines of the code) ÷ at the Medicare amounts your lines are held against.',
  equalWeights: 'No volumes are known, so every code weighs one unit.',
  ownWeights: 'Units are those of your file, over all payers, the same for every payer and state.',
  sameCodes: 'Only codes that every payer and state with any of them has.',
  ownCodes: 'Each figure over its own codes: figures with other codes in them compare less.',
  held: 'Codes of the basket that have both amounts.',
} as const;

/** What each class means, lowest first. */
export const heatWords: Readonly<Record<CompareMeasure, readonly string[]>> = {
  medicare: Array.from({ length: heatSteps.medicare }, (_, index) => {
    const from = medicareLimits[index - 1];
    const to = medicareLimits[index];
    if (from === undefined) return `below ${to}% of Medicare`;
    return to === undefined ? `${from}% of Medicare and more` : `${from}% to below ${to}%`;
  }),
  dollars: ['below P25 of the market', 'P25 to the median', 'median to P75', 'above P75 of the market'],
  rank: [
    'below the 25th percentile',
    '25th to the median',
    'median to the 75th',
    'above the 75th percentile',
  ],
};

export const measureNames: Readonly<Record<CompareMeasure, string>> = {
  medicare: '% of Medicare',
  dollars: '$ against the market',
  rank: 'percentile rank',
};
