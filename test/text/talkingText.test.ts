import { describe, expect, it } from 'vitest';
import type { LinePosition, Target } from '../../src/domain/contractPosition.ts';
import { type TalkingPoint, talkingPoints } from '../../src/domain/talkingPoints.ts';
import { withTarget } from '../../src/domain/targetAmount.ts';
import { weakSpots } from '../../src/domain/weakSpots.ts';
import { talkingEvidence, weakSpotText } from '../../src/text/talkingText.ts';
import { medianTarget, smallContract } from '../support/contracts.ts';

const share: Target = { kind: 'medicare', share: 2 };
const facts = {
  release: 'release test',
  locality: 'Houston (18)',
  isWeighted: true,
  marketPlace: 'TX',
  pool: 'payer' as const,
  hasLocality: false,
  isClaims: false,
};

function find(positions: readonly LinePosition[], rule: string): TalkingPoint {
  const point = talkingPoints(positions, 'TX').find(({ said }) => said.rule === rule);
  if (!point) throw new Error(`no ${rule}`);
  return point;
}

describe('what most of the gain rests on', () => {
  const positions = smallContract();
  const [first] = positions;
  if (!first) throw new Error('no line');
  // Three lines below their targets, of which one carries most.
  const three = [
    first,
    ...[1, 2].map((units) => ({ ...first, line: { ...first.line, id: `x${units}`, units } })),
  ];

  it('is the market, where the target is one of its percentiles', () => {
    const point = find(withTarget(three, medianTarget), 'most-of-the-gain');
    const about = { ...facts, target: medianTarget };
    expect(talkingEvidence(point, about)).toMatch(/rank .*; n \d+ votes/);
    expect(weakSpots(point, about).map(weakSpotText).join(' ')).not.toContain('Medicare');
  });

  it('is Medicare, where the target is a share of it: no vote of a market is its evidence or its weak spot', () => {
    const point = find(withTarget(three, share), 'most-of-the-gain');
    const about = { ...facts, target: share };
    expect(talkingEvidence(point, about)).toMatch(
      /^97110 [\d.]+%; Medicare \d{4}, Houston \(18\)\. Source: CMS physician fee schedule, release test\.$/,
    );
    const words = weakSpots(point, about).map(weakSpotText).join(' ');
    expect(words).toContain('Medicare is the mean over the state’s localities');
    expect(words).not.toMatch(/votes|market/i);
  });
});

it('without volumes no evidence speaks of units', () => {
  const silent = smallContract().map((each) => ({ ...each, line: { ...each.line, units: null } }));
  const about = { ...facts, target: medianTarget, isWeighted: false };
  const [first] = silent;
  if (!first) throw new Error('no line');
  const cheap = { ...first, own: { kind: 'value', value: 100 } as const };
  const other = { ...first, line: { ...first.line, id: 'o', payer: 'Other' } };
  const point = find([cheap, other], 'below-medicare');
  expect(talkingEvidence(point, about)).toMatch(/^Σ rate ÷ Σ Medicare, each line alike; Medicare /);
  const others = find([cheap, other], 'below-own-others');
  expect(talkingEvidence(others, about)).toMatch(/Others’ average in the same plan line, each line alike\.$/);
  expect(talkingEvidence(others, { ...about, isWeighted: true })).toMatch(
    /Others’ average in the same plan line, by volume\.$/,
  );
});
