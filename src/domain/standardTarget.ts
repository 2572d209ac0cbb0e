import type { LinePosition, Target } from './contractPosition.ts';

/** Whose votes a contract is held against, over all its lines that are not a facility's own. */
export interface MarketVotes {
  readonly hospitals: number;
  readonly votes: number;
}

/** A vote counts once, however many lines (two plans of one payer) are held against it. */
export function marketVotes(positions: readonly LinePosition[]): MarketVotes {
  const markets = new Set(
    positions.flatMap(({ line, market }) => (market && line.site !== 'facility' ? [market] : [])),
  );
  let hospitals = 0;
  let votes = 0;
  for (const market of markets) {
    hospitals += market.hospitals;
    votes += market.votes.length;
  }
  return { hospitals, votes };
}

/** Whether a practice's contract is held against hospitals for the most part. */
export function isHospitalMarket({ hospitals, votes }: MarketVotes): boolean {
  return hospitals * 2 > votes;
}

/**
 * What a contract's rates are to reach until the user says: the market's median, or 120% of Medicare where most votes of
 * a practice's market are hospitals'. Hospitals' rates are no offer a practice can expect; commercial insurers paid 122%
 * of Medicare for professional services in 2017 (HCCI, national), and 120% is the round number beside it.
 */
export function standardTarget(positions: readonly LinePosition[]): Target {
  return isHospitalMarket(marketVotes(positions))
    ? { kind: 'medicare', share: 1.2 }
    : { kind: 'percentile', p: 0.5 };
}
