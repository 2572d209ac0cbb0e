import { absent, type Cell, isBelow, present, valueOf } from './cell.ts';
import { contractImpact, type ImpactRow } from './contractImpact.ts';
import { contractIndex, hasVolumes, indexLines, weightOf } from './contractIndex.ts';
import type { LinePosition } from './contractPosition.ts';
import { groupBy } from './groupBy.ts';
import { isNegotiated } from './negotiated.ts';
import type { PlaceCode } from './place.ts';
import { linesMean, sameService } from './rateMatrix.ts';

/** What a point says, found by a fixed rule; `text/talkingText.ts` puts it into words. */
export type TalkingRule =
  /** Lines of a payer below Medicare, and its whole index. */
  | {
      readonly rule: 'below-medicare';
      readonly index: number;
      /** The index's lines: where lines weigh by volume, those that have one. */
      readonly of: number;
      readonly lines: number;
      /** Lines with a rate and an amount of Medicare, with a volume or not; `lines` are of these. */
      readonly compared: number;
    }
  /** Lines of a payer below the market's P25. */
  | { readonly rule: 'below-p25'; readonly lines: number; readonly of: number }
  /** One line below the market's median. */
  | { readonly rule: 'line-below-median'; readonly position: LinePosition }
  /** Codes one payer pays less for than the practice's other payers do on average; `index` over all shared codes. */
  | { readonly rule: 'below-own-others'; readonly index: number; readonly lines: number; readonly of: number }
  /** The fewest lines that carry 80% of the gain to the target. */
  | { readonly rule: 'most-of-the-gain'; readonly lines: number; readonly of: number; readonly share: number }
  /** Lines agreed above the practice's own charge: a lesser-of clause would pay the charge. */
  | { readonly rule: 'above-charge'; readonly lines: number; readonly of: number }
  /** What the payer can point at: lines at the market's P75 or above. */
  | { readonly rule: 'above-p75'; readonly lines: number; readonly of: number }
  /** Lines no market can be held against, and their share of the revenue counted. */
  | { readonly rule: 'no-benchmark'; readonly lines: number; readonly of: number; readonly share: Cell };

export interface TalkingPoint {
  readonly id: string;
  /** 'ask' = for the practice; 'expect' = what the other side may say. */
  readonly side: 'ask' | 'expect';
  /** The payer it is about; '' = all of them. */
  readonly payer: string;
  readonly said: TalkingRule;
  /** The lines it rests on. */
  readonly positions: readonly LinePosition[];
  /** What each of them is held against, in unrounded cents: Σ units × the distance to it is the stake. */
  readonly amounts: readonly number[];
  /** Dollars over the file's period, in unrounded cents; absent where the lines have no volume. */
  readonly stake: Cell;
}

const asks: ReadonlySet<TalkingRule['rule']> = new Set([
  'below-medicare',
  'below-p25',
  'line-below-median',
  'below-own-others',
  'most-of-the-gain',
]);

/**
 * Everything the rules find in a contract, most dollars at stake first. Dollars of different points overlap: a line
 * below the P25 is below the median too.
 *
 * @param place the desk's state.
 */
export function talkingPoints(positions: readonly LinePosition[], place: PlaceCode): readonly TalkingPoint[] {
  const weighted = hasVolumes(positions);
  const same = sameService(positions, place);
  const negotiated = same.filter(({ line }) => isNegotiated(line));
  const byPayer = [...groupBy(negotiated, ({ line }) => line.payer)];
  const paid = negotiated.filter(({ own }) => own.kind === 'value');
  const byService = groupBy(paid, serviceOf);
  const found = [
    ...byPayer.flatMap(([payer, lines]) => [
      belowMedicare(payer, lines, weighted),
      belowP25(payer, lines),
      belowOthers(payer, lines, byService, weighted),
    ]),
    ...negotiated.map(lineBelowMedian),
    mostOfTheGain(negotiated),
    aboveCharge(same),
    aboveP75(negotiated),
    noBenchmark(positions),
  ];
  return found
    .flatMap((each) => (each ? [each] : []))
    .sort((a, b) => (valueOf(b.stake) ?? -1) - (valueOf(a.stake) ?? -1));
}

/** How many points a printed page holds. */
export const pointsOnPage = { asks: 6, expects: 3 } as const;

/**
 * The points that fit one page, most at stake first: of the asks the largest of each rule, then the next of each, so
 * that one rule does not crowd out the others; then what to expect.
 */
export function pagePoints(points: readonly TalkingPoint[]): readonly TalkingPoint[] {
  const seen = new Map<string, number>();
  const turns = new Map<TalkingPoint, number>();
  for (const each of points) {
    const turn = seen.get(each.said.rule) ?? 0;
    seen.set(each.said.rule, turn + 1);
    turns.set(each, turn);
  }
  const first = points
    .filter(({ side }) => side === 'ask')
    .sort((a, b) => (turns.get(a) ?? 0) - (turns.get(b) ?? 0))
    .slice(0, pointsOnPage.asks);
  const chosen = new Set(first);
  return [
    ...points.filter((each) => chosen.has(each)),
    ...points.filter(({ side }) => side === 'expect').slice(0, pointsOnPage.expects),
  ];
}

/** A point whose stake is Σ units × the distance from each rate to its amount. */
function point(
  said: TalkingRule,
  payer: string,
  positions: readonly LinePosition[],
  amountOf: (position: LinePosition) => number,
  id = `${said.rule} ${payer}`,
): TalkingPoint {
  const amounts = positions.map(amountOf);
  const stake = positions.reduce(
    (sum, { line, own }, index) =>
      sum + (line.units ?? 0) * Math.abs((amounts[index] as number) - (valueOf(own) ?? 0)),
    0,
  );
  const hasUnits = positions.some(({ line }) => line.units !== null);
  return {
    id,
    side: asks.has(said.rule) ? 'ask' : 'expect',
    payer,
    said,
    positions,
    amounts,
    stake: hasUnits ? present(stake) : noVolumes,
  };
}

