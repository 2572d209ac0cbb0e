/** The figures of a benchmark row that come from its votes alone: each can be computed again from them. */
export const recomputeMeasures = ['mean', 'p25', 'median', 'p75', 'spread', 'percent-of-medicare'] as const;
export type RecomputeMeasure = (typeof recomputeMeasures)[number];
