import { type Cell, present } from './cell.ts';
import type { ContractLine } from './contract.ts';
import type { LinePosition, Target } from './contractPosition.ts';
import { isNegotiated } from './negotiated.ts';
import { targetAmount } from './targetAmount.ts';

/** What a scenario asks for a line. */
export type ScenarioRule =
  | { readonly kind: 'keep' }
  /** The line is to be paid this. */
  | Target
  /** Its rate times 1 + this fraction: 0.05 = 5% more. */
  | { readonly kind: 'percent'; readonly change: number }
  /** Its rate plus this many cents a unit. */
  | { readonly kind: 'dollars'; readonly change: number };

/** Another rule for some lines; '' stands for every payer, or every family of codes. */
export interface ScenarioOverride {
  readonly payer: string;
  readonly family: string;
  readonly rule: ScenarioRule;
}

/** An offer or a wish, by name: what every line is to be paid, and what some are instead. */
export interface Scenario {
  readonly name: string;
  readonly rule: ScenarioRule;
  /** Of several that fit a line the last holds. */
  readonly overrides: readonly ScenarioOverride[];
  /** Whether a rate above a percentile or share of Medicare goes down to it; otherwise it stays. */
  readonly lowers: boolean;
}

/**
 * The rule a line of a payer and family falls under. What a program sets for all is kept, unless an override names its
 * payer or family.
 */
export function ruleFor(
  scenario: Scenario,
  line: Pick<ContractLine, 'payer' | 'planLine'>,
  family: string,
): ScenarioRule {
  const { payer } = line;
  const found = scenario.overrides.findLast(
    (each) => (each.payer === '' || each.payer === payer) && (each.family === '' || each.family === family),
  );
  return found?.rule ?? (isNegotiated(line) ? scenario.rule : { kind: 'keep' });
}

/** A rate under a rule as base × factor + added cents, never below `least`: what a sheet can work out again. */
export interface RuledRate {
  /** Absent where the rule's target is: the line keeps its rate. */
  readonly base: Cell;
  readonly factor: number;
  readonly added: number;
  readonly least: number;
  /** Unrounded cents for one unit. */
  readonly rate: number;
}

/**
 * What a line is paid under a rule.
 *
 * Worked, for a rate of $30 with Medicare at $28: 120% of Medicare is 28 × 1.2 = $33.60; 100% of it is $28.00 where rates
 * go down and $30.00 where they stay; 5% more is $31.50, $2 less is $28.00 either way.
 *
 * @param own the line's rate in unrounded cents
 */
export function ruledRate(
  position: LinePosition,
  own: number,
  rule: ScenarioRule,
  lowers: boolean,
): RuledRate {
  switch (rule.kind) {
    case 'keep':
      return rated(present(own), 1, 0, 0, own);
    case 'percent':
      return rated(present(own), 1 + rule.change, 0, 0, own);
    case 'dollars':
      return rated(present(own), 1, rule.change, 0, own);
    case 'medicare':
      return rated(position.medicare, rule.share, 0, lowers ? 0 : own, own);
    case 'percentile':
      return rated(targetAmount(position, rule), 1, 0, lowers ? 0 : own, own);
  }
}

function rated(base: Cell, factor: number, added: number, least: number, own: number): RuledRate {
  if (base.kind === 'absent') return { base, factor: 1, added: 0, least: own, rate: own };
  return { base, factor, added, least, rate: Math.max(least, base.value * factor + added) };
}

/** Three to begin with: an offer, a wish, and one schedule for all that also lowers rates. None is advice. */
export const firstScenarios: readonly Scenario[] = [
  { name: '5% across the board', rule: { kind: 'percent', change: 0.05 }, overrides: [], lowers: false },
  { name: '120% of Medicare', rule: { kind: 'medicare', share: 1.2 }, overrides: [], lowers: false },
  {
    name: 'One schedule at 110% of Medicare',
    rule: { kind: 'medicare', share: 1.1 },
    overrides: [],
    lowers: true,
  },
];