const noVolumes = absent('not-in-input', 'no volumes');

function belowMedicare(payer: string, lines: readonly LinePosition[], weighted: boolean) {
  const below = lines.filter(({ own, medicare }) => isBelow(own, medicare));
  const index = contractIndex(payer, payer, lines, weighted);
  const ratio = valueOf(index.ofMedicare);
  if (below.length === 0 || ratio === undefined) return undefined;
  return point(
    {
      rule: 'below-medicare',
      index: ratio,
      of: index.medicareLines,
      lines: below.length,
      compared: indexLines(lines, 'medicare', false).length,
    },
    payer,
    below,
    ({ medicare }) => valueOf(medicare) as number,
  );
}

function belowP25(payer: string, lines: readonly LinePosition[]) {
  const ranked = lines.filter(({ own, p25 }) => own.kind === 'value' && p25.kind === 'value');
  const below = ranked.filter(({ own, p25 }) => isBelow(own, p25));
  if (below.length === 0) return undefined;
  return point(
    { rule: 'below-p25', lines: below.length, of: ranked.length },
    payer,
    below,
    ({ p25 }) => valueOf(p25) as number,
  );
}

function lineBelowMedian(position: LinePosition) {
  if (!isBelow(position.own, position.median)) return undefined;
  return point(
    { rule: 'line-below-median', position },
    position.line.payer,
    [position],
    ({ median }) => valueOf(median) as number,
    `line-below-median ${position.line.id}`,
  );
}

/** What payers are held against each other for: a code in one plan line, because Medicare Advantage is no commercial plan. */
function serviceOf({ line }: LinePosition): string {
  return `${line.code} ${line.planLine}`;
}

/** What other payers pay for a service, of its lines with a rate: their mean by volume; undefined where none has it. */
function othersMean(payer: string, ofService: readonly LinePosition[], weighted: boolean) {
  const others = ofService.filter(({ line }) => line.payer !== payer);
  return others.length === 0 ? undefined : valueOf(linesMean(others, 'own', weighted));
}

function belowOthers(
  payer: string,
  lines: readonly LinePosition[],
  byService: ReadonlyMap<string, readonly LinePosition[]>,
  weighted: boolean,
) {
  const services = new Set(lines.map(serviceOf));
  const means = new Map(
    [...services].map((service) => [service, othersMean(payer, byService.get(service) ?? [], weighted)]),
  );
  const shared = lines.flatMap((position) => {
    const mean = means.get(serviceOf(position));
    const own = valueOf(position.own);
    return mean === undefined || own === undefined ? [] : [{ position, mean, own }];
  });
  const below = shared.filter(({ mean, own }) => own < mean);
  const sum = (of: (each: (typeof shared)[number]) => number) =>
    shared.reduce((total, each) => total + weightOf(each.position, weighted) * of(each), 0);
  const base = sum(({ mean }) => mean);
  if (below.length === 0 || base === 0) return undefined;
  return point(
    {
      rule: 'below-own-others',
      index: sum(({ own }) => own) / base,
      lines: below.length,
      of: shared.length,
    },
    payer,
    below.map(({ position }) => position),
    (position) => means.get(serviceOf(position)) as number,
  );
}

/** Said only where it narrows the talk: fewer than half of the lines that gain anything. */
function mostOfTheGain(same: readonly LinePosition[]) {
  const impact = contractImpact(same, 'line', () => '');
  const first = impact.rows.slice(0, impact.rowsForMost);
  const gaining = impact.rows.filter(({ gain }) => gain > 0).length;
  if (first.length === 0 || first.length * 2 > gaining) return undefined;
  return point(
    {
      rule: 'most-of-the-gain',
      lines: first.length,
      of: gaining,
      share: (first.at(-1) as ImpactRow).cumulative,
    },
    '',
    first.flatMap(({ positions }) => positions),
    ({ target }) => valueOf(target) as number,
  );
}

function aboveCharge(same: readonly LinePosition[]) {
  const charged = same.filter(({ line, own }) => line.charge !== null && own.kind === 'value');
  const above = charged.filter(({ line, own }) => (valueOf(own) as number) > (line.charge as number));
  if (above.length === 0) return undefined;
  return point(
    { rule: 'above-charge', lines: above.length, of: charged.length },
    '',
    above,
    ({ line }) => line.charge as number,
  );
}

function aboveP75(same: readonly LinePosition[]) {
  const ranked = same.filter(({ own, p75 }) => own.kind === 'value' && p75.kind === 'value');
  const above = ranked.filter(({ own, p75 }) => (valueOf(own) as number) >= (valueOf(p75) as number));
  if (above.length === 0) return undefined;
  return point(
    { rule: 'above-p75', lines: above.length, of: ranked.length },
    '',
    above,
    ({ median }) => valueOf(median) as number,
  );
}

/** Its stake is the revenue that no market stands behind, not a gain: the distance to nothing. */
function noBenchmark(positions: readonly LinePosition[]) {
  const without = positions.filter(({ median }) => median.kind === 'absent');
  if (without.length === 0) return undefined;
  const revenue = (of: readonly LinePosition[]) =>
    of.reduce((sum, { line, own }) => sum + (line.units ?? 0) * (valueOf(own) ?? 0), 0);
  const whole = revenue(positions);
  return point(
    {
      rule: 'no-benchmark',
      lines: without.length,
      of: positions.length,
      share: whole > 0 ? present(revenue(without) / whole) : noVolumes,
    },
    '',
    without,
    () => 0,
  );
}
