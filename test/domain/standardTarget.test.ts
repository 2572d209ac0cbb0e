import { expect, it } from 'vitest';
import { isHospitalMarket, marketVotes, standardTarget } from '../../src/domain/standardTarget.ts';
import { smallContract } from '../support/contracts.ts';

const positions = smallContract();

it('is a share of Medicare where most votes of a practice’s market are hospitals’', () => {
  // Three lines, two of them (97110, PPO and HMO) held against the same five hospitals.
  expect(marketVotes(positions)).toEqual({ hospitals: 10, votes: 10 });
  expect(standardTarget(positions)).toEqual({ kind: 'medicare', share: 1.2 });
});

it('is the median where they are not, where the lines are a facility’s, and where there is no market', () => {
  const others = positions.map((each) =>
    each.market ? { ...each, market: { ...each.market, hospitals: 2 } } : each,
  );
  const facility = positions.map((each) => ({ ...each, line: { ...each.line, site: 'facility' as const } }));
  for (const given of [others, facility, []])
    expect(standardTarget(given)).toEqual({ kind: 'percentile', p: 0.5 });
  // Half is not most.
  expect(isHospitalMarket({ hospitals: 5, votes: 10 })).toBe(false);
});
