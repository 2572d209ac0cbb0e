import { manyPayers } from './contractMarket.ts';
import type { LinePosition, Target } from './contractPosition.ts';
import type { GradeReason } from './grade.ts';
import { policy } from './policy.ts';
import { isHospitalMarket, marketVotes } from './standardTarget.ts';
import type { TalkingPoint, TalkingRule } from './talkingPoints.ts';

/** Where a point can be attacked, found in the cells it rests on. */
export type WeakSpot =
  /** The line with the fewest votes, where they are too few for a good grade. */
  | { readonly kind: 'few-votes'; readonly position: LinePosition; readonly n: number }
  /** What lowered the grades of the market rows besides n: the worst of each kind, and on how many lines. */
  | {
      readonly kind: 'grade';
      readonly reason: OtherReason;
      readonly lines: number;
    }
  | { readonly kind: 'hospitals'; readonly hospitals: number; readonly votes: number }
  | { readonly kind: 'pooled-states' }
  | { readonly kind: 'pooled-payers' }
  /** Markets of many companies, by name: Medicare Advantage, payers without a row of their own. */
  | { readonly kind: 'many-payers'; readonly markets: readonly string[] }
  | { readonly kind: 'locality-mean' }
  /** Lines whose own year is not stated, or has no Medicare tables: the year that was taken instead. */
  | { readonly kind: 'medicare-year'; readonly lines: number; readonly year: number }
  /** Own rates are averages of what was allowed on claims. */
  | { readonly kind: 'claims' }
  /** Lines without a volume, which add nothing to the dollars. */
  | { readonly kind: 'no-volume'; readonly lines: number }
  /** The evidence is the practice's other contracts. */
  | { readonly kind: 'own-contracts' };

export interface WeakSpotFacts {
  /** What the gain is counted to: a share of Medicare rests on no market. */
  readonly target: Target;
  /** null = all places with files, pooled. */
  readonly marketPlace: string | null;
  readonly pool: 'payer' | 'buca';
  readonly hasLocality: boolean;
  readonly isClaims: boolean;
}

const onMarket: ReadonlySet<TalkingRule['rule']> = new Set(['below-p25', 'line-below-median', 'above-p75']);

/** Whether a point rests on the market's votes, on Medicare, or on neither. */
export function restsOn(rule: TalkingRule['rule'], target: Target): 'market' | 'medicare' | 'neither' {
  if (rule === 'most-of-the-gain') return target.kind === 'medicare' ? 'medicare' : 'market';
  if (onMarket.has(rule)) return 'market';
  return rule === 'below-medicare' ? 'medicare' : 'neither';
}

/** The weak spots of a point, the gravest kind first. */
export function weakSpots({ said, positions }: TalkingPoint, facts: WeakSpotFacts): readonly WeakSpot[] {
  const spots: WeakSpot[] = [];
  const base = restsOn(said.rule, facts.target);
  if (base === 'market') spots.push(...marketSpots(positions, facts));
  if (base === 'medicare') spots.push(...medicareSpots(positions, facts));
  if (said.rule === 'below-own-others') spots.push({ kind: 'own-contracts' });
  if (facts.isClaims && said.rule !== 'no-benchmark') spots.push({ kind: 'claims' });
  const silent = positions.filter(({ line }) => line.units === null).length;
  if (silent > 0) spots.push({ kind: 'no-volume', lines: silent });
  return spots;
}

function marketSpots(positions: readonly LinePosition[], facts: WeakSpotFacts): readonly WeakSpot[] {
  const spots: WeakSpot[] = [];
  const rows = positions.flatMap((position) =>
    position.market ? [{ position, market: position.market }] : [],
  );
  const cast = marketVotes(positions);
  if (isHospitalMarket(cast)) spots.push({ kind: 'hospitals', ...cast });
  const [thinnest] = rows.toSorted((a, b) => a.market.votes.length - b.market.votes.length);
  if (thinnest && thinnest.market.votes.length < policy.goodFrom.value) {
    spots.push({ kind: 'few-votes', position: thinnest.position, n: thinnest.market.votes.length });
  }
  spots.push(...gradeSpots(rows.map(({ market }) => market.row.grade.reasons)));
  if (facts.marketPlace === null) spots.push({ kind: 'pooled-states' });
  if (facts.pool === 'buca') spots.push({ kind: 'pooled-payers' });
  const pooled = rows.flatMap(({ market: { row } }) => (manyPayers.has(row.id) ? [row.name] : []));
  if (pooled.length > 0) spots.push({ kind: 'many-payers', markets: [...new Set(pooled)] });
  return spots;
}

/** A reason besides n, which `few-votes` tells of. */
type OtherReason = Exclude<GradeReason, { rule: 'few-votes' }>;

/** How bad a reason is: more years, a larger provider, a smaller share of stated dollar rates. */
function severity(reason: OtherReason): number {
  switch (reason.rule) {
    case 'vintage-spread':
      return reason.years;
    case 'soft-methodology':
      return -reason.firmShare;
    case 'large-provider':
      return reason.share;
  }
}

function gradeSpots(rows: readonly (readonly GradeReason[])[]): readonly WeakSpot[] {
  return (['vintage-spread', 'soft-methodology', 'large-provider'] as const).flatMap((rule): WeakSpot[] => {
    const found = rows.flatMap((reasons) =>
      reasons.filter((reason): reason is OtherReason => reason.rule === rule),
    );
    const [worst] = found.toSorted((a, b) => severity(b) - severity(a));
    return worst ? [{ kind: 'grade', reason: worst, lines: found.length }] : [];
  });
}

function medicareSpots(positions: readonly LinePosition[], facts: WeakSpotFacts): readonly WeakSpot[] {
  const moved = positions.filter(({ line, medicareYear }) => line.year !== medicareYear);
  const [first] = moved;
  return [
    ...(facts.hasLocality ? [] : [{ kind: 'locality-mean' } as const]),
    ...(first ? [{ kind: 'medicare-year', lines: moved.length, year: first.medicareYear } as const] : []),
  ];
}
